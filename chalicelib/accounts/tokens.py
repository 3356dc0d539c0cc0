"""Personal tokens: programs that act for a user, with the user's rights of the moment, until revoked.

A token stands hashed in `auth`, where a request finds it in one read. A user's tokens are also listed in one
item of `crm`, so that they are counted exactly and end in the very transaction that takes the user out.
"""

import base64
import hmac
import json
from collections.abc import Iterable
from typing import Annotated, Any, NamedTuple

from pydantic import AfterValidator, Field, StringConstraints
from pynamodb.exceptions import DoesNotExist

from chalicelib.accounts import sessions
from chalicelib.accounts.models import USERS, Token, User, digest, rights
from chalicelib.core import clock, ids, records
from chalicelib.core.config import settings
from chalicelib.core.errors import Conflict, Moved, NotFound, Unauthorized
from chalicelib.core.fields import Fields, Name, read
from chalicelib.core.records import BASE
from chalicelib.core.request import Identity, Request
from chalicelib.core.store import Item, Key, Write, to_wire
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work

# So that whoever searches code for secrets that should not be there knows one of ours.
PREFIX = "scrm_"
MOST = 20
TOO_MANY = Text(
    "Vous avez déjà 20 jetons : supprimez-en un d'abord.", "You already have 20 tokens: delete one first."
)
NOT_LATER = Text(
    "Écrivez un moment à venir, par exemple 2027-03-31T12:00:00Z.",
    "Write a moment to come, such as 2027-03-31T12:00:00Z.",
)


def _later(text: str) -> str:
    try:
        moment = clock.from_rfc3339(text)
    except (ValueError, OverflowError):
        raise NOT_LATER.error() from None
    if moment <= clock.now_ms():
        raise NOT_LATER.error()
    return clock.rfc3339(moment)


Later = Annotated[
    str,
    StringConstraints(max_length=40),
    AfterValidator(_later),
    Field(json_schema_extra={"format": "date-time"}),
]


class NewToken(Fields):
    """What asks for a token (VOCABULARY, `tokens`)."""

    name: Name = Field(min_length=1)
    expires_at: Later | None = None


class Listed(NamedTuple):
    """A token as its user's list keeps it: `hash` leads to the one in `auth`."""

    id: str
    name: str
    hash: str
    expires: int | None = None

    @property
    def key(self) -> str:
        return f"K#{self.hash}"

    @property
    def is_live(self) -> bool:
        return self.expires is None or self.expires > clock.now()

    def to_json(self, seen: int | None = None) -> dict[str, Any]:
        return {
            "id": self.id,
            "name": self.name,
            "created_at": clock.rfc3339(ids.made_at(self.id)),
            "expires_at": self.expires and clock.rfc3339(self.expires * 1000),
            "seen_at": seen and clock.rfc3339(seen * 1000),
        }


class UserTokens(NamedTuple):
    """The item that lists a user's tokens; `fence` counts its writes."""

    key: Key
    tokens: tuple[Listed, ...] = ()
    fence: int = 0


def _of_user(caller: Caller, user_id: str) -> UserTokens:
    key = (caller.store.key("U", user_id, "tokens"), BASE)
    item = caller.store.get(key)
    if item is None:
        return UserTokens(key)
    return UserTokens(key, tuple(Listed(**each) for each in json.loads(str(item["d"]))), int(item["w"]))


def _keep(work: Work, before: UserTokens, after: Iterable[Listed]) -> None:
    """Write the list anew unless somebody else just did; what has expired is left out."""
    item: Item = {
        "pk": before.key[0],
        "sk": before.key[1],
        "d": json.dumps([each._asdict() for each in after if each.is_live], ensure_ascii=False),
        "w": before.fence + 1,
    }
    fence: Item = {":w": before.fence}
    condition = "w = :w" if before.fence else "attribute_not_exists(pk)"
    work.put(item, condition=condition, values=fence if before.fence else None, refusal=Moved())


