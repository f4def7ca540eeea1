"""How the site is shared, started from a telephone, and seen before its photos are there, in five languages."""

from io import BytesIO

from lxml import html as lxml_html
from PIL import Image

from tests.site.built import BASE, LANGUAGES, Site, said

IMAGE = "//meta[@property='og:image']/@content"


def test_every_page_but_the_missing_one_has_a_picture_to_be_shared_with(site: Site) -> None:
    for path, page in site.pages.items():
        if path.endswith("404.html") or said(page, "//meta[@name='robots']/@content") == ["noindex"]:
            continue
        [address] = said(page, IMAGE)
        shown = Image.open(BytesIO((site.folder / address.removeprefix(BASE)).read_bytes()))
        assert (shown.size, shown.format) == ((1200, 630), "JPEG"), path
        assert said(page, "//meta[@property='og:image:width']/@content") == ["1200"], path
        assert said(page, "//meta[@property='og:image:height']/@content") == ["630"], path
        assert said(page, "//meta[@property='og:image:alt']/@content")[0], path


def test_the_first_page_has_another_picture_in_each_language_that_names_the_gallery(site: Site) -> None:
    shown = {tag: said(site.pages[f"{folder}index.html"], IMAGE)[0] for tag, folder in LANGUAGES.items()}
    assert len(set(shown.values())) == len(LANGUAGES)
    pictures = {(site.folder / address.removeprefix(BASE)).read_bytes() for address in shown.values()}
    assert len(pictures) == len(LANGUAGES)


def test_every_page_names_the_icons_and_the_manifest_of_its_language(site: Site) -> None:
    for path, page in site.pages.items():
        assert said(page, "//link[@rel='icon']/@type") == ["image/svg+xml"], path
        assert len(said(page, "//link[@rel='icon']")) == 2, path
        assert len(said(page, "//link[@rel='apple-touch-icon']")) == 1, path
        [manifest] = said(page, "//link[@rel='manifest']/@href")
        folder = LANGUAGES[site.language(path)]
        assert manifest.endswith(f"{folder}manifest.webmanifest"), path


def test_no_page_has_a_style_of_its_own_so_that_a_strict_policy_may_forbid_it(site: Site) -> None:
    for path, page in site.pages.items():
        assert page.xpath("//*[@style] | //style") == [], path


def test_a_placeholder_is_silent_and_stands_right_before_its_photo(site: Site) -> None:
    seen = 0
    for path, page in site.pages.items():
        for tiny in page.xpath("//svg[@class='placeholder']"):
            photo = tiny.getnext()
            assert photo.tag == "picture", path
            [shown] = photo.xpath(".//img")
            assert tiny.get("aria-hidden") == "true", path
            assert len(tiny.xpath("string(image/@href)")) in range(30, 201), path
            assert [tiny.get(name) for name in ("width", "height")] == [
                shown.get(name) for name in ("width", "height")
            ], lxml_html.tostring(tiny.getparent())
            seen += 1
    assert seen > 20
