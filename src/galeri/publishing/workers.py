"""Outputs → staged files, here or in a pool of processes: one worker and many give the same bytes."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from galeri.making.data import make_data
from galeri.making.pages import Renderer, TemplateFailedError
from galeri.making.stylesheets import stylesheet
from galeri.model.digests import digest
from galeri.model.outputs import (
    DataOutput,
    FileOutput,
    IconOutput,
    ImageOutput,
    Output,
    PageOutput,
    ShareOutput,
    StylesheetOutput,
)
from galeri.model.private import PrivateValue
from galeri.model.problem import GaleriError, Place, Problem
from galeri.model.theme import Theme
from galeri.model.views import Placeholder, SiteView
from galeri.publishing.cache import Cache
from galeri.publishing.placeholders import NoPlaceholderError, Placeholders
from galeri.publishing.privacy import Guard

if TYPE_CHECKING:
    from galeri.making.typesetting import Typesetter

BATCH = 32
"""Pages sent to a worker at once: enough that sending costs little, few enough that all finish together."""
FORKED = 8_000 if sys.platform == "linux" else 0
"""The most outputs for which processes are forked. They find everything in place, but copy what they touch: more
would fill the memory. On other systems libraries do not bear a fork. No thread runs here at that time."""
MOST_WORKERS = 61
"""What Windows can wait for at once (`WaitForMultipleObjects`); more processes than that help nowhere."""
_TYPESETTER = "typst"
"""The module that starts threads, once it has set something: a process that was forked then would wait for them."""
SMALL = 150
"""Fewer pages than this are made here sooner than a second process starts."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """All that a worker needs besides the outputs: theme, shared views, private values, folders."""

    root: Path
    theme: Theme
    sites: Mapping[str, SiteView]
    private: tuple[PrivateValue, ...]
    staging: Path
    cache: Path


@dataclass(frozen=True, slots=True)
class Job:
    """Outputs to make together: pages and data in batches, or all derivatives of one photo. With their keys."""

    outputs: tuple[tuple[Output, str], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a job: staged files' names by output path, and problems."""

    staged: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


class UnmakeableError(Exception):
    """An output that can't be made, for a reason that a person can mend."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem to show."""
        super().__init__(problem)
        self.problem = problem


Picture = ImageOutput | ShareOutput


