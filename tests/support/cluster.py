"""A scheduler of dask and its workers, in processes of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from tests.support.processes import end_group, eventually

WATCHED = """\
import functools
import os
import time
from pathlib import Path

import galeri
import galeri.making.images as images

folder = Path({folder!r})
made = getattr(images.make_images, "__wrapped__", images.make_images)  # dask runs this file twice


@functools.wraps(made)
def make_images(data, outputs):
    mark = folder / f"{{os.getpid()}}-{{time.monotonic_ns()}}.begun"
    mark.touch()
    {before}
    pictures = list(made(data, outputs))
    mark.rename(mark.with_suffix(".done"))
    return iter(pictures)


images.make_images = make_images
{first}
"""
"""What a worker does before it starts: it leaves a mark for each photo that it takes up."""


class Cluster:
    """A scheduler at `address`, on a port that the system chose, with the marks that workers leave in `folder`."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """Start the scheduler; `settings` are dask's, as variables of the environment."""
        self.folder = folder
        folder.mkdir()
        self._environment = os.environ | settings
        self._started: list[subprocess.Popen[bytes]] = []
        file = folder / "scheduler.json"
        self.scheduler = self._start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)
        )
        assert eventually(lambda: file.exists() and file.read_text().endswith("}"), 60)
        self.address: str = json.loads(file.read_text())["address"]

    def __enter__(self) -> Self:
        """Be used in a `with`."""
        return self

    def __exit__(self, *_: object) -> None:
        """End all that was started."""
        for process in self._started:
            end_group(process.pid)
            process.wait()

    @contextmanager
    def worker(self, before: str = "pass", first: str = "pass") -> Iterator[int]:
        """Start a worker of one thread and end it; it runs `first` once, and `before` before each photo.

        Give its process id.
        """
        preload = self.folder / f"preload_{len(self._started)}.py"
        preload.write_text(WATCHED.format(folder=str(self.folder), first=first, before=before))
        options = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--local-directory", str(self.folder))
        process = self._start("worker", self.address, *options, "--preload", str(preload))
        try:
            assert eventually(lambda: "Registered to" in self._log(process).read_text(), 60)
            yield process.pid
        finally:
            process.kill()
            process.wait()

    def at_work(self, worker: int) -> bool:
        """Whether a worker has taken up a photo that it has not made yet."""
        return bool(list(self.folder.glob(f"{worker}-*.begun")))

    def marks(self, kind: str) -> int:
        """Count the photos that are `begun` and not made, or `done`."""
        return len(list(self.folder.glob(f"*.{kind}")))

    def _start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        file = self.folder / f"{len(self._started)}.txt"
        with file.open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments],
                env=self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._started.append(process)
        return process

    def _log(self, process: "subprocess.Popen[bytes]") -> Path:
        return self.folder / f"{self._started.index(process)}.txt"
