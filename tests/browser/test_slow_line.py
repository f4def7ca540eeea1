"""A first visit on a slow phone line (1.6 Mbit/s, 150 ms each way and back): nothing moves, the largest comes first."""

import re
from typing import Any

import pytest

from tests.browser.pages import address
from tests.browser.visits import SIZES, Visitors

SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
"""As Lighthouse has it: milliseconds, bytes a second."""
PHOTOS = re.compile(r"/images/.*\.(avif|webp|jpg)$")
SHIFTS = """() => new Promise((done) => {
  const found = [];
  new PerformanceObserver((list) => {
    for (const {value, sources} of list.getEntries()) {
      found.push([value, sources.map(({node}) => node?.nodeName + '.' + (node?.className ?? ''))]);
    }
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(found), 50);
})"""
LARGEST = """() => new Promise((done) => new PerformanceObserver((list) => {
  const {element, url} = list.getEntries().at(-1);
  done({tag: element.tagName, waits: element.loading === 'lazy', url});
}).observe({type: 'largest-contentful-paint', buffered: true}))"""


def shifts(visitors: Visitors, path: str, size: str) -> list[Any]:
    """Give each shift of a first visit to a page: how much, and what moved."""
    width, height = SIZES[size]
    context = visitors.browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW_4G)
    page.goto(visitors.base + path)
    page.wait_for_load_state("networkidle")
    found: list[Any] = page.evaluate(SHIFTS)
    context.close()
    return found


@pytest.mark.parametrize(
    ("kind", "tag", "size"),
    [
        ("home", "id", "phone"),
        ("home", "ar", "desktop"),
        ("product", "ar", "phone"),
        ("product", "id", "desktop"),
        ("index", "id", "phone"),
        ("artisan", "en", "tablet"),
    ],
)
def test_nothing_moves_while_a_page_comes_over_a_slow_line(
    visitors: Visitors, kind: str, tag: str, size: str
) -> None:
    found = shifts(visitors, address(kind, tag), size)
    assert sum(value for value, _ in found) <= 0.02, found


@pytest.mark.parametrize("size", ["phone", "desktop"])
@pytest.mark.parametrize(
    "kind", ["home", "index", "product", "artisan", "technique", "material", "motif", "venue"]
)
def test_the_largest_of_a_first_view_is_asked_for_before_the_page_is_laid_out(
    visitors: Visitors, kind: str, size: str
) -> None:
    page = visitors.by(size).open(address(kind, "id"))
    page.wait_for_load_state("networkidle")
    largest = page.evaluate(LARGEST)
    assert not largest["waits"], largest


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_a_photo_has_its_place_at_its_size_before_it_comes(visitors: Visitors, size: str) -> None:
    visitor = visitors.by(size)
    whole = visitor.open(address("product", "id")).locator(".plate img").bounding_box()
    visitor.context.route(PHOTOS, lambda route: route.abort())
    drawn = visitor.open(address("product", "id")).locator(".plate .placeholder").bounding_box()
    visitor.context.unroute(PHOTOS)
    assert whole
    assert drawn == pytest.approx(whole, abs=0.6)
    assert min(whole["width"], whole["height"]) > 200
