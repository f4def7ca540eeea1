"""`galeri check`: all that is wrong, and reports, without writing a site."""

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from galeri.commands.languages import Voice
from galeri.commands.report_files import FORMATS, tally
from galeri.commands.shared_options import add_gallery
from galeri.commands.telling import Terminal, describe
from galeri.commands.told import Told, told_problems
from galeri.model.problem import GaleriError, Severity
from galeri.options import Options
from galeri.pipeline import Inspection, inspect, today

if TYPE_CHECKING:
    from collections.abc import Iterable

    from galeri.reports.rows import Row

ABOUT = """Check the gallery: all problems and warnings of a build, without writing a site; or a report.

Reports: translations, photos, consent, certificates, export (how ready each piece is), stale (what was not checked for
a year), coverage (where there is nothing to show), links."""

REPORTS = ("translations", "photos", "consent", "certificates", "export", "stale", "coverage", "links")
"""Named here too, so that the program starts without what makes them."""


def add_options(command: ArgumentParser, say: Voice) -> None:
    """Describe the options of the command."""
    add_gallery(command, say)
    command.add_argument(
        "--report",
        "-r",
        choices=REPORTS,
        metavar=say("NAME"),
        help=say("Give this report instead of the problems."),
    )
    command.add_argument(
        "--format",
        "-f",
        choices=tuple(FORMATS),
        default="text",
        metavar=say("FORMAT"),
        help=say("text, json, csv, html (one page), or github (annotations of a pull request)."),
    )
    command.add_argument(
        "--output", "-o", type=Path, metavar=say("FILE"), help=say("Write it into a file, not on the screen.")
    )
    command.add_argument(
        "--open", action="store_true", help=say("Leave out of a report what is well already.")
    )
    command.add_argument(
        "--online", action="store_true", help=say("In the report links, ask other hosts whether they answer.")
    )
    command.add_argument(
        "--weight",
        action="store_true",
        help=say("Weigh what a phone fetches of each page of the built site before its visitor scrolls."),
    )
    command.add_argument(
        "--site",
        type=Path,
        metavar=say("FOLDER"),
        help=say("Where the built site is, for --weight; site/ by default."),
    )
    command.add_argument("--strict", action="store_true", help=say("Warnings count as errors do."))


def run(asked: Namespace, voice: Voice) -> int:
    """Check, tell what was found, and give the exit code: 1 where something has to be mended."""
    terminal = Terminal(voice)
    if asked.weight:
        return _weigh(asked, voice, terminal)
    try:
        found = inspect(
            Options(asked.gallery, strict=asked.strict), terminal.telling(), pages=not asked.report
        )
        if asked.report and found.gallery is None:
            terminal.problems(found.problems)
            return 1
        told = report(found, asked) if asked.report else told_problems(found.problems, found.day, voice)
        _give(_written(told, found, asked, voice), asked.output)
    except GaleriError as error:
        terminal.failure(error)
        return 1
    except KeyboardInterrupt:
        terminal.failure(GaleriError("stopped"))
        return 130
    return 1 if _grave(told, asked) or (found.stopped and not asked.report) else 0


def _grave(told: Told, asked: Namespace) -> bool:
    graves = {Severity.ERROR, Severity.WARNING} if asked.strict else {Severity.ERROR}
    return any(each in graves for each in told.severities())


def _weigh(asked: Namespace, voice: Voice, terminal: Terminal) -> int:
    """Weigh the built site, tell it as a report, and give the exit code: 1 where a page is too heavy."""
    from galeri.reports.weight import WeightRow  # noqa: PLC0415 - only where it is asked for
    from galeri.weighing import weigh  # noqa: PLC0415

    try:
        rows = weigh(asked.gallery.resolve(), asked.site)
        columns = tuple(each.name for each in fields(WeightRow))
        told = Told("weight", today(), columns, _kept(rows, asked))
        _give(FORMATS[asked.format](told, voice), asked.output)
    except GaleriError as error:
        terminal.failure(error)
        return 1
    return 1 if _grave(told, asked) else 0


def report(found: Inspection, asked: Namespace) -> Told:
    """Make the report that was asked for."""
    from galeri.reports.catalogue import REPORTS as REGISTER  # noqa: PLC0415 - only where there is a report
    from galeri.reports.links import LinkRow, answered  # noqa: PLC0415
    from galeri.reports.photos import PhotoRow, sharpened  # noqa: PLC0415

    made = REGISTER[asked.report]
    rows = list(made.make(found.gallery, found.day) if found.gallery else ())
    if asked.report == "photos":
        rows = list(sharpened((each for each in rows if isinstance(each, PhotoRow)), found.measures))
    if asked.online and asked.report == "links":
        from galeri.reading.hosts import ask  # noqa: PLC0415

        links = [each for each in rows if isinstance(each, LinkRow)]
        rows = list(answered(links, ask(each.target for each in links if each.state == "not asked")))
    return Told(asked.report, found.day, tuple(made.columns), _kept(rows, asked))


def _kept(rows: "Iterable[Row]", asked: Namespace) -> tuple[dict[str, Any], ...]:
    """Give what is told of the rows: all, or with --open only what is not well."""
    return tuple(asdict(row) for row in rows if row.severity or not asked.open)


def _written(told: Told, found: Inspection, asked: Namespace, voice: Voice) -> str:
    """Tell problems as a build does where they are for a person to read; all else in the form that was asked for."""
    if asked.report or asked.format != "text":
        return FORMATS[asked.format](told, voice)
    return "".join(f"{describe(each, voice)}\n" for each in found.problems) + f"{tally(told, voice)}\n"


def _give(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
        return
    try:
        output.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        message = "{reason}: “{path}”"
        raise GaleriError(message, reason=error.strerror or str(error), path=str(output)) from error
