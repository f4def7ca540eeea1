"""Web addresses → whether their hosts answer. The one place where the program asks other hosts for anything."""

import urllib.error
import urllib.request
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus

from galeri import __version__

PATIENCE = 15.0
"""Seconds to wait for a host, which may be far away."""
_AT_ONCE = 8
_REFUSED_HEAD = {
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.METHOD_NOT_ALLOWED,
    HTTPStatus.NOT_IMPLEMENTED,
}
"""What hosts say that do not like to be asked for a page's head alone."""


def ask(addresses: Iterable[str], patience: float = PATIENCE) -> dict[str, str]:
    """Ask for each address, several at once: an empty text where it answers, else what is wrong with it."""
    wanted = list(dict.fromkeys(addresses))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return dict(zip(wanted, pool.map(lambda address: _answer(address, patience), wanted), strict=True))


def _answer(address: str, patience: float) -> str:
    status = _status(address, "HEAD", patience)
    if status in _REFUSED_HEAD:
        status = _status(address, "GET", patience)
    if isinstance(status, str):
        return status
    return "" if status < HTTPStatus.BAD_REQUEST else f"HTTP {status:d}"


def _status(address: str, method: str, patience: float) -> int | str:
    headers = {"User-Agent": f"galeri/{__version__} (link check)"}
    try:
        request = urllib.request.Request(address, method=method, headers=headers)  # noqa: S310 - http(s) alone is found
        with urllib.request.urlopen(request, timeout=patience) as answer:  # noqa: S310
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except urllib.error.URLError as error:
        return str(error.reason)
    except (OSError, ValueError) as error:  # a host that breaks off, an address that is none
        return str(error)
