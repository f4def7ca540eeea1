"""The preview as browsers meet it: Tornado serves it, and livereload's script and socket tell them to look again.

livereload's own server is not used: its script stands inline in each page, which the pages' Content-Security-Policy
refuses, and it watches in another way.
"""

import asyncio
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
from tornado.web import Application, HTTPError, RequestHandler, StaticFileHandler
from tornado.websocket import WebSocketHandler

from galeri.model.problem import Problem
from galeri.previewing.answers import Answer
from galeri.previewing.ports import LOOPBACK
from galeri.previewing.showing import Showing, Sight
from galeri.previewing.watching import follow

_ANY_HOST = ".*"
_KEPT = 600
"""Seconds for which a browser may keep what bears a digest in its name; longer, and it would meet the real site's."""
_BODY_END = b"</body>"


@dataclass(frozen=True, slots=True)
class Screen:
    """How what is wrong is told: as HTML over a page, or instead of one, beside one (warnings); its stylesheet.

    `wrong` is told all that is wrong whenever that is something else.
    """

    over: Callable[[Sequence[Problem]], str]
    instead: Callable[[Sequence[Problem]], str]
    beside: Callable[[Sequence[Problem]], str]
    style: bytes
    wrong: Callable[[Sequence[Problem]], None]


@dataclass(frozen=True, slots=True)
class Stage:
    """Which gallery is previewed, under which address; with drafts or without; for this computer alone or for all."""

    gallery: Path
    address: str
    drafts: bool
    loopback: bool


def serve(stage: Stage, screen: Screen, sockets: list[socket.socket]) -> None:
    """Show a gallery to whoever asks at the sockets, until the program is interrupted."""
    asyncio.run(_serve(stage, screen, sockets))


async def _serve(stage: Stage, screen: Screen, sockets: list[socket.socket]) -> None:
    stop = Event()
    told: list[tuple[Problem, ...]] = [()]

    def again() -> None:
        if showing.problems != told[0]:
            told[0] = showing.problems
            screen.wrong(showing.problems)
        _Socket.reload_waiters("page.html")

    showing = Showing(stage.gallery, drafts=stage.drafts, base_url=stage.address, again=again)
    server = HTTPServer(_application(showing, screen, loopback=stage.loopback))
    server.add_sockets(sockets)
    loop = asyncio.get_running_loop()

    def changed(paths: frozenset[str]) -> None:
        loop.call_soon_threadsafe(showing.changed, paths)

    watching = asyncio.ensure_future(asyncio.to_thread(follow, stage.gallery, changed, stop))
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
    hosts = f"({LOOPBACK.pattern})$" if loopback else _ANY_HOST
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


class _Page(StaticFileHandler):
    """Answers with what is planned at a path; a file as much of it as a browser asks for (RFC 9110, section 14)."""

    def initialize(self, showing: Showing, screen: Screen) -> None:  # type: ignore[override] # no folder is served
        self.showing, self.screen = showing, screen
        super().initialize("")

    async def get(self, path: str, include_body: bool = True) -> None:  # noqa: FBT001, FBT002 - Tornado's own
        answer = await self.showing.answer(path)
        if answer.to:
            self.redirect(f"/{answer.to}")
            return
        if answer.file:
            await super().get(str(answer.file), include_body)
            return
        self.set_status(answer.status)
        html = answer.kind.startswith("text/html")
        self.set_header("Content-Type", answer.kind or "text/plain; charset=utf-8")
        self.set_header("Cache-Control", "no-store" if html else f"max-age={_KEPT}")
        if html:
            _Socket.shown[f"/{path}"] = self.showing.sight(answer)
        self.finish(self._live(answer) if html else answer.data)

    async def head(self, path: str) -> None:
        await self.get(path, include_body=False)

    @classmethod
    def get_absolute_path(cls, _root: str, path: str) -> str:
        """Give the path of a file, which is known already."""
        return path

    def validate_absolute_path(self, _root: str, absolute_path: str) -> str:
        """Answer with a film wherever it is: whoever planned it knew that it is the gallery's."""
        if not Path(absolute_path).is_file():
            raise HTTPError(404)
        return absolute_path

    def compute_etag(self) -> None:
        """Give none: to read all of a film for one would be slow, and its name bears what it needs."""

    def _live(self, answer: Answer) -> bytes:
        """Give a page with what is wrong over it, and with the script that loads it again."""
        problems = self.showing.problems
        page = answer.data or self.screen.instead(problems).encode()
        over = self.screen.over(problems) if problems and answer.data else ""
        if not problems and self.showing.warnings:
            over = self.screen.beside(self.showing.warnings)
        port = urlsplit(f"//{self.request.host}").port or 80
        more = f'{over}<script src="/livereload.js?port={port}"></script>'.encode()
        at = page.rfind(_BODY_END)
        return page[:at] + more + page[at:] if at >= 0 else page + more


class _Style(RequestHandler):
    def initialize(self, showing: Showing, screen: Screen) -> None:
        self.showing, self.screen = showing, screen

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
    shown: ClassVar[dict[str, Sight]] = {}

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
        if self.shown.get(path, self.showing.sight()) != self.showing.sight():
            self.send_message({"command": "reload", "path": "page.html"})
