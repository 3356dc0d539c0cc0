"""When two names may be one: pure rules on folded texts (`core.words.fold`), without a single read."""

from typing import NamedTuple

# Shorter words differ by a letter too often: Marc and Mare, Lina and Nina.
_LONG_ENOUGH = 5
_LEGAL_FORMS = frozenset("sa sas sasu sarl eurl sci snc scop selarl ei gmbh ltd bv nv srl".split())
_BETWEEN = frozenset(("et", "and"))


class Names(NamedTuple):
    """A person's names, folded; `first` may be blank."""

    last: str
    first: str


def people_alike(one: Names, other: Names) -> bool:
    """The same name, swapped, written with an initial, or one letter different in one part."""
    last, first = _solid(one.last), _solid(one.first)
    other_last, other_first = _solid(other.last), _solid(other.first)
    if (last, first) in ((other_last, other_first), (other_first, other_last)):
        return True
    if last == other_last:
        slip = differ_by_a_letter(first, other_first) and not _feminine(first, other_first)
        return slip or _initials(one.first, other.first) or _initials(other.first, one.first)
    return first == other_first != "" and differ_by_a_letter(last, other_last)


def same_person(one: Names, other: Names) -> bool:
    """The same two names, in either order."""
    last, first = _solid(one.last), _solid(one.first)
    return (_solid(other.last), _solid(other.first)) in ((last, first), (first, last))


def companies_alike(one: str, other: str) -> bool:
    """The same name but for the legal form, a blank, an "et", or one letter of a long name."""
    name, other_name = _solid(core_of(one)), _solid(core_of(other))
    return name == other_name or differ_by_a_letter(name, other_name)


def core_of(name: str) -> str:
    """A company's folded name without its legal form: `sarl dupont et fils` → `dupont fils`."""
    words = name.split()
    core = [word for word in words if word not in _LEGAL_FORMS and word not in _BETWEEN]
    return " ".join(core or words)


def differ_by_a_letter(one: str, other: str) -> bool:
    """One letter changed, added, left out, or two neighbours swapped, in words long enough to tell."""
    if one == other or min(len(one), len(other)) < _LONG_ENOUGH:
        return False
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    rest, other_rest = (text[same:] if same is not None else "" for text in (one, other))
    if same is None:
        return abs(len(one) - len(other)) == 1
    changed = rest[1:] == other_rest[1:]
    added = rest == other_rest[1:] or rest[1:] == other_rest
    swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return changed or added or swapped


def _solid(text: str) -> str:
    """Without blanks: folding has made them of hyphens, and people write Jean-Pierre in three ways."""
    return text.replace(" ", "")


def _feminine(one: str, other: str) -> bool:
    """Michel and Michèle share a name and a roof more often than they are one."""
    return one + "e" == other or other + "e" == one


def _initials(short: str, long: str) -> bool:
    """`j`, `j p` or `jp` for `jean pierre`."""
    letters, words = _solid(short), long.split()
    if not letters or not all(len(word) > 1 for word in words):
        return False
    are_letters = all(len(word) == 1 for word in short.split()) or len(letters) == len(words) == 2
    return are_letters and "".join(word[0] for word in words).startswith(letters)
