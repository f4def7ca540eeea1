"""What is asked of the C library, so that a process that makes pictures stays small."""

import ctypes
import sys

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of <malloc.h>
_LARGE = 20_000_000
"""Bytes: as large as the pixels of a photo, and larger than what is taken and given back all the time."""


def give_back_large_blocks() -> None:
    """Give blocks of _LARGE bytes and more back to the system as soon as they are free, on Linux with glibc.

    By itself glibc raises the size from which it does so to that of every such block that was freed, up to 32 MiB
    (mallopt(3), M_MMAP_THRESHOLD). Then the pixels of photos lie among all else, and holes stay between them.
    """
    if sys.platform == "linux":
        set_option = getattr(ctypes.CDLL(None), "mallopt", None)
        if set_option is not None:
            set_option(_MMAP_THRESHOLD, _LARGE)
