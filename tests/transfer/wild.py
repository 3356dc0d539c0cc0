"""People and companies as wild as their fields allow: what a spreadsheet, a line or a formula would break."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

LETTERS = st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp"))
WILD = st.one_of(
    st.text(LETTERS, min_size=1, max_size=30),
    st.sampled_from(
        [
            "=cmd|' /C calc'!A0",
            "'=1+1",
            "''",
            "+x",
            "-y",
            "@z",
            '"',
            '";"',
            ";",
            ",",
            "\\",
            "|",
            "a | b",
            "\\|",
        ]
    ),
)
LINES = st.lists(WILD, min_size=1, max_size=6).map("\n".join)
PHONE = st.from_regex(r"(0[1-9]|\+33 [1-9])( [0-9]{2}){4}", fullmatch=True)
EMAIL = st.from_regex(r"[a-z]{1,8}@[a-z]{1,8}\.fr", fullmatch=True)
CITY = st.sampled_from(["Lyon", "L'Haÿ-les-Roses", "Œting"])
YEARS = st.sampled_from(["2009", "2010-03", "2011-12-31"])
SOCIAL = st.fixed_dictionaries({"x": st.just("@zoe")}, optional={"linkedin": st.just("linkedin.com/in/zoe")})
CONTACT = st.fixed_dictionaries(
    {"last_name": WILD},
    optional={
        "civility": st.sampled_from(["M.", "Mme", "Dr", "Camarade"]),
        "first_name": WILD,
        "personal_phone": PHONE,
        "personal_mobile": PHONE,
        "personal_email": EMAIL,
        "personal_street": WILD,
        "personal_postal_code": st.sampled_from(["01000", "2A004", "SW1A 1AA"]),
        "personal_city": CITY,
        "personal_country": st.sampled_from(["FR", "BE", "US"]),
        "birthday": st.dates(date(1850, 1, 1), date(2150, 1, 1)).map(str),
        "note": LINES,
        "social": SOCIAL,
    },
)
JOB = st.fixed_dictionaries(
    {"company": st.sampled_from(["Acme", "Bœuf | Fils", "=Crac", 'Dé "à" coudre; SA'])},
    optional={
        "title": WILD,
        "work_phone": PHONE,
        "work_mobile": PHONE,
        "work_email": EMAIL,
        "start": YEARS,
        "end": st.just("2019"),
    },
)
COMPANY = st.fixed_dictionaries(
    {"name": WILD},
    optional={
        "site_label": WILD,
        "kinds": st.lists(st.sampled_from(["lead", "client", "supplier"]), unique=True),
        "siret": st.just("73282932000074"),
        "vat_number": st.just("FR83404833048"),
        "street": WILD,
        "city": CITY,
        "country": st.just("FR"),
        "phone": PHONE,
        "email": EMAIL,
        "website": st.just("https://example.fr/?a=1;b"),
        "note": LINES,
        "social": SOCIAL,
    },
)
