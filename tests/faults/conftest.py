"""A small gallery for tests about what is wrong with a gallery, and a way to build it and hear of its problems."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from galeri.commands.languages import Voice
from galeri.commands.telling import describe
from galeri.pipeline import Options, Report, build

Files = Mapping[str, str | bytes]
"""A gallery's files by path; text is written as UTF-8 with the line ends that it has."""

SETTINGS = "title: {id: Galeri}\nbase_url: https://galeri.example/\nlanguages: [id]\n"


@pytest.fixture
def gallery(tmp_path: Path) -> Path:
    """The folder of a gallery that has its settings, and nothing else yet."""
    folder = tmp_path / "gallery"
    folder.mkdir()
    (folder / "galeri.yaml").write_text(SETTINGS)
    return folder


@pytest.fixture
def write(gallery: Path) -> Callable[[Files], None]:
    """Write files into the gallery."""

    def written(files: Files) -> None:
        for path, content in files.items():
            (gallery / path).parent.mkdir(parents=True, exist_ok=True)
            (gallery / path).write_bytes(content if isinstance(content, bytes) else content.encode())

    return written


@pytest.fixture
def report(gallery: Path, write: Callable[[Files], None]) -> Callable[[Files], Report]:
    """Write files into the gallery, build it, and give how the build went."""

    def reported(files: Files) -> Report:
        write(files)
        return build(Options(gallery, workers=1))

    return reported


@pytest.fixture
def check(report: Callable[[Files], Report]) -> Callable[[Files], list[str]]:
    """Write files into the gallery, build it, and give each problem as a person reads it in English."""

    def checked(files: Files) -> list[str]:
        return [describe(problem, Voice("en")) for problem in report(files).problems]

    return checked
