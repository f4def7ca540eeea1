"""The search page: loaded when the visitor turns to it, in the words of the language, its state in the address."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.looks import OVERLAPS, WIDER, violations
from tests.browser.pages import address
from tests.browser.visits import SIZES, Visitors


def search(visitors: Visitors, words: str, tag: str = "id", size: str = "phone") -> Page:
    page = visitors.by(size).open(address("search", tag))
    box = page.get_by_role("searchbox")
    box.fill(words)
    if not box.input_value():  # Chromium may lose what is typed while it still gives the page the focus
        box.fill(words)
    expect(page.locator(".found")).not_to_be_empty()
    return page


def titles(page: Page) -> list[str]:
    return page.locator(".results h2").all_inner_texts()


def test_nothing_of_the_search_is_loaded_before_the_visitor_turns_to_it(visitors: Visitors) -> None:
    visitor = visitors.by()
    page = visitor.open(address("search", "id"))
    page.wait_for_timeout(300)
    assert visitor.asked_for("pagefind") == []
    page.get_by_role("searchbox").focus()
    expect(page.locator(".found")).to_be_empty()
    page.get_by_role("searchbox").fill("awan")
    expect(page.locator(".results li")).not_to_have_count(0)
    assert "pagefind/pagefind.js" in visitor.asked_for("pagefind")
    assert visitor.wrong == []


def test_words_typed_before_the_script_came_are_searched_for(visitors: Visitors) -> None:
    visitor = visitors.by("tablet", locale="en")
    kept: list[Route] = []

    def keep(route: Route) -> None:
        kept.append(route)

    visitor.context.route("**/answers.*.js", keep)
    page = visitor.open(address("search", "id"))
    page.get_by_role("searchbox").fill("awan")
    assert len(kept) == 1
    kept[0].continue_()
    expect(page.locator(".found")).not_to_be_empty()
    assert page.get_by_role("searchbox").input_value() == "awan"
    assert page.url.endswith("?q=awan")


@pytest.mark.parametrize("words", ["menenun", "tenunan", "tenun", "Ditenun", "penenun"])
def test_indonesian_words_are_found_by_their_stem(visitors: Visitors, words: str) -> None:
    """Stories say "menenun", "Tenunan" and "tenun"; Pagefind's own stems know the last two to be one."""
    page = search(visitors, words)
    assert set(titles(page)) == {"Tikar", "Syal", "Taplak"}


def test_a_language_searches_its_own_words_and_no_others(visitors: Visitors) -> None:
    assert set(titles(search(visitors, "clouds", "en"))) == {"Cloud cloth", "Clouds"}
    assert titles(search(visitors, "سحاب", "ar")) == ["قماش السحاب"]
    page = search(visitors, "tenun", "ar")
    assert titles(page) == []
    assert page.locator(".found").inner_text() == "لم نجد شيئًا. جرّب كلمة أخرى أو كلمات أقل."


def test_a_result_shows_photo_title_kind_and_region_and_leads_to_its_page(visitors: Visitors) -> None:
    page = search(visitors, "dilorod awan", "id")
    first = page.locator(".results li").first
    assert first.locator("h2").inner_text() == "Kain awan"
    assert first.locator(".where").inner_text() == "Karya · Jawa Timur"
    page.wait_for_function("document.querySelector('.results img').naturalWidth > 0")
    first.locator("a").click()
    page.wait_for_url(f"**/{address('product', 'id')}")


def test_the_number_of_results_is_said_in_the_languages_own_plural(visitors: Visitors) -> None:
    assert search(visitors, "سحاب", "ar").locator("[role=status].found").inner_text() == "وُجدت صفحة واحدة"
    assert re.fullmatch(r"\d+ halaman ditemukan", search(visitors, "tenun").locator(".found").inner_text())


def test_results_are_narrowed_by_facets_and_the_address_keeps_it_all(visitors: Visitors) -> None:
    page = search(visitors, "tenun")
    before = page.locator(".found").inner_text()
    plaited = page.get_by_role("group", name="Jenis kriya").get_by_label("Anyaman")
    plaited.check()
    expect(page.locator(".found")).not_to_have_text(before)
    assert titles(page) == ["Tikar"]
    assert "craft=Anyaman" in page.url
    kept = page.url
    page.go_back()
    expect(page.locator(".found")).to_have_text(before)
    page.goto("about:blank")
    page.goto(kept)
    expect(page.locator(".results h2")).to_have_text(["Tikar"])
    assert page.get_by_role("searchbox").input_value() == "tenun"
    assert plaited.is_checked()


def test_more_results_are_shown_when_asked_for_and_the_focus_goes_on_with_them(visitors: Visitors) -> None:
    page = search(visitors, "bahan")
    assert page.locator(".results li").count() == 10
    page.get_by_role("button", name="Tampilkan lebih banyak").press("Enter")
    expect(page.locator(".results li")).not_to_have_count(10)
    number = "[...document.querySelectorAll('.results a')].indexOf(document.activeElement)"
    assert page.evaluate(number) == 10


def test_a_search_that_can_not_be_loaded_says_so(visitors: Visitors) -> None:
    visitor = visitors.by("tablet", locale="id")
    visitor.context.route("**/pagefind/**", lambda route: route.abort())
    page = visitor.open(address("search", "id"))
    page.get_by_role("searchbox").fill("awan")
    expect(page.locator(".found")).to_contain_text("tidak dapat dimuat")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("tag", "words"), [("id", "tenun"), ("en", "cloth"), ("ar", "سحاب")])
def test_results_look_right_and_keep_nobody_out(visitors: Visitors, tag: str, words: str, size: str) -> None:
    page = search(visitors, words, tag, size)
    expect(page.locator(".results li")).not_to_have_count(0)
    assert page.evaluate(WIDER) == []
    assert page.evaluate(OVERLAPS) == []
    assert violations(page) == []
