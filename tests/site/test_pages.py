"""Every page of the site is whole: it parses, leaves nothing of its template behind, and stands in every language."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest

from tests.site.built import BASE, LANGUAGES, Site, said

SEGMENTS = {
    "id": {
        "product": "produk",
        "artisan": "perajin",
        "region": "wilayah",
        "technique": "teknik",
        "material": "bahan",
        "motif": "motif",
        "collection": "koleksi",
        "venue": "tempat",
        "article": "bacaan",
    },
    "en": {
        "product": "products",
        "artisan": "makers",
        "region": "regions",
        "technique": "techniques",
        "material": "materials",
        "motif": "motifs",
        "collection": "collections",
        "venue": "venues",
        "article": "articles",
    },
}
RECORDS = {
    "product": ["kain-awan", "topi-pandan"],
    "artisan": ["kelompok-pesisir"],
    "region": ["jawa-timur", "kab-bangkalan"],
    "technique": ["batik-tulis"],
    "material": ["katun", "kayu-jati", "wol"],
    "motif": ["awan"],
    "collection": ["pameran-laut"],
    "venue": ["galeri-utama"],
    "article": ["tentang"],
}
TITLES = {
    "id": "Galeri Lima Bahasa",
    "en": "Gallery of Five Languages",
    "ar": "معرض خمس لغات",
    "jv-Java": "ꦒꦭꦺꦫꦶꦭꦶꦩꦧꦱ",
    "mad": "Galeri Lema Bhasa",
}


def folder(tag: str, kind: str) -> str:
    return LANGUAGES[tag] + SEGMENTS.get(tag, SEGMENTS["en"])[kind]


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("kind", RECORDS)
def test_every_record_has_its_page_and_every_kind_its_index_in_every_language(
    site: Site, tag: str, kind: str
) -> None:
    base = folder(tag, kind)
    for path in (base, *(f"{base}/{name}" for name in RECORDS[kind])):
        assert f"{path}/index.html" in site.pages
        assert site.language(f"{path}/index.html") == tag


def test_the_address_of_a_record_is_the_same_in_every_language_but_for_its_folder(site: Site) -> None:
    found = {path for path in site.pages if "kain-awan" in path}
    assert found == {f"{folder(tag, 'product')}/kain-awan/index.html" for tag in LANGUAGES}


def test_a_draft_is_nowhere_in_the_site(site: Site) -> None:
    for path in site.files:
        assert "rancangan" not in path
        if path.endswith((".html", ".xml")):
            assert "rahasia" not in site.text(path)
            assert "rancangan" not in site.text(path)


def test_a_link_to_a_draft_is_its_text(site: Site) -> None:
    story = site.pages["produk/topi-pandan/index.html"]
    assert said(story, "//div[contains(@class, 'prose')]//a") == ["kain ini"]
    assert "yang belum terbit" in said(story, "//div[contains(@class, 'prose')]")[0]


class Balanced(HTMLParser):
    """Notes every element that is closed without being open, or open at the end."""

    VOID = frozenset(
        {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
    )

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.wrong.append(f"{tag} with an attribute twice")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag} at {self.getpos()}")


def test_every_element_of_every_page_is_closed_where_it_belongs(site: Site) -> None:
    for path in site.pages:
        parser = Balanced()
        parser.feed(site.text(path))
        parser.close()
        assert (parser.wrong, parser.open) == ([], []), path


def test_nothing_of_the_templates_is_left_in_a_page(site: Site) -> None:
    for path in site.pages:
        text = re.sub(
            r"<script.*?</script>", "", site.text(path), flags=re.DOTALL
        )  # JSON ends in braces, too
        assert not re.search(
            r"\{\{|\}\}|\{%|%\}|\{#|#\}|%\([a-z]+\)s|Undefined|&amp;(lt|gt|amp|#34);", text
        ), path
        for attribute in ('=""', "None", "Markup("):
            found = re.findall(rf"<[^>]*{re.escape(attribute)}[^>]*>", text)
            assert [tag for tag in found if not re.search(r'(alt|content|value)=""', tag)] == [], path


def test_every_page_has_one_title_one_main_part_and_one_first_heading(site: Site) -> None:
    for path, page in site.pages.items():
        assert len(page.xpath("//title")) == len(page.xpath("//main")) == len(page.xpath("//h1")) == 1, path
        assert said(page, "//h1")[0], path
        assert said(page, "//meta[@name='viewport']/@content"), path


def test_headings_never_skip_a_level(site: Site) -> None:
    for path, page in site.pages.items():
        levels = [int(each.tag[1]) for each in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        inside = levels[levels.index(1) :]
        assert all(after <= before + 1 for before, after in pairwise(inside)), path


def test_no_id_is_given_twice_on_a_page(site: Site) -> None:
    for path, page in site.pages.items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_every_picture_has_its_size_and_an_alternative_text(site: Site) -> None:
    seen = 0
    for path, page in site.pages.items():
        for image in page.xpath("//img"):
            assert "alt" in image.attrib, path
            assert int(image.get("width")) > 0, path
            assert int(image.get("height")) > 0, path
            seen += 1
    assert seen > 50


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_site_has_its_own_title_in_each_language(site: Site, tag: str) -> None:
    page = site.pages[f"{LANGUAGES[tag]}index.html"]
    assert TITLES[tag] in said(page, "//title")[0]
    assert said(page, "//meta[@property='og:site_name']/@content") == [TITLES[tag]]
    for path in site.pages:
        if site.language(path) == tag:
            assert TITLES[tag] in said(site.pages[path], "//title")[0]


def test_no_two_pages_of_a_language_that_are_originals_have_the_same_title(site: Site) -> None:
    for tag in LANGUAGES:
        titles = [
            said(page, "//title")[0]
            for path, page in site.pages.items()
            if site.language(path) == tag and said(page, "//link[@rel='canonical']/@href") == [url(path)]
        ]
        assert len(titles) == len(set(titles))


def url(path: str) -> str:
    return BASE + path.removesuffix("index.html")


def nodes(page: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - lxml has no types
    found: list[dict[str, Any]] = []
    for script in page.xpath("//script[@type='application/ld+json']"):
        found += json.loads(script.text)["@graph"]
    return found


def test_the_structured_data_of_every_page_can_be_read(site: Site) -> None:
    types = set()
    for page in site.pages.values():
        types |= {node["@type"] for node in nodes(page)}
    assert types >= {
        "Product",
        "Organization",
        "AdministrativeArea",
        "DefinedTerm",
        "ArtGallery",
        "Article",
    } | {
        "ExhibitionEvent",
        "WebSite",
        "BreadcrumbList",
    }


def test_names_on_an_index_are_sorted_as_the_language_sorts(site: Site) -> None:
    names = {
        tag: [
            name
            for path in (f"{folder(tag, 'material')}/index.html", f"{folder(tag, 'material')}/p/2/index.html")
            for name in said(site.pages[path], "//main//li//h2")
        ]
        for tag in ("id", "en", "ar")
    }
    assert names["id"] == sorted(names["id"], key=str.casefold)
    assert names["en"] == sorted(names["en"], key=str.casefold)
    assert names["en"].index("Bamboo") < names["en"].index("Cotton") < names["en"].index("Pandanus")
    assert names["ar"][:4] == ["حرير", "خيزران", "قطن", "نيلة"]
    assert {len(each) for each in names.values()} == {27}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_an_index_of_more_records_than_fit_a_page_has_more_pages(site: Site, tag: str) -> None:
    base = folder(tag, "material")
    first, second = site.pages[f"{base}/index.html"], site.pages[f"{base}/p/2/index.html"]
    assert len(first.xpath("//main//li//h2")) == 24
    assert len(second.xpath("//main//li//h2")) == 3
    assert f"{base}/p/3/index.html" not in site.pages
    for number, page in ((1, first), (2, second)):
        links = said(page, "//nav[contains(@class, 'pages')]//a/@href")
        assert [link.rstrip("/").rpartition("/")[2] for link in links] == [base.rpartition("/")[2], "2"]
        assert said(page, "//nav[contains(@class, 'pages')]//a[@aria-current='page']/@href") == [
            links[number - 1]
        ]
