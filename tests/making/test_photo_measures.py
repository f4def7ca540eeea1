"""A photo's sharpness and its glimpse: what is blurred is known from what is only smooth, copies from other photos."""

from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from galeri.making.photo_measures import measure
from galeri.making.picture_errors import BrokenImageError
from galeri.model.photo_needs import ALIKE, SHARP
from tests.photos.samples import COLOURED, CUT, GREY, chessboard, heic, saved

PRODUCTS = Path(__file__).parents[2] / "content" / "products"
PLATES = sorted(PRODUCTS.glob("*/01-*.jpg"))


def bowl() -> Image.Image:
    """Draw a smooth silver bowl on a plain ground; a lens never draws an edge harder than over a few pixels."""
    drawn = Image.new("L", (3200, 2400), 190)
    pen = ImageDraw.Draw(drawn)
    for step in range(300):
        pen.ellipse((800 + step, 600 + step, 2400 - step, 1800 - step // 2), 110 + step // 3)
    return drawn.filter(ImageFilter.GaussianBlur(2))


def jpeg(image: Image.Image, quality: int = 90) -> bytes:
    return saved(image.convert("RGB"), "JPEG", quality=quality)


def sharpness(data: bytes) -> float:
    found = measure(data).sharpness
    assert found is not None
    return found


def distance(one: bytes, other: bytes) -> float:
    pairs = zip(measure(one).glimpse, measure(other).glimpse, strict=True)
    return sum(abs(a - b) for a, b in pairs) / 64


def at_measured_size(path: Path) -> Image.Image:
    with Image.open(path) as image:
        scale = 1000 / max(image.size)
        return image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.BOX)


@pytest.mark.parametrize("plate", PLATES, ids=lambda path: path.parent.name)
def test_a_sharp_photo_is_far_from_the_threshold_and_far_below_it_once_it_is_blurred(plate: Path) -> None:
    assert sharpness(plate.read_bytes()) > 20 * SHARP
    assert sharpness(jpeg(at_measured_size(plate).filter(ImageFilter.GaussianBlur(3)))) < SHARP


def test_a_smooth_bowl_on_a_plain_ground_is_sharp_until_it_is_blurred() -> None:
    assert sharpness(jpeg(bowl())) > SHARP
    assert sharpness(jpeg(bowl().filter(ImageFilter.GaussianBlur(12)))) < SHARP


def test_one_sharp_part_is_enough() -> None:
    blurred = chessboard().filter(ImageFilter.GaussianBlur(20))
    assert sharpness(jpeg(blurred)) < SHARP
    blurred.paste(chessboard().crop((0, 0, 200, 200)), (600, 400))
    assert sharpness(jpeg(blurred)) > SHARP


def test_sharpness_is_measured_at_one_size_however_large_the_photo() -> None:
    plate = PLATES[0].read_bytes()
    with Image.open(PLATES[0]) as image:
        larger = image.resize((image.width * 2, image.height * 2), Image.Resampling.BICUBIC)
    assert sharpness(jpeg(larger, 95)) == pytest.approx(sharpness(plate), rel=0.4)


def test_nobody_can_tell_whether_a_tiny_photo_is_blurred() -> None:
    assert measure(jpeg(Image.new("L", (399, 300)))).sharpness is None
    assert measure(jpeg(Image.new("L", (400, 300)))).sharpness == 0


@pytest.mark.parametrize("kind", [*COLOURED, *GREY, *CUT])
def test_every_kind_of_photo_is_measured(kind: str) -> None:
    data = {**COLOURED, **GREY, **CUT}[kind]()
    assert len(measure(data).glimpse) == 64
    with pytest.raises(BrokenImageError):
        measure(data[: len(data) // 2])


def test_a_photo_of_one_pixel_is_measured() -> None:
    assert measure(saved(Image.new("L", (1, 1), 7), "PNG")).glimpse == bytes([7] * 64)
    assert measure(saved(Image.new("L", (2000, 1), 7), "PNG")).sharpness == 0


def test_copies_of_a_photo_have_nearly_the_same_glimpse() -> None:
    for plate in PLATES[:3]:
        original = plate.read_bytes()
        small = at_measured_size(plate)
        small.thumbnail((400, 400))
        for copy in (jpeg(small, 60), saved(small, "WEBP", quality=60), heic(small)):
            assert distance(original, copy) < ALIKE / 1.5


def test_different_photos_have_different_glimpses() -> None:
    found = [plate.read_bytes() for plate in sorted(PRODUCTS.glob("*/*.jpg"))]
    glimpses = [measure(data).glimpse for data in found]
    nearest = min(
        sum(abs(a - b) for a, b in zip(one, other, strict=True)) / 64
        for one, other in combinations(glimpses, 2)
    )
    assert nearest > 2 * ALIKE


def test_the_same_view_in_another_light_is_another_photo() -> None:
    image = at_measured_size(PLATES[0])
    assert distance(jpeg(image), jpeg(ImageEnhance.Brightness(image).enhance(1.15))) > ALIKE
