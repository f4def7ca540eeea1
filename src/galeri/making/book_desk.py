"""The desk at which books are set: templates, a manuscript and stand-ins for photos in a folder, and Typst.

Typst decodes every picture that it is given and holds it. A stand-in of 8 × 8 pixels costs nothing, and as a JPEG goes
into the PDF as it is: so it is found there again, and the photo put in its place.
"""

import re
import shutil
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import typst
from PIL import Image

from galeri.making.book_errors import BookFailedError
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
_REMEMBERED = 11
"""Typst keeps what it has laid out until it has set so many documents more."""


class Desk:
    """A folder in which a book's quires are set, one after the other; `stand_ins` gives each photo by its stand-in."""

    def __init__(self, output: BookOutput, files: BookFiles, folder: Path) -> None:
        """Lay the templates and the stand-ins out in `folder`, which is there and empty."""
        self.output, self.files, self.folder = output, files, folder
        self.parts = [folder / part for part in ("", BESIDE)[: len(output.views)]]
        for part in self.parts:
            _lay_out(files, part)
        self.stand_ins = _stand_ins(output, folder / "photos")
        fonts = typst.Fonts(include_system_fonts=False, font_paths=_folders(files))
        self.compiler = typst.Compiler(
            str(folder / output.template),
            root=str(folder),
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"fonts": "\n".join(_families(fonts, output, files))},
        )
        (folder / "blank.typ").touch()
        self.blank = typst.Compiler(str(folder / "blank.typ"), font_paths=fonts, ignore_system_fonts=True)

    def set(self, texts: Sequence[str]) -> bytes:
        """Set a quire from its manuscript in each language; raises BookFailedError."""
        for part, text in zip(self.parts, texts, strict=True):
            (part / DATA).write_text(text, encoding="utf-8")
        day = self.output.view.date
        try:
            made = self.compiler.compile(
                format="pdf",
                pdf_standards=["ua-1", "a-2a"],
                timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
            )
        except typst.TypstError as error:
            raise BookFailedError(list(_problems(error, self.output, self.files))) from error
        assert isinstance(made, bytes)  # noqa: S101 - a PDF is one file
        return made

    def forget(self) -> None:
        """Let Typst forget what it has laid out: the next quire has nothing of it."""
        for _ in range(_REMEMBERED):
            self.blank.compile(format="svg")


def _lay_out(files: BookFiles, folder: Path) -> None:
    """Put the templates into a folder: they read the manuscript that lies beside them."""
    for name, source, _ in files.files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / name)


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
