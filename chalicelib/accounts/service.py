"""The front door of accounts: sign up, sign in, who is who."""

from dataclasses import dataclass, replace
from typing import Any

from pydantic import Field

from chalicelib.accounts import brakes, logins, passwords, sessions
from chalicelib.accounts.models import (
    ONLY_TENANT,
    TENANTS,
    USER_LIST,
    USERS,
    Tenant,
    User,
)
from chalicelib.core import ids, records
from chalicelib.core.config import settings
from chalicelib.core.errors import Invalid, Unauthorized
from chalicelib.core.fields import Email, Fields, Name, Password, read
from chalicelib.core.store import Write
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work, put

WRONG_SIGN_IN = Text(
    "L'adresse e-mail ou le mot de passe est faux.",
    "The e-mail address or the password is wrong.",
)
__all__ = ["USERS", "USER_LIST"]


class SignUp(Fields):
    """What opens an account (VOCABULARY, `tenants`)."""

    company_name: Name = Field(min_length=1)
    first_name: Name
    last_name: Name
    email: Email
    password: Password


class SignIn(Fields):
    """What opens a session (VOCABULARY, `session`); `remember` lets it last, `totp` is still to come."""

    email: str
    password: Password
    totp: None = None
    remember: bool = False


@dataclass(frozen=True)
class SignedIn:
    """Who signed in, and the session's cookie if one was opened."""

    tenant_id: str
    tenant: Tenant
    user: User
    cookie: str = ""
    lasting: bool = False

    def to_json(self) -> dict[str, Any]:
        """`{user, tenant, csrf_token}` (VOCABULARY, `session`)."""
        return {
            "user": self.user.to_json(),
            "tenant": {"id": self.tenant_id, "name": self.tenant.fields.name},
            "csrf_token": sessions.csrf_token(self.cookie) if self.cookie else None,
        }


def sign_up(values: dict[str, Any], *, client_ip: str, user_agent: str, locale: str) -> SignedIn:
    """A tenant, its admin and a session: all of it or nothing."""
    wanted = _read_sign_up(values)
    brakes.require_place(brakes.SIGN_UPS_OF_NETWORK, brakes.network(client_ip))
    tenant_id, user_id = ids.new_tenant_id(), ids.new_id()
    work = Work(Caller(tenant_id, user_id, f"{wanted.first_name} {wanted.last_name}", role="admin"))
    tenant = records.new(work, TENANTS, {"name": wanted.company_name}, record_id=ONLY_TENANT)
    about = wanted.model_dump(include={"first_name", "last_name"})
    about |= {"email": wanted.email.lower(), "role": "admin", "locale": locale}
    admin = records.new(work, USERS, about, record_id=user_id)
    records.save(work, TENANTS, None, tenant, "create")
    records.save(work, USERS, None, admin, "create")
    work.writes += [logins.new(tenant_id, admin, wanted.password), _registered(tenant_id)]
    work.commit()
    cookie = sessions.open_for(tenant_id, admin, lasting=False, user_agent=user_agent)
    return SignedIn(tenant_id, tenant, admin, cookie)


def _read_sign_up(values: dict[str, Any]) -> SignUp:
    wanted = read(SignUp, values)
    passwords.require_good(
        wanted.password,
        said_elsewhere=(wanted.email, wanted.company_name, wanted.first_name, wanted.last_name),
    )
    return wanted


def _registered(tenant_id: str) -> Write:
    """The list of tenants, which a reindex walks; nothing of a user's request reads it."""
    return put(settings().table_ops, {"pk": "TENANTS", "sk": tenant_id})


def sign_in(values: dict[str, Any], *, client_ip: str, user_agent: str) -> SignedIn:
    """A session for an e-mail address and its password; the same answer for an unknown address."""
    wanted = read(SignIn, values)
    email, password = wanted.email.lower()[:254], wanted.password[: passwords.LONGEST]
    network = brakes.network(client_ip)
    brakes.require_free(brakes.WRONG_PASSWORDS_OF_NETWORK, network)
    brakes.require_place(brakes.SIGN_INS_OF_ACCOUNT, email)
    login = logins.find(email)
    if not passwords.matches(password, login.password_hash if login else None) or login is None:
        brakes.count(brakes.WRONG_PASSWORDS_OF_NETWORK, network)
        raise Unauthorized(WRONG_SIGN_IN)
    brakes.release(brakes.SIGN_INS_OF_ACCOUNT, email)
    signed_in = whoami(Caller(login.tenant, login.user_id, ""))
    if signed_in.user.archived:
        raise Unauthorized(WRONG_SIGN_IN)
    cookie = sessions.open_for(login.tenant, signed_in.user, lasting=wanted.remember, user_agent=user_agent)
    return replace(signed_in, cookie=cookie, lasting=wanted.remember)


def whoami(caller: Caller, cookie: str = "") -> SignedIn:
    """The tenant and the user behind a session."""
    tenant = records.get(caller, TENANTS, ONLY_TENANT)
    return SignedIn(caller.tenant, tenant, records.get(caller, USERS, caller.user_id), cookie)


def require_user(
    caller: Caller, field: str, user_id: str | None, *, had: str | None = None, may_be_gone: bool = False
) -> None:
    """Raise `Invalid` on `field` unless the user is in the caller's tenant and still works there.

    Whoever it was before (`had`) may stay, and `may_be_gone` gives back what was somebody's who has left.
    """
    if user_id is None or user_id in (caller.user_id, had):
        return
    user = records.find(caller, USERS, user_id)
    if user is None:
        raise Invalid.field(field, Text("Cet utilisateur n'existe pas.", "There is no such user."))
    if user.archived and not may_be_gone:
        raise Invalid.field(field, Text("Cet utilisateur a été retiré.", "This user has been removed."))
