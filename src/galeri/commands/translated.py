"""`galeri translated`: translations that are up to date with their source."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from galeri.commands.languages import Voice
from galeri.commands.shared_options import add_gallery
from galeri.commands.telling import Terminal
from galeri.model.problem import GaleriError

ABOUT = """Note in translations that they say what the default language says now.

Each gets a line `translated_from`; nothing else in it is touched. `galeri check --report translations` lists
those whose source has changed since."""


def add_options(command: ArgumentParser, say: Voice) -> None:
    """Describe the options of the command."""
    command.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar=say("FILE"),
        help=say("The translated words, such as content/products/kain-kawung/en.md; several may be given."),
    )
    add_gallery(command, say)


def run(asked: Namespace, voice: Voice) -> int:
    """Note it, say in which files, and give the exit code."""
    from galeri.translating import note  # noqa: PLC0415 - no other command needs it

    terminal = Terminal(voice)
    try:
        noted = note(asked.gallery, asked.files)
    except GaleriError as error:
        terminal.failure(error)
        return 1
    if noted.problems:
        terminal.problems(noted.problems)
        print(voice("nothing was written"))
        return 1
    for path in noted.files:
        print(
            voice("noted in “{path}”", path=path)
            if path in noted.made
            else voice("“{path}” had it noted already", path=path)
        )
    return 0
