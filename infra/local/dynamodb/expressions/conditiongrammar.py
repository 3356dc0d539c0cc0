"""The grammar of conditions: `OR` binds least, then `AND`, then `NOT`, then comparisons and functions."""

from __future__ import annotations

from typing import ClassVar

from infra.local.dynamodb.errors import ExpressionError

from .grammar import Grammar
from .nodes import Between, Call, Comparison, Condition, Junction, Membership, Negation, Operand

_COMPARISONS = frozenset(("=", "<>", "<", "<=", ">", ">="))
_CONDITION_FUNCTIONS = {
    "attribute_exists": 1,
    "attribute_not_exists": 1,
    "attribute_type": 2,
    "begins_with": 2,
    "contains": 2,
}
_OPERAND_FUNCTIONS = {"size": 1}
_MOST_CHOICES = 100


class ConditionGrammar(Grammar):
    """`OR` binds least, then `AND`, then `NOT`."""

    functions: ClassVar[dict[str, int]] = _CONDITION_FUNCTIONS | _OPERAND_FUNCTIONS

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
                f"The IN operator is provided with too many operands; number of operands: {len(choices)}"
            )
        return tuple(choices)


def _misused(call: Call) -> ExpressionError:
    return ExpressionError(
        f"The function is not allowed to be used this way in an expression; function: {call.function}"
    )
