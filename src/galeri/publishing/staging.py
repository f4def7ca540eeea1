"""What is made is put aside first, until all of it is there."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile


@contextmanager
def staging_folder(folder: Path) -> Iterator[None]:
    """Make an empty folder, and remove it again with all that was put there, also by a build that was killed."""
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield
    finally:
        shutil.rmtree(folder.parent, ignore_errors=True)


class Staging:
    """A folder of files named by key, which is unique as every description names its path."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, which is there."""
        self._folder = f"{folder}/"

    def put(self, key: str, data: bytes) -> str:
        """Put bytes aside, and give the name of their file."""
        with open(self._folder + key, "wb") as file:  # noqa: PTH123 - thousands of files: Path costs
            file.write(data)
        return key

    def copy(self, key: str, file: Path) -> str:
        """Put a copy of a file aside, and give its name there."""
        copyfile(file, self._folder + key)
        return key
