"""`make bench`: every figure of the README in one run; `--small` only shows that each can be measured."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench import capacity, cold, crossing, engine, importing, package, searching, stack, undoing
from bench.figures import Figure, machine, show
from bench.stage import Stage


def main() -> int:
    """Print all figures; 1 when one of them is above its limit."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--small", action="store_true", help="a smoke of less than a minute")
    small: bool = parser.parse_args().small
    print(machine() + (", a smoke: times have no limit" if small else ""))
    kept = [show("Import of app", cold.figures(small)), show("The database through boto3", database(small))]
    with Stage() as stage:
        # The last three stop the product, whose database they then open themselves.
        kept += [
            show("Import of an address book", importing.figures(stage, small)),
            show("An import once more, and taken back", undoing.figures(stage, small)),
            show("The whole product on one machine", stack.figures(stage, small)),
            show("Interests, companies and careers", crossing.figures(stage, small)),
            show("What DynamoDB bills", capacity.figures(stage, small)),
            show("The search", searching.figures(stage, small)),
        ]
    kept.append(show("What AWS gets", package.figures(small)))
    print("\nAll limits are kept." if all(kept) else "\nA limit is broken.")
    return 0 if all(kept) else 1


def database(small: bool) -> Iterator[Figure]:
    """The engine's own figures, on a folder that goes afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="simple-crm-engine-"))
    try:
        if not small:
            yield from engine.measure(folder, engine.LARGE, engine.ROUNDS)
            return
        for figure in engine.measure(folder, engine.LARGE_IN_A_HURRY, engine.ROUNDS_IN_A_HURRY):
            yield replace(figure, limit=None)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
