"""What AWS gets: one template and one zip in a folder. `python -m infra.aws.package [FOLDER]`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from infra.aws import bundle, template

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".build" / "package"
STAGE = "prod"
# Chalice wants a region to write a template that holds none.
ANY_REGION = {"AWS_DEFAULT_REGION": "eu-west-3"}


def package(folder: Path = FOLDER, project: Path = ROOT) -> Path:
    """Write `sam.json` and `deployment.zip` into `folder`; returns the template's path.

    Raises subprocess.CalledProcessError with Chalice's words, and bundle.ForeignWheel.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    ours = folder.with_suffix(".merge.json")
    ours.write_text(json.dumps(template.assemble()))
    _chalice(project, folder, ours)
    ours.unlink()
    bundle.trim(folder / "deployment.zip")
    bundle.require_lambda_wheels(folder / "deployment.zip")
    return folder / "sam.json"


def _chalice(project: Path, folder: Path, ours: Path) -> None:
    program = Path(sys.executable).with_name("chalice")
    command = [str(program), "--project-dir", str(project), "package", "--stage", STAGE]
    options = ["--template-format", "json", "--merge-template", str(ours), str(folder)]
    subprocess.run([*command, *options], env=ANY_REGION | os.environ, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    """Package, and say how large it became."""
    began = time.perf_counter()
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else FOLDER
    made = package(folder)
    zipped, whole = bundle.sizes(folder / "deployment.zip")
    resources = len(json.loads(made.read_text())["Resources"])
    print(
        f"{made}: {resources} resources, {made.stat().st_size / 1e3:.0f} kB; "
        f"deployment.zip: {zipped:.1f} MB, {whole:.1f} MB unzipped; {time.perf_counter() - began:.1f} s"
    )


if __name__ == "__main__":
    main()
