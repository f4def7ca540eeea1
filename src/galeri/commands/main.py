"""The `galeri` command: each subcommand in a module of its own."""

import sys

import typer

from galeri import __version__
from galeri.commands.build import build
from galeri.commands.init import init

app = typer.Typer(
    name="galeri",
    help="Turns Markdown, YAML and photos into a multilingual gallery that any static host can serve.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(build)
app.command()(init)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"galeri {__version__}")
        raise typer.Exit


@app.callback()
def _galeri(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Show the version."
    ),
) -> None:
    pass


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; the exit code is 0 when all went well, 1 with problems, 2 with a wrong option."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                encoding="utf-8", errors="replace"
            )  # Windows consoles may use another code page
    app(args=arguments, prog_name="galeri")
