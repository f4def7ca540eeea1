"""`galeri pdf`: content into printed catalogues."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from functools import partial
from pathlib import Path

from galeri.commands.languages import Voice
from galeri.commands.shared_options import add_drafts, add_gallery
from galeri.commands.telling import Terminal
from galeri.model.editions import LIMITS, PAPERS
from galeri.model.problem import GaleriError
from galeri.printing import PrintOptions, PrintReport, print_books

ABOUT = """Set the printed catalogue as PDF: a book for each language.

It holds the whole gallery, or what an edition of galeri.yaml or these options choose. With an error
nothing is written."""

_SIZE = re.compile(r"(\d{3}(?:\.\d+)?)x(\d{3}(?:\.\d+)?)")


def add_options(command: ArgumentParser, say: Voice) -> None:
    """Describe the options of the command."""
    add_common_options(command, say)
    command.add_argument(
        "--bilingual",
        type=partial(_two, say),
        metavar=say("TAG,TAG"),
        help=say("One book that sets two languages of the gallery side by side, such as id,en."),
    )
    command.add_argument(
        "--edition", default="", metavar=say("NAME"), help=say("Only this edition of galeri.yaml.")
    )
    command.add_argument(
        "--paper",
        type=partial(_paper, say),
        metavar=say("SIZE"),
        help=say("square, a4, a5, b5, or width and height in mm, such as 240x280."),
    )
    command.add_argument(
        "--screen", action="store_true", help=say("For reading on a screen: smaller pictures, no bleed.")
    )
    command.add_argument(
        "--crop-marks", action="store_true", help=say("Draw marks that show where the pages are cut.")
    )
    instead = command.add_mutually_exclusive_group()
    instead.add_argument(
        "--sheet",
        type=partial(_record, say),
        metavar=say("KIND:ID"),
        help=say(
            "Not a book but sheets for buyers: product:ID, artisan:ID, or all pieces of a collection:ID, "
            "region:ID or venue:ID."
        ),
    )
    instead.add_argument(
        "--leaflet", metavar="ID", help=say("Not a book but a leaflet of a collection, to fold in three.")
    )
    instead.add_argument("--prices", action="store_true", help=say("Not a book but a list of prices."))


def add_common_options(command: ArgumentParser, say: Voice) -> None:
    """Describe what all prints have in common: where, in which language, and of which pieces."""
    folder = say("FOLDER")
    add_gallery(command, say)
    command.add_argument(
        "--output", "-o", type=Path, metavar=folder, help=say("Where the files go; books/ by default.")
    )
    command.add_argument(
        "--language",
        default="",
        metavar=say("TAG"),
        help=say("Only in this language of the gallery; in all of them without it."),
    )
    kinds = {
        "--collection": say("Only this collection's pieces, by its id."),
        "--region": say("Only pieces of this region and those in it, by its id."),
        "--artisan": say("Only this maker's pieces, by the maker's id."),
        "--venue": say("Only pieces on display at this venue, by its id."),
    }
    for option, told in kinds.items():
        command.add_argument(option, metavar="ID", help=told)
    add_drafts(command, say)


def run(asked: Namespace, voice: Voice) -> int:
    """Set the books, or what is asked for instead, tell how it went, and give the exit code."""
    form, more = _form(asked)
    options = PrintOptions(
        asked.gallery,
        asked.edition,
        asked.language,
        asked.bilingual,
        limits(asked) | more,
        asked.paper,
        asked.screen,
        asked.crop_marks,
        asked.drafts,
        asked.output,
        form,
    )
    return set_and_tell(options, voice)


def _form(asked: Namespace) -> tuple[str, dict[str, str]]:
    """Give the form that is asked for, and which record it is of."""
    if asked.sheet:
        return "sheet", dict([asked.sheet])
    if asked.leaflet is not None:
        return "leaflet", {"collection": asked.leaflet}
    return ("prices" if asked.prices else "book"), {}


def limits(asked: Namespace) -> dict[str, str]:
    """Give by kind the record whose pieces alone are wanted."""
    kinds = ("collection", "region", "artisan", "venue")
    return {kind: getattr(asked, kind) for kind in kinds if getattr(asked, kind) is not None}


def set_and_tell(options: PrintOptions, voice: Voice) -> int:
    """Print, tell how it went, and give the exit code."""
    terminal = Terminal(voice)
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


def _two(say: Voice, text: str) -> tuple[str, str]:
    first, _, second = text.partition(",")
    if not first or not second or "," in second or first == second:
        raise ArgumentTypeError(
            say("“{text}” is not two languages: name both with a comma between, such as id,en", text=text)
        )
    return first, second


def _record(say: Voice, text: str) -> tuple[str, str]:
    kind, _, name = text.partition(":")
    if kind not in LIMITS or not name:
        kinds = ", ".join(f"{each}:ID" for each in LIMITS)
        raise ArgumentTypeError(say("“{text}” names no record: give one of {kinds}", text=text, kinds=kinds))
    return kind, name


def _paper(say: Voice, text: str) -> str | tuple[float, float]:
    size = text.lower()
    found = _SIZE.fullmatch(size)
    if found and all(100 <= float(side) <= 600 for side in found.groups()):  # noqa: PLR2004 - as editions allow
        return float(found[1]), float(found[2])
    if size not in PAPERS:
        names = ", ".join(PAPERS)
        message = "“{text}” is no size of paper: give {names}, or width and height from 100 to 600 mm, such as 240x280"
        raise ArgumentTypeError(say(message, text=text, names=names))
    return size
