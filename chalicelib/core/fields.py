"""The kinds of field every record is made of: text with a length, phone, e-mail, web address, country."""

import re
from typing import Annotated, Any, TypeVar, cast, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from chalicelib.core.errors import Invalid
from chalicelib.core.texts import Text

# What browsers accept in <input type="email"> (HTML standard, "valid e-mail address"), with a dot required.
_EMAIL = re.compile(
    r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
    r"@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+"
)
_PHONE = re.compile(r"\+?[\d\s().\-/]+(?:\s*(?:#|ext\.?|poste)\s*\d{1,6})?", re.IGNORECASE)
_COUNTRIES = frozenset(
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT "
    "BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH "
    "ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT "
    "HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS "
    "LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI "
    "NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG "
    "SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG "
    "UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW".split()
)

NOT_EMAIL = Text(
    "Cette adresse e-mail est incomplète ou mal écrite.", "This e-mail address is incomplete or misspelt."
)
NOT_PHONE = Text(
    "Ce numéro doit compter de 3 à 15 chiffres, par exemple 06 44 27 31 63.",
    "This number needs 3 to 15 digits, such as 06 44 27 31 63.",
)
NOT_URL = Text(
    "Cette adresse web est mal écrite, par exemple https://exemple.fr.", "This web address is misspelt."
)
NOT_COUNTRY = Text(
    "Ce code de pays n'existe pas (FR, BE, CH, LU…).", "There is no such country code (FR, BE, CH, LU…)."
)
CONTROL_CHARACTER = Text(
    "Ce texte contient un caractère invisible interdit.", "This text contains a forbidden control character."
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


Model = TypeVar("Model", bound="Fields")


class Fields(BaseModel):
    """The writable fields of a record: unknown ones refused, blanks trimmed, empty text read as nothing."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _read_empty_text_as_nothing(cls, values: Any) -> Any:
        if not isinstance(values, dict):
            return values
        blank = {name for name, value in values.items() if isinstance(value, str) and not value.strip()}
        given = {name: None if name in blank else value for name, value in values.items()}
        # A list that is said to be nothing is an empty one.
        return {name: [] if value is None and cls._is_list(name) else value for name, value in given.items()}

    @classmethod
    def _is_list(cls, name: str) -> bool:
        return name in cls.model_fields and cls.model_fields[name].default_factory is list


def read(model: type[Model], values: dict[str, Any]) -> Model:
    """The fields of `values`, or `Invalid` with a reason for each wrong one."""
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise Invalid.of_pydantic(error) from error


def restored(model: type[Model], stored: dict[str, Any]) -> Model:
    """Fields as they were stored: validated then, so a rule made stricter since hides no record."""
    values = {
        name: restored(nested, value)
        if isinstance(value, dict) and (nested := _nested(model, name))
        else value
        for name, value in stored.items()
    }
    return cast(Model, model.model_construct(None, **values))


def _nested(model: type[Fields], name: str) -> type[Fields] | None:
    """The model of a field that holds fields itself (`social`); None for a plain dict (a view's filters)."""
    models = (each for each in get_args(model.model_fields[name].annotation) if isinstance(each, type))
    return next((each for each in models if issubclass(each, Fields)), None)


def _printable(value: str) -> str:
    if _CONTROL.search(value):
        raise CONTROL_CHARACTER.error()
    return value


def _email(value: str) -> str:
    if len(value) > 254 or not _EMAIL.fullmatch(value):
        raise NOT_EMAIL.error()
    return value


def _phone(value: str) -> str:
    if not _PHONE.fullmatch(value) or not 3 <= len(re.findall(r"\d", value)) <= 15:
        raise NOT_PHONE.error()
    return value


def _url(value: str) -> str:
    address = value if re.match(r"https?://", value, re.IGNORECASE) else f"https://{value}"
    if not re.fullmatch(
        r"https?://[^\s/?#@:]+\.[^\s/?#@:]+(?::\d{1,5})?(?:[/?#]\S*)?", address, re.IGNORECASE
    ):
        raise NOT_URL.error()
    return address


def _profile(value: str) -> str:
    """A handle, or an address that a click may open: no `javascript:` and the like."""
    if re.match(r"[a-z][a-z0-9+.-]*:", value, re.IGNORECASE) and not re.match(
        r"https?://", value, re.IGNORECASE
    ):
        raise NOT_URL.error()
    return value


def _country(value: str) -> str:
    if value.upper() not in _COUNTRIES:
        raise NOT_COUNTRY.error()
    return value.upper()


def _one_line(value: Any) -> Any:
    return re.sub(r"\s+", " ", value) if isinstance(value, str) else value


_Line = Annotated[str, BeforeValidator(_one_line), AfterValidator(_printable)]
# Blanks at its ends belong to a password.
Password = Annotated[str, StringConstraints(strip_whitespace=False)]
Short = Annotated[_Line, StringConstraints(max_length=40)]
Name = Annotated[_Line, StringConstraints(max_length=120)]
Line = Annotated[_Line, StringConstraints(max_length=250)]
Note = Annotated[str, AfterValidator(_printable), StringConstraints(max_length=50_000)]
Email = Annotated[
    _Line,
    StringConstraints(max_length=254),
    AfterValidator(_email),
    Field(json_schema_extra={"format": "email"}),
]
Phone = Annotated[_Line, StringConstraints(max_length=40), AfterValidator(_phone)]
Url = Annotated[_Line, StringConstraints(max_length=500), AfterValidator(_url)]
Profile = Annotated[_Line, StringConstraints(max_length=250), AfterValidator(_profile)]
Country = Annotated[_Line, AfterValidator(_country), Field(json_schema_extra={"examples": ["FR"]})]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


class SocialProfiles(Fields):
    """Addresses or handles of a profile on each network."""

    linkedin: Profile | None = None
    x: Profile | None = None
    facebook: Profile | None = None
    instagram: Profile | None = None
    youtube: Profile | None = None
    bluesky: Profile | None = None
    mastodon: Profile | None = None
    viadeo: Profile | None = None
