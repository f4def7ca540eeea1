"""Personal data in texts: what is declared may be told, everything else is an error at its place."""

import pytest

from galeri.model.problem import Place, Problem
from galeri.reading.gallery import read_gallery
from galeri.reading.photos import PhotoBook
from tests.support.galleries import Small

STORY = "content/products/kain/id.md"
CODES = {"nik-in-text", "phone-in-text", "email-in-text"}


def found(gallery: Small) -> list[Problem]:
    read = read_gallery(gallery.root, PhotoBook(gallery.root / "photos.json"))
    return [problem for problem in read.problems if problem.code in CODES]


def test_it_is_told_at_its_line_and_column_and_never_whole(gallery: Small) -> None:
    gallery.edit(STORY, "Kisah kain", "Kisah\n\nkain, hubungi 0811-0000-0000")
    [problem] = found(gallery)
    lines = (gallery.root / STORY).read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "0811" in text)
    assert problem.place == Place(STORY, line, lines[line - 1].index("0811") + 1)
    assert problem.values["value"] == "0811…"


@pytest.mark.parametrize("written", ["+6280000000000", "+62 800-0000-0000"])
def test_the_councils_number_may_be_told_however_it_is_written(gallery: Small, written: str) -> None:
    gallery.edit(STORY, "Kisah kain", f"Hubungi {written}")
    assert found(gallery) == []


def test_a_makers_number_may_be_told_only_with_consent(gallery: Small) -> None:
    gallery.edit(STORY, "Kisah kain", "Hubungi 0811-0000-0000 atau penenun@contoh.example")
    contact = 'contact: {whatsapp: "+6281100000000", email: penenun@contoh.example}\n'
    facts = "content/artisans/kelompok/artisan.yaml"
    gallery.edit(facts, "kind: group\n", f"kind: group\n{contact}")
    assert [problem.code for problem in found(gallery)] == ["phone-in-text", "email-in-text"]
    gallery.edit(facts, "story: true}", "story: true, phone: true}")
    assert found(gallery) == []


def test_a_venues_address_may_be_told(gallery: Small) -> None:
    gallery.edit(STORY, "Kisah kain", "Tulis ke gerai@contoh.example")
    gallery.edit(
        "content/venues/utama/venue.yaml",
        "kind: gallery\n",
        "kind: gallery\ncontact: {email: gerai@contoh.example}\n",
    )
    assert found(gallery) == []


@pytest.mark.parametrize("nik", ["3526994105900001", "3526 9941 0590 0001"])
def test_an_identity_number_is_never_told_also_in_facts(gallery: Small, nik: str) -> None:
    gallery.edit(
        "content/products/kain/product.yaml", "{file: 01-kain.jpg,", f"{{file: 01-kain.jpg, credit: '{nik}',"
    )
    assert [problem.code for problem in found(gallery)] == ["nik-in-text"]


def test_texts_of_the_settings_are_looked_through_too(gallery: Small) -> None:
    gallery.edit("galeri.yaml", "Untuk diuji.", "Hubungi 0811-0000-0000.")
    gallery.edit(
        "galeri.yaml",
        "publisher: Dewan Contoh",
        "publisher: Dewan Contoh\neditions: {pameran: {title: {id: 'Pameran 3526994105900001'}}}",
    )
    told = {problem.code: problem.place for problem in found(gallery)}
    assert told == {"phone-in-text": Place("galeri.yaml", 2, 15), "nik-in-text": Place("galeri.yaml", 8, 30)}


def test_the_contact_of_the_settings_is_there_to_be_published(gallery: Small) -> None:
    gallery.edit("galeri.yaml", "Untuk diuji.", "Hubungi +62 800-0000-0000.")
    assert found(gallery) == []
