"""Google's numbered columns, whose meaning stands in the label beside them, turned into our fields."""

from collections.abc import Iterator

from chalicelib.transfer.folding import fold

NUMBERS = "123456789"
SEPARATOR = " ::: "
# So much of a label says what it is; it is looked through again for each value of its cell.
LONGEST_LABEL = 100
WORK = ("work", "travail", "professionnel", "bureau")
MOBILE = ("mobile", "portable", "cell")
# A card says so of any phone one talks into: whoever wrote only that meant no mobile.
FIXED = ("voice",)
# How mobile numbers begin in France, for columns that do not say what they are.
BEGINNINGS = ("06", "07", "+336", "+337")
FAMILIES = {f"{family}_{number}" for family in ("phone", "email") for number in NUMBERS}
PARTS = ("street", "postal_code", "city", "country")
ADDRESSES = {f"address_{number}_{part}" for number in NUMBERS for part in PARTS}
COLUMNS = FAMILIES | ADDRESSES


def settle(values: dict[str, str]) -> dict[str, str]:
    """Return the row with `phone_1`, `email_1_label`, `address_1_city` … moved to wire fields or the note."""
    if COLUMNS.isdisjoint(values):
        return values
    settled = {field: value for field, value in values.items() if field not in FAMILIES}
    left: list[str] = []
    for family, slots in (("phone", _phone_slots), ("email", _email_slots)):
        for label, value in _labelled(values, family):
            _place(settled, value, slots(label, value), left)
    for number in NUMBERS:
        _move_address(settled, number, left)
    if left:
        settled["note"] = "\n".join(filter(None, [settled.get("note"), *left]))
    return settled


def _labelled(values: dict[str, str], family: str) -> Iterator[tuple[str, str]]:
    """The values of a family with their labels: the first of each cell before the others of any."""
    cells = [
        (
            fold(values.get(f"{family}_{number}_label", "")[:LONGEST_LABEL]),
            values.get(f"{family}_{number}", "").split(SEPARATOR),
        )
        for number in NUMBERS
    ]
    for place in range(max(len(each) for _, each in cells)):
        yield from ((label, each[place].strip()) for label, each in cells if place < len(each))


def _place(values: dict[str, str], value: str, slots: list[str], left: list[str]) -> None:
    """Put the value in the first free slot; without one it is told in the note."""
    if not value or value in (values.get(slot) for slot in slots):
        return
    for slot in slots:
        if slot not in values:
            values[slot] = value
            return
    left.append(f"{'Email' if '@' in value else 'Téléphone'} : {value}")


def _phone_slots(label: str, value: str) -> list[str]:
    if "fax" in label or "pager" in label:
        return []
    looks_so = value.replace(" ", "").startswith(BEGINNINGS) and not _says(label, FIXED)
    mobile = looks_so or _says(label, MOBILE)
    if _says(label, WORK):
        return ["work_mobile", "work_phone"] if mobile else ["work_phone", "work_mobile"]
    return ["personal_mobile", "personal_phone"] if mobile else ["personal_phone", "personal_mobile"]


def _email_slots(label: str, _value: str) -> list[str]:
    return ["work_email", "personal_email"] if _says(label, WORK) else ["personal_email", "work_email"]


def _says(label: str, words: tuple[str, ...]) -> bool:
    return any(word in label for word in words)


def _move_address(values: dict[str, str], number: str, left: list[str]) -> None:
    """A work address is the company's; a third one is told in the note."""
    label = fold(values.pop(f"address_{number}_label", "")[:LONGEST_LABEL])
    parts = {part: values.pop(f"address_{number}_{part}", "") for part in PARTS}
    if not any(parts.values()):
        return
    kind = "company" if _says(label, WORK) else "personal"
    if any(f"{kind}_{part}" in values for part in PARTS):
        left.append("Adresse : " + ", ".join(filter(None, parts.values())))
    else:
        values.update({f"{kind}_{part}": value for part, value in parts.items() if value})
