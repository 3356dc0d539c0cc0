"""The packaged product in a cloud of its own: ministack, where CloudFormation made all of the template."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from infra.aws import package
from infra.local import ministack
from infra.local.children import Child, free_port
from tests.infra.aws.cloud import Cloud, account_of


@pytest.fixture(scope="session")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder `make package` makes."""
    return package.package(tmp_path_factory.mktemp("aws") / "package").parent


@pytest.fixture(scope="session")
def template(packaged: Path) -> dict[str, Any]:
    """The template AWS gets."""
    whole: dict[str, Any] = json.loads((packaged / "sam.json").read_text())
    return whole


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Child]:
    """An AWS account with nothing in it yet."""
    data, port = tmp_path_factory.mktemp("cloud"), free_port()
    child = ministack.child(port, data, data / "ministack.log")
    child.start()
    yield child
    child.stop()


@pytest.fixture(scope="session")
def cloud(nowhere: Child, packaged: Path, tmp_path_factory: pytest.TempPathFactory) -> Cloud:
    """The product, deployed into that account."""
    folder = tmp_path_factory.mktemp("deployed") / "package"
    shutil.copytree(packaged, folder)
    speak_http(folder / "sam.json")
    return Cloud(account_of(nowhere), folder, site(tmp_path_factory.mktemp("site")))


def speak_http(file: Path) -> None:
    """Take the demand for TLS off the buckets: here they are reached by http."""
    template = json.loads(file.read_text())
    for name in ("DocumentsBucketPolicy", "PagesBucketPolicy"):
        policy = template["Resources"][name]["Properties"]["PolicyDocument"]
        policy["Statement"] = [each for each in policy["Statement"] if each["Sid"] != "OnlyOverTls"]
        if not policy["Statement"]:
            del template["Resources"][name]
    file.write_text(json.dumps(template))


def site(root: Path) -> Path:
    """Write pages as `make web` would, but at once."""
    (root / "assets").mkdir()
    (root / "assets" / "main-3f9a1c2e.js").write_text("let release = 1;")
    (root / "index.html").write_text("<title>Simple CRM</title>")
    (root / "icon.svg").write_text("<svg/>")
    return root
