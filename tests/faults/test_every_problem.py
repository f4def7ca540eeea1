"""Each problem code has a folder here that holds a broken gallery and what a build says of it, in each language.

`MADE` adds to some of these galleries what git, or the disk of somebody who clones the repository, can't hold.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from PIL import Image, ImageFilter

from galeri.commands.languages import Voice
from galeri.commands.telling import describe
from galeri.model.problem import Severity
from galeri.model.problem_codes import PROBLEMS
from galeri.model.theme import PAGE_TEMPLATES
from galeri.options import Options, Report
from galeri.pipeline import build
from galeri.printing import PrintOptions, print_books
from galeri.workbooks.importing import prepare
from tests.photos.samples import PLACE, chessboard, claiming, film, located

HERE = Path(__file__).parent
WORDS = "words: {id: {title: Katun}}\n"
THEME = "themes/polos/templates"


def file_too_large(gallery: Path) -> None:
    facts = gallery / "content/materials/katun/material.yaml"
    facts.parent.mkdir(parents=True)
    facts.write_text(WORDS + "#" * 1_000_000)


def outside_gallery(gallery: Path) -> None:
    photo = gallery.parent / "kapas.jpg"
    photo.touch()
    (gallery / "content/materials/katun/01-kapas.jpg").symlink_to(photo)


def unportable_name(gallery: Path) -> None:
    (gallery / "content/materials/katun/apa ini?.jpg").touch()


def address_collision(gallery: Path) -> None:
    for name in ("katun", "Katun"):
        folder = gallery / "content/materials" / name
        folder.mkdir(parents=True)
        (folder / "material.yaml").write_text(WORDS)


def blank_templates(gallery: Path) -> None:
    """Give the theme the templates that it lacks: what they show does not matter here."""
    (gallery / THEME).mkdir(exist_ok=True)
    for name in PAGE_TEMPLATES:
        (gallery / THEME / name).touch()


def all_templates_but_one(gallery: Path) -> None:
    blank_templates(gallery)
    (gallery / THEME / "404.html").unlink()


def changed_file(gallery: Path) -> None:
    """Note of a photo what another file under its name was, as if it were replaced after it was looked at."""
    photo = gallery / "content/materials/katun/01-kapas.jpg"
    chessboard().save(photo)
    status = photo.stat()
    note = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, "0" * 32, 1280, 960, 0, 0]
    notes = gallery / ".galeri/cache/photos.json"
    notes.parent.mkdir(parents=True)
    notes.write_text(json.dumps({"content/materials/katun/01-kapas.jpg": note}))


def two_sheets(gallery: Path) -> None:
    book = Workbook()
    book.create_sheet("Perajin")
    book.save(gallery / "sheet.xlsx")


def long_story(gallery: Path) -> None:
    (gallery / "content/materials/katun/id.md").write_text("---\ntitle: Katun\n---\n" + "kapas " * 6000)


def same_name(gallery: Path) -> None:
    pictures = {
        "01-kapas.png": chessboard(),
        "01-Kapas.png": chessboard().transpose(Image.Transpose.ROTATE_90),
    }
    for name, picture in pictures.items():
        with (gallery / "content/materials/katun" / name).open("xb") as file:
            picture.save(file)


def too_many_pixels(gallery: Path) -> None:
    (gallery / "content/materials/katun/01-kapas.png").write_bytes(claiming(60_000, 50_000))


def other_capitals(gallery: Path) -> None:
    chessboard().save(gallery / "content/materials/katun/01-Kapas.PNG")


def small_photo(gallery: Path) -> None:
    chessboard(4).save(gallery / "content/materials/katun/01-kapas.png")


def soft_photo(gallery: Path) -> None:
    chessboard(20).save(gallery / "content/materials/katun/01-kapas.png")


def blurred_photo(gallery: Path) -> None:
    blurred = chessboard().filter(ImageFilter.GaussianBlur(12))
    blurred.save(gallery / "content/materials/katun/01-kapas.png")


def same_photo(gallery: Path) -> None:
    chessboard().save(gallery / "content/materials/katun/01-kapas.png")
    chessboard(39).save(gallery / "content/materials/katun/02-kapas.webp", quality=80)


def shared_photo(gallery: Path) -> None:
    for name in ("katun", "sutra"):
        chessboard().save(gallery / "content/materials" / name / "01-kapas.png")


def animated_photo(gallery: Path) -> None:
    first, second = chessboard(), chessboard().transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    first.save(gallery / "content/materials/katun/01-kapas.gif", save_all=True, append_images=[second])


def photo_position(gallery: Path) -> None:
    chessboard().save(gallery / "content/materials/katun/01-kapas.jpg", exif=located())


def film_position(gallery: Path) -> None:
    (gallery / "content/products/kain/proses.mp4").write_bytes(film(PLACE))


MADE: dict[str, Callable[[Path], None]] = {
    "missing-sheet": two_sheets,
    "shortened-cell": long_story,
    "animated-photo": animated_photo,
    "blurred-photo": blurred_photo,
    "film-position": film_position,
    "changed-file": changed_file,
    "other-capitals": other_capitals,
    "photo-position": photo_position,
    "same-name": same_name,
    "same-photo": same_photo,
    "shared-photo": shared_photo,
    "small-photo": small_photo,
    "small-print": soft_photo,
    "soft-photo": soft_photo,
    "too-many-pixels": too_many_pixels,
    "file-too-large": file_too_large,
    "outside-gallery": outside_gallery,
    "unportable-name": unportable_name,
    "address-collision": address_collision,
    "missing-template": all_templates_but_one,
    "missing-recipe": blank_templates,
    "no-fallback": blank_templates,
    "missing-segment": blank_templates,
    "same-segment": blank_templates,
    "bad-catalogue": blank_templates,
    "template-failed": blank_templates,
}

PRINTED = frozenset({"coarse-photo"})
"""What only printing tells: a site never asks for so many pixels."""


@pytest.fixture(scope="module")
def build_fault(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Path, Report]]:
    """Build the broken gallery of a code, once for all tests; give its folder and how the build went."""
    built: dict[str, tuple[Path, Report]] = {}

    def fault(code: str) -> tuple[Path, Report]:
        if code not in built:
            gallery = tmp_path_factory.mktemp(code) / "gallery"
            shutil.copytree(HERE / code, gallery, ignore=shutil.ignore_patterns("expected.*"))
            try:
                if code in MADE:
                    MADE[code](gallery)
            except OSError as error:
                pytest.skip(f"this disk can't hold it: {error}")
            report = tried(gallery)
            if code in PRINTED:
                report = replace(report, problems=print_books(PrintOptions(gallery)).problems)
            built[code] = gallery, report
        return built[code]

    return fault


def tried(gallery: Path) -> Report:
    """Import the table that is there for it; build where there is none."""
    mapping = gallery / "mapping.yaml"
    for table in (*gallery.glob("*.csv"), *gallery.glob("*.xlsx")):
        prepared = prepare(gallery, table, mapping if mapping.exists() else None)
        return Report(prepared.problems, not prepared.stopped)
    return build(Options(gallery, workers=1))


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("code", PROBLEMS)
def test_a_broken_gallery_is_told_exactly_as_written_down(
    code: str, language: str, build_fault: Callable[[str], tuple[Path, Report]]
) -> None:
    gallery, report = build_fault(code)
    told = "".join(f"{describe(problem, Voice(language))}\n" for problem in report.problems)
    expected = (HERE / code / f"expected.{language}.txt").read_text(encoding="utf-8")
    assert told.replace(str(gallery), "<gallery>") == expected


@pytest.mark.parametrize("code", PROBLEMS)
def test_an_error_writes_nothing_and_a_warning_stops_nothing(
    code: str, build_fault: Callable[[str], tuple[Path, Report]]
) -> None:
    gallery, report = build_fault(code)
    harmless = PROBLEMS[code].severity != Severity.ERROR
    assert report.published == harmless
    assert (gallery / "site").exists() == harmless


@pytest.mark.parametrize("code", PROBLEMS)
def test_a_broken_gallery_has_the_one_fault_it_is_named_for(
    code: str, build_fault: Callable[[str], tuple[Path, Report]]
) -> None:
    _, report = build_fault(code)
    assert {problem.code for problem in report.problems} == {code}


def test_every_code_has_a_broken_gallery_and_every_broken_gallery_a_code() -> None:
    folders = {each.name for each in HERE.iterdir() if (each / "expected.en.txt").exists()}
    assert folders == PROBLEMS.keys()
    assert MADE.keys() <= PROBLEMS.keys()
