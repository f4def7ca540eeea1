"""What a build made: how many pages of each kind, and which files it wrote without need."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

RECORD = re.compile(r"\b([a-z]+)-\d{5}\b")  # the id of a generated record: its kind and its number
HOMES = frozenset({"index.html", "en/index.html"})


@dataclass(frozen=True, slots=True)
class Trace:
    """A file as a build left it: when it was written in nanoseconds, its inode, its bytes' digest."""

    written: int
    inode: int
    digest: bytes


def kind(path: str) -> str:
    """Return what a page is by its path inside a site, whatever the words for it in the address."""
    if found := RECORD.search(path):
        return found[1]
    if path.startswith("404") or "/404" in path:
        return "404"
    return "home" if path in HOMES else "index"


def pages(site: Path) -> Counter[str]:
    """Count the HTML pages of a site by kind."""
    return Counter(kind(path.relative_to(site).as_posix()) for path in site.rglob("*.html"))


def trace(path: Path) -> Trace:
    """Return the trace of one file."""
    status = path.stat()
    return Trace(status.st_mtime_ns, status.st_ino, blake2b(path.read_bytes()).digest())


def traces(site: Path) -> dict[str, Trace]:
    """Return the trace of every file of a site by its path inside."""
    files = (Path(folder, name) for folder, _, names in os.walk(site) for name in names)
    return {path.relative_to(site).as_posix(): trace(path) for path in files}


def written(before: Mapping[str, Trace], after: Mapping[str, Trace]) -> list[str]:
    """Return the paths of the files that are new or were written again."""
    return sorted(path for path, now in after.items() if before.get(path) != now)


def same(before: Mapping[str, Trace], after: Mapping[str, Trace], path: str) -> bool:
    """Return whether a file holds the bytes it held before."""
    return path in before and before[path].digest == after[path].digest


def lacks(site: Path, path: str, sentence: str) -> bool:
    """Return whether a file is a page without the sentence."""
    return path.endswith(".html") and sentence not in (site / path).read_text(encoding="utf-8")


def needless(site: Path, before: Mapping[str, Trace], after: Mapping[str, Trace], sentence: str) -> list[str]:
    """Return the files written though their bytes are the same, or though they don't show the sentence."""
    paths = written(before, after)
    return [path for path in paths if same(before, after, path) or lacks(site, path, sentence)]
