"""A photo's bytes → pixels as they are stored: whatever a camera, a telephone or a stranger sent."""

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from galeri.making.photo_averaging import averaged, averaged_heif
from galeri.making.picture_errors import BrokenImageError
from galeri.model.photo_files import FORMATS, MOST_PIXELS, ORIENTATION, is_heif

_MODES = {"1": "L", "PA": "RGBA", "La": "LA", "RGBa": "RGBA", "RGBX": "RGB", "YCbCr": "RGB", "HSV": "RGB"}
"""For modes that nothing here works in, one that can hold the same."""
_TO_8_BITS = [(value * 255 + 32767) // 65535 for value in range(65536)]


@dataclass(frozen=True, slots=True)
class DecodedPhoto:
    """A photo as it is stored: not yet turned, cropped or converted.

    The mode of `image` is RGB, RGBA, L, LA, CMYK or LAB. `whole` is the width and height of the photo in pixels, and
    `reduced` how many of them went into each pixel of `image`, one way: 1, 2, 4 or 8. `orientation` is that of EXIF,
    from 1 to 8; `profile` is the ICC profile that came with the photo, or nothing.
    """

    image: Image.Image
    whole: tuple[int, int]
    reduced: int
    orientation: int
    profile: bytes


def stored_size(data: bytes) -> tuple[int, int]:
    """Read how many pixels wide and high the photo is as it is stored; raises BrokenImageError."""
    return _guarded(data, 0).whole


def decode(data: bytes, reduced: int = 1) -> DecodedPhoto:
    """Decode a photo, the first one of several; raises BrokenImageError.

    It is given at 1/`reduced` of its size (1, 2, 4 or 8). A JPEG is so decoded, which costs less; of others, blocks
    of pixels are averaged, and the whole is let go.
    """
    return _guarded(data, reduced)


def _guarded(data: bytes, reduced: int) -> DecodedPhoto:
    try:
        with warnings.catch_warnings(action="ignore"):  # a decoder's remarks about a file
            return _opened(data, reduced)
    except BrokenImageError:
        raise
    except Exception as error:
        # A decoder that is fed a hostile file may raise anything; all of it means the same.
        raise BrokenImageError(str(error) or type(error).__name__) from error


def _opened(data: bytes, reduced: int) -> DecodedPhoto:
    """Open the file, and decode it unless `reduced` is 0."""
    heif = is_heif(data[:12])
    if heif:
        from pillow_heif import register_heif_opener  # noqa: PLC0415 - slow to import, and few need it

        register_heif_opener(thumbnails=False, decode_threads=1)
    Image.MAX_IMAGE_PIXELS = None  # the limit is ours
    with Image.open(BytesIO(data), formats=FORMATS) as image:
        width, height = image.size
        if width * height > MOST_PIXELS:
            message = f"{width} × {height} pixels"
            raise BrokenImageError(message)
        if not reduced:
            return DecodedPhoto(image, image.size, 1, 1, b"")
        if heif and reduced > 1:
            plain = averaged_heif(data, reduced)
        else:
            image.draft(None, (max(1, width // reduced), max(1, height // reduced)))
            image.load()
            plain = _plain(image)
        orientation = image.getexif().get(ORIENTATION, 1)
        profile = image.info.get("icc_profile") or b""
    if plain.width == width and reduced > 1:
        plain = averaged(plain, reduced)
    return DecodedPhoto(plain, (width, height), reduced, orientation, profile)


def _plain(image: Image.Image) -> Image.Image:
    """Bring any mode to one of the six that the rest works in."""
    if image.mode == "P":
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.mode in {"RGB", "L"} and image.has_transparency_data:
        return image.convert("RGBA" if image.mode == "RGB" else "LA")
    if image.mode.startswith("I;16"):
        return image.convert("I").point(_TO_8_BITS, "L")
    if image.mode in {"I", "F"}:
        message = "pixels of 32 bits"
        raise BrokenImageError(message)
    return image.convert(_MODES[image.mode]) if image.mode in _MODES else image
