"""Several values in one cell: a person's other positions, a line each, and lists of names.

`Acme SA | Vendeuse | 01 44 27 31 63 |  | l.martin@acme.fr | 2015 | 2019-03`: company, title, the phones, the
e-mail, from, to; a backslash stands before a bar or a backslash that belongs to the text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

PARTS = ("company", "title", "work_phone", "work_mobile", "work_email", "start", "end")
_SPECIAL = re.compile(r"[\\|]")
_PART = re.compile(r"((?:[^\\|]|\\.?)*)(?:\||\Z)")
_ESCAPED = re.compile(r"\\(.)")
_NAME = re.compile(r'\s*(?:"((?:[^"]|"")*)"\s*|([^,]*))(?:,|\Z)')


def written(jobs: Sequence[Mapping[str, str]]) -> str:
    """One line for each job, given by the names of `PARTS`."""
    return "\n".join(_line(job) for job in jobs)


def _line(job: Mapping[str, str]) -> str:
    parts = [_SPECIAL.sub(r"\\\g<0>", job.get(name, "")) for name in PARTS]
    while not parts[-1]:
        parts.pop()
    return " | ".join(parts)


def read(cell: str) -> Iterator[dict[str, str]]:
    """The jobs of a cell, blanks left out; a line without a company is none."""
    for line in cell.split("\n"):
        parts = [_ESCAPED.sub(r"\1", part).strip() for part in _PART.findall(line)]
        job = {name: part for name, part in zip(PARTS, parts, strict=False) if part}
        if "company" in job:
            yield job


def listed(names: Iterable[str]) -> str:
    """Names separated by commas; one that holds a comma or a quote stands in quotes."""
    return ", ".join(
        f'"{name.replace(chr(34), chr(34) * 2)}"' if {",", '"'} & {*name} else name for name in names
    )


def names(cell: str) -> list[str]:
    """The names `listed` wrote, or somebody by hand."""
    found = ((quoted.replace('""', '"') or plain).strip() for quoted, plain in _NAME.findall(cell))
    return [name for name in found if name]
