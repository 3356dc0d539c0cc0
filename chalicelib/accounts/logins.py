"""Credentials: which password opens which account, written in the transaction that makes it true."""

from pynamodb.exceptions import DoesNotExist

from chalicelib.accounts import passwords
from chalicelib.accounts.models import Login, User
from chalicelib.core.config import settings
from chalicelib.core.errors import Invalid
from chalicelib.core.store import Write
from chalicelib.core.texts import Text
from chalicelib.core.work import put

ADDRESS_TAKEN = Text(
    "Cette adresse a déjà un compte : connectez-vous, ou choisissez-en une autre.",
    "This address already has an account: sign in, or choose another one.",
)


def find(email: str) -> Login | None:
    try:
        return Login.get(Login.key(email), consistent_read=True)
    except DoesNotExist:
        return None


def new(tenant: str, user: User, password: str) -> Write:
    """The login of a new user; `Invalid` on `email` when the address has an account already."""
    taken = Invalid.field("email", ADDRESS_TAKEN)
    return _write(Login.key(user.fields.email), tenant, user.id, password, "attribute_not_exists(pk)", taken)


def changed(login: Login, password: str) -> Write:
    """The same login with another password."""
    return _write(login.pk, login.tenant, login.user_id, password, "attribute_exists(pk)", None)


def _write(
    key: str, tenant: str, user_id: str, password: str, condition: str, refusal: Invalid | None
) -> Write:
    item = {"pk": key, "tenant": tenant, "user_id": user_id, "password_hash": passwords.hash_of(password)}
    return put(settings().table_auth, {**item}, condition=condition, refusal=refusal)
