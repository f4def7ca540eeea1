"""Builds the guides into a site with galeri itself: each page of en/ and id/ becomes the words of an article."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from galeri.commands.main import main

HERE = Path(__file__).parent
LANGUAGES = ("en", "id")
_LISTED = re.compile(r"^(\d+)\. \[.+\]\((.+)\.md\)$", re.MULTILINE)
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_INFO = re.compile(r"\A```(\w+) .*")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_BESIDE = re.compile(r"([a-z-]+)\.md(?:#.*)?")
_COMMENT = re.compile(r"^<!--.*?-->\n", re.MULTILINE)


def write(target: Path) -> None:
    """Write the guides as articles into the folder `target`; their numbers in the list keep them in order."""
    for number, name in _LISTED.findall((HERE / "en" / "README.md").read_text(encoding="utf-8")):
        folder = target / "articles" / name
        folder.mkdir(parents=True)
        (folder / "article.yaml").write_text("kind: education\n", encoding="utf-8")
        for language in LANGUAGES:
            page = (HERE / language / f"{name}.md").read_text(encoding="utf-8")
            (folder / f"{language}.md").write_text(words(page, number), encoding="utf-8")


def words(page: str, number: str) -> str:
    """Make of a page the words of an article: its heading is the title, its first paragraph the summary."""
    heading, _navigation, first, rest = page.split("\n\n", 3)
    front = {
        "title": f"{number}. {heading.removeprefix('# ')}",
        "summary": " ".join(_linked(first).replace("`", "").split()),
    }
    return f"---\n{yaml.safe_dump(front, allow_unicode=True, width=10_000)}---\n{''.join(_story(rest))}"


def _story(text: str) -> Iterator[str]:
    """Lead links to the articles, and leave of a fence's first line only the language, which Markdown knows."""
    at = 0
    for fence in _FENCED.finditer(text):
        yield _linked(text[at : fence.start()])
        yield _shown(fence[0]) if fence[0].startswith("```text\n") else _INFO.sub(r"```\1", fence[0])
        at = fence.end()
    yield _linked(text[at:])


def _shown(fence: str) -> str:
    """Quote what a command shows, so that it is told from what is typed."""
    return "\n".join(f">     {line}" for line in fence.splitlines()[1:-1])


def _linked(text: str) -> str:
    return _LINK.sub(_link, _COMMENT.sub("", text))


def _link(found: re.Match[str]) -> str:
    """Lead to another guide by its record; what is elsewhere in the documentation is only named."""
    if ":" in found[2]:
        return found[0]
    beside = _BESIDE.fullmatch(found[2])
    return f"[{found[1]}](article:{beside[1]})" if beside else found[1]


if __name__ == "__main__":
    shutil.rmtree(HERE / "content", ignore_errors=True)
    write(HERE / "content")
    main(["build", "--gallery", str(HERE), "--strict", *sys.argv[1:]])
