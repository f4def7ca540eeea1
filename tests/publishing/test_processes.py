"""Builds that meet: the lock, Ctrl-C, and workers that die."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from galeri.model.problem import GaleriError
from galeri.pipeline import Options, Telling, build
from galeri.publishing.lock import locked
from tests.support.galleries import Small, photo, tree
from tests.support.processes import command, end_group, eventually, group_members, start

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks processes up in /proc")
HOLDER = """\
import sys, time
from pathlib import Path
from galeri.publishing.lock import locked
with locked(Path(sys.argv[1]), lambda _: None):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[tuple[Path, "subprocess.Popen[str]"]]:
    """Give a lock and a process that holds it."""
    path = tmp_path / "state" / "x.lock"
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield path, process
    process.kill()
    process.communicate()


def test_a_second_build_says_who_holds_the_lock_and_gives_up_in_the_end(
    holder: tuple[Path, "subprocess.Popen[str]"],
) -> None:
    path, process = holder
    told: list[str] = []
    with pytest.raises(GaleriError, match=f"process {process.pid}") as caught, locked(path, told.append, 0.2):
        pytest.fail("the lock was given twice")
    assert told == [str(process.pid)]
    assert "\n" not in str(caught.value)


def test_a_second_build_waits_for_the_first(holder: tuple[Path, "subprocess.Popen[str]"]) -> None:
    path, process = holder
    told: list[str] = []
    threading.Timer(0.3, process.kill).start()
    with locked(path, told.append, 20):
        assert json.loads(path.with_suffix(".holder").read_text())["pid"] == os.getpid()
    assert told == [str(process.pid)]


def test_a_lock_whose_holder_was_killed_is_free(holder: tuple[Path, "subprocess.Popen[str]"]) -> None:
    path, process = holder
    process.kill()
    process.wait()
    told: list[str] = []
    with locked(path, told.append, 0.2):
        pass
    assert told == []


def test_builds_into_two_folders_do_not_wait_for_each_other(gallery: Small, tmp_path: Path) -> None:
    from galeri.publishing.ledger import ledger_path  # noqa: PLC0415

    lock = ledger_path(gallery.root / ".galeri", gallery.output).with_suffix(".lock")
    with locked(lock, lambda _: None):
        assert gallery.built(output=tmp_path / "other").made


def test_two_builds_at_once_give_one_whole_site(gallery: Small) -> None:
    running = [start("build", "--gallery", str(gallery.root), "--workers", "1") for _ in range(3)]
    assert [process.communicate(timeout=120) and process.returncode for process in running] == [0, 0, 0]
    site = gallery.site()
    assert gallery.built().made == ()
    assert gallery.site() == site


def many_photos(gallery: Small, count: int = 8) -> None:
    """Give the gallery enough to do for a pool of processes to be at work for a while."""
    theme = (gallery.root / "themes/plain/theme.yaml").read_text()
    gallery.write("themes/plain/theme.yaml", theme.replace("- 48\n", "- 48\n    - 700\n    - 900\n"))
    for number in range(count):
        folder = f"content/articles/bacaan-{number}"
        gallery.write(f"{folder}/article.yaml", "photos: [{file: a.jpg}]\nwords: {id: {title: Bacaan}}\n")
        gallery.write(f"{folder}/a.jpg", photo((number * 20, 90, 200), (3000, 2000)))


def said(errors: str) -> list[str]:
    """Give what the program wrote but for its progress."""
    return [line for line in errors.splitlines() if not re.search(r": \d+ of \d+, ", line)]


def staged(gallery: Small) -> bool:
    return bool(tree(gallery.root / ".galeri/staging"))


@linux
@pytest.mark.parametrize("whole_group", [True, False], ids=["Ctrl-C in a terminal", "the program alone"])
def test_an_interrupt_leaves_whole_pages_one_line_and_no_process(gallery: Small, whole_group: bool) -> None:
    gallery.built()
    old = gallery.site()
    many_photos(gallery)
    gallery.edit("content/articles/tentang/id.md", "Tentang kami", "Siapa kami")
    process = start("build", "--gallery", str(gallery.root), "--workers", "2")
    try:
        assert eventually(lambda: staged(gallery) and len(group_members(process.pid)) > 2)
        (os.killpg if whole_group else os.kill)(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
        assert process.returncode == 130
        assert out == ""
        assert said(err) == ["galeri: stopped; every page of the site is whole, old or new"]
        assert gallery.site() == old
        assert tree(gallery.root / ".galeri/staging") == {}
        assert eventually(lambda: not group_members(process.pid), 5)
    finally:
        end_group(process.pid)
    gallery.built()


@linux
def test_an_interrupt_while_the_pool_starts_is_told_in_one_line_too(gallery: Small) -> None:
    many_photos(gallery, 3)
    process = start("build", "--gallery", str(gallery.root), "--workers", "2")
    try:
        assert eventually(lambda: len(group_members(process.pid)) > 1)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert process.returncode == 130
        assert said(err) == ["galeri: stopped; every page of the site is whole, old or new"]
        assert eventually(lambda: not group_members(process.pid), 5)
    finally:
        end_group(process.pid)


@linux
def test_a_worker_that_is_killed_stops_the_build_in_a_line(gallery: Small) -> None:
    """The system kills the process that takes most memory, where memory is short."""
    gallery.built()
    old = gallery.site()
    many_photos(gallery)
    process = start("build", "--gallery", str(gallery.root), "--workers", "2")
    try:
        assert eventually(lambda: staged(gallery) and len(group_members(process.pid)) > 2)
        os.kill(max(group_members(process.pid)), signal.SIGKILL)
        _, err = process.communicate(timeout=60)
        assert "Traceback" not in err
        assert len(said(err)) == 1
        assert process.returncode == 1
        assert gallery.site() == old
        assert eventually(lambda: not group_members(process.pid), 5)
    finally:
        end_group(process.pid)


@linux
def test_the_next_build_does_not_wait_for_workers_of_a_build_that_was_killed(gallery: Small) -> None:
    many_photos(gallery)
    process = start("build", "--gallery", str(gallery.root), "--workers", "2")
    try:
        assert eventually(lambda: staged(gallery) and len(group_members(process.pid)) > 2)
        process.kill()
        process.wait()
        assert eventually(lambda: not group_members(process.pid), 5), "workers outlive the program"
        build(Options(gallery.root, workers=1), Telling(waiting=pytest.fail))
    finally:
        end_group(process.pid)
        process.communicate()


def test_the_program_tells_a_broken_environment_in_one_line(gallery: Small) -> None:
    gallery.output.write_text("a file where the site should go")
    done = subprocess.run(
        command("build", "--gallery", str(gallery.root), "--language", "en"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    (line,) = said(done.stderr)
    assert line.startswith("galeri: ")
