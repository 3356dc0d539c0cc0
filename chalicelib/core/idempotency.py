"""An `Idempotency-Key`: a POST repeated under one key has one effect and one answer.

The answer is written in the transaction of the effect, so neither is there without the other, whatever
crashes; repeated within a day, the request gets that answer again. What was refused is not kept: it had no
effect, and may be right the next time.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import NamedTuple

from chalicelib.core import clock
from chalicelib.core.answer import Answer
from chalicelib.core.config import settings
from chalicelib.core.errors import Invalid, Refusal, Taken
from chalicelib.core.store import Item, Write, dispatch, from_wire, to_wire
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work, committed, put

HEADER = "Idempotency-Key"
REPLAYED = {"Idempotency-Replayed": "true"}
KEPT_SECONDS = 86_400
LONGEST_KEY = 255

NOT_A_KEY = Text("Cette clé compte de 1 à 255 caractères ASCII.", "A key has 1 to 255 ASCII characters.")
ANOTHER_REQUEST = Text(
    "Cette clé a déjà servi à une autre demande : prenez-en une nouvelle.",
    "This key has served another request: take a new one.",
)


class Claim(NamedTuple):
    """One key of one user, for the request of one meaning (a hash of its route and body)."""

    caller: Caller
    key: str
    meaning: str

    @property
    def place(self) -> Item:
        """Where its answer is kept in `ops`; keys are hashed, since clients may put anything in them."""
        digest = hashlib.sha256(self.key.encode()).hexdigest()
        return {"pk": f"{self.caller.tenant}#I#{self.caller.user_id}", "sk": digest}

    def answer(self) -> Answer | None:
        """The answer given before, if any; `Invalid` when it answered another request."""
        request = {"TableName": settings().table_ops, "Key": to_wire(self.place), "ConsistentRead": True}
        found = dispatch("GetItem", request).get("Item")
        item = from_wire(found) if found else None
        # DynamoDB forgets what has expired only some time later.
        if item is None or int(item["expires"]) <= clock.now():
            return None
        if item["h"] != self.meaning:
            raise Invalid.field(HEADER, ANOTHER_REQUEST)
        kept = Answer(**json.loads(str(item["d"])))
        return Answer(kept.body, kept.status, {**kept.headers, **REPLAYED})

    def write(self, answer: Answer) -> Write:
        """The write that keeps an answer, unless the key has one already."""
        item: Item = {
            **self.place,
            "h": self.meaning,
            "d": json.dumps(asdict(answer), ensure_ascii=False),
            "expires": clock.now() + KEPT_SECONDS,
        }
        return put(
            settings().table_ops,
            item,
            condition="attribute_not_exists(pk) OR expires <= :now",
            values={":now": clock.now()},
            refusal=Taken(),
        )


def once(caller: Caller, key: str, meaning: str, do: Callable[[Work], Answer]) -> Answer:
    """Do and commit a piece of work with its answer, or give the answer it got before."""
    if not 1 <= len(key) <= LONGEST_KEY or not all(" " <= character <= "~" for character in key):
        raise Invalid.field(HEADER, NOT_A_KEY)
    claim = Claim(caller, key, meaning)

    def claimed(work: Work) -> Answer:
        answer = do(work)
        work.writes.insert(0, claim.write(answer))
        return answer

    done_before = claim.answer()
    if done_before:
        return done_before
    try:
        return committed(caller, claimed)
    except Refusal:
        # Whatever stood in our way may be the same request, done a moment ago.
        done_meanwhile = claim.answer()
        if done_meanwhile is None:
            raise
        return done_meanwhile
