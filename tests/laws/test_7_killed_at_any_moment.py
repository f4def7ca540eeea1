"""Law 7: a build killed at any moment leaves each file old or new, never torn; the next build puts all right.

One gallery has two contents, A and B, which differ in stories, titles, photos, records and stylesheets, and are
built in turn, each time with a kill on the way: before every few changes to the disk, and at random moments.
"""

import random
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tests.support.galleries import Small, photo, small_gallery, tree
from tests.support.processes import Builder, eventually, group_members

KILLS = 50
WITH_POOL = 4
"""How many more kills hit a build with a pool of processes."""


@dataclass
class Turns:
    """The gallery, the content of both versions, and the site that a whole build makes of each."""

    gallery: Small
    sources: tuple[Path, Path]
    sites: tuple[dict[str, bytes], dict[str, bytes]]
    seconds: float

    def take(self, version: int) -> None:
        """Put the content of a version into the gallery."""
        for name in ("content", "themes"):
            shutil.rmtree(self.gallery.root / name)
            shutil.copytree(self.sources[version] / name, self.gallery.root / name)

    def check_whole(self) -> int:
        """Insist that every published file is of one version or the other; give how many are there."""
        found = self.gallery.site()
        for path, data in found.items():
            assert data in {site.get(path) for site in self.sites}, f"{path} is torn or a stranger"
        return len(found)

    def check_right(self, version: int) -> None:
        """Insist that the site is exactly a version's, and that nothing was left lying about."""
        assert self.gallery.site() == self.sites[version]
        state = self.gallery.root / ".galeri"
        assert tree(state / "staging") == {}
        empty = [each for each in self.gallery.output.rglob("*") if each.is_dir() and not any(each.iterdir())]
        assert empty == []


def second_version(gallery: Small) -> None:
    """Turn version A into B: other bytes in every page, other photos, a record more and a record less."""
    gallery.edit("content/articles/tentang/id.md", "Tentang kami", "Siapa kami")
    gallery.edit("content/products/kain/id.md", "Kisah kain", "Cerita kain, jauh lebih panjang " * 200)
    gallery.write("content/products/kain/01-kain.jpg", photo((200, 20, 60), (640, 480)))
    gallery.write("themes/plain/static/plain.css", "body { color: navy }\n")
    shutil.rmtree(gallery.root / "content/products/topi")
    gallery.edit("content/collections/pameran/collection.yaml", "topi, ", "")
    for name in ("laut", "gunung", "hutan"):
        gallery.write(f"content/motifs/{name}/motif.yaml", f"words: {{id: {{title: {name.title()}}}}}\n")


@pytest.fixture
def turns(tmp_path: Path) -> Turns:
    first, second = small_gallery(tmp_path / "a"), small_gallery(tmp_path / "b")
    second_version(second)
    first.built()
    started = time.perf_counter()
    second.built()
    seconds = time.perf_counter() - started
    gallery = small_gallery(tmp_path / "gallery")
    gallery.built()
    return Turns(gallery, (first.root, second.root), (first.site(), second.site()), seconds)


@pytest.fixture
def builder(turns: Turns) -> Iterator[Builder]:
    with Builder(turns.gallery.root) as ready:
        yield ready


def test_both_versions_differ_in_every_page(turns: Turns) -> None:
    one, other = turns.sites
    assert not [path for path in one if path.endswith("index.html") and one[path] == other.get(path)]
    assert one.keys() - other.keys()
    assert other.keys() - one.keys()


def test_a_build_killed_at_any_change_to_the_disk_tears_nothing_and_the_next_one_puts_all_right(
    turns: Turns, builder: Builder
) -> None:
    version, step, mixed, kills = 0, 0, 0, 0
    over = [False, False]
    while not all(over):
        version = 1 - version
        turns.take(version)
        builder.start(die_at=step)
        if builder.killed():
            kills += 1
        else:
            over[version] = True
        turns.check_whole()
        mixed += turns.gallery.site() not in turns.sites
        turns.gallery.built()
        turns.check_right(version)
        step += 1 if step < 4 else 7
    assert kills >= 24
    assert mixed >= 8, "too few kills hit a build while it was putting files in place"


def test_a_build_killed_at_a_random_moment_tears_nothing_and_the_next_one_puts_all_right(
    turns: Turns, builder: Builder
) -> None:
    chance = random.Random(7)
    version, hits = 0, 0
    for _ in range(KILLS):
        version = 1 - version
        turns.take(version)
        if chance.random() < 0.3:
            shutil.rmtree(turns.gallery.root / ".galeri/cache", ignore_errors=True)
        build = builder.start()
        time.sleep(chance.random() * turns.seconds)
        hits += builder.kill(build)
        turns.check_whole()
        turns.gallery.built()
        turns.check_right(version)
    assert hits >= KILLS // 2, "the builds were over before they were killed"


def test_a_build_killed_thrice_over_is_put_right_too(turns: Turns, builder: Builder) -> None:
    for version, steps in ((1, (150, 90, 120)), (0, (100, 110, 5)), (1, (130, 1, 140))):
        turns.take(version)
        for step in steps:
            builder.start(die_at=step)
            builder.killed()
            turns.check_whole()
        turns.gallery.built()
        turns.check_right(version)


def test_content_that_changes_back_after_a_kill_gives_the_old_site_again(
    turns: Turns, builder: Builder
) -> None:
    for step in range(5, 200, 25):
        turns.take(1)
        builder.start(die_at=step)
        builder.killed()
        turns.take(0)
        turns.gallery.built()
        turns.check_right(0)


def has_more_than(count: int, group: int) -> bool:
    return len(group_members(group)) > count


def has_one(group: int) -> bool:
    return len(group_members(group)) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks processes up in /proc")
def test_a_build_with_a_pool_that_is_killed_leaves_no_process_behind(turns: Turns) -> None:
    chance = random.Random(7000)
    version, hits = 0, 0
    for _ in range(WITH_POOL):
        version = 1 - version
        turns.take(version)
        shutil.rmtree(turns.gallery.root / ".galeri/cache", ignore_errors=True)
        with Builder(turns.gallery.root, workers=2) as builder:
            build = builder.start()
            hits += eventually(partial(has_more_than, 2, builder.group), 3)
            time.sleep(chance.uniform(0, 0.3))
            builder.kill(build)
            turns.check_whole()
            turns.gallery.built()
            turns.check_right(version)
            assert eventually(partial(has_one, builder.group), 15), "processes are left behind"
    assert hits, "no pool was at work"
    turns.check_right(version)
