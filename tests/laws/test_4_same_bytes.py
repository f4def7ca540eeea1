"""Law 4: one worker and many give the same bytes; so do two builds in two folders on two days."""

import os
from datetime import date
from pathlib import Path

import pytest

from tests.support.galleries import Small, small_gallery


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start a pool however little there is to make."""
    monkeypatch.setattr("galeri.publishing.pool.SMALL", 0)
    monkeypatch.setattr("galeri.publishing.jobs.BATCH", 8)


def keys(gallery: Small) -> list[str]:
    """Give the ledger's text from which times were taken out."""
    from galeri.publishing.ledger import ledger_path, load  # noqa: PLC0415

    ledger = load(ledger_path(gallery.root / ".galeri", gallery.output))
    return sorted(f"{path} {entry.key}" for path, entry in ledger.entries.items())


@pytest.mark.usefixtures("pool")
def test_one_worker_and_many_give_the_same_bytes(tmp_path: Path) -> None:
    one, many = small_gallery(tmp_path / "one"), small_gallery(tmp_path / "many")
    assert set(one.built(workers=1).made) == set(many.built(workers=3).made)
    assert one.site() == many.site()
    assert keys(one) == keys(many)


@pytest.mark.usefixtures("pool")
def test_many_workers_find_the_same_problems_as_one(gallery: Small) -> None:
    gallery.edit("themes/plain/templates/product.html", "<h1>", "{{ view.nothing }}<h1>")
    gallery.write("content/artisans/kelompok/private.yaml", "address: Jalan Rahasia 12\n")
    gallery.edit("content/artisans/kelompok/id.md", "Kisah kelompok", "Rumahnya di Jalan Rahasia 12")
    one = gallery.build(workers=1)
    many = gallery.build(workers=2)
    assert one.problems == many.problems
    assert [problem.code for problem in one.problems] == ["private-value", "template-failed"]
    assert not one.published
    assert not many.published
    assert gallery.site() == {}


def test_two_builds_in_two_folders_on_two_days_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    first, second = small_gallery(tmp_path / "pertama"), small_gallery(tmp_path / "ke dua" / "dalam")
    for path in (second.root / "content").rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    for gallery, day in ((first, date(2026, 11, 21)), (second, date(2027, 3, 1))):
        monkeypatch.setattr("galeri.pipeline.today", lambda day=day: day)
        gallery.built()
    assert first.site() == second.site()
    assert keys(first) == keys(second)


def test_a_build_on_another_day_makes_nothing_again(gallery: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("galeri.pipeline.today", lambda: date(2026, 11, 21))
    gallery.built()
    monkeypatch.setattr("galeri.pipeline.today", lambda: date(2027, 11, 21))
    assert gallery.built().made == ()


def test_another_time_zone_and_another_locale_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = small_gallery(tmp_path / "a"), small_gallery(tmp_path / "b")
    first.built()
    monkeypatch.setenv("TZ", "Asia/Jayapura")
    monkeypatch.setenv("LC_ALL", "ar_EG.UTF-8")
    monkeypatch.setenv("LANG", "ar_EG.UTF-8")
    second.built()
    assert first.site() == second.site()


def test_the_day_comes_from_source_date_epoch_where_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    from galeri.pipeline import today  # noqa: PLC0415

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert today() == date(2001, 9, 9)
