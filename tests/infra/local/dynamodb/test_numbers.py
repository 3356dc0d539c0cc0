"""Numbers: what is kept, what is refused, and bytes that sort as the numbers do."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.local.dynamodb import numbers
from infra.local.dynamodb.errors import DynamoError


@st.composite
def stored(draw: st.DrawFn) -> str:
    """Any number DynamoDB can hold, in stored form."""
    digits = draw(st.integers(-(10**38) + 1, 10**38 - 1))
    length = len(str(abs(digits)))
    exponent = draw(st.integers(-129 - length, 126 - length))
    return numbers.canonical(f"{digits}E{exponent}")


@given(stored(), stored())
def test_bytes_sort_as_the_numbers_do(one: str, other: str) -> None:
    left, right = numbers.encode(one), numbers.encode(other)
    assert (left < right, left == right) == (Decimal(one) < Decimal(other), Decimal(one) == Decimal(other))


@given(stored())
def test_the_stored_form_is_stable_and_exact(text: str) -> None:
    assert numbers.canonical(text) == text
    assert "e" not in text.lower()
    assert numbers.canonical(f"{Decimal(text):E}") == text


@given(stored(), stored())
def test_a_sum_is_exact_or_refused(one: str, other: str) -> None:
    try:
        total = numbers.add(one, other)
    except DynamoError:
        return
    assert numbers.subtract(total, other) == one


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("1E5", "100000"),
        ("-0", "0"),
        ("+1", "1"),
        ("1.50", "1.5"),
        ("00012", "12"),
        (".5", "0.5"),
        ("5.", "5"),
        ("1e-130", "0." + "0" * 129 + "1"),
        ("9.99e125", "999" + "0" * 123),
        ("1" * 38 + "000", "1" * 38 + "000"),
    ],
)
def test_it_keeps_one_form_of_each_number(written: str, kept: str) -> None:
    assert numbers.canonical(written) == kept


@pytest.mark.parametrize(
    "written", ["", "abc", "1,5", "NaN", "Infinity", "1e", "--1", "0x1", " 1", "١", "1_0", "1" * 39]
)
def test_it_refuses_what_is_no_number_of_dynamodb(written: str) -> None:
    with pytest.raises(DynamoError):
        numbers.canonical(written)
