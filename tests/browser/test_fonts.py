"""A gallery's own fonts are fetched from the site, cut to its letters, and used."""

import shutil
import string
from collections.abc import Iterator
from pathlib import Path

import fontpkg
import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser

from galeri.options import Options
from galeri.pipeline import build
from tests.browser.conftest import GALLERY
from tests.browser.pages import address
from tests.browser.visits import Visitors, served
from tests.support.shared import lend

USED = """(selector) => getComputedStyle(document.querySelector(selector)).fontFamily.split(',')[0]"""
LOADED = """async () => {
  await document.fonts.ready;
  return [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family.replaceAll('"', ''));
}"""


def plain_letters(source: Path, target: Path) -> None:
    """Save a font with plain Latin letters alone: of a whole one, with all its axes, many cuts would take long."""
    with TTFont(source) as font:
        cut = subset.Subsetter(subset.Options(layout_features=[], hinting=False))
        cut.populate(text=string.printable)
        cut.subset(font)
        font.save(target)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, browser: Browser, pictures: Path) -> Iterator[Visitors]:
    root = tmp_path_factory.mktemp("fonts")
    gallery = root / "gallery"
    shutil.copytree(GALLERY, gallery)
    lend(pictures, gallery)
    (gallery / "fonts").mkdir(exist_ok=True)
    plain_letters(fontpkg.path("Source Serif 4"), gallery / "fonts/serif.ttf")
    shutil.copyfile(fontpkg.path("Amiri"), gallery / "fonts/amiri.ttf")
    with (gallery / "galeri.yaml").open("a") as settings:
        settings.write("\nfonts: {titles: [amiri.ttf], text: [serif.ttf, amiri.ttf]}\n")
    report = build(Options(gallery, root / "site", workers=1))
    assert report.published, report.problems
    with served(root / "site") as base:
        yield Visitors(browser, base)


@pytest.mark.parametrize("tag", ["id", "ar"])
def test_titles_and_text_are_set_in_the_fonts_that_were_chosen(own: Visitors, tag: str) -> None:
    visitor = own.by(locale=tag)
    page = visitor.open(address("product", tag))
    loaded = page.evaluate(LOADED)
    assert f"titles-{tag}" in loaded
    assert page.evaluate(USED, "h1").strip('"') == f"titles-{tag}"
    assert page.evaluate(USED, "body").strip('"') == f"text-{tag}"
    assert visitor.wrong == []


def test_a_font_is_fetched_once_and_only_that_of_the_page_s_language(own: Visitors) -> None:
    visitor = own.by(locale="en")
    visitor.open(address("product", "en")).evaluate(LOADED)
    fetched = visitor.asked_for(".woff2")
    assert len(fetched) == len(set(fetched)) > 0
    assert all(path.startswith("static/fonts/en.") for path in fetched)


def test_a_gallery_without_fonts_fetches_none(visitors: Visitors) -> None:
    visitor = visitors.by()
    assert visitor.open(address("product", "id")).evaluate(LOADED) == []
    assert visitor.asked_for(".woff2") == []
