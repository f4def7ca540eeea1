"""`galeri serve`: the gallery in a browser, while it is edited."""

import gc
import sys
import webbrowser
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from threading import Thread

from galeri.commands.languages import Voice
from galeri.commands.shared_options import add_drafts, add_gallery
from galeri.commands.telling import Terminal
from galeri.garbage import without_garbage_collection
from galeri.model.problem import GaleriError, Problem
from galeri.reading.settings import FILE

ABOUT = """Show the gallery in a browser as it would be published, and again whenever a file is saved.

A mistake is shown over the page, and goes when it is mended. Nothing is written into site/."""

_MOST_PORTS = 65535


def add_options(command: ArgumentParser, say: Voice) -> None:
    """Describe the options of the command."""
    add_gallery(command, say)
    command.add_argument(
        "--port",
        "-p",
        type=_port,
        default=8000,
        metavar=say("NUMBER"),
        help=say("The port at which the preview is; 8000 by default."),
    )
    command.add_argument(
        "--host",
        default="127.0.0.1",
        metavar=say("ADDRESS"),
        help=say(
            "Where it listens: only this computer sees it by default; with 0.0.0.0 all others of the network do, too."
        ),
    )
    command.add_argument("--no-browser", action="store_true", help=say("Open no browser."))
    add_drafts(command, say)


def run(asked: Namespace, voice: Voice) -> int:
    """Show the gallery until the person ends it; give the exit code."""
    terminal = Terminal(voice)
    try:
        _serve(asked, voice, terminal)
    except GaleriError as error:
        terminal.failure(error)
        return 1
    except KeyboardInterrupt:
        print(voice("the preview has ended"), file=sys.stderr)
    return 0


def _serve(asked: Namespace, voice: Voice, terminal: Terminal) -> None:
    from galeri.previewing.ports import LOOPBACK, address_of, listening  # noqa: PLC0415 - only where something is served

    gallery = asked.gallery.resolve()
    if not (gallery / FILE).is_file():
        message = "there is no galeri.yaml in “{folder}”"
        raise GaleriError(message, folder=str(gallery))
    sockets, address = listening(asked.host, asked.port), address_of(asked.host, asked.port)
    print(voice("the preview is at {address}; Ctrl-C ends it", address=address), file=sys.stderr)
    if not asked.no_browser:  # which waits a little, and is there when the first page is
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    with without_garbage_collection():
        from galeri.commands.preview_pages import PreviewPages  # noqa: PLC0415
        from galeri.previewing.server import Screen, Stage, serve  # noqa: PLC0415
    gc.freeze()

    def wrong(problems: Sequence[Problem]) -> None:
        terminal.problems(problems)
        if not problems:
            print(voice("all is mended"), file=sys.stderr)

    pages = PreviewPages(voice)
    loopback = bool(LOOPBACK.fullmatch(asked.host))
    serve(
        Stage(gallery, address, asked.drafts, loopback=loopback),
        Screen(pages.over, pages.instead, pages.beside, pages.style, wrong),
        sockets,
    )


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_PORTS):
        message = f"{text!r}: 1 … {_MOST_PORTS}"
        raise ArgumentTypeError(message)
    return int(text)
