"""Nobody finds what is not theirs to see, nor learns that it is there."""

from __future__ import annotations

import pytest

from chalicelib.search import service
from tests.search.asking import add, add_company, labels, search
from tests.world import Visitor

NOTHING = {"items": [], "partial": False, "next": None}


def test_another_tenant_finds_nothing(alice: Visitor, charlie: Visitor) -> None:
    add(alice, "Martin", "Claire", personal_mobile="06 44 27 31 63", personal_email="claire@exemple.fr")
    for typed in ("martin", "claire mar", "0644", "claire@exemple.fr"):
        assert search(charlie, typed) == NOTHING


def test_who_sees_only_his_own_finds_only_his_own(alice: Visitor, bob: Visitor) -> None:
    add(alice, "Martin", "Claire", personal_mobile="06 44 27 31 63", personal_email="claire@exemple.fr")
    add_company(alice, "Martin et Fils")
    add(bob, "Martin", "Paul", personal_mobile="06 44 11 11 11")
    for typed in ("claire", "martin claire", "claire@", "fils", "martin fi", "0644273163"):
        assert search(bob, typed) == NOTHING
    assert labels(bob, "martin") == labels(bob, "0644") == ["Martin Paul"]
    assert len(labels(alice, "martin")) == 3


def test_a_record_given_away_is_found_by_its_new_owner(alice: Visitor, bob: Visitor) -> None:
    contact = add(alice, "Martin", "Claire")
    assert labels(bob, "claire") == []
    alice.change(f"/api/contacts/{contact['id']}", 1, owner_id=bob.user["id"])
    assert labels(bob, "claire") == ["Martin Claire"]


def test_looking_past_what_is_not_his_ends_with_the_budget_and_says_so(
    alice: Visitor, bob: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(70):
        add(alice, "Martin", f"Claire {number}")
    add(bob, "Martin", "Zoé")
    assert labels(bob, "martin") == ["Martin Zoé"]
    # A sixteenth of the real one, instead of a thousand records of Alice's.
    monkeypatch.setattr(service, "BUDGET", 0.5)
    assert search(bob, "martin") == {"items": [], "partial": True, "next": None}
