"""`galeri build`: content into a site."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from galeri.commands.languages import Voice
from galeri.commands.shared_options import add_drafts, add_gallery
from galeri.commands.telling import Terminal
from galeri.model.problem import GaleriError
from galeri.options import Options
from galeri.pipeline import build as run_build

ABOUT = """Build the gallery into a site that any static host can serve.

Only what changed is made again. With an error nothing is written."""

_MOST_WORKERS = 256
_MOST_PORTS = 65535
_SCHEDULER = re.compile(r"tcp://([\w.-]+|\[[\da-fA-F:.]+\]):(?P<port>\d{1,5})", re.ASCII)


def add_options(command: ArgumentParser, say: Voice) -> None:
    """Describe the options of the command."""
    folder = say("FOLDER")
    add_gallery(command, say)
    command.add_argument(
        "--output", "-o", type=Path, metavar=folder, help=say("Where the site goes; site/ by default.")
    )
    command.add_argument(
        "--workers",
        "-j",
        type=_workers,
        metavar=say("NUMBER"),
        help=say("How many processes work; all cores by default."),
    )
    command.add_argument(
        "--cluster",
        type=_scheduler,
        metavar=say("ADDRESS"),
        help=say("Make photos on the machines of a dask scheduler, as tcp://HOST:8786."),
    )
    add_drafts(command, say)
    command.add_argument(
        "--release",
        action="store_true",
        help=say("Encode the images more finely, for the site that visitors see: fewer bytes for more time."),
    )
    command.add_argument("--strict", action="store_true", help=say("Warnings stop the build, as errors do."))
    command.add_argument(
        "--notes", action="store_true", help=say("Show every note, and not only the first of each kind.")
    )
    command.add_argument(
        "--base-url",
        metavar=say("ADDRESS"),
        help=say("The address of the site, in place of galeri.yaml's."),
    )


def run(asked: Namespace, voice: Voice) -> int:
    """Build, tell how it went, and give the exit code."""
    terminal = Terminal(voice)
    options = Options(
        gallery=asked.gallery,
        output=asked.output,
        workers=asked.workers,
        drafts=asked.drafts,
        strict=asked.strict,
        base_url=asked.base_url,
        release=asked.release,
        cluster=asked.cluster,
    )
    try:
        report = run_build(options, terminal.telling())
    except GaleriError as error:
        terminal.failure(error)
        return 1
    except KeyboardInterrupt:
        terminal.failure(GaleriError("stopped; every page of the site is whole, old or new"))
        return 130
    terminal.report(report, strict=asked.strict, notes=asked.notes)
    return 0 if report.published else 1


def _workers(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_WORKERS):
        message = f"{text!r}: 1 … {_MOST_WORKERS}"
        raise ArgumentTypeError(message)
    return int(text)


def _scheduler(text: str) -> str:
    found = _SCHEDULER.fullmatch(text)
    if not found or not 1 <= int(found["port"]) <= _MOST_PORTS:
        message = f"{text!r}: tcp://HOST:8786"
        raise ArgumentTypeError(message)
    return text