class Worker:
    """Makes jobs in one process."""

    def __init__(self, workshop: Workshop) -> None:
        """Read the theme's templates and interface text."""
        self.shop = workshop
        self.placeholders = Placeholders(workshop.root, workshop.cache.with_name("placeholders"))
        self.renderer = Renderer(
            workshop.theme.folders, workshop.theme.catalogues, workshop.sites, self._placeholder
        )
        self.guard = Guard(workshop.private)
        self.cache = Cache(workshop.cache)
        self.staging = f"{workshop.staging}/"

    def work(self, job: Job) -> Made:
        """Make every output of a job and stage it."""
        first = job.outputs[0][0]
        return self._pictures(job) if isinstance(first, ImageOutput | ShareOutput) else self._texts(job)

    def _texts(self, job: Job) -> Made:
        staged: list[tuple[str, str]] = []
        problems: list[Problem] = []
        for output, key in job.outputs:
            try:
                data = self._make(output)
            except (TemplateFailedError, UnmakeableError) as error:
                problems.append(error.problem)
                continue
            wrong = self._wrong(output, data)
            if wrong:
                problems.append(wrong)
            else:
                staged.append((output.path, self._stage(key, data)))
        return Made(tuple(staged), tuple(problems))

    def _placeholder(self, asked: Placeholder) -> str:
        try:
            return self.placeholders.address(asked)
        except NoPlaceholderError as error:
            raise TemplateFailedError(error.problem) from error

    def _wrong(self, output: Output, data: bytes) -> Problem | None:
        if isinstance(output, FileOutput) and digest(data) != output.digest:
            return _changed(output.source)
        if isinstance(output, StylesheetOutput):
            for part in output.parts:
                if digest(Path(part.source).read_bytes()) != part.digest:
                    return _changed(part.source)
        return None if isinstance(output, IconOutput) else self.guard.find(data, output.path)

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
            case IconOutput():
                return self._icon(output)
            case ImageOutput() | ShareOutput():
                raise TypeError(output)

    def _pictures(self, job: Job) -> Made:
        """Make what is not kept of one photo, or what has no photo; a photo is read only where it is needed."""
        staged = []
        missing: dict[Picture, str] = {}
        for output, key in job.outputs:
            data = self.cache.get(key)
            if data is None and isinstance(output, ImageOutput | ShareOutput):
                missing[output] = key
            elif data is not None:
                staged.append((output.path, self._stage(key, data)))
        try:
            for output, data in self._drawn(missing):
                self.cache.put(missing[output], data)
                staged.append((output.path, self._stage(missing[output], data)))
        except UnmakeableError as error:
            return Made((), (error.problem,))
        return Made(tuple(staged), ())

    def _drawn(self, outputs: Iterable[Picture]) -> Iterator[tuple[Picture, bytes]]:
        from galeri.making.images import BrokenImageError, make_images  # noqa: PLC0415 - Pillow, only where a photo is to be made

        images = [each for each in outputs if isinstance(each, ImageOutput)]
        shares = [each for each in outputs if isinstance(each, ShareOutput)]
        photo = next((each for each in (*images, *(share.photo for share in shares)) if each), None)
        data = self._photo(photo) if photo else b""
        try:
            if images:
                self.placeholders.keep(data, images)
            yield from make_images(data, images)
            if shares:
                yield from self._shares(data, shares)
        except BrokenImageError as error:
            place = Place(photo.source if photo else "")
            raise UnmakeableError(Problem("broken-photo", place, {"reason": str(error)})) from error

    def _shares(self, data: bytes, outputs: list[ShareOutput]) -> Iterator[tuple[ShareOutput, bytes]]:
        from galeri.making.share_pictures import make_shares  # noqa: PLC0415 - only where one is to be made
        from galeri.making.typesetting import TypesettingError  # noqa: PLC0415

        try:
            yield from make_shares(data, outputs, self.typesetter)
        except TypesettingError as error:
            template = Path(self.shop.theme.typesetting.template)
            values = {"reason": str(error), "page": outputs[0].path}
            place = Place(f"themes/{template.parent.name}/{template.name}", error.line)
            raise UnmakeableError(Problem("template-failed", place, values)) from error

    def _icon(self, output: IconOutput) -> bytes:
        from galeri.making.icons import BrokenIconError, make_icon  # noqa: PLC0415 - only where one is to be made

        data = Path(output.source).read_bytes()
        if digest(data) != output.digest:
            raise UnmakeableError(_changed(output.shown))
        try:
            return make_icon(data, output, self.typesetter)
        except BrokenIconError as error:
            values = {"reason": str(error)}
            raise UnmakeableError(Problem("broken-icon", Place(output.shown), values)) from error

    def _photo(self, output: ImageOutput) -> bytes:
        data = (self.shop.root / output.source).read_bytes()
        if digest(data) != output.digest:
            raise UnmakeableError(_changed(output.source))
        return data

    @cached_property
    def typesetter(self) -> "Typesetter":
        """Load the typesetter and its fonts, which only few builds need."""
        from galeri.making.typesetting import Typesetter  # noqa: PLC0415

        return Typesetter(self.shop.theme.typesetting)

    def _stage(self, key: str, data: bytes) -> str:
        """Put bytes aside under their key, which is unique as every description names its path."""
        with open(self.staging + key, "wb") as file:  # noqa: PTH123 - thousands of files: Path costs
            file.write(data)
        return key


def _changed(source: str) -> Problem:
    """Tell of a file that is not what was planned: under the planned name it would be wrong for ever."""
    return Problem("changed-file", Place(source))


