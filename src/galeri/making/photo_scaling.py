"""A decoded photo → the frame that is shown, upright, in the sizes that are wanted, crisp."""

from collections.abc import Callable
from math import ceil, floor

from PIL import Image, ImageFilter

from galeri.making.photo_decoding import DecodedPhoto
from galeri.making.photo_resizing import Box, Filter, Resize, Size, resizer
from galeri.model.outputs import Frame

_TURN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a photo of an EXIF orientation upright."""
_SIDEWAYS = {5, 6, 7, 8}
_ENOUGH = 2000
"""Pixels: a photo is decoded to no less than this on its longer side, whatever is made of it (but see `reduction`)."""
_CUBIC = 100
"""Percent of sharpening that a cubic does by itself."""
_HAIR = 1e-6
"""Pixels: less than this is no pixel, but the rounding of a computer's fractions."""

Shown = Callable[[Size, int], Image.Image]
"""Gives a frame in a size (pixels), sharpened by so many percent."""


def reduction(size: tuple[int, int], frame: Frame, wanted: tuple[int, int], least: int = _ENOUGH) -> int:
    """Say at which fraction (1, 2, 4 or 8) a photo of `size` is decoded for a frame in the size that is `wanted`.

    `least` is how many pixels its longer side must keep. The answer depends on nothing else, above all not on what
    else is made in the same breath: one description, one picture.
    """
    for fraction in (8, 4, 2):
        enough = max(size) >= least * fraction
        if enough and frame.width >= wanted[0] * fraction and frame.height >= wanted[1] * fraction:
            return fraction
    return 1


def stored_box(box: Box, orientation: int) -> Box:
    """Find a box (left, top, right, bottom) of the upright photo in the photo as it is stored.

    Both are in fractions of width and height, from 0 to 1.
    """
    left, top, right, bottom = box
    if orientation in {2, 3, 6, 7}:
        left, right = 1 - right, 1 - left
    if orientation in {3, 4, 7, 8}:
        top, bottom = 1 - bottom, 1 - top
    return (top, left, bottom, right) if orientation in _SIDEWAYS else (left, top, right, bottom)


def cut(photo: DecodedPhoto, frame: Frame) -> Shown:
    """Cut out the frame, to be shown upright in any size; the photo is RGB or RGBA."""
    sideways, turn = photo.orientation in _SIDEWAYS, _TURN.get(photo.orientation)
    width, height = reversed(photo.whole) if sideways else photo.whole
    right, bottom = frame.left + frame.width, frame.top + frame.height
    upright = (frame.left / width, frame.top / height, right / width, bottom / height)
    resize = resizer(*_cropped(photo.image, _in_pixels(stored_box(upright, photo.orientation), photo)))

    def shown(size: Size, percent: int) -> Image.Image:
        made = _crisp(resize, (size[1], size[0]) if sideways else size, percent)
        return made if turn is None else made.transpose(turn)

    return shown


def _in_pixels(box: Box, photo: DecodedPhoto) -> Box:
    """Turn fractions of the photo into pixels of what was decoded, whose last ones may stand for less than others."""
    (left, top, right, bottom), (width, height), (across, down) = box, photo.whole, photo.image.size
    x, y = width / photo.reduced, height / photo.reduced
    return max(0, left * x), max(0, top * y), min(across, right * x), min(down, bottom * y)


def _cropped(image: Image.Image, box: Box) -> tuple[Image.Image, Box]:
    """Cut out the whole pixels that hold `box`, so that nothing from beyond shines in; and say where it is there."""
    left, top = floor(box[0] + _HAIR), floor(box[1] + _HAIR)
    right, bottom = ceil(box[2] - _HAIR), ceil(box[3] - _HAIR)
    if (left, top, right, bottom) == (0, 0, *image.size):
        return image, box
    inside = (
        max(0, box[0] - left),
        max(0, box[1] - top),
        min(box[2], right) - left,
        min(box[3], bottom) - top,
    )
    return image.crop((left, top, right, bottom)), inside


def _crisp(resize: Resize, size: Size, percent: int) -> Image.Image:
    """Go by `percent` of the way from a triangle, which rings nowhere, to a cubic, which is crisp; or beyond it.

    The rim of what is transparent is left to the triangle.
    """
    if not percent:
        return resize(size, Filter.bilinear)
    cubic = resize(size, Filter.catmull_rom)
    if percent == _CUBIC and cubic.mode == "RGB":
        return cubic
    triangle = resize(size, Filter.bilinear)
    crisp = Image.blend(triangle, cubic, percent / _CUBIC)
    return crisp if crisp.mode == "RGB" else Image.composite(crisp, triangle, _solid(triangle))


def _solid(image: Image.Image) -> Image.Image:
    """Mark the pixels that are opaque, and all round which it is opaque."""
    return image.getchannel("A").filter(ImageFilter.MinFilter(3)).point([0] * 255 + [255])


def on_ground(image: Image.Image, ground: str) -> Image.Image:
    """Lay a picture on a ground of one colour, which shows where it is transparent."""
    if image.mode != "RGBA":
        return image
    return Image.alpha_composite(Image.new("RGBA", image.size, ground), image).convert("RGB")
