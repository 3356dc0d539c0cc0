"""A company: its fields, the items made of it, and the list it stands in."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

from chalicelib.companies import identifiers
from chalicelib.core import entries, lists, words
from chalicelib.core.fields import Country, Email, Fields, Line, Name, Note, Phone, Short, SocialProfiles, Url
from chalicelib.core.records import Derived, Kind, Record
from chalicelib.core.store import Item, Range, Store
from chalicelib.core.texts import Text

CompanyKind = Literal["lead", "client", "supplier"]
TWICE = Text("Ce choix est donné deux fois.", "This choice is given twice.")


def _once(kinds: list[CompanyKind]) -> list[CompanyKind]:
    if len(set(kinds)) < len(kinds):
        raise TWICE.error()
    return kinds


class CompanyFields(Fields):
    """The wire's names of a company (VOCABULARY)."""

    name: Name = Field(min_length=1)
    site_label: Name | None = None
    kinds: Annotated[list[CompanyKind], AfterValidator(_once)] = Field(default_factory=list)
    parent_id: str | None = None
    siren: Annotated[str, StringConstraints(max_length=30), AfterValidator(identifiers.siren)] | None = None
    siret: Annotated[str, StringConstraints(max_length=30), AfterValidator(identifiers.siret)] | None = None
    vat_number: (
        Annotated[str, StringConstraints(max_length=30), AfterValidator(identifiers.vat_number)] | None
    ) = None
    street: Line | None = None
    postal_code: Short | None = None
    city: Name | None = None
    country: Country | None = None
    phone: Phone | None = None
    mobile: Phone | None = None
    email: Email | None = None
    website: Url | None = None
    social: SocialProfiles | None = None
    note: Note | None = None
    owner_id: str | None = None

    @field_validator("siret", mode="after")
    @classmethod
    def _check_against_siren(cls, siret: str | None, info: ValidationInfo) -> str | None:
        siren = info.data.get("siren")
        if siren and siret and not siret.startswith(siren):
            raise identifiers.SIRET_OF_ANOTHER.error()
        return siret


def siren_of(fields: CompanyFields) -> str | None:
    """The SIREN, told by the SIRET where it is not given by itself."""
    return fields.siren or (fields.siret[:9] if fields.siret else None)


Company = Record[CompanyFields]
LETTER = "O"
AWAY = "parent_id!"


def display_name(company: Company) -> str:
    """`Pomme (Magasin)`: sites of one company differ by their label."""
    return _shown(company.fields.name, company.fields.site_label)


def _shown(name: str, site_label: str | None) -> str:
    return f"{name} ({site_label})" if site_label else name


def derived_keys(store: Store, company: Company) -> Derived:
    """Every item of a company: itself in its six lists and its kinds' postings, and its search words."""
    fields, derived = company.fields, Derived()
    base = COMPANIES.base_item(store, company)
    facets: dict[str, list[Any]] = {
        "kind": fields.kinds,
        "owner_id": [fields.owner_id] if fields.owner_id else [],
        "parent_id": [fields.parent_id] if fields.parent_id else [],
    }
    lists.place(store, COMPANY_LIST, company, derived, base, row(company), _sort_values(company), facets)
    derived.add(base)
    if company.archived:
        # Who is no longer shown still names its parent, and must be found when that is merged into another.
        if fields.parent_id:
            derived.add({"pk": store.key("F", LETTER, AWAY, fields.parent_id), "sk": company.id})
        return derived
    if fields.owner_id:
        base["fp"] = lists.owner_hash(store, LETTER, fields.owner_id)
    for kind in fields.kinds:
        derived.add(lists.posting(store, LETTER, "kind", kind, company.id, base))
    if fields.parent_id:
        derived.add(lists.posting(store, LETTER, "parent_id", fields.parent_id, company.id, base))
    for item in _search_items(store, company):
        derived.add(item)
    return derived


def _search_items(store: Store, company: Company) -> Iterable[Item]:
    fields, siren = company.fields, siren_of(company.fields)
    exact = entries.reached([fields.email], [fields.phone, fields.mobile])
    shown = display_name(company)
    return entries.items(
        store,
        LETTER,
        company.id,
        names=[fields.name, fields.site_label or ""],
        exact=[*exact, siren.lower()] if siren else exact,
        shown=[shown, "", fields.city] if fields.city else [shown],
        owner_id=fields.owner_id,
        # Before its people, of whom there may be hundreds.
        rank=0,
    )


def row(company: Company) -> dict[str, Any]:
    """What the list shows (VOCABULARY)."""
    fields = company.fields
    return {
        "id": company.id,
        "name": fields.name,
        "site_label": fields.site_label,
        "city": fields.city,
        "kinds": list(fields.kinds),
        "phone": fields.phone or fields.mobile,
    }


def _sort_values(company: Company) -> list[str]:
    fields, id_ = company.fields, company.id
    return [
        words.sort_value(id_, fields.name, fields.site_label),
        words.sort_value(id_, fields.site_label, fields.name),
        words.sort_value(id_, fields.city, fields.name),
        words.sort_value(id_, fields.postal_code, fields.name),
        # The last activity is an interaction's; until there are any, all are blank.
        words.sort_value(id_, None),
        lists.moment_value(company.updated_at, id_),
    ]


COMPANIES: Kind[CompanyFields] = Kind(LETTER, CompanyFields, schema=4, derive=derived_keys)
COMPANY_LIST = lists.List(
    LETTER,
    ("name", "site_label", "city", "postal_code", "last_activity", "updated_at"),
    ("name", "site_label", "city", "kinds", "phone"),
    {
        "owner_id": lists.owner_facet(LETTER),
        "kind": lists.Facet(
            lists.gather_postings(LETTER, "kind"),
            token=lambda kind: f"k{kind}",
            cell=lambda kind: f"kind:{kind}",
        ),
        # A company has few sites: they are gathered, never counted.
        "parent_id": lists.Facet(
            lists.gather_postings(LETTER, "parent_id"), token=lambda parent: f"p{parent[-7:]}"
        ),
    },
)


Named = tuple[str, str]  # id, name as shown


def with_name(store: Store, name: str) -> list[Named]:
    """The companies of exactly this name once folded, archived ones left out."""
    folded = words.fold(name)
    found = store.query_all(
        "lp",
        COMPANY_LIST.hash(store),
        index="list1",
        range_key="s1",
        wanted=Range(prefix=folded[: words.SORT_WIDTH] + words.END),
    )
    # The sort value holds the beginning of a name only, the row all of it.
    return [named for each, named in map(_named, found) if each == folded]


def all_names(store: Store) -> dict[str, Named]:
    """All companies by folded name; of several, the eldest."""
    by_name: dict[str, Named] = {}
    for item in store.query_all("lp", COMPANY_LIST.hash(store), index="list1", range_key="s1"):
        folded, named = _named(item)
        by_name[folded] = min(by_name.get(folded, named), named)
    return by_name


def _named(item: Item) -> tuple[str, Named]:
    """The folded name of a list's row, and whose it is."""
    row = lists.row(COMPANY_LIST, item)
    return words.fold(row["name"]), (
        str(item["pk"]).rpartition("#")[2],
        _shown(row["name"], row.get("site_label")),
    )


def sites_of(store: Store, company_id: str) -> list[str]:
    """Ids of all companies whose parent is this one, archived ones included."""
    return [
        str(item["sk"])
        for facet in ("parent_id", AWAY)
        for item in store.query_all("pk", store.key("F", LETTER, facet, company_id))
    ]
