"""A photo's bytes and frozen descriptions → derivatives: upright, in sRGB, without any metadata of the camera."""

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, features

from galeri.model.outputs import Frame, ImageOutput

PAPER = (255, 253, 248)
"""What shows through transparent parts in formats that have none: the ivory of a page."""

_FORMATS = {"webp": "WEBP", "jpeg": "JPEG", "avif": "AVIF"}
_LIMIT = 250_000_000
"""Pixels: no camera makes more, and a file that claims more is a bomb."""


_REDUCING_GAP = 3.0
"""Pillow first averages whole pixels until a photo is so many times as large as asked, which no eye tells from
resizing it at once."""
_ORIENTATION = 274
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a photo upright, by its EXIF orientation (Exif 3.0, tag 274)."""


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
    """Make `outputs` of one photo, each from its own description alone: others beside it change no byte.

    Raises BrokenImageError where the photo can't be decoded.
    """
    decoded: dict[int, _Upright] = {}
    for output in outputs:
        need = _reduction(output)
        if need not in decoded:
            decoded[need] = _decode(data, need)
        upright = decoded[need]
        box = _box(output.frame, upright.scale, upright.image.size)
        size = (output.width, output.height)
        shown = upright.image.crop(box)  # before it is resized: what lies beside a frame must not shine in
        small = shown.resize(size, Image.Resampling.LANCZOS, reducing_gap=_REDUCING_GAP)
        yield output, _encode(small, output)


def _reduction(output: ImageOutput) -> int:
    """Give by how much a JPEG may be reduced while it is decoded and still be twice as wide as what is made."""
    return next(by for by in (8, 4, 2, 1) if by == 1 or output.frame.width >= output.width * 2 * by)


def _decode(data: bytes, reduction: int) -> _Upright:
    """Decode a photo upright and in sRGB; only a JPEG is reduced meanwhile."""
    Image.MAX_IMAGE_PIXELS = None  # the limit is held here, without Pillow's warning at half of it
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(data)) as image:
            whole = image.width
            if image.width * image.height > _LIMIT:
                message = f"{image.width} × {image.height}"
                raise BrokenImageError(message)
            image.draft(None, (max(1, image.width // reduction), max(1, image.height // reduction)))
            image.load()
            return _Upright(_in_srgb(_upright(image)), image.width / whole)
    except (OSError, ValueError, SyntaxError) as error:
        raise BrokenImageError(str(error)) from error


def _upright(image: Image.Image) -> Image.Image:
    """Turn by the EXIF orientation alone; Pillow's own function writes EXIF anew, and fails where it is damaged."""
    turn = _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    return image if turn is None else image.transpose(turn)


def _in_srgb(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16"):
        image = image.convert("I").point(lambda level: level / 257).convert("L")
    elif image.mode in {"P", "PA"}:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "RGBA", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            mode = "RGBA" if image.mode == "RGBA" else "RGB"
            converted = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode=mode
            )
        except (ImageCms.PyCMSError, OSError):  # a profile that makes no sense
            converted = None
        image = converted or image
    if image.has_transparency_data:
        ground = Image.new("RGBA", image.size, PAPER)
        return Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")
    return image.convert("RGB")


def _box(frame: Frame, scale: float, size: tuple[int, int]) -> tuple[int, int, int, int]:
    left, top = round(frame.left * scale), round(frame.top * scale)
    right, bottom = left + max(1, round(frame.width * scale)), top + max(1, round(frame.height * scale))
    return left, top, min(right, size[0]), min(bottom, size[1])


def _encode(image: Image.Image, output: ImageOutput) -> bytes:
    image.info = {}
    made = BytesIO()
    options: dict[str, object] = {"quality": output.quality}
    if output.format == "jpeg":
        options |= {"progressive": True, "optimize": True}
    elif output.format == "webp":
        options |= {"method": 4}
    else:
        options |= {"speed": 8, "max_threads": 1}
    image.save(made, _FORMATS[output.format], **options)
    return made.getvalue()
