"""Sealed cursors: where a list page goes on, bound to tenant, list, sort and filter.

Unsigned, a cursor would be a way into other keys; a foreign, forged or stale one is refused with 422.
Readable, it would tell the key of a row that its holder may not see. So it is sealed as a synthetic IV does
it (RFC 5297): the signature of the text is also the nonce it is encrypted with, by HMAC-SHA256 in counter
mode. The same place gives the same cursor, and nothing has to be stored.
"""

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass

from chalicelib.core.config import settings
from chalicelib.core.errors import Invalid
from chalicelib.core.texts import Text

_TAG_BYTES = 16
# Texts are filled up to a multiple of this, so that the length of a cursor tells little of a name.
_BLOCK_BYTES = hashlib.sha256().digest_size
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
    """The cursor as a text of `A-Za-z0-9_-` that `read` opens for the same list."""
    said = [cursor.value, int(cursor.back), *(cursor.told or ())]
    body = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    body += b" " * (-len(body) % _BLOCK_BYTES)
    tag = _tag(body, bound_to)
    return base64.urlsafe_b64encode(tag + _crossed_with_stream(body, tag)).decode().rstrip("=")


def read(text: str, bound_to: str) -> Cursor:
    """The cursor signed for the same list, or `Invalid` on `cursor`."""
    try:
        raw = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        tag, sealed = raw[:_TAG_BYTES], raw[_TAG_BYTES:]
        body = _crossed_with_stream(sealed, tag)
        if hmac.compare_digest(tag, _tag(body, bound_to)):
            value, back, *told = json.loads(body)
            return Cursor(value, bool(back), (told[0], told[1]) if told else None)
    except ValueError:
        pass
    raise Invalid.field("cursor", NOT_A_CURSOR)


def _tag(body: bytes, bound_to: str) -> bytes:
    bound = hashlib.sha256(bound_to.encode()).digest()
    return hmac.digest(_key("sign"), bound + body, "sha256")[:_TAG_BYTES]


def _crossed_with_stream(text: bytes, tag: bytes) -> bytes:
    """The text XOR the key stream of this tag: it encrypts, and done again decrypts."""
    key, blocks = _key("encrypt"), range(-(-len(text) // _BLOCK_BYTES))
    stream = b"".join(hmac.digest(key, tag + block.to_bytes(4, "big"), "sha256") for block in blocks)
    return bytes(one ^ other for one, other in zip(text, stream, strict=False))


def _key(purpose: str) -> bytes:
    """A key for one purpose of cursors, derived from the one we are given."""
    key = settings().signing_key
    if len(key) < 16:
        raise RuntimeError("SIGNING_KEY is missing or too short")
    return hmac.digest(key, f"cursors: {purpose}".encode(), "sha256")
