"""Measures of photos are kept by the digest of the file, line by line: none is taken twice, none is lost."""

import warnings
from pathlib import Path

import pytest

from galeri.making import photo_measures
from galeri.model.digests import digest
from galeri.model.photo_needs import Measure
from galeri.model.records import PhotoFile
from galeri.publishing.measures import Measures, measured
from tests.photos.samples import COLOURED, CUT
from tests.support.galleries import Small, photo

KINDS = {**COLOURED, **{f"{kind}, cut": each for kind, each in CUT.items()}}


def put(root: Path, name: str, data: bytes) -> PhotoFile:
    (root / name).write_bytes(data)
    return PhotoFile(name, digest(data), 640, 480)


def told(_kind: str, done: int, total: int) -> None:
    assert done <= total


def test_what_was_measured_is_known_to_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos = [put(tmp_path, f"{index}.jpg", photo((index, 90, 90))) for index in range(6)]
    first, problems = measured(photos, tmp_path, Measures(tmp_path / "notes" / "m"), 2, told)
    assert problems == []
    assert first.keys() == {each.digest for each in photos}
    monkeypatch.setattr(photo_measures, "measure", None)
    assert measured(photos, tmp_path, Measures(tmp_path / "notes" / "m"), 2, told) == (first, [])


def test_many_threads_measure_as_one_does_and_leave_warnings_as_they_were(tmp_path: Path) -> None:
    photos = [put(tmp_path, kind, make()) for kind, make in KINDS.items()]
    before = list(warnings.filters)
    one, _ = measured(photos, tmp_path, Measures(tmp_path / "one"), 1, told)
    many, _ = measured(photos, tmp_path, Measures(tmp_path / "many"), 8, told)
    assert one == many
    assert len(one) == len({each.digest for each in photos})
    assert warnings.filters == before


def test_each_file_that_cant_be_decoded_is_told_and_the_others_are_measured(tmp_path: Path) -> None:
    whole = photo((90, 90, 90), (640, 480))
    names = {"a.jpg": whole[:3000], "b.jpg": whole, "c.jpg": whole[:3000], "d.jpg": b"no photo"}
    photos = [put(tmp_path, name, data) for name, data in names.items()]
    known, problems = measured(photos, tmp_path, Measures(tmp_path / "m"), 2, told)
    assert [(each.code, each.place.path) for each in problems] == [
        ("broken-photo", name) for name in ("a.jpg", "c.jpg", "d.jpg")
    ]
    assert known.keys() == {digest(whole)}


def test_a_file_that_is_not_what_was_looked_up_is_left_to_making(tmp_path: Path) -> None:
    one = put(tmp_path, "a.jpg", photo())
    (tmp_path / "a.jpg").write_bytes(photo((1, 1, 1)))
    assert measured([one], tmp_path, Measures(tmp_path / "m"), 1, told) == ({}, [])


@pytest.mark.parametrize(
    "torn",
    [b'["abc",1.5,"0', b"[]", b"null", b"\xff\xfe", b'["a","x","00"]', b'["a",1,"zz"]', b'[["a"],1,5]'],
)
def test_lines_that_make_no_sense_are_passed_over_and_spoil_no_other(tmp_path: Path, torn: bytes) -> None:
    notes = Measures(tmp_path / "m")
    notes.add("one", Measure(1.5, b"\1\2"))
    with (tmp_path / "m").open("ab") as file:
        file.write(b"\n" + torn)
    Measures(tmp_path / "m").add("two", Measure(None, b"\3"))
    assert Measures(tmp_path / "m").known == {"one": Measure(1.5, b"\1\2"), "two": Measure(None, b"\3")}


def test_only_what_is_kept_stays(tmp_path: Path) -> None:
    notes = Measures(tmp_path / "m")
    for name in ("a", "b", "c"):
        notes.add(name, Measure(1.0, b""))
    notes.keep(["b", "d"])
    assert Measures(tmp_path / "m").known.keys() == {"b"}


def test_a_warning_about_pixels_is_told_by_every_build_and_stops_a_strict_one(gallery: Small) -> None:
    gallery.write("content/products/topi/topi.jpg", photo((90, 160, 40), (800, 600)))
    for _ in range(2):
        assert gallery.codes() == ["blurred-photo"]
    before = gallery.site()
    gallery.edit("content/products/topi/id.md", "Kisah topi", "Cerita topi")
    assert not gallery.build(strict=True).published
    assert gallery.site() == before
