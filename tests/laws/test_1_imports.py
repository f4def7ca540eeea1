"""Law 1: imports go only downward."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import galeri

ROOT = Path(galeri.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
ALLOWED = {
    "model": {"model"},
    "reading": {"reading", "model"},
    "planning": {"planning", "model"},
    "making": {"making", "model"},
    "reports": {"reports", "model"},
    "publishing": {"publishing", "making", "model"},
    "sheets": {"sheets", "reading", "model"},
    "options": {"model"},
    "garbage": set(),
    "pipeline": {"garbage", "options", "publishing", "reports", "making", "planning", "reading", "model"},
    "printing": {"options", "pipeline", "publishing", "making", "planning", "reading", "model"},
    "caretaking": {"options", "pipeline", "publishing", "making", "planning", "reading", "model"},
    "weighing": {"options", "planning", "reports", "reading", "model"},
    "translating": {"options", "sheets", "reports", "reading", "model"},
    "previewing": {
        "previewing",
        "garbage",
        "options",
        "pipeline",
        "publishing",
        "making",
        "planning",
        "reading",
        "model",
    },
    "workbooks": {
        *("workbooks", "options", "pipeline"),
        *("sheets", "publishing", "planning", "reading", "model"),
    },
    "commands": {
        *(
            "commands",
            "caretaking",
            "garbage",
            "previewing",
            "printing",
            "translating",
            "weighing",
            "workbooks",
            "pipeline",
            "options",
        ),
        *("sheets", "publishing", "reports", "making", "planning", "reading", "model"),
    },
    "__main__": {"commands"},
    "__init__": set(),
}
"""What each part may import of this program; `galeri` itself, which holds the version, is open to all."""
DISK = {
    "os",
    "io",
    "pathlib",
    "shutil",
    "tempfile",
    "glob",
    "subprocess",
    "socket",
    "urllib.request",
    "sqlite3",
}
"""Modules that reach outside the program."""
PURE = {"pathlib.PurePosixPath", "pathlib.PurePath"}
"""What there is arithmetic on names alone."""


def part(module: Path) -> str:
    return module.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(module: Path) -> Iterator[tuple[str, int]]:
    """List every module that `module` imports, wherever in it, under its full name."""
    package = ["galeri", *module.relative_to(ROOT).parts[:-1]]
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((f"{base}.{alias.name}", node.lineno) for alias in node.names)


def named(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def test_every_module_belongs_to_a_floor() -> None:
    assert {part(module) for module in MODULES} - {"starter", "locale", "themes"} == set(ALLOWED)


@pytest.mark.parametrize("module", [each for each in MODULES if part(each) in ALLOWED], ids=named)
def test_imports_go_only_downward(module: Path) -> None:
    for name, line in imported(module):
        parts = name.split(".")
        if parts[0] == "galeri" and parts[1] != "__version__":
            assert parts[1] in ALLOWED[part(module)], f"{module}:{line} imports {name}"


@pytest.mark.parametrize(
    "module", [each for each in MODULES if part(each) in {"model", "planning", "reports"}], ids=named
)
def test_the_model_planning_and_reports_import_nothing_that_reaches_the_disk(module: Path) -> None:
    for name, line in imported(module):
        reaches = any(name == each or name.startswith(f"{each}.") for each in DISK)
        assert name in PURE or not reaches, f"{module}:{line} imports {name}"


@pytest.mark.parametrize("module", [each for each in MODULES if part(each) != "commands"], ids=named)
def test_only_commands_print_and_exit(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in {"print", "input", "exit", "quit", "sys.exit"}, (
                f"{module}:{node.lineno} calls {called}"
            )
