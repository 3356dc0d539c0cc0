"""HTTP ⇄ accounts: tenants, sessions, users, tokens, invitations, preferences, views."""

from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from chalicelib.accounts import invitations, preferences, resets, service, sessions, tokens, users, views
from chalicelib.accounts.models import Session
from chalicelib.core import clock, lists, pages
from chalicelib.core.answer import Answer, record_answer
from chalicelib.core.http import ApiBlueprint
from chalicelib.core.request import Request
from chalicelib.core.work import Caller, Work

accounts = ApiBlueprint(__name__)


def _cookie(request: Request) -> str:
    return request.cookie(sessions.cookie_name()) or ""


def _opened(signed_in: service.SignedIn) -> Answer:
    cookie = sessions.set_cookie(signed_in.cookie, lasting=signed_in.lasting)
    return Answer(signed_in.to_json(), 201, {"Set-Cookie": cookie})


@accounts.post("/tenants", public=True, takes="SignUp", answers="Opened", status=201, refuses=(429,))
def sign_up(request: Request) -> Answer:
    agent = request.headers.get("user-agent", "")
    return _opened(
        service.sign_up(request.body(), client_ip=request.client_ip, user_agent=agent, locale=request.locale)
    )


@accounts.post("/session", public=True, takes="SignIn", answers="Opened", status=201, refuses=(401, 429))
def sign_in(request: Request) -> Answer:
    agent = request.headers.get("user-agent", "")
    return _opened(service.sign_in(request.body(), client_ip=request.client_ip, user_agent=agent))


@accounts.get("/session", answers="Opened")
def show_session(request: Request) -> Answer:
    cookie = _cookie(request)
    return Answer(service.whoami(request.caller, cookie).to_json(), headers=sessions.renewal(cookie))


@accounts.delete("/session", status=204, by_session=True)
def sign_out(request: Request) -> Answer:
    sessions.close(_cookie(request))
    return Answer(status=204, headers={"Set-Cookie": sessions.set_cookie("", lasting=False)})


@accounts.get("/sessions", lists="OpenSession", by_session=True)
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


@accounts.delete("/sessions/{session_id}", status=204, by_session=True)
def revoke_session(request: Request, session_id: str) -> Answer:
    sessions.revoke(request.caller, session_id)
    return Answer(status=204)


@accounts.get("/users", lists="User", query="UserQuery")
def list_users(request: Request) -> Answer:
    found = users.listed(request.caller, lists.archived(request.query))
    return Answer(pages.small(users.to_json(request.caller, user) for user in found))


@accounts.get("/users/{user_id}", answers="User")
def show_user(request: Request, user_id: str) -> Answer:
    return record_answer(users.to_json(request.caller, users.get(request.caller, user_id)))


@accounts.patch("/users/{user_id}", takes="Profile", answers="User", refuses=(429,))
def change_user(request: Request, user_id: str) -> Answer:
    expected = request.expected_version()
    user = users.change(request.caller, user_id, expected, request.body(), _cookie(request))
    return record_answer(user.to_json())


@accounts.delete("/users/{user_id}", answers="User", refuses=(422,))
def archive_user(request: Request, user_id: str) -> Answer:
    return request.commit(lambda work: record_answer(users.archive(work, user_id).to_json()))


@accounts.post("/users/{user_id}/restore", answers="User")
def restore_user(request: Request, user_id: str) -> Answer:
    return request.commit(lambda work: record_answer(users.restore(work, user_id).to_json()))


@accounts.get("/tokens", lists="Token", by_session=True)
def list_tokens(request: Request) -> Answer:
    return Answer(pages.small(tokens.listed(request.caller)))


@accounts.post("/tokens", takes="NewToken", answers="ShownToken", status=201, by_session=True)
def create_token(request: Request) -> Answer:
    answer = request.commit(
        lambda work: Answer(tokens.create(work, request.body()), 201), by=users.oneself(request.caller)
    )
    # Added after the commit, so that the secret is not kept with the answer of an `Idempotency-Key`.
    return replace(answer, body={**answer.body, "token": tokens.secret(request.caller, answer.body["id"])})


