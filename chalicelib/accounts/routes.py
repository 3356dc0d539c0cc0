"""HTTP ⇄ accounts: tenants, session, sessions, users, preferences."""

from typing import Any
from urllib.parse import unquote

from chalicelib.accounts import preferences, service, sessions
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
    return Answer(pages.small(user.to_json() for user in service.users(request.caller)))


@accounts.get("/users/{user_id}")
def show_user(request: Request, user_id: str) -> Answer:
    return record_answer(service.get_user(request.caller, user_id).to_json())


@accounts.patch("/users/{user_id}")
def change_user(request: Request, user_id: str) -> Answer:
    expected = request.expected_version()
    user = service.change_profile(request.caller, user_id, expected, request.body(), _cookie(request))
    return record_answer(user.to_json())


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
