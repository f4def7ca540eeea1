"""Photos are published upright, in the colours of every screen, and without what the camera noted."""

import random
import struct
import warnings
import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from galeri.making.images import codecs, make_images
from galeri.making.picture_errors import BrokenImageError
from galeri.model.outputs import Frame, ImageOutput

FORMATS = ["jpeg", "webp", "avif"]
PAPER = (255, 253, 248)
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
CORNERS = (RED, GREEN, BLUE, WHITE)


def output(
    frame: tuple[int, int, int, int], size: tuple[int, int], fmt: str = "jpeg", quality: int = 95
) -> ImageOutput:
    return ImageOutput(f"{size[0]}.{fmt}", "s", "d", Frame(*frame), *size, fmt, quality)


def saved(image: Image.Image, fmt: str = "PNG", **options: Any) -> bytes:  # noqa: ANN401 - Pillow's options
    made = BytesIO()
    image.save(made, fmt, **options)
    return made.getvalue()


def made(data: bytes, *outputs: ImageOutput) -> list[Image.Image]:
    found = {each.path: image for each, image in make_images(data, outputs)}
    images: list[Image.Image] = [Image.open(BytesIO(found[each.path])) for each in outputs]
    for image in images:
        image.load()
    return images


def whole(data: bytes, size: tuple[int, int], fmt: str = "jpeg") -> Image.Image:
    return made(data, output((0, 0, *size), size, fmt))[0]


def quarters(size: tuple[int, int] = (64, 48)) -> Image.Image:
    """Draw four coloured quarters: red and green above, blue and white below."""
    image = Image.new("RGB", size)
    across, down = size[0] // 2, size[1] // 2
    for colour, left, top in zip(CORNERS, (0, across, 0, across), (0, 0, down, down), strict=True):
        image.paste(colour, (left, top, *size))
    return image


def near(image: Image.Image, at: tuple[int, int], colour: Sequence[int], reach: int = 12) -> bool:
    found = image.convert("RGB").getpixel(at)
    assert isinstance(found, tuple)
    return all(abs(one - other) <= reach for one, other in zip(found, colour, strict=True))


def corners(image: Image.Image) -> list[tuple[int, int]]:
    x, y = image.width // 8, image.height // 8
    return [(x, y), (image.width - x, y), (x, image.height - y), (image.width - x, image.height - y)]


