"""What the columns of a file become: what their headers say, and what somebody chose instead."""

from collections.abc import Mapping, Sequence
from typing import Literal

from chalicelib.core.errors import MOST_FIELDS, FieldError, Invalid
from chalicelib.core.texts import NOT_CHOICE, Text
from chalicelib.transfer import headers
from chalicelib.transfer.company_row import TEXTS
from chalicelib.transfer.header_names import LABELS
from chalicelib.transfer.person import COMPANY, CONTACT, NETWORKS, POSITION
from chalicelib.transfer.problem import Unreadable

Resource = Literal["contacts", "companies"]
Fields = list[str | None]

# What a column may become, in the order the screen offers it.
TARGETS: dict[Resource, tuple[str, ...]] = {
    "contacts": (
        *("civility", "first_name", "last_name", "full_name", "company", *POSITION, "more_positions"),
        *(name for name in CONTACT[3:] if name != "note"),
        *("interests", "note", *(f"company_{part}" for part in COMPANY), *NETWORKS),
    ),
    "companies": (TEXTS[0], TEXTS[1], "kinds", *TEXTS[2:], *NETWORKS),
}
NO_SUCH_COLUMN = Text("Le fichier n'a pas de colonne à cette place.", "The file has no column at this place.")


def overlaid(said: Fields, chosen: Mapping[str, str | None]) -> Fields:
    """The fields with what was chosen, `{"<position>": field or None}`, in the place of what headers say."""
    return [chosen.get(str(place), field) for place, field in enumerate(said)]


def checked(
    said: Fields, chosen: Mapping[str, str | None], columns: Sequence[str], resource: Resource
) -> Fields:
    """The fields as chosen; `Invalid` names each wrong position, and each column that is one too many."""
    known = {*TARGETS[resource], *filter(None, said)}
    wrong = [
        FieldError(f"mapping.{place}"[:60], NO_SUCH_COLUMN if not _is_column(place, said) else NOT_CHOICE)
        for place, field in chosen.items()
        if not _is_column(place, said) or (field is not None and field not in known)
    ]
    fields = overlaid(said, chosen)
    wrong += _twins(fields, chosen, columns)
    if wrong:
        raise Invalid(fields=wrong[:MOST_FIELDS])
    try:
        headers.require_name(fields, columns, resource)
    except Unreadable as nameless:
        raise Invalid.field("mapping", Text(nameless.message_fr, nameless.message_en)) from nameless
    return fields


def _is_column(place: str, said: Fields) -> bool:
    return len(place) < 6 and place in map(str, range(len(said)))


def _twins(fields: Fields, chosen: Mapping[str, str | None], columns: Sequence[str]) -> list[FieldError]:
    """The chosen columns whose field another one has; twins that headers made are settled row by row."""
    wrong = []
    for place, field in enumerate(fields):
        if str(place) not in chosen or field is None or field in headers.JOINED or field == "note":
            continue
        other = next((at for at, each in enumerate(fields) if each == field and at != place), None)
        if other is not None:
            wrong.append(FieldError(f"mapping.{place}", _taken(field, columns[other], other)))
    return wrong


def _taken(field: str, header: str, place: int) -> Text:
    fr, en = LABELS.get(field, (field, field))
    named = header[:60] or str(place + 1)
    return Text(
        f"La colonne « {named} » donne déjà « {fr} » : choisissez un autre champ pour l'une des deux.",
        f'The column "{named}" already becomes "{en}": choose another field for one of them.',
    )
