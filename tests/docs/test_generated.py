"""The documentation says what the program does: its tables are made from it, its lists are complete."""

import re
import subprocess
import sys
from pathlib import Path

import jinja2
import jinja2.meta
import pytest

from galeri.commands.languages import Voice
from galeri.commands.main import parser
from galeri.making.pages import Renderer
from galeri.model.problem_codes import PROBLEMS

_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
TEMPLATES = ROOT / "themes" / "pendapa" / "templates"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_committed_pages_are_what_the_generator_gives() -> None:
    done = subprocess.run(
        [sys.executable, DOCS / "generate.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    assert done.returncode == 0, done.stderr


def test_every_command_and_option_is_documented() -> None:
    told = page("commands.md")
    choices = [each.choices for each in parser(Voice("en"))._actions if isinstance(each.choices, dict)]  # noqa: SLF001
    for name, command in choices[0].items():
        section = told.partition(f"## galeri {name}\n")[2].partition("\n## ")[0]
        assert section, name
        for param in command._actions:  # noqa: SLF001
            shown = param.option_strings or [str(param.metavar)]
            assert all(f"`{option}`" in section for option in shown), (name, shown)
            assert param.help, (name, shown)


def test_every_problem_is_documented() -> None:
    told = page("errors.md")
    assert [code for code in PROBLEMS if f"**{code}**" not in told] == []


def test_every_filter_and_function_of_templates_is_documented() -> None:
    told = page("themes.md")
    environment = Renderer([str(TEMPLATES.parent)], {}, {}).environment
    jinja = jinja2.Environment(autoescape=True)
    own = (environment.filters.keys() - jinja.filters.keys()) | (
        environment.globals.keys() - jinja.globals.keys()
    )
    assert [name for name in sorted(own) if f"`{name}`" not in told and f"`{name}(" not in told] == []


def test_every_value_given_to_templates_is_documented() -> None:
    told = page("themes.md")
    environment = Renderer([str(TEMPLATES.parent)], {}, {}).environment
    used: set[str] = set()
    for path in TEMPLATES.glob("*.html"):
        tree = environment.parse(path.read_text(encoding="utf-8"))
        used |= jinja2.meta.find_undeclared_variables(tree)
    given = {"site", "page", "view", "structured_data", "og_locale", "og_alternates", "generator"}
    assert [name for name in sorted(given) if f"`{name}`" not in told] == []
    assert given <= used


@pytest.mark.parametrize("name", ["settings.md", "records.md", "themes.md", "commands.md"])
def test_every_field_and_option_is_described(name: str) -> None:
    rows = [line for line in page(name).splitlines() if line.startswith("| `")]
    assert rows
    assert [row for row in rows if not row.removesuffix("|").rpartition("|")[2].strip()] == []


def test_every_target_of_make_that_is_named_exists() -> None:
    targets = (
        (ROOT / "Makefile").read_text(encoding="utf-8").partition(".PHONY:")[2].partition("\n")[0].split()
    )
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        named = {word.partition("`")[0] for word in text.split("`make ")[1:]}
        assert named <= set(targets), name


def test_links_between_pages_lead_somewhere() -> None:
    for path in (
        *DOCS.glob("*.md"),
        *DOCS.glob("guides/[a-z][a-z]/*.md"),
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
    ):
        for part in _CODE.sub("", path.read_text(encoding="utf-8")).split("](")[1:]:
            target, _, anchor = part.partition(")")[0].partition("#")
            if ":" in target:
                continue
            file = path.parent / target if target else path
            assert file.is_file(), (path.name, target)
            headings = [line for line in _text(file).splitlines() if line.startswith("#")]
            anchors = {heading.strip("# ").lower().replace(" ", "-") for heading in headings}
            assert not anchor or anchor in anchors, (path.name, anchor)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.suffix == ".md" else ""
