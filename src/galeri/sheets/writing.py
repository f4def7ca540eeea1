"""Puts files in place: a new one that never overwrites, or many at once, all or none."""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from galeri.model.problem import GaleriError

REMOVED = "removed"
"""The folder, beside the ledgers, in which records that are taken out are kept aside."""


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; raises GaleriError where it is, or where it can't be written."""
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        message = "“{path}” is there already, and may hold somebody's work; choose another name"
        raise GaleriError(message, path=str(path)) from error
    except OSError as error:
        raise _broken(error, path) from error


def replace_all(
    root: Path, state: Path, made: Mapping[str, bytes], before: Mapping[str, bytes], gone: Iterable[str]
) -> None:
    """Write the files `made`, by their paths below `root`, and move the folders `gone` aside.

    All is written aside first, then put in place file by file, each by one atomic rename; where that fails on the
    way, what was put in place is put back. `before` holds the files as they were read: raises GaleriError, with
    nothing written, where one of them has changed since.
    """
    staging = state / "staging" / f"edit-{os.getpid()}"
    done: list[str] = []
    try:
        _refuse_changed(root, made, before)
        for number, data in enumerate(made.values()):
            staging.mkdir(parents=True, exist_ok=True)
            (staging / str(number)).write_bytes(data)
        for number, path in enumerate(made):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (staging / str(number)).replace(root / path)
            done.append(path)
        for folder in gone:
            _move_aside(root / folder, state / REMOVED / folder)
    except OSError as error:
        _put_back(root, done, before)
        raise _broken(error, root) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _refuse_changed(root: Path, made: Mapping[str, bytes], before: Mapping[str, bytes]) -> None:
    for path in made:
        now = (root / path).read_bytes() if (root / path).is_file() else None
        if now != before.get(path):
            message = "“{path}” has changed meanwhile; try once more"
            raise GaleriError(message, path=path)


def _put_back(root: Path, done: Iterable[str], before: Mapping[str, bytes]) -> None:
    for path in done:
        if path in before:
            (root / path).write_bytes(before[path])
        else:
            (root / path).unlink(missing_ok=True)
            if not any((root / path).parent.iterdir()):
                (root / path).parent.rmdir()


def _move_aside(folder: Path, target: Path) -> None:
    number = 1
    free = target
    while free.exists():
        number += 1
        free = target.with_name(f"{target.name}-{number}")
    free.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(folder, free)


def _broken(error: OSError, path: Path) -> GaleriError:
    message = "{reason}: “{path}”"
    return GaleriError(message, reason=error.strerror or str(error), path=str(error.filename or path))
