"""Names as people mean them: without case, accents, blanks or punctuation."""

from chalicelib.core import words


def fold(text: str) -> str:
    """The letters and digits of `text` only: "Centre(s) d'intérêt *" gives "centresdinteret"."""
    return words.fold(text).replace(" ", "")
