"""Photos → derivatives on other machines: a dask scheduler hands them to its workers, and no file is shared.

Pages are made here: they need the theme and are searched for private values, which never leave this computer.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from galeri.model.outputs import ImageOutput
from galeri.model.problem import GaleriError
from galeri.publishing import pool
from galeri.publishing.connection import connected
from galeri.publishing.derivatives import Begun, Derivatives, broken
from galeri.publishing.elsewhere import Answer, make, versions
from galeri.publishing.jobs import Job, Made, Workshop, photo_of
from galeri.publishing.line import Line

if TYPE_CHECKING:
    from distributed import Client, Future

PATIENCE = 30.0
"""Seconds to wait for a worker where none is connected."""
UNDER_WAY = 256 * 1024 * 1024
"""Bytes of photos at the scheduler and its workers above which no other is sent: so their memory stays level."""

_TICK = 1.0
"""Seconds after which the workers are counted again where nothing comes back."""


def run(
    work: Sequence[Job], workshop: Workshop, workers: int, address: str, tell: Callable[[str], None]
) -> Iterator[tuple[Job, Made]]:
    """Make every job, photos on the workers of the scheduler at `address`, all else in processes here; a Run.

    `tell` is told the address where there is no worker yet.
    """
    photos = [job for job in work if job.of_a_photo]
    if not photos:
        yield from pool.run(work, workshop, workers)
        return
    with connected(address) as client:
        cluster = _Cluster(client, address, tell)
        cluster.check()
        texts = [job for job in work if not job.of_a_photo]
        yield from pool.run(texts, workshop, workers, threads=True)
        yield from cluster.make(photos, Derivatives(workshop))


@dataclass(frozen=True, slots=True)
class _Sent:
    """A photo under way: its job's number, what was begun, and its future, which dask drops where nobody holds it."""

    index: int
    begun: Begun
    future: "Future[Answer]"


class _Cluster:
    """The workers of a scheduler, as many as there are at any time."""

    def __init__(self, client: "Client", address: str, tell: Callable[[str], None]) -> None:
        self._client = client
        self._address = address
        self._tell = tell
        self._versions = versions()
        self._sent: dict[object, _Sent] = {}
        self._done: SimpleQueue[Future[Answer]] = SimpleQueue()
        self._seen = time.monotonic()
        self._told = False

    def check(self) -> None:
        """Refuse workers on which anything that makes pictures is of another version: names and caches would lie."""
        while not self._threads():
            time.sleep(_TICK / 4)
        with self._reached():
            answers = self._client.run(versions, on_error="return")
        for worker, answer in answers.items():
            if answer != self._versions and not isinstance(answer, OSError):  # one that has just gone
                message = (
                    "worker {worker} has {theirs}, this computer {ours}; install the same versions on both"
                )
                theirs = answer if isinstance(answer, str) else f"“{answer}”"
                raise GaleriError(message, worker=worker, theirs=theirs, ours=self._versions)

    def make(self, work: Sequence[Job], derivatives: Derivatives) -> Iterator[tuple[Job, Made]]:
        """Send photos as there is room for them; keep what comes back."""
        line = Line([job.pixels for job in work])
        self._seen = time.monotonic()  # nobody was looked for while pages were made
        while line.waiting or self._sent:
            threads = self._threads()
            while self._weight() < UNDER_WAY and (index := line.take(threads)) is not None:
                begun = derivatives.begin(work[index])
                if begun.missing:
                    self._send(index, begun)
                else:
                    line.done(index)
                    yield work[index], derivatives.end(begun, ())
            for index, begun, answer in self._back():
                line.done(index)
                yield work[index], _made(derivatives, begun, answer)

    def _threads(self) -> int:
        """Count the workers' threads; raise GaleriError where there were none for too long."""
        with self._reached():
            count: int = sum(self._client.nthreads().values())
        now = time.monotonic()
        if count:
            self._seen, self._told = now, False
        elif now - self._seen > PATIENCE:
            message = "no worker came to {address}: start some with `dask worker {address}`"
            raise GaleriError(message, address=self._address)
        elif now - self._seen > _TICK and not self._told:
            self._tell(self._address)
            self._told = True
        return count

    def _weight(self) -> int:
        return sum(len(sent.begun.photo) for sent in self._sent.values())

    def _send(self, index: int, begun: Begun) -> None:
        outputs = [output for output, _ in begun.missing if isinstance(output, ImageOutput)]
        future = self._client.submit(make, begun.photo, outputs, self._versions, pure=False)
        self._sent[future.key] = _Sent(index, begun, future)
        future.add_done_callback(self._done.put)

    def _back(self) -> Iterator[tuple[int, Begun, Answer]]:
        """Give what has come back; nothing where a tick went by without."""
        try:
            future = self._done.get(timeout=_TICK)
        except Empty:
            return
        sent = self._sent.pop(future.key)
        answer = self._answer(future, sent.begun)
        if answer.differ:  # from a worker that came later
            self.check()
            self._send(sent.index, sent.begun)
        else:
            yield sent.index, sent.begun, answer

    def _answer(self, future: "Future[Answer]", begun: Begun) -> Answer:
        from distributed import CancelledError, KilledWorker  # noqa: PLC0415

        try:
            return future.result()
        except KilledWorker:
            message = "every worker that was given “{path}” died, by a lack of memory perhaps; nothing was published"
            raise GaleriError(message, path=_source(begun)) from None
        except ImportError:  # there is no galeri, or one that does not know this
            self.check()
            raise
        except (CancelledError, OSError):
            raise self._lost() from None

    @contextmanager
    def _reached(self) -> Iterator[None]:
        if self._client.status != "running":
            raise self._lost()
        try:
            yield
        except OSError:
            raise self._lost() from None

    def _lost(self) -> GaleriError:
        message = "the scheduler at {address} went away; nothing was published, and what came back is kept"
        return GaleriError(message, address=self._address)


def _made(derivatives: Derivatives, begun: Begun, answer: Answer) -> Made:
    if answer.broken:
        return broken(begun, answer.broken)
    outputs = [output for output, _ in begun.missing]
    return derivatives.end(begun, zip(outputs, answer.pictures, strict=True))


def _source(begun: Begun) -> str:
    photo = photo_of(begun.missing[0][0])
    return photo.source if photo else ""
