"""Colours of any camera, scanner or printer → sRGB, which is what every browser takes an untagged picture for."""

from functools import cache, lru_cache
from io import BytesIO
from itertools import product

from PIL import Image, ImageChops, ImageCms

_OPAQUE = 255


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Convert to sRGB and forget all that came with the photo; the mode is RGB, or RGBA where it is transparent.

    Relative colorimetric with black point compensation: colours that sRGB holds stay what they are, and shadows
    are not cut off. A profile that is broken, or belongs to another kind of colour, is passed over; so is one that
    changes no colour by more than a level, as that of sRGB itself. A photo that is in sRGB is not copied.
    """
    alpha = image.getchannel("A") if image.mode in {"LA", "RGBA"} else None
    colour = image if alpha is None else image.convert(image.mode.removesuffix("A"))
    made = _converted(colour, profile) or (colour if colour.mode == "RGB" else colour.convert("RGB"))
    if alpha is not None and alpha.getextrema() != (_OPAQUE, _OPAQUE):
        made.putalpha(alpha)
    made.info = {}
    return made


def _converted(image: Image.Image, profile: bytes) -> Image.Image | None:
    if not profile and image.mode != "LAB":
        return None
    try:
        transform = _transform(profile, image.mode)
        return None if transform is None else ImageCms.applyTransform(image, transform)
    except (ImageCms.PyCMSError, OSError):
        return None


@lru_cache(maxsize=4)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """Prepare the conversion from a profile, unless it changes nothing; raises PyCMSError or OSError."""
    source = _lab() if mode == "LAB" else ImageCms.ImageCmsProfile(BytesIO(profile))
    transform = ImageCms.buildTransform(
        source,
        _srgb(),
        mode,
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return None if mode == "RGB" and _changes_nothing(transform) else transform


def _changes_nothing(transform: ImageCms.ImageCmsTransform) -> bool:
    after = _samples().copy()
    ImageCms.applyTransform(after, transform, inPlace=True)
    return ImageChops.difference(_samples(), after).point(lambda level: level > 1).getbbox() is None


@cache
def _samples() -> Image.Image:
    """Give colours from all over the cube, 18 steps in each direction."""
    levels = range(0, 256, 15)
    return Image.frombytes("RGB", (len(levels) ** 2, len(levels)), bytes(sum(product(levels, repeat=3), ())))


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@cache
def _lab() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
