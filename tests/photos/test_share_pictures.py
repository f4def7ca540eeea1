"""Share pictures of the theme that comes with the program: photo, title and name, in every script and direction."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import yaml
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from numpy.typing import NDArray
from PIL import Image

from galeri.making.picture_errors import TypesettingError
from galeri.making.share_pictures import make_shares
from galeri.making.typesetting import Typesetter
from galeri.model.outputs import SHARE_SIZE, Frame, ImageOutput, ShareOutput
from galeri.model.theme import Typesetting
from galeri.reading.homes import bundled_themes
from galeri.reading.typesetting import read_typesetting
from tests.photos.samples import COLOURS, near, quarters, saved
from tests.support.galleries import SETTINGS, Small
from tests.support.galleries import THEME as PLAIN

THEME = bundled_themes() / "pendapa"
RULES = yaml.safe_load((THEME / "theme.yaml").read_text(encoding="utf-8"))["settings"]
PAINTS = tuple((name, rule["default"]) for name, rule in RULES.items() if rule["type"] == "colour")
LONG = " ".join(["Selendang tenun songket benang emas dari hulu sungai"] * 6)
TITLES = {
    "short": ("Kain", "id"),
    "of two lines": ("Batik gentongan Tanjungbumi", "id"),
    "long": (LONG[:160], "id"),
    "much too long": (LONG * 2, "en"),
    "of one long word": ("Donaudampfschifffahrtsgesellschaft" * 3, "de"),
    "in Arabic": ("قماش باتيك جنتونغان من تانجونغبومي", "ar"),
    "much too long in Arabic": (" ".join(["قماش احتفالي منسوج يدويا بخيوط ذهبية"] * 9), "ar"),
    "in Jawi": ("كاين سوڠكيت ڤاليمبڠ", "ms-Arab"),
    "in Vietnamese": ("Vải thổ cẩm dệt tay truyền thống", "vi"),
}
SIDE = 44
"""Pixels: the least that stays free at the sides of the words."""
PHOTO = ImageOutput("", "a.jpg", "0", Frame(0, 0, 320, 240), 760, 630, "jpeg", 90)


@pytest.fixture(scope="module")
def typesetting() -> Typesetting:
    found, problems = read_typesetting(THEME, [THEME])
    assert problems == []
    return found


@pytest.fixture(scope="module")
def typesetter(typesetting: Typesetting) -> Typesetter:
    return Typesetter(typesetting)


def share(
    typesetter: Typesetter, title: str, tag: str = "id", gallery: str = "", *, pictured: bool = True
) -> NDArray[np.int16]:
    """Make one and give its pixels, with the photo at the left whatever the direction."""
    direction = "rtl" if "ar" in tag.lower() else "ltr"
    output = ShareOutput("a.jpg", title, gallery, tag, direction, 95, PHOTO if pictured else None, PAINTS)
    [(_, data)] = make_shares(saved(quarters(), "PNG") if pictured else b"", [output], typesetter)
    image = Image.open(BytesIO(data))
    assert (image.size, image.format) == (SHARE_SIZE, "JPEG")
    pixels = np.asarray(image.convert("RGB")).astype(np.int16)
    return pixels[:, ::-1] if direction == "rtl" else pixels


def ink(pixels: NDArray[np.int16]) -> NDArray[np.bool_]:
    """Find what stands out from the ground, the colour of most pixels."""
    colours, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_counts=True)
    difference: NDArray[np.bool_] = np.abs(pixels - colours[counts.argmax()]).sum(axis=2) > 60
    return difference


def luminance(colour: NDArray[np.int16]) -> float:
    """Give relative luminance (WCAG 2.2)."""
    part = colour / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


@pytest.mark.parametrize("tag", ["id", "ar"])
def test_the_photo_lies_where_lines_begin_and_the_words_beside_it(typesetter: Typesetter, tag: str) -> None:
    pixels = share(typesetter, "قماش" if tag == "ar" else "Kain", tag)
    corners = (pixels[20, 20], pixels[20, 730], pixels[600, 20], pixels[600, 730])
    seen = [tuple(map(int, colour)) for colour in corners]
    expected = [COLOURS[each] for each in ((1, 0, 3, 2) if tag == "ar" else (0, 1, 2, 3))]
    assert all(near(one, other, 24) for one, other in zip(seen, expected, strict=True))  # not mirrored itself
    panel = ink(pixels[:, 800:])
    assert panel[40:130].any()
    assert not panel[400:].any()


@pytest.mark.parametrize("pictured", [True, False], ids=["with a photo", "without"])
@pytest.mark.parametrize("name", TITLES)
def test_no_word_leaves_the_panel_or_reaches_the_gallerys_name(
    typesetter: Typesetter, name: str, pictured: bool
) -> None:
    title, tag = TITLES[name]
    pixels = share(typesetter, title, tag, pictured=pictured)
    left, right = (792, 1200) if pictured else (0, 816)
    panel = ink(pixels[:, left:right])
    assert panel[:500].any()
    assert not panel[:, : SIDE - 6].any()
    assert not panel[:, -(SIDE - 6) :].any()
    assert not panel[530:].any()
    assert not panel[:30].any()


@pytest.mark.parametrize("pictured", [True, False], ids=["with a photo", "without"])
def test_words_stand_out_from_the_ground_as_wcag_asks_of_the_best(
    typesetter: Typesetter, pictured: bool
) -> None:
    pixels = share(typesetter, "Kain batik", "id", "Galeri Kriya", pictured=pictured)
    left, right = (800, 1190) if pictured else (10, 800)
    for part in (pixels[60:110, left:right], pixels[530:600, left:right]):
        light = sorted(map(luminance, part.reshape(-1, 3)[ink(part).ravel() | True]))
        assert (light[-1] + 0.05) / (light[0] + 0.05) >= 7


def test_a_long_title_is_smaller_and_only_what_does_not_fit_at_all_is_left_out(
    typesetter: Typesetter,
) -> None:
    def rows(title: str) -> int:
        return int(ink(share(typesetter, title)[40:420, 800:]).any(axis=1).sum())

    words = LONG.split(" ")
    heights = [share(typesetter, " ".join(words[:count])) for count in range(1, 30)]
    texts = {pixels.tobytes() for pixels in heights}
    assert len(texts) > 12  # each word more is seen, until there is no more room
    assert share(typesetter, LONG).tobytes() == share(typesetter, f"{LONG} emas").tobytes()
    assert rows("Kain") < rows("Kain batik tulis dari pesisir utara")


def test_arabic_letters_are_joined_and_stand_from_right_to_left(typesetter: Typesetter) -> None:
    joined, apart = (ink(share(typesetter, text, "ar")[40:130, 800:]) for text in ("ببب", "ب\u200cب\u200cب"))
    assert joined.any(axis=0).sum() < apart.any(axis=0).sum()
    first = ink(
        share(typesetter, "\u0627 \u0628", "ar")[40:130, 800:]
    )  # seen in a mirror: the alif comes first
    columns = np.flatnonzero(first.any(axis=0))
    assert first[:, columns[0]].sum() > first[:, columns[-1]].sum()


def test_the_same_words_give_the_same_bytes_from_every_typesetter_and_beside_any_others(
    typesetting: Typesetting,
) -> None:
    outputs = [
        ShareOutput(f"{tag}.jpg", title, "Galeri", tag, "ltr", 80, PHOTO, PAINTS)
        for tag, title in (("id", "Kain"), ("en", "Cloth"), ("ms", "Kain"))
    ]
    data = saved(quarters(), "JPEG")
    together = [made for _, made in make_shares(data, outputs, Typesetter(typesetting))]
    alone = [made for each in outputs for _, made in make_shares(data, [each], Typesetter(typesetting))]
    assert together == alone


def test_a_photo_that_is_smaller_than_its_place_fills_it(typesetter: Typesetter) -> None:
    pixels = share(typesetter, "Kain")
    assert near(tuple(map(int, pixels[628, 755])), COLOURS[3], 30)


def test_a_theme_whose_picture_has_another_size_is_told_so(tmp_path: Path) -> None:
    template = tmp_path / "share.typ"
    template.write_text("#set page(width: 600pt, height: 315pt, margin: 0pt)\n")
    output = ShareOutput("a.jpg", "Kain", "", "id", "ltr", 80)
    with pytest.raises(TypesettingError, match="600 × 315"):
        list(make_shares(b"", [output], Typesetter(Typesetting(str(template)))))


def font(letters: str, family: str) -> bytes:
    """Make a font whose letters are all squares."""
    pen = TTGlyphPen(None)
    for at, point in enumerate(((100, 0), (100, 700), (800, 700), (800, 0))):
        (pen.lineTo if at else pen.moveTo)(point)
    pen.closePath()
    names = [".notdef", *(f"u{ord(each):04X}" for each in letters)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(each): f"u{ord(each):04X}" for each in letters})
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (900, 100)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    made = BytesIO()
    builder.save(made)
    return made.getvalue()


JAVANESE = "ꦏꦠꦸꦤ꧀"


@pytest.fixture
def dressed(gallery: Small) -> Small:
    """Give the small gallery the theme's share pictures."""
    gallery.write("themes/plain/share.typ", (THEME / "share.typ").read_bytes())
    gallery.dump("themes/plain/theme.yaml", {**PLAIN, "settings": RULES})
    return gallery


