"""A gallery's folder is read in one run: every problem in it is told, once, and none that is not there."""

import unicodedata
from pathlib import Path

import pytest

from galeri.model.problem import Problem
from galeri.model.records import Ref
from galeri.reading.gallery import Read, read_gallery
from galeri.reading.photos import PhotoBook
from tests.support.galleries import Small, photo


def read(gallery: Small) -> Read:
    return read_gallery(gallery.root, PhotoBook(gallery.root / ".galeri/photos.json"))


def told(gallery: Small) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.place)) for problem in read(gallery).problems]


def only(gallery: Small) -> Problem:
    problems = read(gallery).problems
    assert len(problems) == 1, problems
    return problems[0]


def test_a_whole_gallery_is_read_without_a_problem(gallery: Small) -> None:
    found = read(gallery)
    assert found.problems == ()
    assert found.gallery is not None
    assert {kind: list(records) for kind, records in found.gallery.records.items()} == {
        "product": ["kain", "topi"],
        "artisan": ["kelompok"],
        "region": ["kabupaten", "provinsi"],
        "technique": ["tulis"],
        "material": ["katun"],
        "motif": ["awan"],
        "collection": ["pameran"],
        "venue": ["utama"],
        "article": ["tentang"],
    }
    cloth = found.gallery.records["product"]["kain"]
    assert list(cloth.tellings) == ["en", "id"]
    assert [each.facts.file for each in cloth.photos] == ["01-kain.jpg", "02-canting.jpg"]
    assert (cloth.photos[0].file.width, cloth.photos[0].file.height) == (64, 48)
    assert cloth.tellings["id"].story.links[0].ref == Ref("artisan", "kelompok")


@pytest.mark.parametrize(
    "broken",
    [
        "kind: group\nregion: 'x",
        "kind: wrong\n",
        "",
        "[]",
        "kind: group\nregion: nowhere\n",
    ],
)
def test_a_broken_record_does_not_make_the_links_to_it_look_broken(gallery: Small, broken: str) -> None:
    gallery.write("content/artisans/kelompok/artisan.yaml", broken)
    problems = told(gallery)
    assert problems
    assert {place.split(":")[0] for _, place in problems} <= {
        "content/artisans/kelompok/artisan.yaml",
        "content/artisans/kelompok/muka.jpg",
    }


def test_a_record_without_its_facts_is_told_once(gallery: Small) -> None:
    (gallery.root / "content/artisans/kelompok/artisan.yaml").unlink()
    assert told(gallery) == [("missing-facts", "content/artisans/kelompok")]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("---\ntitle: 'x\n---\n", "invalid-yaml"),
        ("---\nsummary: x\n---\n", "missing-key"),
        ("---\ntitle: x\n", "open-front-matter"),
        ("title: x\n", "no-front-matter"),
        (b"---\ntitle: \xe9\n---\n", "not-utf8"),
        ("---\n[]\n---\n", "not-a-mapping"),
    ],
)
def test_words_that_are_there_but_broken_are_not_told_as_missing(
    gallery: Small, words: str | bytes, code: str
) -> None:
    gallery.write("content/articles/tentang/id.md", words)
    assert [each for each, _ in told(gallery)] == [code]


def test_every_problem_is_found_in_one_run_in_the_order_of_files_and_lines(gallery: Small) -> None:
    gallery.write("content/articles/tentang/article.yaml", "kind: abuot\nmenu: perhaps\n")
    gallery.write("content/artisans/kelompok/id.md", "no front matter\n")
    gallery.edit("content/products/kain/product.yaml", "region: kabupaten", "region: kabupatn")
    gallery.edit("content/products/kain/product.yaml", "motifs: [awan]", "motifs: [awan, awn]")
    gallery.edit("content/products/kain/id.md", "(artisan:kelompok)", "(artisan:klompok) and [x](artist:y)")
    gallery.write("content/products/topi/topi.jpg", b"no photo")
    gallery.write("content/products/topi/extra.jpg", photo())
    gallery.write("content/venues/utama/venue.yaml", "kind: 'x\n")
    gallery.write("themes/plain/theme.yaml", "name: [\n")
    gallery.write("content/stray.md", "")
    problems = told(gallery)
    assert problems == [
        ("wrong-choice", "content/articles/tentang/article.yaml:1:1"),
        ("wrong-type", "content/articles/tentang/article.yaml:2:1"),
        ("no-front-matter", "content/artisans/kelompok/id.md:1"),
        ("unknown-reference", "content/products/kain/id.md:10:21"),
        ("unknown-link-kind", "content/products/kain/id.md:10:46"),
        ("unknown-reference", "content/products/kain/product.yaml:2:1"),
        ("unknown-reference", "content/products/kain/product.yaml:5:16"),
        ("unlisted-photo", "content/products/topi/extra.jpg"),
        ("not-an-image", "content/products/topi/topi.jpg"),
        ("stray-file", "content/stray.md"),
        ("invalid-yaml", "content/venues/utama/venue.yaml:2:1"),
        ("invalid-yaml", "themes/plain/theme.yaml:2:1"),
    ]


