"""The examples of the documentation are run.

An example that is a file of a gallery says which one: ```yaml content/products/…/product.yaml. All of a page's are
put into a gallery that `galeri init` made, and that builds without a warning.
"""

import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.shared import lend
from tests.support.started import started

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
PHOTO = ROOT / "src/galeri/starter/content/products/kain-kawung/01-kain.jpg"
_FENCED = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LANGUAGES = {"yaml", "markdown", "sh", "text"}


class Example(NamedTuple):
    language: str
    path: str
    text: str


def examples(page: Path) -> list[Example]:
    return [Example(*found) for found in _FENCED.findall(page.read_text(encoding="utf-8"))]


def galeri(*arguments: str, cwd: Path, pictures: Path) -> tuple[int, str]:
    """Run galeri; what other tests have made of the starter's photos is at hand for the gallery `kriya`."""
    if (cwd / "kriya").is_dir():
        lend(pictures, cwd / "kriya")
    return started(arguments, cwd, {"LC_ALL": "C.UTF-8"})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_example_is_of_a_kind_that_is_run(page: Path) -> None:
    assert page.read_text(encoding="utf-8").count("\n```") == 2 * len(examples(page))
    for example in examples(page):
        assert example.language in _LANGUAGES
        assert example.path or example.language not in {"yaml", "markdown"}, example.text


@pytest.mark.parametrize(
    "page", [page for page in PAGES if any(each.path for each in examples(page))], ids=lambda page: page.name
)
def test_files_in_examples_make_a_gallery_that_builds_without_a_warning(
    page: Path, tmp_path: Path, pictures: Path
) -> None:
    assert galeri("init", "kriya", cwd=tmp_path, pictures=pictures)[0] == 0
    for example in examples(page):
        if example.path:
            target = tmp_path / "kriya" / example.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(example.text, encoding="utf-8")
            for name in re.findall(r"file: ([\w-]+\.jpg)", example.text):
                shutil.copy(PHOTO, target.parent / name)
    code, shown = galeri("build", "-g", "kriya", "--strict", cwd=tmp_path, pictures=pictures)
    assert code == 0, shown
    assert "warning" not in shown


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if any(each.language == "sh" for each in examples(page))],
    ids=lambda page: page.name,
)
def test_commands_in_examples_run(page: Path, tmp_path: Path, pictures: Path) -> None:
    for example in examples(page):
        for line in example.text.splitlines() if example.language == "sh" else ():
            _try(shlex.split(line), tmp_path, pictures)


def _try(words: list[str], cwd: Path, pictures: Path) -> None:
    """Run a command of galeri; of what sets up the project itself, only see that it is there."""
    if words[0] == "galeri":
        code, shown = galeri(*words[1:], cwd=cwd, pictures=pictures)
        assert code == 0, shown
    elif words[0] == "make":
        assert f"\n{words[1]}: " in (ROOT / "Makefile").read_text(encoding="utf-8")
    elif words[:2] == ["uv", "run"]:
        assert (ROOT / words[2]).is_file() or shutil.which(words[2], path=Path(sys.executable).parent)
    else:
        pytest.fail(f"nobody runs {words}")


def test_the_problem_that_is_shown_is_what_a_build_says(tmp_path: Path, pictures: Path) -> None:
    [shown] = [each.text for each in examples(ROOT / "docs" / "errors.md") if each.language == "text"]
    assert galeri("init", "kriya", cwd=tmp_path, pictures=pictures)[0] == 0
    facts = tmp_path / "kriya/content/products/kain-kawung/product.yaml"
    facts.write_text(
        facts.read_text(encoding="utf-8").replace("kelompok-contoh", "kelompok-conto"), encoding="utf-8"
    )
    code, said = galeri("build", "-g", "kriya", cwd=tmp_path, pictures=pictures)
    assert code == 1
    assert said.startswith(shown), said