def shares(gallery: Small) -> dict[str, bytes]:
    return {path: data for path, data in gallery.site().items() if "/share-" in path}


def test_every_page_has_one_and_pages_that_fall_back_show_the_originals(dressed: Small) -> None:
    dressed.built()
    names = {path.partition("/share-")[0] + path.partition("/share-")[2][:3] for path in shares(dressed)}
    assert {"images/products/kainid.", "images/products/kainen.", "images/products/topiid."} <= names
    assert "images/products/topien." not in names
    assert {"images/pages/homeid.", "images/pages/homeen.", "images/pages/productid."} <= names


def test_a_font_in_the_gallerys_folder_gives_a_title_its_letters(dressed: Small) -> None:
    dressed.edit("content/materials/katun/material.yaml", "id: {title: Katun}", f"id: {{title: {JAVANESE}}}")
    assert dressed.codes() == ["missing-glyphs"]
    blank = next(data for path, data in shares(dressed).items() if "katun/share-id" in path)
    dressed.write("fonts/jawa.ttf", font(JAVANESE, "Jawa"))
    assert dressed.codes() == []
    told = next(data for path, data in shares(dressed).items() if "katun/share-id" in path)
    part = np.asarray(Image.open(BytesIO(told)).convert("RGB")).astype(np.int16)[60:200, :800]
    before = np.asarray(Image.open(BytesIO(blank)).convert("RGB")).astype(np.int16)[60:200, :800]
    assert ink(part).any()
    assert not ink(before).any()


