"""From the text of an expression to its tree; trees are kept by text, for clients send few texts, often."""

from __future__ import annotations

from functools import lru_cache

from .conditiongrammar import ConditionGrammar
from .grammar import Grammar
from .nodes import Action, Condition, Path
from .updategrammar import UpdateGrammar


@lru_cache(maxsize=1024)
def parse_condition(text: str) -> Condition:
    """The tree of a ConditionExpression, FilterExpression or KeyConditionExpression."""
    grammar = ConditionGrammar(text)
    condition = grammar.disjunction()
    grammar.finish()
    return condition


@lru_cache(maxsize=1024)
def parse_update(text: str) -> tuple[Action, ...]:
    """The clauses of an UpdateExpression, in the order written."""
    return UpdateGrammar(text).actions()


@lru_cache(maxsize=1024)
def parse_projection(text: str) -> tuple[Path, ...]:
    """The paths of a ProjectionExpression."""
    grammar = Grammar(text)
    paths = [grammar.path()]
    while grammar.accept(","):
        paths.append(grammar.path())
    grammar.finish()
    return tuple(paths)
