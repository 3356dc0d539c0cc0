"""The users of a tenant: what each changes of their own profile, what an admin changes of all."""

from dataclasses import replace
from typing import Any

from chalicelib.accounts import brakes, logins, passwords, sessions, tokens
from chalicelib.accounts.models import (
    ONLY_TENANT,
    TENANTS,
    USERS,
    User,
    UserFields,
    all_users,
    full_name,
)
from chalicelib.core import records
from chalicelib.core.errors import FieldError, Forbidden, Invalid, Stale
from chalicelib.core.store import Write
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work, committed

NOT_YOURS = Text("On ne modifie que son propre profil.", "One changes only one's own profile.")
ADMIN_FIELD = Text("Seul un administrateur change ce champ.", "Only an admin changes this field.")
OWN_PASSWORD = Text("Chacun choisit son propre mot de passe.", "Everyone chooses their own password.")
WRONG_PASSWORD = Text("Le mot de passe actuel est faux.", "The current password is wrong.")
LAST_ADMIN = Text(
    "C'est le dernier administrateur : nommez-en d'abord un autre.",
    "This is the last admin: appoint another one first.",
)
FIXED_EMAIL = Text(
    "L'adresse sert à se connecter et ne change pas : invitez la nouvelle adresse.",
    "The address is what one signs in with and does not change: invite the new address.",
)

# What users change of their own profile; roles and rates are the admin's.
OWN_FIELDS = frozenset({"first_name", "last_name", "phone", "colour", "locale", "time_zone", "call_scheme"})
_SECRETS = ("password", "current_password")


def get(caller: Caller, user_id: str) -> User:
    return records.get(caller, USERS, user_id)


def to_json(caller: Caller, user: User) -> dict[str, Any]:
    """A user as the wire shows it: what their hour costs is theirs and the admins' to know."""
    shown = user.to_json()
    if caller.role != "admin" and user.id != caller.user_id:
        shown["hourly_rate"] = None
    return shown


def listed(caller: Caller, archived: bool = False) -> list[User]:
    """The users of the tenant, by last name."""
    return [user for user in all_users(caller.store) if user.archived == archived]


def change(caller: Caller, user_id: str, expected: int, changes: dict[str, Any], cookie: str) -> User:
    """Change one's own profile, or as an admin anybody's; rights hold from the next request on."""
    after = committed(oneself(caller), lambda work: _changed(work, user_id, expected, changes))
    sessions.refresh_rights(caller.tenant, after)
    if "password" in changes:
        sessions.revoke_others(caller, cookie)
    return after


def _changed(work: Work, user_id: str, expected: int, changes: dict[str, Any]) -> User:
    before = get(work.caller, user_id)
    _require_right(work.caller, before, changes)
    if before.version != expected:
        raise Stale(before.to_json())
    wanted = {name: value for name, value in changes.items() if name not in _SECRETS}
    if wanted.get("email", before.fields.email) != before.fields.email:
        raise Invalid.field("email", FIXED_EMAIL)
    after = records.changed(work, USERS, before, wanted)
    password_write = _new_password(before, changes)
    if after.fields == before.fields and not password_write:
        return before
    _keep_an_admin(work, before, after)
    records.save(work, USERS, before, after, "change")
    work.writes += password_write
    tokens.refresh_rights(work, after)
    return after


def oneself(caller: Caller) -> Caller:
    """Even who may only read the records may change their own profile and tokens."""
    return replace(caller, role="admin" if caller.role == "admin" else "user")


def _require_right(caller: Caller, user: User, changes: dict[str, Any]) -> None:
    if user.id != caller.user_id:
        if caller.role != "admin":
            raise Forbidden(NOT_YOURS)
        if any(name in changes for name in _SECRETS):
            raise Invalid.field("password", OWN_PASSWORD)
    elif caller.role != "admin":
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
    login = logins.find(email)
    current = changes.get("current_password")
    if login is None or not isinstance(current, str) or not passwords.matches(current, login.password_hash):
        raise Invalid.field("current_password", WRONG_PASSWORD)
    brakes.release(brakes.SIGN_INS_OF_ACCOUNT, email)
    return [logins.changed(login, password)]


def _keep_an_admin(work: Work, before: User, after: User) -> None:
    """Refuse to lose the last admin, even when two step down at once: both would write the tenant's item."""
    if before.fields.role != "admin" or (after.fields.role == "admin" and not after.archived):
        return
    tenant = records.get(work.caller, TENANTS, ONLY_TENANT)
    records.save(work, TENANTS, tenant, tenant, "")
    others = [user for user in listed(work.caller) if user.fields.role == "admin" and user.id != before.id]
    if not others:
        raise Invalid.field("role", LAST_ADMIN)


def archive(work: Work, user_id: str) -> User:
    """Take a user out: no session, no token, no sign-in; what they did keeps their name."""
    work.caller.require_admin()
    before = get(work.caller, user_id)
    user = records.set_archived(work, USERS, user_id, True)
    if user is not before:
        _keep_an_admin(work, before, user)
        tokens.end_all(work, user_id)
        work.afterwards.append(lambda: sessions.end_all(work.tenant, user_id))
    return user


def restore(work: Work, user_id: str) -> User:
    work.caller.require_admin()
    return records.set_archived(work, USERS, user_id, False)
