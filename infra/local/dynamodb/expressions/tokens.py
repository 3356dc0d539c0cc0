"""Tokens: the words an expression is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from infra.local.dynamodb.errors import ExpressionError

_TOKEN = re.compile(
    r"\s*(?:(?P<name>[A-Za-z][A-Za-z0-9_]*)|(?P<hash>#[A-Za-z0-9_]+)|(?P<value>:[A-Za-z0-9_]+)"
    r"|(?P<integer>[0-9]+)|(?P<sign><=|>=|<>|[<>=()\[\],.+-])|(?P<end>$)|(?P<wrong>.))",
    re.ASCII | re.DOTALL,
)
_LONGEST_EXPRESSION = 4096


@dataclass(frozen=True)
class Token:
    """One word, its kind (name, hash, value, integer, sign, end) and where it stands in the text."""

    kind: str
    text: str
    start: int
    end: int


def tokenise(text: str) -> list[Token]:
    """The words of an expression, an end mark last; refuses letters no expression has."""
    if not text.strip():
        raise ExpressionError("The expression can not be empty;")
    if len(text.encode()) > _LONGEST_EXPRESSION:
        raise ExpressionError("Expression size has exceeded the maximum allowed size;")
    tokens = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "end"
        tokens.append(Token(kind, match[kind], match.start(kind), match.end(kind)))
        if kind == "wrong":
            raise syntax_error(text, tokens, len(tokens) - 1)
        if kind == "end":
            break
    return tokens


def syntax_error(text: str, tokens: list[Token], at: int) -> ExpressionError:
    """AWS's words for a word that cannot stand there: the word, and its neighbours as written."""
    first = tokens[max(at - 1, 0)]
    last = tokens[min(at + 1, len(tokens) - 1)]
    word = tokens[at].text or "<EOF>"
    return ExpressionError(f'Syntax error; token: "{word}", near: "{text[first.start : last.end]}"')
