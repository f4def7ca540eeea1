"""What `.galeri/` holds beside a gallery: how much it is, what nothing uses any more, and its removal."""

import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from galeri.publishing.cache import BOOKS, PICTURES, PLACEHOLDERS, PREVIEWS, Cache
from galeri.publishing.ledger import Ledger, load
from galeri.publishing.lock import locked
from galeri.publishing.measures import NAME, Measures

_STALE = 3600.0
"""Seconds: what is being written for longer belongs to a build that was ended."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a gallery would use as it is now: keys of its plan, placeholders and books, and digests of its photos."""

    keys: frozenset[str]
    photos: frozenset[str]


@dataclass(frozen=True, slots=True)
class Holding:
    """Some files: how many, and their bytes together."""

    files: int
    size: int


@dataclass(frozen=True, slots=True)
class Survey:
    """What `.galeri/` holds: `pictures`, placeholders among them, `books`, and those `unused`, None if unknown.

    `notes` is what was looked up of photos, `left` what builds that were ended left behind.
    """

    folder: Path
    pictures: Holding
    books: Holding
    unused: Holding | None
    notes: Holding
    left: Holding


def survey(state: Path, wanted: Wanted | None) -> Survey:
    """Look at all that is kept in `state`, a gallery's `.galeri/`."""
    pictures = [path for path in _pictures(state) if path.suffix != ".new"]
    books = [path for path in _books(state) if path.suffix != ".new"]
    temporary = [path for path in _kept(state) if path.suffix == ".new"]
    staged = [path for path in (state / "staging").rglob("*") if path.is_file()]
    notes = [path for path in (state / "cache").glob("*") if path.is_file()]
    unused = None if wanted is None else _holding(_unused(state, wanted))
    left = [*temporary, *staged]
    return Survey(state, _holding(pictures), _holding(books), unused, _holding(notes), _holding(left))


def prune(state: Path, wanted: Wanted, default: Path, waiting: Callable[[str], None]) -> None:
    """Remove what neither a ledger nor what is `wanted` uses, ledgers of sites that are gone, and leavings.

    It waits for builds into the known output folders, of which `default` is the ledger of the usual one, and holds
    them off. A build into a new folder may go on: what it finds gone it makes again.
    """
    with ExitStack() as stack:
        for path in sorted({default, *_ledgers(state)}):
            stack.enter_context(locked(path.with_suffix(".lock"), waiting))
            shutil.rmtree(state / "staging" / path.stem, ignore_errors=True)
        for path in [*_unused(state, wanted), *_stale(state), *_of_gone_sites(state)]:
            path.unlink(missing_ok=True)
        notes = state / "cache" / NAME
        if notes.exists():
            Measures(notes).keep(wanted.photos)


def _kept(state: Path) -> Iterator[Path]:
    """List all that is kept by key."""
    yield from _pictures(state)
    yield from _books(state)


def _pictures(state: Path) -> Iterator[Path]:
    for folder in (PICTURES, PLACEHOLDERS, PREVIEWS):
        yield from Cache(state / "cache" / folder).files()


def _books(state: Path) -> Iterator[Path]:
    return (path for path in sorted((state / "cache" / BOOKS).glob("*")) if path.is_file())


def _ledgers(state: Path) -> list[Path]:
    return sorted((state / "ledgers").glob("*.json"))


def _unused(state: Path, wanted: Wanted) -> list[Path]:
    """List what is kept under a key that neither what is wanted names, nor the ledger of a site that is there.

    Ledgers name no placeholders: pages have theirs in them.
    """
    used = set(wanted.keys)
    for ledger in map(load, _ledgers(state)):
        if not _gone(state, ledger):
            used.update(entry.key for entry in ledger.entries.values())
    return [path for path in _kept(state) if path.suffix != ".new" and path.stem not in used]


def _gone(state: Path, ledger: Ledger) -> bool:
    return ledger.output != "" and not (state.parent / ledger.output).is_dir()


def _of_gone_sites(state: Path) -> Iterator[Path]:
    """List ledgers whose site was deleted; a site whose disk is not here now keeps its ledger."""
    for path in _ledgers(state):
        ledger = load(path)
        if _gone(state, ledger) and (state.parent / ledger.output).parent.is_dir():
            yield path


def _stale(state: Path) -> Iterator[Path]:
    """List what was being written when its build was ended."""
    before = time.time() - _STALE
    return (path for path in _kept(state) if path.suffix == ".new" and path.stat().st_mtime < before)


def _holding(paths: Iterable[Path]) -> Holding:
    sizes = [path.stat().st_size for path in paths]
    return Holding(len(sizes), sum(sizes))
