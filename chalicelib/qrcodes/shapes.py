"""QR codes as the API describes them."""

from typing import Annotated, Literal

from pydantic import Field

from chalicelib.core.shapes import Shape
from chalicelib.qrcodes.service import MOST_CHARACTERS

__all__ = ["ContactQuery", "TextQuery"]


class TextQuery(Shape):
    """What the code says."""

    text: Annotated[str, Field(min_length=1, max_length=MOST_CHARACTERS)]


class ContactQuery(Shape):
    """What the code of a person does: open their page, or put them into a phone."""

    kind: Literal["record", "vcard"] = "record"
