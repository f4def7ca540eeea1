"""`galeri cache` knows what sites that are there and the gallery as it is use; the rest it removes on demand."""

import json
import os
import re
import shutil
import threading
from pathlib import Path

import pytest
from filelock import FileLock

from galeri.caretaking import look_after_cache
from galeri.commands.languages import Voice
from galeri.commands.main import main
from galeri.model.problem import GaleriError
from galeri.publishing.ledger import ledger_path, load
from galeri.publishing.upkeep import Holding, Survey
from tests.books.printed import printable, printed
from tests.support.galleries import Small, photo, tree

TOPI = "content/products/topi/topi.jpg"


def look(gallery: Small, *, prune: bool = False) -> Survey:
    return look_after_cache(gallery.root, lambda _: None, prune=prune)


def pictures(gallery: Small) -> dict[str, bytes]:
    cache = gallery.root / ".galeri/cache"
    return tree(cache / "images") | tree(cache / "placeholders")


def replace_photo(gallery: Small) -> None:
    gallery.write(TOPI, photo((1, 2, 3)))
    gallery.built()


def test_a_gallery_that_was_just_built_keeps_nothing_in_vain(gallery: Small) -> None:
    gallery.built()
    found = look(gallery)
    assert found.pictures.files == len(pictures(gallery)) > 10
    assert found.pictures.size == sum(map(len, pictures(gallery).values()))
    assert found.unused == found.left == Holding(0, 0)
    before = pictures(gallery)
    assert look(gallery, prune=True).unused == Holding(0, 0)
    assert pictures(gallery) == before


def test_the_quick_pictures_of_a_preview_are_used_by_no_site(gallery: Small) -> None:
    gallery.built()
    key = "ab" + 30 * "0"
    gallery.write(f".galeri/cache/previews/ab/{key}", b"quick")
    assert look(gallery).unused == Holding(1, 5)
    look(gallery, prune=True)
    assert not (gallery.root / f".galeri/cache/previews/ab/{key}").exists()
    assert pictures(gallery)


def test_pictures_of_a_photo_that_was_replaced_are_removed_and_nothing_else(gallery: Small) -> None:
    gallery.built()
    old = pictures(gallery)
    replace_photo(gallery)
    unused = look(gallery).unused
    assert unused is not None
    assert unused.files >= 3
    site = gallery.site()
    found = look(gallery, prune=True)
    assert found.unused == Holding(0, 0)
    assert len(old.keys() - pictures(gallery).keys()) == unused.files
    shutil.rmtree(gallery.output)
    gallery.built()
    assert gallery.site() == site
    assert len(pictures(gallery)) == found.pictures.files


def test_what_another_site_still_shows_is_kept_until_that_site_is_gone(
    gallery: Small, tmp_path: Path
) -> None:
    gallery.built(output=tmp_path / "other")
    replace_photo(gallery)
    images = gallery.root / ".galeri/cache/images"
    before = tree(images)
    assert look(gallery, prune=True).unused == Holding(0, 0)
    assert tree(images) == before
    shutil.rmtree(tmp_path / "other")
    look(gallery, prune=True)
    assert len(tree(images)) < len(before)
    assert not ledger_path(gallery.root / ".galeri", tmp_path / "other").exists()
    assert load(ledger_path(gallery.root / ".galeri", gallery.output)).entries


def test_a_site_whose_disk_is_not_here_keeps_its_ledger(gallery: Small, tmp_path: Path) -> None:
    gallery.built(output=tmp_path / "disk" / "site")
    shutil.move(tmp_path / "disk", tmp_path / "elsewhere")
    look(gallery, prune=True)
    shutil.move(tmp_path / "elsewhere", tmp_path / "disk")
    assert gallery.built(output=tmp_path / "disk" / "site").made == ()


def test_pictures_of_drafts_are_used(gallery: Small) -> None:
    gallery.edit("content/products/topi/product.yaml", "curation: approved", "curation: draft")
    gallery.built(drafts=True)
    gallery.built()
    assert look(gallery).unused == Holding(0, 0)


def test_pictures_of_a_release_are_used_though_its_site_is_gone(gallery: Small) -> None:
    gallery.built()
    ordinary = pictures(gallery)
    gallery.built(release=True)
    assert pictures(gallery).keys() > ordinary.keys()
    shutil.rmtree(gallery.output)
    assert look(gallery).unused == Holding(0, 0)


