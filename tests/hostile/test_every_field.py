"""Whatever is typed into any text field of any kind of record, the pages stay inert, and the feeds well-formed."""

import json
from pathlib import Path

import lxml.html
import pytest
from lxml import etree

from galeri.model.editions import Edition
from galeri.model.records import KINDS
from galeri.model.settings import Settings
from tests.support.every_field import known, write_records
from tests.support.fields import filled
from tests.support.galleries import Small
from tests.support.hostile import HOSTILE
from tests.support.inert import check_inert
from tests.support.shared import common, once

TEXTS = tuple(" ".join(HOSTILE[start::14]) for start in range(14))
"""Each text stands in one record of each kind; alone they stand in the settings, and in the stories of another file."""
EDITION = {
    "languages": ["id"],
    "bilingual": None,
    "paper": "a5",
    "leaf": 0.1,
    **dict.fromkeys(("product", "collection", "region", "artisan", "venue", "cover", "foreword", "colophon")),
}
"""What an edition holds besides text."""
EVALUATED = str(31337 * 31337).encode()


def bundled(root: Path, **changed: object) -> Small:
    """Start an empty gallery with the theme that comes with the program."""
    gallery = Small(root)
    plain = {"title": {"id": "Galeri"}, "base_url": "https://galeri.example/", "languages": ["id", "en"]}
    gallery.dump("galeri.yaml", plain | {"theme": "pendapa"} | changed)
    return gallery


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Small:
    def make(root: Path) -> None:
        gallery = bundled(root)
        write_records(gallery, TEXTS)
        gallery.built(workers=2)

    return Small(once(common(tmp_path_factory) / "hostile", make))


def pages(gallery: Small) -> dict[str, str]:
    return {path: data.decode() for path, data in gallery.site().items() if path.endswith(".html")}


def test_every_field_that_takes_any_text_is_filled_with_it() -> None:
    text = HOSTILE[0]
    shown = {kind.name: json.dumps(filled(kind.facts, text, known(0, text))) for kind in KINDS.values()}
    words = {kind.name: json.dumps(filled(kind.words, text, known(0, text))) for kind in KINDS.values()}
    assert all(said.count(text) >= 2 for said in words.values())
    assert sum(said.count(text) for said in shown.values()) > 20


def test_no_page_of_a_hostile_gallery_holds_anything_that_acts(hostile: Small) -> None:
    found = pages(hostile)
    assert len(found) > len(TEXTS) * len(KINDS) * 2
    for path, page in found.items():
        try:
            check_inert(page, scripts=page.count('<script type="application/ld+json">'), theme=True)
        except AssertionError as error:
            message = f"{path}: {error}"
            raise AssertionError(message) from error


def test_structured_data_is_one_block_of_json_that_text_cant_break_out_of(hostile: Small) -> None:
    for path, page in pages(hostile).items():
        blocks = lxml.html.document_fromstring(page).xpath("//script[not(@src)]")
        assert len(blocks) <= 1, path
        for block in blocks:
            data = json.loads(block.text)
            assert set(data) == {"@context", "@graph"}, path


def test_nothing_that_looks_like_a_template_is_evaluated(hostile: Small) -> None:
    for path, data in hostile.site().items():
        assert EVALUATED not in data, path
        assert b"subclasses" not in data or b"{% for x in ()" in data, path


def test_a_reader_sees_a_title_as_it_was_typed(hostile: Small) -> None:
    for number, text in enumerate(TEXTS):
        root = lxml.html.document_fromstring(hostile.site()[f"en/motifs/h{number:02}/index.html"].decode())
        (heading,) = root.xpath("//h1")
        assert heading.text_content().split() == text.split()


def test_feeds_and_sitemaps_are_well_formed(hostile: Small) -> None:
    found = {path: data for path, data in hostile.site().items() if path.endswith(".xml")}
    assert {"feed.xml", "en/feed.xml", "sitemap.xml"} <= found.keys()
    for data in found.values():
        root = etree.fromstring(data)
        assert root.xpath("//*[local-name()='loc' or local-name()='link' or local-name()='entry']")
        assert b"<!DOCTYPE" not in data


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_no_setting_makes_a_page_act(hostile_settings: Small, number: int) -> None:
    text = HOSTILE[number]
    edition = EDITION | {"publish": "\uff1c" not in text}  # no font has that letter, so no book is set of it
    fixed = {
        "title": {"id": text, "en": text},
        "description": {"id": text, "en": text},
        "base_url": "https://galeri.example/a?b=c&d=e/",
        "languages": [{"tag": "id", "name": text}, {"tag": "en", "name": text}],
        "theme": "pendapa",
        "appearance": None,
        "editions": {"katalog": filled(Edition, text, edition)},
        "fonts": None,
        "print_fonts": None,
        "strict": False,
    }
    hostile_settings.dump("galeri.yaml", filled(Settings, text, fixed))
    hostile_settings.built()
    for page in pages(hostile_settings).values():
        check_inert(page, scripts=page.count('<script type="application/ld+json">'), theme=True)
        assert str(31337 * 31337) not in page
    for path, data in hostile_settings.site().items():
        if path.endswith(".xml"):
            etree.fromstring(data)


@pytest.fixture(scope="module")
def hostile_settings(tmp_path_factory: pytest.TempPathFactory) -> Small:
    gallery = bundled(tmp_path_factory.mktemp("settings"))
    gallery.write("content/articles/tentang/article.yaml", "kind: about\nmenu: true\n")
    gallery.write("content/articles/tentang/id.md", "---\ntitle: Tentang\n---\nKisah.\n")
    return gallery


@pytest.mark.parametrize("char", ["\x00", "\x01", "\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\ufffe", "\uffff"])
def test_a_control_character_in_any_text_is_a_problem_and_never_published(gallery: Small, char: str) -> None:
    gallery.dump("content/motifs/awan/motif.yaml", {"words": {"id": {"title": f"A{char}B"}}})
    assert set(gallery.codes()) == {"control-character"}
    gallery.dump("content/motifs/awan/motif.yaml", {"words": {"id": {"title": "Awan"}}})
    gallery.edit("galeri.yaml", "publisher: Dewan Contoh", f'publisher: "A{ascii(char)[1:-1]}B"')
    assert set(gallery.codes()) == {"control-character"}


def test_a_control_character_in_a_story_reaches_no_page(gallery: Small) -> None:
    gallery.edit("content/products/kain/id.md", "Kisah kain", "Kisah\x00\x02\x03\x1b\x7f kain")
    gallery.build()
    for path, data in gallery.site().items():
        if path.endswith((".html", ".xml")):
            assert not set(data) & {0, 2, 3, 0x1B, 0x7F}, path
