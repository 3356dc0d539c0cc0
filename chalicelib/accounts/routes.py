"""HTTP ⇄ accounts: tenants, session, sessions, users, preferences."""

from typing import Any
from urllib.parse import unquote

from chalicelib.accounts import invitations, preferences, resets, service, sessions, users
from chalicelib.accounts.models import Session
from chalicelib.core import clock, pages
from chalicelib.core.http import Answer, ApiBlueprint, Request, record_answer

accounts = ApiBlueprint(__name__)


def _cookie(request: Request) -> str:
    return request.cookie(sessions.cookie_name()) or ""


def _opened(signed_in: service.SignedIn) -> Answer:
    cookie = sessions.set_cookie(signed_in.cookie, lasting=signed_in.lasting)
    return Answer(signed_in.to_json(), 201, {"Set-Cookie": cookie})


@accounts.post("/tenants", public=True)
def sign_up(request: Request) -> Answer:
    agent = request.headers.get("user-agent", "")
    return _opened(
        service.sign_up(request.body(), client_ip=request.client_ip, user_agent=agent, locale=request.locale)
    )


@accounts.post("/session", public=True)
def sign_in(request: Request) -> Answer:
    agent = request.headers.get("user-agent", "")
    return _opened(service.sign_in(request.body(), client_ip=request.client_ip, user_agent=agent))


@accounts.get("/session")
def show_session(request: Request) -> Answer:
    return Answer(service.whoami(request.caller, _cookie(request)).to_json())


@accounts.delete("/session")
def sign_out(request: Request) -> Answer:
    sessions.close(_cookie(request))
    return Answer(status=204, headers={"Set-Cookie": sessions.set_cookie("", lasting=False)})


@accounts.get("/sessions")
def list_sessions(request: Request) -> Answer:
    here = Session.key(_cookie(request))
    found = sessions.of_user(request.caller.tenant, request.caller.user_id)
    return Answer(pages.small(_session_json(each, here) for each in found))


def _session_json(session: Session, here: str) -> dict[str, Any]:
    return {
        "id": session.public_id,
        "created_at": clock.rfc3339(int(session.created) * 1000),
        "seen_at": clock.rfc3339(int(session.seen) * 1000),
        "user_agent": session.user_agent,
        "current": session.pk == here,
    }


@accounts.delete("/sessions/{session_id}")
def revoke_session(request: Request, session_id: str) -> Answer:
    sessions.revoke(request.caller, session_id)
    return Answer(status=204)


@accounts.get("/users")
def list_users(request: Request) -> Answer:
    archived = request.query.get("archived") == "true"
    return Answer(pages.small(user.to_json() for user in users.listed(request.caller, archived)))


@accounts.get("/users/{user_id}")
def show_user(request: Request, user_id: str) -> Answer:
    return record_answer(users.get(request.caller, user_id).to_json())


@accounts.patch("/users/{user_id}")
def change_user(request: Request, user_id: str) -> Answer:
    expected = request.expected_version()
    user = users.change(request.caller, user_id, expected, request.body(), _cookie(request))
    return record_answer(user.to_json())


@accounts.delete("/users/{user_id}")
def archive_user(request: Request, user_id: str) -> Answer:
    return request.commit(lambda work: record_answer(users.archive(work, user_id).to_json()))


@accounts.post("/users/{user_id}/restore")
def restore_user(request: Request, user_id: str) -> Answer:
    return request.commit(lambda work: record_answer(users.restore(work, user_id).to_json()))


@accounts.get("/invitations")
def list_invitations(request: Request) -> Answer:
    return Answer(pages.small(invitations.pending(request.caller)))


@accounts.post("/invitations")
def invite(request: Request) -> Answer:
    return Answer(invitations.to_json(invitations.invite(request.caller, request.body())), 201)


@accounts.get("/invitations/{key}", public=True)
def show_invitation(request: Request, key: str) -> Answer:  # noqa: ARG001
    return Answer(invitations.look_at(key))


@accounts.put("/invitations/{key}", public=True)
def accept_invitation(request: Request, key: str) -> Answer:
    agent = request.headers.get("user-agent", "")
    return _opened(invitations.accept(key, request.body(), user_agent=agent, locale=request.locale))


@accounts.delete("/invitations/{key}")
def withdraw_invitation(request: Request, key: str) -> Answer:
    invitations.withdraw(request.caller, key)
    return Answer(status=204)


@accounts.post("/password-resets", public=True)
def ask_password_reset(request: Request) -> Answer:
    resets.ask(request.body(), client_ip=request.client_ip)
    return Answer({}, 202)


@accounts.put("/password-resets/{token}", public=True)
def choose_password(request: Request, token: str) -> Answer:
    resets.choose(token, request.body())
    return Answer(status=204)


@accounts.get("/preferences")
def list_preferences(request: Request) -> Answer:
    return Answer(preferences.all_of(request.caller))


@accounts.get("/preferences/{key}")
def show_preference(request: Request, key: str) -> Answer:
    return Answer({"value": preferences.get(request.caller, unquote(key))})


@accounts.put("/preferences/{key}")
def put_preference(request: Request, key: str) -> Answer:
    value = preferences.read_value(request.body())
    preferences.put(request.caller, unquote(key), value)
    return Answer({"value": value})
