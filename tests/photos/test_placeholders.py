"""What stands in a photo's place until it is there: a few pixels inside the page, and never more than 200 bytes."""

import re
from base64 import b64decode
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from galeri.making.picture_errors import BrokenImageError
from galeri.making.placeholders import MOST_BYTES, make_placeholders
from galeri.model.private import PrivateValue
from galeri.model.views import Placeholder
from galeri.publishing.privacy import Guard
from tests.photos.samples import COLOURS, corners, cutout, near, quarters, saved
from tests.support.galleries import Small, photo

SEEN = re.compile(rb'src="(data:image/webp;base64,[A-Za-z0-9+/=]+)"')


def whole(width: int = 320, height: int = 240) -> Placeholder:
    return Placeholder("a.jpg", "0", 0, 0, width, height)


def tiny(data: bytes, asked: Placeholder) -> Image.Image:
    [(_, address)] = make_placeholders(data, [asked])
    assert len(address) <= MOST_BYTES
    return Image.open(BytesIO(b64decode(address.removeprefix("data:image/webp;base64,"))))


def test_it_shows_the_photo_of_a_few_pixels() -> None:
    made = tiny(saved(quarters(), "JPEG", quality=95), whole())
    assert made.size == (8, 6)
    assert all(near(one, other, 48) for one, other in zip(corners(made), COLOURS, strict=True))


def test_it_shows_the_frame_and_no_more() -> None:
    made = tiny(saved(quarters(), "PNG"), Placeholder("a.png", "0", 160, 120, 160, 120))
    assert all(near(colour, COLOURS[3], 16) for colour in corners(made))


def test_it_is_upright() -> None:
    exif = Image.Exif()
    exif[274] = 6
    made = tiny(saved(quarters(), "JPEG", exif=exif), whole(240, 320))
    assert made.size == (6, 8)
    turned = (COLOURS[2], COLOURS[0], COLOURS[3], COLOURS[1])
    assert all(near(one, other, 48) for one, other in zip(corners(made), turned, strict=True))


@pytest.mark.parametrize("seed", range(20))
def test_it_never_takes_more_than_200_bytes(seed: int) -> None:
    noise = np.random.default_rng(seed).integers(0, 2, (8, 8, 3), dtype=np.uint8) * 255
    tiny(saved(Image.fromarray(noise), "PNG"), whole(8, 8))


def test_a_photo_that_can_be_seen_through_has_none() -> None:
    assert list(make_placeholders(saved(cutout(), "PNG"), [whole()])) == [(whole(), "")]


def test_it_depends_on_nothing_that_is_made_beside_it() -> None:
    data = saved(quarters(1600, 1200), "JPEG")
    asked = [whole(1600, 1200), Placeholder("a.jpg", "0", 100, 0, 960, 1200)]
    together = dict(make_placeholders(data, asked))
    assert together == {each: dict(make_placeholders(data, [each]))[each] for each in asked}


def test_a_broken_photo_has_none() -> None:
    with pytest.raises(BrokenImageError):
        list(make_placeholders(b"no photo", [whole()]))


@pytest.fixture
def shown(gallery: Small) -> Small:
    """Let the theme of the small gallery show placeholders."""
    gallery.edit(
        "themes/plain/templates/product.html",
        "{% for picture in view.record.pictures %}",
        '{% for picture in view.record.pictures %}<img src="{{ placeholder(picture) }}" alt="">',
    )
    return gallery


def test_a_page_holds_the_placeholders_of_its_photos(shown: Small) -> None:
    shown.built()
    [address] = SEEN.findall(shown.site()["products/kain/index.html"])
    made = Image.open(BytesIO(b64decode(address.partition(b",")[2])))
    assert made.size == (8, 6)


def test_pages_are_the_same_whether_or_not_placeholders_were_kept(shown: Small) -> None:
    shown.built()
    before = shown.site()
    kept = [path for path in (shown.root / ".galeri/cache/placeholders").rglob("*") if path.is_file()]
    assert len(kept) >= 4
    for path in kept:
        path.unlink()
    (shown.output / "products/kain/index.html").unlink()
    assert shown.built().made == ("products/kain/index.html",)
    assert shown.site() == before


def test_a_page_whose_photo_is_broken_tells_that_and_not_that_its_template_failed(shown: Small) -> None:
    path = shown.root / "content/products/topi/topi.jpg"
    path.write_bytes(photo(size=(640, 480))[:4000])
    assert set(shown.codes()) == {"broken-photo"}


def test_no_name_is_found_in_a_placeholder_by_chance() -> None:
    guard = Guard([PrivateValue("artisan:ani", "title", "Ani", name=True)])
    assert guard.find(b'<img src="data:image/webp;base64,UklG/Ani/AAA=">', "a.html") is None
    assert guard.find(b'<img src="data:image/webp;base64,UklG" alt="Ani">', "a.html") is not None
