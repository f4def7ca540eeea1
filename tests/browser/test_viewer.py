"""The viewer of photos, and the button that copies a citation."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looks import MOVING, violations
from tests.browser.pages import address
from tests.browser.visits import SIZES, Visitors

SCALE = "new DOMMatrix(getComputedStyle(document.querySelector('.stage img')).transform).a"


def opened(visitors: Visitors, tag: str = "id", size: str = "desktop") -> Page:
    page = visitors.by(size).open(address("product", tag))
    page.locator("a.zoom").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    return page


def test_a_photo_opens_large_and_its_file_is_loaded_only_then(visitors: Visitors) -> None:
    visitor = visitors.by("desktop")
    page = visitor.open(address("product", "id"))
    large = page.locator("a.zoom").first.get_attribute("href")
    assert large
    assert large.endswith(".jpg")
    visitor.asked.clear()
    page.locator("a.zoom").first.click()
    page.wait_for_function(
        "(name) => document.querySelector('.stage img').src.endsWith(name)", arg=large.split("/")[-1]
    )
    assert len(visitor.asked_for("/images/")) <= 1
    assert visitor.wrong == []


def test_without_javascript_a_photo_leads_to_its_large_file(visitors: Visitors) -> None:
    page = visitors.by(java_script_enabled=False).open(address("product", "id"))
    page.locator("a.zoom").first.click()
    page.wait_for_url("**/images/products/kain-awan/01-kain-*.jpg")


def test_escape_closes_and_gives_the_focus_back(visitors: Visitors) -> None:
    page = visitors.by("desktop").open(address("product", "id"))
    page.locator("a.zoom").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).not_to_be_visible()
    assert page.evaluate("document.activeElement === document.querySelector('a.zoom')")


@pytest.mark.parametrize(("tag", "key"), [("id", "ArrowRight"), ("ar", "ArrowLeft")])
def test_arrows_lead_from_photo_to_photo_as_the_language_runs(visitors: Visitors, tag: str, key: str) -> None:
    page = opened(visitors, tag)
    photos = page.locator("a.zoom").count()
    assert photos >= 2 or tag == "ar"
    first = page.locator(".stage img").get_attribute("src")
    page.keyboard.press(key)
    if photos > 1:
        expect(page.locator(".stage img")).not_to_have_attribute("src", first or "")
        expect(page.locator(".which")).to_contain_text("2")


def test_keys_the_wheel_and_clicks_enlarge_and_the_photo_stays_in_sight(visitors: Visitors) -> None:
    page = opened(visitors)
    assert page.evaluate(SCALE) == 1
    page.keyboard.press("+")
    assert page.evaluate(SCALE) == pytest.approx(1.6)
    page.keyboard.press("0")
    assert page.evaluate(SCALE) == 1
    page.mouse.move(640, 450)
    page.mouse.wheel(0, -400)
    page.wait_for_function(f"{SCALE} > 2")
    for _ in range(60):
        page.keyboard.press("ArrowRight")
    box = page.locator(".stage img").bounding_box()
    assert box
    assert box["x"] + box["width"] >= 640
    page.mouse.click(640, 450)
    assert page.evaluate(SCALE) == 1
    page.mouse.click(640, 450)
    assert page.evaluate(SCALE) == 2.5


def test_two_fingers_enlarge_and_a_swipe_leads_on(visitors: Visitors) -> None:
    page = opened(visitors, size="phone")
    touch = """([type, id, x, y]) => document.querySelector('.stage').dispatchEvent(
      new PointerEvent(type, {pointerId: id, clientX: x, clientY: y, bubbles: true, pointerType: 'touch'}))"""
    page.evaluate("Element.prototype.setPointerCapture = () => {}")

    def fingers(*events: tuple[str, int, int, int]) -> None:
        for event in events:
            page.evaluate(touch, [f"pointer{event[0]}", *event[1:]])

    fingers(
        ("down", 1, 150, 400),
        ("down", 2, 250, 400),
        ("move", 2, 350, 400),
        ("up", 1, 150, 400),
        ("up", 2, 350, 400),
    )
    assert page.evaluate(SCALE) == pytest.approx(2)
    page.keyboard.press("0")
    first = page.locator(".which").inner_text()
    fingers(("down", 3, 300, 400), ("move", 3, 200, 405), ("up", 3, 150, 405))
    assert page.locator(".which").inner_text() != first
    assert page.evaluate(SCALE) == 1


def test_the_focus_stays_in_the_viewer(visitors: Visitors) -> None:
    page = opened(visitors)
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tag", ["id", "ar"])
def test_the_viewer_keeps_nobody_out(visitors: Visitors, tag: str, size: str) -> None:
    assert violations(opened(visitors, tag, size), "dialog") == []


def test_nothing_moves_in_the_viewer_for_those_who_asked_for_that(visitors: Visitors) -> None:
    page = visitors.by(reduced_motion="reduce").open(address("product", "id"))
    page.locator("a.zoom").first.click()
    assert page.evaluate(MOVING) == []


def test_a_citation_is_copied_and_that_is_said(visitors: Visitors) -> None:
    visitor = visitors.by("tablet", permissions=["clipboard-read", "clipboard-write"])
    page = visitor.open(address("product", "id"))
    page.get_by_role("button", name="Salin").click()
    expect(page.get_by_role("status").filter(has_text="Tersalin.")).to_be_visible()
    said = page.evaluate("navigator.clipboard.readText()")
    assert "Kain awan" in said
    assert said.endswith("https://lima.example/kriya/produk/kain-awan/")


def test_a_citation_that_may_not_be_copied_is_selected(visitors: Visitors) -> None:
    page = visitors.by("tablet").open(address("product", "id"))
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.get_by_role("button", name="Salin").click()
    page.wait_for_function("getSelection().toString().includes('Kain awan')")
