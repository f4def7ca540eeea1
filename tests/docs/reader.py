"""Somebody who follows a guide to the letter: writes its files, types its commands, and compares what they see.

A fenced block is a file (```yaml galeri.yaml), commands (```sh), or what the last command shows (```text), in which `…`
stands for anything. What `galeri new` asks is shown with the answers, which are typed.
"""

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

from galeri import __version__
from tests.photos.samples import chessboard
from tests.support.shared import lend
from tests.support.started import started

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "docs" / "guides"
_FENCED = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_DAY = "1795305600"
"""2026-11-22: what is told of consent and of prices depends on the day."""
_LOCALES = {"en": "en_GB.UTF-8", "id": "id_ID.UTF-8"}
_REQUIRED = "galeri-{version}-py3-none-any.whl"
_PATIENCE = 60


class Block(NamedTuple):
    """A fenced block: its language, the path of the file that it is, and its text."""

    language: str
    path: str
    text: str


def blocks(page: Path) -> list[Block]:
    """List the fenced blocks of a page."""
    return [Block(*found) for found in _FENCED.findall(page.read_text(encoding="utf-8"))]


@dataclass
class Reader:
    """A person in an empty folder, beside whom lie galeri as it was downloaded and a photo.

    `pictures` keeps those that guides have in common: each is encoded once.
    """

    folder: Path
    language: str
    pictures: Path
    here: Path = field(init=False)

    def __post_init__(self) -> None:
        """Put there what a reader brings along."""
        self.here = self.folder
        chessboard().save(self.folder / "kain.jpg", quality=90)
        (self.folder / "galeri").symlink_to(ROOT, target_is_directory=True)

    def follow(self, page: Path) -> None:
        """Do what a page says, from its first block to its last."""
        found = blocks(page)
        for at, block in enumerate(found):
            if block.path:
                self._write(block)
            elif block.language == "sh":
                after = found[at + 1] if at + 1 < len(found) else Block("", "", "")
                self._type(block, after.text if after.language == "text" and not after.path else None)

    def _write(self, block: Block) -> None:
        target = self.here / block.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(block.text, encoding="utf-8")

    def _type(self, block: Block, shown: str | None) -> None:
        *before, last = block.text.splitlines()
        for line in before:
            self._run(shlex.split(line), None)
        self._run(shlex.split(last), shown)

    def _run(self, words: list[str], shown: str | None) -> None:
        match words:
            case ["cd", folder]:
                self.here = self.here / folder
            case ["galeri", "serve", *_]:
                self._serve(words)
            case ["galeri", "new", *options] if "--yes" not in options:
                self._answer(words, shown or "")
            case ["galeri", *_]:
                self._compare(words, self._typed(words), shown)
            case ["uv", "tool", "install", folder] | ["pipx", "install", folder]:
                project = tomllib.loads((self.here / folder / "pyproject.toml").read_text(encoding="utf-8"))
                assert "galeri" in project["project"]["scripts"]
            case ["uv", "build", *_]:
                here = ["--offline", "--no-build-isolation", "--python", sys.executable]  # downloads nothing
                self._compare(words, self._started([sys.executable, "-m", *words, *here]), shown)
                assert (self.here / _REQUIRED.format(version=__version__)).is_file()
            case ["rsync" | "lftp" | "npx" as program, *_]:
                self._upload(program, words)
            case _:
                message = f"nobody runs {words}"
                raise AssertionError(message)

    @property
    def _environment(self) -> dict[str, str]:
        return {"LC_ALL": _LOCALES[self.language], "SOURCE_DATE_EPOCH": _DAY}

    def _typed(self, words: list[str], typed: str = "") -> tuple[int, str]:
        """Run galeri; pictures that an earlier guide has made are at hand, as for a second build of one gallery."""
        if (self.here / "galeri.yaml").is_file():
            lend(self.pictures, self.here)
        return started(words[1:], self.here, self._environment, typed)

    def _started(self, words: list[str]) -> tuple[int, str]:
        done = subprocess.run(
            words,
            cwd=self.here,
            env=os.environ | self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout

    def _compare(self, words: list[str], done: tuple[int, str], shown: str | None) -> None:
        code, seen = done
        wrong = shown is not None and re.search(r": (error|kesalahan)\[", shown) is not None
        assert code == int(wrong), f"{words}\n{seen}"
        assert shown is None or matches(shown, seen), f"{words}\n{seen}"

    def _answer(self, words: list[str], shown: str) -> None:
        """Type what stands after each question, and compare the questions."""
        questions, told = dialogue(shown)
        typed = "".join(f"{answer}\n" for _, answer in questions)
        code, seen = self._typed(words, typed)
        assert code == 0, seen
        assert seen == "".join(question for question, _ in questions) + told

    def _serve(self, words: list[str]) -> None:
        """Look at the page that is served, and end the server."""
        port = free_port()
        command = [sys.executable, "-m", *words, "--no-browser", "--port", str(port)]
        with subprocess.Popen(command, cwd=self.here, stderr=subprocess.DEVNULL) as server:
            try:
                assert "<html" in fetched(port)
            finally:
                server.terminate()

    def _upload(self, program: str, words: list[str]) -> None:
        """Upload into a folder here, where the program is there and takes one: nobody's account is at hand."""
        assert (self.here / "site" / "index.html").is_file()
        target = self.folder / "public_html"
        if program == "rsync" and shutil.which(program):
            words = [str(target) if ":" in each else each for each in words]
        elif program == "lftp" and shutil.which(program):
            words = [*words[: words.index("-u")], self.folder.as_uri()]
        else:
            return
        code, seen = self._started(words)
        assert code == 0, seen
        assert tree(target) == tree(self.here / "site")
        shutil.rmtree(target)


def tree(folder: Path) -> set[str]:
    """List the files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def matches(shown: str, seen: str) -> bool:
    """Whether what was seen is what is shown; a line `…` stands for lines, `…` in a line for characters."""
    parts = (
        r"(?:.*\n)*?" if line == "…\n" else ".*?".join(map(re.escape, line.split("…")))
        for line in shown.splitlines(keepends=True)
    )
    return re.fullmatch("".join(parts), seen) is not None


def dialogue(shown: str) -> tuple[list[tuple[str, str]], str]:
    """Part a dialogue into its questions, each with its answer, and what is told at its end."""
    *asked, told = shown.splitlines(keepends=True)
    parts = (re.fullmatch(r"(.*:)(?: (.*))?\n", line) for line in asked)
    return [(f"{part[1]} ", part[2] or "") for part in parts if part], told


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def fetched(port: int) -> str:
    """Get the first page of a server that may still be starting."""
    for _ in attempts():
        with closing(HTTPConnection("127.0.0.1", port)) as connection:
            try:
                connection.request("GET", "/")
                return connection.getresponse().read().decode()
            except OSError:
                continue
    message = f"nobody answers on port {port}"
    raise AssertionError(message)


def attempts() -> Iterator[None]:
    """Try for a while, ten times a second."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        yield
        time.sleep(0.1)
