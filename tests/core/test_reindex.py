"""Items that drifted from their records are found by an audit and mended by a reindex."""

import app
from chalicelib.core import reindex
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Item, Store, connection
from tests import faults
from tests.world import Visitor


def _filled(alice: Visitor) -> tuple[Store, str]:
    made = alice.post("/api/contacts", json={"last_name": "Lefèvre", "personal_email": "h@example.fr"}).json()
    alice.post("/api/companies", json={"name": "Bœuf & Fils", "kinds": ["client"]})
    gone = alice.post("/api/contacts", json={"last_name": "Parti"}).json()
    alice.delete(f"/api/contacts/{gone['id']}")
    return Store(alice.tenant["id"]), made["id"]


def _words_of(letter: str, id_: str, store: Store, number: str) -> Item:
    """An item of words as a record of this id would have."""
    return {"pk": store.key("S", letter + id_), "sk": number, "lp": store.key("S"), "s1": "zzz", "r": '["?"]'}


def test_a_tenant_in_use_shows_no_drift(alice: Visitor) -> None:
    store, _ = _filled(alice)
    assert reindex.audit(store, app.SHELVES) == Drift()


def test_it_mends_what_is_missing_stray_or_miscounted(alice: Visitor) -> None:
    store, contact_id = _filled(alice)
    words = (store.key("S", f"C{contact_id}"), "00")
    stray = {"pk": store.key("S", "z"), "sk": f"zzz  C{contact_id}", "l": '["?"]'}
    left = _words_of("C", contact_id, store, "07")
    gone = [_words_of("O", "0000000000000000", store, number) for number in ("00", "01")]
    cell = (store.key("K"), "C#1")
    store.write_many([stray, left, *gone], [words])
    store.update(cell, "ADD #t :n", {"#t": "total"}, {":n": 5})
    drift = reindex.mend(store, app.SHELVES)
    assert [(item["pk"], item["sk"]) for item in drift.missing] == [words]
    assert sorted(drift.stray) == sorted((item["pk"], item["sk"]) for item in (stray, left, *gone))
    assert drift.counts == {cell: {"total": -5}}
    assert reindex.audit(store, app.SHELVES) == Drift()
    assert alice.get("/api/contacts").json()["total"] == 1


def test_it_rewrites_the_records_of_an_older_schema_and_then_rests(alice: Visitor) -> None:
    store, contact_id = _filled(alice)
    key = (store.key("C", contact_id), "@")
    old = store.get(key)
    assert old is not None
    store.write_many([{**old, "n": 0, "r": '{"id":"old"}'}])
    assert reindex.reindex(store, app.SHELVES) == 1
    assert store.get(key) == old
    assert reindex.reindex(store, app.SHELVES) == 0


def test_killed_before_it_mended_it_mends_the_next_time(alice: Visitor) -> None:
    store, contact_id = _filled(alice)
    key = (store.key("C", contact_id), "@")
    old = store.get(key)
    assert old is not None
    stray = {"pk": store.key("S", "z"), "sk": f"zzz  C{contact_id}", "l": '["?"]'}
    store.write_many([{**old, "n": 0}, stray])
    model = connection().client
    for injection in faults.at_each_call(faults.crash_after, model):
        with injection:
            reindex.reindex(store, app.SHELVES)
        mark = store.get((store.key("K"), "schema"))
        if mark and mark["n"]:
            break
    assert reindex.audit(store, app.SHELVES) == Drift()


def test_every_tenant_is_known_to_a_reindex(alice: Visitor, charlie: Visitor) -> None:
    assert {alice.tenant["id"], charlie.tenant["id"]} <= set(reindex.tenants())
