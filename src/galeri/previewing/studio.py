"""What a preview shows at a moment: the gallery as it was last without an error, and what is wrong with it now."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from galeri.garbage import without_garbage_collection
from galeri.model.gallery import link
from galeri.model.private import PrivateValue
from galeri.model.problem import Place, Problem, Severity
from galeri.model.records import FilmFile, PhotoFile
from galeri.options import STATE
from galeri.pipeline import today
from galeri.planning.preview import Chosen, Preview, chosen
from galeri.reading.draft import Draft, read_again, read_draft
from galeri.reading.files import File
from galeri.reading.photos import BrokenPhotoError, PhotoBook, stand_in
from galeri.reading.rechecking import Rechecking


class Studio:
    """Reads a gallery again as it changes. It belongs to one thread."""

    def __init__(self, root: Path, *, drafts: bool, base_url: str) -> None:
        """Show the gallery in the folder `root` under the address `base_url`."""
        self.preview: Preview | None = None
        self.state = 0
        """Rises whenever something else is to be previewed."""
        self._root, self._drafts, self._base_url = root, drafts, base_url
        self._book = _Glances(PhotoBook(root / STATE / "cache" / "photos.json"))
        self.private: tuple[PrivateValue, ...] = ()
        self._draft: Draft | None = None
        self._good: Draft | None = None
        self._checks = Rechecking(today)
        self._unreadable: tuple[Problem, ...] = ()

    def look(self, paths: Iterable[str] = ()) -> bool:
        """Read what has changed at the `paths`, or anywhere where none is given; whether anything has."""
        before, self._unreadable = self._unreadable, ()
        first = self._draft is None
        try:
            with without_garbage_collection():
                return self._look(paths) or bool(before)
        except OSError as error:  # a theme's file that went away meanwhile, or that may not be read
            path = os.path.relpath(str(error.filename or self._root), self._root)
            reason = {"reason": error.strerror or str(error)}
            self._unreadable = (Problem("unreadable-file", Place(path), reason),)
            return self._unreadable != before
        finally:
            if first:
                gc.freeze()  # most of it stays, so no later search for garbage need go through it

    @property
    def unsettled(self) -> bool:
        """Whether to look again soon, though nothing may be told to have changed."""
        return bool(self._unreadable)

    def _look(self, paths: Iterable[str]) -> bool:
        before, draft = self._draft, None
        if before and paths:
            draft = read_again(self._root, self._book, self._base_url, before, paths)
        if draft is None:
            draft = read_draft(self._root, self._book, self._base_url, before)
        self._draft = draft
        if before and _same(before, draft):
            return False
        self._checks.turn_to(draft)
        again = self._good is not None and _same(self._good, draft)  # as after a moment's mistake
        if not again and not self.errors():
            self.preview, self._good = self._show(draft), draft
            self.state += 1
        self.private = tuple(dict.fromkeys(self._private()))
        return True

    def _private(self) -> Iterator[PrivateValue]:
        """Give all that no output may hold, also as it was when the gallery was last without an error."""
        if self._good and self.preview:
            yield from self._good.private
            yield from self.preview.chosen.withheld
        if self._draft and self._draft is not self._good:
            yield from self._draft.private

    def check(self, enough: Callable[[], bool]) -> bool:
        """Check what still waits to be checked until it is `enough`; whether something still waits."""
        return self._checks.go_on(enough)

    def errors(self) -> tuple[Problem, ...]:
        """Tell what forbids to build the gallery, as far as it is known."""
        return self._told(Severity.ERROR)

    def told(self) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
        """Tell the errors, and the warnings that are known without a look at pixels."""
        return self.errors(), self._told(Severity.WARNING)

    def _told(self, severity: Severity) -> tuple[Problem, ...]:
        """Choose problems, each once, in the order in which a person walks through the files."""
        found = self._draft.problems() if self._draft else iter(())
        problems = (*self._unreadable, *found, *self._checks.problems())
        chosen = {(each.code, each.place): each for each in problems if each.severity is severity}
        return tuple(sorted(chosen.values(), key=lambda each: each.sort_key))

    def _show(self, draft: Draft) -> Preview | None:
        asked, theme = draft.ground.asked, draft.ground.theme
        if asked.settings is None or theme is None:
            return None
        selected = self._with_words(draft)
        if selected is None:
            records = (piece.read.record for piece in draft.pieces.values())
            gallery = link(asked.settings, asked.languages, (each for each in records if each))
            selected = chosen(gallery, today(), drafts=self._drafts)
        return Preview(selected, theme)

    def _with_words(self, draft: Draft) -> Chosen | None:
        """Choose again what may be shown where nothing changed but words; None where more did."""
        good = self._good
        if good is None or self.preview is None or self.preview.chosen.today != today():
            return None
        if good.ground.asked != draft.ground.asked or good.pieces.keys() != draft.pieces.keys():
            return None
        selected: Chosen | None = self.preview.chosen
        for ref, piece in draft.pieces.items():
            if selected and piece is not good.pieces[ref]:
                selected = selected.with_words(piece.read.record) if piece.read.record else None
        return selected


class _Glances:
    """Describes photos by their headers, and films by their stamps: what is not shown is not read."""

    def __init__(self, book: PhotoBook) -> None:
        self._book = book

    def look(self, root: Path, file: File) -> PhotoFile:
        try:
            return self._book.glance(root, file)
        except OSError:
            raise BrokenPhotoError(file.path) from None

    def film(self, _root: Path, file: File) -> FilmFile:
        return FilmFile(file.path, stand_in(file))


def _same(before: Draft, after: Draft) -> bool:
    """Whether two drafts say the same: a file may be written twice, and be read whole each time."""
    alike = before.ground is after.ground and before.strays == after.strays
    return (
        alike
        and before.pieces.keys() == after.pieces.keys()
        and all(piece.says(after.pieces[ref]) for ref, piece in before.pieces.items())
    )
