"""A film's file → whether it says where it was taken, as telephones write into each: films are published as they are.

MP4 and MOV are boxes, each with its size and type (ISO/IEC 14496-12, section 4.2). Places stand in `moov` (Apple's
`©xyz` and keys, `loci` of 3GPP TS 26.244) or in an XMP packet, never in the pictures, which are not read.
"""

from collections.abc import Iterator
from typing import BinaryIO

_SAID = {b"moov", b"meta", b"uuid", b"udta"}
"""Boxes at the top that may say something of the film."""
_PLACES = (b"\xa9xyz", b"loci", b"com.apple.quicktime.location", b"GPSLatitude", b"GPSCoordinates")
_HEADER, _LONG_HEADER = 8, 16
_MOST = 64_000_000
"""Bytes of such a box that are looked at: an hour of film has some ten million."""


def tells_place(film: BinaryIO) -> bool:
    """Whether a film says where it was taken; what is no MP4 or MOV says nothing that is known."""
    return any(place in said for said in _boxes(film) for place in _PLACES)


def _boxes(film: BinaryIO) -> Iterator[bytes]:
    """Give what the boxes hold that may say something of the film."""
    end = film.seek(0, 2)
    at = 0
    while at + _HEADER <= end:
        film.seek(at)
        header = film.read(_LONG_HEADER)
        size, kind, start = int.from_bytes(header[:4]), header[4:8], _HEADER
        if size == 1:
            size, start = int.from_bytes(header[8:]), _LONG_HEADER
        elif size == 0:
            size = end - at
        if size < start:
            return
        if kind in _SAID:
            film.seek(at + start)
            yield film.read(min(size - start, _MOST))
        at += size
