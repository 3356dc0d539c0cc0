"""A row of a list of companies made a company, in wire names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from chalicelib.transfer import cells
from chalicelib.transfer.folding import fold
from chalicelib.transfer.person import NETWORKS
from chalicelib.transfer.problem import Problem

TEXTS = (
    "name",
    "site_label",
    "siren",
    "siret",
    "vat_number",
    "street",
    "postal_code",
    "city",
    "country",
    "phone",
    "mobile",
    "email",
    "website",
    "note",
)
CONVERTERS: dict[str, cells.Convert] = {
    "siren": cells.digits,
    "siret": cells.digits,
    "country": cells.country,
    "phone": cells.phone,
    "mobile": cells.phone,
}
KINDS = {
    **dict.fromkeys(("lead", "leads", "prospect", "prospects", "piste", "suspect"), "lead"),
    **dict.fromkeys(("client", "clients", "customer", "customers", "cliente"), "client"),
    **dict.fromkeys(("supplier", "suppliers", "fournisseur", "fournisseurs", "vendor"), "supplier"),
}
BETWEEN_KINDS = re.compile(r"[,;/|+&\n]| et ")


@dataclass(slots=True)
class CompanyRow:
    """What a row says of a company; `company` holds strings, `kinds` (a list) and `social` (a dict)."""

    company: dict[str, object]
    problems: list[Problem] = field(default_factory=list)


def to_company(values: Mapping[str, str], default_country: str = "FR") -> CompanyRow:
    """Make a company of a row's values by field; what a cell cannot mean is in `problems`, never raised."""
    given = {name: text for name, value in values.items() if (text := value.strip())}
    problems = cells.convert(given, CONVERTERS, default_country)
    company: dict[str, object] = {name: given[name] for name in TEXTS if name in given}
    if social := {name: given[name] for name in NETWORKS if name in given}:
        company["social"] = social
    if "kinds" in given:
        company["kinds"] = _kinds(given["kinds"], problems)
    return CompanyRow(company, problems)


def _kinds(text: str, problems: list[Problem]) -> list[str]:
    """Read "Client, Fournisseur" in any order and language; a word that is no kind is a problem."""
    kinds: list[str] = []
    for word in filter(None, (part.strip() for part in BETWEEN_KINDS.split(text))):
        kind = KINDS.get(fold(word[:40]))
        if kind is None:
            problems.append(
                Problem(
                    "kinds",
                    f"Type : « {word[:40]} » n'est ni Lead, ni Client, ni Fournisseur.",
                    f'Kinds: "{word[:40]}" is neither Lead, Client nor Supplier.',
                )
            )
        elif kind not in kinds:
            kinds.append(kind)
    return kinds
