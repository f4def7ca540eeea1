"""The index of the site's search: made of the staged pages and those that are kept, before anything is put in place."""

import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from galeri.model.digests import digest
from galeri.model.outputs import Plan, SearchIndex
from galeri.model.problem import Problem
from galeri.publishing.jobs import Workshop
from galeri.publishing.ledger import Ledger
from galeri.publishing.privacy import Guard

ENTRY = "pagefind-entry.json"
"""Names the index's other files; a browser asks for it first."""
Indexed = dict[str, tuple[str, str]]
"""The index's files by path: the key of each, and its name among the staged files."""


def current(planned: Plan, ledger: Ledger, intact: Collection[str]) -> dict[str, str] | None:
    """Give the keys of the published index's files by path, {} where nothing is searched; None if it must be made anew.

    A file of the index has the digest of its bytes as its key, so that one that stays the same is not written again;
    its entry file has that of all that the index was made from and consists of.
    """
    search = planned.search
    if search is None:
        return {}
    found = {
        path: entry.key
        for path, entry in ledger.entries.items()
        if path.startswith(f"{search.folder}/") and path not in planned.keys
    }
    entry = found.get(f"{search.folder}/{ENTRY}")
    right = entry == _key(search, found) and all(path in intact for path in found)
    return found if right else None


def index_pages(
    search: SearchIndex, staged: Mapping[str, str], workshop: Workshop, output: Path
) -> tuple[Indexed, tuple[Problem, ...]]:
    """Index the pages, each where it is staged, or else as it was published; the index's files are staged.

    The first private value in it is a problem. Raises GaleriError where no index can be made.
    """
    from galeri.making.search_index import readable, search_index  # noqa: PLC0415 - only where an index is made

    staging, pages = workshop.staging, workshop.staging / "pages"
    for path in search.pages:
        _link(staging / staged[path] if path in staged else output / path, pages / path)
    made = {f"{search.folder}/{name}": data for name, data in search_index(pages).items()}
    shutil.rmtree(pages)
    guard = Guard(workshop.private)
    for path, data in made.items():
        if problem := guard.find(readable(data), path):
            return {}, (problem,)
    keys = {path: digest(data) for path, data in made.items()}
    keys[f"{search.folder}/{ENTRY}"] = _key(search, made)
    indexed = {path: (key, f"search.{number}") for number, (path, key) in enumerate(keys.items())}
    for path, (_, name) in indexed.items():
        (staging / name).write_bytes(made[path])
    return indexed, ()


def _key(search: SearchIndex, paths: Iterable[str]) -> str:
    return digest("\0".join((search.key, *sorted(paths))).encode("utf-8", "surrogateescape"))


def _link(source: Path, target: Path) -> None:
    """Show a file under another name, as a copy where a disk has no links or it is another one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
