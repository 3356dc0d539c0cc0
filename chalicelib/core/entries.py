"""The search entries of a record: every text it is found by, where it stands, and who holds one exactly.

Words and ordered pairs of words stand in the six list indexes, six of them on one item. Which index a text
stands in follows from its beginning, so that whatever is typed is answered by one Query. E-mails, phones and
numbers of companies are items of their own besides, found by the whole text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from json import dumps
from zlib import crc32

from chalicelib.core.store import Item, Page, Range, Store, Value
from chalicelib.core.words import END, email_text, fold, phone_text

PAIR = "="
FIRST = "00"
# The attributes that sort the six list indexes.
PLACES = ("s1", "s2", "s3", "s4", "s5", "s6")
# Of the salts tried, one of those that spread the words of French names most evenly over the indexes.
_SALT = "69"
# Found by everything up to here: ten words make 90 pairs, 20 items of the transaction's 100.
MOST_WORDS = 10
MOST_EXACT = 30
LONGEST_WORD = 40
# Two of them may stand in one name, whose pairs would be dear, and they tell little: they are found alone,
# before the word that follows them, and behind every other word.
PARTICLES = frozenset("de del den der des la las les l los of the van von".split())


def words_of(text: str) -> list[str]:
    """The words of a text as they are searched: folded, none longer than 40 signs."""
    return [word[:LONGEST_WORD] for word in fold(text).split()]


def pair(word: str, begun: str) -> str:
    """The text of two words of a record in this order; the second may be the beginning of one."""
    return f"{PAIR}{word} {begun}"


def texts(names: Iterable[str]) -> list[str]:
    """What a record of these names is found by: its words, names written as one word, ordered pairs."""
    apart = [words_of(name) for name in names]
    words = _first_words(apart)
    whole = ("".join(name)[:LONGEST_WORD] for name in apart if _is_written_as_one(name))
    return list(dict.fromkeys([*words, *whole, *_pairs(words)]))


def _first_words(apart: Sequence[Sequence[str]]) -> list[str]:
    """The words to search by, in their order: the first ones of each name, so that none hides another."""
    places = sorted((place, which) for which, name in enumerate(apart) for place in range(len(name)))
    first = list(dict.fromkeys(apart[which][place] for place, which in places))[:MOST_WORDS]
    return [word for word in dict.fromkeys(chain.from_iterable(apart)) if word in first]


def _is_written_as_one(name: Sequence[str]) -> bool:
    """`So Clinic`, `N'Diaye` and `S.N.C.F.` are also typed without what parts them."""
    return len(name) == 2 or (len(name) > 2 and all(len(word) == 1 for word in name))


def _pairs(words: Sequence[str]) -> Iterator[str]:
    """Every word before every other; a particle only before the word that follows it."""
    strong = [word for word in words if word not in PARTICLES]
    for place, word in enumerate(words):
        is_strong = word in strong or len(strong) < 2
        others = words if is_strong else [each for each in words[place + 1 : place + 2] if each in strong]
        yield from (pair(word, other) for other in others if other != word)


def items(
    store: Store,
    letter: str,
    record_id: str,
    *,
    names: Iterable[str],
    exact: Iterable[str],
    shown: Sequence[str],
    owner_id: str | None,
    rank: int,
) -> Iterator[Item]:
    """The search items of a record; of those with the same word, the lower `rank` comes first.

    `names` are what its words come from, `exact` its `@e-mail`, `+digits` and numbers. `shown` is its label
    and what stands beside it: where that is none of the names, a blank text goes before it.
    """
    about: Item = {"r": dumps(shown, ensure_ascii=False, separators=(",", ":"))}
    if owner_id:
        about["f"] = owner_mark(owner_id)
    listed: Item = {"lp": store.key("S")}
    behind = f"{END}{rank}"
    for number, places in enumerate(_carried(texts(names), behind)):
        yield {"pk": partition(store, letter, record_id), "sk": f"{number:02}", **listed, **places, **about}
    for text in islice(dict.fromkeys(exact), MOST_EXACT):
        item = {"pk": store.key("S", text[0]), "sk": f"{text}{END}{letter}{record_id}", **about}
        begun = text.removeprefix("@")
        yield item if text[0] == "+" else {**item, **listed, place_of(begun): begun + behind}


def partition(store: Store, letter: str, record_id: str) -> str:
    """Where the items stand that carry a record's words and pairs: `00`, `01`…"""
    return store.key("S", letter + record_id)


def reached(emails: Iterable[str | None], phones: Iterable[str | None]) -> list[str]:
    """The exact texts of addresses and numbers, whatever is blank left out."""
    found = [email_text(email) for email in emails if email]
    return found + [text for phone in phones if phone and (text := phone_text(phone))]


def owner_mark(user_id: str) -> str:
    """What an entry bears of its record's owner, as the rows of lists do."""
    return f"o{user_id[-7:]}"


def _carried(found: Iterable[str], behind: str) -> list[dict[str, Value]]:
    """The texts as attributes of as few items as hold them, each in its place."""
    by_place: dict[str, list[str]] = {}
    for text in found:
        by_place.setdefault(place_of(text), []).append(text)
    most = max(map(len, by_place.values()), default=0)
    return [
        {place: held[number] + behind for place, held in by_place.items() if number < len(held)}
        for number in range(most)
    ]


def place_of(text: str) -> str:
    """Which index holds a text: told by its first sign, or by a pair's first word and second's first sign."""
    head = text[: text.find(" ") + 2] if " " in text else text[0]
    return PLACES[crc32((_SALT + head).encode()) % len(PLACES)]


def index_of(place: str) -> str:
    return f"list{place[1:]}"


@dataclass(frozen=True)
class Entry:
    """An entry as it is read: whose it is, what is shown of it, whose record that is, and where it stands."""

    letter: str
    id: str
    shown: str
    owner: str
    key: Item


def begin_with(store: Store, text: str, *, limit: int, start: Item | None = None) -> Page:
    """The items whose word, pair or e-mail begins with a text; of `+digits`, those whose phone does."""
    if text[0] == "+":
        return store.query("pk", store.key("S", "+"), wanted=Range(prefix=text), limit=limit, start=start)
    place = place_of(text)
    return store.query(
        "lp",
        store.key("S"),
        index=index_of(place),
        range_key=place,
        wanted=Range(prefix=text),
        limit=limit,
        start=start,
    )


def read(item: Item) -> Entry:
    """The entry an item of a page is."""
    _, _, place = str(item["pk"]).split("#")
    holder = place if len(place) > 1 else str(item["sk"]).rpartition(END)[2]
    key = {name: value for name, value in item.items() if name not in ("r", "f")}
    return Entry(holder[0], holder[1:], str(item["r"]), str(item.get("f", "")), key)


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