def test_a_reference_to_nothing_is_told_with_what_was_likely_meant(gallery: Small) -> None:
    gallery.edit("content/products/kain/product.yaml", "artisan: kelompok", "artisan: kelompak")
    problem = only(gallery)
    assert (problem.code, str(problem.place)) == (
        "unknown-reference",
        "content/products/kain/product.yaml:1:1",
    )
    assert problem.values == {"kind": "artisan", "id": "kelompak", "guess": "kelompok"}


def test_words_in_the_facts_and_in_a_file_are_words_alike(gallery: Small) -> None:
    found = read(gallery).gallery
    assert found is not None
    titles = {
        tag: telling.words.title for tag, telling in found.records["material"]["katun"].tellings.items()
    }
    assert titles == {"id": "Katun", "en": "Cotton"}


@pytest.mark.parametrize(
    ("facts", "code", "place"),
    [
        ("words: {id: {titel: x}}", "unknown-key", "1:14"),
        ("words: {id: {title: x, photos: {a.jpg: {al: x}}}}", "unknown-key", "1:41"),
        ("words: [x]", "not-a-mapping", "1:1"),
        ("words: {id: x}", "not-a-mapping", "1:9"),
        ("words: {id: {title: x}, fr: {title: y}}", "undeclared-language", "1:25"),
        ("words: {id: {title: x}, Inggris: {title: y}}", "bad-language", "1:25"),
        ("words: {en: {title: x}}", "missing-words", ""),
    ],
)
def test_a_problem_of_short_words_is_told_at_its_place(
    gallery: Small, facts: str, code: str, place: str
) -> None:
    gallery.write("content/materials/katun/material.yaml", facts)
    path = "content/materials/katun/material.yaml"
    assert (code, f"{path}:{place}" if place else path) in told(gallery)


def test_words_given_twice_in_one_language_are_told(gallery: Small) -> None:
    gallery.write("content/materials/katun/id.md", "---\ntitle: Katun\n---\n")
    assert told(gallery) == [("words-twice", "content/materials/katun/id.md")]


def test_words_are_found_however_the_tag_of_their_file_is_spelled(gallery: Small) -> None:
    gallery.edit("galeri.yaml", "languages: [id, en]", "languages: [id, jv-Java]")
    gallery.edit("galeri.yaml", "title: {id: Galeri Kecil, en: Small Gallery}", "title: {id: Galeri}")
    gallery.edit("galeri.yaml", "description: {id: Untuk diuji., en: To be tested.}", "description: {}")
    gallery.write("content/articles/tentang/JV-JAVA.md", "---\ntitle: ꦱꦶꦗꦶ\n---\n")
    found = read(gallery).gallery
    assert found is not None
    assert found.records["article"]["tentang"].tellings["jv-Java"].words.title == "ꦱꦶꦗꦶ"


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        ("philosophy: Awan itu lewat.\n", "", "a philosophy"),
        ("Kisah kain, dari [](artisan:kelompok).\n\n![Canting](02-canting.jpg)\n", "", "a story"),
        (
            "  01-kain.jpg: {alt: Kain terbentang}\n  02-canting.jpg: {alt: Canting di tangan}\n",
            "  01-kain.jpg: {caption: Kain}\n",
            "a photo with alternative text",
        ),
    ],
)
def test_an_approved_piece_needs_what_makes_it_curated(
    gallery: Small, old: str, new: str, missing: str
) -> None:
    gallery.edit("content/products/kain/id.md", old, new)
    problem = only(gallery)
    assert (problem.code, problem.values) == ("uncurated", {"missing": missing})
    assert str(problem.place) == "content/products/kain/product.yaml:9:1"
    gallery.edit("content/products/kain/product.yaml", "curation: approved", "curation: draft")
    assert told(gallery) == []


