"""Where an oracle differs from AWS, in one table, each line with its reason.

`AWS` in a reason means the developer guide or API reference; `Scylla` means the tests of ScyllaDB's
Alternator, which its authors run against AWS itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .comparison import Answer
from .strategies import Step

_Match = Callable[[Step, Answer, Answer], bool]


@dataclass(frozen=True)
class Gap:
    """A difference nobody need look at: in which oracles, why it is theirs, and how it shows."""

    oracles: str
    reason: str
    shows: _Match


def explains(oracle: str, step: Step, ours: Answer, theirs: Answer) -> Gap | None:
    """Return the known gap behind a difference, if it is one."""
    matching = (gap for gap in GAPS if oracle in gap.oracles and gap.shows(step, ours, theirs))
    return next(matching, None)


def _we_refuse(*texts: str) -> _Match:
    """We refuse the request in these words; the oracle carries it out or fails later."""

    def shows(_step: Step, ours: Answer, theirs: Answer) -> bool:
        return ours.code == "ValidationException" and any(text in ours.text for text in texts)

    return shows


def _we_cancel(_step: Step, ours: Answer, theirs: Answer) -> bool:
    """An action that cannot be carried out cancels our transaction; the oracle passes it over."""
    return ours.code == "TransactionCanceledException" and "ValidationError" in ours.shown["reasons"]


def _compares_two_paths(step: Step, ours: Answer, theirs: Answer) -> bool:
    return bool(re.search(r"[=<>] b\b", str(step[1])))


def _only_removes(step: Step, ours: Answer, theirs: Answer) -> bool:
    return ours.code == "OK" and None in ours.stored and bool(re.search(r"'(REMOVE|DELETE) ", str(step[1])))


def _crashes(_step: Step, _ours: Answer, theirs: Answer) -> bool:
    if theirs.code == "CRASH":
        return True
    reasons = theirs.shown.get("reasons", ()) if isinstance(theirs.shown, dict) else ()
    return not set(reasons) <= {"None", "ConditionalCheckFailed", "ValidationError"}


def _negates_a_negation(_step: Step, _ours: Answer, theirs: Answer) -> bool:
    return 'Expected "("' in theirs.text


def _reads_nothing(_step: Step, ours: Answer, theirs: Answer) -> bool:
    return (ours.shown, ours.cost, theirs.cost) == (theirs.shown, 0.5, 0)


def _limit_is_met_at_the_end(step: Step, ours: Answer, theirs: Answer) -> bool:
    return "Limit" in step[1] and ("LastEvaluatedKey" in ours.shown or ours.shown.get("more") is True)


def _shows_the_key_as_updated(step: Step, ours: Answer, theirs: Answer) -> bool:
    attributes = theirs.shown.get("Attributes", {})
    return (
        step[1].get("ReturnValues") == "UPDATED_NEW" and "pk" in attributes and ours.stored == theirs.stored
    )


def _refuses_a_stored_type(_step: Step, ours: Answer, theirs: Answer) -> bool:
    return ours.code != "ValidationException" and "begins_with, operand type" in theirs.text


def _updates_an_element(step: Step, ours: Answer, theirs: Answer) -> bool:
    updated = str(step[1].get("ReturnValues")).startswith("UPDATED")
    nested = re.search(r"l\[|m\.", step[1].get("UpdateExpression", ""))
    return updated and bool(nested) and ours.stored == theirs.stored


def _filters_an_index(step: Step, ours: Answer, theirs: Answer) -> bool:
    return (
        step[1].get("IndexName") == "by_number"
        and re.search(r"\b[bmtu]\b", step[1].get("FilterExpression", "")) is not None
    )


def _asks_the_type_of_nothing(step: Step, ours: Answer, theirs: Answer) -> bool:
    return "attribute_type(" in str(step[1]) and ours.code != theirs.code


def _orders_a_flag(step: Step, ours: Answer, theirs: Answer) -> bool:
    return "BOOL" in f"{ours} {theirs}" and bool(re.search(r"[<>]|BETWEEN", str(step[1])))


def _measures_what_is_absent(step: Step, ours: Answer, theirs: Answer) -> bool:
    return "size(" in str(step[1]) and "ValidationException" not in (ours.code, theirs.code)


def _hides_the_unchanged(step: Step, ours: Answer, theirs: Answer) -> bool:
    updated = str(step[1].get("ReturnValues")).startswith("UPDATED") and ours.stored == theirs.stored
    return updated and set(theirs.shown.get("Attributes", {})) < set(ours.shown.get("Attributes", {}))


def _halves_an_update(_step: Step, ours: Answer, theirs: Answer) -> bool:
    return ours.code == theirs.code == "ValidationException" and ours.stored != theirs.stored


GAPS = (
    Gap(
        "dynalite ministack moto",
        "Two attributes that are both absent are equal to them; Scylla: an absent attribute equals nothing",
        _compares_two_paths,
    ),
    Gap(
        "dynalite ministack moto",
        "An update that only removes creates the missing item; Scylla #5862: it does not",
        _only_removes,
    ),
    Gap(
        "dynalite ministack moto",
        "A constant of a type without order, or that no function takes, is not refused; Scylla: it is",
        _we_refuse("Incorrect operand type for operator or function"),
    ),
    Gap(
        "dynalite",
        "A Query that finds nothing costs 0; AWS: reading nothing costs the minimum of half a unit",
        _reads_nothing,
    ),
    Gap(
        "dynalite", "An empty string has no attribute_type to it; AWS: it is an S", _asks_the_type_of_nothing
    ),
    Gap(
        "dynalite",
        "Its grammar has no NOT NOT without parentheses; AWS: `NOT condition`",
        _negates_a_negation,
    ),
    Gap(
        "ministack moto",
        "Operators no key condition may have are accepted, or crash; AWS lists =, <, >, BETWEEN, begins_with",
        _we_refuse("Invalid operator used in KeyCondition", "Unsupported operator in KeyCondition"),
    ),
    Gap(
        "ministack moto",
        "attribute_type takes any name; AWS lists ten",
        _we_refuse("Invalid attribute type name found"),
    ),
    Gap(
        "ministack moto",
        "An attribute may be compared with itself; dynalite, recorded from AWS: operands must be distinct",
        _we_refuse("The first operand must be distinct"),
    ),
    Gap(
        "ministack moto",
        "Paths of which one holds the other are accepted; dynalite, recorded from AWS: they overlap",
        _we_refuse("Two document paths"),
    ),
    Gap(
        "ministack moto",
        "A path through something absent is passed over or created; Scylla #10043: it is refused",
        _we_refuse("The document path provided in the update expression"),
    ),
    Gap(
        "ministack moto",
        "The same within a transaction",
        _we_cancel,
    ),
    Gap(
        "ministack",
        "Adding to what is no number is passed over; AWS: operands of + and - are numbers",
        _we_refuse("An operand in the update expression has an incorrect data type"),
    ),
    Gap(
        "ministack",
        "begins_with is refused where the stored value has another type; Scylla: it is false",
        _refuses_a_stored_type,
    ),
    Gap(
        "ministack moto",
        "UPDATED_* show what is around an updated element; dynalite, recorded from AWS: the element",
        _updates_an_element,
    ),
    Gap(
        "ministack moto",
        "A filter sees attributes the index does not project; AWS: an index holds what it projects",
        _filters_an_index,
    ),
    Gap("moto", "A BOOL is ordered among numbers; AWS: types that differ have no order", _orders_a_flag),
    Gap(
        "moto",
        "Two writes of one item in a batch are accepted; AWS: keys must differ",
        _we_refuse("Provided list of item keys contains duplicates"),
    ),
    Gap(
        "moto",
        "A size() of something absent is unequal to nothing; Scylla: an absent operand is",
        _measures_what_is_absent,
    ),
    Gap("moto", "size() of an absent attribute, NOT NOT and some paths end in an exception", _crashes),
    Gap(
        "moto",
        "No LastEvaluatedKey when Limit is met by the last item; dynalite and ministack give one, as AWS",
        _limit_is_met_at_the_end,
    ),
    Gap(
        "moto",
        "UPDATED_NEW of a created item shows its key too; AWS: the updated attributes only",
        _shows_the_key_as_updated,
    ),
    Gap(
        "moto",
        "UPDATED_* leave out what was set to the value it had; AWS: every attribute the update names",
        _hides_the_unchanged,
    ),
    Gap(
        "moto",
        "A refused update leaves the clauses before the wrong one carried out; AWS: all or nothing",
        _halves_an_update,
    ),
)
