"""Where a preview listens. It stands apart, so that a browser is opened while all else is still being loaded."""

import re
import socket

from tornado.netutil import bind_sockets

from galeri.model.problem import GaleriError

LOOPBACK = re.compile(r"localhost|127(\.\d+){3}|::1|\[::1\]")
"""The names under which only this computer is reached."""
_TRIED = 100
"""How many ports after one that is taken are tried."""


def listening(host: str, port: int) -> list[socket.socket]:
    """Take a port; raises GaleriError, which names the next free one where it is taken."""
    try:
        return bind_sockets(port, host)
    except (OSError, OverflowError) as error:
        free = next((each for each in range(port + 1, port + _TRIED) if _is_free(host, each)), None)
        if free is None or isinstance(error, socket.gaierror):
            message = "galeri can't be reached at {host}, port {port}: {reason}"
            raise GaleriError(message, host=host, port=str(port), reason=str(error)) from error
        message = "port {port} is taken; {free} is free: galeri serve --port {free}"
        raise GaleriError(message, port=str(port), free=str(free)) from error


def address_of(host: str, port: int) -> str:
    """Give the address at which a browser on this machine reaches a host's port."""
    if host in {"", "0.0.0.0", "::"}:  # noqa: S104 - compared, not bound
        host = "127.0.0.1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _is_free(host: str, port: int) -> bool:
    try:
        for each in bind_sockets(port, host):
            each.close()
    except (OSError, OverflowError):
        return False
    return True
