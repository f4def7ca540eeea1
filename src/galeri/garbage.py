"""The search for garbage, which costs a fifth of what fills memory to the end and finds nothing there."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Spare it while modules are loaded, or a gallery is read and built: both are held to the end."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
