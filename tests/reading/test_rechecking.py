"""A gallery that is checked as it is edited has in the end the problems that a check of all of it finds."""

import random
from pathlib import Path

import pytest

from galeri.model.problem import Problem
from galeri.reading.draft import Draft, read_draft
from galeri.reading.gallery import checked
from galeri.reading.photos import PhotoBook
from galeri.reading.rechecking import Rechecking
from tests.reading.test_draft import EDITS
from tests.support.galleries import Small

MISTAKES = {
    "content/products/kain/product.yaml": ("region: kabupaten", "region: kabupatn"),
    "content/products/topi/product.yaml": ("artisan: kelompok", "artisan: nobody"),
    "content/products/kain/id.md": ("artisan:kelompok", "artisan:kelompk"),
    "content/products/topi/id.md": ("Kisah topi", "Telepon 0812 3456 7890"),
    "content/regions/provinsi/region.yaml": ("level: province", "level: province\nparent: kabupaten"),
    "content/motifs/awan/motif.yaml": ("title: Awan", "title: 雲"),
    "content/artisans/kelompok/artisan.yaml": (
        "kind: group",
        "kind: group\ncontact: {phone: '+6281234567890'}",
    ),
    "galeri.yaml": ("languages: [id, en]", "languages: [en, id]"),
    "content/venues/utama/venue.yaml": ("kind: gallery", "kind: galery"),
}


def read(root: Path, before: Draft | None = None) -> Draft:
    return read_draft(root, PhotoBook(root / "photos.json"), None, before)


def essence(problems: object) -> set[tuple[str, object]]:
    assert isinstance(problems, tuple | list)
    return {(each.code, each.place) for each in problems if isinstance(each, Problem)}


def told(draft: Draft, checks: Rechecking) -> set[tuple[str, object]]:
    """Check all that waits; give every problem that is known then."""
    while checks.go_on(lambda: False):
        pass
    return essence([*draft.problems(), *checks.problems()])


@pytest.mark.parametrize("seed", range(12))
def test_after_each_of_many_edits_all_problems_are_those_of_a_whole_check(gallery: Small, seed: int) -> None:
    gallery.edit("galeri.yaml", "theme: plain", "theme: pendapa")
    chance = random.Random(seed)
    checks, draft = Rechecking(), read(gallery.root)
    checks.turn_to(draft)
    for _ in range(6):
        path = chance.choice([*MISTAKES])
        right, wrong = MISTAKES[path]
        text = (gallery.root / path).read_text(encoding="utf-8")
        there = text.replace(wrong, right) if wrong in text else text.replace(right, wrong)
        gallery.write(path, there)
        draft = read(gallery.root, draft)
        checks.turn_to(draft)
        if chance.random() < 0.5:  # the next edit comes before all is checked
            checks.go_on(lambda: chance.random() < 0.1)
            continue
        assert told(draft, checks) == essence(checked(draft).problems)
    assert told(draft, checks) == essence(checked(draft).problems)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_after_any_edit_too(gallery: Small, edit: object) -> None:
    assert callable(edit)
    checks, draft = Rechecking(), read(gallery.root)
    checks.turn_to(draft)
    edit(gallery)
    draft = read(gallery.root, draft)
    checks.turn_to(draft)
    assert told(draft, checks) == essence(checked(draft).problems)


@pytest.mark.parametrize("path", MISTAKES)
def test_a_link_that_leads_nowhere_is_found_at_once(gallery: Small, path: str) -> None:
    checks, draft = Rechecking(), read(gallery.root)
    checks.turn_to(draft)
    gallery.edit(path, *MISTAKES[path])
    draft = read(gallery.root, draft)
    checks.turn_to(draft)
    links = {each for each in essence(checked(draft).problems) if each[0] == "unknown-reference"}
    assert links <= essence([*checks.problems()])


def test_a_story_that_is_edited_has_nothing_else_checked(gallery: Small) -> None:
    checks, draft = Rechecking(), read(gallery.root)
    checks.turn_to(draft)
    assert checks.go_on(lambda: True)
    told(draft, checks)
    gallery.edit("content/products/kain/id.md", "Kisah", "Cerita")
    checks.turn_to(read(gallery.root, draft))
    assert not checks.go_on(lambda: True)
