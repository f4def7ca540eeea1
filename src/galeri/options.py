"""What a person may choose about a build, what is told meanwhile, and how it went."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from galeri.model.problem import GaleriError, Problem

STATE = ".galeri"
"""The folder beside galeri.yaml that holds ledgers and caches; it is never published."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a person may choose about a build; `output` None is `site/` in the gallery, `workers` None all cores.

    For a `release`, images are encoded more slowly, into fewer bytes.
    `cluster` is the address of a dask scheduler, as `tcp://HOST:8786`, on whose workers photos are made.
    """

    gallery: Path
    output: Path | None = None
    workers: int | None = None
    drafts: bool = False
    strict: bool = False
    base_url: str | None = None
    release: bool = False
    cluster: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """How a build went: problems, files made, kept and removed, seconds per stage. `published`: it was not stopped."""

    problems: tuple[Problem, ...]
    published: bool
    made: tuple[str, ...] = ()
    kept: int = 0
    removed: tuple[str, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Telling:
    """How a build tells a person what it does: each stage as it starts, progress, and whom it waits for.

    `waiting` is told the process of another build, `idle` the address of a cluster that has no workers yet.
    """

    stage: Callable[[str], None] = lambda _: None
    progress: Callable[[str, int, int], None] = lambda _kind, _done, _all: None
    waiting: Callable[[str], None] = lambda _: None
    idle: Callable[[str], None] = lambda _: None


SILENT = Telling()
"""Tells nobody anything."""


def refuse_dangerous(gallery: Path, output: Path) -> None:
    """Refuse an output folder in which a site could overwrite or publish the gallery itself; raises GaleriError."""
    if output == gallery or gallery.is_relative_to(output) or _is_source(gallery, output):
        message = (
            "“{path}” can't be the output folder: it holds the gallery itself; choose another with --output"
        )
        raise GaleriError(message, path=str(output))


def refuse_unfit(gallery: Path, folder: Path) -> None:
    """Refuse a folder for prints that is none, or in which they would be part of the gallery; raises GaleriError."""
    if _is_source(gallery, folder):
        message = (
            "“{path}” can't be the output folder: it is part of the gallery; choose another with --output"
        )
        raise GaleriError(message, path=str(folder))
    if folder.exists() and not folder.is_dir():
        message = "“{path}” can't be the output folder: it is a file; choose another with --output"
        raise GaleriError(message, path=str(folder))


def _is_source(gallery: Path, folder: Path) -> bool:
    return any(folder.is_relative_to(gallery / name) for name in ("content", "themes", STATE))
