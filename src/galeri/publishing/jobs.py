"""Outputs → jobs: what is made together, and what becomes of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from galeri.model.outputs import ImageOutput, Output
from galeri.model.private import PrivateValue
from galeri.model.problem import Place, Problem
from galeri.model.theme import Theme
from galeri.model.views import SiteView

BATCH = 32
"""Pages sent to a worker at once: enough that sending costs little, few enough that all finish together."""


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

    @property
    def of_a_photo(self) -> bool:
        """Whether these are derivatives of a photo."""
        return isinstance(self.outputs[0][0], ImageOutput)

    @property
    def pixels(self) -> int:
        """How many pixels are decoded."""
        first = self.outputs[0][0]
        return first.pixels if isinstance(first, ImageOutput) else 0


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a job: staged files' names by output path, and problems."""

    staged: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


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


def changed(source: str) -> Problem:
    """Tell of a file that is not what was planned: under the planned name it would be wrong for ever."""
    return Problem("changed-file", Place(source))
