"""A photo's bytes and frozen descriptions → derivatives: upright, in sRGB, without any metadata of the camera."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps, features

from galeri.model.outputs import Frame, ImageOutput

PAPER = (255, 253, 248)
"""What shows through transparent parts in formats that have none: the ivory of a page."""

_FORMATS = {"webp": "WEBP", "jpeg": "JPEG", "avif": "AVIF"}
_LIMIT = 250_000_000
"""Pixels: no camera makes more, and a file that claims more is a bomb."""


class BrokenImageError(Exception):
    """A file that can't be decoded to the end."""


@dataclass(frozen=True, slots=True)
class _Upright:
    """A decoded photo. `scale` is its width over the width of the whole photo: 1, 1/2, 1/4 or 1/8."""

    image: Image.Image
    scale: float


def codecs() -> str:
    """Name the versions of what encodes images, for keys."""
    return ", ".join(f"{name} {features.version(name)}" for name in ("pil", "webp", "libjpeg_turbo", "avif"))


def make_images(data: bytes, outputs: Sequence[ImageOutput]) -> Iterator[tuple[ImageOutput, bytes]]:
    """Make all `outputs` of one photo, each frame from wide to narrow.

    Raises BrokenImageError where the photo can't be decoded.
    """
    if not outputs:
        return
    upright = _decode(data, max(output.width / output.frame.width for output in outputs))
    for frame in dict.fromkeys(output.frame for output in outputs):
        shown = upright.image.crop(_box(frame, upright.scale))
        for output in sorted((o for o in outputs if o.frame == frame), key=lambda o: (-o.width, o.path)):
            if shown.size != (output.width, output.height):
                shown = shown.resize((output.width, output.height), Image.Resampling.LANCZOS)
            yield output, _encode(shown, output)


def _decode(data: bytes, needed: float) -> _Upright:
    """Decode at the smallest scale that a JPEG offers and that is still twice as wide as what is `needed`."""
    Image.MAX_IMAGE_PIXELS = _LIMIT
    try:
        with Image.open(BytesIO(data)) as image:
            whole = image.width
            image.draft(None, (int(image.width * needed * 2), int(image.height * needed * 2)))
            image.load()
            return _Upright(_in_srgb(ImageOps.exif_transpose(image)), image.width / whole)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BrokenImageError(str(error)) from error


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except ImageCms.PyCMSError:
            converted = None
        if converted is not None:
            return converted
    if image.has_transparency_data:
        ground = Image.new("RGBA", image.size, PAPER)
        return Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")
    return image.convert("RGB")


def _box(frame: Frame, scale: float) -> tuple[int, int, int, int]:
    left, top = round(frame.left * scale), round(frame.top * scale)
    return left, top, left + max(1, round(frame.width * scale)), top + max(1, round(frame.height * scale))


def _encode(image: Image.Image, output: ImageOutput) -> bytes:
    plain = image.copy()
    plain.info = {}
    made = BytesIO()
    options: dict[str, object] = {"quality": output.quality}
    if output.format == "jpeg":
        options |= {"progressive": True, "optimize": True}
    elif output.format == "webp":
        options |= {"method": 4}
    else:
        options |= {"speed": 8, "max_threads": 1}
    plain.save(made, _FORMATS[output.format], **options)
    return made.getvalue()
