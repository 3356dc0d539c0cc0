"""The product with its database in this process, and a till that adds up what its requests cost on AWS."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from bench import meter
from bench.stage import Stage
from bench.visitors import Visitor
from infra.local import environment
from infra.local.gateway import Gateway


@dataclass
class Till:
    """Adds up what each request of a visitor costs."""

    engine: meter.MeteredEngine
    visitor: Visitor

    def ring(self, request: Callable[[], Any]) -> list[meter.Consumed]:
        """What one request consumed."""
        self.engine.begin()
        request()
        consumed = self.engine.consumed
        self.engine.begin()
        return consumed

    def writes(self, requests: Iterable[Callable[[], Any]]) -> float:
        """The WCU of the dearest of some requests."""
        return max(sum(each.units for each in self.ring(one) if not each.is_read) for one in requests)

    def reads(self, requests: Iterable[Callable[[], Any]]) -> float:
        """The RCU of the dearest of some requests."""
        return max(sum(each.units for each in self.ring(one) if each.is_read) for one in requests)


@dataclass
class Counter:
    """Where visitors are served while the database is metered."""

    engine: meter.MeteredEngine
    product: Gateway
    origin: str

    @contextmanager
    def till(self, email: str) -> Iterator[Till]:
        """A till for a visitor who has signed in."""
        with Visitor(self.origin, self.product) as visitor:
            yield Till(self.engine, visitor.sign_in(email))


@cache
def product() -> Gateway:
    """The real app behind the local API Gateway, of which a process has one."""
    return Gateway(import_module("app").app)


@contextmanager
def metered(stage: Stage) -> Iterator[Counter]:
    """Stop the stage, and open its database and the real app in this process."""
    stage.world.stop()
    quietly = {"POWERTOOLS_LOG_LEVEL": "WARNING"}
    os.environ.update(environment.over(os.environ, stage.world.environment() | quietly))
    with meter.serving(stage.world.data / "dynamodb", stage.world.engine_port) as engine:
        yield Counter(engine, product(), stage.origin)
