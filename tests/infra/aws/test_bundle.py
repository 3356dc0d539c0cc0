"""The zip of the functions: small, and built for the machine that runs it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from infra.aws import bundle


def zip_of(folder: Path, **files: str) -> Path:
    """Write a zip."""
    place = folder / "deployment.zip"
    with zipfile.ZipFile(place, "w") as whole:
        for name, content in files.items():
            whole.writestr(name, content)
    return place


def wheel(*tags: str) -> dict[str, str]:
    """Return the file in which a package says what it was built for."""
    return {"pillow-13.0.dist-info/WHEEL": "Wheel-Version: 1.0\n" + "".join(f"Tag: {tag}\n" for tag in tags)}


@pytest.mark.parametrize(
    "tags",
    [
        ["cp311-cp311-linux_x86_64"],
        ["cp311-cp311-macosx_11_0_arm64"],
        ["cp311-cp311-manylinux2014_aarch64"],
        ["py3-none-any", "cp311-cp311-musllinux_1_2_x86_64"],
        [],
    ],
)
def test_it_refuses_what_was_built_for_another_machine(tags: list[str], tmp_path: Path) -> None:
    with pytest.raises(bundle.ForeignWheel, match=r"pillow-13\.0"):
        bundle.require_lambda_wheels(zip_of(tmp_path, **wheel(*tags)))


def test_it_takes_what_runs_on_lambda(tmp_path: Path) -> None:
    tags = ["py2.py3-none-any", "cp311-cp311-manylinux_2_17_x86_64", "cp311-cp311-manylinux2014_x86_64"]

    bundle.require_lambda_wheels(zip_of(tmp_path, **wheel(*tags)))


def test_it_leaves_out_services_we_do_not_speak_to(tmp_path: Path) -> None:
    files = ["app.py", "botocore/data/s3/2006/service.json.gz", "botocore/data/ec2/2016/service.json.gz"]
    place = zip_of(tmp_path, **dict.fromkeys([*files, "botocore/data/endpoints.json"], "x"))

    bundle.trim(place)

    assert zipfile.ZipFile(place).namelist() == [*files[:2], "botocore/data/endpoints.json"]


def test_the_functions_get_the_product_and_nothing_of_its_workshop(packaged: Path) -> None:
    names = zipfile.ZipFile(packaged / "deployment.zip").namelist()

    assert {"app.py", "chalicelib/core/store.py"} <= set(names)
    assert not [name for name in names if name.startswith(("infra/", "tests/", "web/", "bench/", "docs/"))]
    assert bundle.sizes(packaged / "deployment.zip")[1] < 250
