"""`galeri init` makes a gallery to start from, and never touches what is there."""

import json
import os
import re
from pathlib import Path

import pytest

from galeri.commands.init import STARTER, make
from galeri.making.schemas import files_of, schemas
from galeri.model.problem import GaleriError
from galeri.reading.files import portable
from tests.support.shared import lend
from tests.support.started import started

RESERVED = ["con", "NUL.x", "a:b", "what?", "ends.", "ends ", "a|b", "x" * 200]


def init(*arguments: str, cwd: Path) -> tuple[int, str]:
    return started(["init", *arguments], cwd, {"LC_ALL": "C.UTF-8"})


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("day", ["1793500000", "4102444800"], ids=["2026", "2100"])
def test_new_gallery_builds_without_a_problem_on_any_day(day: str, tmp_path: Path, pictures: Path) -> None:
    make(tmp_path / "new", "id")
    lend(pictures, tmp_path / "new")
    code, shown = started(
        ["build", "-g", "new", "--strict"], tmp_path, {"LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": day}
    )
    assert code == 0, shown
    assert "warning" not in shown
    assert (tmp_path / "new" / "site" / "en" / "index.html").is_file()


def test_comments_are_in_the_users_language_alone(tmp_path: Path) -> None:
    for language, says, other in (
        ("id", "# Pengaturan galeri", "The gallery's"),
        ("en", "# The gallery's", "Pengaturan"),
    ):
        make(tmp_path / language, language)
        settings = (tmp_path / language / "galeri.yaml").read_text(encoding="utf-8")
        assert settings.partition("\n")[2].startswith(says)
        assert other not in settings
        for path, data in contents(tmp_path / language).items():
            assert path.endswith(".jpg") or not re.search(rb"^\s*#(id|en) ", data, re.MULTILINE), path


def test_comments_come_in_both_languages() -> None:
    for path in STARTER.rglob("*"):
        if path.suffix in {".yaml", ".md"}:
            text = path.read_text(encoding="utf-8")
            assert text.count("#id ") == text.count("#en "), path


def test_it_says_what_to_do_next_in_the_users_language(tmp_path: Path) -> None:
    assert "galeri build -g new" in init("new", cwd=tmp_path)[1]
    code, said = init("baru", "--language", "id", cwd=tmp_path)
    assert code == 0
    assert "galeri baru sudah ada di “baru”" in said
    assert '"dua kata"' in init("dua kata", cwd=tmp_path)[1]


def test_a_new_gallery_may_be_made_in_an_empty_folder_and_below_new_ones(tmp_path: Path) -> None:
    assert init(".", cwd=tmp_path)[0] == 0
    assert (tmp_path / "galeri.yaml").is_file()
    assert init("one/two", cwd=tmp_path)[0] == 0
    made = {path for path in contents(tmp_path / "one" / "two") if not path.startswith(".galeri/schema/")}
    assert made == contents(STARTER).keys()


def test_a_new_gallery_tells_editors_of_schemas_that_are_there(tmp_path: Path) -> None:
    assert init("new", cwd=tmp_path)[0] == 0
    settings = json.loads((tmp_path / "new/.vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {
        f".galeri/schema/{name}": files_of(name) for name in schemas({}, str) if "-words" not in name
    }
    assert all((tmp_path / "new" / path).is_file() for path in settings["yaml.schemas"])
    for path in (tmp_path / "new").rglob("*.yaml"):
        named = re.match(r"# yaml-language-server: \$schema=(.+)\n", path.read_text(encoding="utf-8"))
        assert named, path
        assert (path.parent / named[1]).is_file(), path


def test_a_folder_that_is_not_empty_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    before = contents(tmp_path)
    code, said = init("mine", cwd=tmp_path)
    assert code == 1
    assert said.count("\n") == 1
    assert "is not empty" in said
    assert contents(tmp_path) == before


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(GaleriError, match="is a file"):
        make(tmp_path / "letter.txt", "en")


@pytest.mark.parametrize("name", RESERVED)
def test_names_that_windows_cannot_hold_are_refused(name: str, tmp_path: Path) -> None:
    for folder in (tmp_path / name, tmp_path / name / "below"):
        with pytest.raises(GaleriError, match="every computer"):
            make(folder, "en")
    assert list(tmp_path.iterdir()) == []


def test_names_that_a_case_blind_disk_takes_for_another_are_refused(tmp_path: Path) -> None:
    make(tmp_path / "kriya", "en")
    with pytest.raises(GaleriError, match="kriya"):
        make(tmp_path / "Kriya", "en")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that can't be written")
def test_a_folder_that_cannot_be_written_is_told_in_a_line(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(GaleriError, match="Permission denied"):
        make(tmp_path / "new", "en")


def test_the_starter_itself_has_names_that_every_disk_can_hold_and_small_photos() -> None:
    for path, data in contents(STARTER).items():
        assert all(portable(part) is None for part in path.split("/")), path
        assert len(data) < 60_000, path
