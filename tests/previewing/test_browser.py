"""In a real browser, a page shows by itself what was saved, and tells what is wrong."""

import os
import time
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.previewing.conftest import Previewed
from tests.support.galleries import small_gallery
from tests.support.preview import preview

STORY = "content/products/kain/id.md"
FACTS = "content/products/kain/product.yaml"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    """A preview in the program's own theme, whose policy lets in no inline script and no inline style."""
    gallery = small_gallery(tmp_path_factory.mktemp("preview") / "gallery")
    gallery.edit("galeri.yaml", "theme: plain", "theme: pendapa")
    with preview(gallery.root, language="id") as served:
        yield Previewed(gallery, served)


@pytest.fixture(scope="module")
def window(running: Previewed, browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{running.served.address}produk/kain/")
    expect(page.locator("h1")).to_have_text("Kain awan")
    yield page
    page.close()


def saved(running: Previewed, path: str, old: str, new: str) -> None:
    running.gallery.edit(path, old, new)


def test_what_is_saved_is_seen_without_a_hand(running: Previewed, window: Page) -> None:
    for turn in range(4):
        saved(running, STORY, "Kisah kain", f"Cerita {turn}. Kisah kain")
        expect(window.get_by_text(f"Cerita {turn}.")).to_be_visible(timeout=20_000)


def test_photos_are_shown(window: Page) -> None:
    picture = window.locator("main img").first
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("each => each.naturalWidth") > 0


def test_a_mistake_covers_the_page_until_it_is_mended(running: Previewed, window: Page) -> None:
    saved(running, FACTS, "kind: textile", "kind: textil")
    over = window.locator("#galeri-preview")
    expect(over).to_be_visible(timeout=20_000)
    expect(over).to_contain_text("Ada satu hal yang perlu diperbaiki")
    expect(over).to_contain_text(f"{FACTS}:6:")
    assert over.evaluate("each => getComputedStyle(each).position") == "fixed"
    expect(window.locator("h1", has_text="Kain awan")).to_have_count(1)
    saved(running, FACTS, "kind: textil", "kind: textile")
    expect(over).to_have_count(0, timeout=20_000)


def test_a_mistake_that_is_mended_loads_the_page_once_however_it_is_written(
    running: Previewed, window: Page
) -> None:
    """A program may empty a file, fill it, and set its times; each of these is told by the system."""
    saved(running, FACTS, "kind: textile", "kind: textil")
    over = window.locator("#galeri-preview")
    expect(over).to_be_visible(timeout=20_000)
    window.wait_for_load_state("load")  # of the page with the mistake
    loaded: list[str] = []
    window.on("load", lambda page: loaded.append(page.url))
    file = running.gallery.root / FACTS
    mended = file.read_text("utf-8").replace("kind: textil\n", "kind: textile\n")
    file.write_text(mended, "utf-8")
    for pause in (0.1, 0.4):
        time.sleep(pause)
        file.write_text(mended, "utf-8")
        os.utime(file)
    expect(over).to_have_count(0, timeout=20_000)
    window.wait_for_timeout(2000)
    assert len(loaded) == 1


def test_warnings_are_seen_in_a_corner_and_can_be_closed(running: Previewed, window: Page) -> None:
    saved(running, FACTS, "kind: textile", 'kind: textile\nexport: {hs: "4414.10"}')
    mark = window.locator("#galeri-warnings")
    expect(mark).to_be_visible(timeout=20_000)
    window.wait_for_timeout(2000)
    mark.locator("summary").click()
    expect(mark).to_contain_text(FACTS)
    assert Axe().run(window, "#galeri-warnings").response["violations"] == []
    mark.get_by_role("button").click()
    expect(mark).to_be_hidden()
    saved(running, FACTS, '\nexport: {hs: "4414.10"}', "")
    expect(mark).to_have_count(0, timeout=20_000)


def test_the_page_below_a_mistake_can_be_looked_at(running: Previewed, window: Page) -> None:
    saved(running, FACTS, "kind: textile", "kind: textil")
    over = window.locator("#galeri-preview")
    expect(over).to_be_visible(timeout=20_000)
    window.wait_for_timeout(3000)  # axe looks at a page that is not loaded again meanwhile
    assert Axe().run(window, "#galeri-preview").response["violations"] == []
    over.get_by_role("button").click()
    expect(over).to_be_hidden()
    saved(running, FACTS, "kind: textil", "kind: textile")
    expect(over).to_have_count(0, timeout=20_000)


def test_markup_in_a_mistake_is_text(running: Previewed, window: Page) -> None:
    saved(running, FACTS, "kind: textile", "'<img src=x onerror=alert(1)>': 1\nkind: textile")
    over = window.locator("#galeri-preview")
    expect(over).to_contain_text("<img src=x", timeout=20_000)
    assert over.locator("img").count() == 0
    saved(running, FACTS, "'<img src=x onerror=alert(1)>': 1\n", "")
    expect(over).to_have_count(0, timeout=20_000)


def test_nothing_is_refused_by_the_pages_policy(running: Previewed, window: Page) -> None:
    said: list[str] = []
    window.on("console", lambda message: said.append(message.text))
    window.goto(f"{running.served.address}produk/kain/")
    saved(running, STORY, "Kisah kain", "Sekali lagi. Kisah kain")
    expect(window.get_by_text("Sekali lagi.")).to_be_visible(timeout=20_000)
    assert said == []


def test_search_finds_what_was_written_just_now(running: Previewed, window: Page) -> None:
    saved(running, STORY, "Kisah kain", "Gerimis pertama. Kisah kain")
    expect(window.get_by_text("Gerimis pertama.")).to_be_visible(timeout=20_000)
    window.goto(f"{running.served.address}cari/")
    window.locator("#query").fill("gerimis")
    expect(window.locator(".results")).to_contain_text("Kain awan", timeout=60_000)
