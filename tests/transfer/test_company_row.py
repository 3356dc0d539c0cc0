"""A row of a list of companies becomes a company, its kinds and numbers put right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.transfer.company_row import CONVERTERS, TEXTS, to_company


def test_a_row_becomes_a_company() -> None:
    row = to_company(
        {
            "name": " Bœuf & Fils ",
            "kinds": "Client, Fournisseur",
            "country": "Belgique",
            "phone": "22334455",
            "siret": "123 456 789 00012",
            "linkedin": "company/boeuf",
            "city": " ",
        }
    )
    assert row.problems == []
    assert row.company == {
        "name": "Bœuf & Fils",
        "kinds": ["client", "supplier"],
        "country": "BE",
        "phone": "22334455",
        "siret": "12345678900012",
        "social": {"linkedin": "company/boeuf"},
    }


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [
        ("Lead", ["lead"]),
        ("prospect", ["lead"]),
        ("CLIENTS", ["client"]),
        ("Supplier;Client;client", ["supplier", "client"]),
        ("Client et fournisseur", ["client", "supplier"]),
    ],
)
def test_kinds_are_read_in_words(cell: str, kinds: list[str]) -> None:
    assert to_company({"kinds": cell}).company["kinds"] == kinds


@pytest.mark.parametrize(
    ("field", "cell"),
    [("kinds", "Ami"), ("siret", "7,89E+13"), ("phone", "6,12E+08"), ("country", "Syldavie")],
)
def test_what_a_cell_cannot_mean_is_a_problem_that_names_its_field(field: str, cell: str) -> None:
    [problem] = to_company({"name": "ACME", field: cell}).problems
    assert problem.field == field
    assert cell in problem.fr


@given(st.dictionaries(st.sampled_from([*TEXTS, *CONVERTERS, "kinds", "x"]), st.text(max_size=20)))
def test_any_cells_make_a_company_or_problems(values: dict[str, str]) -> None:
    row = to_company(values)
    assert all(row.company[name] for name in TEXTS if name in row.company)
