"""Visits of a browser to a site that is served under a path, as a project's pages often are."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

SUB = "/kriya/"
"""Where the site lies on its host."""
SIZES = {"phone": (390, 844), "tablet": (820, 1180), "desktop": (1280, 900)}
"""CSS pixels."""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def chromium() -> str:
    """Find the machine's Chromium, or fail: tests that were skipped would prove nothing."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    assert found, (
        "the browser tests need Chromium: `make system` installs it, or your system's package manager"
    )
    return found


ARGUMENTS = ("--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost")
"""How Chromium is started: it finds no other host. To stop each request and look at it would take far longer."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder below SUB; give the address of its first page."""

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any) -> None:  # noqa: ANN401 - the library's own
            super().__init__(*arguments, directory=str(folder))

        def translate_path(self, path: str) -> str:
            return super().translate_path(
                path.removeprefix(SUB.rstrip("/")) if path.startswith(SUB) else "/none"
            )

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{SUB}"
        server.shutdown()


@dataclass
class Visitor:
    """A visitor with one window: `wrong` gathers what went wrong there, `asked` the addresses that were asked for."""

    context: BrowserContext
    base: str
    page: Page = field(init=False)
    wrong: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Open the window and listen; what asks another host finds none (`ARGUMENTS`), and is wrong."""
        self.page = self.context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("request", self._ask)

    def open(self, path: str) -> Page:
        """Go to a page of the site and forget what was before."""
        self.wrong.clear()
        self.asked.clear()
        self.page.goto(self.base + path)
        return self.page

    def everywhere(self) -> Iterator[str]:
        """Show the page that is open on each screen in each scheme, in turn, and in the end as before: in light."""
        was = self.page.viewport_size
        assert was
        for size, (width, height) in SIZES.items():
            self.page.set_viewport_size({"width": width, "height": height})
            for scheme in SCHEMES:
                self.page.emulate_media(color_scheme=scheme)
                yield f"{size}, {scheme}"
        self.page.set_viewport_size(was)
        self.page.emulate_media(color_scheme="light")

    def asked_for(self, part: str) -> list[str]:
        """Give the addresses that hold `part`, without the site's own."""
        return [address.removeprefix(self.base) for address in self.asked if part in address]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.wrong.append(f"{message.type}: {message.text}")

    def _ask(self, request: Request) -> None:
        self.asked.append(request.url)
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.wrong.append(f"another host: {request.url}")


@dataclass
class Visitors:
    """One visitor for each way of visiting, kept, since a new window costs more than a page."""

    browser: Browser
    base: str
    known: dict[str, Visitor] = field(default_factory=dict)

    def by(self, size: str = "phone", **how: Any) -> Visitor:  # noqa: ANN401 - Playwright's options of a context
        """Give the visitor on a screen of `size`, and whatever else is said of the way of visiting."""
        name = f"{size} {how}"
        if name not in self.known:
            self.known[name] = self.new(size, **how)
        return self.known[name]

    def new(self, size: str = "phone", **how: Any) -> Visitor:  # noqa: ANN401 - as above
        """Give a visitor who was never here, and has nothing kept from before."""
        width, height = SIZES[size]
        context = self.browser.new_context(viewport={"width": width, "height": height}, **how)
        context.set_default_timeout(20_000)
        return Visitor(context, self.base)
