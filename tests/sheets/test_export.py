"""A workbook explains itself, runs nothing, and holds no more than its reader may see."""

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from galeri.commands.languages import Voice
from galeri.model.problem import GaleriError
from galeri.model.records import KINDS
from galeri.sheets.headings import KindRows
from galeri.sheets.workbook import workbook
from galeri.workbooks.exporting import Exported, export_workbook
from tests.support.galleries import Small

NIK = "3526014107850003"
PERSON = "kind: person\nregion: kabupaten\ncontact: {{whatsapp: '+6281234005600'}}\nconsent: {{{consent}}}\n"


def export(gallery: Small, *, full: bool = False, language: str = "en") -> Exported:
    path = gallery.root.parent / "book.xlsx"
    path.unlink(missing_ok=True)
    return export_workbook(gallery.root, path, Voice(language), full=full)


def opened(gallery: Small, *, full: bool = False, language: str = "en") -> Workbook:
    done = export(gallery, full=full, language=language)
    assert done.records, done.problems
    return load_workbook(gallery.root.parent / "book.xlsx")


def everything(gallery: Small) -> str:
    """Give all text in the workbook, as it is packed."""
    with zipfile.ZipFile(gallery.root.parent / "book.xlsx") as packed:
        return "\n".join(
            packed.read(name).decode() for name in packed.namelist() if name.endswith((".xml", ".rels"))
        )


def heads(book: Workbook, sheet: str) -> dict[str, str]:
    return {str(cell.value): get_column_letter(index) for index, cell in enumerate(book[sheet][1], 1)}


def person(gallery: Small, consent: str) -> None:
    gallery.write("content/artisans/siti/artisan.yaml", PERSON.format(consent=consent))
    gallery.write("content/artisans/siti/id.md", "---\ntitle: Siti Aminah\n---\nSiti menenun.\n")
    gallery.edit("content/products/kain/product.yaml", "artisan: kelompok", "artisans: [kelompok, siti]")


def test_there_is_a_sheet_for_each_kind_and_a_column_for_each_field_in_each_language(gallery: Small) -> None:
    book = opened(gallery, full=True)
    assert book.sheetnames == [*(kind.folder for kind in KINDS.values()), "_lists"]
    assert book["_lists"].sheet_state == "hidden"
    columns = heads(book, "products")
    assert list(columns)[:3] == ["id", "id.title", "en.title"]
    assert {
        "dimensions.length",
        "price",
        "price.amount",
        "photos.1.file",
        "photos.3.file",
        "id.photos.2.alt",
    } <= (columns.keys())
    assert "photos.4.file" not in columns
    assert {"id.story", "en.philosophy", "id.process.2.text", "certifications.1.scheme"} <= columns.keys()
    row = {str(book["products"][f"{letter}3"].value): name for name, letter in columns.items()}
    assert row["tulis"] == "techniques"
    assert book["products"][f"{columns['price.amount']}3"].value == 1250000
    assert book["products"][f"{columns['added']}3"].value.date() == date(2026, 9, 14)


@pytest.mark.parametrize(
    ("language", "told", "noted"),
    [
        ("en", "The kind of craft.", "One of: textile, basketry"),
        ("id", "Jenis kriya.", "Salah satu dari: textile, basketry"),
    ],
)
def test_each_column_is_explained_in_the_language_of_the_person(
    gallery: Small, language: str, told: str, noted: str
) -> None:
    sheet = opened(gallery, language=language)["products"]
    letter = next(get_column_letter(index) for index, cell in enumerate(sheet[1], 1) if cell.value == "kind")
    assert sheet[f"{letter}2"].value == told
    assert sheet[f"{letter}1"].comment.text.startswith(f"{told}\n")
    assert noted in sheet[f"{letter}1"].comment.text
    assert all(cell.comment and cell.comment.text.strip() for cell in sheet[1])
    assert all(str(cell.value or "").strip() for cell in sheet[2])


def test_vocabularies_and_ids_are_drop_down_lists(gallery: Small) -> None:
    book = opened(gallery, full=True)
    lists = {
        str(validation.sqref): [
            cell[0].value for cell in book["_lists"][validation.formula1.split("!")[1].replace("$", "")]
        ]
        for validation in book["products"].data_validations.dataValidation
    }
    letters = heads(book, "products")
    by_name = {
        name: values
        for name, letter in letters.items()
        for at, values in lists.items()
        if at.startswith(f"{letter}3:")
    }
    assert by_name["curation"] == ["draft", "submitted", "approved", "export"]
    assert by_name["region"] == ["kabupaten", "provinsi"]
    assert by_name["on_display.1.venue"] == ["utama"]
    assert by_name["photos.1.child"] == ["yes", "no"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "#REF!", "=HYPERLINK(1)", "'=1"])
