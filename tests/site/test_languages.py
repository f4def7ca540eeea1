"""In each of five languages the site reads as its own, and says plainly where words of another stand in."""

import re

import pytest

from tests.site.built import BASE, LANGUAGES, Site, said, target

DIRECTIONS = {"id": "ltr", "en": "ltr", "ar": "rtl", "jv-Java": "ltr", "mad": "ltr"}
CLOTH = {
    "id": "produk/kain-awan/index.html",
    "en": "en/products/kain-awan/index.html",
    "ar": "ar/products/kain-awan/index.html",
    "jv-Java": "jv-java/products/kain-awan/index.html",
    "mad": "mad/products/kain-awan/index.html",
}
TOLD = ("id", "en", "ar", "jv-Java")
"""The languages in which the cloth has words."""


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_page_says_its_language_and_direction(site: Site, tag: str) -> None:
    pages = [
        page for path, page in site.pages.items() if path.startswith(LANGUAGES[tag] or ("produk", "index"))
    ]
    assert len(pages) > 2
    for page in pages:
        assert (page.get("lang"), page.get("dir")) == (tag, DIRECTIONS[tag])


@pytest.mark.parametrize(
    ("tag", "title"),
    [
        ("id", "Kain awan"),
        ("en", "Cloud cloth"),
        ("ar", "قماش السحاب"),
        ("jv-Java", "ꦗꦫꦶꦏ꧀ꦩꦺꦒ"),
        ("mad", "Kain awan"),
    ],
)
def test_a_page_shows_its_own_words_else_those_of_the_default_language(
    site: Site, tag: str, title: str
) -> None:
    page = site.pages[CLOTH[tag]]
    assert said(page, "//h1") == [title]
    assert said(page, "//meta[@property='og:title']/@content") == [title]
    assert page.xpath("//h1/@lang") == ([] if tag in TOLD else ["id"])


def test_a_page_without_words_of_its_own_says_so_and_names_the_language_it_shows(site: Site) -> None:
    for tag, path in CLOTH.items():
        notices = said(site.pages[path], "//*[contains(@class, 'notice')]")
        if tag in TOLD:
            assert notices == []
        else:
            assert len(notices) == 1
            assert "Indonesia" in notices[0]
    [english] = said(site.pages["en/collections/pameran-laut/index.html"], "//*[contains(@class, 'notice')]")
    assert "Indonesian" in english
    assert "not been translated" in english
    [arabic] = said(site.pages["ar/collections/pameran-laut/index.html"], "//*[contains(@class, 'notice')]")
    assert "الإندونيسية" in arabic


def test_words_of_another_language_are_marked_with_it_wherever_they_stand(site: Site) -> None:
    page = site.pages[CLOTH["mad"]]
    for story in page.xpath("//div[contains(@class, 'prose')]"):
        assert story.get("lang") == "id"
    index = site.pages["mad/products/index.html"]
    titles = {
        " ".join(link.text_content().split()): near(link)
        for link in index.xpath("//main//h2//a|//main//h3//a")
    }
    assert titles == {"Kain awan": "id", "Songko' panḍhân": "mad"}


def near(element: object) -> str:
    """Give the language that an element stands in: its own, or that of the nearest element around it."""
    return str(element.xpath("ancestor-or-self::*[@lang][1]/@lang")[0])  # type: ignore[attr-defined]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_sites_own_title_is_never_said_to_be_in_another_language(site: Site, tag: str) -> None:
    for path in (f"{LANGUAGES[tag]}index.html", CLOTH[tag]):
        for name in site.pages[path].xpath("//header//*[contains(@class, 'name')]//a"):
            assert near(name.xpath("descendant-or-self::*")[-1]) == tag, path


def test_the_trail_says_the_language_of_each_of_its_steps(site: Site) -> None:
    for tag in TOLD:
        *_, last = site.pages[CLOTH[tag]].xpath("//nav[contains(@class, 'trail')]//a")
        assert near(last) == tag
    *_, last = site.pages[CLOTH["mad"]].xpath("//nav[contains(@class, 'trail')]//a")
    assert near(last) == "id"


def test_an_original_names_itself_and_its_translations_and_a_copy_names_the_original(site: Site) -> None:
    addresses = {tag: BASE + path.removesuffix("index.html") for tag, path in CLOTH.items()}
    expected = {tag: addresses[tag] for tag in TOLD} | {"x-default": addresses["id"]}
    for tag, path in CLOTH.items():
        page = site.pages[path]
        alternates = {each.get("hreflang"): each.get("href") for each in page.xpath("//link[@hreflang]")}
        canonical = said(page, "//link[@rel='canonical']/@href")
        if tag in TOLD:
            assert (alternates, canonical) == (expected, [addresses[tag]])
        else:
            assert (alternates, canonical) == ({}, [addresses["id"]])


def test_canonical_addresses_and_translations_are_of_pages_that_are_there(site: Site) -> None:
    for page in site.pages.values():
        for address in page.xpath("//link[@rel='canonical']/@href|//link[@hreflang]/@href"):
            assert address.startswith(BASE)
            path = address.removeprefix(BASE)
            assert (path if path.endswith(".html") else f"{path}index.html") in site.pages


