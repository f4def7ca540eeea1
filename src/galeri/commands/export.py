"""`galeri export`: the gallery as a workbook."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from galeri.commands.languages import Voice
from galeri.commands.shared_options import add_gallery
from galeri.commands.telling import Terminal
from galeri.model.problem import GaleriError

ABOUT = """Write the gallery as a workbook: a sheet per kind of record, a column per field.

It holds what may be published today, and nothing of private.yaml. A file that is there is never overwritten."""


def add_options(command: ArgumentParser, say: Voice) -> None:
    """Describe the options of the command."""
    command.add_argument(
        "file", type=Path, metavar=say("FILE"), help=say("The new workbook; ends with .xlsx.")
    )
    add_gallery(command, say)
    command.add_argument(
        "--full",
        action="store_true",
        help=say(
            "Everything in the records, for the council's own work: drafts too, and makers whatever they agreed to."
        ),
    )


def run(asked: Namespace, voice: Voice) -> int:
    """Export, tell how it went, and give the exit code."""
    from galeri.workbooks.exporting import export_workbook  # noqa: PLC0415 - no other command needs openpyxl

    terminal = Terminal(voice)
    try:
        done = export_workbook(asked.gallery.resolve(), asked.file, voice, full=asked.full)
    except GaleriError as error:
        terminal.failure(error)
        return 1
    terminal.problems(done.problems)
    if done.records is None:
        print(voice("nothing was written"))
        return 1
    count = voice.count("{count} record", "{count} records", done.records)
    print(voice("{count} in “{path}”", count=count, path=asked.file))
    return 0
