"""`galeri pdf`: content into printed catalogues."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from galeri.commands.languages import Voice
from galeri.commands.telling import Terminal
from galeri.model.editions import PAPERS
from galeri.model.problem import GaleriError
from galeri.printing import PrintOptions, PrintReport, print_books

ABOUT = """Set the printed catalogue as PDF: a book for each language.

It holds the whole gallery, or what an edition of galeri.yaml or these options choose. With an error
nothing is written."""

_SIZE = re.compile(r"(\d{3}(?:\.\d+)?)x(\d{3}(?:\.\d+)?)")


def add_options(command: ArgumentParser, say: Voice) -> None:
    """Describe the options of the command."""
    folder, name = say("FOLDER"), say("NAME")
    command.add_argument(
        "--gallery",
        "-g",
        type=Path,
        default=Path(),
        metavar=folder,
        help=say("The gallery's folder, which holds galeri.yaml."),
    )
    command.add_argument(
        "--output", "-o", type=Path, metavar=folder, help=say("Where the books go; books/ by default.")
    )
    command.add_argument("--edition", default="", metavar=name, help=say("Only this edition of galeri.yaml."))
    command.add_argument(
        "--language",
        default="",
        metavar=say("TAG"),
        help=say("Only the book in this language of the gallery."),
    )
    limits = {
        "--collection": say("Only this collection's pieces, by its id."),
        "--region": say("Only pieces of this region and those in it, by its id."),
        "--artisan": say("Only this maker's pieces, by the maker's id."),
        "--venue": say("Only pieces on display at this venue, by its id."),
    }
    for option, told in limits.items():
        command.add_argument(option, metavar="ID", help=told)
    command.add_argument(
        "--paper",
        type=_paper,
        metavar=say("SIZE"),
        help=say("square, a4, a5, b5, or width and height in mm, such as 240x280."),
    )
    command.add_argument(
        "--screen", action="store_true", help=say("For reading on a screen: smaller pictures, no bleed.")
    )
    command.add_argument(
        "--crop-marks", action="store_true", help=say("Draw marks that show where the pages are cut.")
    )
    command.add_argument(
        "--drafts", action="store_true", help=say("Show pieces that are not approved yet, too.")
    )


def run(asked: Namespace, voice: Voice) -> int:
    """Set the books, tell how it went, and give the exit code."""
    terminal = Terminal(voice)
    kinds = ("collection", "region", "artisan", "venue")
    options = PrintOptions(
        asked.gallery,
        asked.edition,
        asked.language,
        {kind: getattr(asked, kind) for kind in kinds if getattr(asked, kind)},
        asked.paper,
        asked.screen,
        asked.crop_marks,
        asked.drafts,
        asked.output,
    )
    try:
        report = print_books(options)
    except GaleriError as error:
        terminal.failure(error)
        return 1
    terminal.problems(report.problems)
    _tell(report, voice)
    return 1 if report.stopped else 0


def _tell(report: PrintReport, voice: Voice) -> None:
    for path in report.made:
        print(voice("“{path}” is written", path=path))
    for path in report.kept:
        print(voice("“{path}” is as it was", path=path))
    for path, pages, wide in report.spines:
        told = {"path": path, "pages": pages, "width": f"{wide:.1f}"}
        print(voice("the spine of “{path}” is {width} mm wide: {pages} pages", **told))


def _paper(text: str) -> str | tuple[float, float]:
    found = _SIZE.fullmatch(text)
    if found and all(100 <= float(side) <= 600 for side in found.groups()):  # noqa: PLR2004 - as editions allow
        return float(found[1]), float(found[2])
    if text not in PAPERS:
        message = f"{text!r}: {', '.join(PAPERS)}, 240x280"
        raise ArgumentTypeError(message)
    return text
