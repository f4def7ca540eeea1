"""Photos are known by their header, upright, and looked at again only when they changed."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from galeri.reading.files import File
from galeri.reading.photos import BrokenPhotoError, PhotoBook, read_header

ORIENTATION = 274


def photo(
    path: Path, fmt: str = "JPEG", size: tuple[int, int] = (30, 20), orientation: int | None = None
) -> None:
    exif = Image.Exif()
    if orientation is not None:
        exif[ORIENTATION] = orientation
    Image.new("RGB", size, "red").save(path, fmt, exif=exif.tobytes())


@pytest.mark.parametrize(
    ("orientation", "size"),
    [
        *((orientation, (30, 20)) for orientation in (None, 0, 1, 2, 3, 4, 9)),
        *((orientation, (20, 30)) for orientation in (5, 6, 7, 8)),
    ],
)
@pytest.mark.parametrize("fmt", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_size_is_that_of_the_upright_photo(
    tmp_path: Path, fmt: str, orientation: int | None, size: tuple[int, int]
) -> None:
    photo(tmp_path / "a", fmt, orientation=orientation)
    found = read_header(tmp_path, "a")
    assert (found.width, found.height) == size


def test_the_digest_is_of_the_bytes_and_not_of_the_name(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg")
    (tmp_path / "b.jpg").write_bytes((tmp_path / "a.jpg").read_bytes())
    photo(tmp_path / "c.jpg", orientation=6)
    digests = [read_header(tmp_path, name).digest for name in ("a.jpg", "b.jpg", "c.jpg")]
    assert digests[0] == digests[1] != digests[2]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no photo",
        b"\xff\xd8\xff\xe0",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"<svg xmlns='x'/>",
        b"RIFF\0\0\0\0WEBP",
    ],
)
def test_what_is_no_photo_is_broken(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(data)
    with pytest.raises(BrokenPhotoError, match=r"a\.jpg"):
        read_header(tmp_path, "a.jpg")


@given(st.integers(0, 600), st.binary(min_size=1, max_size=6))
def test_a_damaged_header_is_broken_or_readable_and_never_a_crash(
    tmp_path: Path, at: int, damage: bytes
) -> None:
    photo(tmp_path / "whole.jpg", orientation=6)
    data = bytearray((tmp_path / "whole.jpg").read_bytes())
    data[at : at + len(damage)] = damage
    (tmp_path / "a.jpg").write_bytes(data)
    try:
        found = read_header(tmp_path, "a.jpg")
    except BrokenPhotoError:
        return
    assert found.width > 0
    assert found.height > 0


def stamp(root: Path, name: str = "a.jpg") -> File:
    status = (root / name).stat()
    return File(name, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def test_a_photo_that_has_not_changed_is_not_opened_again(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg", orientation=8)
    file = stamp(tmp_path)
    book = PhotoBook(tmp_path / "notes" / "photos.json")
    first = book.look(tmp_path, file)
    book.save()
    (tmp_path / "a.jpg").unlink()
    assert PhotoBook(tmp_path / "notes" / "photos.json").look(tmp_path, file) == first


@pytest.mark.parametrize("change", ["size", "modified", "changed"])
def test_a_photo_whose_size_or_times_changed_is_looked_at_again(tmp_path: Path, change: str) -> None:
    photo(tmp_path / "a.jpg")
    file = stamp(tmp_path)
    book = PhotoBook(tmp_path / "photos.json")
    book.look(tmp_path, file)
    book.save()
    photo(tmp_path / "a.jpg", size=(7, 5))
    stamps = {"size": file.size, "modified": file.modified, "changed": file.changed}
    stamps[change] += 1
    again = PhotoBook(tmp_path / "photos.json").look(tmp_path, File("a.jpg", **stamps))
    assert (again.width, again.height) == (7, 5)


def test_photos_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        photo(tmp_path / name)
    book = PhotoBook(tmp_path / "photos.json")
    for name in ("a.jpg", "b.jpg"):
        book.look(tmp_path, stamp(tmp_path, name))
    book.save()
    later = PhotoBook(tmp_path / "photos.json")
    later.look(tmp_path, stamp(tmp_path, "b.jpg"))
    later.save()
    assert list(json.loads((tmp_path / "photos.json").read_text())) == ["b.jpg"]


def test_notes_that_say_nothing_new_are_not_written(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg")
    for _ in range(2):
        book = PhotoBook(tmp_path / "photos.json")
        book.look(tmp_path, stamp(tmp_path))
        book.save()
        (tmp_path / "photos.json").chmod(0o444)
        (tmp_path / "photos.json").touch()
    before = (tmp_path / "photos.json").stat().st_mtime_ns
    book = PhotoBook(tmp_path / "photos.json")
    book.look(tmp_path, stamp(tmp_path))
    book.save()
    assert (tmp_path / "photos.json").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[]",
        b"null",
        b'{"a.jpg": null}',
        b'{"a.jpg": [1, 2]}',
        b'{"a.jpg": [1, 2, 3, "x", "7", 5]}',
        b'{"a.jpg": [true, 2, 3, "x", 7, 5]}',
        b'{"a.jpg": [1, 2, 3, "x", 7, 5, 9]}',
    ],
)
def test_notes_that_make_no_sense_are_taken_anew(tmp_path: Path, note: bytes) -> None:
    (tmp_path / "photos.json").write_bytes(note)
    photo(tmp_path / "a.jpg")
    found = PhotoBook(tmp_path / "photos.json").look(tmp_path, stamp(tmp_path))
    assert (found.width, found.height) == (30, 20)


def test_a_file_that_is_published_as_it_is_has_its_digest_remembered_too(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"film")
    file = stamp(tmp_path, "a.mp4")
    book = PhotoBook(tmp_path / "photos.json")
    film = book.film(tmp_path, file)
    book.save()
    (tmp_path / "a.mp4").unlink()
    assert PhotoBook(tmp_path / "photos.json").film(tmp_path, file) == film


def test_every_format_that_counts_as_a_photo_can_be_read(tmp_path: Path) -> None:
    buffer = BytesIO()
    for fmt in ("GIF", "TIFF", "PNG", "WEBP", "AVIF", "JPEG"):
        buffer.seek(0)
        buffer.truncate()
        Image.new("RGB", (4, 3)).save(buffer, fmt)
        (tmp_path / "a").write_bytes(buffer.getvalue())
        assert read_header(tmp_path, "a").width == 4
