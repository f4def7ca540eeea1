"""A manuscript → a PDF: set by Typst with small stand-ins for photos, then each photo as large as it is printed.

Typst decodes every picture that it is given and holds it. A stand-in of 8 × 8 pixels costs nothing, and as a JPEG goes
into the PDF as it is: so it is found there again, and the photo put in its place.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from PIL import Image

from galeri.making.book_errors import BookFailedError
from galeri.making.book_pictures import Shown, finished
from galeri.making.manuscripts import file_of
from galeri.model.outputs import BookOutput, BookPhoto
from galeri.model.problem import Place, Problem
from galeri.model.records import KINDS
from galeri.model.theme import BookFiles

DATA = "book.json"
"""The manuscript's name beside the templates."""
BESIDE = "beside"
"""The folder in which the templates lie once more, beside the manuscript in a book's other language."""
SERIF = "Libertinus Serif"
"""The family of text, in Typst's wheel."""
_DIAGNOSTIC = re.compile(r"┌─ (?:\\\\\?\\)?(.*?):(\d+):(\d+)")
_UNDISPLAYED = re.compile(r'the text `"(.+?)"` could not be displayed')
_SHARP = 0.99
"""A photo counts as sharp enough from this part of the pixels an inch that are wanted: frames are rounded."""


def make_book(
    output: BookOutput,
    texts: Sequence[str],
    files: BookFiles,
    load: Callable[[BookPhoto], bytes],
    target: Path,
) -> Iterator[Problem]:
    """Set a book from its manuscripts into the file `target`, and tell of photos too small for their place.

    `texts` holds a manuscript for each of its languages; `load` gives a photo's bytes. Raises BookFailedError where a
    template fails, a font lacks a letter, or a photo can't be decoded.
    """
    with TemporaryDirectory(prefix="galeri-") as folder:
        desk = Path(folder)
        for part, text in zip(("", BESIDE), texts, strict=False):
            _lay_out(text, files, desk / part)
        stand_ins = _stand_ins(output, desk / "photos")
        set_ = _set(output, files, desk)
        shown = finished(set_, output, stand_ins, load, target)
    yield from _too_small(output, shown)


def _lay_out(text: str, files: BookFiles, folder: Path) -> None:
    """Put the templates and a manuscript into a folder: the templates read the one that lies beside them."""
    for name, source, _ in files.files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / name)
    (folder / DATA).write_text(text, encoding="utf-8")


def _stand_ins(output: BookOutput, folder: Path) -> dict[bytes, BookPhoto]:
    """Put stand-ins for the photos into a folder; give each photo by its stand-in's bytes."""
    folder.mkdir()
    stand_ins = {}
    for photo in output.photos:
        data = _stand_in(photo.name)
        (folder / file_of(photo)).write_bytes(data)
        stand_ins[data] = photo
    return stand_ins


def _stand_in(name: str) -> bytes:
    """Make a grey JPEG that no other photo has: its name is its comment."""
    made = BytesIO()
    Image.new("RGB", (8, 8), (128, 128, 128)).save(made, "JPEG", comment=name.encode())
    return made.getvalue()


def _set(output: BookOutput, files: BookFiles, desk: Path) -> bytes:
    fonts = typst.Fonts(include_system_fonts=False, font_paths=_folders(files))
    inputs = {"fonts": "\n".join(_families(fonts, output, files))}
    compiler = typst.Compiler(
        str(desk / output.template),
        root=str(desk),
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs=inputs,
    )
    day = output.view.date
    try:
        made = compiler.compile(
            format="pdf",
            pdf_standards=["ua-1", "a-2a"],
            timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        )
    except typst.TypstError as error:
        raise BookFailedError(list(_problems(error, output, files))) from error
    assert isinstance(made, bytes)  # noqa: S101 - a PDF is one file
    return made


def _families(fonts: typst.Fonts, output: BookOutput, files: BookFiles) -> list[str]:
    """List the families to set text in: those that are named, the gallery's own, Typst's serif, and the program's."""
    by_path = {each.path: each.family for each in fonts.fonts()}
    own, bundled = (
        [by_path[font] for font in paths if font in by_path] for paths in (files.own, files.bundled)
    )
    return list(dict.fromkeys([*output.fonts, *own, SERIF, *bundled]))


def _folders(files: BookFiles) -> list[str]:
    return list(dict.fromkeys(str(Path(font).parent) for font in (*files.own, *files.bundled)))


def _problems(error: typst.TypstError, output: BookOutput, files: BookFiles) -> Iterator[Problem]:
    """Say what Typst found: letters that no font has, else a mistake at a line of a template."""
    letters = "".join(dict.fromkeys(map(_unescaped, _UNDISPLAYED.findall(error.diagnostic))))
    if letters:
        records = list(_having(letters, output))
        kind, _, name = records[0].partition(":") if records else ("", "", "")
        place = Place(f"content/{KINDS[kind].folder}/{name}/" if records else "galeri.yaml")
        told = ", ".join(records) or "galeri.yaml"
        yield Problem(
            "undisplayed-letters", place, {"characters": letters, "records": told, "page": output.path}
        )
        return
    found = _DIAGNOSTIC.search(error.diagnostic)
    name, line, column = (found[1], int(found[2]), int(found[3]) + 1) if found else (output.template, 0, 0)
    path = f"/{Path(name).as_posix()}"
    shown = {told for name, _, told in files.files if path.endswith(f"/{name}")}
    place = Place(max(shown, key=len, default=output.template), line, column)
    yield Problem("template-failed", place, {"reason": error.message, "page": output.path})


def _unescaped(text: str) -> str:
    """Undo how Rust spells out characters that it thinks unprintable."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), text)


def _having(letters: str, output: BookOutput) -> Iterator[str]:
    """Name the records whose words hold one of the letters."""
    seen: dict[str, None] = {}
    for view in output.views:
        pieces = (each.view for part in view.chapters for each in part.products)
        openings = (part.opening for part in view.chapters if part.opening)
        topics = (*view.techniques, *view.materials, *view.motifs)
        articles = (each for each in (view.foreword, view.colophon) if each)
        for each in (*pieces, *view.artisans, *openings, *topics, *view.venues, *articles):
            if any(letter in repr(each) for letter in letters):
                seen.setdefault(f"{each.record.kind}:{each.record.id}")
    yield from seen


def _too_small(output: BookOutput, shown: Sequence[Shown]) -> Iterator[Problem]:
    """Tell of photos that have fewer pixels than print asks for; a screen does not ask."""
    if output.paper.screen:
        return
    for each in shown:
        ppi = each.photo.width / (each.width / 72)
        if ppi < output.paper.ppi * _SHARP:
            values = {"ppi": str(int(ppi)), "wanted": str(output.paper.ppi), "page": output.path}
            wide = round(each.width * 25.4 / 72)
            needed = -(-each.width * output.paper.ppi // 72)
            yield Problem(
                "coarse-photo",
                Place(each.photo.source),
                values | {"width": str(wide), "pixels": f"{needed:.0f}"},
            )
