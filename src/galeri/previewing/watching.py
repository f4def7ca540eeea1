"""The gallery's folder → a call for each change in it.

livereload's own watcher looks at every file every 0.8 seconds: with thousands of them that is slow to notice and never
at rest. watchfiles is told by the system. Only the few names at the gallery's root, which come and go as a whole, are
looked at five times a second.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event

from watchfiles import watch

from galeri.reading.homes import FONTS, ICONS, theme_homes
from galeri.reading.settings import FILE

_QUIET = 15
"""Milliseconds without a change after which it is told: what is saved in several steps is read once."""
_LONGEST = 300
"""Milliseconds after which a change is told though others still come."""
_LOOK = 200
"""Milliseconds between two looks at the root."""
_FOLDERS = ("content", "themes", FONTS)


def follow(root: Path, changed: Callable[[frozenset[str]], None], stop: Event) -> None:
    """Call `changed` with the paths that changed, relative to `root`, until `stop` is set.

    No path at all says that anything may have changed. That is told once the watch is set up, too, so that nothing
    escapes that was saved after a reading and before it.
    """
    while not stop.is_set():
        before, is_set_up = _root(root), False
        for paths in _changes(_watched(root), root, stop):
            if not is_set_up:
                changed(frozenset())
            elif paths:
                changed(paths)
            is_set_up = True
            if _root(root) != before:
                changed(frozenset())
                break


def _changes(folders: Iterable[Path], root: Path, stop: Event) -> Iterator[frozenset[str]]:
    """Give what changes below the folders, and nothing where nothing did for a while."""
    noticed = watch(
        *folders,
        watch_filter=None,
        debounce=_LONGEST,
        step=_QUIET,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
        stop_event=stop,
        ignore_permission_denied=True,
    )
    for changes in noticed:
        yield frozenset(os.path.relpath(path, root).replace(os.sep, "/") for _, path in changes)


def _watched(root: Path) -> list[Path]:
    own = [root / name for name in _FOLDERS if (root / name).is_dir()]
    return [*own, *(home for home in theme_homes(root) if home not in own)]


def _root(root: Path) -> list[tuple[int, int, int] | None]:
    """Stamp the files at the root, and say which folders these are, also after one was put in another's place."""
    return [
        *map(_stamp, (root / name for name in (FILE, *ICONS))),
        *(_which(root / each) for each in _FOLDERS),
    ]


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino


def _which(path: Path) -> tuple[int, int, int] | None:
    stamp = _stamp(path)
    return (0, 0, stamp[2]) if stamp else None
