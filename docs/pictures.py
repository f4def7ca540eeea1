"""Takes the pictures of README.md and docs/: pages of the demonstration in `site/` in Chromium, pages of its catalogue.

`python docs/pictures.py`, after `make site`.
"""

import io
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.browser.visits import Visitors, chromium, served

DOCS = Path(__file__).parent
SITE = DOCS.parent / "site"
WIDTH, GAP = 1440, 12
"""Pixels of a picture, and between what is on it."""
GROUND = "#8a7665"


@dataclass(frozen=True)
class Shot:
    """A page of the site, in a colour scheme, from the element `at` on, if one is named."""

    path: str
    scheme: Literal["light", "dark"] = "light"
    at: str = ""


@dataclass(frozen=True)
class Row:
    """Shots beside one another, on a screen of one size, in CSS pixels."""

    size: tuple[int, int]
    shots: tuple[Shot, ...]


DESKTOP, PHONE = (1280, 1590), (390, 812)
PAGES = (
    Row(
        DESKTOP,
        (
            Shot("en/"),
            Shot("produk/tenun-parengan/"),
            Shot("koleksi/pameran-tanah-dan-benang/"),
            Shot("ar/", "dark"),
        ),
    ),
    Row(
        PHONE,
        (
            Shot(""),
            Shot("en/products/tenun-parengan/", "dark"),
            Shot("produk/"),
            Shot("ar/collections/"),
            Shot("teknik/songket/"),
            Shot("en/regions/jawa-timur/", "dark"),
            Shot("perajin/kelompok-contoh-parengan/"),
        ),
    ),
    Row(
        DESKTOP,
        (
            Shot("en/regions/"),
            Shot("ar/products/tenun-parengan/", "dark"),
            Shot("en/", at=".learn"),
            Shot("en/catalogues/"),
        ),
    ),
    Row(
        DESKTOP,
        (
            Shot("en/venues/gerai-pelabuhan/"),
            Shot("ar/makers/kelompok-contoh-parengan/", "dark"),
            Shot("en/motifs/"),
            Shot("en/articles/pulau-dan-kapal/"),
        ),
    ),
)
SPREADS = ((8, 10), (16, 26), (62, 94))
"""Left pages of the catalogue that are shown with the right ones beside them, two spreads to a row."""


def main() -> None:
    """Take all of them anew."""
    with sync_playwright() as playwright, served(SITE) as base:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        visitors = Visitors(browser, base)
        stacked([taken(visitors, row) for row in PAGES]).save(DOCS / "pages.jpg", quality=82)
        [demo] = taken(visitors, Row((1280, 1460), (Shot("en/"),)))
        fitted(demo, 860).save(DOCS / "demo.jpg", quality=82)
        browser.close()
    with pypdfium2.PdfDocument(SITE / "books" / "katalog-en-screen.pdf") as book:
        rows = [[spread(book, left) for left in row] for row in SPREADS]
    stacked(rows).save(DOCS / "spreads.jpg", quality=82)


def taken(visitors: Visitors, row: Row) -> list[Image.Image]:
    """Show the shots of a row, and keep what the screen shows."""
    return [shown(visitors, row.size, shot) for shot in row.shots]


def shown(visitors: Visitors, size: tuple[int, int], shot: Shot) -> Image.Image:
    """Keep what a screen shows of a page once its pictures are there."""
    width, height = size
    page = visitors.by("desktop" if width > height / 2 else "phone", device_scale_factor=1).page
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=shot.scheme)
    page.goto(visitors.base + shot.path)
    if shot.at:
        page.locator(shot.at).first.evaluate("element => element.scrollIntoView()")
    page.wait_for_load_state("networkidle")
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def spread(book: pypdfium2.PdfDocument, left: int) -> Image.Image:
    """Show a left page and the one that it faces."""
    pages = [book[number - 1].render(scale=1.2).to_pil() for number in (left, left + 1)]
    whole = Image.new("RGB", (2 * pages[0].width + 1, pages[0].height), GROUND)
    for number, page in enumerate(pages):
        whole.paste(page, (number * (page.width + 1), 0))
    return whole


def stacked(rows: list[list[Image.Image]]) -> Image.Image:
    """Lay pictures out in rows that are all as wide as the whole."""
    lines = [[fitted(each, (WIDTH - GAP) // len(row) - GAP) for each in row] for row in rows]
    tops = [GAP]
    for line in lines:
        tops.append(tops[-1] + max(each.height for each in line) + GAP)
    whole = Image.new("RGB", (WIDTH, tops[-1]), GROUND)
    for top, line in zip(tops, lines, strict=False):
        left = GAP
        for each in line:
            whole.paste(each, (left, top))
            left += each.width + GAP
    return whole


def fitted(picture: Image.Image, width: int) -> Image.Image:
    """Scale a picture to a width."""
    return picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
