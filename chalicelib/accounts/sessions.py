"""Sessions: an opaque cookie of 256 bits, kept hashed; 30 idle minutes, 12 hours, or 30 days on request."""

import hashlib
import hmac
import secrets
from collections.abc import Iterable

from pynamodb.expressions.update import Action

from chalicelib.accounts.models import USERS, Session, User, rights
from chalicelib.core import clock, ids, records
from chalicelib.core.config import settings
from chalicelib.core.errors import NotFound
from chalicelib.core.request import Identity, Request
from chalicelib.core.work import Caller

IDLE_SECONDS = 30 * 60
LONGEST_SECONDS = 12 * 3600
LASTING_SECONDS = 30 * 86_400
# A session's last use is written at most this often: one write, not one a request.
SEEN_EVERY = 5 * 60


def cookie_name() -> str:
    return "__Host-session" if settings().secure_cookies else "session"


def open_for(tenant: str, user: User, *, lasting: bool, user_agent: str) -> str:
    """A new session; the cookie's value, which is kept nowhere."""
    cookie = secrets.token_urlsafe(32)
    now = clock.now()
    Session(
        Session.key(cookie),
        owner=f"{tenant}#{user.id}",
        public_id=ids.new_id(),
        tenant=tenant,
        user_id=user.id,
        **rights(user),
        user_agent=user_agent[:200] or None,
        created=now,
        seen=now,
        lasting=lasting,
        expires=now + (LASTING_SECONDS if lasting else IDLE_SECONDS),
    ).save()
    return cookie


def set_cookie(cookie: str, *, lasting: bool) -> str:
    """The `Set-Cookie` header of a session; an empty value forgets it."""
    parts = [f"{cookie_name()}={cookie}", "Path=/", "HttpOnly", "SameSite=Lax"]
    if settings().secure_cookies:
        parts.append("Secure")
    if lasting or not cookie:
        parts.append(f"Max-Age={LASTING_SECONDS if cookie else 0}")
    return "; ".join(parts)


def renewal(cookie: str) -> dict[str, str]:
    """The header that lets a browser keep a lasting session as long as the session itself, from now on."""
    session = find(cookie) if cookie else None
    return {"Set-Cookie": set_cookie(cookie, lasting=True)} if session and session.lasting else {}


def identify(request: Request) -> Identity | None:
    """The caller behind the request's cookie; None when there is no live session."""
    cookie = request.cookie(cookie_name())
    session = find(cookie) if cookie else None
    if session is None or cookie is None:
        return None
    return Identity(session.caller(), csrf_token(cookie))


def find(cookie: str) -> Session | None:
    """The live session of a cookie, its use noted; DynamoDB's own expiry is late, so it is checked here."""
    try:
        session = Session.get(Session.key(cookie), consistent_read=True)
    except Session.DoesNotExist:
        return None
    now = clock.now()
    if int(session.expires) <= now:
        return None
    if now - int(session.seen) >= SEEN_EVERY:
        return session if _note_use(session, now) else None
    return session


def _note_use(session: Session, now: int) -> bool:
    """Note its use and renew its rights; whether its user is still here.

    Rights are copied after they change: who crashed in between, or signed in meanwhile, is caught up here.
    """
    user = records.find(session.caller(), USERS, session.user_id)
    if user is None or user.archived:
        session.delete()
        return False
    end = now + (LASTING_SECONDS if session.lasting else IDLE_SECONDS)
    if not session.lasting:
        end = min(end, int(session.created) + LONGEST_SECONDS)
    session.set(Session.seen.set(now), Session.expires.set(end), *_copied(user))
    return True


def csrf_token(cookie: str) -> str:
    """Bound to the session, derived from it, stored nowhere."""
    return hmac.new(settings().signing_key, b"csrf" + cookie.encode(), hashlib.sha256).hexdigest()[:40]


def of_user(tenant: str, user_id: str) -> Iterable[Session]:
    """The live sessions of a user, newest first."""
    now = clock.now()
    found = [each for each in Session.by_owner.query(f"{tenant}#{user_id}") if int(each.expires) > now]
    return sorted(found, key=lambda each: int(each.created), reverse=True)


def close(cookie: str) -> None:
    Session(Session.key(cookie)).delete()


def revoke(caller: Caller, public_id: str) -> None:
    """End one of the caller's own sessions."""
    for session in of_user(caller.tenant, caller.user_id):
        if session.public_id == public_id:
            session.delete()
            return
    raise NotFound


def revoke_others(caller: Caller, cookie: str | None) -> None:
    """End all other sessions of the caller: what a new password is for."""
    kept = Session.key(cookie) if cookie else ""
    for session in of_user(caller.tenant, caller.user_id):
        if session.pk != kept:
            session.delete()


def end_all(tenant: str, user_id: str) -> None:
    """End every session of a user, at once."""
    for session in of_user(tenant, user_id):
        session.delete()


def refresh_rights(tenant: str, user: User) -> None:
    """Copy a user's name, role, visibility and language into their sessions, at once."""
    for session in of_user(tenant, user.id):
        session.set(*_copied(user))


def _copied(user: User) -> list[Action]:
    return [getattr(Session, name).set(value) for name, value in rights(user).items()]
