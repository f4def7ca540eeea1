"""Fonts are cut down to the letters that are asked for, and the same letters give the same bytes."""

from io import BytesIO

import fontpkg
import pytest
from fontTools.ttLib import TTFont

from galeri.making.fonts import BrokenFontError, make_font
from galeri.making.stylesheets import stylesheet
from galeri.model.outputs import FontFace

LATIN, ARABIC = (fontpkg.path(family).read_bytes() for family in ("Source Serif 4", "Amiri"))


def letters(font: bytes) -> set[str]:
    with TTFont(BytesIO(font)) as read:
        return {chr(point) for point in read.getBestCmap()}


def test_a_font_has_the_letters_that_are_asked_for_and_no_others() -> None:
    made = make_font(LATIN, " Kawung")
    assert made.startswith(b"wOF2")
    assert letters(made) == set(" Kawung")
    assert len(made) < len(LATIN) / 20


def test_letters_of_arabic_still_join() -> None:
    with TTFont(BytesIO(make_font(ARABIC, "باتيك"))) as font:
        features = {each.FeatureTag for each in font["GSUB"].table.FeatureList.FeatureRecord}
        assert {"init", "medi", "fina"} <= features
        assert len(font.getGlyphOrder()) > 2 * len("باتيك")


def test_a_variable_font_keeps_its_weights() -> None:
    with TTFont(BytesIO(make_font(LATIN, "abc"))) as font:
        assert "wght" in {axis.axisTag for axis in font["fvar"].axes}


def test_a_font_that_was_cut_says_whose_it_is() -> None:
    with TTFont(BytesIO(make_font(ARABIC, "ب"))) as font:
        assert "Amiri" in str(font["name"].getDebugName(0))


def test_the_same_letters_give_the_same_bytes() -> None:
    assert make_font(ARABIC, "ابت") == make_font(ARABIC, "ابت")


@pytest.mark.parametrize("data", [b"", b"no font", LATIN[:5000]])
def test_what_is_no_font_is_refused(data: bytes) -> None:
    with pytest.raises(BrokenFontError):
        make_font(data, "a")


def test_a_stylesheet_names_each_font_and_where_a_page_begins_its_list_with_it() -> None:
    faces = (
        FontFace("id", "titles", "static/fonts/id.1.woff2", "200 900", "normal"),
        FontFace("ar", "text", "static/fonts/ar.2.woff2", "400", "italic", "abcz"),
    )
    made = stylesheet((), ("p{}",), faces)
    assert 'url("fonts/id.1.woff2") format("woff2");font-weight:200 900;font-style:normal' in made
    assert made.count("font-display:swap") == 2
    assert "unicode-range:U+61-63,U+7A;" in made
    assert ':root[lang="id"]{--own-titles:"titles-id",;}' in made
    assert ':root[lang="ar"]{--own-text:"text-ar",;}' in made
    assert made.index("@font-face") < made.index("p{}")