TURNS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How an upright photo lies in the file for each EXIF orientation."""


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("fmt", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_upright_however_the_camera_was_held(orientation: int, fmt: str) -> None:
    turn = TURNS[orientation]
    exif = Image.Exif()
    exif[274] = orientation
    lying = quarters().transpose(turn) if turn is not None else quarters()
    quality = (
        {"quality": 95, "subsampling": 0} if fmt == "JPEG" else {"lossless": True} if fmt == "WEBP" else {}
    )
    image = whole(saved(lying, fmt, exif=exif.tobytes(), **quality), (64, 48))
    assert image.size == (64, 48)
    for at, colour in zip(corners(image), CORNERS, strict=True):
        assert near(image, at, colour, 40)


XMP = b"<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>SECRET-XMP</x:xmpmeta>"


def noted() -> dict[str, Any]:
    """Give what cameras and editors write beside the pixels."""
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x9286] = "SECRET-MAKE", "SECRET-ARTIST", "SECRET-COMMENT"
    exif.get_ifd(0x8825).update(
        {1: "S", 2: (7.0, 14.0, 21.0), 3: "E", 4: (112.0, 44.0, 33.0), 29: "2026:11:01"}
    )
    return {
        "exif": exif.tobytes(),
        "icc_profile": ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        "xmp": XMP,
    }


@pytest.mark.parametrize("source", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
@pytest.mark.parametrize("fmt", FORMATS)
def test_nothing_that_the_camera_noted_is_published(source: str, fmt: str) -> None:
    options = noted()
    if source == "JPEG":
        options["comment"] = b"SECRET-COMMENT"
    if source == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", "SECRET-TEXT")
        text.add_itxt("XML:com.adobe.xmp", XMP.decode())
        options = {**options, "pnginfo": text}
        del options["xmp"]
    data = saved(quarters(), source, **options)
    assert b"SECRET" in data
    [(_, published)] = make_images(data, [output((0, 0, 64, 48), (64, 48), fmt)])
    image = Image.open(BytesIO(published))
    image.load()
    assert b"SECRET" not in published
    assert dict(image.getexif()) == {}
    assert not {"exif", "icc_profile", "xmp", "comment", "photoshop", "XML:com.adobe.xmp"} & image.info.keys()
    for mark in (
        b"Exif",
        b"ICC_PROFILE",
        b"http://ns.adobe.com/xap",
        b"EXIF",
        b"XMP ",
        b"ICCP",
        b"Photoshop",
    ):
        assert mark not in published


def wide_gamut(mode: str = "RGB ") -> bytes:
    """Make an ICC profile (ICC.1, version 2) of Adobe RGB (1998): its primaries, adapted to D50, and gamma 2.2."""

    def fixed(*numbers: float) -> bytes:
        return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)

    curve = b"curv\0\0\0\0" + struct.pack(">IHH", 1, 0x0233, 0)
    tags = {
        b"wtpt": b"XYZ \0\0\0\0" + fixed(0.9642, 1.0, 0.8249),
        b"rXYZ": b"XYZ \0\0\0\0" + fixed(0.60974, 0.31111, 0.01947),
        b"gXYZ": b"XYZ \0\0\0\0" + fixed(0.20528, 0.62567, 0.06087),
        b"bXYZ": b"XYZ \0\0\0\0" + fixed(0.14919, 0.06322, 0.74457),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
        b"cprt": b"text\0\0\0\0free\0\0\0\0",
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", 5) + b"wide\0" + bytes(79),
    }
    table, body = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        table += name + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    tail = struct.pack(">I", len(tags)) + table + body
    head = struct.pack(">I4sI4s4s4s", 128 + len(tail), b"none", 0x02200000, b"mntr", mode.encode(), b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + fixed(0.9642, 1.0, 0.8249)
    return head.ljust(128, b"\0") + tail


MUTED = (150, 100, 60)
"""A colour of batik in Adobe RGB; in sRGB it is more intense in numbers."""


def in_srgb(colour: tuple[int, int, int]) -> tuple[int, ...]:
    """Convert by the definitions of the two colour spaces (Adobe RGB 1998; IEC 61966-2-1)."""
    linear = [(value / 255) ** 2.19921875 for value in colour]
    matrix = ((1.39836, -0.39836, 0.0), (0.0, 1.0, 0.0), (0.0, -0.04293, 1.04293))
    mixed = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in matrix]
    curved = [12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055 for v in mixed]
    return tuple(round(max(0.0, min(1.0, v)) * 255) for v in curved)


@pytest.mark.parametrize("source", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("fmt", FORMATS)
def test_the_colours_of_a_wide_profile_look_the_same_in_srgb(source: str, fmt: str) -> None:
    expected = in_srgb(MUTED)
    assert max(abs(a - b) for a, b in zip(expected, MUTED, strict=True)) > 8
    image = whole(saved(Image.new("RGB", (64, 48), MUTED), source, icc_profile=wide_gamut()), (64, 48), fmt)
    assert near(image, (30, 20), expected, 5)


def test_the_colours_of_a_wide_profile_look_the_same_where_the_photo_has_a_transparent_ground() -> None:
    image = Image.new("RGBA", (64, 48), (*MUTED, 255))
    assert near(whole(saved(image, "PNG", icc_profile=wide_gamut()), (64, 48)), (30, 20), in_srgb(MUTED), 5)


@pytest.mark.parametrize("profile", [b"no profile", b"", wide_gamut()[:200], wide_gamut("GRAY")])
def test_a_profile_that_makes_no_sense_is_passed_over(profile: bytes) -> None:
    image = whole(saved(Image.new("RGB", (64, 48), MUTED), "JPEG", icc_profile=profile), (64, 48))
    assert near(image, (30, 20), MUTED, 5)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA", "P"])
def test_transparent_parts_show_the_ivory_of_the_page(mode: str) -> None:
    image = Image.new("RGBA", (64, 48), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 32, 48))
    source = "TIFF" if mode == "PA" else "PNG"
    flat = image.quantize() if mode == "P" else image.convert(mode)
    shown = whole(saved(flat, source), (64, 48))
    assert near(shown, (48, 24), PAPER, 5)
    assert near(shown, (16, 24), (0, 0, 0), 12)


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "YCbCr", "I;16", "RGB"])
def test_every_kind_of_pixel_is_shown_in_its_colours(mode: str) -> None:
    grey = Image.linear_gradient("L").resize((64, 64))
    if mode == "I;16":
        image = Image.new("I;16", (64, 64))
        image.putdata([value * 257 for value in grey.tobytes()])
    else:
        image = {
            "1": lambda: grey.point(lambda level: 255 * (level > 127)).convert("1"),
            "P": lambda: grey.quantize(256),
        }.get(mode, lambda: grey.convert("RGB").convert(mode))()
    shown = whole(saved(image, "TIFF" if mode in {"CMYK", "YCbCr"} else "PNG"), (64, 64))
    for y in (4, 60) if mode == "1" else (4, 32, 60):
        level = y * 255 // 63 if mode != "1" else (0 if y < 32 else 255)
        assert near(shown, (32, y), (level,) * 3, 12)


@pytest.mark.parametrize("size", [(1200, 900), (4000, 3000), (4001, 3001)])
def test_the_crop_shows_the_frame_at_every_scale_that_a_jpeg_is_decoded_at(size: tuple[int, int]) -> None:
    data = saved(quarters(size), "JPEG", quality=95)
    width, height = size
    for colour, (left, top) in zip(CORNERS, [(0, 0), (1, 0), (0, 1), (1, 1)], strict=True):
        frame = (left * width // 2, top * height // 2, width // 2, height // 2)
        for target in (400, 100, 20):
            [image] = made(data, output(frame, (target, target * 3 // 4)))
            for at in corners(image):
                assert near(image, at, colour, 12)


@pytest.mark.parametrize("width", [1000, 1001, 1002, 1003, 1004, 1006])
def test_no_edge_of_a_crop_is_darker_than_the_photo(width: int) -> None:
    data = saved(Image.new("RGB", (width, 700), "white"), "JPEG")
    for left in range(13):
        for target in (200, 100, 50):
            frame = (left, 0, width - left, 700)
            [image] = made(data, output(frame, (target, max(1, round(target * 700 / (width - left))))))
            for x in (0, image.width - 1):
                assert near(image, (x, image.height // 2), WHITE, 6), (left, target)


def test_all_sizes_and_formats_of_a_photo_come_from_one_decoding_in_the_order_of_their_widths() -> None:
    data = saved(quarters((800, 600)), "JPEG", quality=95)
    frames = [(0, 0, 800, 600), (200, 0, 400, 600)]
    outputs = [
        output(frame, (width, width * frame[3] // frame[2]), fmt)
        for frame in frames
        for width in (100, 400, 200)
        for fmt in FORMATS
    ]
    found = dict(make_images(data, outputs))
    assert found.keys() == set(outputs)
    for each, image in found.items():
        assert Image.open(BytesIO(image)).size == (each.width, each.height)
        assert Image.open(BytesIO(image)).format == each.format.upper()


def test_a_photo_is_never_decoded_where_nothing_is_to_be_made() -> None:
    assert list(make_images(b"no photo", [])) == []


def test_making_twice_gives_the_same_bytes() -> None:
    data = saved(quarters((300, 200)), "JPEG")
    outputs = [output((0, 0, 300, 200), (150, 100), fmt) for fmt in FORMATS]
    assert list(make_images(data, outputs)) == list(make_images(data, outputs))


@pytest.mark.parametrize("source", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF"])
@pytest.mark.parametrize("part", [0, 0.1, 0.5, 0.9])
def test_a_file_that_was_cut_off_is_broken(source: str, part: float) -> None:
    random.seed(1)
    noise = Image.frombytes("RGB", (64, 48), random.randbytes(64 * 48 * 3))
    data = saved(noise, source)
    with pytest.raises(BrokenImageError):
        whole(data[: int(len(data) * part)], (64, 48))


@pytest.mark.parametrize("data", [b"", b"no photo", b"\xff\xd8\xff", b"<svg/>", b"GIF89a\0\0\0\0"])
def test_what_is_no_photo_is_broken(data: bytes) -> None:
    with pytest.raises(BrokenImageError):
        whole(data, (64, 48))


def claiming(width: int, height: int) -> bytes:
    """Make a PNG whose header claims a size that its few bytes do not have."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(99)))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [16_000, 20_000, 30_000, 2**30])
