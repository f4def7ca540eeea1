"""Measure how soon a real browser shows what a person saves while `galeri serve` runs.

`python benchmarks/serving.py` prints Markdown and exits with 1 if a target is missed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import report
from benchmarks.cases import note
from benchmarks.gallery import generate
from benchmarks.pictures import pictures
from tests.browser.visits import chromium
from tests.support.preview import preview

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST, STORY, OTHER = 2.0, 0.3, 1.0
"""Seconds, at most: until the first page, an edited story, and a photo or a template is on the screen."""
PAUSE, SETTLE = 700, 5000
"""Milliseconds between two edits, as a person does not save without pause, and after the start."""
DRAWN, EACH = 24, 4
"""How many different photos there are, and how many a piece has."""
THEME = Path(__file__).resolve().parent.parent / "themes" / "pendapa" / "templates"
HEAD = ("case", "median", "slowest", "target", "")


@dataclass(frozen=True)
class Case:
    """What is done, how long it took each time in seconds, and the most that it may take."""

    name: str
    seconds: list[float]
    most: float

    @property
    def row(self) -> tuple[str, ...]:
        """The line of the table."""
        middle = median(self.seconds)
        verdict = "met" if middle <= self.most else "**missed**"
        return (
            self.name,
            f"{middle:.3f} s",
            f"{max(self.seconds):.3f} s",
            f"at most {self.most} s",
            verdict,
        )


def gallery(root: Path, products: int, photos: int) -> Path:
    """Write a gallery in the program's own theme with so many photos of 12 megapixels, EACH to a piece."""
    generate(root, products)
    folder = root / "galeri"
    settings = folder / "galeri.yaml"
    settings.write_text(settings.read_text("utf-8").replace("theme: plain", "theme: pendapa"), "utf-8")
    drawn = pictures(DRAWN)
    for index, piece in enumerate(sorted((folder / "content" / "products").iterdir())[: photos // EACH]):
        names = [f"foto-{number}.jpg" for number in range(1, EACH + 1)]
        for number, name in enumerate(names):
            (piece / name).hardlink_to(drawn[(index * EACH + number) % len(drawn)])
        facts = piece / "product.yaml"
        listed = ", ".join(f"{{file: {name}}}" for name in names)
        facts.write_text(facts.read_text("utf-8") + f"photos: [{listed}]\n", "utf-8")
    own = folder / "themes" / "pendapa" / "templates"
    own.mkdir(parents=True)
    shutil.copy(THEME / "product.html", own)
    return folder


def first_page(folder: Path) -> float:
    """Time a start, from the command until a page with a heading is on the screen, with nothing kept from before."""
    shutil.rmtree(folder / ".galeri", ignore_errors=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        started = time.perf_counter()
        with preview(folder, "--drafts") as served:
            page.goto(served.address, wait_until="commit")
            page.locator("h1").first.wait_for()
            took = time.perf_counter() - started
        browser.close()
    return took


def seen_after(page: Page, save: Callable[[], None], sign: str) -> float:
    """Time how soon `sign`, a selector, is on the screen once something was saved."""
    started = time.perf_counter()
    save()
    page.locator(sign).first.wait_for()
    return time.perf_counter() - started


def stories(page: Page, piece: Path, rounds: int) -> list[float]:
    """Add a sentence to the story of the piece that is on the screen, again and again."""
    taken = []
    for turn in range(rounds):
        page.wait_for_timeout(PAUSE)
        sentence = f"Kalimat {turn} {time.time_ns()}."

        def save(sentence: str = sentence) -> None:
            with (piece / "id.md").open("a", encoding="utf-8") as story:
                story.write(f"\n{sentence}\n")

        taken.append(seen_after(page, save, f"text={sentence}"))
    return taken


def photos(page: Page, piece: Path, rounds: int) -> list[float]:
    """Put another photo in the place of the one on the screen, until a picture of it is there whole."""
    taken = []
    shown = "img[src*='/foto-1-']"
    for turn in range(rounds):
        page.wait_for_timeout(PAUSE)
        old = page.locator(shown).first.get_attribute("src")
        fresh = piece / "foto.new"
        shutil.copyfile(pictures(DRAWN)[turn % DRAWN], fresh)
        started = time.perf_counter()
        fresh.replace(piece / "foto-1.jpg")
        page.wait_for_function(
            "([shown, old]) => { const each = document.querySelector(shown);"
            " return each && each.getAttribute('src') !== old && each.complete && each.naturalWidth; }",
            arg=[shown, old],
        )
        taken.append(time.perf_counter() - started)
    return taken


def templates(page: Page, folder: Path, rounds: int) -> list[float]:
    """Add a line to the template of the page on the screen."""
    template = folder / "themes" / "pendapa" / "templates" / "product.html"
    whole = template.read_text("utf-8")
    taken = []
    for turn in range(rounds):
        page.wait_for_timeout(PAUSE)
        changed = whole.replace("{% block main %}", f'{{% block main %}}<p id="line-{turn}">{turn}</p>', 1)

        def save(changed: str = changed) -> None:
            template.write_text(changed, "utf-8")

        taken.append(seen_after(page, save, f"#line-{turn}"))
    return taken


def edits(folder: Path, rounds: int) -> list[Case]:
    """Measure every kind of edit on one piece's page."""
    piece = sorted((folder / "content" / "products").iterdir())[7]
    with preview(folder, "--drafts") as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{served.address}produk/{piece.name}/")
        page.wait_for_timeout(SETTLE)
        cases = [
            Case("an edited story is on the screen", stories(page, piece, rounds), STORY),
            Case("another photo is on the screen", photos(page, piece, rounds), OTHER),
            Case("an edited template is on the screen", templates(page, folder, rounds), OTHER),
        ]
        browser.close()
    return cases


def main() -> int:
    """Run the benchmark; 0 if every target is met."""
    parser = argparse.ArgumentParser(description="measure how soon a browser shows what is saved")
    parser.add_argument("--products", type=int, default=2000)
    parser.add_argument(
        "--photos", type=int, default=1000, help="photos of the gallery whose first page is timed"
    )
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    beside = pictures(DRAWN)[0].parent  # where hard links to them can be
    with tempfile.TemporaryDirectory(prefix="galeri-bench-", dir=beside) as name:
        root = Path(name)
        programs = {each: version(each) for each in ("galeri", "livereload", "watchfiles")}
        print(report.setting(root, programs), end="\n\n", flush=True)
        note(f"first page, {given.photos:,} photos")
        folder = gallery(root / "photos", given.photos // EACH, given.photos)
        starts = [first_page(folder) for _ in range(3)]
        note(f"edits, {given.products:,} products")
        cases = [
            Case(f"the first page of a gallery of {given.photos:,} photos", starts, FIRST),
            *edits(gallery(root / "products", given.products, given.photos), given.rounds),
        ]
    print(report.markdown([HEAD, ("---", "---:", "---:", "---", "---"), *(case.row for case in cases)]))
    return 0 if all(median(case.seconds) <= case.most for case in cases) else 1


if __name__ == "__main__":
    sys.exit(main())
