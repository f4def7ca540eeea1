"""The guides are true: who follows one to the letter, in an empty folder, sees what it shows."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
import yaml

from galeri import __version__
from tests.docs.reader import GUIDES, Reader, blocks, dialogue, matches

LANGUAGES = ("en", "id")
NAMES = sorted(path.name for path in (GUIDES / "en").glob("*.md"))
CHAPTERS = [path for language in LANGUAGES for path in sorted((GUIDES / language).glob("[a-z]*.md"))]
_NUMBERED = re.compile(r"^\d+\. \[(.+)\]\((.+)\)$", re.MULTILINE)


def named(page: Path) -> str:
    return f"{page.parent.name}-{page.stem}"


@pytest.mark.parametrize("page", CHAPTERS, ids=named)
def test_who_follows_it_to_the_letter_sees_what_it_shows(page: Path, tmp_path: Path, pictures: Path) -> None:
    Reader(tmp_path, page.parent.name, pictures).follow(page)


def test_each_guide_is_there_in_both_languages() -> None:
    assert [path.name for path in sorted((GUIDES / "id").glob("*.md"))] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_steps(name: str) -> None:
    ours, theirs = ([block.language for block in blocks(GUIDES / each / name)] for each in LANGUAGES)
    assert ours == theirs


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_guides_names_every_one_by_its_title(language: str) -> None:
    listed = _NUMBERED.findall((GUIDES / language / "README.md").read_text(encoding="utf-8"))
    assert sorted(path for _, path in listed) == [name for name in NAMES if name != "README.md"]
    for title, path in listed:
        assert (GUIDES / language / path).read_text(encoding="utf-8").startswith(f"# {title}\n")


@pytest.mark.parametrize("page", CHAPTERS, ids=named)
def test_a_file_that_is_shown_is_named_in_the_lines_before_it(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for block in blocks(page):
        before, _, text = text.partition(block.text)
        assert f"`{block.path}`" in before or not block.path


class TestHosts:
    """The files for hosts do what the guide's own commands do."""

    @staticmethod
    def file(language: str, path: str) -> str:
        [found] = [block.text for block in blocks(GUIDES / language / "publishing.md") if block.path == path]
        return found

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_each_of_them_builds_as_the_guide_does(self, language: str) -> None:
        typed = [
            line
            for block in blocks(GUIDES / language / "publishing.md")
            if block.language == "sh"
            for line in block.text.splitlines()
        ]
        workflow = yaml.safe_load(self.file(language, ".github/workflows/publish.yml"))
        steps = workflow["jobs"]["publish"]["steps"]
        run = [step["run"] for step in steps if "run" in step]
        assert run == [
            "pip install -r requirements.txt",
            "galeri check --strict --format github",
            "galeri build --release",
        ]
        netlify = tomllib.loads(self.file(language, "netlify.toml"))
        assert netlify["build"]["command"] in typed
        cloudflare = next(
            line
            for line in (GUIDES / language / "publishing.md").read_text(encoding="utf-8").splitlines()
            if "cp _headers" in line
        )
        assert [shlex.split(each) for each in cloudflare.split("`")[1].split("&&")] == [
            *(["pip", "install", "-r", "requirements.txt"], ["galeri", "build", "--release"]),
            ["cp", "_headers", "site/"],
        ]
        assert {"galeri check --strict", "galeri build --release"} <= set(typed)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_all_publish_the_folder_that_a_build_makes(self, language: str) -> None:
        workflow = yaml.safe_load(self.file(language, ".github/workflows/publish.yml"))
        [upload] = [
            each
            for each in workflow["jobs"]["publish"]["steps"]
            if "upload-pages-artifact" in each.get("uses", "")
        ]
        netlify = tomllib.loads(self.file(language, "netlify.toml"))
        wrangler = tomllib.loads(self.file(language, "wrangler.toml"))
        assert (
            upload["with"]["path"]
            == netlify["build"]["publish"]
            == wrangler["pages_build_output_dir"]
            == "site"
        )

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_hosts_install_the_version_that_the_guide_makes(self, language: str) -> None:
        assert self.file(language, "requirements.txt") == f"./galeri-{__version__}-py3-none-any.whl\n"

    def test_headers_are_the_same_on_every_host(self) -> None:
        netlify = tomllib.loads(self.file("en", "netlify.toml"))
        told = dict(
            line.strip().split(": ", 1) for line in self.file("en", "_headers").splitlines() if ": " in line
        )
        assert netlify["headers"] == [{"for": "/*", "values": told}]


def test_the_comparison_would_see_a_difference() -> None:
    assert matches("…\n0 errors, …\n", "one\ntwo\n0 errors, 3 notes\n")
    assert not matches("…\n0 errors, …\n", "one\n1 error, 3 notes\n")
    assert not matches("one\n", "one\ntwo\n")


def test_answers_are_told_from_questions() -> None:
    assert dialogue("Name?: Kain\nFolder [kain]:\nwritten\n") == (
        [("Name?: ", "Kain"), ("Folder [kain]: ", "")],
        "written\n",
    )
