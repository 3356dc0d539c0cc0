"""What a service may say went wrong; `core/http.py` alone turns it into an answer (RFC 9457)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic import ValidationError

from chalicelib.core import texts
from chalicelib.core.texts import Text

# Nobody reads more reasons at once, and an answer must not outgrow the request.
MOST_FIELDS = 100


@dataclass(frozen=True)
class FieldError:
    field: str
    text: Text


class Refusal(Exception):
    """The base of all: an HTTP status, a title, and perhaps a reason for each field."""

    status = 500
    title = Text("Une erreur est survenue", "Something went wrong")

    def __init__(self, detail: Text | None = None, fields: Iterable[FieldError] = ()) -> None:
        super().__init__(detail.fr if detail else self.title.fr)
        self.detail = detail
        self.fields = tuple(fields)
        self.headers: dict[str, str] = {}
        self.members: Mapping[str, Any] = {}


class BadRequest(Refusal):
    status = 400
    title = Text("Demande illisible", "Unreadable request")


class Unauthorized(Refusal):
    status = 401
    title = Text("Connexion nécessaire", "Sign-in needed")


class Forbidden(Refusal):
    status = 403
    title = Text("Action refusée", "Action refused")


class NotFound(Refusal):
    """Nothing of that id for this caller: another tenant's record answers exactly like an unknown one."""

    status = 404
    title = Text("Introuvable", "Not found")


class Conflict(Refusal):
    status = 409
    title = Text("Conflit", "Conflict")


class Moved(Refusal):
    """Somebody wrote between our read and our write; the work is begun anew (`core.work.committed`)."""

    status = 409
    title = Text("Cette fiche change sans cesse, réessayez", "This record keeps changing, try again")


class Taken(Refusal):
    """The same request is being done at this moment, under the same key."""

    status = 409
    title = Text("Cette demande est déjà en cours", "This request is already under way")

    def __init__(self) -> None:
        super().__init__()
        self.headers = {"Retry-After": "1"}


class Stale(Refusal):
    """Somebody else saved first; `current` is the record as it is now, for the screen to compare."""

    status = 412
    title = Text("Cette fiche a été modifiée entre-temps", "This record has changed in the meantime")

    def __init__(self, current: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        self.members = {"current": current} if current is not None else {}


class Gone(Refusal):
    """A link that was used, revoked or is too old."""

    status = 410
    title = Text("Ce lien ne sert plus", "This link is no longer valid")


class TooLarge(Refusal):
    status = 413
    title = Text("Trop volumineux", "Too large")


class UnsupportedMedia(Refusal):
    status = 415
    title = Text("Envoyez du JSON (application/json)", "Send JSON (application/json)")


class Invalid(Refusal):
    status = 422
    title = Text("Certains champs sont à corriger", "Some fields need correction")

    @classmethod
    def field(cls, field: str, text: Text) -> "Invalid":
        return cls(fields=[FieldError(field, text)])

    @classmethod
    def of_pydantic(cls, error: ValidationError) -> "Invalid":
        return cls(
            fields=[
                FieldError(".".join(str(part) for part in found["loc"]), texts.of_pydantic(found))
                for found in islice(error.errors(include_url=False), MOST_FIELDS)
            ]
        )


class PreconditionRequired(Refusal):
    status = 428
    title = Text("En-tête If-Match nécessaire", "If-Match header required")


class TooMany(Refusal):
    """A brake was reached; the caller may try again after `retry_after` seconds."""

    status = 429
    title = Text("Trop d'essais", "Too many attempts")

    def __init__(self, retry_after: int, detail: Text | None = None) -> None:
        super().__init__(detail)
        self.headers = {"Retry-After": str(retry_after)}


class NotSent(Refusal):
    """The mail service would not take a message."""

    status = 503
    title = Text("Le courrier n'est pas parti", "The mail was not sent")

    def __init__(self) -> None:
        super().__init__(
            Text(
                "Vérifiez l'adresse, puis réessayez ; si rien ne part, prévenez votre responsable.",
                "Check the address and try again; if nothing leaves, tell your administrator.",
            )
        )


class Busy(Refusal):
    """What we stand on does not answer in time; nothing was done, the caller may try again."""

    status = 503
    title = Text("Service momentanément indisponible", "Service momentarily unavailable")

    def __init__(self) -> None:
        super().__init__(Text("Réessayez dans quelques secondes.", "Try again in a few seconds."))
        self.headers = {"Retry-After": "2"}
