"""The grammar of updates: `SET … REMOVE … ADD … DELETE …`, each section once, in any order."""

from __future__ import annotations

from typing import ClassVar

from infra.local.dynamodb.errors import ExpressionError

from .grammar import Grammar
from .nodes import Action, Operand, Sum, Value

_VERBS = ("SET", "REMOVE", "ADD", "DELETE")


class UpdateGrammar(Grammar):
    """`SET … REMOVE … ADD … DELETE …`, each section once, in any order."""

    functions: ClassVar[dict[str, int]] = {"if_not_exists": 2, "list_append": 2}

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
