"""Photos as they come, each made here: four coloured quarters in every kind of file."""

import struct
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image
from pillow_heif import from_bytes, from_pillow

from galeri.making.images import make_images
from galeri.model.outputs import Frame, ImageOutput, Rights
from galeri.model.photo_files import POSITION

COLOURS = ((208, 48, 40), (40, 160, 64), (40, 64, 192), (224, 192, 48))
"""The quarters: left above, right above, left below, right below."""
WIDTH, HEIGHT = 320, 240


def quarters(width: int = WIDTH, height: int = HEIGHT) -> Image.Image:
    """Draw the four quarters."""
    drawn = Image.new("RGB", (width, height))
    for index, colour in enumerate(COLOURS):
        left, top = index % 2 * (width // 2), index // 2 * (height // 2)
        drawn.paste(colour, (left, top, left + width // 2, top + height // 2))
    return drawn


def cutout() -> Image.Image:
    """Draw the four quarters, the last of them wholly transparent."""
    drawn = quarters().convert("RGBA")
    drawn.paste((0, 0, 0, 0), (WIDTH // 2, HEIGHT // 2, WIDTH, HEIGHT))
    return drawn


def chessboard(square: int = 40) -> Image.Image:
    """Draw 32 × 24 squares, each of so many pixels: with 40, a photo that nothing is wrong with."""
    small = Image.new("L", (32, 24))
    small.putdata([(x + y + x // 5) % 2 * 180 + 40 for y in range(24) for x in range(32)])
    return small.resize((32 * square, 24 * square), Image.Resampling.NEAREST)


def located() -> bytes:
    """Give EXIF that says where a photo was taken: 7.25° south, 112.75° east."""
    exif = Image.Exif()
    exif.get_ifd(POSITION).update({1: "S", 2: (7.0, 15.0, 0.0), 3: "E", 4: (112.0, 45.0, 0.0)})
    return exif.tobytes()


def claiming(width: int, height: int) -> bytes:
    """Write a PNG of a few bytes that claims a size."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0" * 4096)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def saved(image: Image.Image, fmt: str, **options: Any) -> bytes:  # noqa: ANN401 - a codec's own
    made = BytesIO()
    image.save(made, fmt, **options)
    return made.getvalue()


def heic(image: Image.Image, **options: Any) -> bytes:  # noqa: ANN401 - the codec's own
    made = BytesIO()
    from_pillow(image).save(made, quality=90, enc_params={"preset": "ultrafast"}, **options)
    return made.getvalue()


def heic_10(image: Image.Image) -> bytes:
    """Write a HEIC of 10 bits a channel, as telephones do for bright scenes."""
    pixels = np.asarray(image.convert("RGB")).astype("<u2") * 257
    made = BytesIO()
    from_bytes("RGB;16", image.size, pixels.tobytes()).save(made, quality=90)
    return made.getvalue()


def png_16(image: Image.Image) -> bytes:
    """Write a PNG of 16 bits a channel, which Pillow can only read."""
    pixels = np.asarray(image.convert("RGB")).astype(">u2") * 257
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    head = struct.pack(">IIBBBBB", image.width, image.height, 16, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def tiff_16(image: Image.Image) -> bytes:
    """Write a TIFF of 16 bits a channel, which Pillow can only read."""
    pixels = (np.asarray(image.convert("RGB")).astype("<u2") * 257).tobytes()
    after = 8 + 2 + 10 * 12 + 4
    entries = (
        (256, 4, 1, image.width),
        (257, 4, 1, image.height),
        (258, 3, 3, after),
        (259, 3, 1, 1),
        (262, 3, 1, 2),
        (273, 4, 1, after + 6),
        (277, 3, 1, 3),
        (278, 4, 1, image.height),
        (279, 4, 1, len(pixels)),
        (284, 3, 1, 1),
    )
    listed = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    head = b"II*\0" + struct.pack("<IH", 8, len(entries))
    return head + listed + b"\0\0\0\0" + struct.pack("<3H", 16, 16, 16) + pixels


def _second() -> Image.Image:
    return Image.new("RGB", (WIDTH, HEIGHT), (0, 0, 0))


def _frames(fmt: str, **options: Any) -> Callable[[], bytes]:  # noqa: ANN401 - a codec's own
    return lambda: saved(quarters(), fmt, save_all=True, append_images=[_second()], **options)


COLOURED: dict[str, Callable[[], bytes]] = {
    "JPEG": lambda: saved(quarters(), "JPEG", quality=92),
    "progressive JPEG": lambda: saved(quarters(), "JPEG", quality=92, progressive=True),
    "JPEG of several pictures": _frames("MPO", quality=92),
    "JPEG in CMYK": lambda: saved(quarters().convert("CMYK"), "JPEG", quality=92),
    "PNG": lambda: saved(quarters(), "PNG"),
    "PNG with an alpha that hides nothing": lambda: saved(quarters().convert("RGBA"), "PNG"),
    "PNG with a palette": lambda: saved(quarters().quantize(16), "PNG"),
    "PNG of 16 bits": lambda: png_16(quarters()),
    "animated PNG": _frames("PNG"),
    "WebP": lambda: saved(quarters(), "WEBP", quality=92),
    "lossless WebP": lambda: saved(quarters(), "WEBP", lossless=True),
    "animated WebP": _frames("WEBP", lossless=True),
    "AVIF": lambda: saved(quarters(), "AVIF", quality=90),
    "animated AVIF": _frames("AVIF", quality=90),
    "TIFF": lambda: saved(quarters(), "TIFF"),
    "TIFF, packed": lambda: saved(quarters(), "TIFF", compression="tiff_adobe_deflate"),
    "TIFF in CMYK": lambda: saved(quarters().convert("CMYK"), "TIFF"),
    "TIFF of 16 bits": lambda: tiff_16(quarters()),
    "GIF": lambda: saved(quarters(), "GIF"),
    "animated GIF": _frames("GIF"),
    "HEIC": lambda: heic(quarters()),
    "HEIC of 10 bits": lambda: heic_10(quarters()),
}
"""Files that show the four quarters in colour."""

GREY: dict[str, Callable[[], bytes]] = {
    "greyscale JPEG": lambda: saved(quarters().convert("L"), "JPEG", quality=92),
    "greyscale PNG": lambda: saved(quarters().convert("L"), "PNG"),
    "greyscale PNG with alpha": lambda: saved(quarters().convert("LA"), "PNG"),
    "greyscale PNG of 16 bits": lambda: saved(_grey_16(), "PNG"),
    "greyscale TIFF of 16 bits": lambda: saved(_grey_16(), "TIFF"),
}
"""Files that show the quarters in grey."""

CUT: dict[str, Callable[[], bytes]] = {
    "PNG": lambda: saved(cutout(), "PNG"),
    "PNG with a palette": lambda: saved(cutout().quantize(16), "PNG"),
    "PNG with one transparent colour": lambda: saved(quarters(), "PNG", transparency=COLOURS[3]),
    "WebP": lambda: saved(cutout(), "WEBP", lossless=True),
    "AVIF": lambda: saved(cutout(), "AVIF", quality=90),
    "TIFF": lambda: saved(cutout(), "TIFF"),
    "GIF": lambda: saved(cutout(), "GIF"),
    "HEIC": lambda: heic(cutout()),
}
"""Files that show three quarters; the last is transparent."""


def _grey_16() -> Image.Image:
    return Image.fromarray(np.asarray(quarters().convert("L")).astype(np.uint16) * 257)


def output(
    fmt: str = "webp",
    width: int = 160,
    frame: tuple[int, int, int, int] = (0, 0, WIDTH, HEIGHT),
    **more: Any,  # noqa: ANN401 - whatever the description holds
) -> ImageOutput:
    """Describe a derivative: the whole of the quarters, half as wide, unsharpened, unless something else is said."""
    shown = Frame(*frame)
    height = more.pop("height", max(1, round(width * shown.height / shown.width)))
    told = {"quality": 95, **more}
    return ImageOutput(f"{width}.{fmt}", "a.jpg", "digest", shown, width, height, fmt, **told)


def made(data: bytes, *outputs: ImageOutput) -> list[Image.Image]:
    """Make derivatives and decode them again, in the order of `outputs`."""
    files = dict(make_images(data, outputs))
    return [Image.open(BytesIO(files[each])) for each in outputs]


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    """Read the middles of the four quarters, in the order of COLOURS."""
    across, down = image.width, image.height
    spots = [(across // 4, down // 4), (across * 3 // 4, down // 4)]
    spots += [(across // 4, down * 3 // 4), (across * 3 // 4, down * 3 // 4)]
    found = [image.getpixel(spot) for spot in spots]
    return [each if isinstance(each, tuple) else (int(each or 0),) for each in found]


def near(one: Sequence[float], other: Sequence[float], within: float) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= within


RIGHTS = Rights(
    title="Batik gentongan <Tanjungbumi> & “laut”",
    credit="Siti Aminah",
    terms="CC-BY-4.0",
    licence="https://creativecommons.org/licenses/by/4.0/",
    licensor="Dekranasda Contoh",
    site="https://dekranasda.example/",
)


PLACE = b"\xa9xyz" + len(b"-07.2500+112.7500/").to_bytes(2) + b"\x15\xc7-07.2500+112.7500/"
"""Where a telephone says that a film was taken, as Apple's QuickTime does."""


def film(said: bytes = b"", pictures: bytes = b"\0" * 64) -> bytes:
    """Make a film of no length whose header says something, with `pictures` before it, as telephones put them."""
    said = _box(said[:4], said[4:]) if said else b""
    header = _box(b"mvhd", bytes(12) + (1000).to_bytes(4) + bytes(80))
    return (
        _box(b"ftyp", b"mp42\0\0\0\0mp42")
        + _box(b"mdat", pictures)
        + _box(b"moov", header + _box(b"udta", said))
    )


def _box(kind: bytes, held: bytes) -> bytes:
    return (8 + len(held)).to_bytes(4) + kind + held
