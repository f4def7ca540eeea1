"""Every page knows its address in every language, and search engines are told which pages are originals."""

from collections.abc import Iterator

import pytest

from galeri.model.outputs import PageOutput, Plan
from galeri.model.views import MissingView, ProductView, TopicView
from tests.planning.makers import gallery, pages, photo, planned, record, theme, told

BASE = "https://galeri.example/sub/"


@pytest.fixture(scope="module")
def site() -> Plan:
    return planned(
        gallery(
            record("motif", "awan", {"id": "Awan", "en": "Cloud", "ar": "سحاب"}),
            record("motif", "hujan", {"id": "Hujan"}),
            record("motif", "laut", {"id": "Laut", "ar": "بحر"}),
            record(
                "product",
                "kain",
                {"id": told("product", "Kain", summary="Selembar kain."), "en": told("product", "Cloth")},
                [photo("a.jpg")],
            ),
            *(record("material", f"m{n}", {"id": f"Bahan {n}"}) for n in range(5)),
            tags=["id", "en", "ar"],
        ),
        theme(page_size=2),
    )


def originals(site: Plan) -> Iterator[tuple[str, PageOutput]]:
    return ((path, page) for path, page in pages(site).items() if not page.page.fallback)


def test_every_record_and_every_index_has_a_page_in_every_language(site: Plan) -> None:
    found = pages(site)
    for record_path in ("produk/kain/", "motifs/awan/", "motifs/hujan/", "materials/p/3/", ""):
        english = record_path.replace("produk", "products")
        assert f"{record_path}index.html" in found
        assert f"en/{english}index.html" in found
        assert f"ar/{english}index.html" in found
    assert {"404.html", "en/404.html", "ar/404.html"} < found.keys()


def test_a_kind_without_records_has_no_page(site: Plan) -> None:
    assert not [path for path in pages(site) if "venues" in path or "perajin" in path]


def test_a_page_in_its_own_words_is_its_own_original(site: Plan) -> None:
    page = pages(site)["en/motifs/awan/index.html"].page
    assert (page.canonical, page.fallback, page.root) == (f"{BASE}en/motifs/awan/", "", "../../../")


def test_a_page_in_other_words_names_the_original_and_is_in_no_list_of_translations(site: Plan) -> None:
    page = pages(site)["en/motifs/hujan/index.html"].page
    assert (page.canonical, page.fallback, page.alternates) == (f"{BASE}motifs/hujan/", "id", ())
    assert pages(site)["motifs/hujan/index.html"].page.alternates == ()
    assert [each.hreflang for each in pages(site)["motifs/laut/index.html"].page.alternates] == [
        "id",
        "ar",
        "x-default",
    ]


def test_translations_name_each_other_and_themselves(site: Plan) -> None:
    by_address = {page.page.canonical: page.page for _, page in originals(site)}
    named = 0
    for _, output in originals(site):
        if not output.page.alternates:
            continue
        own = {each.hreflang: each.href for each in output.page.alternates}
        assert own[output.language] == output.page.canonical
        for address in own.values():
            assert {each.hreflang: each.href for each in by_address[address].alternates} == own
            named += 1
    assert named > 20


def test_the_default_language_stands_for_every_language_that_is_not_there(site: Plan) -> None:
    for _, output in originals(site):
        found = {each.hreflang: each.href for each in output.page.alternates}
        if found:
            assert found["x-default"] == found["id"]


def test_no_fallback_page_is_named_as_a_translation(site: Plan) -> None:
    fallbacks = [page.page for page in pages(site).values() if page.page.fallback]
    assert [page.path for page in fallbacks if page.alternates] == []
    assert "en/motifs/laut/" in [page.path for page in fallbacks]  # which is told in two other languages
    copies = {f"{BASE}{page.path}" for page in fallbacks}
    named = {each.href for page in pages(site).values() for each in page.page.alternates}
    assert copies
    assert not copies & named


def test_the_switcher_leads_to_the_same_record_and_says_whether_it_is_translated(site: Plan) -> None:
    found = pages(site)
    for output in found.values():
        assert [switch.tag for switch in output.page.switches] == ["id", "en", "ar"]
        for switch in () if output.path.endswith("404.html") else output.page.switches:
            target = found[f"{switch.path}index.html"]
            assert (target.language, target.template) == (switch.tag, output.template)
            assert switch.translated == (not target.page.fallback)
            if isinstance(output.view, TopicView | ProductView):
                assert isinstance(target.view, TopicView | ProductView)
                assert target.view.record.id == output.view.record.id


def test_the_switcher_of_the_page_for_a_missing_address_leads_to_each_language(site: Plan) -> None:
    switches = pages(site)["404.html"].page.switches
    assert [(switch.tag, switch.path) for switch in switches] == [("id", ""), ("en", "en/"), ("ar", "ar/")]


def test_the_page_for_a_missing_address_speaks_every_language_its_own_first(site: Plan) -> None:
    for path, tags in (("404.html", ["id", "en", "ar"]), ("ar/404.html", ["ar", "id", "en"])):
        view = pages(site)[path].view
        assert isinstance(view, MissingView)
        assert [part.language.tag for part in view.parts] == tags
        found = view.parts
    assert [(part.home.path, part.search and part.search.path) for part in found] == [
        ("ar/", "ar/search/"),
        ("", "search/"),
        ("en/", "en/search/"),
    ]


def test_the_trail_leads_from_the_first_page_over_the_index_to_the_record(site: Plan) -> None:
    trail = pages(site)["en/motifs/hujan/index.html"].page.trail
    assert [(link.path, link.text, link.lang) for link in trail] == [
        ("en/", "Home (en)", ""),
        ("en/motifs/", "Motifs (en)", ""),
        ("en/motifs/hujan/", "Hujan", "id"),
    ]


def test_the_page_for_a_missing_address_links_from_the_sites_own_root_and_is_not_searched(site: Plan) -> None:
    page = pages(site)["404.html"].page
    assert (page.root, page.robots, page.alternates) == ("/sub/", "noindex", ())


@pytest.mark.parametrize(
    ("base_url", "root"), [("https://a.example", "/"), ("https://a.example/b/c/", "/b/c/")]
)
def test_the_sites_own_root_is_that_of_its_address(base_url: str, root: str) -> None:
    assert pages(planned(gallery(base_url=base_url)))["404.html"].page.root == root


def test_a_shared_page_shows_the_first_photo_with_its_full_address(site: Plan) -> None:
    share = pages(site)["produk/kain/index.html"].page.share
    assert share is not None
    assert share.url.startswith(f"{BASE}images/products/kain/a-1200.")
    assert share.url.removeprefix(BASE) in site.outputs
    assert (share.width, share.height) == (1200, 900)
    assert pages(site)["motifs/awan/index.html"].page.share is None


def test_title_and_description_are_those_of_the_words_that_are_shown(site: Plan) -> None:
    assert pages(site)["produk/kain/index.html"].page.description == "Selembar kain."
    assert pages(site)["en/products/kain/index.html"].page.title == "Cloth"
    assert pages(site)["en/products/index.html"].page.title == "Pieces (en)"


def test_a_gallery_in_one_language_has_no_translations(site: Plan) -> None:
    del site
    made = pages(planned(gallery(record("motif", "awan"), tags=["id"])))
    assert all(page.page.alternates == () for page in made.values())
    assert all(len(page.page.switches) == 1 for page in made.values())
