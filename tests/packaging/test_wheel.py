"""The wheel works anywhere: it carries all that `galeri init` and `galeri build` need."""

import os
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def files(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        list(command),
        cwd=cwd,
        env=kept | {"LC_ALL": "C.UTF-8"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("folder", "inside"),
    [
        ("themes", "galeri/themes"),
        ("src/galeri/starter", "galeri/starter"),
        ("src/galeri/locale", "galeri/locale"),
    ],
)
def test_wheel_carries_every_file_of(folder: str, inside: str, wheel: Path) -> None:
    assert {f"{inside}/{name}" for name in below(ROOT / folder)} <= files(wheel)


def test_wheel_is_typed_and_licensed_and_holds_nothing_else(wheel: Path) -> None:
    found = files(wheel)
    assert "galeri/py.typed" in found
    info = next(name.partition("/")[0] for name in found if ".dist-info/" in name)
    assert {f"{info}/licenses/LICENSE", f"{info}/licenses/LICENSE-CONTENT"} <= found
    assert {name.partition("/")[0] for name in found} == {"galeri", info}
    assert [name for name in found if "__pycache__" in name] == []


def test_wheel_describes_itself(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        told = Parser().parsestr(archive.read(name).decode())
    assert told["License-Expression"] == "MIT"
    assert told["Requires-Python"] == ">=3.11"
    assert "# galeri" in told.get_payload()


def test_new_gallery_builds_with_the_installed_wheel(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "galeri", "init", "x", cwd=tmp_path).returncode == 0
    done = run(installed / "galeri", "build", "-g", "x", "--strict", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "warning" not in done.stderr
    assert (tmp_path / "x" / "site" / "index.html").is_file()


def test_installed_program_is_the_wheels_own(installed: Path, tmp_path: Path) -> None:
    code = "import galeri; print(galeri.__file__)"
    done = run(installed / "python", "-c", code, cwd=tmp_path)
    assert Path(done.stdout.strip()).is_relative_to(installed.parent)


def test_build_py_is_the_build_command_with_its_options(tmp_path: Path) -> None:
    galeri = [sys.executable, "-m", "galeri"]
    assert run(*galeri, "init", "x", cwd=tmp_path).returncode == 0
    door = [sys.executable, str(ROOT / "build.py")]
    done = run(*door, "-g", "x", "--strict", "--output", "public", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "public" / "index.html").is_file()
    assert not (tmp_path / "x" / "site").exists()
    helps = [run(*start, "--help", cwd=tmp_path).stdout for start in (door, [*galeri, "build"])]
    assert helps[0] == helps[1] != ""
