"""The search entries of a record, and who holds a text exactly."""

from chalicelib.core.store import Range, Store
from chalicelib.core.words import END


def holders(store: Store, letter: str, text: str) -> list[str]:
    """Ids of the records of a kind that hold exactly this e-mail (`@jean@exemple.fr`) or phone (`+644273163`).

    Archived records hold nothing. Eventually consistent; 0.5 RCU.
    """
    found = store.query_all("pk", store.key("S", text[0]), wanted=Range(prefix=text + END + letter))
    return [str(item["sk"]).rpartition(END)[2].removeprefix(letter) for item in found]
