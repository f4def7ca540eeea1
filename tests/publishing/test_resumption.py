"""A build that is stopped or killed while it makes pictures keeps those that are done; the next makes only the rest."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from galeri.publishing.cache import Cache
from tests.support.galleries import Small, photo
from tests.support.processes import end_group, eventually, start

PHOTOS = 12
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="sends signals of POSIX")


def done(gallery: Small) -> set[str]:
    """List the keys of the pictures that are made."""
    folder = gallery.root / ".galeri/cache/images"
    return {path.name for path in folder.rglob("*") if path.is_file() and path.suffix != ".new"}


@pytest.fixture
def large(gallery: Small) -> Small:
    """Give the gallery a dozen photos that take a while, at sizes that take longer."""
    gallery.edit("themes/plain/theme.yaml", "- 48", "- 1500")
    for index in range(PHOTOS):
        gallery.write(
            f"content/motifs/m{index}/motif.yaml", "photos: [{file: a.jpg}]\nwords: {id: {title: Motif}}\n"
        )
        gallery.write(f"content/motifs/m{index}/a.jpg", photo((200, 20 * index, 90), (1600, 1200)))
    return gallery


def stopped(gallery: Small, workers: int, how: int) -> subprocess.Popen[str]:
    """Start a build, and send it a signal as soon as some pictures are there."""
    build = start("build", "-g", str(gallery.root), "--workers", str(workers), "--language", "en")
    try:
        assert eventually(lambda: len(done(gallery)) >= 6)
        os.kill(build.pid, how)
        build.communicate(timeout=30)
    finally:
        end_group(build.pid)
    return build


@POSIX
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=["killed", "stopped"])
def test_what_was_made_before_the_end_is_not_made_again(
    large: Small, workers: int, how: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = stopped(large, workers, how)
    assert build.returncode == (-signal.SIGKILL if how == signal.SIGKILL else 130)
    before = done(large)
    put: list[str] = []
    real = Cache.put

    def counted(cache: Cache, key: str, data: bytes) -> None:
        if cache._folder.name == "images":  # noqa: SLF001 - placeholders are kept beside them
            put.append(key)
        real(cache, key, data)

    monkeypatch.setattr(Cache, "put", counted)
    large.built()
    assert put, "the build was over before it was stopped"
    assert before.isdisjoint(put)
    assert len(put) == len(set(put)) == len(done(large) - before)


def test_a_photo_that_is_replaced_under_its_name_gets_new_addresses_everywhere(gallery: Small) -> None:
    gallery.built()
    old = {path for path in gallery.site() if "/topi-" in path}
    assert len(old) >= 3
    gallery.write("content/products/topi/topi.jpg", photo((3, 2, 1)))
    gallery.built()
    new = {path for path in gallery.site() if "/topi-" in path}
    assert len(new) == len(old)
    assert old.isdisjoint(new)
    everything = b"\n".join(data for path, data in gallery.site().items() if Path(path).suffix != ".webp")
    assert [path for path in old if Path(path).name.encode() in everything] == []
    assert [path for path in new if Path(path).name.encode() in everything]


def test_a_new_output_folder_makes_no_picture_again(
    gallery: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gallery.built()

    def put(_: Cache, key: str, __: bytes) -> None:
        pytest.fail(f"{key} was made again")

    monkeypatch.setattr(Cache, "put", put)
    gallery.built(output=tmp_path / "other")
