"""Photos made on a cluster: the same bytes as here, whichever machine dies; and one line where it can't be done."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.cluster import Cluster
from tests.support.galleries import Small, photo, small_gallery, tree
from tests.support.processes import end_group, eventually

PHOTOS = 24
SLOW = "time.sleep(0.2)"
"""Time enough for a test to see that a worker is at work."""
IMPATIENT = (
    "from galeri.publishing import cluster, connection; cluster.PATIENCE = connection.CONNECTING = 2.0"
)
"""Said before a build whose failure is what is waited for."""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Give a scheduler without workers; each test brings its own, and takes them away again."""
    with Cluster(tmp_path_factory.mktemp("cluster") / "dask") as started:
        yield started


def with_photos(gallery: Small, count: int = PHOTOS) -> Small:
    for number in range(count):
        folder = f"content/articles/bacaan-{number}"
        gallery.write(f"{folder}/article.yaml", "photos: [{file: a.jpg}]\nwords: {id: {title: Bacaan}}\n")
        gallery.write(f"{folder}/a.jpg", photo((number * 10, 90, 200), (900, 600)))
    return gallery


@contextmanager
def building(gallery: Small, address: str, first: str = "pass") -> "Iterator[subprocess.Popen[str]]":
    """Build on a cluster in a process of its own, which runs `first` before."""
    program = f"{first}\nfrom galeri.commands.main import main\nmain()"
    options = ("build", "-g", str(gallery.root), "--cluster", address, "--workers", "1", "--language", "en")
    process = subprocess.Popen(
        [sys.executable, "-c", program, *options], stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        yield process
    finally:
        end_group(process.pid)
        process.wait()
        if process.stderr is not None:
            process.stderr.close()


def told(process: "subprocess.Popen[str]", code: int = 1) -> list[str]:
    """Give the lines of a build that failed, without its progress."""
    _, errors = process.communicate(timeout=60)
    assert process.returncode == code, errors
    return [line for line in errors.splitlines() if " a second, " not in line]


def refusal(gallery: Small, address: str, first: str = IMPATIENT) -> str:
    """Give the one line in which a build is refused, and insist that it published nothing."""
    with building(gallery, address, first) as process:
        (line,) = told(process)
    assert line.startswith("galeri: ")
    assert gallery.site() == {}
    return line


def test_a_worker_that_is_killed_in_the_middle_costs_only_a_retry(cluster: Cluster, tmp_path: Path) -> None:
    local, far = (with_photos(small_gallery(tmp_path / name)) for name in ("local", "far"))
    with cluster.worker(SLOW) as first, cluster.worker(SLOW), building(far, cluster.address) as process:
        assert eventually(lambda: cluster.marks("done") > 4 and cluster.at_work(first), 60)
        os.kill(first, signal.SIGKILL)
        _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    assert "Traceback" not in errors
    local.built()
    assert far.site() == local.site()
    assert tree(far.root / ".galeri/cache/images") == tree(local.root / ".galeri/cache/images")
    assert cluster.marks("done") >= PHOTOS, "photos were not made on the workers"
    assert cluster.at_work(first), "it was not killed at work"


@pytest.mark.parametrize("wrong", ["broken-photo", "private-value"])
def test_what_is_wrong_with_a_photo_or_a_page_is_told_as_by_a_build_here(
    gallery: Small, cluster: Cluster, wrong: str
) -> None:
    if wrong == "broken-photo":
        whole = photo(size=(900, 600))
        gallery.write("content/products/topi/topi.jpg", whole[: len(whole) // 2])
    else:
        gallery.write("content/artisans/kelompok/private.yaml", "address: Jalan Rahasia 12\n")
        gallery.edit("content/artisans/kelompok/id.md", "Kisah kelompok", "Rumahnya di Jalan Rahasia 12")
    assert gallery.codes() == [wrong]
    with cluster.worker(), building(gallery, cluster.address) as process:
        lines = told(process)
    assert any(f"error[{wrong}]" in line for line in lines)
    assert lines[-1] == "1 problem to mend; nothing was written"


def test_a_scheduler_that_can_not_be_reached_is_one_line(gallery: Small) -> None:
    assert "no scheduler answers at tcp://127.0.0.1:1: " in refusal(gallery, "tcp://127.0.0.1:1")


def test_without_the_extra_one_line_says_how_to_get_it(gallery: Small) -> None:
    line = refusal(gallery, "tcp://127.0.0.1:1", "import sys; sys.modules['distributed'] = None")
    assert line.endswith("pip install 'galeri[cluster]'")


def test_without_workers_it_waits_a_while_and_gives_up_in_a_line(gallery: Small, cluster: Cluster) -> None:
    with building(gallery, cluster.address, IMPATIENT) as process:
        assert told(process) == [
            f"no worker is connected to {cluster.address}; waiting for one",
            f"galeri: no worker came to {cluster.address}: start some with `dask worker {cluster.address}`",
        ]


def test_a_worker_of_another_version_is_refused_in_one_line(gallery: Small, cluster: Cluster) -> None:
    with cluster.worker(first="galeri.__version__ = '0.0.9'"):
        line = refusal(gallery, cluster.address)
    assert "has galeri 0.0.9, pil " in line
    assert "; install the same versions on both" in line


def test_a_worker_without_the_program_is_refused_in_one_line(gallery: Small, cluster: Cluster) -> None:
    with cluster.worker(first="import sys; sys.modules['galeri.publishing.elsewhere'] = None"):
        assert "galeri.publishing.elsewhere" in refusal(gallery, cluster.address)


def test_a_worker_of_another_version_that_comes_later_is_refused_too(
    gallery: Small, cluster: Cluster
) -> None:
    with_photos(gallery)
    with cluster.worker("time.sleep(1)") as right, building(gallery, cluster.address) as process:
        assert eventually(lambda: cluster.at_work(right), 60)
        with cluster.worker(first="galeri.__version__ = '0.0.9'"):
            (line,) = told(process)
    assert "has galeri 0.0.9, pil " in line
    assert gallery.site() == {}


def test_an_interrupt_is_told_in_one_line_and_leaves_no_work_on_the_cluster(
    gallery: Small, cluster: Cluster
) -> None:
    with_photos(gallery)
    with cluster.worker(SLOW) as worker, building(gallery, cluster.address) as process:
        assert eventually(lambda: cluster.at_work(worker), 60)
        process.send_signal(signal.SIGINT)
        assert told(process, 130) == ["galeri: stopped; every page of the site is whole, old or new"]
        assert eventually(lambda: not cluster.at_work(worker), 5)
        made = cluster.marks("done")
        assert not eventually(lambda: cluster.marks("done") > made, 0.6)
    assert gallery.site() == {}


def test_a_photo_at_which_workers_die_and_a_scheduler_that_dies_are_one_line_each(
    gallery: Small, tmp_path: Path
) -> None:
    settings = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    with Cluster(tmp_path / "dask", **settings) as cluster:
        with cluster.worker("os.kill(os.getpid(), 9)"):
            line = refusal(gallery, cluster.address)
        assert "every worker that was given “content/" in line
        with cluster.worker("time.sleep(1)") as worker, building(gallery, cluster.address) as process:
            assert eventually(lambda: cluster.at_work(worker), 60)
            cluster.scheduler.kill()
            (line,) = told(process)
        assert f"the scheduler at {cluster.address} went away" in line
        assert gallery.site() == {}
