"""What can be wrong with a book: one clear problem, and nothing is written."""

import os
from pathlib import Path

import pytest

from galeri.model.problem import GaleriError
from tests.books.printed import Book, printed
from tests.support.galleries import Small

BUNDLED = Path(__file__).parents[2] / "themes/pendapa"
TEMPLATE = "themes/pendapa/catalogue/back.typ"


def told(gallery: Small) -> list[tuple[str, str]]:
    """Print, and give the code and place of each problem; there must be no book."""
    problems = printed(gallery).problems
    assert not list((gallery.root / "books").glob("*"))
    return [(each.code, str(each.place)) for each in problems]


@pytest.mark.parametrize(
    ("mistake", "column"),
    [("#let x = unheard-of\n", 10), ("#let x( = 3\n", 7), ('#let x = image("nowhere.png")\n', 16)],
)
def test_a_mistake_in_a_template_is_told_with_its_file_and_line(
    kain: Small, mistake: str, column: int
) -> None:
    bundled = (BUNDLED / "catalogue/back.typ").read_text(encoding="utf-8")
    kain.write(TEMPLATE, bundled + mistake)
    assert told(kain) == [("template-failed", f"{TEMPLATE}:{len(bundled.splitlines()) + 1}:{column}")]


def test_a_gallery_may_put_one_file_of_its_own_over_those_of_a_book(kain: Small) -> None:
    names = ("glossary", "indexes", "makers", "outlets", "prices")
    kain.write(TEMPLATE, "".join(f"#let {name}() = []\n" for name in names))
    assert printed(kain).problems == ()
    assert "Daftar harga" not in Book(kain.root / "books/katalog-id.pdf").text


def test_letters_that_no_font_has_are_told_with_their_record(kain: Small) -> None:
    kain.edit("content/motifs/awan/motif.yaml", "{title: Awan}", "{title: Awan, summary: ꦩꦺꦒ}")
    [problem] = printed(kain).problems
    assert (problem.code, problem.values["characters"]) == ("undisplayed-letters", "ꦩꦺꦒ")
    assert "motif:awan" in problem.values["records"]


def test_a_private_value_stops_the_book_that_would_show_it(kain: Small) -> None:
    kain.write("content/artisans/kelompok/private.yaml", "address: Jalan Rahasia 12\n")
    kain.edit("content/products/kain/id.md", "Kisah kain", "Rumahnya di Jalan Rahasia 12. Kisah kain")
    assert told(kain) == [("private-value", "content/artisans/kelompok/private.yaml")]


def test_a_private_value_is_found_across_the_marks_where_words_may_break(kain: Small) -> None:
    kain.write("content/artisans/kelompok/private.yaml", "alamat: Kampung Pertanggungjawaban\n")
    kain.edit("content/products/kain/id.md", "Kisah kain", "Kampung *Pertanggungjawaban*. Kisah kain")
    assert told(kain) == [("private-value", "content/artisans/kelompok/private.yaml")]


def test_the_name_of_a_maker_who_has_not_agreed_stops_the_book(kain: Small) -> None:
    kain.edit("content/artisans/kelompok/artisan.yaml", "kind: group", "kind: person")
    kain.edit("content/artisans/kelompok/artisan.yaml", "name: true", "name: false")
    kain.edit("content/products/kain/id.md", "Kisah kain", "Kisah Kelompok Pesisir")
    assert told(kain) == [("withheld-name", "content/artisans/kelompok/")]


def test_a_photo_that_cannot_be_decoded_is_told(kain: Small) -> None:
    path = kain.root / "content/products/topi/topi.jpg"
    path.write_bytes(path.read_bytes()[:4000])
    assert told(kain) == [("broken-photo", "content/products/topi/topi.jpg")]


def test_a_record_that_an_edition_names_and_nobody_made_is_told_at_its_line(kain: Small) -> None:
    kain.edit("galeri.yaml", "foreword: tentang", "foreword: tentan")
    assert told(kain) == [("unknown-reference", "galeri.yaml:11:5")]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"limits": {"collection": "pamera"}}, "no collection is called “pamera”; did you mean “pameran”?"),
        ({"limits": {"venue": "x"}}, "no venue is called “x”"),
        ({"edition": "katalo"}, "galeri.yaml names no edition “katalo”; there is: katalog"),
        ({"language": "ar"}, "the gallery has no language “ar”; it has: id, en"),
    ],
)
def test_what_the_gallery_does_not_have_is_told_in_a_line(
    kain: Small, options: dict[str, object], message: str
) -> None:
    with pytest.raises(GaleriError) as caught:
        printed(kain, **options)
    assert str(caught.value) == message


def test_an_edition_is_not_found_where_none_is_named(kain: Small) -> None:
    settings = kain.root / "galeri.yaml"
    settings.write_text(settings.read_text("utf-8").partition("editions:")[0], "utf-8")
    with pytest.raises(GaleriError, match=r"names no editions yet, so none is called “katalog”"):
        printed(kain, edition="katalog")


@pytest.mark.parametrize("field", ["languages: [id, fr]", "bilingual: [id, fr]"])
def test_an_edition_in_a_language_that_the_gallery_lacks_is_told_at_its_line(kain: Small, field: str) -> None:
    kain.edit("galeri.yaml", "    foreword: tentang\n", f"    {field}\n")
    assert told(kain) == [("unknown-language", "galeri.yaml:11:5")]


@pytest.mark.parametrize("folder", ["content/books", "themes/pendapa", ".galeri/books"])
def test_no_print_becomes_part_of_the_gallery(kain: Small, folder: str) -> None:
    with pytest.raises(GaleriError, match="it is part of the gallery"):
        printed(kain, output=kain.root / folder)
    assert not list(kain.root.rglob("*.pdf"))


def test_a_theme_without_templates_for_books_is_told(gallery: Small) -> None:
    with pytest.raises(GaleriError, match="no template for this"):
        printed(gallery)


def test_a_file_that_cannot_be_written_is_told(kain: Small) -> None:
    (kain.root / "books").write_text("a file where the folder should be")
    with pytest.raises(GaleriError, match="books” can't be the output folder: it is a file"):
        printed(kain)


def test_nothing_is_left_in_the_folder_for_passing_files(
    kain: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr("tempfile.tempdir", os.fspath(passing))
    kain.write(TEMPLATE, "#let x = unheard-of\n")
    printed(kain)
    assert list(passing.iterdir()) == []
