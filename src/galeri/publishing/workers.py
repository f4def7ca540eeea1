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
from multiprocessing import get_context
from pathlib import Path

from galeri.making.data import make_data
from galeri.making.pages import Renderer, TemplateFailedError
from galeri.making.stylesheets import stylesheet
from galeri.model.digests import digest
from galeri.model.outputs import DataOutput, FileOutput, ImageOutput, Output, PageOutput, StylesheetOutput
from galeri.model.private import PrivateValue
from galeri.model.problem import GaleriError, Place, Problem
from galeri.model.theme import Theme
from galeri.model.views import SiteView
from galeri.publishing.cache import Cache
from galeri.publishing.privacy import Guard

BATCH = 32
"""Pages sent to a worker at once: enough that sending costs little, few enough that all finish together."""
FORKED = 8_000 if sys.platform == "linux" else 0
"""The most outputs for which processes are forked. They find everything in place, but copy what they touch: more
would fill the memory. On other systems libraries do not bear a fork. No thread runs here at that time."""
MOST_WORKERS = 61
"""What Windows can wait for at once (`WaitForMultipleObjects`); more processes than that help nowhere."""
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


class Worker:
    """Makes jobs in one process."""

    def __init__(self, workshop: Workshop) -> None:
        """Read the theme's templates and interface text."""
        self.shop = workshop
        self.renderer = Renderer(workshop.theme.folders, workshop.theme.catalogues, workshop.sites)
        self.guard = Guard(workshop.private)
        self.cache = Cache(workshop.cache)
        self.staging = f"{workshop.staging}/"

    def work(self, job: Job) -> Made:
        """Make every output of a job and stage it."""
        first = job.outputs[0][0]
        return self._images(job) if isinstance(first, ImageOutput) else self._texts(job)

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
                staged.append((output.path, self._stage(key, data)))
        return Made(tuple(staged), tuple(problems))

    def _wrong(self, output: Output, data: bytes) -> Problem | None:
        if isinstance(output, FileOutput) and digest(data) != output.digest:
            return _changed(output.source)
        if isinstance(output, StylesheetOutput):
            for part in output.parts:
                if digest(Path(part.source).read_bytes()) != part.digest:
                    return _changed(part.source)
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
        from galeri.making.images import BrokenImageError, make_images  # noqa: PLC0415 - Pillow, only where a photo is to be made

        staged = []
        missing: dict[str, str] = {}
        outputs = {output.path: output for output, _ in job.outputs if isinstance(output, ImageOutput)}
        for output, key in job.outputs:
            data = self.cache.get(key)
            if data is None:
                missing[output.path] = key
            else:
                staged.append((output.path, self._stage(key, data)))
        source = next(iter(outputs.values())).source
        photo = (self.shop.root / source).read_bytes() if missing else b""
        if missing and digest(photo) != outputs[next(iter(missing))].digest:
            return Made((), (_changed(source),))
        try:
            for output, data in make_images(photo, [outputs[path] for path in missing]):
                self.cache.put(missing[output.path], data)
                staged.append((output.path, self._stage(missing[output.path], data)))
        except BrokenImageError as error:
            broken = Problem("broken-photo", Place(source), {"reason": str(error)})
            return Made((), (broken,))
        return Made(tuple(staged), ())

    def _stage(self, key: str, data: bytes) -> str:
        """Put bytes aside under their key, which is unique as every description names its path."""
        with open(self.staging + key, "wb") as file:  # noqa: PTH123 - thousands of files: Path costs
            file.write(data)
        return key


def _changed(source: str) -> Problem:
    """Tell of a file that is not what was planned: under the planned name it would be wrong for ever."""
    return Problem("changed-file", Place(source))


def jobs(outputs: Mapping[str, Output], keys: Mapping[str, str], wanted: Iterable[str]) -> list[Job]:
    """Group the `wanted` outputs: all of one photo together, everything else in batches."""
    photos: dict[str, list[tuple[Output, str]]] = {}
    texts: list[tuple[Output, str]] = []
    for path in wanted:
        output = outputs[path]
        group = photos.setdefault(output.digest, []) if isinstance(output, ImageOutput) else texts
        group.append((output, keys[path]))
    batches = [tuple(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)]
    return [*(Job(tuple(group)) for group in photos.values()), *map(Job, batches)]


def run(work: Sequence[Job], workshop: Workshop, workers: int) -> Iterator[tuple[Job, Made]]:
    """Make every job, in any order; the pool is ended whatever happens, so nothing is staged afterwards."""
    workers = min(workers, MOST_WORKERS)
    if workers == 1 or sum(map(_cost, work)) < SMALL:
        worker = Worker(workshop)
        for job in work:
            yield job, worker.work(job)
        return
    begin = _forked if sum(len(job.outputs) for job in work) <= FORKED else _spawned
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
    return sum(50 if isinstance(output, ImageOutput) else 1 for output, _ in job.outputs)


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
