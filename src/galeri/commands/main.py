"""The `galeri` command: each subcommand is a module that adds its options and runs."""

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from types import ModuleType

from galeri import __version__
from galeri.commands import build, cache, check, export, import_, init, labels, new, pdf, schema, translated
from galeri.commands.languages import Voice, chosen

COMMANDS: dict[str, ModuleType] = {
    "build": build,
    "check": check,
    "pdf": pdf,
    "labels": labels,
    "init": init,
    "new": new,
    "export": export,
    "import": import_,
    "translated": translated,
    "schema": schema,
    "cache": cache,
}
_OF_PRINTS = frozenset({"pdf", "labels"})
"""Commands whose --language is that of the prints; the program speaks to a person as the environment says."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 when all went well, 1 with problems, 2 with a wrong option."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Windows consoles may use another code page
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = sys.argv[1:] if arguments is None else list(arguments)
    voice = Voice(chosen(_wanted(given)))
    asked: Namespace = parser(voice).parse_args(given or ["--help"])
    sys.exit(COMMANDS[asked.command].run(asked, voice))


def parser(say: Voice) -> ArgumentParser:
    """Describe the whole command line in the user's language."""
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
    for name, module in COMMANDS.items():
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