def test_placeholders_of_a_photo_that_was_replaced_are_removed_and_no_others(gallery: Small) -> None:
    gallery.built()
    kept = gallery.root / ".galeri/cache/placeholders"
    before = tree(kept)
    replace_photo(gallery)
    both = tree(kept)
    assert both.keys() > before.keys()
    look(gallery, prune=True)
    after = tree(kept)
    assert both.keys() - after.keys() == before.keys() - after.keys() != set()
    assert after.keys() >= both.keys() - before.keys()


def test_a_ledger_of_an_older_program_keeps_its_pictures(gallery: Small, tmp_path: Path) -> None:
    gallery.built(output=tmp_path / "other")
    path = ledger_path(gallery.root / ".galeri", tmp_path / "other")
    data = json.loads(path.read_text())
    del data["output"]
    path.write_text(json.dumps(data))
    shutil.rmtree(tmp_path / "other")
    replace_photo(gallery)
    assert look(gallery, prune=True).unused == Holding(0, 0)
    assert path.exists()


def test_what_builds_that_were_killed_left_behind_is_removed(gallery: Small) -> None:
    gallery.built()
    stem = ledger_path(gallery.root / ".galeri", gallery.output).stem
    gallery.write(f".galeri/staging/{stem}/77/abc", "left")
    old = gallery.write(".galeri/cache/images/ab/abcd.77.new", "left")
    new = gallery.write(".galeri/cache/images/ab/abce.78.new", "at work")
    os.utime(old, (1, 1))
    assert look(gallery).left.files == 3
    look(gallery, prune=True)
    assert not old.exists()
    assert new.exists()
    assert tree(gallery.root / ".galeri/staging") == {}


def test_measures_of_photos_that_are_gone_are_forgotten(gallery: Small) -> None:
    gallery.built()
    replace_photo(gallery)
    path = gallery.root / ".galeri/cache/measures-1.jsonl"
    assert len(path.read_text().split()) == 5
    look(gallery, prune=True)
    assert len(path.read_text().split()) == 4


def test_a_gallery_with_problems_is_surveyed_but_nothing_is_removed(gallery: Small) -> None:
    gallery.built()
    replace_photo(gallery)
    gallery.edit("galeri.yaml", "languages:", "langauges:")
    before = pictures(gallery)
    assert look(gallery).unused is None
    with pytest.raises(GaleriError, match="nothing was removed"):
        look(gallery, prune=True)
    assert pictures(gallery) == before


def test_a_build_at_work_is_waited_for(gallery: Small) -> None:
    gallery.built()
    replace_photo(gallery)
    before = len(pictures(gallery))
    seen: list[int] = []
    lock = FileLock(
        ledger_path(gallery.root / ".galeri", gallery.output).with_suffix(".lock"), thread_local=False
    )
    lock.acquire()

    def waiting(_: str) -> None:
        seen.append(len(pictures(gallery)))
        threading.Timer(0.2, lock.release).start()

    look_after_cache(gallery.root, waiting, prune=True)
    assert seen == [before]
    assert len(pictures(gallery)) < before


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_command_tells_how_much_there_is(
    gallery: Small, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    gallery.built()
    replace_photo(gallery)
    for options in ([], ["--prune"]):
        with pytest.raises(SystemExit) as ended:
            main(["cache", "-g", str(gallery.root), "--language", language, *options])
        assert ended.value.code == 0
        lines = capsys.readouterr().out.splitlines()
        assert str(gallery.root / ".galeri") in lines[0]
        unused = re.search(r"\d+", lines[3])
        assert unused
        assert (int(unused[0]) > 0) == (not options)
        assert re.search(r"\d+[.,]\d MB", lines[1])
        assert lines[1].startswith(Voice(language)("pictures: {amount}", amount=""))


def test_a_folder_without_a_gallery_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["cache", "-g", str(tmp_path), "--prune", "--language", "en"])
    assert ended.value.code == 1
    assert capsys.readouterr().err.startswith("galeri: there is no galeri.yaml in")
    assert list(tmp_path.iterdir()) == []


def shelf(gallery: Small) -> set[str]:
    return {path.name for path in (gallery.root / ".galeri/cache/books").glob("*")}


def test_books_of_editions_are_used_and_all_other_prints_are_removed(gallery: Small) -> None:
    printable(gallery)
    printed(gallery)
    printed(gallery, screen=True, language="en")
    kept = shelf(gallery)
    assert look(gallery).books == Holding(4, look(gallery).books.size)
    assert look(gallery).unused == Holding(0, 0)
    printed(gallery, form="prices")
    assert shelf(gallery) > kept
    look(gallery, prune=True)
    assert shelf(gallery) == kept
    assert printed(gallery).kept != ()
    gallery.edit("content/products/kain/product.yaml", "amount: 1250000", "amount: 1300000")
    look(gallery, prune=True)
    assert shelf(gallery) == set()
