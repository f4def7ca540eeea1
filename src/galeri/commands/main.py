"""The `galeri` command: each subcommand is a module that adds its options and runs."""

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from keyword import iskeyword
from types import ModuleType

from galeri import __version__
from galeri.commands.languages import Voice, chosen
from galeri.garbage import without_garbage_collection


class _Commands(Mapping[str, ModuleType]):
    """Modules of commands by name, each imported when it is looked up: a command need not wait for the others."""

    def __init__(self, *names: str) -> None:
        self._names = names

    def __getitem__(self, name: str) -> ModuleType:
        if name not in self._names:
            raise KeyError(name)
        return import_module(f"galeri.commands.{name}_" if iskeyword(name) else f"galeri.commands.{name}")

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


COMMANDS = _Commands(
    "build",
    "serve",
    "check",
    "pdf",
    "labels",
    "init",
    "new",
    "export",
    "import",
    "translated",
    "schema",
    "cache",
)
_OF_PRINTS = frozenset({"pdf", "labels"})
"""Commands whose --language is that of the prints; the program speaks to a person as the environment says."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 when all went well, 1 with problems, 2 with a wrong option."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Windows consoles may use another code page
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = sys.argv[1:] if arguments is None else list(arguments)
    voice = Voice(chosen(_wanted(given)))
    with without_garbage_collection():  # the command's modules are loaded here
        described = parser(voice, next(iter(given), ""))
    asked: Namespace = described.parse_args(given or ["--help"])
    sys.exit(COMMANDS[asked.command].run(asked, voice))


def parser(say: Voice, only: str = "") -> ArgumentParser:
    """Describe the command line in the user's language: all of it, or `only` one command if there is such."""
    top = ArgumentParser(
        "galeri",
        description=say(
            "Turns Markdown, YAML and photos into a multilingual gallery that any static host can serve."
        ),
        add_help=False,
        allow_abbrev=False,
    )
    top.add_argument(
        "--version", action="version", version=f"galeri {__version__}", help=say("Show the version.")
    )
    _add_help(top, say)
    commands = top.add_subparsers(dest="command", required=True, metavar=say("COMMAND"))
    for name in [only] if only in COMMANDS else COMMANDS:
        module = COMMANDS[name]
        about = say(module.ABOUT)
        command = commands.add_parser(
            name,
            help=about.partition("\n")[0],
            description=about,
            formatter_class=RawDescriptionHelpFormatter,
            add_help=False,
            allow_abbrev=False,
            conflict_handler="resolve",  # prints have a --language of their own
        )
        command.add_argument(
            "--language", metavar=say("TAG"), help=say("Speak Indonesian (id) or English (en).")
        )
        module.add_options(command, say)
        _add_help(command, say)
    return top


def _add_help(command: ArgumentParser, say: Voice) -> None:
    command.add_argument("--help", "-h", action="help", help=say("Show this help."))


def _wanted(given: Sequence[str]) -> str | None:
    """Read the one option that must be known before anything is said: the program's language."""
    if given and given[0] in _OF_PRINTS:
        return None
    early = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--language", nargs="?")
    asked = early.parse_known_args(given)[0].language
    return None if asked is None else str(asked)
