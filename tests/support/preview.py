"""A preview in a process of its own, as a person starts it."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from tests.support.processes import end_group


@dataclass(slots=True)
class Served:
    """A preview that is running: its address, its process, and what it has told so far."""

    address: str
    process: subprocess.Popen[str]
    told: list[str]
    _listening: Thread

    def interrupt(self) -> int:
        """End it as Ctrl-C does, and give its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)

    def end(self) -> None:
        """End it at once."""
        end_group(self.process.pid)
        self.process.wait()
        self._listening.join()
        if self.process.stderr:
            self.process.stderr.close()


def free_port() -> int:
    """Find a port that nothing listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def start(gallery: Path, *options: str, language: str = "en") -> Served:
    """Start a preview and wait until it tells its address."""
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "galeri", "serve", "--gallery", str(gallery), "--no-browser"),
            *("--port", str(free_port()), "--language", language, *options),
        ],
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    assert process.stderr is not None
    first = process.stderr.readline()
    found = re.search(r"http://\S+/", first)
    assert found, first + process.stderr.read()
    told: list[str] = []
    listening = Thread(target=lambda: told.extend(process.stderr or ()), daemon=True)
    listening.start()
    return Served(found[0], process, told, listening)


@contextmanager
def preview(gallery: Path, *options: str, language: str = "en") -> Iterator[Served]:
    """Show a gallery as long as it is needed."""
    served = start(gallery, *options, language=language)
    try:
        yield served
    finally:
        served.end()
