"""The grammar: from the words of an expression to its tree. Trees are kept by text: clients send few texts often."""

from __future__ import annotations

from functools import lru_cache

from infra.local.dynamodb.errors import ExpressionError

from .nodes import (
    Action,
    Between,
    Call,
    Comparison,
    Condition,
    Junction,
    Membership,
    Negation,
    Operand,
    Sum,
    Value,
)
from .nodes import Path as Path
from .reserved import RESERVED
from .tokens import Token, syntax_error, tokenise

_COMPARISONS = frozenset(("=", "<>", "<", "<=", ">", ">="))
_CONDITION_FUNCTIONS = {
    "attribute_exists": 1,
    "attribute_not_exists": 1,
    "attribute_type": 2,
    "begins_with": 2,
    "contains": 2,
}
_OPERAND_FUNCTIONS = {"size": 1}
_UPDATE_FUNCTIONS = {"if_not_exists": 2, "list_append": 2}
_VERBS = ("SET", "REMOVE", "ADD", "DELETE")
_MOST_CHOICES = 100
# Deep enough for every client, and shallow enough for Python's own stack.
_DEEPEST = 100


@lru_cache(maxsize=1024)
def parse_condition(text: str) -> Condition:
    """The tree of a ConditionExpression, FilterExpression or KeyConditionExpression."""
    parser = _ConditionParser(text)
    condition = parser.disjunction()
    parser.finish()
    return condition


@lru_cache(maxsize=1024)
def parse_update(text: str) -> tuple[Action, ...]:
    """The clauses of an UpdateExpression, in the order written."""
    return _UpdateParser(text).actions()


@lru_cache(maxsize=1024)
def parse_projection(text: str) -> tuple[Path, ...]:
    """The paths of a ProjectionExpression."""
    parser = _Parser(text)
    paths = [parser.path()]
    while parser.accept(","):
        paths.append(parser.path())
    parser.finish()
    return tuple(paths)


class _Parser:
    """Walks the words; knows what all three grammars share."""

    functions: dict[str, int] = {}

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


class _ConditionParser(_Parser):
    """`OR` binds least, then `AND`, then `NOT`."""

    functions = _CONDITION_FUNCTIONS | _OPERAND_FUNCTIONS

    def disjunction(self) -> Condition:
        self.deeper()
        parts = [self.conjunction()]
        while self.accept("OR"):
            parts.append(self.conjunction())
        self.depth -= 1
        return parts[0] if len(parts) == 1 else Junction("OR", tuple(parts))

    def conjunction(self) -> Condition:
        parts = [self.negation()]
        while self.accept("AND"):
            parts.append(self.negation())
        return parts[0] if len(parts) == 1 else Junction("AND", tuple(parts))

    def negation(self) -> Condition:
        if not self.accept("NOT"):
            return self.primary()
        self.deeper()
        negation = Negation(self.negation())
        self.depth -= 1
        return negation

    def primary(self) -> Condition:
        if not self.accept("("):
            return self.predicate()
        doubled = self.token.text == "("
        opened = self.at
        condition = self.disjunction()
        if doubled and self._closes(opened):
            raise ExpressionError("The expression has redundant parentheses;")
        self.expect(")")
        return condition

    def _closes(self, opened: int) -> bool:
        """Whether the parenthesis at `opened` is closed by the word just read."""
        depth = 0
        for at in range(opened, self.at):
            depth += {"(": 1, ")": -1}.get(self.tokens[at].text, 0)
            if depth == 0:
                return at == self.at - 1
        return False

    def predicate(self) -> Condition:
        left = self.operand()
        if self.token.text in _COMPARISONS:
            return Comparison(self.take().text, self.argument(left), self.argument(self.operand()))
        if self.accept("BETWEEN"):
            low = self.argument(self.operand())
            self.expect("AND")
            return Between(self.argument(left), low, self.argument(self.operand()))
        if self.accept("IN"):
            return Membership(self.argument(left), self.choices())
        if not isinstance(left, Call):
            raise self.wrong()
        if left.function in _OPERAND_FUNCTIONS:
            raise _misused(left)
        for inner in left.arguments:
            self.argument(inner)
        return left

    def argument(self, operand: Operand) -> Operand:
        """An operand, which may be `size(…)` and no condition."""
        if isinstance(operand, Call):
            if operand.function in _CONDITION_FUNCTIONS:
                raise _misused(operand)
            if isinstance(operand.arguments[0], Call):
                raise _misused(operand.arguments[0])
        return operand

    def choices(self) -> tuple[Operand, ...]:
        self.expect("(")
        choices = [self.argument(self.operand())]
        while self.accept(","):
            choices.append(self.argument(self.operand()))
        self.expect(")")
        if len(choices) > _MOST_CHOICES:
            raise ExpressionError(
                "Incorrect number of operands for operator or function; "
                f"operator or function: IN, number of operands: {len(choices) + 1}"
            )
        return tuple(choices)


class _UpdateParser(_Parser):
    """`SET … REMOVE … ADD … DELETE …`, each section once, in any order."""

    functions = _UPDATE_FUNCTIONS

    def actions(self) -> tuple[Action, ...]:
        actions: list[Action] = []
        sections: set[str] = set()
        while self.token.kind != "end":
            verb = self.accept(*_VERBS)
            if verb is None:
                raise self.wrong()
            if verb in sections:
                raise ExpressionError(f'The "{verb}" section can only be used once in an update expression;')
            sections.add(verb)
            actions += self.section(verb)
        return tuple(actions)

    def section(self, verb: str) -> list[Action]:
        actions = [self.action(verb)]
        while self.accept(","):
            actions.append(self.action(verb))
        return actions

    def action(self, verb: str) -> Action:
        path = self.path()
        if verb == "REMOVE":
            return Action(verb, path)
        if verb == "SET":
            self.expect("=")
            return Action(verb, path, self.sum())
        if self.token.kind != "value":
            raise self.wrong()
        return Action(verb, path, Value(self.take().text))

    def sum(self) -> Operand:
        left = self.term()
        sign = self.accept("+", "-")
        return left if sign is None else Sum(sign, left, self.term())

    def term(self) -> Operand:
        if not self.accept("("):
            return self.operand()
        if self.token.text == "(":
            raise ExpressionError("The expression has redundant parentheses;")
        inner = self.sum()
        self.expect(")")
        return inner


def _misused(call: Call) -> ExpressionError:
    return ExpressionError(
        f"The function is not allowed to be used this way in an expression; function: {call.function}"
    )
