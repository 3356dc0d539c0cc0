"""Signed cursors: where a list page goes on, bound to tenant, list, sort and filter.

Unsigned, a cursor would be a way into other keys; a foreign, forged or stale one is refused with 422.
"""

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass

from chalicelib.core.config import settings
from chalicelib.core.errors import Invalid
from chalicelib.core.texts import Text

_MAC_BYTES = 12
NOT_A_CURSOR = Text("Ce curseur n'est pas celui de cette liste.", "This cursor is not this list's.")


@dataclass(frozen=True)
class Cursor:
    """`value` is the sort value of the row to go on from; `back` asks for the page before it.

    `told` is the total its first page told, and whether it is exact, where counting anew would cost too much.
    """

    value: str
    back: bool = False
    told: tuple[int, bool] | None = None


def sign(cursor: Cursor, bound_to: str) -> str:
    said = [cursor.value, int(cursor.back), *(cursor.told or ())]
    body = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_mac(body, bound_to) + body).decode().rstrip("=")


def read(text: str, bound_to: str) -> Cursor:
    """The cursor signed for the same list, or `Invalid` on `cursor`."""
    try:
        raw = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        mac, body = raw[:_MAC_BYTES], raw[_MAC_BYTES:]
        if hmac.compare_digest(mac, _mac(body, bound_to)):
            value, back, *told = json.loads(body)
            return Cursor(value, bool(back), (told[0], told[1]) if told else None)
    except ValueError:
        pass
    raise Invalid.field("cursor", NOT_A_CURSOR)


def _mac(body: bytes, bound_to: str) -> bytes:
    key = settings().signing_key
    if len(key) < 16:
        raise RuntimeError("SIGNING_KEY is missing or too short")
    return hmac.digest(key, hashlib.sha256(bound_to.encode()).digest() + body, "sha256")[:_MAC_BYTES]