def test_a_gallerys_own_font_comes_before_those_of_the_program(dressed: Small) -> None:
    dressed.built()
    before = shares(dressed)
    dressed.write("fonts/kotak.otf", font("abcdefghijklmnopqrstuvwxyzK", "Kotak"))
    report = dressed.built()
    after = shares(dressed)
    assert not before.keys() & after.keys()
    assert set(report.made) >= after.keys()


def test_a_new_title_makes_that_records_pictures_anew_and_no_others(dressed: Small) -> None:
    dressed.built()
    before = shares(dressed)
    dressed.edit("content/motifs/awan/motif.yaml", "Awan", "Mega")
    dressed.built()
    after = shares(dressed)
    assert {path.partition("/share-")[0] for path in before.keys() ^ after.keys()} == {"images/motifs/awan"}


def test_a_deleted_site_makes_none_again(dressed: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    dressed.built()

    def refuse(*_: object) -> None:
        pytest.fail("a picture was set again")

    monkeypatch.setattr("galeri.making.share_pictures.make_shares", refuse)
    made = dressed.built(output=dressed.root.parent / "other").made
    assert any("/share-" in path for path in made)


def test_one_worker_and_many_give_the_same(dressed: Small, tmp_path: Path) -> None:
    dressed.built(output=tmp_path / "one", workers=1)
    alone = {path.name: path.read_bytes() for path in (tmp_path / "one").rglob("share-*")}
    (dressed.root / ".galeri").rename(tmp_path / "state")
    dressed.built(output=tmp_path / "two", workers=2)
    assert alone == {path.name: path.read_bytes() for path in (tmp_path / "two").rglob("share-*")}
    assert len(alone) > 20


@pytest.mark.parametrize("private", ["Awan putih", "Galeri Kecil"])
def test_a_private_value_is_found_before_it_is_set(dressed: Small, private: str) -> None:
    dressed.edit("content/motifs/awan/motif.yaml", "Awan", "Awan putih")
    for path in dressed.root.glob("themes/plain/templates/*.html"):
        path.write_text("")  # no page shows it
    dressed.write("content/artisans/kelompok/private.yaml", f"alias: {private}\n")
    problems = dressed.build().problems
    assert {problem.code for problem in problems} == {"private-value"}
    assert all(problem.values["page"].startswith("images/") for problem in problems)


def test_a_mistake_in_the_themes_file_is_told_with_its_line(dressed: Small) -> None:
    dressed.edit("themes/plain/share.typ", "#set page(", "#set page(wrong: 1pt, ")
    line = (dressed.root / "themes/plain/share.typ").read_text("utf-8").split("#set page(")[0].count("\n") + 1
    report = dressed.build()
    assert not report.published
    assert {problem.code for problem in report.problems} == {"template-failed"}
    assert {str(problem.place) for problem in report.problems} == {f"themes/plain/share.typ:{line}"}


def test_the_colours_are_those_that_the_gallery_chose(dressed: Small) -> None:
    dressed.built()
    before = shares(dressed)
    dressed.write("galeri.yaml", f"{SETTINGS}appearance: {{page: '#e8f4ff'}}\n")
    dressed.built()
    assert shares(dressed).keys().isdisjoint(before.keys())
    pictured = next(data for path, data in shares(dressed).items() if "/kain/" in path)
    right, bottom = SHARE_SIZE[0] - 5, SHARE_SIZE[1] - 5
    colour = Image.open(BytesIO(pictured)).getpixel((right, bottom))
    assert isinstance(colour, tuple)
    assert max(abs(is_ - asked) for is_, asked in zip(colour, (0xE8, 0xF4, 0xFF), strict=True)) <= 4
