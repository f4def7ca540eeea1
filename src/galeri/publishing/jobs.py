"""Outputs → jobs: what is made together, and what becomes of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from galeri.model.outputs import BookOutput, ImageOutput, Output, ShareOutput
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
    """Outputs to make together, with their keys: pages and data in batches, pictures by photo, a book alone."""

    outputs: tuple[tuple[Output, str], ...]

    @property
    def of_a_photo(self) -> bool:
        """Whether these are derivatives of a photo."""
        return isinstance(self.outputs[0][0], ImageOutput)

    @property
    def of_a_book(self) -> bool:
        """Whether this is a book."""
        return isinstance(self.outputs[0][0], BookOutput)

    @property
    def of_pictures(self) -> bool:
        """Whether these are pictures of any kind, or a book, each of which costs far more than a page."""
        return isinstance(self.outputs[0][0], ImageOutput | ShareOutput | BookOutput)

    @property
    def pixels(self) -> int:
        """How many pixels are decoded."""
        photo = photo_of(self.outputs[0][0])
        return photo.pixels if photo else 0


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a job: staged files' names by output path, and problems."""

    staged: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def jobs(outputs: Mapping[str, Output], keys: Mapping[str, str], wanted: Iterable[str]) -> list[Job]:
    """Group the `wanted` outputs: a book alone, pictures of one kind and photo together, all else in batches."""
    pictures: dict[tuple[type[Output], str], list[tuple[Output, str]]] = {}
    books: list[Job] = []
    texts: list[tuple[Output, str]] = []
    for path in wanted:
        output = outputs[path]
        if isinstance(output, BookOutput):
            books.append(Job(((output, keys[path]),)))
            continue
        if isinstance(output, ImageOutput | ShareOutput):
            photo = photo_of(output)
            group = pictures.setdefault((type(output), photo.digest if photo else path), [])
        else:
            group = texts
        group.append((output, keys[path]))
    batches = [tuple(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)]
    return [*books, *(Job(tuple(group)) for group in pictures.values()), *map(Job, batches)]


def photo_of(output: Output) -> ImageOutput | None:
    """Say what of which photo is shown, if any is."""
    if isinstance(output, ShareOutput):
        return output.photo
    return output if isinstance(output, ImageOutput) else None


def changed(source: str) -> Problem:
    """Tell of a file that is not what was planned: under the planned name it would be wrong for ever."""
    return Problem("changed-file", Place(source))
