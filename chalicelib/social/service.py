"""The front door of social: what somebody's networks show, and which profiles are watched."""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, NamedTuple

from pydantic import Field

from chalicelib.companies import service as companies
from chalicelib.contacts import service as contacts
from chalicelib.core import cache
from chalicelib.core.addresses import Unreachable
from chalicelib.core.errors import Conflict, FieldError, Invalid
from chalicelib.core.fields import Fields, Profile, SocialProfiles, read
from chalicelib.core.outside import TOO_SLOW
from chalicelib.core.texts import NOT_CHOICE, Text
from chalicelib.core.work import Caller, Work
from chalicelib.social import gateway, networks
from chalicelib.social.networks import LIVE, Network

KEPT_SECONDS = 15 * 60
# What failed may work again soon.
KEPT_FAILED_SECONDS = 60
# All networks are asked at once, each in at most three requests; the page waits no longer than this.
WAIT_SECONDS = 9.0

WATCHED = Text(
    "Un autre profil de ce réseau est déjà surveillé : modifiez la fiche pour en changer.",
    "Another profile of this network is watched already: edit the record to change it.",
)


class Watch(Fields):
    """A profile found on a network, to be watched."""

    network: str
    profile: Profile = Field(min_length=1)


class Known(NamedTuple):
    """Whose profiles: the words to search for, the networks there are, the profiles that are known."""

    words: str
    is_company: bool
    networks: Mapping[str, Network]
    profiles: Mapping[str, str]


def of_contact(caller: Caller, contact_id: str) -> list[dict[str, Any]]:
    """Each network with its profile, links, and what was said there lately."""
    contact = contacts.get(caller, contact_id)
    main = contacts.to_json(contact)["main_position"]
    names = [contact.fields.first_name, contact.fields.last_name, main and main["company"]]
    profiles = _profiles(contact.fields.social)
    return _shown(caller, Known(_words(names), False, networks.NETWORKS, profiles))


def of_company(caller: Caller, company_id: str) -> list[dict[str, Any]]:
    """Likewise, with the news of the company's site."""
    company = companies.get(caller, company_id)
    fields = company.fields
    profiles = _profiles(fields.social) | ({"site": fields.website} if fields.website else {})
    return _shown(caller, Known(_words([fields.name, fields.city]), True, networks.of_company(), profiles))


def _words(names: list[str | None]) -> str:
    return " ".join(filter(None, names))


def _profiles(social: SocialProfiles | None) -> dict[str, str]:
    return social.model_dump(exclude_none=True) if social else {}


def _shown(caller: Caller, known: Known) -> list[dict[str, Any]]:
    asked = {name: known.profiles[name] for name in known.networks if name in LIVE and name in known.profiles}
    said = _said(caller, asked)
    return [
        {
            "network": name,
            "profile": known.profiles.get(name),
            "live": name in LIVE,
            "url": network.url(known.profiles[name]) if name in known.profiles else None,
            "search_url": network.search_url(known.words, is_company=known.is_company),
            **said.get(name, _NOTHING),
        }
        for name, network in known.networks.items()
    ]


_NOTHING: dict[str, Any] = {"items": [], "about": None, "error": None}


def _said(caller: Caller, asked: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """What each network says of its profile: as kept, else asked for all at once."""
    kept = {name: cache.get(caller, f"{name} {profile}") for name, profile in asked.items()}
    missing = [name for name, value in kept.items() if value is None]
    fresh = _fetched({name: asked[name] for name in missing}) if missing else {}
    for name, value in fresh.items():
        seconds = KEPT_FAILED_SECONDS if value["error"] else KEPT_SECONDS
        cache.put(caller, f"{name} {asked[name]}", value, seconds)
    found = {name: fresh.get(name) or kept[name] for name in asked}
    return {name: _told(value, caller.locale) for name, value in found.items()}


def _fetched(asked: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Every network at once; one that is too slow keeps nobody waiting."""
    pool = ThreadPoolExecutor(len(asked))
    tasks = {name: pool.submit(gateway.activity, name, profile) for name, profile in asked.items()}
    pool.shutdown(wait=False)
    wait(tasks.values(), timeout=WAIT_SECONDS)
    return {name: _outcome(task) for name, task in tasks.items()}


def _outcome(task: "Future[gateway.Activity]") -> dict[str, Any]:
    try:
        if task.done():
            return {**task.result().to_json(), "error": None}
        reason = TOO_SLOW
    except Unreachable as error:
        reason = error.text
    return {**_NOTHING, "error": [reason.fr, reason.en]}


def _told(value: dict[str, Any], locale: str) -> dict[str, Any]:
    error = value["error"]
    return value | {"error": error and Text(*error).in_(locale)}


def watch_contact(work: Work, contact_id: str, values: dict[str, Any]) -> dict[str, Any]:
    """Keep a profile found for a person; another one that stands there is not replaced unseen."""
    watch = _read(values, networks.NETWORKS)
    contact = contacts.get(work.caller, contact_id)
    changes = _social(contact.fields.social, watch)
    return contacts.to_json(contacts.change(work, contact_id, contact.version, changes))


def watch_company(work: Work, company_id: str, values: dict[str, Any]) -> dict[str, Any]:
    """Likewise for a company, whose site is a network too."""
    watch = _read(values, networks.of_company())
    company = companies.get(work.caller, company_id)
    if watch.network == networks.SITE.name:
        _require_same(company.fields.website, watch.profile)
        changes: dict[str, Any] = {"website": watch.profile}
    else:
        changes = _social(company.fields.social, watch)
    try:
        return companies.change(work, company_id, company.version, changes).to_json()
    except Invalid as refusal:
        # Under the name it was sent by.
        raise Invalid(fields=[FieldError("profile", each.text) for each in refusal.fields]) from None


def _read(values: dict[str, Any], known: Mapping[str, Network]) -> Watch:
    watch = read(Watch, values)
    if watch.network not in known:
        raise Invalid.field("network", NOT_CHOICE)
    return watch


def _social(before: SocialProfiles | None, watch: Watch) -> dict[str, Any]:
    """The change of `social`, or a refusal when it would take somebody else's choice away."""
    profiles = _profiles(before)
    _require_same(profiles.get(watch.network), watch.profile)
    return {"social": {**profiles, watch.network: watch.profile}}


def _require_same(before: str | None, profile: str) -> None:
    if before and before != profile:
        raise Conflict(WATCHED)
