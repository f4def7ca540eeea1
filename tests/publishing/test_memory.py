"""Large photos take turns: however many processes work, memory stays level."""

import subprocess
import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.support.galleries import Small
from tests.support.processes import end_group, group_members, start

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks memory up in /proc")
SIDE = 10_000
"""Pixels: a photo of 100 megapixels, which takes 400 MB when it is decoded."""


def flat(colour: tuple[int, int, int]) -> bytes:
    """Make a large picture of one colour, which is a small file."""
    made = BytesIO()
    Image.new("RGB", (SIDE, SIDE), colour).save(made, "PNG", compress_level=1)
    return made.getvalue()


def held(process: int) -> int:
    """Give the bytes that a process holds, what it shares with others counted by its part."""
    with suppress(OSError, StopIteration):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) * 1024
    return 0


def most_held(process: "subprocess.Popen[str]") -> int:
    """Give the most that a build and its processes hold at any time, until it ends."""
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(held, group_members(process.pid))))
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
    return most


def test_two_processes_do_not_hold_two_decoded_photos_of_100_megapixels(gallery: Small) -> None:
    for number, colour in enumerate([(200, 60, 20), (20, 60, 200)]):
        folder = f"content/articles/bacaan-{number}"
        gallery.write(f"{folder}/article.yaml", "photos: [{file: a.png}]\nwords: {id: {title: Bacaan}}\n")
        gallery.write(f"{folder}/a.png", flat(colour))
    process = start("build", "-g", str(gallery.root), "--workers", "2")
    try:
        most = most_held(process)
        assert process.returncode == 0, process.communicate()
    finally:
        end_group(process.pid)
        process.communicate()
    decoded = 4 * SIDE * SIDE
    assert decoded < most < 1.75 * decoded
