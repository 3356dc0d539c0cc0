"""Links sent by mail: an invitation, a password reset. Each opens one door once, and not for long."""

import secrets

from pynamodb.exceptions import DoesNotExist

from chalicelib.accounts.models import Link, digest
from chalicelib.core import clock, ids
from chalicelib.core.config import settings
from chalicelib.core.errors import Gone
from chalicelib.core.store import Write
from chalicelib.core.texts import Text

INVITATION_SECONDS = 7 * 86_400
RESET_SECONDS = 30 * 60
USED = Text(
    "Ce lien a déjà servi, a été retiré ou date trop : demandez-en un autre.",
    "This link was used, withdrawn or is too old: ask for another one.",
)


def make(kind: str, tenant: str, email: str, seconds: int, **about: str) -> tuple[Link, str]:
    """A new link of a kind (`I` invitation, `R` reset), not yet saved; its token, which is kept nowhere."""
    token = secrets.token_urlsafe(32)
    now = clock.now()
    link = Link(
        _key(kind, token),
        owner=f"{tenant}#{kind}",
        public_id=ids.new_id(),
        tenant=tenant,
        email=email,
        created=now,
        expires=now + seconds,
        **about,  # type: ignore[arg-type]
    )
    return link, token


def _key(kind: str, token: str) -> str:
    return f"{kind}#{digest(token)}"


def find(kind: str, token: str) -> Link:
    """The live link of a token, or `Gone`."""
    try:
        link = Link.get(_key(kind, token), consistent_read=True)
    except DoesNotExist as error:
        raise Gone(USED) from error
    if int(link.expires) <= clock.now():
        raise Gone(USED)
    return link


def use_up(link: Link) -> Write:
    """The write that spends a link: whoever comes second gets `Gone`."""
    request = {
        "TableName": settings().table_auth,
        "Key": {"pk": {"S": link.pk}},
        "ConditionExpression": "attribute_exists(pk)",
    }
    return Write("Delete", request, Gone(USED))


def put(link: Link) -> Write:
    return Write("Put", {"TableName": settings().table_auth, "Item": link.serialize()})


def withdraw(link: Link) -> Write:
    return Write("Delete", {"TableName": settings().table_auth, "Key": {"pk": {"S": link.pk}}})


def of_tenant(kind: str, tenant: str) -> list[Link]:
    """The live links of a kind, newest first."""
    now = clock.now()
    found = [link for link in Link.by_owner.query(f"{tenant}#{kind}") if int(link.expires) > now]
    return sorted(found, key=lambda link: int(link.created), reverse=True)
