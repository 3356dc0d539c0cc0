"""Social as the API describes it."""

from chalicelib.companies.shapes import Company
from chalicelib.contacts.shapes import Contact
from chalicelib.core.shapes import Moment, Shape
from chalicelib.social.service import Watch

__all__ = ["Company", "Contact", "SocialActivity", "Watch"]


class Post(Shape):
    """Something published, as plain text."""

    at: Moment | None
    text: str
    url: str | None


class NetworkActivity(Shape):
    """A network: the profile known there, links to it and to a search, and what was said lately.

    `live` tells whether the network can be read at all; `error` why it could not be this time.
    """

    network: str
    profile: str | None
    live: bool
    url: str | None
    search_url: str | None
    items: list[Post]
    about: str | None
    error: str | None


class SocialActivity(Shape):
    networks: list[NetworkActivity]
