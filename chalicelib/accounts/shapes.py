"""Accounts as the API describes them: sessions, users, invitations, preferences, views."""

from typing import Literal

from pydantic import JsonValue

from chalicelib.accounts.invitations import Acceptance, NewInvitation
from chalicelib.accounts.models import UserFields
from chalicelib.accounts.resets import NewPassword, ResetRequest
from chalicelib.accounts.service import SignIn, SignUp
from chalicelib.accounts.tokens import NewToken
from chalicelib.accounts.views import Resource, ViewFields
from chalicelib.core.shapes import Flag, Id, Moment, Shape, Shown
from chalicelib.core.work import Role, Visibility

__all__ = [
    "Acceptance",
    "NewInvitation",
    "NewPassword",
    "NewToken",
    "ResetRequest",
    "SignIn",
    "SignUp",
    "ViewFields",
]


class User(UserFields, Shown):
    """A user: who they are, what they may, how they like to look; colleagues' rates are for admins alone."""

    hourly_rate: str | None  # type: ignore[assignment]


class Profile(UserFields):
    """What is changed of a user; a new `password` needs the `current_password`."""

    password: str
    current_password: str


class UserQuery(Shape):
    archived: Flag = "false"


class Tenant(Shape):
    id: str
    name: str


class Opened(Shape):
    """Who is signed in; `csrf_token` goes with every change made by a cookie, and is null for a token."""

    user: User
    tenant: Tenant
    csrf_token: str | None


class OpenSession(Shape):
    """A browser signed in."""

    id: Id
    created_at: Moment
    seen_at: Moment
    user_agent: str | None
    current: bool


class Token(Shape):
    """A personal token, without its secret."""

    id: Id
    name: str
    created_at: Moment
    expires_at: Moment | None
    seen_at: Moment | None


class ShownToken(Token):
    """A new token; `token` is shown this once."""

    token: str


class Invitation(Shape):
    """An invitation nobody has accepted yet."""

    id: Id
    email: str
    role: Role
    visibility: Visibility
    created_at: Moment
    expires_at: Moment


class InvitationSeen(Shape):
    """What the page of a mailed invitation shows."""

    email: str
    company_name: str


class Nothing(Shape):
    """The same for a known and an unknown address."""


class Preference(Shape):
    """Any JSON; null forgets it."""

    value: JsonValue


Preferences = dict[str, JsonValue]


class ViewQuery(Shape):
    resource: Literal[Resource, ""] = ""
    archived: Flag = "false"


class View(ViewFields, Shown):
    """A saved view; `mine` when the caller saved it."""

    owner_id: Id
    mine: bool
