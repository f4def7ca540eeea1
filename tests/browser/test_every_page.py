"""Every kind of page, in three languages, on three screens, in two schemes: nobody is kept out."""

import pytest

from tests.browser.looks import FOCUSED, MOVING, OVERLAPS, REACHABLE, WIDER, violations
from tests.browser.pages import FOLDERS, PAGES, address
from tests.browser.visits import SIZES, Visitors


@pytest.mark.parametrize(("kind", "tag"), PAGES)
def test_axe_finds_nothing_that_keeps_anyone_out_on_any_screen_in_either_scheme(
    visitors: Visitors, kind: str, tag: str
) -> None:
    visitor = visitors.by()
    page = visitor.open(address(kind, tag))
    found = {where: violations(page) for where in visitor.everywhere()}
    assert not any(found.values()), found


@pytest.mark.parametrize(("kind", "tag"), PAGES)
def test_nothing_is_wrong_on_any_screen(visitors: Visitors, kind: str, tag: str) -> None:
    for size in SIZES:
        visitor = visitors.by(size)
        page = visitor.open(address(kind, tag))
        assert visitor.wrong == [], size
        assert page.evaluate(WIDER) == [], size
        assert page.evaluate(OVERLAPS) == [], size


@pytest.mark.parametrize(("kind", "tag"), PAGES)
def test_text_of_twice_the_size_stays_on_the_page_and_apart(visitors: Visitors, kind: str, tag: str) -> None:
    for size in ("phone", "desktop"):
        page = visitors.by(size).open(address(kind, tag))
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(WIDER) == [], size
        assert page.evaluate(OVERLAPS) == [], size


@pytest.mark.parametrize(("kind", "tag"), [page for page in PAGES if page[1] != "en"])
def test_nothing_moves_for_those_who_asked_for_that(visitors: Visitors, kind: str, tag: str) -> None:
    assert visitors.by(reduced_motion="reduce").open(address(kind, tag)).evaluate(MOVING) == []


@pytest.mark.parametrize("size", ["phone", "desktop"])
@pytest.mark.parametrize(
    ("kind", "tag"), [("home", "id"), ("index", "ar"), ("product", "en"), ("search", "ar")]
)
def test_the_keyboard_alone_reaches_everything_and_shows_where_it_is(
    visitors: Visitors, kind: str, tag: str, size: str
) -> None:
    page = visitors.by(size).open(address(kind, tag))
    seen = []
    for _ in range(page.evaluate(REACHABLE)):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        assert focused["ring"], focused
        assert focused["inside"], focused
        assert focused["name"], focused
        seen.append(focused["number"])
    assert len(set(seen)) == len(seen), "the focus came back before it had been everywhere"
    assert seen == sorted(seen), "the focus jumps"


@pytest.mark.parametrize("tag", FOLDERS)
def test_the_skip_link_is_first_and_leads_to_the_content(visitors: Visitors, tag: str) -> None:
    page = visitors.by().open(address("product", tag))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_of_a_phone_opens_and_closes_also_without_javascript(
    visitors: Visitors, *, scripts: bool
) -> None:
    page = visitors.by(java_script_enabled=scripts).open(address("product", "ar"))
    menu = page.locator("#menu")
    assert not menu.is_visible()
    page.locator(".menu-button").first.click()
    assert menu.locator("a").count() >= 10
    assert menu.is_visible()
    page.keyboard.press("Escape")
    assert not menu.is_visible()


@pytest.mark.parametrize(("kind", "tag"), PAGES)
def test_without_javascript_nothing_is_offered_that_needs_it_and_nothing_is_lost(
    visitors: Visitors, kind: str, tag: str
) -> None:
    with_scripts = visitors.by().open(address(kind, tag))
    links = with_scripts.locator("a[href]:not([class*=result])").count()
    visitor = visitors.by(java_script_enabled=False)
    page = visitor.open(address(kind, tag))
    assert visitor.wrong == []
    assert page.locator("a[href]").count() == links
    assert page.locator(".scripted:visible, dialog:visible").count() == 0
    assert page.locator(".unscripted:visible").count() == (kind == "search")
