"""Whatever a stranger sends: a picture, or one BrokenImageError; never another error, never a full memory."""

import random
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

import galeri
from galeri.making.images import make_images
from galeri.making.photo_decoding import stored_size
from galeri.making.picture_errors import BrokenImageError
from galeri.reading.photos import BrokenPhotoError, read_header
from tests.photos.samples import COLOURED, CUT, GREY, claiming, heic, made, output, quarters, saved

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads the most memory held in /proc")
ALL: dict[str, Callable[[], bytes]] = COLOURED | GREY | {f"{kind}, cut": each for kind, each in CUT.items()}


def make(data: bytes) -> None:
    for _ in make_images(data, [output("webp"), output("jpeg", 40)]):
        pass


@pytest.mark.parametrize("kind", ALL)
def test_a_truncated_file_is_broken(kind: str) -> None:
    data = ALL[kind]()
    for part in (0, 1, 5, 20, len(data) // 4, len(data) // 2):
        with pytest.raises(BrokenImageError):
            make(data[:part])


@pytest.mark.parametrize("kind", ALL)
def test_a_damaged_file_gives_a_picture_or_is_broken_and_nothing_else(kind: str, tmp_path: Path) -> None:
    chance = random.Random(kind)
    data = ALL[kind]()
    for attempt in range(25):
        damaged = bytearray(data)
        reach = len(data) if attempt % 2 else min(len(data), 400)
        for _ in range(chance.randint(1, 12)):
            damaged[chance.randrange(reach)] = chance.randrange(256)
        with suppress(BrokenImageError):
            make(bytes(damaged))
        (tmp_path / "a").write_bytes(damaged)
        with suppress(BrokenPhotoError):
            assert read_header(tmp_path, "a").width > 0


TELL = """
import sys
from pathlib import Path
from galeri.making.images import make_images
from galeri.making.picture_errors import BrokenImageError
from galeri.model.outputs import Frame, ImageOutput
data = open(sys.argv[1], "rb").read()
frames = [(Frame(0, 0, 6000, 4000), (1920, 1280, 640)), (Frame(1000, 0, 3200, 4000), (640, 320))]
outputs = [
    ImageOutput(f"{frame.width}{width}", "", "", frame, width, round(width * frame.height / frame.width), "webp", 70)
    for frame, widths in frames for width in widths
]
try:
    assert len(list(make_images(data, outputs))) == 5
except BrokenImageError:
    pass
[peak] = [line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line]
sys.stdout.write(str(int(peak) // 1024))
"""
"""Makes five derivatives of a photo of 24 megapixels and tells the most memory that it ever held, in MiB."""


def peak(photo: Path) -> int:
    """Make derivatives in a process of its own; give the most memory that it ever held, in MiB."""
    told = subprocess.run(
        [sys.executable, "-c", TELL, str(photo)],
        env={"PYTHONPATH": ":".join([str(Path(galeri.__file__).parents[1]), *sys.path])},
        capture_output=True,
        text=True,
        check=True,
    )
    return int(told.stdout)


@LINUX
def test_a_bomb_is_refused_by_its_pixels_before_any_is_decoded(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(claiming(60_000, 50_000))
    with pytest.raises(BrokenImageError, match="60000 × 50000 pixels"):
        make(claiming(60_000, 50_000))
    with pytest.raises(BrokenPhotoError):
        read_header(tmp_path, "a.png")
    assert peak(tmp_path / "a.png") < 100


def test_the_largest_camera_is_no_bomb() -> None:
    assert stored_size(claiming(16_320, 12_240)) == (16_320, 12_240)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        b"\0\0\0\x18ftypheic\0\0\0\0heicmif1",
        b"\0\0\0\x18ftypavif\0\0\0\0avifmif1",
        b"%PDF-1.7",
        saved(quarters(), "PPM"),
        saved(quarters(), "BMP"),
        saved(Image.new("F", (9, 9), 0.5), "TIFF"),
    ],
    ids=[
        "nothing",
        "a marker",
        "PostScript",
        "SVG",
        "HEIC's head",
        "AVIF's head",
        "PDF",
        "PPM",
        "BMP",
        "floats",
    ],
)
def test_what_is_no_photo_is_broken(data: bytes) -> None:
    with pytest.raises(BrokenImageError):
        make(data)


def test_a_reason_is_given_even_where_the_decoder_has_none() -> None:
    for kind in ("JPEG", "PNG", "HEIC"):
        with pytest.raises(BrokenImageError) as error:
            make(ALL[kind]()[:60])
        assert str(error.value).strip()


def test_a_file_that_is_broken_does_not_spoil_the_next() -> None:
    for _ in range(3):
        with pytest.raises(BrokenImageError):
            make(ALL["HEIC"]()[:300])
        assert made(ALL["HEIC"](), output("webp"))[0].size == (160, 120)


LARGE: dict[str, tuple[Callable[[Image.Image], bytes], int]] = {
    # Most memory in MiB: Python and Pillow alone are some 40 of them.
    "JPEG": (lambda image: saved(image, "JPEG", quality=85), 160),
    "progressive JPEG": (lambda image: saved(image, "JPEG", quality=85, progressive=True), 180),
    "PNG": (lambda image: saved(image, "PNG", compress_level=1), 210),
    "PNG with alpha": (lambda image: saved(_vignette(image), "PNG", compress_level=1), 215),
    "HEIC": (lambda image: heic(_soft(image)), 185),
}


def _vignette(image: Image.Image) -> Image.Image:
    image.putalpha(Image.radial_gradient("L").resize(image.size))
    return image


def _soft(image: Image.Image) -> Image.Image:
    """Take the grain away, which HEIC's encoder works at for most of a minute."""
    return image.reduce(60).resize(image.size)


@LINUX
@pytest.mark.parametrize("kind", LARGE)
def test_a_photo_of_24_megapixels_takes_little_memory(kind: str, tmp_path: Path) -> None:
    write, most = LARGE[kind]
    texture = Image.effect_noise((750, 500), 40).resize((6000, 4000)).convert("RGB")
    (tmp_path / "a").write_bytes(write(texture))
    del texture
    assert peak(tmp_path / "a") < most
