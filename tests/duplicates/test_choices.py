"""Whatever two records say and whatever is chosen, nothing of it is lost."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.duplicates import labels
from chalicelib.duplicates.choices import Lost, decide, default_side, flat, nested, note, same
from chalicelib.duplicates.kinds import COMPANIES, PEOPLE

PHONES = st.sampled_from(["06 01 02 03 04", "+33 6 01 02 03 04", "01 12 13 14 15", "06 99 98 97 96"])
TEXTS = st.sampled_from(["Jean", "JEAN", "Jehan", "a@b.fr", "A@B.fr", "c@d.fr"])


def _values(rules: Any) -> st.SearchStrategy[dict[str, Any]]:
    fields = {
        name: st.one_of(st.none(), PHONES if "phone" in name or "mobile" in name else TEXTS)
        for name in rules.labels
    }
    lists = {name: st.lists(st.sampled_from("abc"), unique=True) for name in rules.united}
    return st.fixed_dictionaries({**fields, **lists, **{name: st.none() for name in rules.references}})


def _choices(rules: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from([*rules.labels]), st.sampled_from(["winner", "loser"]))


@given(st.data(), st.sampled_from([PEOPLE.rules, COMPANIES.rules]))
def test_every_value_is_kept_in_a_field_or_told_as_lost(data: st.DataObject, rules: Any) -> None:
    winner, loser = data.draw(_values(rules)), data.draw(_values(rules))
    made = decide(rules, winner, loser, data.draw(_choices(rules)))
    for name, label in rules.labels.items():
        beside = rules.phones if name in rules.phones else (name,)
        kept = [made.values[each] for each in beside] + [
            lost.value for lost in made.lost if lost.label == label
        ]
        for value in (winner[name], loser[name]):
            assert value is None or any(same(name, value, each) for each in kept), name
    for name in rules.united:
        assert set(made.values[name]) == {*winner[name], *loser[name]}
        assert len(made.values[name]) == len(set(made.values[name]))


@given(st.data())
def test_what_was_chosen_is_what_is_kept(data: st.DataObject) -> None:
    rules = PEOPLE.rules
    winner, loser = data.draw(_values(rules)), data.draw(_values(rules))
    chosen = {name: side for name, side in data.draw(_choices(rules)).items() if name not in rules.phones}
    made = decide(rules, winner, loser, chosen)
    for name, side in chosen.items():
        assert made.values[name] == {"winner": winner, "loser": loser}[side][name]


def test_what_says_the_same_leaves_no_trace() -> None:
    winner = {"first_name": "Éve", "personal_mobile": "06 01 02 03 04", "personal_email": "A@b.fr"}
    loser = {"first_name": "eve", "personal_mobile": "+33 6 01 02 03 04", "personal_email": "a@B.fr"}
    assert decide(PEOPLE.rules, winner, loser, {}).lost == []


def test_a_number_finds_the_free_field_only_if_it_is_free() -> None:
    one, two, three = "06 01 02 03 04", "06 11 12 13 14", "01 02 03 04 05"
    made = decide(PEOPLE.rules, {"personal_mobile": one}, {"personal_mobile": two}, {})
    assert (made.values["personal_phone"], made.lost) == (two, [])
    made = decide(
        PEOPLE.rules, {"personal_mobile": one, "personal_phone": three}, {"personal_mobile": two}, {}
    )
    assert made.lost == [Lost(labels.PERSON["personal_mobile"], two)]


def test_a_preview_says_what_happens_unless_chosen() -> None:
    assert default_side("note", {"note": "a"}, {"note": "b"}) == "both"
    assert default_side("note", {"note": "a"}, {}) == "winner"
    assert default_side("personal_city", {}, {"personal_city": "Paris"}) == "loser"
    assert default_side("start", {"start": "2019"}, {"start": "2019-03"}) == "same"


def test_notes_are_joined_once_under_each_other() -> None:
    assert note("Un", "Deux", None, "Repris :", ["Ville : Lyon"]) == "Un\n\nDeux\n\nRepris :\nVille : Lyon"
    assert note("Un", "Un", None, "Repris :", []) == "Un"
    assert note(None, None, None, "Repris :", []) is None
    assert note("Un", "Deux", "loser", "Repris :", []) == "Deux"


@given(st.dictionaries(st.sampled_from(["linkedin", "x"]), st.sampled_from(["a", "b"]), min_size=1))
def test_networks_stand_beside_the_other_fields_and_go_back(social: dict[str, str]) -> None:
    values = {"last_name": "Dupont", "social": social}
    assert nested(flat(values)) == values
