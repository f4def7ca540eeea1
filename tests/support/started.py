"""The program as a person starts it, but in a process that is forked from one that has loaded its libraries already.

What it is given and what it shows are the same: arguments, environment, folder, what is typed, and the exit code. Only
where a system can't fork, each process loads everything anew.
"""

import multiprocessing
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

_LOADED = (
    "galeri.commands.main",
    "galeri.reading.gallery",
    "galeri.planning.plan",
    "galeri.publishing.pool",
    "galeri.publishing.publish",
    "galeri.making.images",
    "babel.dates",
    "babel.messages.pofile",
    "tests.support.pendapa",
)
"""What most commands need, and a theme, compiled. Typst is not among it: a process that has loaded it is not forked."""
_FORKS = "forkserver" in multiprocessing.get_all_start_methods()
_CONTEXT = multiprocessing.get_context("forkserver") if _FORKS else multiprocessing.get_context("spawn")
if _FORKS:
    _CONTEXT.set_forkserver_preload(list(_LOADED))


def started(words: Sequence[str], folder: Path, more: Mapping[str, str], typed: str = "") -> tuple[int, str]:
    """Run `galeri` in a folder with more environment; give its exit code and all that it showed.

    `words` are those after the name of the program; `typed` is what a person types.
    """
    with tempfile.TemporaryDirectory() as name:
        keyboard, screen = Path(name, "typed"), Path(name, "shown")
        keyboard.write_text(typed, encoding="utf-8")
        process = _CONTEXT.Process(
            target=_run, args=(list(words), str(folder), dict(os.environ | more), str(keyboard), str(screen))
        )
        process.start()
        process.join()
        assert process.exitcode is not None
        return process.exitcode, screen.read_text(encoding="utf-8")


def _run(words: list[str], folder: str, environment: dict[str, str], keyboard: str, screen: str) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    shown = os.open(screen, os.O_WRONLY | os.O_CREAT)
    for number, file in ((0, os.open(keyboard, os.O_RDONLY)), (1, shown), (2, shown)):
        os.dup2(file, number)
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        setattr(sys, name, open(number, "r" if number == 0 else "w", encoding="utf-8", closefd=False))  # noqa: SIM115
    from galeri.commands.main import main  # noqa: PLC0415 - nothing is loaded where the tests are

    try:
        main(words)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