def test_text_is_never_a_formula_whatever_it_looks_like(text: str) -> None:
    rows = KindRows("material", [{"id": "a", "id.title": text}])
    made = workbook([rows], ("id",), Voice("en"), full=True)
    cell = load_workbook(BytesIO(made))["materials"]["B3"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix == (text[0] in "=+-@")
    with zipfile.ZipFile(BytesIO(made)) as packed:
        sheets = [packed.read(name) for name in packed.namelist() if "worksheets/" in name]
    assert not any(re.search(rb"<f[ >]", sheet) for sheet in sheets)


def test_a_file_that_is_there_is_never_overwritten(gallery: Small, tmp_path: Path) -> None:
    path = tmp_path / "work.xlsx"
    path.write_bytes(b"a week's work")
    with pytest.raises(GaleriError, match="is there already"):
        export_workbook(gallery.root, path, Voice("en"), full=False)
    assert path.read_bytes() == b"a week's work"
    with pytest.raises(GaleriError, match=r"\.xlsx"):
        export_workbook(gallery.root, tmp_path / "work.ods", Voice("en"), full=False)


def test_a_broken_gallery_is_not_exported(gallery: Small) -> None:
    gallery.edit("content/products/kain/product.yaml", "kind: textile", "kind: textiles")
    done = export(gallery)
    assert done.records is None
    assert [problem.code for problem in done.problems] == ["wrong-choice"]


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("spelling", ["Dusun Rahasia 12", "dusun  rahasia 12"])
def test_nothing_private_is_in_a_workbook_not_even_in_a_full_one(
    gallery: Small, full: bool, spelling: str
) -> None:
    gallery.write("content/artisans/kelompok/private.yaml", f'nik: "{NIK}"\nhome: Dusun Rahasia 12\n')
    assert export(gallery, full=full).records
    assert NIK not in everything(gallery)
    assert "Rahasia" not in everything(gallery)
    gallery.edit("content/products/kain/id.md", "Kisah kain", f"Rumahnya di {spelling}")
    done = export(gallery, full=full)
    assert done.records is None
    assert [problem.code for problem in done.problems] == ["private-value"]
    assert not (gallery.root.parent / "book.xlsx").exists()


@pytest.mark.parametrize(
    "consent", ["story: true", "name: true, withdrawn: 2020-01-01", "name: true, expires: 2020-01-01"]
)
def test_a_maker_without_consent_is_in_a_full_workbook_alone(gallery: Small, consent: str) -> None:
    person(gallery, consent)
    gallery.edit("content/products/kain/id.md", "Kisah kain, dari", "Kisah kain, dari [](artisan:siti),")
    assert export(gallery).records
    packed = everything(gallery)
    assert not re.search(r"\bsiti\b|aminah|81234005600", packed, re.IGNORECASE)
    assert "kelompok" in packed
    assert export(gallery, full=True).records
    assert "Siti Aminah" in everything(gallery)


def test_an_odd_link_to_a_maker_without_consent_stops_the_export(gallery: Small) -> None:
    person(gallery, "story: true")
    gallery.edit("content/products/kain/id.md", "Kisah kain", '<a href="artisan&#58;siti">Ibu S.</a>')
    assert [problem.code for problem in export(gallery).problems] == ["withheld-name"]


def test_what_a_maker_did_not_agree_to_is_in_a_full_workbook_alone(gallery: Small) -> None:
    person(gallery, "name: true")
    assert export(gallery).records
    packed = everything(gallery)
    assert "Siti Aminah" in packed
    assert not re.search("Siti menenun|81234005600|consent", packed)
    assert export(gallery, full=True).records
    assert all(each in everything(gallery) for each in ("Siti menenun", "81234005600", "consent.form"))


def test_drafts_are_in_a_full_workbook_alone(gallery: Small) -> None:
    gallery.edit("content/products/topi/product.yaml", "approved", "draft")
    assert export(gallery).records
    assert "topi" not in everything(gallery)
    assert export(gallery, full=True).records
    assert "topi" in everything(gallery)


def test_a_photo_of_a_child_is_not_even_named(gallery: Small) -> None:
    gallery.edit(
        "content/products/kain/product.yaml", "{file: 01-kain.jpg,", "{file: 01-kain.jpg, child: true,"
    )
    assert export(gallery).records
    assert not re.search("01-kain|Kain terbentang", everything(gallery))
