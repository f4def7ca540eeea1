"""The ledger: which key each file of an output folder was made from, and how it looked when it was written."""

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

VERSION = 1
_OUTSIDE = re.compile(r"^/|[\\\0]|(^|/)\.\.(/|\Z)|^(\.?/)*[^/]*:|^(\.?/)*\.?\Z")
"""Paths that leave a folder, name none or a drive of Windows, or hold what no path of a site does."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A published file: its key ("" while it is being put there), its size in bytes and its time in ns."""

    key: str
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """Entries by path. `inputs` is a digest of all that the last whole build was made from, "" if none was.

    `problems` are the warnings that this build gave, to be shown again while nothing changes. `output` is the output
    folder, relative to the gallery if it is inside, and "" where an older program did not note it.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    inputs: str = ""
    problems: tuple[Any, ...] = ()
    output: str = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a ledger notes of a whole build: the digest of its inputs, and its warnings as plain values."""

    inputs: str
    problems: tuple[Any, ...]


def ledger_path(state: Path, output: Path) -> Path:
    """Give the ledger's place in `.galeri/`: each output folder has its own, which moves with the gallery it is in."""
    name = hashlib.blake2b(os.fsencode(place_of(state, output)), digest_size=8).hexdigest()
    return state / "ledgers" / f"{name}.json"


def place_of(state: Path, output: Path) -> str:
    """Name an output folder, relative to the gallery whose `.galeri/` is `state` if it is inside."""
    gallery, place = os.path.realpath(state.parent), os.path.realpath(output)
    return os.path.relpath(place, gallery) if place.startswith(gallery + os.sep) else place


def load(path: Path) -> Ledger:
    """Read a ledger; one that is missing or makes no sense is empty: then all is made anew."""
    try:
        data = json.loads(path.read_bytes())
        if data["version"] != VERSION:
            return Ledger()
        entries = {name: Entry(*entry) for name, entry in data["files"].items() if _inside(name)}
        return Ledger(entries, data["inputs"], tuple(data["problems"]), str(data.get("output", "")))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Ledger()


def save(ledger: Ledger, path: Path) -> None:
    """Write a ledger so that a reader finds the old one or the new one, also after the power failed."""
    data = {
        "version": VERSION,
        "inputs": ledger.inputs,
        "problems": ledger.problems,
        "output": ledger.output,
        "files": {name: (each.key, each.size, each.modified) for name, each in ledger.entries.items()},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".new")
    text = json.dumps(data, separators=(",", ":"))  # at once: json.dump writes each value on its own
    with temporary.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def intact(ledger: Ledger, output: Path) -> set[str]:
    """Give the paths of files that are still as they were written."""
    base = str(output)
    return {path for path, entry in ledger.entries.items() if entry.key and _same(f"{base}/{path}", entry)}


def _same(path: str, entry: Entry) -> bool:
    try:
        status = os.lstat(path)
    except OSError:
        return False
    return status.st_size == entry.size and status.st_mtime_ns == entry.modified


def _inside(name: str) -> bool:
    return _OUTSIDE.search(name) is None
