"""Colours of any camera, scanner or printer → sRGB, which is what every browser takes an untagged picture for."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageCms

_OPAQUE = 255


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Convert to sRGB and forget all that came with the photo; the mode is RGB, or RGBA where it is transparent.

    Relative colorimetric with black point compensation: colours that sRGB holds stay what they are, and shadows
    are not cut off. A profile that is broken, or belongs to another kind of colour, is passed over.
    """
    alpha = image.getchannel("A") if image.mode in {"LA", "RGBA"} else None
    colour = image if alpha is None else image.convert(image.mode.removesuffix("A"))
    made = _converted(colour, profile) or colour.convert("RGB")
    if alpha is not None and alpha.getextrema() != (_OPAQUE, _OPAQUE):
        made.putalpha(alpha)
    made.info = {}
    return made


def _converted(image: Image.Image, profile: bytes) -> Image.Image | None:
    if not profile and image.mode != "LAB":
        return None
    try:
        source = _lab() if image.mode == "LAB" else ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(
            image,
            source,
            _srgb(),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return None


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@cache
def _lab() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
