"""All that a build is made from → one digest, by names, sizes and times alone: nothing is opened."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

Stamped = tuple[str, int, int, int]
"""A file: its path, its size in bytes, when it was modified and when its entry changed, in ns."""

SETTLED = 2_000_000_000
"""Nanoseconds: a file that changed this shortly before it was looked at may change again within its time stamp,
as disks of the FAT family count in steps of two seconds."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """A digest of the inputs, and the time (ns) at which the newest of them changed."""

    digest: str
    newest: int

    def settled(self, looked: int) -> bool:
        """Whether these inputs, looked at at the time `looked` (ns), can't have changed since under the same digest."""
        return self.newest < looked - SETTLED


def inputs(options: str, files: Iterable[Stamped]) -> Inputs:
    """Digest the options of a build and the files that it reads."""
    digest = hashlib.blake2b(options.encode(), digest_size=16)
    newest = 0
    for path, size, modified, changed in files:
        digest.update(f"\0{path}\0{size}\0{modified}\0{changed}".encode("utf-8", "surrogateescape"))
        newest = max(newest, modified, changed)
    return Inputs(digest.hexdigest(), newest)
