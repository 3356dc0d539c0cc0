"""`make bench` measures everything it promises, and says by its exit code whether the limits hold."""

import re
import subprocess
import sys

import pytest

from bench.figures import Figure, show
from infra.local.children import ROOT

PROMISED = (
    "import app",
    "Query of 50 on an index",
    "transaction of 12 items",
    "import of 300 rows",
    "import / raw boto3 batches",
    "peak memory of the worker",
    "list page of 50, at 1,000 contacts",
    "contact create, at 1,000 contacts",
    "list page of 50, first, at 1,000 contacts",
    "list page of 50, middle, at 1,000 contacts",
    "A∧B, first 50, mean of 20 pairs at 1,000 contacts",
    "a slice of an exact count",
    "page of 50 of a company's",
    "ex-colleagues of one of them",
    "warning while typing, at 1,000 contacts",
    "a slice of the likely pairs",
    "contact create ",
    "note, not displayed, edit",
    "city, displayed and sorted by, edit",
    "keystroke, p50, of 300 sequences at 1,000 contacts",
    "recall of answers not called partial",
)


def test_it_prints_every_figure_of_the_readme() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "bench", "--small"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    for promised in PROMISED:
        assert re.search(rf"{re.escape(promised)}.* \d", ran.stdout), f"{promised} is missing:\n{ran.stdout}"


def test_a_figure_above_its_limit_is_called_broken(capsys: pytest.CaptureFixture[str]) -> None:
    assert not show("Cost", [Figure("list page", 2.5, "RCU", 2), Figure("get", 1, "RCU", 2)])
    broken, kept = capsys.readouterr().out.splitlines()[2:]
    assert broken.endswith("limit 2 RCU  BROKEN")
    assert kept.endswith("limit 2 RCU")


def test_a_figure_at_its_limit_is_kept() -> None:
    assert show("Cost", [Figure("list page", 2, "RCU", 2), Figure("company create", 30, "WCU")])


def test_an_aim_may_be_missed(capsys: pytest.CaptureFixture[str]) -> None:
    assert show("Cost", [Figure("contact create", 9.1, "x", aim=5)])
    assert capsys.readouterr().out.splitlines()[-1].endswith("aim 5 x  missed")
