"""A photo's bytes → what stands in its place until it is there: the photo itself, of a few pixels, inside the page."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO

from galeri.making.photo_colours import in_srgb
from galeri.making.photo_decoding import DecodedPhoto, decode, stored_size
from galeri.making.photo_scaling import cut
from galeri.model.outputs import Frame
from galeri.model.views import Placeholder

MAKER = "1"
"""Rises when the same photo gives another placeholder: keys carry it."""
MOST_BYTES = 200
"""What a placeholder may add to a page."""
_SIDE = 8
"""Pixels on the longer side: what a browser makes large and soft again."""
_QUALITIES = (80, 60, 40, 20, 0)
"""Of WebP; the first that is small enough."""
_EIGHTH = 8
_ENOUGH = 64
"""Pixels on the shorter side from which an eighth of a photo, which is decoded soonest, still is enough."""


def make_placeholders(data: bytes, asked: Iterable[Placeholder]) -> Iterator[tuple[Placeholder, str]]:
    """Make the placeholders of one photo, as addresses (RFC 2397); raises BrokenImageError.

    A photo that is transparent somewhere has none, "": it would be seen through it for ever.
    """
    decoded = decode(data, _EIGHTH if min(stored_size(data)) >= _ENOUGH else 1)
    photo = replace(decoded, image=in_srgb(decoded.image, decoded.profile))
    for each in asked:
        yield each, _address(photo, each)


def _address(photo: DecodedPhoto, asked: Placeholder) -> str:
    longer = max(asked.width, asked.height)
    size = (max(1, round(asked.width * _SIDE / longer)), max(1, round(asked.height * _SIDE / longer)))
    shown = Frame(asked.left, asked.top, asked.width, asked.height)
    tiny = cut(photo, shown)(size, 0)
    if tiny.mode != "RGB":
        return ""
    for quality in _QUALITIES:
        made = BytesIO()
        tiny.save(made, "WEBP", quality=quality, method=6)
        address = "data:image/webp;base64," + b64encode(made.getvalue()).decode()
        if len(address) <= MOST_BYTES:
            return address
    return ""
