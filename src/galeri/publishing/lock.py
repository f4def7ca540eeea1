"""One build at a time in an output folder."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from galeri.model.problem import GaleriError

PATIENCE = 60.0
"""Seconds to wait for another build before giving up."""


@contextmanager
def locked(path: Path, tell: Callable[[str], None], patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock at `path`; wait for another build, telling its process id once.

    Raises GaleriError where the other build is not done after `patience` seconds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    holder = path.with_suffix(".holder")
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        tell(_holder(holder))
        try:
            lock.acquire(timeout=patience)
        except Timeout:
            message = "another build (process {pid}) holds this output folder; wait for it, or end it"
            raise GaleriError(message, pid=_holder(holder)) from None
    try:
        holder.write_text(json.dumps({"pid": os.getpid()}))
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _holder(path: Path) -> str:
    try:
        return str(json.loads(path.read_text())["pid"])
    except (OSError, ValueError, KeyError, TypeError):
        return "?"
