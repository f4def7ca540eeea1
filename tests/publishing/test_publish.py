"""A site is made aside, moved in place file by file, and pruned of what the ledger knows; the ledger comes last."""

import errno
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from galeri.model.problem import GaleriError
from galeri.publishing.ledger import ledger_path, load
from tests.support.galleries import Small, tree

PAGE = "products/kain/index.html"


def ledger_of(gallery: Small, output: Path | None = None) -> Path:
    return ledger_path(gallery.root / ".galeri", output or gallery.output)


def edit_all(gallery: Small) -> None:
    """Change something that every page shows."""
    gallery.edit("content/articles/tentang/id.md", "Tentang kami", "Siapa kami")


def failing(number: int, at: int, only: str = "") -> Callable[..., None]:
    """Make an `os.replace` that fails with an error at one of its calls; `only` those whose target ends so."""
    real, calls = os.replace, 0

    def replace(source: Any, target: Any, **more: Any) -> None:  # noqa: ANN401 - as os.replace
        nonlocal calls
        if str(target).endswith(only):
            calls += 1
            if calls == at:
                raise OSError(number, os.strerror(number), str(target))
        real(source, target, **more)

    return replace


def test_no_temporary_file_is_left_in_the_site(gallery: Small) -> None:
    gallery.built()
    edit_all(gallery)
    gallery.built()
    assert not [path for path in gallery.site() if path.endswith((".new", ".tmp", ".galeri-new"))]
    assert tree(gallery.root / ".galeri/staging") == {}


def test_a_published_page_is_replaced_whole_and_never_written_to(gallery: Small, tmp_path: Path) -> None:
    gallery.built()
    old = (gallery.output / PAGE).read_bytes()
    os.link(gallery.output / PAGE, tmp_path / "held")
    gallery.edit("content/products/kain/id.md", "Kisah kain", "Cerita kain")
    gallery.built()
    assert (tmp_path / "held").read_bytes() == old
    assert b"Cerita kain" in (gallery.output / PAGE).read_bytes()


def test_the_ledger_is_written_last(gallery: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    gallery.built()
    edit_all(gallery)
    monkeypatch.setattr("os.replace", failing(errno.EIO, 5, "index.html"))
    with pytest.raises(GaleriError):
        gallery.build()
    monkeypatch.undo()
    ledger = load(ledger_of(gallery))
    assert ledger.inputs == ""
    assert [path for path, entry in ledger.entries.items() if not entry.key]
    gallery.built()
    ledger = load(ledger_of(gallery))
    assert set(ledger.entries) == set(gallery.site())
    assert all(entry.key for entry in ledger.entries.values())


def test_a_ledger_that_makes_no_sense_means_that_all_is_made_anew(gallery: Small) -> None:
    gallery.built()
    before = gallery.site()
    for nonsense in (
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"version": 1}',
        b'{"version": 99, "files": {}}',
        b"\xff\xfe",
    ):
        ledger_of(gallery).write_bytes(nonsense)
        assert len(gallery.built().made) == len(before)
        assert gallery.site() == before


def test_a_file_that_a_person_put_into_the_site_survives(gallery: Small) -> None:
    gallery.built()
    for name in ("CNAME", "products/kain/catatan.txt", ".well-known/security.txt"):
        (gallery.output / name).parent.mkdir(parents=True, exist_ok=True)
        (gallery.output / name).write_text("mine")
    shutil.rmtree(gallery.root / "content/products/topi")
    gallery.edit("content/collections/pameran/collection.yaml", "topi, ", "")
    edit_all(gallery)
    gallery.built()
    for name in ("CNAME", "products/kain/catatan.txt", ".well-known/security.txt"):
        assert (gallery.output / name).read_text() == "mine"


@pytest.mark.parametrize("stranger", ["index.html", "robots.txt", "en/products/kain/index.html"])
def test_a_stranger_in_the_way_stops_the_build_before_anything_is_written(
    gallery: Small, stranger: str
) -> None:
    (gallery.output / stranger).parent.mkdir(parents=True)
    (gallery.output / stranger).write_text("mine")
    with pytest.raises(GaleriError, match="were not made by galeri") as caught:
        gallery.build()
    assert "\n" not in str(caught.value)
    assert stranger in str(caught.value)
    assert gallery.site() == {stranger: b"mine"}


def test_a_file_in_the_place_of_a_folder_stops_the_build_before_anything_is_written(gallery: Small) -> None:
    gallery.output.mkdir()
    (gallery.output / "products").write_text("mine")
    with pytest.raises(GaleriError) as caught:
        gallery.build()
    assert "\n" not in str(caught.value)
    assert gallery.site() == {"products": b"mine"}


def test_a_folder_in_the_place_of_a_file_stops_the_build_before_anything_is_written(gallery: Small) -> None:
    (gallery.output / "robots.txt").mkdir(parents=True)
    (gallery.output / "robots.txt/mine").write_text("mine")
    with pytest.raises(GaleriError):
        gallery.build()
    assert gallery.site() == {"robots.txt/mine": b"mine"}


