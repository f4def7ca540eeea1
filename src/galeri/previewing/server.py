"""The preview as browsers meet it: Tornado serves it, and livereload's script and socket tell them to look again.

livereload's own server is not used: its script stands inline in each page, which the pages' Content-Security-Policy
refuses, and it watches in another way.
"""

import asyncio
import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado.escape import json_decode
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler

from galeri.model.problem import GaleriError, Problem
from galeri.previewing.answers import Answer
from galeri.previewing.showing import Showing
from galeri.previewing.watching import follow

_LOOPBACK = re.compile(r"localhost|127(\.\d+){3}|::1|\[::1\]")
_ANY_HOST = ".*"
_TRIED = 100
"""How many ports after one that is taken are tried."""
_KEPT = 600
"""Seconds for which a browser may keep what bears a digest in its name; longer, and it would meet the real site's."""
_BODY_END = b"</body>"


@dataclass(frozen=True, slots=True)
class Screen:
    """How a preview is told of: as HTML over a page, or instead of one; the stylesheet of that; and to the person.

    `started` is told the address, `wrong` all that is wrong whenever that is something else.
    """

    over: Callable[[Sequence[Problem]], str]
    instead: Callable[[Sequence[Problem]], str]
    style: bytes
    started: Callable[[str], None]
    wrong: Callable[[Sequence[Problem]], None]


@dataclass(frozen=True, slots=True)
class Stage:
    """Which gallery is previewed, and where: drafts too if they are wanted, on a host's port."""

    gallery: Path
    host: str
    port: int
    drafts: bool = False


def serve(stage: Stage, screen: Screen) -> None:
    """Show a gallery until the program is interrupted; raises GaleriError where the port is taken."""
    gallery = stage.gallery.resolve()
    if not (gallery / "galeri.yaml").is_file():
        message = "there is no galeri.yaml in “{folder}”"
        raise GaleriError(message, folder=str(gallery))
    sockets = listening(stage.host, stage.port)
    asyncio.run(_serve(gallery, stage, screen, sockets))


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


async def _serve(gallery: Path, stage: Stage, screen: Screen, sockets: list[socket.socket]) -> None:
    address = f"http://{_reached(stage.host)}:{sockets[0].getsockname()[1]}/"
    stop = Event()
    told: list[tuple[Problem, ...]] = [()]

    def again() -> None:
        if showing.problems != told[0]:
            told[0] = showing.problems
            screen.wrong(showing.problems)
        _Socket.reload_waiters("page.html")

    showing = Showing(gallery, drafts=stage.drafts, base_url=address, again=again)
    server = HTTPServer(_application(showing, screen, loopback=bool(_LOOPBACK.fullmatch(stage.host))))
    server.add_sockets(sockets)
    loop = asyncio.get_running_loop()

    def changed(paths: frozenset[str]) -> None:
        loop.call_soon_threadsafe(showing.changed, paths)

    watching = asyncio.ensure_future(asyncio.to_thread(follow, gallery, changed, stop))
    screen.started(address)
    try:
        await asyncio.gather(showing.follow(), watching)
    finally:
        stop.set()
        server.stop()
        showing.close()


def _application(showing: Showing, screen: Screen, *, loopback: bool) -> Application:
    """Serve all of a preview; on this machine alone, only under the names of this machine.

    So no page from elsewhere can read the preview under a name of its own that leads here (DNS rebinding).
    """
    given = {"showing": showing, "screen": screen}
    application = Application(default_handler_class=_Refused, log_function=lambda _: None)
    hosts = f"({_LOOPBACK.pattern})$" if loopback else _ANY_HOST
    application.add_handlers(
        hosts,
        [
            ("/livereload", _Socket, {"showing": showing}),
            ("/livereload.js", LiveReloadJSHandler),
            ("/galeri-preview.css", _Style, given),
            ("/(.*)", _Page, given),
        ],
    )
    return application


class _Handler(RequestHandler):
    def initialize(self, showing: Showing, screen: Screen) -> None:
        self.showing, self.screen = showing, screen


class _Page(_Handler):
    """Answers with what is planned at a path."""

    async def get(self, path: str) -> None:
        turn = self.showing.turn
        answer = await self.showing.answer(path)
        if answer.to:
            self.redirect(f"/{answer.to}")
            return
        self.set_status(answer.status)
        html = answer.kind.startswith("text/html")
        self.set_header("Content-Type", answer.kind or "text/plain; charset=utf-8")
        self.set_header("Cache-Control", "no-store" if html else f"max-age={_KEPT}")
        if html:
            _Socket.shown[f"/{path}"] = max(turn, 1)
        self.finish(self._live(answer) if html else answer.data)

    head = get

    def _live(self, answer: Answer) -> bytes:
        """Give a page with what is wrong over it, and with the script that loads it again."""
        problems = self.showing.problems
        page = answer.data or self.screen.instead(problems).encode()
        over = self.screen.over(problems) if problems and answer.data else ""
        port = urlsplit(f"//{self.request.host}").port or 80
        more = f'{over}<script src="/livereload.js?port={port}"></script>'.encode()
        at = page.rfind(_BODY_END)
        return page[:at] + more + page[at:] if at >= 0 else page + more


class _Style(_Handler):
    def get(self) -> None:
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.finish(self.screen.style)


class _Refused(RequestHandler):
    """Answers whoever calls this machine by a foreign name."""

    def prepare(self) -> None:
        self.set_status(403)
        self.finish("This preview answers only under the name of its own computer.\n")


class _Socket(LiveReloadHandler):  # type: ignore[misc] # livereload ships no types
    """Tells the browsers that are connected to load their pages again."""

    watcher = Watcher()
    shown: ClassVar[dict[str, int]] = {}

    def initialize(self, showing: Showing) -> None:
        self.showing = showing

    def check_origin(self, origin: str) -> bool:
        """Hear pages of this very preview only."""
        return WebSocketHandler.check_origin(self, origin)

    def on_message(self, message: str | bytes) -> None:
        """Welcome a page; it is told to load again at once where something changed while it was loaded."""
        try:
            super().on_message(message)
            said = json_decode(message)
            path = unquote(urlsplit(said["url"]).path) if said.get("command") == "info" else ""
        except (ValueError, KeyError, AttributeError, TypeError):
            self.close()
            return
        if path and self.shown.get(path, self.showing.turn) != self.showing.turn:
            self.send_message({"command": "reload", "path": "page.html"})


def _is_free(host: str, port: int) -> bool:
    try:
        for each in bind_sockets(port, host):
            each.close()
    except (OSError, OverflowError):
        return False
    return True


def _reached(host: str) -> str:
    """Give the name under which a browser on this machine reaches a host."""
    if host in {"", "0.0.0.0", "::"}:  # noqa: S104 - compared, not bound
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
