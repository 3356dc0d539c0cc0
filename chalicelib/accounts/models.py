"""Credentials and sessions in `auth`; tenants and users in `crm`."""

import hashlib
import json
import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.exceptions import UpdateError

from chalicelib.core import ids, lists
from chalicelib.core.fields import Colour, Email, Fields, Name, Phone
from chalicelib.core.records import BASE, Derived, Kind, Record
from chalicelib.core.store import Item, Store
from chalicelib.core.tables import AuthMeta, Guarded, OwnerIndex
from chalicelib.core.texts import NOT_CHOICE, Text
from chalicelib.core.words import sort_value
from chalicelib.core.work import Caller, Role, Visibility


def digest(text: str) -> str:
    """What we keep instead of an e-mail address or a cookie, so that a copy of the table opens nothing."""
    return hashlib.sha256(text.encode()).hexdigest()


class Login(Guarded):
    """An e-mail address and its password's hash; one address opens one account in one tenant."""

    class Meta(AuthMeta):
        pass

    pk = UnicodeAttribute(hash_key=True)
    tenant = UnicodeAttribute()
    user_id = UnicodeAttribute()
    password_hash = UnicodeAttribute()

    @staticmethod
    def key(email: str) -> str:
        return f"E#{digest(email.strip().lower())}"


class Proof(Guarded):
    """What proves who calls; its rights are a copy of the user's, rewritten when those change."""

    pk = UnicodeAttribute(hash_key=True)
    public_id = UnicodeAttribute()
    tenant = UnicodeAttribute()
    user_id = UnicodeAttribute()
    user_name = UnicodeAttribute()
    role = UnicodeAttribute()
    visibility = UnicodeAttribute()
    locale = UnicodeAttribute()

    def caller(self) -> Caller:
        return Caller(
            tenant=self.tenant,
            user_id=self.user_id,
            user_name=self.user_name,
            role=self.role,  # type: ignore[arg-type]
            visibility=self.visibility,  # type: ignore[arg-type]
            locale=self.locale,
        )

    def set(self, *actions: Any) -> None:
        """Change it unless it was revoked since our read: the next request will be told."""
        try:
            self.update(actions=[*actions], condition=type(self).pk.exists())
        except UpdateError as error:
            if error.cause_response_code != "ConditionalCheckFailedException":
                raise


class Session(Proof):
    """A browser signed in."""

    class Meta(AuthMeta):
        pass

    owner = UnicodeAttribute()
    user_agent = UnicodeAttribute(null=True)
    created = NumberAttribute()
    seen = NumberAttribute()
    lasting = BooleanAttribute(default=False)
    expires = NumberAttribute()
    by_owner: Any = OwnerIndex()

    @staticmethod
    def key(cookie: str) -> str:
        return f"S#{digest(cookie)}"


class Token(Proof):
    """A personal token: a program that acts for its user; without `expires` until it is revoked."""

    class Meta(AuthMeta):
        pass

    seen = NumberAttribute(null=True)
    expires = NumberAttribute(null=True)

    @staticmethod
    def key(token: str) -> str:
        return f"K#{digest(token)}"


class Link(Guarded):
    """What a mailed token stands for; `owner` gathers a tenant's invitations."""

    class Meta(AuthMeta):
        pass

    pk = UnicodeAttribute(hash_key=True)
    owner = UnicodeAttribute()
    public_id = UnicodeAttribute()
    tenant = UnicodeAttribute()
    email = UnicodeAttribute()
    role = UnicodeAttribute(null=True)
    visibility = UnicodeAttribute(null=True)
    user_id = UnicodeAttribute(null=True)
    created = NumberAttribute()
    expires = NumberAttribute()
    by_owner: Any = OwnerIndex()


class Brake(Guarded):
    """How often something was tried in a window of time."""

    class Meta(AuthMeta):
        pass

    pk = UnicodeAttribute(hash_key=True)
    tries = NumberAttribute(default=0)
    expires = NumberAttribute()


def _time_zone(name: str) -> str:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # 2 ms that only a change of profile should pay

    try:
        ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        raise NOT_CHOICE.error() from None
    return name


TimeZone = Annotated[str, StringConstraints(max_length=60), AfterValidator(_time_zone)]


NOT_A_RATE = Text("Écrivez un montant, par exemple 28,00.", "Write an amount, such as 28.00.")


def _rate(text: str) -> str:
    """Euros an hour as a decimal string; `28`, `28,5` and `28.50` are understood."""
    plain = text.replace(",", ".")
    if not re.fullmatch(r"\d{1,4}(\.\d{1,2})?", plain, re.ASCII):
        raise NOT_A_RATE.error()
    return f"{Decimal(plain):.2f}"


class TenantFields(Fields):
    name: Name = Field(min_length=1)


class UserFields(Fields):
    """The wire's names of a user (VOCABULARY)."""

    first_name: Name
    last_name: Name
    email: Email
    role: Role = "user"
    visibility: Visibility = "all"
    hourly_rate: Annotated[str, AfterValidator(_rate)] = "28.00"
    colour: Colour = "#3b6ea5"
    phone: Phone | None = None
    locale: Literal["fr", "en"] = "fr"
    time_zone: TimeZone = "Europe/Paris"
    call_scheme: Literal["tel", "callto", "sip", "teams", "whatsapp"] = "tel"


Tenant = Record[TenantFields]
User = Record[UserFields]


def full_name(user: User) -> str:
    return f"{user.fields.first_name} {user.fields.last_name}"


def rights(user: User) -> dict[str, Any]:
    """What a `Proof` copies of its user."""
    return {
        "user_name": full_name(user),
        "role": user.fields.role,
        "visibility": user.fields.visibility,
        "locale": user.fields.locale,
    }


def derive_tenant(store: Store, tenant: Tenant) -> Derived:
    derived = Derived()
    derived.add(TENANTS.base_item(store, tenant))
    return derived


def derive_user(store: Store, user: User) -> Derived:
    """A user stands in the tenant's list of users, sorted by last name; there are few of them."""
    item = USERS.base_item(store, user)
    item["lp"] = USER_LIST.hash(store)
    item["s1"] = sort_value(user.id, user.fields.last_name, user.fields.first_name)
    item["r"] = json.dumps({"id": user.id, "name": full_name(user)}, ensure_ascii=False)
    derived = Derived()
    derived.add(item)
    return derived


TENANTS: Kind[TenantFields] = Kind("T", TenantFields, derive=derive_tenant)
USERS: Kind[UserFields] = Kind("U", UserFields, derive=derive_user)
ONLY_TENANT = "0" * ids.LENGTH
USER_LIST = lists.List("U", ("last_name",))


def all_users(store: Store) -> list[User]:
    """Every user of the tenant, by last name."""
    rows = store.query_all("lp", USER_LIST.hash(store), index="list1", range_key="s1")
    keys = [(str(row["pk"]), BASE) for row in rows]
    found: dict[tuple[str, str], Item] = store.get_many(keys, consistent=True)
    return [USERS.read(key[0].rpartition("#")[2], found[key]) for key in keys if key in found]
