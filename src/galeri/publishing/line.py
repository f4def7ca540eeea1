"""Who goes next, by arithmetic alone: so many jobs at once, and so many pixels, that memory stays level."""

from bisect import bisect_right
from collections.abc import Sequence

ORDINARY = 25_000_000
"""Pixels: what each worker may decode at any time, which is an ordinary photo …"""
LARGE = 100_000_000
"""… and pixels that they share beyond that: one of the largest photos, or several that are larger than most."""
AHEAD = 2
"""Jobs that are given out for each worker: one that it makes, and one that is there when it is done."""


class Line:
    """Jobs that wait for their turn, known by their numbers; the largest for which there is room goes first.

    So small ones pass by where large ones wait for each other, and none is left for the end, when others are idle.
    """

    def __init__(self, pixels: Sequence[int]) -> None:
        """Line up jobs that decode so many pixels each."""
        self._pixels = pixels
        self._waiting = sorted(range(len(pixels)), key=self._of)
        self._out: set[int] = set()
        self._taken = 0

    @property
    def waiting(self) -> bool:
        """Whether any job waits."""
        return bool(self._waiting)

    def take(self, workers: int) -> int | None:
        """Give out a job, or None where so many `workers` have enough; a photo larger than all room goes alone."""
        if not self._waiting or len(self._out) >= AHEAD * workers:
            return None
        free = max(0, LARGE + ORDINARY * workers - self._taken)
        at = bisect_right(self._waiting, free, key=self._of) - 1 if self._out else -1
        if at < 0 and self._out:
            return None
        job = self._waiting.pop(at)
        self._out.add(job)
        self._taken += self._of(job)
        return job

    def done(self, job: int) -> None:
        """Take note that a job that was given out is made."""
        self._out.remove(job)
        self._taken -= self._of(job)

    def _of(self, job: int) -> int:
        return self._pixels[job]
