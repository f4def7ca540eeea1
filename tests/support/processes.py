"""Builds in processes of their own, to be stopped and killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[2]
DRIVER = """\
import os
import signal
import sys
from pathlib import Path

import galeri.making.images, galeri.planning.plan, galeri.publishing.publish, galeri.reading.gallery
import galeri.publishing.pool as pool
from galeri.options import Options
from galeri.pipeline import build
from tests.support.compiled import warm

CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}


def die_at(step):
    count = 0

    def watch(event, arguments):
        nonlocal count
        if event in CHANGES or event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR):
            count += 1
            if count > step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


if __name__ == "__main__":
    folder, many = sys.argv[1:]
    many = int(many)
    pool.SMALL = pool.SMALL if many == 1 else 0
    warm(sorted(Path(folder, "themes").iterdir()))
    print("ready", flush=True)
    for line in sys.stdin:
        child = os.fork()
        if child:
            print(child, flush=True)
            sys.stdin.readline()
            _, status = os.waitpid(child, 0)
            print("killed" if os.WIFSIGNALED(status) else os.WEXITSTATUS(status), flush=True)
        else:
            if int(line) >= 0:
                die_at(int(line))
            build(Options(Path(folder), workers=many))
            os._exit(0)
"""


class Builder:
    """A process that has imported all that a build needs, and builds one gallery as often as it is told.

    Each build runs in a process of its own, so that it can be killed.
    """

    def __init__(self, root: Path, workers: int = 1) -> None:
        """Start the process and wait until it is ready."""
        driver = root.parent / "driver.py"
        driver.write_text(DRIVER)
        self._process = subprocess.Popen(
            [sys.executable, str(driver), str(root), str(workers)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        )
        self.group = self._process.pid
        assert self._hear() == "ready"

    def __enter__(self) -> Self:
        """Be used in a `with`."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process and all that it started."""
        end_group(self.group)
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def start(self, die_at: int = -1) -> int:
        """Start a build that kills itself before its change `die_at` (from 0) to the disk; give its process id."""
        self._say(str(die_at))
        return int(self._hear())

    def killed(self) -> bool:
        """Wait for the end of the build; whether it was killed rather than done."""
        self._say("wait")
        return self._hear() == "killed"

    def kill(self, build: int) -> bool:
        """Kill a build; whether it was still at work."""
        os.kill(build, signal.SIGKILL)
        return self.killed()

    def _say(self, word: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()

    def _hear(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


def command(*arguments: str) -> list[str]:
    """Give the command line of the program itself."""
    return [sys.executable, "-m", "galeri", *arguments]


def start(*arguments: str) -> subprocess.Popen[str]:
    """Start the program in a process group of its own, speaking English."""
    return subprocess.Popen(
        command(*arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )


def eventually(condition: Callable[[], object], seconds: float = 20) -> bool:
    """Whether `condition` comes true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.01)
    return False


def group_members(group: int) -> list[int]:
    """List the processes of a process group that are still at work."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, of = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
            except OSError:
                continue
            if int(of) == group and state != "Z":
                found.append(int(entry.name))
    return found


def end_group(group: int) -> None:
    """End whatever a test left behind in a process group of its own."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return
