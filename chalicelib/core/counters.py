"""Numbers that count up for each tenant: a company's number, an invoice's."""

from chalicelib.core.store import Store


def next_number(store: Store, what: str, how_many: int) -> int:
    """The first of `how_many` numbers nobody else gets; one is lost when the record then is refused."""
    item = store.update((store.key("K"), f"number#{what}"), "ADD #n :n", {"#n": "n"}, {":n": how_many})
    return int(item["n"]) - how_many + 1