@pytest.mark.parametrize("named", ["artisan: kelompok\n", "region: kabupaten\n"])
def test_an_approved_piece_needs_a_maker_and_a_region(gallery: Small, named: str) -> None:
    gallery.edit("content/products/kain/product.yaml", named, "")
    assert only(gallery).code == "uncurated"


def test_a_region_that_lies_in_itself_is_told_once_for_each_link_of_the_circle(gallery: Small) -> None:
    gallery.write(
        "content/regions/provinsi/region.yaml",
        "level: province\nparent: kabupaten\nwords: {id: {title: P}}\n",
    )
    assert told(gallery) == [
        ("region-circle", "content/regions/kabupaten/region.yaml:2:1"),
        ("region-circle", "content/regions/provinsi/region.yaml:2:1"),
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "code", "place"),
    [
        ("artisans/kelompok/artisan.yaml", "portrait: muka.jpg", "portrait: muk.jpg", "unknown-photo", "4:1"),
        ("products/kain/product.yaml", "02-canting.jpg,", "02-cantin.jpg,", "missing-photo", "11:48"),
        ("products/kain/product.yaml", "02-canting.jpg,", "01-kain.jpg,", "repeated-photo", "11:48"),
        ("products/kain/product.yaml", "venue: utama", "venue: utma", "unknown-reference", "10:15"),
        ("products/kain/id.md", "photo: 02-canting.jpg", "photo: 2.jpg", "unknown-photo", "8:54"),
        ("products/kain/id.md", "01-kain.jpg: {alt", "1-kain.jpg: {alt", "unknown-photo", "6:3"),
        ("collections/pameran/id.md", "notes: {kain:", "notes: {kan:", "unknown-note", "3:9"),
    ],
)  # fmt: skip
def test_what_names_something_that_is_not_there_is_told_at_its_place(
    gallery: Small, path: str, old: str, new: str, code: str, place: str
) -> None:
    gallery.edit(f"content/{path}", old, new)
    assert (code, f"content/{path}:{place}") in told(gallery)


def test_a_photo_whose_name_is_stored_in_decomposed_letters_is_found(gallery: Small) -> None:
    gallery.edit("content/products/topi/product.yaml", "topi.jpg", "café.jpg")
    gallery.edit("content/products/topi/id.md", "topi.jpg", "café.jpg")
    folder = gallery.root / "content/products/topi"
    (folder / "topi.jpg").rename(folder / unicodedata.normalize("NFD", "café.jpg"))
    assert told(gallery) == []


def test_private_values_are_read_as_they_were_written_and_reach_no_record(gallery: Small) -> None:
    gallery.write(
        "content/artisans/kelompok/private.yaml",
        "nik: 3526014107850001\nphone: '0812-3456-7890'\nbank: {name: BRI, account: 0012}\nempty:\n",
    )
    found = read(gallery)
    assert found.problems == ()
    assert [(each.record, each.field, each.value) for each in found.private] == [
        ("artisan:kelompok", "nik", "3526014107850001"),
        ("artisan:kelompok", "phone", "0812-3456-7890"),
        ("artisan:kelompok", "bank.name", "BRI"),
        ("artisan:kelompok", "bank.account", "0012"),
    ]
    assert "3526014107850001" not in repr(found.gallery)


def test_private_values_that_can_not_be_read_stop_the_build(gallery: Small) -> None:
    gallery.write("content/artisans/kelompok/private.yaml", "nik: 'x\n")
    assert told(gallery) == [("invalid-yaml", "content/artisans/kelompok/private.yaml:2:1")]


def test_a_private_value_that_is_given_twice_is_not_lost(gallery: Small) -> None:
    gallery.write("content/artisans/kelompok/private.yaml", "phone: '0812345678'\nphone: '0898765432'\n")
    found = read(gallery)
    assert found.problems or {each.value for each in found.private} == {"0812345678", "0898765432"}


def test_without_settings_the_problems_of_the_files_are_told_all_the_same(gallery: Small) -> None:
    gallery.write("galeri.yaml", "title: {}\n")
    (gallery.root / "content/link.md").symlink_to("/etc/hostname")
    found = read(gallery)
    assert found.gallery is None
    assert ("outside-gallery", "content/link.md") in told(gallery)


def test_an_empty_gallery_is_a_gallery(tmp_path: Path) -> None:
    (tmp_path / "galeri.yaml").write_text("title: {id: G}\nbase_url: https://a.example\nlanguages: [id]\n")
    found = read(Small(tmp_path))
    assert found.problems == ()
    assert found.gallery is not None
    assert not any(found.gallery.records.values())
