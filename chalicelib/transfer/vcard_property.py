"""One property of a vCard, 2.1 to 4.0: its lines made whole, its name, parameters and value taken apart.

vobject reads parameters and values; lines are ours, since its own way through them takes twice as long for
each comma of a broken line and gives up a whole card for one damaged photo.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from chalicelib.transfer.google_contacts import LONGEST_LABEL

HEAD_AND_VALUE = re.compile(r'((?:[^":]|"[^"]*")*):(.*)', re.DOTALL)
PARAMETER = re.compile(r'(?:[^";]|"[^"]*")+')
APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
QUOTED_PRINTABLE = "QUOTED-PRINTABLE"
# A person has a few dozen; whoever sends more wants us to be busy with them.
MOST = 500


@dataclass(frozen=True)
class Property:
    """One property of a card; `types` are its types and its label, in lower case."""

    name: str
    value: str
    group: str
    types: tuple[str, ...]

    def parts(self, between: str = ", ") -> list[str]:
        """A value of several fields (a name, an address, an organisation), each in one text."""
        from vobject.vcard import splitFields, toList

        fields = [toList(each) for each in splitFields(self._closed())]
        return [between.join(filter(None, map(str.strip, texts))) for texts in fields]

    def texts(self) -> list[str]:
        """A value that lists texts, separated by commas."""
        from vobject.icalendar import stringToTextValues

        return [text for each in stringToTextValues(self._closed()) if (text := each.strip())]

    def text(self) -> str:
        """A value that is one text, whatever separators it holds."""
        from vobject.icalendar import stringToTextValues

        return ",".join(stringToTextValues(self._closed())).replace("\r\n", "\n").strip()

    def _closed(self) -> str:
        """A backslash at the very end escapes nothing."""
        ending = len(self.value) - len(self.value.rstrip("\\"))
        return self.value[:-1] if ending % 2 else self.value


class TooMany(Exception):
    """The card has more lines than a person has properties."""


def properties(card: str) -> Iterator[Property]:
    """The properties of a card, each with the label that stands in a line of its own beside it.

    Lines that mean nothing are skipped. Raises `TooMany` beyond 500 lines.
    """
    lines = list(islice(_unfolded(card), MOST + 1))
    if len(lines) > MOST:
        raise TooMany
    raw = [found for line in lines if (found := _parsed(line))]
    labels = {each.group: _label(each.value) for each in raw if each.name == "X-ABLABEL" and each.group}
    for each in raw:
        label = labels.get(each.group)
        yield Property(each.name, each.value, each.group, (*each.types, label) if label else each.types)


def _label(value: str) -> str:
    """What a label says, in lower case; Apple writes its own ones as `_$!<Home>!$_`."""
    said = value.strip()[:LONGEST_LABEL]
    own = APPLE_LABEL.fullmatch(said)
    return (own[1] if own else said).lower()


def _parsed(line: str) -> Property | None:
    """`item1.TEL;TYPE=work,cell:+33…` taken apart; None for what is no property."""
    split = HEAD_AND_VALUE.fullmatch(line)
    if split is None:
        return None
    head, *parameters = PARAMETER.findall(split[1]) or [""]
    group, _, name = head.strip().rpartition(".")
    line_ = _content_line(name, [_parameter(each) for each in parameters], split[2])
    types = [value for values in line_.params.get("TYPE", []) for value in values.split(",")]
    said = (*types, *line_.singletonparams)
    return Property(line_.name, line_.value, group.lower(), tuple(each.strip().lower() for each in said))


def _content_line(name: str, parameters: Any, value: str) -> Any:
    """Quoted-printable is undone by vobject, in the charset the line names or, if that is wrong, in ours."""
    from vobject.base import ContentLine

    try:
        return ContentLine(name, parameters, value)
    except (ValueError, LookupError, TypeError):
        others = [each for each in parameters if each[0] not in ("CHARSET", "ENCODING")]
        lenient: Any = [*others, ["ENCODING", "QUOTED-PRINTABLE"], ["CHARSET", "iso-8859-15"]]
        return ContentLine(name, lenient, value)


def _parameter(text: str) -> list[str]:
    """`TYPE="work,voice"` as [name, value, …]; a name alone (2.1) stays alone."""
    name, separator, values = text.partition("=")
    name = name.strip().upper()
    if not separator:
        return [name]
    return [name, *(each.strip().upper() if name == "ENCODING" else each for each in _values(values))]


def _values(text: str) -> list[str]:
    return [value for each in text.replace('"', "").split(",") if (value := each.strip())]


def _unfolded(text: str) -> Iterator[str]:
    """The lines of a card made whole: a blank continues a line, in quoted-printable an equals sign does."""
    whole: list[str] = []
    quoted = soft = False
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if not soft and not (whole and line[:1] in (" ", "\t")):
            if whole:
                yield "".join(whole)
            whole, quoted = [], QUOTED_PRINTABLE in line.partition(":")[0].upper()
        elif not soft:
            line = line[1:]
        soft = quoted and line.endswith("=")
        whole.append(line[:-1] if soft else line)
    if whole:
        yield "".join(whole)
