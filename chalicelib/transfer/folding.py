"""Names as people mean them: without case, accents, blanks or punctuation."""

import unicodedata
from functools import lru_cache

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return the letters and digits of `text` only: "Centre(s) d'intérêt *" gives "centresdinteret"."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(LIGATURES))
    return "".join(sign for sign in plain if sign.isalnum())
