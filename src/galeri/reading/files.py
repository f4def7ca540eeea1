"""The gallery's folder → the files in it, without opening any."""

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from galeri.model.problem import Place, Problem

IGNORED = frozenset({"thumbs.db", "desktop.ini", "icon\r"})
_PLAIN = re.compile(r"(?!con|prn|aux|nul|com\d|lpt\d)[a-z0-9][a-z0-9-]{0,60}(\.[a-z0-9]{1,8})?")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\udc80-\udcff]')
_ID = re.compile(r"[\w][\w.-]*")
_MAX_NAME = 120
"""Bytes: leaves room for folders and digests within the 255 of a file system and the 260 of Windows paths."""


@dataclass(frozen=True, slots=True)
class File:
    """A file: its path relative to the gallery's folder, with `/`, and what tells that it has changed."""

    path: str
    size: int
    modified: int
    changed: int

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Listing:
    """Files of a folder and the folders below it, in the order of their paths, and what is wrong with them."""

    files: tuple[File, ...]
    problems: tuple[Problem, ...] = ()


def scan(root: Path, folder: str) -> Listing:
    """List the files below `root/folder`; links that leave `root` and files nobody wrote are left out."""
    problems: list[Problem] = []
    base = os.path.realpath(root)
    found = sorted(_walk(base, folder, problems), key=lambda file: file.path)
    return Listing(tuple(found), tuple(problems))


def file_at(root: Path, path: str) -> File | None:
    """Look up one file by its path, or None where there is none."""
    try:
        status = (root / path).stat()
    except OSError:
        return None
    return _file(path, status) if stat.S_ISREG(status.st_mode) else None


def portable(name: str) -> str | None:
    """Give a name near `name` that every disk can hold, or None where `name` is one already."""
    if _PLAIN.fullmatch(name):
        return None
    ends = name != name.strip() or name.endswith(".")
    if not (
        _FORBIDDEN.search(name) or _RESERVED.fullmatch(name) or ends or len(os.fsencode(name)) > _MAX_NAME
    ):
        return None
    stem, dot, suffix = name.strip(" .").rpartition(".")
    return slug(stem or suffix) + (dot + slug(suffix) if stem else "")


def usable_id(name: str) -> str | None:
    """Give an id near `name` that can be an address, or None where `name` is one already."""
    if _ID.fullmatch(name) and not portable(name) and not name.casefold().endswith(".html"):
        return None
    return slug(name)


def slug(text: str) -> str:
    """Write `text` with small letters, digits and hyphens only; `x` where nothing is left."""
    plain = unicodedata.normalize("NFC", text).lower()
    made = re.sub(r"[\W_]+", "-", plain).encode()[:60].decode(errors="ignore").strip("-") or "x"
    return f"{made}-1" if _RESERVED.fullmatch(made) else made


def same_address(name: str) -> str:
    """Fold a name so that two are equal if a disk or a web server may take one for the other."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _walk(base: str, folder: str, problems: list[Problem]) -> Iterator[File]:
    try:
        entries = list(os.scandir(f"{base}/{folder}"))
    except FileNotFoundError:
        return
    except OSError as error:
        problems.append(Problem("unreadable-file", Place(folder), {"reason": error.strerror or str(error)}))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.name.startswith(".") or entry.name.endswith("~") or entry.name.lower() in IGNORED:
            continue
        if entry.is_symlink() and not _inside(base, entry.path):
            problems.append(Problem("outside-gallery", Place(path)))
        elif better := portable(entry.name):
            problems.append(Problem("unportable-name", Place(path), {"name": entry.name, "guess": better}))
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(base, path, problems)
        else:
            try:
                status = entry.stat()
            except OSError as error:  # a link in a circle, or to nothing
                problems.append(
                    Problem("unreadable-file", Place(path), {"reason": error.strerror or str(error)})
                )
                continue
            if stat.S_ISREG(status.st_mode):
                yield _file(path, status)
            else:
                problems.append(
                    Problem("unreadable-file", Place(path), {"reason": os.strerror(errno.EISDIR)})
                )


def _inside(base: str, path: str) -> bool:
    return os.path.realpath(path).startswith(base + os.sep)


def _file(path: str, status: os.stat_result) -> File:
    return File(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
