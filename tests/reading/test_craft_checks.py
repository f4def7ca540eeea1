"""Facts about crafts and regions that contradict one another are told, and those that do not are left in peace."""

from datetime import date

import pytest

from galeri.reading.dated_checks import check_day
from galeri.reading.gallery import read_gallery
from galeri.reading.photos import PhotoBook
from tests.support.galleries import Small

FACTS = "content/products/kain/product.yaml"
ANY = {
    "hs-elsewhere",
    "hs-other-fibre",
    "batikmark-grade",
    "batikmark-technique",
    "unproven-heritage",
    "food-papers",
}
ANY |= {
    "cites-papers",
    "arms",
    "region-level",
    "region-parent",
    "region-code-twice",
    "region-name",
    "ambiguous-region",
}


def told(gallery: Small) -> list[str]:
    """Read a gallery; give the codes of what is wrong with its crafts and regions."""
    read = read_gallery(gallery.root, PhotoBook(gallery.root / "photos.json"))
    return [problem.code for problem in read.problems if problem.code in ANY]


def with_facts(gallery: Small, text: str, kind: str = "textile") -> list[str]:
    gallery.edit(FACTS, "kind: textile\n", f"kind: {kind}\n{text}\n")
    return told(gallery)


@pytest.mark.parametrize(
    ("kind", "hs", "codes"),
    [
        ("textile", "5208.52", []),
        ("textile", "6214.90", []),
        ("textile", "5007.20", ["hs-other-fibre"]),
        ("textile", "4420.11", ["hs-elsewhere"]),
        ("wood", "4420.11", []),
        ("metal", "7113.11", []),
        ("ceramic", "5208.52", ["hs-elsewhere"]),
        ("food", "1905.90", []),
        ("other", "0101.21", []),
    ],
)
def test_a_code_is_held_against_the_kind_and_the_fibre(
    gallery: Small, kind: str, hs: str, codes: list[str]
) -> None:
    found = with_facts(gallery, f'export: {{hs: "{hs}"}}', kind)
    assert [code for code in found if code.startswith("hs-")] == codes


def test_a_fibre_that_nobody_knows_is_no_mistake(gallery: Small) -> None:
    gallery.write("content/materials/serat/material.yaml", "words: {id: {title: Serat hutan}}\n")
    gallery.edit(FACTS, "materials: [katun]", "materials: [serat]")
    assert with_facts(gallery, 'export: {hs: "5007.20"}') == []


@pytest.mark.parametrize(
    ("techniques", "grade", "codes"),
    [
        (["batik-tulis"], "tulis", []),
        (["batik-tulis"], "cap", ["batikmark-technique"]),
        (["batik-tulis", "batik-cap"], "kombinasi", []),
        (["batik-tulis", "batik-cap"], "tulis", ["batikmark-technique"]),
        (["batik"], "cap", []),
        (["songket"], "tulis", []),
        (["batik-cap"], "emas", ["batikmark-grade"]),
    ],
)
def test_a_label_is_held_against_the_techniques(
    gallery: Small, techniques: list[str], grade: str, codes: list[str]
) -> None:
    for each in techniques:
        gallery.write(f"content/techniques/{each}/technique.yaml", "words: {id: {title: Teknik}}\n")
    gallery.edit(FACTS, "techniques: [tulis]", f"techniques: [{', '.join(techniques)}]")
    assert (
        with_facts(gallery, f'certifications: [{{scheme: batikmark, grade: {grade}, number: "1"}}]') == codes
    )


@pytest.mark.parametrize("known", ["year: 2015", 'number: "3870"'])
def test_a_designation_that_something_proves_is_left_in_peace(gallery: Small, known: str) -> None:
    assert with_facts(gallery, f"heritage: [{{register: wbtb, {known}, status: designated}}]") == []


def test_a_food_lacks_each_of_its_papers_until_it_is_there(gallery: Small) -> None:
    assert with_facts(gallery, "year: 2026", "food").count("food-papers") == 3
    gallery.edit(
        FACTS, "year: 2026", "shelf_life: 6 months\ncertifications: [{scheme: halal}, {scheme: bpom-md}]"
    )
    assert told(gallery) == []


def test_a_draft_of_a_food_needs_no_papers_yet(gallery: Small) -> None:
    gallery.edit(FACTS, "curation: approved", "curation: draft")
    assert with_facts(gallery, "", "food") == []


@pytest.mark.parametrize(
    ("material", "codes"),
    [
        ("gading", ["cites-papers"]),
        ("tanduk", ["cites-papers"]),
        ("tanduk-kerbau", []),
        ("bambu-gading", []),
        ("akar-bahar", ["cites-papers"]),
        ("kayu-jati", []),
    ],
)
def test_materials_of_protected_species_are_noted_and_no_others(
    gallery: Small, material: str, codes: list[str]
) -> None:
    gallery.write(f"content/materials/{material}/material.yaml", "words: {id: {title: Bahan}}\n")
    gallery.edit(FACTS, "materials: [katun]", f"materials: [{material}]")
    assert told(gallery) == codes


def test_papers_settle_it(gallery: Small) -> None:
    gallery.write("content/materials/gading/material.yaml", "words: {id: {title: Gading}}\n")
    gallery.edit(FACTS, "materials: [katun]", "materials: [gading]")
    assert with_facts(gallery, 'certifications: [{scheme: cites, number: "1"}]') == []


@pytest.mark.parametrize(
    ("level", "code", "title", "codes"),
    [
        ("regency", "35.26", "Kabupaten Bangkalan", []),
        ("city", "35.73", "Kota Malang", []),
        ("province", "35", "Jawa Timur", []),
        ("city", "35.26", "Kota Bangkalan", ["region-level"]),
        ("regency", "35.26", "Kota Bangkalan", ["region-name"]),
        ("city", "35.73", "Malang", ["ambiguous-region"]),
        ("regency", "62.01", "Kotawaringin Barat", []),
    ],
)
def test_a_regions_code_level_and_name_are_held_against_one_another(
    gallery: Small, level: str, code: str, title: str, codes: list[str]
) -> None:
    gallery.write(
        "content/regions/lain/region.yaml",
        f'level: {level}\ncodes: {{kemendagri: "{code}"}}\nwords: {{id: {{title: {title}}}}}\n',
    )
    assert told(gallery) == codes


@pytest.mark.parametrize(
    ("facts", "day", "codes"),
    [
        ("price: {amount: 5, as_of: 2025-11-01}", date(2026, 11, 1), []),
        ("price: {amount: 5, as_of: 2025-11-01}", date(2026, 11, 2), ["old-price"]),
        ("price: ask", date(2099, 1, 1), []),
        ("certifications: [{scheme: sni, expires: 2026-11-02}]", date(2026, 11, 1), []),
        ("certifications: [{scheme: sni, expires: 2026-11-02}]", date(2026, 11, 2), ["expired-certificate"]),
    ],
)
def test_prices_and_certificates_are_held_against_the_day(
    gallery: Small, facts: str, day: date, codes: list[str]
) -> None:
    gallery.edit(FACTS, "price: {amount: 1250000, currency: IDR, as_of: 2026-11-01}", facts)
    whole = read_gallery(gallery.root, PhotoBook(gallery.root / "photos.json")).whole
    assert whole
    assert [problem.code for problem in check_day(whole, day)] == codes
