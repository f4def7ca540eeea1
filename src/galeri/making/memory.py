"""What is asked of glibc, so that a process that makes pictures or books stays small; elsewhere nothing is."""

import ctypes
import sys

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of <malloc.h>
_LARGE = 20_000_000
"""Bytes: as large as the pixels of a photo, and larger than what is taken and given back all the time."""


def give_back_large_blocks() -> None:
    """Give blocks of _LARGE bytes and more back to the system as soon as they are free.

    By itself glibc raises the size from which it does so to that of every such block that was freed, up to 32 MiB
    (mallopt(3), M_MMAP_THRESHOLD). Then the pixels of photos lie among all else, and holes stay between them.
    """
    _ask("mallopt", _MMAP_THRESHOLD, _LARGE)


def give_back_what_is_free() -> None:
    """Give all memory that is free back to the system: glibc keeps it for threads that do not come again."""
    _ask("malloc_trim", 0)


def _ask(name: str, *values: int) -> None:
    function = getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
    if function is not None:
        function(*values)
