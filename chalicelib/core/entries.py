"""The search entries of a record, and who holds a text exactly."""

from itertools import islice

from chalicelib.core.store import Range, Store
from chalicelib.core.words import END


def holders(store: Store, letter: str, text: str, at_most: int | None = None) -> list[str]:
    """Ids of the records of a kind that hold exactly this e-mail (`@a@b.fr`) or phone (`+644273163`).

    Archived records hold nothing. Eventually consistent; 0.5 RCU.
    """
    wanted = Range(prefix=text + END + letter)
    found = store.query_all("pk", store.key("S", text[0]), wanted=wanted, limit=at_most)
    return [str(item["sk"]).rpartition(END)[2].removeprefix(letter) for item in islice(found, at_most)]


def all_holders(store: Store, letter: str, first: str) -> dict[str, list[str]]:
    """Which records of a kind hold which texts of this first letter (`@`: all e-mails)."""
    found: dict[str, list[str]] = {}
    for item in store.query_all("pk", store.key("S", first)):
        text, _, holder = str(item["sk"]).rpartition(END)
        if holder.startswith(letter):
            found.setdefault(text, []).append(holder.removeprefix(letter))
    return found
