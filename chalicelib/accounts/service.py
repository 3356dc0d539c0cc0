"""The front door of accounts: sign up, sign in, users and their profile."""

from dataclasses import dataclass, replace
from typing import Annotated, Any

from pydantic import Field, StringConstraints, ValidationError
from pynamodb.exceptions import DoesNotExist

from chalicelib.accounts import brakes, passwords, sessions
from chalicelib.accounts.models import (
    ONLY_TENANT,
    TENANTS,
    USER_LIST,
    USERS,
    Login,
    Tenant,
    User,
    UserFields,
    all_users,
    full_name,
)
from chalicelib.core import ids, records
from chalicelib.core.config import settings
from chalicelib.core.errors import MOST_FIELDS, FieldError, Forbidden, Invalid, Stale, Unauthorized
from chalicelib.core.fields import Email, Fields, Name
from chalicelib.core.store import Write
from chalicelib.core.texts import REQUIRED, UNKNOWN_FIELD, Text
from chalicelib.core.work import Caller, Work, committed, put

ADDRESS_TAKEN = Text(
    "Cette adresse a déjà un compte : connectez-vous, ou choisissez-en une autre.",
    "This address already has an account: sign in, or choose another one.",
)
WRONG_SIGN_IN = Text(
    "L'adresse e-mail ou le mot de passe est faux.",
    "The e-mail address or the password is wrong.",
)
NOT_YOURS = Text("On ne modifie que son propre profil.", "One changes only one's own profile.")
ADMIN_FIELD = Text("Seul un administrateur change ce champ.", "Only an admin changes this field.")
WRONG_PASSWORD = Text("Le mot de passe actuel est faux.", "The current password is wrong.")

__all__ = ["USERS", "USER_LIST"]

SIGN_IN_FIELDS = {"email", "password", "remember"}
# What users change of their own profile; roles and rates are the admin's.
OWN_FIELDS = frozenset({"first_name", "last_name", "phone", "colour", "locale", "time_zone", "call_scheme"})


class SignUp(Fields):
    """What opens an account (VOCABULARY, `tenants`)."""

    company_name: Name = Field(min_length=1)
    first_name: Name
    last_name: Name
    email: Email
    # Blanks at its ends belong to a password.
    password: Annotated[str, StringConstraints(strip_whitespace=False)]


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
            "csrf_token": sessions.csrf_token(self.cookie),
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
    work.writes += [_login(tenant_id, admin, wanted.password), _registered(tenant_id)]
    work.commit()
    cookie = sessions.open_for(tenant_id, admin, lasting=False, user_agent=user_agent)
    return SignedIn(tenant_id, tenant, admin, cookie)


def _read_sign_up(values: dict[str, Any]) -> SignUp:
    try:
        wanted = SignUp.model_validate(values)
    except ValidationError as error:
        raise Invalid.of_pydantic(error) from error
    passwords.require_good(
        wanted.password,
        said_elsewhere=(wanted.email, wanted.company_name, wanted.first_name, wanted.last_name),
    )
    return wanted


def _login(tenant_id: str, user: User, password: str) -> Write:
    item = {
        "pk": Login.key(user.fields.email),
        "tenant": tenant_id,
        "user_id": user.id,
        "password_hash": passwords.hash_of(password),
    }
    taken = Invalid.field("email", ADDRESS_TAKEN)
    return put(settings().table_auth, {**item}, condition="attribute_not_exists(pk)", refusal=taken)


def _registered(tenant_id: str) -> Write:
    """The list of tenants, which a reindex walks; nothing of a user's request reads it."""
    return put(settings().table_ops, {"pk": "TENANTS", "sk": tenant_id})


def sign_in(values: dict[str, Any], *, client_ip: str, user_agent: str) -> SignedIn:
    """A session for an e-mail address and its password; the same answer for an unknown address."""
    email, password, lasting = _read_sign_in(values)
    network = brakes.network(client_ip)
    brakes.require_free(brakes.WRONG_PASSWORDS_OF_NETWORK, network)
    brakes.require_place(brakes.SIGN_INS_OF_ACCOUNT, email)
    login = _find_login(email)
    if not passwords.matches(password, login.password_hash if login else None) or login is None:
        brakes.count(brakes.WRONG_PASSWORDS_OF_NETWORK, network)
        raise Unauthorized(WRONG_SIGN_IN)
    brakes.release(brakes.SIGN_INS_OF_ACCOUNT, email)
    signed_in = whoami(Caller(login.tenant, login.user_id, ""))
    if signed_in.user.archived:
        raise Unauthorized(WRONG_SIGN_IN)
    cookie = sessions.open_for(login.tenant, signed_in.user, lasting=lasting, user_agent=user_agent)
    return replace(signed_in, cookie=cookie, lasting=lasting)


