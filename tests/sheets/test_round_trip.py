"""What is exported and imported again is what it was."""

import random
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galeri.commands.languages import Voice
from galeri.model.records import KINDS, Record, Ref, Story, Telling
from galeri.reading.gallery import Read, read_gallery
from galeri.reading.photos import PhotoBook
from galeri.sheets.changes import compare
from galeri.sheets.grids import read_book
from galeri.sheets.headings import KindRows
from galeri.sheets.rows import cells
from galeri.sheets.tables import tables
from galeri.sheets.workbook import workbook
from galeri.workbooks.exporting import export_workbook
from galeri.workbooks.importing import prepare, write
from tests.support.every_field import write_records
from tests.support.galleries import Small, tree
from tests.support.hostile import HOSTILE

ROOT = Path(__file__).parents[2]
SETTINGS = "title: {id: Galeri}\nbase_url: https://galeri.example/\nlanguages: [id, en]\n"
TEXTS = tuple(" ".join(HOSTILE[start::2]) for start in range(2))
FORMULAS = (
    "=1+1",
    "+1+1|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "#N/A",
    "_x0041_",
    "'=1",
    "00123",
    "TRUE",
    "a;b;;c",
)


def full(gallery: Path, target: Path) -> Path:
    done = export_workbook(gallery, target, Voice("id"), full=True)
    assert done.records is not None, done.problems
    return target


def read(root: Path) -> Read:
    found = read_gallery(root, PhotoBook(root / "photos.json"))
    assert found.gallery is not None
    return found


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("demo") / "gallery"
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "galeri.yaml", root)
    return root


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Small:
    gallery = Small(tmp_path_factory.mktemp("hostile") / "gallery")
    gallery.write("galeri.yaml", SETTINGS)
    write_records(gallery, (*TEXTS, *FORMULAS[::3]))
    return gallery


@pytest.mark.parametrize("prune", [False, True])
def test_the_demo_comes_back_as_it_is(demo: Path, tmp_path: Path, prune: bool) -> None:
    prepared = prepare(demo, full(demo, tmp_path / "demo.xlsx"), prune=prune)
    assert (prepared.problems, prepared.changes) == ((), ())


@pytest.mark.parametrize("prune", [False, True])
def test_every_field_of_a_hostile_gallery_comes_back_as_it_is(
    hostile: Small, tmp_path: Path, prune: bool
) -> None:
    prepared = prepare(hostile.root, full(hostile.root, tmp_path / "hostile.xlsx"), prune=prune)
    assert (prepared.problems, prepared.changes) == ((), ())


def test_a_gallery_is_made_anew_from_its_workbook_alone(demo: Path, tmp_path: Path) -> None:
    book, new = full(demo, tmp_path / "demo.xlsx"), tmp_path / "new"
    new.mkdir()
    shutil.copy(demo / "galeri.yaml", new)
    for path in (demo / "content").rglob("*.jpg"):
        (new / path.relative_to(demo)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, new / path.relative_to(demo))
    prepared = prepare(new, book)
    assert prepared.problems == ()
    write(new, prepared)
    old, made = read(demo).gallery, read(new).gallery
    assert old is not None
    assert made is not None
    for kind in KINDS:
        assert made.records[kind].keys() == old.records[kind].keys()
        for name, record in old.records[kind].items():
            again = made.records[kind][name]
            assert again.facts == record.facts, (kind, name)
            assert {tag: said.words for tag, said in again.tellings.items()} == {
                tag: said.words for tag, said in record.tellings.items()
            }
            assert {tag: said.story.markdown for tag, said in again.tellings.items()} == {
                tag: said.story.markdown for tag, said in record.tellings.items()
            }


LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=20) | st.sampled_from(
    [*FORMULAS, "a\nb", ";", ";;", " ; ", "[…]", "\u2028", "\ufeff"]
)


@st.composite
def makers(draw: st.DrawFn) -> Record[Any]:
    kind = KINDS["artisan"]
    facts = {
        "kind": draw(st.sampled_from(["person", "group"])),
        "region": draw(LINES),
        "place": draw(LINES),
        "programmes": draw(st.lists(LINES, max_size=3)),
        "trained": draw(st.none() | st.integers(0, 10**18)),
        "consent": {"name": draw(st.booleans()), "form": draw(LINES), "on": draw(st.dates()).isoformat()},
    }
    words = {"title": draw(LINES.filter(str.strip)), "quote": draw(LINES)}
    telling = Telling(kind.words.model_validate(words), Story(draw(LINES)))
    return Record(Ref("artisan", "maker"), kind.facts.model_validate(facts), {"id": telling})


@given(makers())
def test_whatever_a_record_holds_comes_back_as_it_is(record: Record[Any]) -> None:
    rows = KindRows("artisan", [cells(record, ("id", "en"))])
    book = read_book(workbook([rows], ("id", "en"), Voice("en"), full=True), "makers.xlsx")
    [table] = tables(book, ("id", "en"), None)
    assert table.problems == ()
    for prune in (False, True):
        assert compare(table, {"maker": record}, ("id", "en"), prune=prune) == []


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="needs LibreOffice, which `make test` does not set up"
)
def test_libreoffice_opens_and_saves_a_workbook_without_changing_a_value(demo: Path, tmp_path: Path) -> None:
    book = full(demo, tmp_path / "demo.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "xlsx",
        "--outdir",
        str(tmp_path / "saved"),
        str(book),
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    prepared = prepare(demo, tmp_path / "saved" / "demo.xlsx", prune=True)
    assert (prepared.problems, prepared.changes) == ((), ())


def test_1500_makers_come_from_one_workbook_in_20_seconds(tmp_path: Path) -> None:
    gallery, chance = Small(tmp_path / "gallery"), random.Random(1)
    gallery.write("galeri.yaml", SETTINGS)
    gallery.write("content/regions/gresik/region.yaml", "level: regency\nwords: {id: {title: Gresik}}\n")
    rows = [
        {
            "id": f"perajin-{number}",
            "kind": "person",
            "region": "gresik",
            "place": chance.choice(["Wringinanom", "Cerme", "Manyar"]),
            "since": str(1970 + number % 50),
            "consent.name": "yes",
            "consent.on": "2026-10-01",
            "consent.form": f"K-{number:04}",
            "verified.on": "2026-10-02",
            "verified.by": "Dinas Perindustrian",
            "id.title": f"Perajin {number}",
            "id.story": "Ia menenun sejak kecil. " * 40,
            "en.title": f"Maker {number}",
            "en.story": "She has woven since childhood. " * 40,
        }
        for number in range(1500)
    ]
    data = workbook([KindRows("artisan", rows)], ("id", "en"), Voice("id"), full=True)
    (tmp_path / "makers.xlsx").write_bytes(data)
    started = time.process_time()
    prepared = prepare(gallery.root, tmp_path / "makers.xlsx")
    assert prepared.problems == ()
    write(gallery.root, prepared)
    assert time.process_time() - started < 20
    assert len(tree(gallery.root / "content/artisans")) == 4500
