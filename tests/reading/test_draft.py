"""A draft that takes what is unchanged from an earlier one is the draft that reads everything."""

from collections.abc import Callable
from pathlib import Path

import pytest

from galeri.model.records import Ref
from galeri.reading.draft import Draft, read_again, read_draft
from galeri.reading.photos import PhotoBook
from tests.support.galleries import Small, photo

STORY = "content/products/kain/id.md"
EDITS: dict[str, Callable[[Small], object]] = {
    "a story": lambda each: each.edit(STORY, "Kisah", "Cerita"),
    "facts": lambda each: each.edit("content/products/kain/product.yaml", "textile", "wood"),
    "broken facts": lambda each: each.write("content/products/kain/product.yaml", b"\xff: [\n"),
    "a new record": lambda each: each.write(
        "content/motifs/bunga/motif.yaml", "words: {id: {title: Bunga}}\n"
    ),
    "a record that is gone": lambda each: (each.root / "content/motifs/awan/motif.yaml").unlink(),
    "a photo": lambda each: each.write("content/products/kain/01-kain.jpg", photo(size=(80, 90))),
    "a private file": lambda each: each.write("content/artisans/kelompok/private.yaml", "bank: 12345678\n"),
    "a stray file": lambda each: each.write("content/products/kain/notes.txt", "x"),
    "a stray folder": lambda each: each.write("content/products/kain/old/id.md", "x"),
    "a name that no disk can hold": lambda each: each.write("content/products/kain/a:b.jpg", photo()),
    "the settings": lambda each: each.edit("galeri.yaml", "languages: [id, en]", "languages: [id, en, ar]"),
    "a template": lambda each: each.edit("themes/plain/templates/home.html", "view.newest", "view.regions"),
    "nothing": lambda each: each.edit(STORY, "Kisah", "Kisah"),
}


def read(root: Path, before: Draft | None = None) -> Draft:
    return read_draft(root, PhotoBook(root / "photos.json"), None, before)


def stamps(root: Path) -> dict[Path, tuple[int, int]]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in files}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_after_any_edit_it_is_as_if_read_for_the_first_time(
    gallery: Small, edit: Callable[[Small], object]
) -> None:
    before = read(gallery.root)
    edit(gallery)
    assert read(gallery.root, before) == read(gallery.root)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_changed_alone_is_read_again_or_nothing_is(
    gallery: Small, edit: Callable[[Small], object]
) -> None:
    before = read(gallery.root)
    files = stamps(gallery.root)
    edit(gallery)
    now = stamps(gallery.root)
    changed = {path for path in files.keys() | now.keys() if files.get(path) != now.get(path)}
    paths = [path.relative_to(gallery.root).as_posix() for path in changed]
    again = read_again(gallery.root, PhotoBook(gallery.root / "photos.json"), None, before, paths)
    assert again is None or again == read(gallery.root)


@pytest.mark.parametrize(
    "edit", ["a story", "facts", "broken facts", "a photo", "a private file", "a template"]
)
def test_one_record_or_the_theme_need_no_look_at_the_rest(gallery: Small, edit: str) -> None:
    before = read(gallery.root)
    EDITS[edit](gallery)
    path = "themes/plain/templates/home.html" if edit == "a template" else STORY
    if edit == "a private file":
        path = "content/artisans/kelompok/private.yaml"
    assert read_again(gallery.root, PhotoBook(gallery.root / "x"), None, before, [path])


def test_a_record_whose_files_are_the_same_is_not_read_again(gallery: Small) -> None:
    before = read(gallery.root)
    gallery.edit(STORY, "Kisah", "Cerita")
    after = read(gallery.root, before)
    changed = [ref for ref, piece in after.pieces.items() if piece is not before.pieces[ref]]
    assert changed == [Ref("product", "kain")]
    assert after.ground is before.ground
