"""`galeri schema`: JSON Schemas for editors."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from galeri.commands.languages import Voice
from galeri.commands.shared_options import add_gallery
from galeri.commands.telling import Terminal
from galeri.model.problem import GaleriError
from galeri.options import STATE

ABOUT = """Write JSON Schemas, by which editors complete and explain the fields of records, settings and themes.

Run it again when records were added: their ids are offered too."""


def add_options(command: ArgumentParser, say: Voice) -> None:
    """Describe the options of the command."""
    folder = say("FOLDER")
    add_gallery(command, say)
    command.add_argument(
        "--output",
        "-o",
        type=Path,
        metavar=folder,
        help=say("Where they go; .galeri/schema in the gallery by default."),
    )


def run(asked: Namespace, voice: Voice) -> int:
    """Write the schemas, say where they are, and give the exit code."""
    folder = asked.output or asked.gallery / STATE / "schema"
    try:
        count = write(asked.gallery, folder, voice)
    except GaleriError as error:
        Terminal(voice).failure(error)
        return 1
    print(voice("{count} schemas are in “{folder}”", count=count, folder=folder))
    return 0


def write(gallery: Path, folder: Path, voice: Voice) -> int:
    """Write every schema into `folder`, with the ids of the gallery's records; give how many there are."""
    from galeri.making.schemas import schemas  # noqa: PLC0415 - no other command needs them
    from galeri.reading.folders import ids  # noqa: PLC0415

    if not (gallery / "galeri.yaml").is_file():
        message = "there is no galeri.yaml in “{folder}”"
        raise GaleriError(message, folder=str(gallery))
    made = schemas(ids(gallery), voice.sentence)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, schema in made.items():
            text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        message = "{reason}: “{path}”"
        raise GaleriError(
            message, reason=error.strerror or str(error), path=str(error.filename or folder)
        ) from error
    return len(made)
