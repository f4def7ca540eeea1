"""Plan against ledger: what to make, keep and remove. No disk is touched."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from galeri.publishing.ledger import Entry


@dataclass(frozen=True, slots=True)
class Diff:
    """Paths to make, to keep as they are, and to remove, each in the order of its source."""

    make: tuple[str, ...]
    keep: tuple[str, ...]
    remove: tuple[str, ...]


def diff(keys: Mapping[str, str], entries: Mapping[str, Entry], intact: Collection[str]) -> Diff:
    """Compare the keys of a plan with a ledger's entries; `intact` are the files still as they were written."""
    keep = [path for path, key in keys.items() if path in intact and entries[path].key == key]
    kept = set(keep)
    make = [path for path in keys if path not in kept]
    remove = [path for path in entries if path not in keys]
    return Diff(tuple(make), tuple(keep), tuple(remove))
