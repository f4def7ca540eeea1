"""`galeri init`: a new gallery to start from."""

import os
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from galeri.commands import schema
from galeri.commands.languages import Voice
from galeri.commands.telling import Terminal
from galeri.model.problem import GaleriError
from galeri.options import STATE
from galeri.reading.files import portable, same_address

STARTER = Path(__file__).parents[1] / "starter"
"""The gallery that is copied; a comment in it starts with the tag of the language it is written in, as `#id `."""

_COMMENT = re.compile(r"^( *)#(id|en) (.*\n)", re.MULTILINE)
_TEXTS = frozenset({".yaml", ".md"})


ABOUT = """Make a new gallery: settings, one piece with its photos, its maker, and their words in two languages.

The folder must be new or empty; nothing is ever overwritten."""


def add_options(command: ArgumentParser, say: Voice) -> None:
    """Describe the options of the command."""
    command.add_argument("folder", type=Path, metavar=say("FOLDER"), help=say("The new gallery's folder."))


def run(asked: Namespace, voice: Voice) -> int:
    """Make the gallery, say what to do next, and give the exit code."""
    try:
        make(asked.folder, voice.language)
        schema.write(asked.folder, asked.folder / STATE / "schema", voice)
    except GaleriError as error:
        Terminal(voice).failure(error)
        return 1
    for line in advice(asked.folder, voice):
        print(line)
    return 0


def make(folder: Path, language: str) -> None:
    """Copy the starter gallery, with the comments of one language; raises GaleriError where that can't be."""
    target = Path(os.path.normpath(Path.cwd() / folder))
    try:
        _refuse(target)
        for source in _files(STARTER):
            _copy(source, target / source.relative_to(STARTER), language)
    except OSError as error:
        message = "{reason}: “{path}”"
        raise GaleriError(
            message, reason=error.strerror or str(error), path=str(error.filename or target)
        ) from error


def advice(folder: Path, voice: Voice) -> Iterator[str]:
    """Tell what was made, and what to do next."""
    yield voice("a new gallery is in “{folder}”", folder=folder)
    yield voice("build it: {command}", command=f"galeri build -g {_quoted(folder)}")
    yield voice("look at it while you write: {command}", command=f"galeri serve -g {_quoted(folder)}")
    yield voice("write your own: start with galeri.yaml, then content/products")


def _refuse(target: Path) -> None:
    new = [each for each in (target, *target.parents) if not each.is_dir()]
    for each in new:
        if guess := portable(each.name):
            message = "the name “{name}” can't be kept on every computer; call it “{guess}”, say"
            raise GaleriError(message, name=each.name, guess=guess)
    for each in new:
        if each.exists():
            message = "“{path}” is a file, not a folder"
            raise GaleriError(message, path=str(each))
    if not new and next(target.iterdir(), None):
        message = "“{path}” is not empty; choose a new folder"
        raise GaleriError(message, path=str(target))
    for each in new[-1:]:
        for other in each.parent.iterdir():
            if same_address(other.name) == same_address(each.name):
                message = "“{name}” and “{other}” are one and the same on many computers; choose another name"
                raise GaleriError(message, name=each.name, other=other.name)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _copy(source: Path, target: Path, language: str) -> None:
    data = source.read_bytes()
    if source.suffix in _TEXTS:
        data = _COMMENT.sub(lambda match: _comment(match, language), data.decode()).encode()
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        file.write(data)


def _comment(match: re.Match[str], language: str) -> str:
    return f"{match[1]}# {match[3]}" if match[2] == language else ""


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
