"""`galeri import`: a workbook or a table into records."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from galeri.commands.languages import Voice
from galeri.commands.shared_options import add_gallery
from galeri.commands.telling import Terminal, visible
from galeri.model.problem import GaleriError
from galeri.model.records import KINDS

if TYPE_CHECKING:
    from galeri.sheets.changes import Change, RecordChange
    from galeri.workbooks.importing import Prepared

ABOUT = """Read a workbook or a CSV table into records: what is new is added, what differs is changed.

All that would change is shown first. Nothing is taken out without --prune, and with an error nothing is written."""

_SHOWN = 60
"""Characters of a value that are shown."""


def add_options(command: ArgumentParser, say: Voice) -> None:
    """Describe the options of the command."""
    file = say("FILE")
    command.add_argument("file", type=Path, metavar=file, help=say("The workbook (.xlsx) or table (.csv)."))
    add_gallery(command, say)
    command.add_argument(
        "--mapping",
        "-m",
        type=Path,
        metavar=file,
        help=say(
            "A YAML file that tells which column holds which field, where the sheet is not galeri's own."
        ),
    )
    command.add_argument(
        "--prune",
        action="store_true",
        help=say("Take out, too: values whose cells are empty, and records that have no row."),
    )
    command.add_argument("--yes", "-y", action="store_true", help=say("Write without asking."))


def run(asked: Namespace, voice: Voice) -> int:
    """Show what would change, ask, write, and give the exit code."""
    from galeri.workbooks.importing import prepare, write  # noqa: PLC0415 - no other command needs openpyxl

    terminal, root = Terminal(voice), asked.gallery.resolve()
    try:
        prepared = prepare(root, asked.file, asked.mapping, prune=asked.prune)
        terminal.problems(prepared.problems)
        if prepared.stopped or not prepared.changes:
            print(voice("nothing was written" if prepared.stopped else "nothing differs"))
            return 1 if prepared.stopped else 0
        for line in table(prepared, voice):
            print(line)
        if not (asked.yes or _agreed(voice)):
            print(voice("nothing was written; add --yes to write it"))
            return 0
        write(root, prepared)
    except GaleriError as error:
        terminal.failure(error)
        return 1
    print(voice("written"))
    if prepared.gone:
        print(voice("what was taken out is kept in .galeri/removed"))
    return 0


def table(prepared: "Prepared", voice: Voice) -> Iterator[str]:
    """Tell each change in a line: the record, the field, what it was and what it becomes; then how many there are."""
    for change in prepared.changes:
        name = f"{KINDS[change.ref.kind].folder}/{change.ref.id}"
        if change.row is None:
            yield f"- {name}"
        elif change.record is None:
            yield f"+ {name}: {_title(change)}"
        else:
            yield from (f"~ {name}  {each.name}: {_was(each)} → {_becomes(each)}" for each in change.changes)
    new = sum(change.record is None for change in prepared.changes)
    gone = len(prepared.gone)
    counts = {"new": new, "changed": len(prepared.changes) - new - gone, "gone": gone}
    yield voice("{new} new, {changed} changed, {gone} taken out", **counts)


def _title(change: "RecordChange") -> str:
    return next((_cut(each.new) for each in change.changes if each.column.path == ("title",)), "")


def _was(change: "Change") -> str:
    return f"“{_cut(change.old)}”" if change.old else "—"


def _becomes(change: "Change") -> str:
    return f"“{_cut(change.new)}”" if change.new else "—"


def _cut(text: str) -> str:
    line = visible(" ".join(text.split()))
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _agreed(voice: Voice) -> bool:
    if not sys.stdin.isatty():
        return False
    print(voice("write this? [y/N]"), end=" ", flush=True)
    return sys.stdin.readline().strip().lower() in {"y", "yes", "ya"}
