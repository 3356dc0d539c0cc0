"""What a route says of itself: who may ask, what it takes and what it answers; `openapi.py` tells it all."""

from collections.abc import Sequence
from typing import NamedTuple, TypedDict

from chalicelib.core.lists import List


class Said(TypedDict, total=False):
    """What a route's decorator may say; each is explained on `Operation`."""

    takes: str
    answers: str
    lists: str
    status: int
    query: List | str
    refuses: Sequence[int]
    public: bool
    by_session: bool
    once: bool


class Operation(NamedTuple):
    """A route; `takes`, `answers`, `lists` and a `query` of text name classes of the feature's `shapes`.

    `lists` is the row of the envelope it answers; an answer named like a media type (`text/csv`) is a file.
    `refuses` are the statuses beyond those that follow from the rest. `public` needs no caller, `by_session`
    one who gave a password, not a token. `once`: a POST that honours an `Idempotency-Key`.
    """

    method: str
    path: str
    name: str
    module: str
    takes: str = ""
    answers: str = ""
    lists: str = ""
    status: int = 200
    query: List | str = ""
    refuses: Sequence[int] = ()
    public: bool = False
    by_session: bool = False
    once: bool = True

    @property
    def keyed(self) -> bool:
        """Whether an `Idempotency-Key` is honoured; a public route has no user whose keys they would be."""
        return self.method == "POST" and self.once and not self.public
