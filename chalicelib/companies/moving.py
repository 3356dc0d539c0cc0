"""Sites whose parent is merged into another company: they follow, and go back when that is undone."""

from dataclasses import replace

from chalicelib.companies.models import Company, sites_of
from chalicelib.core.store import Store

__all__ = ["holders", "moved", "moved_back", "sites_of"]


def moved(site: Company, parent_id: str, into: Company) -> Company:
    """The site under another parent."""
    if site.fields.parent_id != parent_id:
        return site
    fields = site.fields.model_copy(update={"parent_id": into.id})
    return replace(site, fields=fields, version=site.version + 1)


def moved_back(site: Company, original: Company, left: str, into: Company) -> Company:
    """The site, changed meanwhile, under the parent `original` had, unless it was given another."""
    return moved(site, left, into) if original.fields.parent_id == into.id else site


def holders(_: Store, original: Company) -> list[str]:
    return [original.id]
