"""SIREN, SIRET and VAT numbers, checked by their keys; Belgian, Swiss and Luxembourg ones too."""

import re
from types import ModuleType

from chalicelib.core.texts import Text

NOT_SIREN = Text(
    "Ce SIREN est faux : 9 chiffres, dont le dernier est une clé (ou un numéro d'entreprise BE, CH ou LU).",
    "This SIREN is wrong: 9 digits, the last one being a key (or a BE, CH or LU company number).",
)
NOT_SIRET = Text(
    "Ce SIRET est faux : 14 chiffres, dont le dernier est une clé.",
    "This SIRET is wrong: 14 digits, the last one being a key.",
)
NOT_VAT = Text(
    "Ce n° TVA est faux : vérifiez le pays et la clé, par exemple FR40303265045.",
    "This VAT number is wrong: check the country and the key, such as FR40303265045.",
)
SIRET_OF_ANOTHER = Text("Ce SIRET ne commence pas par le SIREN.", "This SIRET does not begin with the SIREN.")
_SEPARATORS = re.compile(r"[\s.\-]")


def compact(text: str) -> str:
    return _SEPARATORS.sub("", text).upper()


def siren(text: str) -> str:
    """The number without separators; raises the error to show."""
    from stdnum.be import vat as belgian
    from stdnum.ch import uid as swiss
    from stdnum.fr import siren as french

    number = compact(text)
    if french.is_valid(number) or belgian.is_valid(number) or swiss.is_valid(number):
        return number
    # The Luxembourg register (RCS) has a letter and up to six digits, without a key.
    if re.fullmatch(r"[A-Z]\d{1,6}", number):
        return number
    raise NOT_SIREN.error()


def siret(text: str) -> str:
    from stdnum.fr import siret as french

    number = compact(text)
    if not french.is_valid(number):
        raise NOT_SIRET.error()
    return number


def vat_number(text: str) -> str:
    """With its country's two letters; a Swiss one as CHE… with its MWST, TVA or IVA ending kept."""
    from stdnum.ch import vat as swiss
    from stdnum.eu import vat as european

    number = compact(text)
    if number.startswith("CHE"):
        if not swiss.is_valid(number):
            raise NOT_VAT.error()
        return number
    module: ModuleType = european
    if not module.is_valid(number):
        raise NOT_VAT.error()
    return number
