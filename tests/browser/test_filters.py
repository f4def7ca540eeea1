"""Filters of the index of pieces: over all its pages, with counts, their state in the address."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looks import OVERLAPS, WIDER, violations
from tests.browser.pages import address
from tests.browser.visits import SIZES, Visitors


def opened(visitors: Visitors, tag: str = "id", size: str = "phone") -> Page:
    page = visitors.by(size).open(address("index", tag))
    page.locator("details.filter summary").click()
    return page


def shown(page: Page) -> list[str]:
    return page.locator("li:visible h2").all_inner_texts()


def count(page: Page, group: str, label: str) -> str:
    return (
        page.get_by_role("group", name=group).locator("label", has_text=label).locator(".count").inner_text()
    )


def test_the_table_is_loaded_when_the_filters_are_opened(visitors: Visitors) -> None:
    visitor = visitors.by()
    page = visitor.open(address("index", "id"))
    page.wait_for_timeout(200)
    assert visitor.asked_for("pieces.") == []
    with page.expect_response("**/pieces.*.json"):
        page.locator("details.filter summary").click()


def test_pieces_of_all_pages_are_chosen_from_and_their_photos_and_links_hold(visitors: Visitors) -> None:
    page = opened(visitors)
    assert len(shown(page)) == 3
    page.get_by_label("Tekstil").check()
    expect(page.locator(".filters .found")).to_have_text("3 karya")
    assert shown(page) == ["Kain awan", "Syal", "Taplak"]
    assert not page.locator("nav.pages").is_visible()
    for photo in page.locator(".filtered img").all():
        photo.scroll_into_view_if_needed()
    page.wait_for_function(
        "[...document.querySelectorAll('.filtered img')].every((each) => each.naturalWidth)"
    )
    page.locator(".filtered a", has_text="Taplak").click()
    page.wait_for_url("**/produk/taplak/")


def test_choices_of_one_facet_add_up_and_facets_narrow_each_other_with_counts(visitors: Visitors) -> None:
    page = opened(visitors)
    assert count(page, "Jenis kriya", "Tekstil") == "3"
    page.get_by_label("Batik tulis").check()
    expect(page.locator(".filters .found")).to_have_text("3 karya")
    assert count(page, "Jenis kriya", "Kayu") == "0"
    assert page.get_by_label("Kayu").is_disabled()
    page.get_by_label("Anyaman").last.check()
    expect(page.locator(".filters .found")).to_have_text("4 karya")
    page.get_by_label("Harga ditanyakan").is_disabled()
    page.get_by_label("Bersertifikat").check()
    expect(page.locator(".filters .found")).to_have_text("1 karya")
    assert shown(page) == ["Kain awan"]


def test_the_address_keeps_what_is_chosen_and_back_undoes_it(visitors: Visitors) -> None:
    page = opened(visitors)
    page.get_by_label("Tekstil").check()
    expect(page.locator(".filters .found")).to_have_text("3 karya")
    page.get_by_label("Bersertifikat").check()
    expect(page.locator(".filters .found")).to_have_text("1 karya")
    kept = page.url
    assert kept.endswith("/produk/?craft=textile&certified=yes")
    page.go_back()
    expect(page.locator(".filters .found")).to_have_text("3 karya")
    page.go_back()
    expect(page.locator("[data-cards]")).to_be_visible()
    assert len(shown(page)) == 3
    page.go_forward()
    expect(page.locator(".filters .found")).to_have_text("3 karya")
    page.goto("about:blank")
    page.goto(kept)
    expect(page.locator(".filters .found")).to_have_text("1 karya")
    assert page.get_by_label("Tekstil").is_checked()


def test_all_is_shown_again_when_asked_for(visitors: Visitors) -> None:
    page = opened(visitors)
    page.get_by_label("Kayu").check()
    page.get_by_role("button", name="Tampilkan semua karya").click()
    expect(page.locator("[data-cards]")).to_be_visible()
    assert page.url.endswith("/produk/")
    assert page.locator("nav.pages").is_visible()
    assert not page.get_by_label("Kayu").is_checked()


def test_more_cards_than_a_page_holds_are_shown_when_asked_for(visitors: Visitors) -> None:
    page = opened(visitors)
    page.get_by_label("Batik tulis").check()
    page.get_by_label("Anyaman").last.check()
    expect(page.locator(".filters .found")).to_have_text("4 karya")
    assert len(shown(page)) == 3
    page.get_by_role("button", name="Tampilkan lebih banyak").click()
    expect(page.locator(".filtered li")).to_have_count(4)
    assert page.evaluate("document.activeElement.textContent") == "Tikar"


def test_nothing_moves_while_the_page_is_loaded(visitors: Visitors) -> None:
    page = visitors.by("desktop").open(address("index", "id"))
    shift = """() => new Promise((done) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const each of list.getEntries()) sum += each.value; })
        .observe({type: 'layout-shift', buffered: true});
      setTimeout(() => done(sum), 300);
    })"""
    assert page.evaluate(shift) <= 0.02


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tag", ["id", "en", "ar"])
def test_open_filters_look_right_and_keep_nobody_out(visitors: Visitors, tag: str, size: str) -> None:
    page = opened(visitors, tag, size)
    page.locator(".filters input").first.check()
    expect(page.locator(".filters .found")).not_to_be_empty()
    assert page.evaluate(WIDER) == []
    assert page.evaluate(OVERLAPS) == []
    assert violations(page) == []
