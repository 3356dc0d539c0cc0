"""The zip every function runs, without what none of them uses and what was built for another machine."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

# Three quarters of the bundle describe AWS services we do not speak to; a smaller zip starts sooner.
SERVICES = {"dynamodb", "kms", "s3", "ses", "sns", "sqs", "ssm", "sts"}
_DESCRIPTION = re.compile(r"botocore/data/([^/]+)/")
_FITS_LAMBDA = re.compile(r"^(\S+-none-any|\S+-manylinux\S*_x86_64)$")


class ForeignWheel(Exception):
    """A package in the zip was built for another machine than Lambda's; the message names it."""


def trim(bundle: Path) -> None:
    """Rewrite the zip without the descriptions of services not in `SERVICES`."""
    trimmed = bundle.with_suffix(".part")
    with zipfile.ZipFile(bundle) as whole, zipfile.ZipFile(trimmed, "w", zipfile.ZIP_DEFLATED) as kept:
        for entry in whole.infolist():
            described = _DESCRIPTION.match(entry.filename)
            if described is None or described[1] in SERVICES:
                kept.writestr(entry, whole.read(entry))
    trimmed.replace(bundle)


def require_lambda_wheels(bundle: Path) -> None:
    """Raise ForeignWheel unless every package fits Lambda's Linux on x86_64.

    pip compiles what it finds no wheel of, and the result (`linux_x86_64`) needs this machine's libraries.
    """
    with zipfile.ZipFile(bundle) as whole:
        for name in whole.namelist():
            if name.endswith(".dist-info/WHEEL"):
                tags = re.findall(r"(?m)^Tag: (\S+)", whole.read(name).decode())
                if not tags or not all(_FITS_LAMBDA.match(tag) for tag in tags):
                    raise ForeignWheel(f"{name.split('.dist-info')[0]} is built for {', '.join(tags)}")


def sizes(bundle: Path) -> tuple[float, float]:
    """Return the megabytes of the zip and of what it holds (Lambda takes 250 of the latter)."""
    with zipfile.ZipFile(bundle) as whole:
        return bundle.stat().st_size / 1e6, sum(entry.file_size for entry in whole.infolist()) / 1e6
