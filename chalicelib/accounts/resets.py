"""A forgotten password: the same answer in the same time for all, and a link by mail for a known address."""

from typing import Any

from chalicelib.accounts import brakes, links, logins, passwords, sessions, tokens
from chalicelib.accounts.links import RESET_SECONDS
from chalicelib.accounts.models import USERS, User
from chalicelib.core import mailer, outbox, records
from chalicelib.core.config import settings
from chalicelib.core.errors import Gone
from chalicelib.core.fields import Fields, Password, read
from chalicelib.core.outbox import Told
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work

KIND = "R"
TOPIC = "password-reset"
SUBJECT = Text("Votre nouveau mot de passe Simple CRM", "Your new Simple CRM password")


class ResetRequest(Fields):
    """Whose password is forgotten."""

    email: str


class NewPassword(Fields):
    """What is chosen by the mailed link."""

    password: Password


def ask(values: dict[str, Any], *, client_ip: str) -> None:
    """Leave the address to the queue: looking it up here would tell by the time it takes."""
    address = read(ResetRequest, values).email.lower()[:254]
    brakes.require_place(brakes.RESETS_OF_NETWORK, brakes.network(client_ip))
    brakes.require_place(brakes.RESETS_OF_ACCOUNT, address)
    outbox.tell(TOPIC, email=address)


def send(told: Told) -> None:
    """Mail a link to a known address; nothing to an unknown one."""
    login = logins.find(str(told.about["email"]))
    if login is None:
        return
    user = records.find(Caller(login.tenant, login.user_id, ""), USERS, login.user_id)
    if user is None or user.archived:
        return
    link, token = links.make(KIND, login.tenant, user.fields.email, RESET_SECONDS, user_id=user.id)
    link.save()
    mailer.send(
        user.fields.email, SUBJECT.in_(user.fields.locale), _body(user, token).in_(user.fields.locale)
    )


def _body(user: User, token: str) -> Text:
    link = f"{settings().app_urls[0]}/mot-de-passe/{token}"
    return Text(
        f"Bonjour {user.fields.first_name},\n\nChoisissez un nouveau mot de passe ici, dans la demi-heure :\n"
        f"{link}\n\nSi vous n'avez rien demandé, ignorez ce message : rien n'a changé.\n",
        f"Hello {user.fields.first_name},\n\nChoose a new password here, within half an hour:\n"
        f"{link}\n\nIf you did not ask for this, ignore this message: nothing has changed.\n",
    )


def choose(token: str, values: dict[str, Any]) -> None:
    """Set the new password, spend the link, and end every session and token of the user."""
    link = links.find(KIND, token)
    login = logins.find(link.email)
    if login is None or login.user_id != link.user_id:
        raise Gone(links.USED)
    password = passwords.require_good(read(NewPassword, values).password, said_elsewhere=(link.email,))
    work = Work(Caller(link.tenant, str(link.user_id), "", role="admin"))
    work.writes += [logins.changed(login, password), links.use_up(link)]
    tokens.end_all(work, str(link.user_id))
    work.commit()
    brakes.release(brakes.SIGN_INS_OF_ACCOUNT, link.email)
    sessions.end_all(link.tenant, str(link.user_id))
