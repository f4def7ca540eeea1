"""`galeri cache`: what is kept beside a gallery, and the removal of what nothing uses."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from galeri.caretaking import look_after_cache
from galeri.commands.languages import Voice
from galeri.commands.shared_options import add_gallery
from galeri.commands.telling import Terminal
from galeri.model.problem import GaleriError
from galeri.publishing.upkeep import Holding, Survey

ABOUT = """Show what is kept in .galeri/, so that nothing costly is made twice, and remove what nothing uses.

All output folders of a gallery share it. It can be deleted at any time: the next build makes all of it again."""

_MEGABYTE = 1_000_000


def add_options(command: ArgumentParser, say: Voice) -> None:
    """Describe the options of the command."""
    add_gallery(command, say)
    command.add_argument(
        "--prune",
        action="store_true",
        help=say(
            "Remove what neither a site nor the gallery as it is now uses, and prints that are no edition's."
        ),
    )


def run(asked: Namespace, voice: Voice) -> int:
    """Show what is kept, after removing what nothing uses if that was asked for; give the exit code."""
    terminal = Terminal(voice)
    try:
        found = look_after_cache(asked.gallery, terminal.telling().waiting, prune=asked.prune)
    except OSError as error:
        reason = {"reason": error.strerror or str(error), "path": str(error.filename or asked.gallery)}
        terminal.failure(GaleriError("{reason}: “{path}”", **reason))
        return 1
    except GaleriError as error:
        terminal.failure(error)
        return 1
    for line in told(found, voice):
        print(line)
    return 0


def told(found: Survey, voice: Voice) -> Iterator[str]:
    """Tell a survey line by line."""
    yield voice("in “{folder}”:", folder=found.folder)
    yield voice("pictures: {amount}", amount=_amount(found.pictures, voice))
    yield voice("books and other prints: {amount}", amount=_amount(found.books, voice))
    if found.unused is None:
        yield voice("the gallery has problems, so nobody knows what of it is used")
    else:
        yield voice("of these, nothing uses: {amount}", amount=_amount(found.unused, voice))
    yield voice("notes on photos: {amount}", amount=_amount(found.notes, voice))
    yield voice("left by builds that were ended, or at work now: {amount}", amount=_amount(found.left, voice))


def _amount(holding: Holding, voice: Voice) -> str:
    size = f"{holding.size / _MEGABYTE:.1f}"
    said = size.replace(".", ",") if voice.language == "id" else size
    return voice.count("{count} file, {size} MB", "{count} files, {size} MB", holding.files, size=said)
