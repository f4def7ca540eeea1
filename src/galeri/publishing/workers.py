"""One job → staged files: what is done in every process, so one worker and many give the same bytes."""

from pathlib import Path

from galeri.making.data import make_data
from galeri.making.pages import Renderer, TemplateFailedError
from galeri.making.stylesheets import stylesheet
from galeri.model.digests import digest
from galeri.model.outputs import DataOutput, FileOutput, ImageOutput, Output, PageOutput, StylesheetOutput
from galeri.model.problem import Problem
from galeri.publishing.derivatives import Derivatives, broken
from galeri.publishing.jobs import Job, Made, Workshop, changed
from galeri.publishing.privacy import Guard
from galeri.publishing.staging import Staging


class Worker:
    """Makes jobs in one process."""

    def __init__(self, workshop: Workshop) -> None:
        """Read the theme's templates and interface text."""
        self.shop = workshop
        self.renderer = Renderer(workshop.theme.folders, workshop.theme.catalogues, workshop.sites)
        self.guard = Guard(workshop.private)
        self.derivatives = Derivatives(workshop)
        self.staging = Staging(workshop.staging)

    def work(self, job: Job) -> Made:
        """Make every output of a job and stage it."""
        return self._images(job) if job.of_a_photo else self._texts(job)

    def _texts(self, job: Job) -> Made:
        staged: list[tuple[str, str]] = []
        problems: list[Problem] = []
        for output, key in job.outputs:
            try:
                data = self._make(output)
            except TemplateFailedError as error:
                problems.append(error.problem)
                continue
            wrong = self._wrong(output, data)
            if wrong:
                problems.append(wrong)
            else:
                staged.append((output.path, self.staging.put(key, data)))
        return Made(tuple(staged), tuple(problems))

    def _wrong(self, output: Output, data: bytes) -> Problem | None:
        if isinstance(output, FileOutput) and digest(data) != output.digest:
            return changed(output.source)
        if isinstance(output, StylesheetOutput):
            for part in output.parts:
                if digest(Path(part.source).read_bytes()) != part.digest:
                    return changed(part.source)
        return self.guard.find(data, output.path)

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
                return stylesheet(output.properties, parts).encode()
            case ImageOutput():
                raise TypeError(output)

    def _images(self, job: Job) -> Made:
        begun = self.derivatives.begin(job)
        if not begun.missing:
            return self.derivatives.end(begun, ())
        from galeri.making.images import BrokenImageError, make_images  # noqa: PLC0415 - Pillow, only where a photo is to be made

        try:
            return self.derivatives.end(
                begun, make_images(begun.photo, [output for output, _ in begun.missing])
            )
        except BrokenImageError as error:
            return broken(begun, str(error))
