"""Every link and picture of every page leads to a file of the site, wherever the site is put."""

import shutil
from collections import defaultdict
from pathlib import Path

import pytest
from lxml import html as lxml_html
from PIL import Image

from tests.site.built import BASE, HOST, LANGUAGES, Site, references, said, target


@pytest.mark.parametrize("root", ["/", "/kriya/", "/a/b/c/"])
def test_every_link_and_picture_leads_to_a_file_of_the_site_under_any_path(site: Site, root: str) -> None:
    count = 0
    for path, page in site.pages.items():
        for reference in () if path.endswith("404.html") else set(references(page)):
            assert not reference.startswith("/"), f"{path}: {reference}"
            leads = target(path, reference, root)
            assert leads is None or leads in site.files, f"{path}: {reference}"
            count += 1
    assert count > 1000


def test_the_site_works_from_any_folder_it_is_moved_to(site: Site, tmp_path: Path) -> None:
    moved = Path(shutil.copytree(site.folder, tmp_path / "somewhere else"))
    count = 0
    for path in moved.rglob("*.html"):
        if path.name == "404.html":
            continue
        for reference in set(references(lxml_html.fromstring(path.read_bytes()))):
            if "://" in reference or reference.startswith(("#", "data:", "mailto:", "tel:")):
                continue
            aim = (path.parent / reference.partition("#")[0]).resolve()
            assert (aim / "index.html" if aim.is_dir() else aim).is_file(), f"{path}: {reference}"
            assert aim.is_relative_to(moved)
            count += 1
    assert count > 1000


def test_a_link_into_a_page_leads_to_a_part_that_is_there(site: Site) -> None:
    for path, page in site.pages.items():
        ids = set(page.xpath("//@id"))
        for reference in references(page):
            if reference.startswith("#"):
                assert reference[1:] in ids, path


@pytest.mark.parametrize("missing", ["404.html", "en/404.html", "mad/404.html"])
def test_the_page_for_a_missing_address_works_at_any_depth(site: Site, missing: str) -> None:
    """Its links start at the host, so that the address they are followed from does not matter."""
    page = site.pages[missing]
    root = BASE.removeprefix(HOST)
    leads = [
        reference for reference in references(page) if not reference.startswith(("#", "http", "mailto:"))
    ]
    assert len(leads) > 10
    for reference in leads:
        assert reference.startswith(root), reference
        found = target("404.html", f"./{reference.removeprefix(root)}")
        assert found in site.files, reference
    assert said(page, "//meta[@name='robots']/@content") == ["noindex"]


def test_the_page_for_a_missing_address_leads_to_the_first_page_of_each_language(site: Site) -> None:
    root = BASE.removeprefix(HOST)
    entries = site.pages["404.html"].xpath("//nav[contains(@class, 'languages')]//a")
    assert [(each.get("hreflang"), each.get("href")) for each in entries] == [
        ("id", root),
        ("en", f"{root}en/"),
        ("ar", f"{root}ar/"),
        ("jv-Java", f"{root}jv-java/"),
        ("mad", f"{root}mad/"),
    ]


def test_the_page_for_a_missing_address_says_so_in_every_language_the_theme_speaks(site: Site) -> None:
    for path, tags in (("404.html", ["id", "en", "ar"]), ("ar/404.html", ["ar", "id", "en"])):
        parts = site.pages[path].xpath("//main/div/section")
        own, *others = tags
        assert [site.language(path), *(part.get("lang") for part in parts[1:])] == [own, *others]
        assert [part.get("dir") for part in parts[1:]] == ["rtl" if tag == "ar" else "ltr" for tag in others]
        said_in = {tag: said(part, ".//h1 | .//h2") for tag, part in zip(tags, parts, strict=True)}
        assert said_in == {
            "id": ["Halaman tidak ditemukan"],
            "en": ["Page not found"],
            "ar": ["الصفحة غير موجودة"],
        }
        assert [said(part, ".//a/@href")[0] for part in parts[1:]] == [
            BASE.removeprefix(HOST) + LANGUAGES[tag] for tag in others
        ]


def test_every_page_can_be_reached_from_the_first_one_by_following_links(site: Site) -> None:
    seen, ahead = {"index.html"}, ["index.html"]
    while ahead:
        path = ahead.pop()
        for reference in said(site.pages[path], "//a/@href"):
            leads = target(path, reference)
            if leads in site.pages and leads not in seen:
                seen.add(leads)
                ahead.append(leads)
    assert set(site.pages) - seen == {f"{folder}404.html" for folder in LANGUAGES.values()}


def test_every_picture_that_was_made_is_used(site: Site) -> None:
    used = defaultdict(set)
    for path, page in site.pages.items():
        for reference in references(page):
            leads = target(path, reference) if not path.endswith("404.html") else None
            used[leads].add(path)
        for address in said(page, "//meta[@property='og:image']/@content"):
            used[address.removeprefix(BASE)].add(path)
    assert {path for path in site.files if path.startswith("images/")} - used.keys() == set()


def test_a_page_in_words_of_another_language_links_within_its_own(site: Site) -> None:
    page = "mad/products/kain-awan/index.html"
    for reference in said(site.pages[page], "//main//a/@href"):
        leads = target(page, reference)
        assert leads is None or leads.startswith(("mad/", "images/"))


def test_shared_pictures_are_files_of_the_site_with_the_size_that_is_said(site: Site) -> None:
    shared = 0
    for page in site.pages.values():
        for address in said(page, "//meta[@property='og:image']/@content"):
            with Image.open(site.folder / address.removeprefix(BASE)) as image:
                assert [str(image.width)] == said(page, "//meta[@property='og:image:width']/@content")
                assert [str(image.height)] == said(page, "//meta[@property='og:image:height']/@content")
            shared += 1
    assert shared > 10


def test_the_width_that_is_said_of_every_file_of_a_picture_is_its_width(site: Site) -> None:
    widths = {}
    for path, page in site.pages.items():
        for srcset in said(page, "//@srcset"):
            for part in srcset.split(","):
                reference, width = part.split()
                widths[target(path, reference)] = int(width.removesuffix("w"))
    assert len(widths) > 10
    for name, stated in widths.items():
        with Image.open(site.folder / str(name)) as image:
            assert image.width == stated
