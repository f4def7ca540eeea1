"""One job → staged files: what is done in every process, so one worker and many give the same bytes."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from galeri.making.data import make_data
from galeri.making.memory import give_back_large_blocks
from galeri.making.pages import Renderer, TemplateFailedError
from galeri.making.picture_errors import BrokenImageError, TypesettingError
from galeri.making.stylesheets import stylesheet
from galeri.model.digests import digest
from galeri.model.outputs import (
    BookOutput,
    DataOutput,
    FileOutput,
    FontOutput,
    IconOutput,
    ImageOutput,
    Output,
    PageOutput,
    ShareOutput,
    StylesheetOutput,
)
from galeri.model.problem import Place, Problem
from galeri.model.views import Placeholder
from galeri.publishing.cache import BOOKS, PLACEHOLDERS
from galeri.publishing.derivatives import Derivatives, broken
from galeri.publishing.jobs import Job, Made, Workshop, changed
from galeri.publishing.placeholders import NoPlaceholderError, Placeholders
from galeri.publishing.privacy import Guard
from galeri.publishing.staging import Staging

if TYPE_CHECKING:
    from galeri.making.typesetting import Typesetter


class UnmakeableError(Exception):
    """An output that can't be made, for a reason that a person can mend."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem to show."""
        super().__init__(problem)
        self.problem = problem


class Worker:
    """Makes jobs in one process."""

    def __init__(self, workshop: Workshop) -> None:
        """Read the theme's templates and interface text."""
        give_back_large_blocks()
        self.shop = workshop
        self.placeholders = Placeholders(workshop.root, workshop.cache.with_name(PLACEHOLDERS))
        self.renderer = Renderer(
            workshop.theme.folders, workshop.theme.catalogues, workshop.sites, self.placeholder
        )
        self.guard = Guard(workshop.private)
        self.derivatives = Derivatives(workshop)
        self.staging = Staging(workshop.staging)

    def work(self, job: Job) -> Made:
        """Make every output of a job and stage it."""
        match job.outputs[0][0]:
            case BookOutput() as book:
                return self._book(book, job.outputs[0][1])
            case ImageOutput():
                return self._images(job)
            case ShareOutput():
                return self._shares(job)
            case _:
                return self._texts(job)

    def _book(self, output: BookOutput, key: str) -> Made:
        from galeri.making.book_errors import BookFailedError  # noqa: PLC0415 - only where a book is to be set
        from galeri.publishing.books import Press  # noqa: PLC0415

        press = Press(self.shop.root, self.shop.theme, self.guard, self.shop.cache.with_name(BOOKS))
        try:
            made = press.book(output, key)
        except BookFailedError as error:
            return Made((), error.problems)
        press.cover(key)
        return Made(((output.path, self.staging.copy(key, made.file)),), made.problems)

    def _texts(self, job: Job) -> Made:
        staged: list[tuple[str, str]] = []
        problems: list[Problem] = []
        for output, key in job.outputs:
            try:
                staged.append((output.path, self.staging.put(key, self.made(output))))
            except (TemplateFailedError, UnmakeableError) as error:
                problems.append(error.problem)
        return Made(tuple(staged), tuple(problems))

    def made(self, output: Output) -> bytes:
        """Make one output that is neither picture nor book, and search it for what no output may hold.

        Raises TemplateFailedError or UnmakeableError.
        """
        data = self._make(output)
        if wrong := self._wrong(output, data):
            raise UnmakeableError(wrong)
        return data

    def placeholder(self, asked: Placeholder) -> str:
        """Give what stands in a photo's place until it is there; raises TemplateFailedError."""
        try:
            return self.placeholders.address(asked)
        except NoPlaceholderError as error:
            raise TemplateFailedError(error.problem) from error

    def _wrong(self, output: Output, data: bytes) -> Problem | None:
        if isinstance(output, FileOutput) and digest(data) != output.digest:
            return changed(output.source)
        if isinstance(output, StylesheetOutput):
            for part in output.parts:
                if digest(Path(part.source).read_bytes()) != part.digest:
                    return changed(part.source)
        binary = isinstance(output, IconOutput | FontOutput)
        return None if binary else self.guard.find(data, output.path)

    def _make(self, output: Output) -> bytes:
        match output:
            case PageOutput():
                return self.renderer.render(output)
            case DataOutput():
                return make_data(output.data)
            case FileOutput():
                return (self.shop.root / output.source).read_bytes()
            case StylesheetOutput():
                parts = (Path(part.source).read_text(encoding="utf-8") for part in output.parts)
                return stylesheet(output.properties, parts, output.faces).encode()
            case FontOutput():
                return self._font(output)
            case IconOutput():
                return self._icon(output)
            case ImageOutput() | ShareOutput() | BookOutput():
                raise TypeError(output)

    def _images(self, job: Job) -> Made:
        begun = self.derivatives.begin(job)
        outputs = [output for output, _ in begun.missing if isinstance(output, ImageOutput)]
        if not outputs:
            return self.derivatives.end(begun, ())
        from galeri.making.images import make_images  # noqa: PLC0415 - Pillow, only where a photo is to be made

        try:
            self.placeholders.keep(begun.photo, outputs)
            return self.derivatives.end(begun, make_images(begun.photo, outputs))
        except BrokenImageError as error:
            return broken(begun, str(error))

    def _shares(self, job: Job) -> Made:
        begun = self.derivatives.begin(job)
        outputs = [output for output, _ in begun.missing if isinstance(output, ShareOutput)]
        if not outputs:
            return self.derivatives.end(begun, ())
        from galeri.making.share_pictures import make_shares  # noqa: PLC0415 - only where one is to be made

        try:
            return self.derivatives.end(begun, make_shares(begun.photo, outputs, self.typesetter))
        except BrokenImageError as error:
            return broken(begun, str(error))
        except TypesettingError as error:
            template = Path(self.shop.theme.typesetting.template)
            values = {"reason": str(error), "page": outputs[0].path}
            place = Place(f"themes/{template.parent.name}/{template.name}", error.line)
            return Made((), (Problem("template-failed", place, values),))

    def _icon(self, output: IconOutput) -> bytes:
        from galeri.making.icons import BrokenIconError, make_icon  # noqa: PLC0415 - only where one is to be made

        data = Path(output.source).read_bytes()
        if digest(data) != output.digest:
            raise UnmakeableError(changed(output.shown))
        try:
            return make_icon(data, output, self.typesetter)
        except BrokenIconError as error:
            values = {"reason": str(error)}
            raise UnmakeableError(Problem("broken-icon", Place(output.shown), values)) from error

    def _font(self, output: FontOutput) -> bytes:
        from galeri.making.fonts import BrokenFontError, make_font  # noqa: PLC0415 - only where one is to be made

        data = Path(output.source).read_bytes()
        if digest(data) != output.digest:
            raise UnmakeableError(changed(output.shown))
        try:
            return make_font(data, output.letters)
        except BrokenFontError as error:
            told = {"file": Path(output.shown).name}
            raise UnmakeableError(Problem("broken-font", Place(output.shown), told)) from error

    @cached_property
    def typesetter(self) -> "Typesetter":
        """Load the typesetter and its fonts, which only few builds need."""
        from galeri.making.typesetting import Typesetter  # noqa: PLC0415

        return Typesetter(self.shop.theme.typesetting)