def _read_sign_in(values: dict[str, Any]) -> tuple[str, str, bool]:
    wrong = [
        FieldError(name, REQUIRED)
        for name in ("email", "password")
        if not isinstance(values.get(name), str) or not values[name]
    ]
    wrong += [FieldError(name, UNKNOWN_FIELD) for name in sorted(values.keys() - SIGN_IN_FIELDS)]
    if wrong:
        raise Invalid(fields=wrong[:MOST_FIELDS])
    return (
        values["email"].strip().lower()[:254],
        values["password"][: passwords.LONGEST],
        bool(values.get("remember")),
    )


def _find_login(email: str) -> Login | None:
    try:
        return Login.get(Login.key(email), consistent_read=True)
    except DoesNotExist:
        return None


def whoami(caller: Caller, cookie: str = "") -> SignedIn:
    """The tenant and the user behind a session."""
    tenant = records.get(caller, TENANTS, ONLY_TENANT)
    return SignedIn(caller.tenant, tenant, records.get(caller, USERS, caller.user_id), cookie)


def get_user(caller: Caller, user_id: str) -> User:
    return records.get(caller, USERS, user_id)


def users(caller: Caller) -> list[User]:
    """Every user of the tenant, by last name."""
    return all_users(caller.store)


def require_user(caller: Caller, field: str, user_id: str | None) -> None:
    """Raise `Invalid` on `field` unless the user exists in the caller's tenant."""
    if user_id is None or user_id == caller.user_id:
        return
    if records.find(caller, USERS, user_id) is None:
        raise Invalid.field(field, Text("Cet utilisateur n'existe pas.", "There is no such user."))


def change_profile(caller: Caller, user_id: str, expected: int, changes: dict[str, Any], cookie: str) -> User:
    """Change one's own profile, and perhaps one's password; other sessions end with the old password."""
    get_user(caller, user_id)
    if user_id != caller.user_id:
        raise Forbidden(NOT_YOURS)
    after = committed(caller, lambda work: _changed_profile(work, expected, changes))
    sessions.refresh_rights(caller.tenant, after)
    if "password" in changes:
        sessions.revoke_others(caller, cookie)
    return after


def _changed_profile(work: Work, expected: int, changes: dict[str, Any]) -> User:
    before = get_user(work.caller, work.caller.user_id)
    if before.version != expected:
        raise Stale(before.to_json())
    wanted = {name: value for name, value in changes.items() if name not in ("password", "current_password")}
    _require_own_fields(wanted)
    after = records.changed(work, USERS, before, wanted)
    password_write = _new_password(before, changes)
    if after.fields == before.fields and not password_write:
        return before
    records.save(work, USERS, before, after, "change")
    work.writes += password_write
    return after


def _require_own_fields(changes: dict[str, Any]) -> None:
    theirs = [name for name in changes if name in UserFields.model_fields and name not in OWN_FIELDS]
    if theirs:
        raise Invalid(fields=[FieldError(name, ADMIN_FIELD) for name in theirs])


def _new_password(user: User, changes: dict[str, Any]) -> list[Write]:
    """The write of a new password, or none; the current one must be known."""
    if "password" not in changes:
        return []
    email = user.fields.email
    password = passwords.require_good(changes["password"], said_elsewhere=(email, full_name(user)))
    brakes.require_place(brakes.SIGN_INS_OF_ACCOUNT, email)
    login = _find_login(email)
    current = changes.get("current_password")
    if login is None or not isinstance(current, str) or not passwords.matches(current, login.password_hash):
        raise Invalid.field("current_password", WRONG_PASSWORD)
    brakes.release(brakes.SIGN_INS_OF_ACCOUNT, email)
    item = {
        "pk": login.pk,
        "tenant": login.tenant,
        "user_id": login.user_id,
        "password_hash": passwords.hash_of(password),
    }
    return [put(settings().table_auth, {**item}, condition="attribute_exists(pk)")]
