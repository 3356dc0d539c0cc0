"""What is searched follows what is written: at once, and without anything left behind."""

from __future__ import annotations

from collections.abc import Callable

import app
from chalicelib.core import reindex
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Store
from tests.search.asking import add, add_company, labels, search
from tests.world import Visitor


def test_an_old_name_finds_no_longer(alice: Visitor) -> None:
    contact = add(alice, "Martin", "Claire", personal_mobile="06 01 02 03 04")
    changed = alice.change(
        f"/api/contacts/{contact['id']}", 1, last_name="Le Gall", personal_mobile="07 01 02 03 04"
    )
    assert changed.status_code == 200
    for old in ("martin", "martin claire", "claire martin", "0601"):
        assert labels(alice, old) == []
    for new in ("legall", "le gall", "claire gall", "0701"):
        assert labels(alice, new) == ["Le Gall Claire"]
    assert reindex.audit(Store(alice.tenant["id"]), app.SHELVES) == Drift()


def test_what_is_archived_is_found_again_once_restored(alice: Visitor) -> None:
    contact = add(alice, "Martin", "Claire")
    alice.delete(f"/api/contacts/{contact['id']}")
    assert labels(alice, "claire mar") == []
    alice.post(f"/api/contacts/{contact['id']}/restore")
    assert labels(alice, "claire mar") == ["Martin Claire"]


def test_a_company_renamed_finds_its_people_by_the_new_name(
    alice: Visitor, drain: Callable[..., int]
) -> None:
    company = add_company(alice, "Vieux Moulin")
    add(alice, "Martin", "Claire", position={"company_id": company["id"]})
    alice.change(f"/api/companies/{company['id']}", 1, name="Moulin Neuf")
    drain()
    assert labels(alice, "claire vieux") == labels(alice, "vieux") == []
    assert labels(alice, "neuf claire") == ["Martin Claire"]
    assert search(alice, "claire")["items"][0]["detail"] == "Moulin Neuf"