def test_a_stranger_with_the_very_same_bytes_is_taken_over(gallery: Small, tmp_path: Path) -> None:
    gallery.built()
    shutil.rmtree(gallery.root / ".galeri")
    before = gallery.site()
    gallery.built()
    assert gallery.site() == before
    assert set(load(ledger_of(gallery)).entries) == set(before)
    assert tmp_path.exists()


HOSTILE = (
    "../outside.txt",
    "../../outside.txt",
    "a/../../outside.txt",
    "..",
    ".",
    "",
    "/",
    "./../outside.txt",
    "a\\..\\..\\outside.txt",
    "C:/outside.txt",
    "a\0b",
    "en",
)


def test_a_ledger_with_hostile_paths_removes_nothing_outside_and_stops_no_build(
    gallery: Small, tmp_path: Path
) -> None:
    outside = [gallery.root / "outside.txt", tmp_path / "outside.txt", tmp_path / "absolute.txt"]
    for path in outside:
        path.write_text("mine")
    gallery.built()
    before = tree(tmp_path / "gallery/content")
    data = json.loads(ledger_of(gallery).read_bytes())
    entry = next(iter(data["files"].values()))
    data["files"] |= dict.fromkeys([*HOSTILE, str(tmp_path / "absolute.txt"), str(gallery.root)], entry)
    ledger_of(gallery).write_text(json.dumps(data))
    site = gallery.site()
    gallery.built()
    assert [path.read_text() for path in outside] == ["mine"] * 3
    assert tree(tmp_path / "gallery/content") == before
    assert gallery.site() == site
    gallery.built()


def test_pruning_does_not_follow_a_folder_that_became_a_link(gallery: Small, tmp_path: Path) -> None:
    gallery.built()
    elsewhere = tmp_path / "elsewhere"
    shutil.move(gallery.output / "products/topi", elsewhere)
    (gallery.output / "products/topi").symlink_to(elsewhere, target_is_directory=True)
    shutil.rmtree(gallery.root / "content/products/topi")
    gallery.edit("content/collections/pameran/collection.yaml", "topi, ", "")
    gallery.built()
    assert (elsewhere / "index.html").exists()


def test_a_link_in_the_place_of_a_folder_of_the_site_is_refused(gallery: Small, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    gallery.output.mkdir()
    (gallery.output / "products").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(GaleriError, match="link"):
        gallery.build()
    assert tree(tmp_path / "elsewhere") == {}


def test_a_link_in_the_place_of_a_page_is_replaced_and_not_followed(gallery: Small, tmp_path: Path) -> None:
    gallery.built()
    page = gallery.output / PAGE
    (tmp_path / "victim").write_text("mine")
    page.unlink()
    page.symlink_to(tmp_path / "victim")
    gallery.built()
    assert (tmp_path / "victim").read_text() == "mine"
    assert not page.is_symlink()


def test_folders_that_became_empty_are_removed_and_those_with_something_stay(gallery: Small) -> None:
    gallery.built()
    (gallery.output / "en/products/topi/mine.txt").write_text("mine")
    shutil.rmtree(gallery.root / "content/products/topi")
    gallery.edit("content/collections/pameran/collection.yaml", "topi, ", "")
    gallery.built()
    assert not (gallery.output / "products/topi").exists()
    assert not (gallery.output / "images/products/topi").exists()
    assert (gallery.output / "en/products/topi/mine.txt").read_text() == "mine"


def test_what_was_removed_by_hand_need_not_be_removed_again(gallery: Small) -> None:
    gallery.built()
    shutil.rmtree(gallery.output / "products/topi")
    shutil.rmtree(gallery.output / "images/products")
    shutil.rmtree(gallery.root / "content/products/topi")
    gallery.edit("content/collections/pameran/collection.yaml", "topi, ", "")
    gallery.built()
    assert not [path for path in gallery.site() if "topi" in path]


def test_another_output_folder_has_a_ledger_of_its_own(gallery: Small, tmp_path: Path) -> None:
    gallery.built()
    before = gallery.site()
    other = tmp_path / "elsewhere"
    assert len(gallery.built(output=other).made) == len(before)
    assert tree(other) == before
    assert gallery.built().made == ()
    assert gallery.built(output=other).made == ()
    assert ledger_of(gallery) != ledger_of(gallery, other)
    shutil.rmtree(other)
    assert gallery.built().made == ()


@pytest.mark.parametrize(
    "output", [".", "..", "content", "content/products", "themes", ".galeri", ".galeri/x"]
)
def test_an_output_folder_that_holds_the_gallery_is_refused(gallery: Small, output: str) -> None:
    before = tree(gallery.root)
    with pytest.raises(GaleriError, match="can't be the output folder"):
        gallery.build(output=gallery.root / output)
    assert tree(gallery.root) == before


def test_a_deleted_site_is_made_again_and_no_photo_is_encoded(
    gallery: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    gallery.built()
    before = gallery.site()
    shutil.rmtree(gallery.output)

    def encode(_: bytes, outputs: list[object]) -> list[object]:
        assert not outputs, "a photo was encoded again"
        return []

    monkeypatch.setattr("galeri.making.images.make_images", encode)
    assert len(gallery.built().made) == len(before)
    assert gallery.site() == before


def test_a_cache_that_was_damaged_by_nobody_knows_whom_is_not_needed(gallery: Small) -> None:
    gallery.built()
    before = gallery.site()
    shutil.rmtree(gallery.root / ".galeri/cache")
    shutil.rmtree(gallery.output)
    gallery.built()
    assert gallery.site() == before


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EDQUOT])
def test_a_file_that_cant_be_put_in_place_stops_the_build_in_a_line_and_tears_nothing(
    gallery: Small, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    gallery.built()
    old = gallery.site()
    edit_all(gallery)
    monkeypatch.setattr("os.replace", failing(number, 7, "index.html"))
    with pytest.raises(GaleriError) as caught:
        gallery.build()
    assert "\n" not in str(caught.value)
    assert os.strerror(number) in str(caught.value)
    between = gallery.site()
    monkeypatch.undo()
    gallery.built()
    new = gallery.site()
    assert old.keys() == between.keys() == new.keys()
    assert all(between[path] in (old[path], new[path]) for path in new)
    assert any(between[path] != new[path] for path in new)


def test_a_disk_that_is_full_while_pages_are_made_leaves_yesterdays_site_untouched(
    gallery: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    gallery.built()
    old = gallery.site()
    edit_all(gallery)
    from galeri.publishing.staging import Staging  # noqa: PLC0415

    real, calls = Staging.put, 0

    def put(staging: Staging, key: str, data: bytes) -> str:
        nonlocal calls
        calls += 1
        if calls > 9:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), key)
        return real(staging, key, data)

    monkeypatch.setattr(Staging, "put", put)
    with pytest.raises(GaleriError, match="No space left on device") as caught:
        gallery.build()
    assert "\n" not in str(caught.value)
    assert gallery.site() == old
    assert tree(gallery.root / ".galeri/staging") == {}
    monkeypatch.undo()
    gallery.built()


