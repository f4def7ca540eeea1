"""A part of a picture → the same in fewer pixels, through a triangle or a cubic.

The cubic is that of Catmull and Rom (Keys, “Cubic convolution interpolation”, 1981, with a = -1/2). Both filters are as
wide as what becomes one pixel.
"""

from collections.abc import Callable
from enum import Enum
from functools import cache
from importlib.metadata import version

from PIL import Image

try:
    import cykooz_resizer as quick
except ImportError:  # no wheel is made for this machine
    quick = None

_MOST = 11_000_000
"""Pixels: more stay with Pillow, which copies nothing. Photos of 42 megapixels, decoded at a half, have fewer."""

Size = tuple[int, int]
Box = tuple[float, float, float, float]


class Filter(Enum):
    """What weighs the pixels of a photo that become one; the name is that of the quick library, the value Pillow's."""

    bilinear = Image.Resampling.BILINEAR
    catmull_rom = Image.Resampling.BICUBIC


def library() -> str:
    """Name what resizes on this machine, with its version where it is not Pillow."""
    return f"{quick.__name__} {version(quick.__name__)}" if quick else "pillow"


Resize = Callable[[Size, Filter], Image.Image]


def resizer(image: Image.Image, box: Box) -> Resize:
    """Prepare the part of an RGB or RGBA picture within `box` (left, top, right, bottom; pixels) for many sizes.

    Colours are weighed by how opaque they are. The two libraries compute alike, and differ by a level or two. A whole
    RGB picture in its own size stays as it is: through either filter each pixel would become itself.
    """
    large = image.width * image.height > _MOST
    resize = _in_pillow(image, box) if large or quick is None else _quickly(image, box)
    whole = image.mode == "RGB" and box == (0, 0, *image.size)
    return lambda size, through: image if whole and size == image.size else resize(size, through)


def _in_pillow(image: Image.Image, box: Box) -> Resize:
    return lambda size, through: image.resize(size, through.value, box)


def _quickly(image: Image.Image, box: Box) -> Resize:
    """Work on pixels of four bytes: Pillow holds both kinds so, and takes and gives them without conversion."""
    shown, mode, raw = image.mode, *(("RGBa", "RGBa") if image.mode == "RGBA" else ("RGB", "RGBX"))
    left, top, right, bottom = box
    part = quick.CropBox(left, top, min(right, image.width) - left, min(bottom, image.height) - top)
    four = quick.PixelType.U8x4

    @cache
    def pixels() -> "quick.ImageData":
        return quick.ImageData(*image.size, four, _in_mode(image, mode).tobytes("raw", raw))

    def resize(size: Size, through: Filter) -> Image.Image:
        algorithm = quick.ResizeAlg.convolution(quick.FilterType[through.name])
        made = quick.ImageData(*size, four)
        quick.Resizer().resize(pixels(), made, quick.ResizeOptions(algorithm, use_alpha=False, crop_box=part))
        return _in_mode(Image.frombytes(mode, size, made.get_buffer(), "raw", raw), shown)

    return resize


def _in_mode(image: Image.Image, mode: str) -> Image.Image:
    return image if image.mode == mode else image.convert(mode)
