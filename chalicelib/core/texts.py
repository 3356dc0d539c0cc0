"""Sentences for people, in French first; and what pydantic finds wrong, said in those sentences."""

from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError


@dataclass(frozen=True)
class Text:
    fr: str
    en: str

    def in_(self, locale: str) -> str:
        return self.en if locale == "en" else self.fr

    def error(self) -> PydanticCustomError:
        """To raise in a pydantic validator: the field it stands on is added by pydantic."""
        return PydanticCustomError("text", "{fr}", {"fr": self.fr, "en": self.en})


REQUIRED = Text("Ce champ est obligatoire.", "This field is required.")
UNKNOWN_FIELD = Text("Ce champ est inconnu.", "This field is unknown.")
NOT_TEXT = Text("Ce champ attend un texte.", "This field expects text.")
NOT_NUMBER = Text("Ce champ attend un nombre.", "This field expects a number.")
NOT_DATE = Text(
    "Ce champ attend une date, par exemple 2026-03-31.", "This field expects a date such as 2026-03-31."
)
NOT_LIST = Text("Ce champ attend une liste.", "This field expects a list.")
NOT_OBJECT = Text("Ce champ attend un objet.", "This field expects an object.")
NOT_CHOICE = Text("Ce choix n'existe pas.", "There is no such choice.")
NOT_VALID = Text("Cette valeur n'est pas acceptée.", "This value is not accepted.")

_BY_TYPE = {
    "missing": REQUIRED,
    "extra_forbidden": UNKNOWN_FIELD,
    "string_type": NOT_TEXT,
    "int_type": NOT_NUMBER,
    "int_parsing": NOT_NUMBER,
    "bool_type": NOT_VALID,
    "date_from_datetime_parsing": NOT_DATE,
    "date_parsing": NOT_DATE,
    "date_type": NOT_DATE,
    "list_type": NOT_LIST,
    "tuple_type": NOT_LIST,
    "set_type": NOT_LIST,
    "dict_type": NOT_OBJECT,
    "model_type": NOT_OBJECT,
    "model_attributes_type": NOT_OBJECT,
    "literal_error": NOT_CHOICE,
    "enum": NOT_CHOICE,
}


def of_pydantic(error: Any) -> Text:
    """One entry of `ValidationError.errors()` as a sentence in both languages."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "text":
        return Text(context["fr"], context["en"])
    # A limit set apart from the type of a text is told as that of a list.
    if kind == "string_too_long" or (kind == "too_long" and isinstance(error["input"], str)):
        most = f"{context['max_length']:,}".replace(",", "\u202f")
        return Text(
            f"Ce texte dépasse {most} caractères.",
            f"This text is longer than {context['max_length']} characters.",
        )
    if kind == "string_too_short":
        least = context["min_length"]
        if least == 1:
            return REQUIRED
        return Text(f"Il faut au moins {least} caractères.", f"At least {least} characters are needed.")
    if kind == "too_long":
        most = context["max_length"]
        return Text(f"Cette liste dépasse {most} éléments.", f"This list has more than {most} elements.")
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        word = ("au moins", "at least") if kind == "greater_than_equal" else ("au plus", "at most")
        return Text(f"Ce nombre doit être {word[0]} {bound}.", f"This number must be {word[1]} {bound}.")
    if error.get("input", ...) is None and kind != "extra_forbidden":
        return REQUIRED
    return _BY_TYPE.get(kind, NOT_VALID)
