"""`galeri import` changes what differs, keeps all else, and refuses what it can't read, cell by cell."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from galeri.commands.languages import Voice
from galeri.model.problem import GaleriError
from galeri.workbooks.exporting import export_workbook
from galeri.workbooks.importing import Prepared, prepare, write
from tests.support.galleries import Small, tree

MAKER = """\
# The group that we have known longest.
kind: group   # not a person

region: kabupaten
techniques: [tulis]   # and more to come
portrait: muka.jpg
photos: [{file: muka.jpg, role: portrait}]
consent: {name: true, portrait: true, story: true}
"""
WORDS = "---\n# Of the shore.\ntitle: Kelompok Pesisir\n---\n\nKisah kelompok.\n\n\n"


@pytest.fixture
def makers(gallery: Small) -> Small:
    gallery.write("content/artisans/kelompok/artisan.yaml", MAKER)
    gallery.write("content/artisans/kelompok/id.md", WORDS)
    return gallery


def table(gallery: Small, text: str | bytes, name: str = "artisans.csv") -> Path:
    return gallery.write(f"../{name}", text)


def imported(gallery: Small, text: str | bytes, *, prune: bool = False) -> Prepared:
    prepared = prepare(gallery.root, table(gallery, text), prune=prune)
    assert prepared.problems == ()
    write(gallery.root, prepared)
    return prepared


def codes(prepared: Prepared) -> list[tuple[str, str]]:
    return [(str(problem.place), problem.code) for problem in prepared.problems]


def book(gallery: Small, cells: dict[str, Any], sheet: str = "artisans") -> Path:
    """Export everything, then type into cells of a sheet."""
    path = gallery.root.parent / "book.xlsx"
    assert export_workbook(gallery.root, path, Voice("en"), full=True).records
    opened = load_workbook(path)
    for cell, value in cells.items():
        opened[sheet][cell] = value
    opened.save(path)
    return path


def galeri(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "galeri", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


def test_a_changed_cell_changes_its_value_and_no_other_byte(makers: Small) -> None:
    imported(
        makers, "id;place;techniques;id.title;id.story\nkelompok;Pesisir;tulis;Kelompok Laut;Kisah baru.\n"
    )
    files = tree(makers.root / "content/artisans/kelompok")
    assert files["artisan.yaml"].decode() == MAKER + "place: Pesisir\n"
    words = WORDS.replace("Kelompok Pesisir", "Kelompok Laut").replace("Kisah kelompok.", "Kisah baru.")
    assert files["id.md"].decode() == words


def test_files_of_windows_keep_their_line_ends_and_their_mark(makers: Small) -> None:
    makers.write(
        "content/artisans/kelompok/artisan.yaml", b"\xef\xbb\xbf" + MAKER.replace("\n", "\r\n").encode()
    )
    makers.write("content/artisans/kelompok/id.md", WORDS.replace("\n", "\r\n"))
    imported(makers, b'\xef\xbb\xbfid,place,id.story\r\nkelompok,Pesisir,"Satu.\r\nDua."\r\n')
    files = tree(makers.root / "content/artisans/kelompok")
    facts = "\ufeff" + (MAKER + "place: Pesisir\n").replace("\n", "\r\n")
    assert files["artisan.yaml"].decode() == facts
    assert files["id.md"].decode() == WORDS.replace("Kisah kelompok.", "Satu.\nDua.").replace("\n", "\r\n")


def test_a_new_row_makes_a_folder_with_facts_and_words(makers: Small) -> None:
    imported(
        makers,
        "id,kind,region,consent.name,id.title,id.story,en.title\n"
        "siti,person,kabupaten,ya,Siti Aminah,Ia menenun.,Siti Aminah\n"
        "budi,person,kabupaten,no,Budi,,\n",
    )
    files = tree(makers.root / "content/artisans")
    facts = "kind: person\nregion: kabupaten\nconsent: {name: true}\n"
    assert files["siti/artisan.yaml"].decode() == facts
    assert files["siti/id.md"].decode() == "---\ntitle: Siti Aminah\n---\nIa menenun.\n"
    assert files["siti/en.md"].decode() == "---\ntitle: Siti Aminah\n---\n"
    brief = "kind: person\nregion: kabupaten\nconsent: {name: false}\nwords:\n  id: {title: Budi}\n"
    assert files["budi/artisan.yaml"].decode() == brief
    assert not [path for path in files if path.startswith("budi/") and path.endswith(".md")]
    makers.built()


def test_short_words_move_to_a_file_of_their_own_when_they_get_a_story(gallery: Small) -> None:
    gallery.write("../materials.csv", "id,en.story\nkatun,It grows.\n")
    prepared = prepare(gallery.root, gallery.root.parent / "materials.csv")
    write(gallery.root, prepared)
    files = tree(gallery.root / "content/materials/katun")
    assert files["en.md"].decode() == "---\ntitle: Cotton\n---\nIt grows.\n"
    assert files["material.yaml"].decode() == "words: {id: {title: Katun}}\n"


def test_an_empty_cell_and_a_lacking_row_take_nothing_out(makers: Small) -> None:
    before = tree(makers.root / "content")
    prepared = prepare(makers.root, table(makers, "id,kind,techniques,id.title,en.title\n"))
    assert prepared.changes == ()
    prepared = prepare(makers.root, table(makers, "id,kind,techniques,en.title\nkelompok,group,,\n"))
    assert prepared.changes == ()
    assert tree(makers.root / "content") == before


def test_prune_takes_out_values_and_records_and_keeps_their_folders_aside(makers: Small) -> None:
    makers.write(
        "content/artisans/lama/artisan.yaml", "kind: group\nregion: kabupaten\nwords: {id: {title: Lama}}\n"
    )
    makers.write("content/artisans/lama/private.yaml", "phone: 0812-0000-0000\n")
    imported(makers, "id,kind,techniques\nkelompok,group,\n", prune=True)
    files = tree(makers.root / "content/artisans")
    assert files["kelompok/artisan.yaml"].decode() == MAKER.replace(
        "techniques: [tulis]   # and more to come\n", ""
    )
    assert not [path for path in files if path.startswith("lama/")]
    assert (makers.root / ".galeri/removed/content/artisans/lama/private.yaml").is_file()


def test_prune_stops_where_others_still_name_what_is_taken_out(makers: Small) -> None:
    prepared = prepare(makers.root, table(makers, "id,id.title\n", "materials.csv"), prune=True)
    assert [problem.code for problem in prepared.problems] == ["unknown-reference"]
    with pytest.raises(GaleriError, match="errors"):
        write(makers.root, prepared)


def test_prune_is_refused_by_a_workbook_from_which_things_were_left_out(makers: Small) -> None:
    path = makers.root.parent / "public.xlsx"
    assert export_workbook(makers.root, path, Voice("en"), full=False).records
    with pytest.raises(GaleriError, match="--full"):
        prepare(makers.root, path, prune=True)
    assert prepare(makers.root, path).changes == ()


def test_every_bad_cell_is_told_by_sheet_row_and_column_and_nothing_is_written(makers: Small) -> None:
    first = load_workbook(book(makers, {}))["artisans"][1]
    head = {cell.value: get_column_letter(index) for index, cell in enumerate(first, 1)}
    (makers.root.parent / "book.xlsx").unlink()
    path = book(
        makers,
        {
            f"{head['since']}3": "=1000+990",
            f"{head['kind']}3": "grup",
            f"{head['techniques']}3": "tulis; tuliss",
            f"{head['consent.on']}3": "31/12/2026",
            f"{head['id.title']}3": "@SUM(1)",
            "A4": "Pak Budi!",
        },
    )
    before = tree(makers.root / "content")
    prepared = prepare(makers.root, path)
    told = dict(codes(prepared))
    assert told == {
        f"book.xlsx:artisans!{head['since']}3": "formula-cell",
        f"book.xlsx:artisans!{head['id.title']}3": "formula-cell",
        "book.xlsx:artisans!A4": "unportable-name",
    }
    opened = load_workbook(path)
    opened["artisans"]["A4"] = None
    opened["artisans"][f"{head['since']}3"] = None
    opened["artisans"][f"{head['id.title']}3"] = "Kelompok Pesisir"
    opened.save(path)
    told = dict(codes(prepare(makers.root, path)))
    assert told == {
        f"book.xlsx:artisans!{head['kind']}3": "wrong-choice",
        f"book.xlsx:artisans!{head['consent.on']}3": "bad-date",
    }
    assert tree(makers.root / "content") == before


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("id,kind,region,id.title\nsiti,person,kota,Siti\n", "artisans.csv:C2", "unknown-reference"),
        ("id,kind,id.title\nsiti,person,Siti\n", "artisans.csv:A2", "missing-key"),
        ("id,kind,region,id.title\nsiti,,kabupaten,Siti\n", "artisans.csv:B2", "missing-key"),
        ("id,kind,region,id.title\nsiti,person,kabupaten,\n", "artisans.csv:D2", "missing-words"),
        (
            "id,kind,region,id.title,id.story\na,person,kabupaten,A,[](motif:x)\n",
            "artisans.csv:E2",
            "unknown-reference",
        ),
        ("id,id.photos.2.alt\nkelompok,Apa\n", "artisans.csv:B2", "missing-key"),
        ("id,photos.1.focus\nkelompok,tengah\n", "artisans.csv:B2", "bad-focus"),
        ("id,contact.email\nkelompok,bukan surel\n", "artisans.csv:B2", "wrong-type"),
        ("id,en.title,en.quotee\nkelompok,A,B\n", "artisans.csv:C1", "unknown-key"),
        ("id,kind,kind\nkelompok,group,person\n", "artisans.csv:C1", "duplicate-key"),
        ("kind\ngroup\n", "artisans.csv", "missing-column"),
        ("id,kind\n,group\n", "artisans.csv:A2", "missing-key"),
    ],
)
def test_a_bad_cell_is_told_where_it_stands(makers: Small, text: str, place: str, code: str) -> None:
    assert (place, code) in codes(prepare(makers.root, table(makers, text)))


@pytest.mark.parametrize("text", ["+12", "-7.25", "- satu\n- dua", "---\nx", "+ satu", "- "])
def test_numbers_and_lists_are_no_formulas(makers: Small, text: str) -> None:
    prepared = prepare(makers.root, table(makers, f'id,id.story\nkelompok,"{text}"\n'))
    assert prepared.problems == ()


@pytest.mark.parametrize(
    "text", ["=1", "=HYPERLINK(A1)", "+A1", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "+1+A1"]
)
def test_text_that_a_spreadsheet_would_run_is_refused_in_a_table_and_in_a_workbook(
    makers: Small, text: str
) -> None:
    quoted = text.replace('"', '""')
    assert codes(prepare(makers.root, table(makers, f'id,place\nkelompok,"{quoted}"\n'))) == [
        ("artisans.csv:B2", "formula-cell")
    ]
    opened = Workbook()
    opened.worksheets[0].title = "artisans"
    opened.worksheets[0].append(["id", "place"])
    opened.worksheets[0].append(["kelompok", text.strip()])
    opened.worksheets[0]["B2"].data_type = "s"
    opened.save(makers.root.parent / "typed.xlsx")
    prepared = prepare(makers.root, makers.root.parent / "typed.xlsx")
    assert codes(prepared) == [("typed.xlsx:artisans!B2", "formula-cell")]


def test_a_foreign_sheet_is_read_by_its_mapping(makers: Small) -> None:
    opened = Workbook()
    sheet = opened.create_sheet("Perajin")
    for row in (
        ["DATA"],
        [],
        ["No", "Nama", "NIK", "Jenis"],
        [1, "Siti Aminah", 3526014107850003, "Perorangan"],
    ):
        sheet.append(row)
    sheet["A9"] = "=SUM(A4:A8)"
    opened.save(makers.root.parent / "dinas.xlsx")
    mapping = makers.write(
        "../petakan.yaml",
        "sheet: Perajin\nkind: artisan\nheader: 3\nid: {from: Nama}\ncolumns: {Nama: id.title, Jenis: kind}\n"
        "values: {Jenis: {Perorangan: person}}\nalways: {region: kabupaten}\n",
    )
    prepared = prepare(makers.root, makers.root.parent / "dinas.xlsx", mapping)
    assert prepared.problems == ()
    write(makers.root, prepared)
    facts = makers.root / "content/artisans/siti-aminah/artisan.yaml"
    assert facts.read_text() == "region: kabupaten\nkind: person\nwords:\n  id: {title: Siti Aminah}\n"
    assert prepare(makers.root, makers.root.parent / "dinas.xlsx", mapping).changes == ()


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("kind: artisan\nid: a\ncolumns: {a: id.titel}\n", "petakan.yaml:3:11", "unknown-key"),
        ("kind: artis\nid: a\ncolumns: {a: id.title}\n", "petakan.yaml:1:1", "unknown-kind"),
        ("kind: artisan\ncolumns: {a: id.title}\n", "petakan.yaml:1:1", "missing-key"),
        ("kind: [artisan\n", "petakan.yaml:2:1", "invalid-yaml"),
        ("kind: artisan\nid: a\ncolumns: {a: photos.file}\n", "petakan.yaml:3:11", "unknown-key"),
    ],
)
def test_a_wrong_mapping_is_told_where_it_is_wrong(makers: Small, text: str, place: str, code: str) -> None:
    prepared = prepare(makers.root, table(makers, "a\nb\n"), makers.write("../petakan.yaml", text))
    assert codes(prepared) == [(place, code)]


def test_a_disk_that_fails_on_the_way_leaves_every_file_as_it_was(
    makers: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "siti,person,kabupaten,Siti\nbudi,person,kabupaten,Budi\nkelompok,group,provinsi,Lain\n"
    prepared = prepare(makers.root, table(makers, f"id,kind,region,id.title\n{rows}"))
    before = tree(makers.root / "content")
    real, calls = Path.replace, []

    def failing(path: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(GaleriError, match="No space"):
        write(makers.root, prepared)
    assert len(calls) == 3
    assert tree(makers.root / "content") == before
    assert not list((makers.root / ".galeri/staging").glob("*"))


def test_a_file_that_was_edited_meanwhile_is_not_overwritten(makers: Small) -> None:
    prepared = prepare(makers.root, table(makers, "id,place\nkelompok,Pesisir\n"))
    makers.edit("content/artisans/kelompok/artisan.yaml", "group", "workshop")
    with pytest.raises(GaleriError, match="meanwhile"):
        write(makers.root, prepared)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", b""),
        ("a.xlsx", b"PK\x03\x04"),
        ("a.xlsx", b"PK\x05\x06" + b"\0" * 18),
        ("a.csv", b"id\n\xff\xfe"),
        ("a.csv", b'id\n"a'),
        ("a.ods", b""),
        ("none.xlsx", None),
    ],
)
def test_a_file_that_is_no_table_is_told_in_a_line(makers: Small, name: str, data: bytes | None) -> None:
    path = makers.root.parent / name if data is None else makers.write(f"../{name}", data)
    with pytest.raises(GaleriError, match=name.replace(".", r"\.")):
        prepare(makers.root, path)


def test_a_workbook_that_unpacks_to_too_much_is_refused(
    makers: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = BytesIO()
    Workbook().save(made)
    monkeypatch.setattr("galeri.sheets.grids.MOST_BYTES", 1000)
    with pytest.raises(GaleriError, match="can't be read"):
        prepare(makers.root, makers.write("../bomb.xlsx", made.getvalue()))


def test_the_command_shows_what_would_change_and_writes_only_when_told(makers: Small) -> None:
    table(makers, "id,kind,region,place,id.title\nkelompok,,,Pesisir,\nsiti,person,kabupaten,,Siti\n")
    before = tree(makers.root / "content")
    shown = galeri("import", "../artisans.csv", cwd=makers.root)
    assert shown.returncode == 0
    assert shown.stdout.splitlines() == [
        "~ artisans/kelompok  place: — → “Pesisir”",
        "+ artisans/siti: Siti",
        "1 new, 1 changed, 0 taken out",
        "nothing was written; add --yes to write it",
    ]
    assert tree(makers.root / "content") == before
    done = galeri("import", "../artisans.csv", "--yes", "--language", "id", cwd=makers.root)
    assert done.stdout.splitlines()[-2:] == ["1 baru, 1 berubah, 0 dibuang", "sudah ditulis"]
    assert galeri("import", "../artisans.csv", "--yes", cwd=makers.root).stdout == "nothing differs\n"


def test_the_command_tells_problems_and_fails(makers: Small) -> None:
    table(makers, "id,kind\nkelompok,grup\n")
    done = galeri("import", "../artisans.csv", "--yes", "--language", "id", cwd=makers.root)
    assert done.returncode == 1
    assert done.stderr.startswith("artisans.csv:B2: kesalahan[wrong-choice]")
    assert done.stdout == "tidak ada yang ditulis\n"


@pytest.mark.parametrize("page", ["en/spreadsheets.md", "id/spreadsheets.md"])
def test_the_mapping_in_the_guide_is_one_that_works(makers: Small, page: str) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "guides" / page).read_text(encoding="utf-8")
    text = guide.partition("```yaml ")[2].partition("\n")[2].partition("```")[0]
    makers.write("content/regions/kab-gresik/region.yaml", "level: regency\nwords: {id: {title: Gresik}}\n")
    rows = "DINAS;;\n;;\nNama;Desa;Jenis;NIK\nSiti Aminah;Cerme;Perorangan;1\nRukun;Manyar;Kelompok;\n"
    prepared = prepare(makers.root, table(makers, rows, "dinas.csv"), makers.write("../mapping.yaml", text))
    assert prepared.problems == ()
    assert [change.ref.id for change in prepared.changes] == ["siti-aminah-cerme", "rukun-manyar"]
