"""What the three grammars share: walking the words, paths, operands and function calls."""

from __future__ import annotations

from typing import ClassVar

from infra.local.dynamodb.errors import ExpressionError

from .nodes import Call, Operand, Path, Value
from .reserved import RESERVED
from .tokens import Token, syntax_error, tokenise

# Deep enough for every client, and shallow enough for Python's own stack.
_DEEPEST = 100


class Grammar:
    """Walks the words; knows what all three grammars share."""

    functions: ClassVar[dict[str, int]] = {}

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokenise(text)
        self.at = 0
        self.depth = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        token = self.token
        if token.kind == "end":
            raise self.wrong()
        self.at += 1
        return token

    def accept(self, *words: str) -> str | None:
        """The next word in capitals if it is one of these signs or key words."""
        word = self.token.text.upper()
        if word in words and self.token.kind in ("name", "sign"):
            self.at += 1
            return word
        return None

    def expect(self, word: str) -> None:
        if not self.accept(word):
            raise self.wrong()

    def finish(self) -> None:
        if self.token.kind != "end":
            raise self.wrong()

    def wrong(self) -> ExpressionError:
        return syntax_error(self.text, self.tokens, self.at)

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise ExpressionError("The expression contains too many nested conditions;")

    def path(self) -> Path:
        steps: list[str | int] = [self.name()]
        while sign := self.accept(".", "["):
            if sign == ".":
                steps.append(self.name())
            else:
                steps.append(self.position())
                self.expect("]")
        return Path(tuple(steps))

    def name(self) -> str:
        if self.token.kind not in ("name", "hash"):
            raise self.wrong()
        token = self.take()
        if token.kind == "name" and token.text.upper() in RESERVED:
            raise ExpressionError(f"Attribute name is a reserved keyword; reserved keyword: {token.text}")
        return token.text

    def position(self) -> int:
        if self.token.kind != "integer" or len(self.token.text) > 9:
            raise self.wrong()
        return int(self.take().text)

    def operand(self) -> Operand:
        if self.token.kind == "value":
            return Value(self.take().text)
        if self.token.kind == "name" and self.tokens[self.at + 1].text == "(":
            return self.call()
        return self.path()

    def call(self) -> Call:
        function = self.take().text
        if function not in self.functions:
            raise ExpressionError(f"Invalid function name; function: {function}")
        self.deeper()
        self.expect("(")
        arguments = [self.operand()]
        while self.accept(","):
            arguments.append(self.operand())
        self.expect(")")
        self.depth -= 1
        if len(arguments) != self.functions[function]:
            raise ExpressionError(
                "Incorrect number of operands for operator or function; "
                f"operator or function: {function}, number of operands: {len(arguments)}"
            )
        return Call(function, tuple(arguments))
