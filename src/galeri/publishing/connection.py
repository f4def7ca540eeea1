"""An address → a client of the dask scheduler there, which keeps quiet."""

import logging
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

from galeri.model.problem import GaleriError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from distributed import Client

CONNECTING = 10.0
"""Seconds in which a scheduler has to answer."""

_ENDING = 1.0
"""Seconds for saying goodbye to it."""
_LOGGERS = ("distributed", "distributed.client", "distributed.gc", "tornado", "tornado.application")
_LARGE = {"distributed.admin.large-graph-warning-threshold": "1 TiB"}


@contextmanager
def connected(address: str) -> "Iterator[Client]":
    """Connect to a scheduler; it drops what was not made yet when the connection ends.

    Raises GaleriError where dask is not installed, or where no scheduler answers.
    """
    try:
        import dask  # noqa: PLC0415 - an extra, and slow to import
        from distributed import Client  # noqa: PLC0415
    except ImportError:
        message = "--cluster needs a package that is not installed: pip install 'galeri[cluster]'"
        raise GaleriError(message) from None
    for name in _LOGGERS:  # what a person can do about it is said here, in a line
        logging.getLogger(name).setLevel(logging.CRITICAL)
    dask.config.set(_LARGE)  # photos are meant to be sent
    try:
        with warnings.catch_warnings(action="ignore"):  # other versions of dask: it tries, and so may we
            client = Client(address, timeout=CONNECTING, set_as_default=False)
    except OSError:
        message = (
            "no scheduler answers at {address}: start one with `dask scheduler`, or build without --cluster"
        )
        raise GaleriError(message, address=address) from None
    try:
        yield client
    finally:
        client.close(timeout=_ENDING)
