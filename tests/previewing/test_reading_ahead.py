"""What a preview reads first is read in a process of its own: the same, and nothing is lost where that fails."""

import shutil
import sys
from pathlib import Path

import pytest

from galeri.previewing.glances import Glances
from galeri.previewing.reading_ahead import read_ahead
from galeri.reading.draft import read_draft

ADDRESS = "http://127.0.0.1:8000/"
LANGUAGES = Path(__file__).parents[1] / "galleries" / "languages"


@pytest.fixture
def gallery(tmp_path: Path) -> Path:
    """A gallery that nothing was noted of."""
    return Path(shutil.copytree(LANGUAGES, tmp_path / "gallery"))


def test_what_is_read_ahead_is_what_is_read_here(gallery: Path) -> None:
    draft = read_draft(gallery, Glances(gallery / "photos.json"), ADDRESS)
    assert draft.pieces
    assert read_ahead(gallery, ADDRESS)() == draft


@pytest.mark.parametrize("program", [shutil.which("false"), "/no/such/program"])
def test_a_reader_that_fails_gives_nothing_and_the_preview_reads_by_itself(
    gallery: Path, program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", program)
    assert read_ahead(gallery, ADDRESS)() is None


def test_no_file_of_the_gallerys_folder_is_run(gallery: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (gallery / "yaml.py").write_text("open('run', 'w')\n")
    monkeypatch.chdir(gallery)
    assert read_ahead(gallery, ADDRESS)()
    assert not (gallery / "run").exists()