def jobs(outputs: Mapping[str, Output], keys: Mapping[str, str], wanted: Iterable[str]) -> list[Job]:
    """Group the `wanted` outputs: all of one photo together, pictures without one apart, all else in batches."""
    photos: dict[str, list[tuple[Output, str]]] = {}
    texts: list[tuple[Output, str]] = []
    for path in wanted:
        output = outputs[path]
        source = _source(output)
        group = photos.setdefault(source, []) if source else texts
        group.append((output, keys[path]))
    batches = [tuple(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)]
    return [*(Job(tuple(group)) for group in photos.values()), *map(Job, batches)]


def _source(output: Output) -> str:
    """Name what a picture is made of: its photo's digest, or its own path; "" for what is no picture."""
    match output:
        case ImageOutput():
            return output.digest
        case ShareOutput():
            return output.photo.digest if output.photo else output.path
        case _:
            return ""


def run(work: Sequence[Job], workshop: Workshop, workers: int) -> Iterator[tuple[Job, Made]]:
    """Make every job, in any order; the pool is ended whatever happens, so nothing is staged afterwards."""
    workers = min(workers, MOST_WORKERS)
    if workers == 1 or sum(map(_cost, work)) < SMALL:
        worker = Worker(workshop)
        for job in work:
            yield job, worker.work(job)
        return
    few = sum(len(job.outputs) for job in work) <= FORKED
    begin = _forked if few and _TYPESETTER not in sys.modules else _spawned
    pool, submit = begin(work, workshop, workers)
    try:
        with _deaf():
            futures = {submit(index): job for index, job in enumerate(work)}
        for future in as_completed(futures):
            yield futures.pop(future), future.result()
    except BrokenProcessPool:
        message = (
            "a process at work was ended, by a lack of memory perhaps; nothing was published; try --workers 1"
        )
        raise GaleriError(message) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


Submit = Callable[[int], "Future[Made]"]


def _forked(work: Sequence[Job], workshop: Workshop, workers: int) -> tuple[ProcessPoolExecutor, Submit]:
    """Start processes that find the jobs and the compiled templates where they are: nothing is sent or read twice."""
    _start(workshop, work)
    pool = ProcessPoolExecutor(min(workers, len(work)), get_context("fork"), _settle)
    return pool, lambda index: pool.submit(_work_at, index)


def _spawned(work: Sequence[Job], workshop: Workshop, workers: int) -> tuple[ProcessPoolExecutor, Submit]:
    """Start processes from nothing and send them each job."""
    pool = ProcessPoolExecutor(min(workers, len(work)), get_context("spawn"), _start_apart, (workshop,))
    return pool, lambda index: pool.submit(_work, work[index])


def _cost(job: Job) -> int:
    """Weigh a job in pages; a derivative of a photo costs as much as some fifty."""
    return sum(50 if _source(output) else 1 for output, _ in job.outputs)


_worker: Worker
_jobs: Sequence[Job]


def _start(workshop: Workshop, work: Sequence[Job]) -> None:
    global _worker, _jobs
    _worker, _jobs = Worker(workshop), work


def _start_apart(workshop: Workshop) -> None:
    _settle()
    _start(workshop, ())


@contextmanager
def _deaf() -> Iterator[None]:
    """Start processes that never hear Ctrl-C, not even before they have asked not to; the program hears it after."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _settle() -> None:
    """Leave Ctrl-C to the program, which then ends the pool; end with the program, should it be killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_program, daemon=True).start()


def _end_with_the_program() -> None:
    """End this process when the program was killed: nobody would tell it otherwise, and it would wait for ever."""
    program = multiprocessing.parent_process()
    if program is not None:
        program.join()
        os._exit(1)


def _work(job: Job) -> Made:
    return _worker.work(job)


def _work_at(index: int) -> Made:
    return _worker.work(_jobs[index])
