"""Icons: one picture, drawn or photographed, becomes all that browsers and telephones ask for."""

import json
from io import BytesIO

import pytest
from PIL import Image

from galeri.making.icons import BrokenIconError, make_icon
from galeri.making.typesetting import Typesetter
from galeri.model.outputs import IconForm, IconOutput
from galeri.model.theme import Typesetting
from tests.photos.samples import COLOURS, cutout, near, quarters, saved
from tests.support.galleries import Small

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">
<rect width="8" height="8" rx="2" fill="#6b3a12"/><circle cx="4" cy="4" r="2" fill="#fff"/></svg>"""
BROWN = (107, 58, 18)


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(Typesetting())


def icon(typesetter: Typesetter, data: bytes, size: int, form: IconForm = "plain") -> Image.Image:
    output = IconOutput("icons/a.png", "", "", "", (size,), form)
    made = Image.open(BytesIO(make_icon(data, output, typesetter)))
    assert made.format == "PNG"
    assert made.size == (size, size)
    return made


@pytest.mark.parametrize("size", [16, 32, 180, 192, 512])
def test_a_drawing_is_drawn_in_every_size(typesetter: Typesetter, size: int) -> None:
    made = icon(typesetter, SVG, size).convert("RGBA")
    assert near(made.getpixel((size // 2, size // 2))[:3], (255, 255, 255), 2)  # type: ignore[index]
    assert near(made.getpixel((size // 2, size // 8))[:3], BROWN, 2)  # type: ignore[index]
    assert made.getpixel((0, 0))[3] < 128  # type: ignore[index]


@pytest.mark.parametrize("form", ["filled", "maskable"])
def test_a_telephone_gets_no_transparent_icon(typesetter: Typesetter, form: IconForm) -> None:
    made = icon(typesetter, SVG, 180, form)
    assert made.mode == "RGB"
    assert all(near(made.getpixel(at), BROWN, 2) for at in ((0, 0), (179, 0), (0, 179), (179, 179)))  # type: ignore[arg-type]


def test_what_is_transparent_all_round_is_filled_with_white(typesetter: Typesetter) -> None:
    hole = SVG.replace(b'<rect width="8" height="8" rx="2" fill="#6b3a12"/>', b"").replace(b"#fff", b"#123")
    assert icon(typesetter, hole, 180, "filled").getpixel((0, 0)) == (255, 255, 255)


def test_a_maskable_icon_keeps_within_the_circle_that_is_never_cut_off(typesetter: Typesetter) -> None:
    full = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect y="1" width="8" height="7"/></svg>'
    )
    made = icon(typesetter, full, 500, "maskable")
    dark = made.convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    assert dark == (50, 100, 450, 450)


def test_a_photo_becomes_an_icon_whole_and_undistorted(typesetter: Typesetter) -> None:
    made = icon(typesetter, saved(quarters(320, 160), "PNG"), 200).convert("RGBA")
    assert made.getpixel((100, 20))[3] == 0  # type: ignore[index]
    seen = [made.getpixel(at)[:3] for at in ((20, 70), (180, 70), (20, 130), (180, 130))]  # type: ignore[index]
    assert all(near(one, other, 4) for one, other in zip(seen, COLOURS, strict=True))
    assert icon(typesetter, saved(cutout(), "PNG"), 64).mode == "RGBA"


def test_an_ico_holds_every_size_drawn_for_itself(typesetter: Typesetter) -> None:
    output = IconOutput("favicon.ico", "", "", "", (16, 32), "plain")
    made = Image.open(BytesIO(make_icon(SVG, output, typesetter)))
    assert made.info["sizes"] == {(16, 16), (32, 32)}
    small = made.ico.getimage((16, 16)).convert("RGBA")  # type: ignore[attr-defined]
    assert small.tobytes() == icon(typesetter, SVG, 16).convert("RGBA").tobytes()


@pytest.mark.parametrize("data", [b"", b"no drawing", b"\xff\xfe", b"\x89PNG\r\n\x1a\n broken", b"<svg>"])
def test_what_is_no_picture_is_told(typesetter: Typesetter, data: bytes) -> None:
    with pytest.raises(BrokenIconError):
        icon(typesetter, data, 16)


def test_the_gallerys_icon_comes_before_the_themes(gallery: Small) -> None:
    gallery.built()
    assert "favicon.ico" not in gallery.site()
    gallery.write("themes/plain/icon.svg", SVG)
    gallery.built()
    theirs = gallery.site()["favicon.ico"]
    gallery.write("icon.png", saved(quarters(64, 64), "PNG"))
    gallery.built()
    site = gallery.site()
    assert site["favicon.ico"] != theirs
    assert not [path for path in site if path.endswith(".svg")]


def test_the_manifest_of_each_language_names_the_gallery_and_icons_that_are_there(gallery: Small) -> None:
    gallery.write("icon.svg", SVG)
    gallery.built()
    site = gallery.site()
    for prefix, root, name in (("", "./", "Galeri Kecil"), ("en/", "../", "Small Gallery")):
        told = json.loads(site[f"{prefix}manifest.webmanifest"])
        assert told["name"] == name
        assert {each["purpose"] for each in told["icons"]} == {"any", "maskable"}
        for each in told["icons"]:
            image = Image.open(BytesIO(site[each["src"].removeprefix(root)]))
            assert each["sizes"] == f"{image.width}x{image.height}"
    assert site[next(path for path in site if path.endswith(".svg"))] == SVG