def create(work: Work, values: dict[str, Any]) -> dict[str, Any]:
    """A new token of the caller, as it is shown, without its `secret`."""
    wanted = read(NewToken, values)
    user, before = _still_here(work), _of_user(work.caller, work.caller.user_id)
    live = [each for each in before.tokens if each.is_live]
    if len(live) >= MOST:
        raise Conflict(TOO_MANY)
    id_ = ids.new_id(work.at)
    expires = clock.from_rfc3339(wanted.expires_at) // 1000 if wanted.expires_at else None
    token = Listed(id_, wanted.name, digest(secret(work.caller, id_)), expires)
    _keep(work, before, [*live, token])
    kept = Token(
        token.key, public_id=id_, tenant=work.tenant, user_id=user.id, expires=expires, **rights(user)
    )
    work.writes.append(_write("Put", Item=kept.serialize()))
    return token.to_json()


def _still_here(work: Work) -> User:
    """The caller's user, whose rights must not change before we commit."""
    user = records.get(work.caller, USERS, work.caller.user_id)
    if user.archived:
        raise Unauthorized
    work.check(USERS.base_key(work.store, user.id), "w = :w", {":w": user.fence}, Moved())
    return user


def secret(caller: Caller, token_id: str) -> str:
    """What the program sends: derived, so that a repeated request shows again what is only kept hashed."""
    said = f"token|{caller.tenant}|{caller.user_id}|{token_id}"
    derived = hmac.digest(settings().signing_key, said.encode(), "sha256")
    return PREFIX + base64.urlsafe_b64encode(derived).decode().rstrip("=")


def _write(verb: str, **request: Any) -> Write:
    return Write(verb, {"TableName": settings().table_auth, **request})


def listed(caller: Caller) -> list[dict[str, Any]]:
    """The caller's live tokens, newest first, with their last use."""
    live = [each for each in _of_user(caller, caller.user_id).tokens if each.is_live]
    found = Token.batch_get([each.key for each in live])
    seen = {token.public_id: int(token.seen) for token in found if token.seen}
    return [each.to_json(seen.get(each.id)) for each in live[::-1]]


def revoke(work: Work, token_id: str) -> None:
    """End one of the caller's own tokens."""
    before = _of_user(work.caller, work.caller.user_id)
    ended = [each for each in before.tokens if each.id == token_id]
    if not ended:
        raise NotFound
    _keep(work, before, [each for each in before.tokens if each.id != token_id])
    work.writes += [_write("Delete", Key=to_wire({"pk": each.key})) for each in ended]


def end_all(work: Work, user_id: str) -> None:
    """End every token of a user, in this work."""
    before = _of_user(work.caller, user_id)
    _keep(work, before, ())
    work.writes += [_write("Delete", Key=to_wire({"pk": each.key})) for each in before.tokens]


def refresh_rights(work: Work, user: User) -> None:
    """Copy a user's name, role, visibility and language into their tokens, in this work."""
    before = _of_user(work.caller, user.id)
    live = [each for each in before.tokens if each.is_live]
    if not live:
        return
    _keep(work, before, live)
    names = {f"#{name}": name for name in rights(user)}
    values: Item = {f":{name}": value for name, value in rights(user).items()}
    work.writes += [
        _write(
            "Update",
            Key=to_wire({"pk": each.key}),
            UpdateExpression="SET " + ", ".join(f"#{name} = :{name}" for name in rights(user)),
            ExpressionAttributeNames=names,
            ExpressionAttributeValues=to_wire(values),
        )
        for each in live
    ]


def identify(request: Request) -> Identity | None:
    """Who calls: by `Authorization: Bearer` if it is given, else by a session's cookie."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        return sessions.identify(request)
    token = find(given.strip())
    return Identity(token.caller()) if token else None


def find(given: str) -> Token | None:
    """The live token, its use noted at most every five minutes."""
    try:
        token = Token.get(Token.key(given), consistent_read=True)
    except DoesNotExist:
        return None
    now = clock.now()
    if token.expires and int(token.expires) <= now:
        return None
    if now - int(token.seen or 0) >= sessions.SEEN_EVERY:
        token.set(Token.seen.set(now))
    return token
