"""The fields of a person and of a job of theirs, under the names of the wire (VOCABULARY)."""

from typing import Annotated

from pydantic import (
    AfterValidator,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

from chalicelib.contacts.dates import END_BEFORE_START, ends_before, honest_date, whole_date
from chalicelib.core.fields import Country, Email, Fields, Line, Name, Note, Phone, Short, SocialProfiles
from chalicelib.core.texts import Text

Day = Annotated[
    str,
    StringConstraints(max_length=10),
    AfterValidator(whole_date),
    Field(json_schema_extra={"format": "date"}),
]
HonestDate = Annotated[
    str,
    AfterValidator(honest_date),
    Field(json_schema_extra={"examples": ["2019", "2019-03", "2019-03-01"]}),
]


InterestId = Annotated[str, StringConstraints(max_length=40)]
MOST_INTERESTS = 50
TWICE = Text("Ce centre d'intérêt est donné deux fois.", "This interest is given twice.")


def _once(interest_ids: list[str]) -> list[str]:
    if len(set(interest_ids)) < len(interest_ids):
        raise TWICE.error()
    return interest_ids


Interests = Annotated[list[InterestId], Field(max_length=MOST_INTERESTS), AfterValidator(_once)]


class ContactFields(Fields):
    """The wire's names of a person (VOCABULARY)."""

    civility: Short | None = None
    first_name: Name | None = None
    last_name: Name = Field(min_length=1)
    personal_phone: Phone | None = None
    personal_mobile: Phone | None = None
    personal_email: Email | None = None
    personal_street: Line | None = None
    personal_postal_code: Short | None = None
    personal_city: Name | None = None
    personal_country: Country | None = None
    birthday: Day | None = None
    note: Note | None = None
    interest_ids: Interests = Field(default_factory=list)
    social: SocialProfiles | None = None
    owner_id: str | None = None


class JobFields(Fields):
    """A job in a company, of whoever holds it."""

    company_id: str
    title: Name | None = None
    work_phone: Phone | None = None
    work_mobile: Phone | None = None
    work_email: Email | None = None
    start: HonestDate | None = None
    end: HonestDate | None = None

    @field_validator("end", mode="after")
    @classmethod
    def _check_order(cls, end: str | None, info: ValidationInfo) -> str | None:
        start = info.data.get("start")
        if start and end and ends_before(end, start):
            raise END_BEFORE_START.error()
        return end


class PositionFields(JobFields):
    """A job of a person (VOCABULARY)."""

    contact_id: str
    is_main: bool = False
