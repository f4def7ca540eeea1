"""Run a command as a tree of processes and say what it cost: wall time, CPU time, peak memory."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

import psutil  # type: ignore[import-untyped, unused-ignore]  # types-psutil has them

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

INTERVAL = 0.05  # seconds between two samples of memory
ADOPT_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER of Linux's prctl


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took, in seconds: by the clock, and of CPU over the whole tree of processes."""

    wall: float
    cpu: float
    output: str


class CommandError(Exception):
    """A measured command failed."""


def environment() -> dict[str, str]:
    """Return this environment as a visitor's shell has it: Python may keep its compiled modules."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def adopt_orphans() -> None:
    """Let processes whose parent has ended become our children, so that their cost is counted."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(ADOPT_ORPHANS, 1, 0, 0, 0)


def spent() -> float:
    """Return the CPU seconds, user and system, of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def start(command: Sequence[str], folder: Path, output: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start a command in a folder, both its streams into one file."""
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
    )


def finish(process: subprocess.Popen[bytes], output: IO[bytes]) -> str:
    """Wait for orphans too, and return what was printed; a failed command is an error."""
    with suppress(ChildProcessError):
        while True:
            os.wait()
    output.seek(0)
    text = output.read().decode(errors="replace")
    if process.returncode:
        message = f"{process.args!r} ended with {process.returncode}:\n{text}"
        raise CommandError(message)
    return text


def timed(command: Sequence[str], folder: Path) -> Run:
    """Run a command in a folder and return what it took; nothing else is done meanwhile."""
    adopt_orphans()
    os.sync()  # what the run before has left to write is not this run's cost
    with tempfile.TemporaryFile() as output:
        cpu, clock = spent(), time.perf_counter()
        process = start(command, folder, output)
        process.wait()
        wall = time.perf_counter() - clock
        text = finish(process, output)
        return Run(wall, spent() - cpu, text)


def memory(process: psutil.Process) -> int:
    """Return the bytes a process holds: its share of shared pages where the system tells, else all."""
    try:
        held = process.memory_full_info()
    except psutil.Error:
        return 0  # it has ended meanwhile
    return int(getattr(held, "pss", 0) or held.rss)


def peak(command: Sequence[str], folder: Path) -> int:
    """Run a command in a folder and return the most bytes its processes held together."""
    adopt_orphans()
    ourselves, highest = psutil.Process(), 0
    with tempfile.TemporaryFile() as output:
        process = start(command, folder, output)
        while process.poll() is None:
            highest = max(highest, sum(map(memory, ourselves.children(recursive=True))))
            time.sleep(INTERVAL)
        finish(process, output)
    return highest
