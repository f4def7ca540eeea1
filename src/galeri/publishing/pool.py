"""Jobs → staged files, here or in a pool of processes, with no more photos at once than memory bears."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

from galeri.model.problem import GaleriError
from galeri.publishing.jobs import Job, Made, Workshop
from galeri.publishing.line import Line, by_and_by
from galeri.publishing.workers import Worker

FORKED = 8_000 if sys.platform == "linux" else 0
"""The most outputs for which processes are forked. They find everything in place, but copy what they touch: more
would fill the memory. On other systems libraries do not bear a fork, and nowhere do threads."""
MOST_WORKERS = 61
"""What Windows can wait for at once (`WaitForMultipleObjects`); more processes than that help nowhere."""
_TYPESETTER = "typst"
"""The module that starts threads, once it has set something: a process that was forked then would wait for them."""
SMALL = 150
"""Fewer pages than this are made here sooner than a second process starts."""

Run = Callable[[Sequence[Job], Workshop], Iterator[tuple[Job, Made]]]
"""Makes every job, in any order, and ends whatever happens, so that nothing is staged afterwards.

Raises GaleriError where that which makes them breaks down.
"""


def run(
    work: Sequence[Job], workshop: Workshop, workers: int, *, threads: bool = False
) -> Iterator[tuple[Job, Made]]:
    """Make every job, in so many processes as there are `workers`; a Run. `threads`: some are at work here."""
    workers = min(workers, MOST_WORKERS)
    if workers == 1 or sum(map(_cost, work)) < SMALL:
        worker = Worker(workshop)
        for job in work:
            yield job, worker.work(job)
        return
    forks = not (threads or _TYPESETTER in sys.modules) and sum(len(job.outputs) for job in work) <= FORKED
    pool, submit = (_forked if forks else _spawned)(work, workshop, workers)
    try:
        for index, future in by_and_by(submit, Line([job.pixels for job in work]), workers):
            yield work[index], future.result()
    except BrokenProcessPool:
        message = (
            "a process at work was ended, by a lack of memory perhaps; nothing was published; try --workers 1"
        )
        raise GaleriError(message) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_Started = tuple[ProcessPoolExecutor, Callable[[int], "Future[Made]"]]


def _forked(work: Sequence[Job], workshop: Workshop, workers: int) -> _Started:
    """Start processes that find the jobs and the compiled templates where they are: nothing is sent or read twice."""
    _start(workshop, work)
    pool = ProcessPoolExecutor(min(workers, len(work)), get_context("fork"), _settle)
    return pool, lambda index: _submitted(pool, _work_at, index)


def _spawned(work: Sequence[Job], workshop: Workshop, workers: int) -> _Started:
    """Start processes from nothing and send them each job."""
    pool = ProcessPoolExecutor(min(workers, len(work)), get_context("spawn"), _start_apart, (workshop,))
    return pool, lambda index: _submitted(pool, _work, work[index])


def _submitted(pool: ProcessPoolExecutor, work: Callable[[Any], Made], what: object) -> "Future[Made]":
    """Hand over a job; a process may be started for it."""
    with _deaf():
        return pool.submit(work, what)


def _cost(job: Job) -> int:
    """Weigh a job in pages: a picture is some fifty, a book so many that others make it: Typst forbids forks."""
    if job.of_a_book:
        return SMALL
    return len(job.outputs) * (50 if job.of_pictures else 1)


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
