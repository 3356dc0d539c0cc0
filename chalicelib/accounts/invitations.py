"""Inviting colleagues: an admin gives an address and a role, a mailed link makes the user, once."""

from typing import Any

from pydantic import Field

from chalicelib.accounts import brakes, links, logins, passwords, sessions
from chalicelib.accounts.links import INVITATION_SECONDS
from chalicelib.accounts.models import ONLY_TENANT, TENANTS, USERS, Link, all_users, full_name
from chalicelib.accounts.service import SignedIn
from chalicelib.core import clock, mailer, records
from chalicelib.core.config import settings
from chalicelib.core.errors import Invalid, NotFound
from chalicelib.core.fields import Email, Fields, Name, Password, read
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Role, Visibility, Work

KIND = "I"
ALREADY_HERE = Text(
    "Cette personne est déjà utilisatrice du compte (peut-être archivée).",
    "This person is already a user of this account (perhaps archived).",
)


class NewInvitation(Fields):
    """Whom to invite, and as what (VOCABULARY, `invitations`)."""

    email: Email
    role: Role = "user"
    visibility: Visibility = "all"


class Acceptance(Fields):
    """What an invited person tells to come in."""

    first_name: Name = Field(min_length=1)
    last_name: Name = Field(min_length=1)
    password: Password


def invite(work: Work, values: dict[str, Any]) -> Link:
    """Mail an invitation, valid a week; a new one for the same address replaces the last.

    The mail goes before the commit: a link that serves nobody is replaced by inviting again, while an
    invitation nobody was told of would look as if all were well.
    """
    caller = work.caller
    caller.require_admin()
    wanted = read(NewInvitation, values)
    address = wanted.email.lower()
    if any(user.fields.email == address for user in all_users(caller.store)):
        raise Invalid.field("email", ALREADY_HERE)
    brakes.require_place(brakes.INVITATIONS_OF_TENANT, caller.tenant)
    earlier = [each for each in links.of_tenant(KIND, caller.tenant) if each.email == address]
    link, token = links.make(
        KIND, caller.tenant, address, INVITATION_SECONDS, role=wanted.role, visibility=wanted.visibility
    )
    work.writes += [*(links.withdraw(each) for each in earlier), links.put(link)]
    _mail(caller, address, token)
    return link


def _mail(caller: Caller, address: str, token: str) -> None:
    company = records.get(caller, TENANTS, ONLY_TENANT).fields.name
    link = f"{settings().app_urls[0]}/invitation/{token}"
    subject = Text(
        f"{caller.user_name} vous invite dans Simple CRM", f"{caller.user_name} invites you to Simple CRM"
    )
    body = Text(
        f"Bonjour,\n\n{caller.user_name} vous ouvre un accès au compte « {company} » de Simple CRM.\n\n"
        f"Choisissez votre mot de passe ici, dans les sept jours :\n{link}\n\n"
        "Si vous n'attendiez pas cette invitation, ignorez ce message.\n",
        f'Hello,\n\n{caller.user_name} gives you access to the account "{company}" of Simple CRM.\n\n'
        f"Choose your password here, within seven days:\n{link}\n\n"
        "If you did not expect this invitation, ignore this message.\n",
    )
    mailer.send(address, subject.in_(caller.locale), body.in_(caller.locale))


def pending(caller: Caller) -> list[dict[str, Any]]:
    """The invitations nobody has used yet, newest first."""
    caller.require_admin()
    return [to_json(link) for link in links.of_tenant(KIND, caller.tenant)]


def to_json(link: Link) -> dict[str, Any]:
    return {
        "id": link.public_id,
        "email": link.email,
        "role": link.role,
        "visibility": link.visibility,
        "created_at": clock.rfc3339(int(link.created) * 1000),
        "expires_at": clock.rfc3339(int(link.expires) * 1000),
    }


def withdraw(caller: Caller, public_id: str) -> None:
    caller.require_admin()
    for link in links.of_tenant(KIND, caller.tenant):
        if link.public_id == public_id:
            link.delete()
            return
    raise NotFound


def look_at(token: str) -> dict[str, Any]:
    """What the page of an invitation shows before it is accepted; `Gone` when it is no more."""
    link = links.find(KIND, token)
    tenant = records.get(Caller(link.tenant, "", ""), TENANTS, ONLY_TENANT)
    return {"email": link.email, "company_name": tenant.fields.name}


def accept(token: str, values: dict[str, Any], *, user_agent: str, locale: str) -> SignedIn:
    """Make the invited user and open a session; the link is spent in the same transaction."""
    link = links.find(KIND, token)
    told = read(Acceptance, values)
    passwords.require_good(told.password, said_elsewhere=(link.email, told.first_name, told.last_name))
    work = Work(Caller(link.tenant, "", f"{told.first_name} {told.last_name}", role="admin"))
    about = told.model_dump(include={"first_name", "last_name"})
    about |= {"email": link.email, "role": link.role, "visibility": link.visibility, "locale": locale}
    user = records.new(work, USERS, about)
    records.save(work, USERS, None, user, "create")
    work.writes += [logins.new(link.tenant, user, told.password), links.use_up(link)]
    work.commit()
    cookie = sessions.open_for(link.tenant, user, lasting=False, user_agent=user_agent)
    caller = Caller(link.tenant, user.id, full_name(user))
    return SignedIn(link.tenant, records.get(caller, TENANTS, ONLY_TENANT), user, cookie)
