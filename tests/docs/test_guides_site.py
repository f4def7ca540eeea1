"""The guides make a site, by galeri itself, in which every link leads somewhere."""

import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from tests.docs.reader import GUIDES, blocks

_FIRST = {"en": "articles", "id": "id/bacaan"}
_HREF = re.compile(r'<a [^>]*href="([^"#:]+)"')
_TAGS = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the guides in a copy of their folder."""
    home = tmp_path_factory.mktemp("guides") / "guides"
    shutil.copytree(GUIDES, home, ignore=shutil.ignore_patterns("content", "site", ".galeri"))
    done = subprocess.run([sys.executable, home / "build.py"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return home / "site"


def shown(page: Path) -> str:
    """Give what a page's <main> shows, as text."""
    main = page.read_text(encoding="utf-8").partition("<main")[2].partition("</main>")[0]
    return unescape(_TAGS.sub("", main))


@pytest.mark.parametrize("language", _FIRST)
def test_every_guide_has_its_page_with_all_that_is_typed_written_and_shown(site: Path, language: str) -> None:
    for page in (GUIDES / language).glob("[a-z]*.md"):
        text = shown(site / _FIRST[language] / page.stem / "index.html")
        for block in blocks(page):
            assert block.text.strip("\n") in text, (page.name, block.text)


def test_every_link_leads_to_a_page(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 2 * len(list((GUIDES / "en").glob("[a-z]*.md")))
    for page in pages:
        if page.name != "404.html":
            for href in _HREF.findall(page.read_text(encoding="utf-8")):
                target = page.parent / href
                assert target.is_file() or (target / "index.html").is_file(), (page, href)


def test_guides_are_listed_in_their_order(site: Path) -> None:
    numbers = re.findall(r">(\d+)\. ", (site / "index.html").read_text(encoding="utf-8"))
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) == len(list((GUIDES / "en").glob("[a-z]*.md")))