@accounts.delete("/tokens/{token_id}", status=204, by_session=True)
def revoke_token(request: Request, token_id: str) -> Answer:
    def revoked(work: Work) -> Answer:
        tokens.revoke(work, token_id)
        return Answer(status=204)

    return request.commit(revoked, by=users.oneself(request.caller))


@accounts.get("/invitations", lists="Invitation", refuses=(403,))
def list_invitations(request: Request) -> Answer:
    return Answer(pages.small(invitations.pending(request.caller)))


@accounts.post("/invitations", takes="NewInvitation", answers="Invitation", status=201, refuses=(429,))
def invite(request: Request) -> Answer:
    return request.commit(
        lambda work: Answer(invitations.to_json(invitations.invite(work, request.body())), 201)
    )


@accounts.get("/invitations/{key}", public=True, answers="InvitationSeen", refuses=(410,))
def show_invitation(request: Request, key: str) -> Answer:  # noqa: ARG001
    return Answer(invitations.look_at(key))


@accounts.put(
    "/invitations/{key}", public=True, takes="Acceptance", answers="Opened", status=201, refuses=(410,)
)
def accept_invitation(request: Request, key: str) -> Answer:
    agent = request.headers.get("user-agent", "")
    return _opened(invitations.accept(key, request.body(), user_agent=agent, locale=request.locale))


@accounts.delete("/invitations/{key}", status=204, refuses=(404,))
def withdraw_invitation(request: Request, key: str) -> Answer:
    invitations.withdraw(request.caller, key)
    return Answer(status=204)


@accounts.post(
    "/password-resets", public=True, takes="ResetRequest", answers="Nothing", status=202, refuses=(429,)
)
def ask_password_reset(request: Request) -> Answer:
    resets.ask(request.body(), client_ip=request.client_ip)
    return Answer({}, 202)


@accounts.put("/password-resets/{token}", public=True, takes="NewPassword", status=204, refuses=(410,))
def choose_password(request: Request, token: str) -> Answer:
    resets.choose(token, request.body())
    return Answer(status=204)


@accounts.get("/preferences", answers="Preferences")
def list_preferences(request: Request) -> Answer:
    return Answer(preferences.all_of(request.caller))


@accounts.get("/preferences/{key}", answers="Preference", refuses=(422,))
def show_preference(request: Request, key: str) -> Answer:
    return Answer({"value": preferences.get(request.caller, unquote(key))})


@accounts.put("/preferences/{key}", takes="Preference", answers="Preference")
def put_preference(request: Request, key: str) -> Answer:
    value = preferences.read_value(request.body())
    preferences.put(request.caller, unquote(key), value)
    return Answer({"value": value})


def _view_answer(caller: Caller, view: views.View, status: int = 200) -> Answer:
    return record_answer(views.to_json(caller, view), status)


@accounts.get("/views", lists="View", query="ViewQuery")
def list_views(request: Request) -> Answer:
    caller, query = request.caller, request.query
    found = views.listed(caller, query.get("resource", ""), lists.archived(query))
    return Answer(pages.small(views.to_json(caller, view) for view in found))


@accounts.post("/views", takes="ViewFields", answers="View", status=201)
def create_view(request: Request) -> Answer:
    body = request.body()
    return request.commit(lambda work: _view_answer(work.caller, views.create(work, body), 201))


@accounts.get("/views/{view_id}", answers="View")
def show_view(request: Request, view_id: str) -> Answer:
    return _view_answer(request.caller, views.get(request.caller, view_id))


@accounts.patch("/views/{view_id}", takes="ViewFields", answers="View")
def change_view(request: Request, view_id: str) -> Answer:
    expected, changes = request.expected_version(), request.body()
    return request.commit(
        lambda work: _view_answer(work.caller, views.change(work, view_id, expected, changes))
    )


@accounts.delete("/views/{view_id}", answers="View")
def archive_view(request: Request, view_id: str) -> Answer:
    return request.commit(lambda work: _view_answer(work.caller, views.archive(work, view_id)))


@accounts.post("/views/{view_id}/restore", answers="View")
def restore_view(request: Request, view_id: str) -> Answer:
    return request.commit(lambda work: _view_answer(work.caller, views.restore(work, view_id)))
