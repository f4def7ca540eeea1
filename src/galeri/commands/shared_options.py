"""Options that several commands take, each described once."""

from argparse import ArgumentParser
from pathlib import Path

from galeri.commands.languages import Voice


def add_gallery(command: ArgumentParser, say: Voice) -> None:
    """Ask in which folder the gallery lies: this one without an answer."""
    command.add_argument(
        "--gallery",
        "-g",
        type=Path,
        default=Path(),
        metavar=say("FOLDER"),
        help=say("The gallery's folder, which holds galeri.yaml."),
    )


def add_drafts(command: ArgumentParser, say: Voice) -> None:
    """Ask whether pieces are shown that are not approved."""
    command.add_argument(
        "--drafts", action="store_true", help=say("Show pieces that are not approved yet, too.")
    )
