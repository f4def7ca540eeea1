"""An address → its QR code, as the path of a drawing."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import zxingcpp

_RUN = re.compile(rb"\x00+")
"""Dark modules side by side."""


class Code(NamedTuple):
    """A QR code: how many modules it has each way, and the dark ones as the path of an SVG with one unit to each."""

    size: int
    path: str


def qr_code(text: str) -> Code:
    """Make the QR code of a text (ISO/IEC 18004, level M: an eighth may be soiled), without the quiet zone of four."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    drawn = made.to_image(scale=1, add_quiet_zones=False)
    size, shades = drawn.shape[0], bytes(memoryview(drawn))  # type: ignore[arg-type] # it has a buffer, untyped
    rows = (shades[start : start + size] for start in range(0, size * size, size))
    return Code(size, "".join(part for y, row in enumerate(rows) for part in _dark(row, y)))


def _dark(row: bytes, y: int) -> Iterator[str]:
    """Give the dark modules of a row, neighbours together."""
    for run in _RUN.finditer(row):
        count = len(run[0])
        yield f"M{run.start()} {y}h{count}v1h-{count}z"
