"""`galeri new`: a new record, from answers or options."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from galeri.commands.interview import Interview
from galeri.commands.languages import Voice
from galeri.commands.new_files import Draft, Site, store
from galeri.commands.shared_options import add_gallery
from galeri.commands.telling import Terminal
from galeri.model.problem import GaleriError
from galeri.pipeline import today

ABOUT = """Make a new record: ask what is needed, copy photos in, write facts and words with every field explained.

Nothing is ever overwritten. What it writes is a draft that builds."""

KINDS = ("product", "artisan", "region", "technique", "material", "motif", "collection", "venue", "article")
"""Named here too, so that the program starts without what knows them."""


def add_options(command: ArgumentParser, say: Voice) -> None:
    """Describe the options of the command."""
    command.add_argument(
        "kind", choices=KINDS, metavar=say("KIND"), help=say("What to make: {kinds}.", kinds=", ".join(KINDS))
    )
    command.add_argument(
        "--title", metavar=say("TEXT"), help=say("Its name in the gallery's default language.")
    )
    command.add_argument(
        "--id",
        metavar=say("NAME"),
        help=say("Its folder and address; made of the title where it is not given."),
    )
    command.add_argument(
        "--set",
        action="append",
        default=[],
        type=_assignment,
        metavar=say("FIELD=VALUE"),
        help=say("Fill a field in; may be given several times. The value is written as in the file."),
    )
    command.add_argument(
        "--photo",
        action="append",
        default=[],
        type=Path,
        metavar=say("FILE"),
        help=say("Copy this photo in; may be given several times."),
    )
    command.add_argument("--yes", "-y", action="store_true", help=say("Ask nothing."))
    add_gallery(command, say)


def run(asked: Namespace, voice: Voice) -> int:
    """Ask, write the record, say where it is, and give the exit code."""
    try:
        site = Site.at(asked.gallery)
        draft = Draft(asked.kind, asked.title or "", asked.id or "", dict(asked.set), tuple(asked.photo))
        if not asked.yes:
            draft = Interview(site, voice, input).complete(draft)
        folder, problems = store(site, draft, voice, today())
    except (GaleriError, KeyboardInterrupt, EOFError) as error:
        stopped = GaleriError("stopped; nothing was written")
        Terminal(voice).failure(error if isinstance(error, GaleriError) else stopped)
        return 1
    if problems:
        Terminal(voice).problems(problems)
        return 1
    print(
        voice("a draft is in “{folder}”: open its files, and fill in what is still a comment", folder=folder)
    )
    sys.stdout.flush()
    return 0


def _assignment(text: str) -> tuple[str, str]:
    field, equals, value = text.partition("=")
    if not equals or not field.strip():
        message = f"{text!r}: FIELD=VALUE"
        raise ArgumentTypeError(message)
    return field.strip(), value.strip()
