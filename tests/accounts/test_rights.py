"""Roles and "only mine": decided in one place, held by lists, totals, filters and single records."""

from tests.world import Visitor


def test_bob_sees_and_counts_only_what_is_his(alice: Visitor, bob: Visitor) -> None:
    hers = alice.post("/api/contacts", json={"last_name": "Alix"}).json()
    his = bob.post("/api/contacts", json={"last_name": "Bruno"}).json()
    given = alice.post("/api/contacts", json={"last_name": "Carla", "owner_id": bob.user["id"]}).json()
    rows = bob.get("/api/contacts").json()
    assert [row["id"] for row in rows["items"]] == [his["id"], given["id"]]
    assert (rows["total"], rows["total_is_exact"]) == (2, True)
    assert alice.get("/api/contacts").json()["total"] == 3
    assert bob.get("/api/contacts", params={"owner_id": alice.user["id"]}).json()["items"] == []
    assert bob.get("/api/contacts", params={"ids": f"{hers['id']},{his['id']}"}).json()["total"] == 1
    path = f"/api/contacts/{hers['id']}"
    answers = [bob.get(path), bob.change(path, 1, note="x"), bob.delete(path), bob.get(f"{path}/history")]
    assert [answer.status_code for answer in answers] == [404] * 4


def test_bob_turns_the_pages_of_what_is_his_with_cursors_of_his_own(alice: Visitor, bob: Visitor) -> None:
    for name in ("Alix", "Bruno", "Carla"):
        alice.post("/api/contacts", json={"last_name": name})
        bob.post("/api/contacts", json={"last_name": f"{name} B"})
    first = bob.get("/api/contacts", params={"limit": 2}).json()
    last = bob.get("/api/contacts", params={"limit": 2, "cursor": first["next"]}).json()
    assert [row["name"] for row in first["items"] + last["items"]] == ["Alix B", "Bruno B", "Carla B"]
    assert (last["total"], last["next"]) == (3, None)
    back = bob.get("/api/contacts", params={"limit": 2, "cursor": last["previous"]}).json()
    assert back["items"] == first["items"]
    assert alice.get("/api/contacts", params={"cursor": first["next"]}).status_code == 422


def test_bob_sees_only_his_people_in_a_company_everybody_sees(alice: Visitor, bob: Visitor) -> None:
    company = bob.post("/api/companies", json={"name": "Bœuf"}).json()
    position = {"company_id": company["id"]}
    alice.post("/api/contacts", json={"last_name": "Alix", "position": position})
    bob.post("/api/contacts", json={"last_name": "Bruno", "position": position})
    people = bob.get("/api/positions", params={"company_id": company["id"]}).json()
    assert [each["contact"] for each in people["items"]] == ["Bruno"]
    assert people["total"] == 1
    assert bob.get("/api/contacts", params={"company_id": company["id"]}).json()["total"] == 1


def test_a_change_of_rights_holds_from_the_next_request_on(alice: Visitor, bob: Visitor) -> None:
    alice.post("/api/contacts", json={"last_name": "Alix"})
    path = f"/api/users/{bob.user['id']}"
    changed = alice.change(path, alice.get(path).json()["version"], visibility="all", role="read_only")
    assert changed.status_code == 200, changed.text
    assert bob.get("/api/contacts").json()["total"] == 1
    refused = bob.post("/api/contacts", json={"last_name": "Bruno"})
    assert (refused.status_code, refused.json()["detail"]) == (
        403,
        "Votre compte permet de lire, pas de modifier.",
    )
    own = bob.change(path, changed.json()["version"], phone="06 44 27 31 63")
    assert own.status_code == 200, own.text


def test_an_admin_sets_rates_and_colours_and_others_do_not(alice: Visitor, bob: Visitor) -> None:
    path = f"/api/users/{bob.user['id']}"
    version = alice.get(path).json()["version"]
    changed = alice.change(path, version, hourly_rate="31,5", colour="#aa3355")
    assert changed.json()["hourly_rate"] == "31.50"
    assert alice.change(path, version + 1, hourly_rate="dear").json()["errors"][0]["field"] == "hourly_rate"
    own = bob.change(path, version + 1, hourly_rate="99")
    assert own.json()["errors"][0]["field"] == "hourly_rate"
    hers = f"/api/users/{alice.user['id']}"
    assert bob.change(hers, 1, phone="01 02 03 04 05").status_code == 403


def test_what_an_hour_costs_is_shown_to_admins_and_to_oneself(alice: Visitor, bob: Visitor) -> None:
    def rates(visitor: Visitor) -> dict[str, str | None]:
        users = visitor.get("/api/users").json()["items"]
        return {user["first_name"]: user["hourly_rate"] for user in users}

    assert rates(alice) == {"Alice": "28.00", "Bob": "28.00"}
    assert rates(bob) == {"Alice": None, "Bob": "28.00"}
    assert bob.get(f"/api/users/{alice.user['id']}").json()["hourly_rate"] is None
    assert bob.get("/api/session").json()["user"]["hourly_rate"] == "28.00"


def test_nothing_new_is_given_to_who_has_left(alice: Visitor, bob: Visitor) -> None:
    his = {"owner_id": bob.user["id"]}
    kept = [
        alice.post("/api/contacts", json={"last_name": "Alix", **his}).json(),
        alice.post("/api/companies", json={"name": "Alix SA", **his}).json(),
    ]
    alice.delete(f"/api/users/{bob.user['id']}")
    for resource, name, record in (("contacts", "last_name", kept[0]), ("companies", "name", kept[1])):
        refused = alice.post(f"/api/{resource}", json={name: "Bruno", **his})
        assert refused.json()["errors"] == [{"field": "owner_id", "message": "Cet utilisateur a été retiré."}]
        others = alice.post(f"/api/{resource}", json={name: "Bruno"}).json()
        assert alice.change(f"/api/{resource}/{others['id']}", 1, **his).status_code == 422
        assert alice.change(f"/api/{resource}/{record['id']}", 1, **his, note="still his").status_code == 200


def test_the_last_admin_stays(alice: Visitor, bob: Visitor) -> None:
    mine = f"/api/users/{alice.user['id']}"
    version = alice.get(mine).json()["version"]
    assert alice.change(mine, version, role="user").json()["errors"][0]["field"] == "role"
    assert alice.delete(mine).status_code == 422
    path = f"/api/users/{bob.user['id']}"
    assert alice.change(path, alice.get(path).json()["version"], role="admin").status_code == 200
    assert alice.change(mine, version, role="user").status_code == 200


def test_a_removed_user_is_out_at_once_and_can_come_back(alice: Visitor, bob: Visitor) -> None:
    path = f"/api/users/{bob.user['id']}"
    assert alice.delete(path).status_code == 200
    assert bob.get("/api/contacts").status_code == 401
    tried = bob.post("/api/session", json={"email": bob.user["email"], "password": bob.password})
    assert tried.status_code == 401
    assert [user["id"] for user in alice.get("/api/users").json()["items"]] == [alice.user["id"]]
    assert alice.post(f"{path}/restore").status_code == 200
    assert bob.sign_in(bob.user["email"]).get("/api/session").status_code == 200
