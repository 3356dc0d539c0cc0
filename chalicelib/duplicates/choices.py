"""Which value of two records a merge keeps in each field, and what would be lost: pure rules on plain values.

Unless chosen otherwise the winner keeps its own, and the loser fills what is blank. Both notes are kept. What
no field can hold is told as lost, for a note to keep.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from chalicelib.core.texts import Text
from chalicelib.core.words import fold, phone_digits

Side = Literal["winner", "loser"]
Values = Mapping[str, Any]


class Lost(NamedTuple):
    """A value that no field keeps, under the label of the field it stood in."""

    label: Text
    value: str


@dataclass(frozen=True)
class Rules:
    """How records of a kind are merged: labels of what has one value, lists, and two fields for numbers."""

    labels: Mapping[str, Text]
    united: tuple[str, ...]
    phones: tuple[str, str]
    # A reference to another record: chosen or filled, never written down.
    references: tuple[str, ...] = ("owner_id",)

    @property
    def choosable(self) -> tuple[str, ...]:
        return (*self.labels, *self.references, "note")


@dataclass
class Decision:
    values: dict[str, Any] = field(default_factory=dict)
    lost: list[Lost] = field(default_factory=list)


def flat(values: Values) -> dict[str, Any]:
    """Fields with the networks beside the others, as `social.linkedin`."""
    plain = {name: value for name, value in values.items() if name != "social"}
    return plain | {f"social.{name}": value for name, value in (values.get("social") or {}).items()}


def nested(values: Values) -> dict[str, Any]:
    """The inverse of `flat`."""
    plain = {name: value for name, value in values.items() if not name.startswith("social.")}
    social = {name[7:]: value for name, value in values.items() if name.startswith("social.") and value}
    return plain | {"social": social or None}


def default_side(name: str, winner: Values, loser: Values) -> Literal["winner", "loser", "both", "same"]:
    """What happens to a field when nobody chooses."""
    mine, theirs = winner.get(name), loser.get(name)
    if same(name, mine, theirs):
        return "same"
    if name == "note" and mine and theirs:
        return "both"
    return "winner" if mine else "loser"


def same(name: str, one: Any, other: Any) -> bool:
    """Whether two values say the same, however they are written."""
    if not one or not other:
        return not one and not other
    if "phone" in name or "mobile" in name:
        return phone_digits(str(one)) == phone_digits(str(other))
    if "email" in name:
        return str(one).lower() == str(other).lower()
    if name in ("start", "end"):
        return bool(one.startswith(other) or other.startswith(one))
    return one == other or (isinstance(one, str) and fold(one) == fold(str(other)) != "")


def decide(rules: Rules, winner: Values, loser: Values, choices: Mapping[str, Side]) -> Decision:
    """The merged values but for the note, and what they lose; `winner` and `loser` are flat."""
    made = Decision()
    for name in (*rules.labels, *rules.references):
        side = choices.get(name) or ("winner" if winner.get(name) else "loser")
        kept, left = (winner, loser) if side == "winner" else (loser, winner)
        made.values[name] = kept.get(name)
        if left.get(name) and not same(name, kept.get(name), left.get(name)) and name in rules.labels:
            _lose(rules, made, name, str(left[name]))
    for name in rules.united:
        made.values[name] = list(dict.fromkeys([*winner.get(name, ()), *loser.get(name, ())]))
    _find_room(rules, made)
    return made


def _lose(rules: Rules, made: Decision, name: str, value: str) -> None:
    made.lost.append(Lost(rules.labels[name], value))


def _find_room(rules: Rules, made: Decision) -> None:
    """Keep a number that would be lost in the other field for numbers, if that is blank."""
    for name in rules.phones:
        (other,) = set(rules.phones) - {name}
        for each in [lost for lost in made.lost if lost.label == rules.labels[name]]:
            if same("phone", made.values[other], each.value):
                made.lost.remove(each)
            elif not made.values[other]:
                made.values[other] = each.value
                made.lost.remove(each)


def note(
    winner: str | None, loser: str | None, choice: Side | None, heading: str, lines: list[str]
) -> str | None:
    """Both notes, or the chosen one, then under a heading what would otherwise be lost."""
    kept = {"winner": [winner], "loser": [loser], None: [winner, loser]}[choice]
    told = ["\n".join([heading, *lines])] if lines else []
    return "\n\n".join(dict.fromkeys(text for text in [*kept, *told] if text)) or None
