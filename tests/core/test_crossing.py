"""Which plan reads a crossing for least, decided from counts alone."""

from __future__ import annotations

import pytest

from chalicelib.core.crossing import Crossed, odds, read
from chalicelib.core.errors import Invalid

COUNTS = {"rare": 10, "some": 2_000, "many": 60_000}
PEOPLE = 100_000


def _plan(crossed: Crossed, *, in_order: bool) -> str:
    return odds(crossed, PEOPLE, COUNTS.__getitem__).cheapest(51, in_order=in_order)


@pytest.mark.parametrize(
    ("crossed", "in_order", "plan"),
    [
        (Crossed(all=("rare", "many")), True, "posted"),
        (Crossed(all=("rare", "many")), False, "gathered"),
        (Crossed(all=("some", "many")), True, "posted"),
        (Crossed(any=("rare", "some")), True, "posted"),
        (Crossed(any=("many", "some")), True, "scanned"),
        (Crossed(all=("many",)), False, "scanned"),
        (Crossed(none=("many",)), True, "scanned"),
    ],
)
def test_few_are_gathered_and_many_are_met(crossed: Crossed, in_order: bool, plan: str) -> None:
    assert _plan(crossed, in_order=in_order) == plan


def test_the_rarest_of_all_leads_to_them_else_every_one_of_any() -> None:
    count = COUNTS.__getitem__
    assert Crossed(all=("many", "rare"), any=("some",)).drivers(count) == ("rare",)
    assert Crossed(any=("many", "rare"), none=("some",)).drivers(count) == ("many", "rare")
    assert Crossed(none=("some",)).drivers(count) == ()


def test_a_row_must_bear_all_of_one_side_some_of_another_and_none_of_the_third() -> None:
    crossed = Crossed(all=("a", "b"), any=("c", "d"), none=("e",))
    assert crossed.holds({"a", "b", "c"}.__contains__)
    assert not crossed.holds({"a", "c"}.__contains__)
    assert not crossed.holds({"a", "b"}.__contains__)
    assert not crossed.holds({"a", "b", "d", "e"}.__contains__)


def test_of_nobody_nothing_is_expected() -> None:
    assert odds(Crossed(all=("a",)), 0, lambda _: 0).cheapest(51, in_order=True) == "scanned"


def test_a_query_is_read_each_value_once() -> None:
    assert read("x", {"x_all": "a, b,a,", "x_none": "c"}) == Crossed(all=("a", "b"), none=("c",))
    for wrong in ("y" * 41, ",".join(map(str, range(51)))):
        with pytest.raises(Invalid) as refused:
            read("x", {"x_any": wrong})
        assert [each.field for each in refused.value.fields] == ["x_any"]
