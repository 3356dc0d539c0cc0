"""Which company or interest a name in a file stands for: one that is there, or one made once."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from chalicelib.companies import service as companies
from chalicelib.core import ids
from chalicelib.core.words import fold
from chalicelib.core.work import Work
from chalicelib.interests import service as interests
from chalicelib.transfer.models import Import

NAMES_AT_MOST = 20_000


@dataclass
class Names:
    """What a worker has found out of names so far; all of a small tenant's companies are read at once."""

    work: Work
    job: Import
    known: dict[str, companies.Named] | None = None
    loaded: bool = False
    asked: dict[str, companies.Named | None] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)  # id → name

    def company(self, name: str) -> tuple[companies.Named, bool]:
        """The company a name stands for, and whether this import has to make it."""
        # A name of signs alone folds to nothing, and is not every other such name.
        folded = fold(name) or name
        found = self._existing(name, folded)
        if found:
            return found, False
        moment = ids.made_at(self.job.sk)
        return (ids.derived_id(moment, self.job.sk, "company", folded), name), True

    def _existing(self, name: str, folded: str) -> companies.Named | None:
        if not self.loaded:
            self.known, self.loaded = companies.names(self.work.caller, NAMES_AT_MOST), True
        if self.known is not None and folded in self.known:
            return self.known[folded]
        if folded not in self.asked:
            found = [] if self.known is not None else companies.with_name(self.work.store, name)
            self.asked[folded] = min(found or self._sites(name), default=None)
        return self.asked[folded]

    def _sites(self, name: str) -> list[companies.Named]:
        """Companies shown as this name: our own files call a site "Pomme (Magasin)"."""
        company = without_site(name)
        named = companies.with_name(self.work.store, company) if company else []
        return [each for each in named if each[1] == name]

    def interests(self, names: Iterable[str]) -> dict[str, str]:
        """The ids of the interests that are there, by folded name."""
        wanted = list(names)
        return interests.named(self.work.caller, wanted) if wanted else {}

    def make_interests(self, names: Iterable[str]) -> dict[str, str]:
        """Those that are not there made, if an admin asks; a name no interest may have is left out."""
        return interests.make_missing(self.work.caller, names, str(self.job.sk))


def without_site(name: str) -> str:
    """`Pomme` of `Pomme (Magasin)`; nothing of a name that ends in no brackets."""
    company, _, site = name.rpartition(" (")
    return company if site.endswith(")") else ""
