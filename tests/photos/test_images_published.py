"""Photos in a whole build: a telephone's photo is published, and no private value hides in a picture."""

from io import BytesIO

import pytest
from PIL import Image

from galeri.making.photo_rights import xmp
from galeri.model.outputs import Rights
from tests.photos.samples import COLOURS, corners, heic, near, quarters
from tests.support.galleries import Small

NUMBER = "0812-3400-5600"


def publish_as(gallery: Small, name: str) -> None:
    settings = (gallery.root / "galeri.yaml").read_text(encoding="utf-8")
    others = [line for line in settings.splitlines() if not line.startswith("publisher:")]
    gallery.write("galeri.yaml", "\n".join([*others, f"publisher: {name}", ""]))


@pytest.mark.parametrize("name", ["01-kain.jpg", "01-kain.heic"])
def test_a_telephones_photo_is_published_for_every_browser(gallery: Small, name: str) -> None:
    (gallery.root / "content/products/kain/01-kain.jpg").unlink()
    gallery.write(f"content/products/kain/{name}", heic(quarters(64, 48)))
    for file in ("product.yaml", "id.md", "en.md"):
        text = (gallery.root / "content/products/kain" / file).read_text(encoding="utf-8")
        gallery.write(f"content/products/kain/{file}", text.replace("01-kain.jpg", name))
    gallery.built()
    shown = {path: data for path, data in gallery.site().items() if path.startswith("images/products/kain/")}
    assert {path.rpartition(".")[2] for path in shown} == {"webp", "jpg"}
    wide = next(data for path, data in shown.items() if "01-kain-48." in path and path.endswith(".webp"))
    seen = corners(Image.open(BytesIO(wide)))
    assert all(near(colour, expected, 24) for colour, expected in zip(seen, COLOURS, strict=True))


def test_pictures_say_what_their_record_is_called_and_whose_they_are(gallery: Small) -> None:
    publish_as(gallery, "Dekranasda Contoh")
    gallery.built()
    pictures = [data for path, data in gallery.site().items() if path.startswith("images/products/kain/")]
    assert len(pictures) > 3
    for data in pictures:
        assert b"Kain awan" in data
        assert b"Dekranasda Contoh" in data


def test_a_private_value_is_found_before_it_is_written_into_a_picture(gallery: Small) -> None:
    gallery.write("content/artisans/kelompok/private.yaml", f"phone: {NUMBER}\n")
    settings = (gallery.root / "galeri.yaml").read_text(encoding="utf-8")
    others = [line for line in settings.splitlines() if not line.startswith("contact:")]
    site = "https://contoh.example/" + NUMBER
    gallery.write("galeri.yaml", "\n".join([*others, f"contact: {{website: '{site}'}}", ""]))
    report = gallery.build()
    assert not report.published
    [problem] = report.problems
    assert problem.code == "private-value"
    assert problem.values["page"].startswith("images/")
    assert NUMBER.encode() in xmp(Rights(licensor=NUMBER))