def test_a_site_on_another_disk_is_published_by_copying(
    gallery: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace
    site = str(gallery.output)

    def replace(source: Any, target: Any, **more: Any) -> None:  # noqa: ANN401 - as os.replace
        if str(target).startswith(site) != str(source).startswith(site):
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(source), None, str(target))
        real(source, target, **more)

    monkeypatch.setattr("os.replace", replace)
    gallery.built()
    assert not [path for path in gallery.site() if "galeri-new" in path]
    assert gallery.built().made == ()
    before = gallery.site()
    edit_all(gallery)
    gallery.built()
    assert gallery.site().keys() == before.keys()
    assert tree(gallery.root / ".galeri/staging") == {}


def test_an_output_folder_that_is_a_file_is_told_in_a_line(gallery: Small) -> None:
    gallery.output.write_text("mine")
    with pytest.raises(GaleriError) as caught:
        gallery.build()
    assert "\n" not in str(caught.value)
    assert gallery.output.read_text() == "mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_an_output_folder_that_cant_be_written_is_told_in_a_line(gallery: Small) -> None:
    gallery.output.mkdir(mode=0o500)
    try:
        with pytest.raises(GaleriError) as caught:
            gallery.build()
        assert "\n" not in str(caught.value)
    finally:
        gallery.output.chmod(0o700)


def test_a_state_folder_that_is_a_file_is_told_in_a_line(gallery: Small) -> None:
    (gallery.root / ".galeri").write_text("mine")
    with pytest.raises(GaleriError) as caught:
        gallery.build()
    assert "\n" not in str(caught.value)


def test_a_photo_that_breaks_off_stops_the_build_before_anything_is_written(gallery: Small) -> None:
    gallery.built()
    old = gallery.site()
    path = gallery.root / "content/products/topi/topi.jpg"
    path.write_bytes(path.read_bytes()[:-60])
    edit_all(gallery)
    assert gallery.codes() == ["broken-photo"]
    assert gallery.site() == old


def test_a_template_that_fails_is_told_once_and_nothing_is_written(gallery: Small) -> None:
    gallery.built()
    old = gallery.site()
    gallery.edit("themes/plain/templates/_page.html", "<nav>", "{{ page.nothing }}<nav>")
    report = gallery.build()
    assert [problem.code for problem in report.problems] == ["template-failed"]
    assert report.problems[0].place.path == "themes/plain/templates/_page.html"
    assert report.problems[0].place.line == 11
    assert gallery.site() == old


@pytest.mark.parametrize("name", ["LICENSE", "fonts.v2/LICENSE", "fonts/a.b.woff2"])
def test_a_static_file_keeps_its_folder_whatever_its_name(gallery: Small, name: str) -> None:
    gallery.write(f"themes/plain/static/{name}", "free")
    gallery.built()
    folder, _, file = name.rpartition("/")
    (path,) = (path for path, data in gallery.site().items() if data == b"free")
    assert path.rpartition("/")[0] == f"static/{folder}".rstrip("/")
    assert path.rpartition("/")[2].startswith(file.partition(".")[0])