def test_a_file_that_claims_more_pixels_than_any_camera_makes_is_refused_before_it_fills_the_memory(
    side: int,
) -> None:
    with pytest.raises(BrokenImageError):
        whole(claiming(side, side), (64, 48))


def test_a_damaged_header_makes_a_photo_or_is_broken_and_nothing_else() -> None:
    chance = random.Random(7)
    exif = Image.Exif()
    exif[274] = 6
    exif.get_ifd(0x8825).update({1: "S", 2: (7.0, 14.0, 21.0)})
    good = exif.tobytes()
    for _ in range(400):
        damaged = bytearray(good)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(6, len(damaged))] = chance.randrange(256)
        data = saved(Image.new("RGB", (8, 6)), "JPEG", exif=bytes(damaged[: chance.randint(8, len(damaged))]))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Pillow says of it; that is another test's
            try:
                assert len(made(data, output((0, 0, 6, 6), (6, 6)))) == 1
            except BrokenImageError:
                continue


def test_a_position_that_the_camera_noted_wrongly_does_not_stop_a_photo() -> None:
    noted = (
        b"Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\x88%\0\x04\0\0\0\x01\0\0\0&\0\0\0\0"
        b"s\x02\0\x01\0\x02I\0\0\x02S\0\0\0\0\x02\0\x05\0\0\0\x03\0\0\0D\0\0\0\0\0\0\0\x07\0\0\0\x01\0\0\0\x02\0\0\0\x01\0\0\0\x03\0\0\0\x01"
    )
    data = saved(Image.new("RGB", (8, 6)), "JPEG", exif=noted)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert whole(data, (6, 8)).size == (6, 8)


def test_a_damaged_header_is_no_reason_to_write_to_the_persons_terminal() -> None:
    exif = Image.Exif()
    exif[274], exif[0x010F] = 6, "x" * 50
    data = saved(Image.new("RGB", (8, 6)), "JPEG", exif=exif.tobytes()[:30])
    whole(data, (8, 6))


def test_the_versions_of_what_encodes_are_named() -> None:
    assert {each.split()[0] for each in codecs().split(", ")} == {
        "pil",
        "webp",
        "libjpeg_turbo",
        "avif",
        "littlecms2",
        "resizer",
    }
    assert "None" not in codecs()
