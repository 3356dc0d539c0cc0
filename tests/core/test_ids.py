"""Ids sort by time, say when they were made, and cannot be mistaken for anything else."""

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.core import ids

MOMENTS = st.integers(0, 2**45 - 1)


@given(MOMENTS, MOMENTS)
def test_ids_sort_as_the_moments_they_were_made_at(one: int, other: int) -> None:
    if one != other:
        assert (ids.new_id(one) < ids.new_id(other)) == (one < other)


@given(MOMENTS)
def test_an_id_tells_its_moment(moment: int) -> None:
    assert ids.made_at(ids.new_id(moment)) == moment
    assert ids.made_at(ids.derived_id(moment, "import", "7")) == moment


def test_no_two_of_ten_thousand_ids_of_one_millisecond_are_equal() -> None:
    assert len({ids.new_id(1) for _ in range(10_000)}) == 10_000


def test_the_same_parts_give_the_same_id_and_others_another() -> None:
    assert ids.derived_id(5, "a", "b") == ids.derived_id(5, "a", "b")
    # Joined without a mark between them, these parts would be one text.
    assert ids.derived_id(5, "a", "b") != ids.derived_id(5, "ab", "")


def test_every_id_made_is_an_id() -> None:
    assert all(ids.is_id(ids.new_id()) for _ in range(100))
    assert ids.is_id(ids.derived_id(ids.made_at(ids.new_id()), "row", "1"))


@given(st.text(max_size=20) | st.none() | st.integers())
def test_only_sixteen_signs_of_the_alphabet_are_an_id(text: object) -> None:
    looks_right = isinstance(text, str) and len(text) == 16 and not set(text) - set(ids.ALPHABET)
    assert ids.is_id(text) is looks_right


def test_tenants_ids_have_one_length_and_tell_no_time() -> None:
    made = [ids.new_tenant_id() for _ in range(100)]
    assert {len(each) for each in made} == {10}
    assert made != sorted(made)
