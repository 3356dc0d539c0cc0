"""A text drawn as a QR code: SVG, so that it is sharp on any screen and any printer."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

# ISO/IEC 18004: four modules of white around the code, or readers do not find it.
QUIET_ZONE = 4
PIXELS = 8  # a module, where nothing else says how large the picture is
# What a code of the largest size holds at its lowest correction, in bytes.
MOST_BYTES = 2_953
# Above this a code has so many modules that the next correction level would make it hard to scan.
_STURDY_BYTES = 600
_ANY_BYTE: Literal[4] = 4  # ISO/IEC 18004, table 2: the mode that takes any byte

Matrix = Sequence[Sequence[bool | None]]


def svg(text: str) -> str:
    """The code of a text of at most `MOST_BYTES` in UTF-8, black on white, one unit of length a module.

    It names a size, since Firefox draws no picture without one on a canvas.
    """
    matrix = _matrix(text)
    size = len(matrix)
    pixels = size * PIXELS
    path = "".join(_row(place, row) for place, row in enumerate(matrix))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{pixels}" height="{pixels}"'
        f' viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{path}"/></svg>'
    )


def _matrix(text: str) -> Matrix:
    # Only these routes draw: the others need not wait for what the import takes.
    from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M
    from qrcode.main import QRCode
    from qrcode.util import QRData

    data = text.encode()
    level = ERROR_CORRECT_M if len(data) <= _STURDY_BYTES else ERROR_CORRECT_L
    code = QRCode(error_correction=level, border=QUIET_ZONE)
    # As bytes whatever it is: in modes it would be smaller, but some readers lose the accents in between, and
    # the library divides by nothing where a block of digits is all noughts.
    code.add_data(QRData(data, mode=_ANY_BYTE, check_data=False))
    code.make(fit=True)
    return code.get_matrix()


def _row(place: int, row: Sequence[bool | None]) -> str:
    """The dark runs of a row, each a rectangle: `M4 6h7v1h-7z`."""
    return "".join(f"M{start} {place}h{length}v1h-{length}z" for start, length in _dark_runs(row))


def _dark_runs(row: Sequence[bool | None]) -> Iterator[tuple[int, int]]:
    for dark, run in groupby(enumerate(row), key=lambda module: bool(module[1])):
        places = [place for place, _ in run]
        if dark:
            yield places[0], len(places)
