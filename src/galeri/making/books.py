"""A book's manuscripts → a PDF: its quires are set one after the other while their photos are made, and then bound."""

import warnings
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from galeri.making.book_binding import SetQuire, bound, look_up
from galeri.making.book_desk import Desk
from galeri.making.book_errors import BookFailedError
from galeri.making.book_pictures import Darkroom, Load, Shown, put_in
from galeri.making.crop_marks import mark
from galeri.making.manuscripts import Manuscript
from galeri.making.memory import give_back_what_is_free
from galeri.making.quires import Quire, places, quires, whole, written
from galeri.model.forms import BOUND
from galeri.model.outputs import BookOutput
from galeri.model.problem import Place, Problem
from galeri.model.theme import BookFiles

_ROUNDS = 3
"""How often a book is set whose contents come out longer with the numbers of pages in them, which hardly happens."""
_SHARP = 0.99
"""A photo counts as sharp enough from this part of the pixels an inch that are wanted: frames are rounded."""


def make_book(
    output: BookOutput, manuscripts: Sequence[Manuscript], files: BookFiles, load: Load, target: Path
) -> Iterator[Problem]:
    """Set a book from its manuscripts into the file `target`, and tell of photos too small for their place.

    There is a manuscript for each of its languages; `load` gives a photo's bytes. Raises BookFailedError where a
    template fails, a font lacks a letter, or a photo can't be decoded.
    """
    with TemporaryDirectory(prefix="galeri-") as name, warnings.catch_warnings(action="ignore"):
        folder = Path(name)
        for each in ("desk", "quires", "photos", "aside"):
            (folder / each).mkdir()
        desk = Desk(output, files, folder / "desk")
        with Darkroom(output.paper, desk.stand_ins, load, folder / "photos") as darkroom:
            press = _Press(desk, darkroom, manuscripts, folder / "quires")
            set_ = press.book() if output.template in BOUND else [press.quire(whole(manuscripts), 1)]
            give_back_what_is_free()  # by Typst, before all pages of the book are held
            with bound(set_, press.titles, press.pages) as pdf:
                shown, made = darkroom.finished()
                put_in(pdf, desk.stand_ins, made, folder / "aside")
                _finish(pdf, output, target)
    yield from _too_small(output, shown)


class _Press:
    """Sets quires, and has their photos made; `pages` gives the places that it has come across, each with its page."""

    def __init__(
        self, desk: Desk, darkroom: Darkroom, manuscripts: Sequence[Manuscript], folder: Path
    ) -> None:
        self.desk, self.darkroom, self.manuscripts, self.folder = desk, darkroom, manuscripts, folder
        self.places: list[dict[str, str]] = [{} for _ in manuscripts]
        self.pages: dict[str, int] = {}
        self.numbers = count()

    def book(self) -> list[SetQuire]:
        """Set a book: its front once to be counted, and again when all pages that it names are known."""
        self.places = [places(each["book"]) for each in self.manuscripts]
        front, *others = quires(self.manuscripts)
        length = self.quire(front, 1).pages
        for _ in range(_ROUNDS):
            set_ = self._in_turn(others, length + 1)
            opening = self.quire(front, 1)
            if opening.pages == length:
                return [opening, *set_]
            length = opening.pages
        reason = "the contents take more pages or fewer each time that they are set"
        output, files = self.desk.output, self.desk.files.files
        place = Place(next(shown for name, _, shown in files if name == output.template))
        raise BookFailedError([Problem("template-failed", place, {"reason": reason, "page": output.path})])

    def _in_turn(self, others: Sequence[Quire], first: int) -> list[SetQuire]:
        """Set quires, the first page of which has the number `first`; tell what is wrong with all of them."""
        set_: list[SetQuire] = []
        problems: list[Problem] = []
        for each in others:
            try:
                set_.append(self.quire(each, first))
            except BookFailedError as error:
                problems += error.problems
            else:
                first += set_[-1].pages
        if problems:
            raise BookFailedError(problems)
        return set_

    def quire(self, quire: Quire, first: int) -> SetQuire:
        """Set a quire whose first page has the number `first`."""
        texts = [
            written(told, quire, index, first, dict.fromkeys(known) | self.pages)
            for index, (told, known) in enumerate(zip(self.manuscripts, self.places, strict=True))
        ]
        path = self.folder / f"{next(self.numbers)}.pdf"
        path.write_bytes(self.desk.set(texts))
        self.desk.forget()
        self.darkroom.see(path)
        set_, found = look_up(path, continues=quire.start > 0)
        self.pages |= {place: first + page for place, page in found.items()}
        return set_

    @property
    def titles(self) -> dict[str, str]:
        """What places are called, in any of the book's languages."""
        return {path: title for each in self.places for path, title in each.items()}


def _finish(pdf: pikepdf.Pdf, output: BookOutput, target: Path) -> None:
    """Say what the book is, draw the boxes that a printer asks for, and write it."""
    _say_language(pdf, output)
    for page in pdf.pages:
        page.obj.BleedBox = page.obj.MediaBox
        if "/TrimBox" not in page.obj:
            page.obj.TrimBox = page.obj.MediaBox
        if output.paper.marks:
            mark(pdf, page)
    pdf.save(target, deterministic_id=True)


def _say_language(pdf: pikepdf.Pdf, output: BookOutput) -> None:
    """Name the book's language in full and the side from which its pages are turned: Typst knows no Jawi by itself."""
    language = output.view.language
    pdf.Root.Lang = pikepdf.String(language.tag)
    pdf.Root.ViewerPreferences.Direction = pikepdf.Name("/R2L" if language.direction == "rtl" else "/L2R")


def page_count(path: Path) -> int:
    """Count the pages of a PDF."""
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


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