def test_the_locale_that_is_shared_has_language_and_territory(site: Site) -> None:
    locales = {
        tag: said(site.pages[path], "//meta[@property='og:locale']/@content") for tag, path in CLOTH.items()
    }
    assert locales == {
        "id": ["id_ID"],
        "en": ["en_US"],
        "ar": ["ar_EG"],
        "jv-Java": ["jv_ID"],
        "mad": ["id_ID"],
    }
    others = said(site.pages[CLOTH["en"]], "//meta[@property='og:locale:alternate']/@content")
    assert sorted(others) == ["ar_EG", "id_ID", "jv_ID"]


def test_the_switcher_leads_from_every_page_to_the_same_page_in_every_language(site: Site) -> None:
    for path, page in site.pages.items():
        entries = page.xpath("//nav[contains(@class, 'languages')]//a")
        assert [entry.get("hreflang") for entry in entries] == list(LANGUAGES), path
        current = [entry.get("hreflang") for entry in entries if entry.get("aria-current")]
        assert current == [page.get("lang")], path
        if path.endswith("404.html"):
            continue
        for entry in entries:
            found = target(path, entry.get("href"))
            assert found is not None
            assert site.language(found) == entry.get("hreflang"), path
            assert found.rsplit("/", 2)[-2:] == path.rsplit("/", 2)[-2:] or tail(found) == tail(path) == ""


def tail(path: str) -> str:
    """Give the part of a path that does not depend on its language: the id, or the number of a page."""
    parts = re.sub(r"^(en|ar|jv-java|mad)/", "", path).split("/")
    return "/".join(parts[1:-1])


def test_the_switcher_names_each_language_in_its_own_words(site: Site) -> None:
    entries = site.pages["index.html"].xpath("//nav[contains(@class, 'languages')]//a")
    assert [(each.get("lang"), each.get("dir"), each.text_content()) for each in entries] == [
        ("id", "ltr", "Indonesia"),
        ("en", "ltr", "English"),
        ("ar", "rtl", "العربية"),
        ("jv-Java", "ltr", "Jawa"),
        ("mad", "ltr", "Madura"),
    ]


@pytest.mark.parametrize(
    ("tag", "names"),
    [
        ("id", ["Karya", "Perajin", "Wilayah"]),
        ("en", ["Pieces", "Makers", "Regions"]),
        ("jv-Java", ["Karya", "Perajin", "Wilayah"]),
        ("mad", ["Karya", "Perajin", "Wilayah"]),
    ],
)
def test_the_menu_speaks_the_pages_language_else_the_default_one(
    site: Site, tag: str, names: list[str]
) -> None:
    for path in (f"{LANGUAGES[tag]}index.html", CLOTH[tag]):
        menu = said(site.pages[path], "//header//nav[contains(@class, 'menu')]//li//a")
        assert menu[:3] == names
        assert len(menu) == 11
        assert menu[-2] == ("About this gallery" if tag == "en" else "Tentang galeri ini")


def test_the_menu_of_an_arabic_page_is_in_arabic(site: Site) -> None:
    menu = said(site.pages["ar/index.html"], "//header//nav[contains(@class, 'menu')]//li//a")
    assert all(re.search(r"[\u0600-\u06ff]", name) for name in menu[:9])


@pytest.mark.parametrize(
    ("tag", "price", "day"),
    [
        ("id", "Rp1.250.000", "1 November 2026"),
        ("en", "1,250,000", "1 November 2026"),
        ("ar", "1,250,000", "1 نوفمبر 2026"),
        ("jv-Java", "Rp\u00a01.250.000", "1 November 2026"),
        ("mad", "Rp1.250.000", "1 November 2026"),
    ],
)
def test_prices_and_days_are_written_as_the_language_writes_them(
    site: Site, tag: str, price: str, day: str
) -> None:
    text = site.pages[CLOTH[tag]].xpath("//main")[0].text_content()
    assert price in text
    assert day in text
    assert site.pages[CLOTH[tag]].xpath("//time[@datetime='2026-11-01']")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_feed_of_each_language_is_named_by_its_pages_and_holds_what_has_words_there(
    site: Site, tag: str
) -> None:
    feed = (site.folder / f"{LANGUAGES[tag]}feed.xml").read_text(encoding="utf-8")
    assert ("kain-awan" in feed) == (tag in TOLD)
    assert ("topi-pandan" in feed) == (tag in {"id", "mad"})
    [reference] = said(site.pages[CLOTH[tag]], "//link[@type='application/atom+xml']/@href")
    assert target(CLOTH[tag], reference) == f"{LANGUAGES[tag]}feed.xml"


def test_the_sitemap_holds_each_original_once_and_no_copy(site: Site) -> None:
    listed = re.findall(r"<loc>([^<]+)</loc>", (site.folder / "sitemap.xml").read_text(encoding="utf-8"))
    pages = [address for address in listed if "/images/" not in address]
    originals = {
        address
        for path, page in site.pages.items()
        for address in said(page, "//link[@rel='canonical']/@href")
        if not path.endswith("404.html")
    }
    assert len(pages) == len(set(pages))
    assert set(pages) == originals
