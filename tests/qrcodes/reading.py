"""A phone's camera: what a real decoder (ZXing) reads from a picture."""

from __future__ import annotations

import re

import zxingcpp
from PIL import Image, ImageDraw

PIXELS = 8


def texts_in(picture: Image.Image) -> list[str]:
    """Every code in a picture, from the left and from the top as they stand."""
    found = zxingcpp.read_barcodes(picture.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return [
        each.text
        for each in sorted(found, key=lambda each: (each.position.top_left.y // 40, each.position.top_left.x))
    ]


def painted(svg: str) -> Image.Image:
    """The rectangles of a code of ours as a picture, eight pixels a module."""
    size = int(re.findall(r'viewBox="0 0 (\d+) \1"', svg)[0])
    picture = Image.new("L", (size * PIXELS, size * PIXELS), 255)
    pen = ImageDraw.Draw(picture)
    for left, top, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", svg):
        x, y = int(left) * PIXELS, int(top) * PIXELS
        pen.rectangle((x, y, x + int(width) * PIXELS - 1, y + PIXELS - 1), fill=0)
    return picture


def read(svg: str) -> str:
    """What the one code of an SVG says."""
    (text,) = texts_in(painted(svg))
    return text
