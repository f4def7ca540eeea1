"""A film that says where it was taken is known, whatever wrote that; one that does not is not taken for one."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galeri.reading.films import tells_place
from tests.photos.samples import PLACE, film


def tells(data: bytes) -> bool:
    return tells_place(BytesIO(data))


def test_a_telephones_film_tells_its_place_and_another_does_not() -> None:
    assert tells(film(PLACE))
    assert not tells(film())


def test_a_place_is_not_looked_for_among_the_pictures() -> None:
    assert not tells(film(pictures=PLACE))


def test_boxes_of_every_length_are_passed_over() -> None:
    long = (1).to_bytes(4) + b"mdat" + (16 + 9).to_bytes(8) + b"\0" * 9
    last = (0).to_bytes(4) + b"mdat" + PLACE
    assert tells(long + film(PLACE))
    assert not tells(film() + last)


EXIFTOOL = shutil.which("exiftool") or ""


@pytest.mark.skipif(not EXIFTOOL, reason="needs exiftool")
def test_what_the_hint_says_takes_the_place_out(tmp_path: Path) -> None:
    file = tmp_path / "proses.mp4"
    file.write_bytes(film())
    for tag in (
        "Keys:GPSCoordinates",
        "UserData:GPSCoordinates",
        "ItemList:GPSCoordinates",
        "XMP:GPSLatitude",
    ):
        value = "7.25 S" if tag.startswith("XMP") else "-7.25, 112.75, 10"
        subprocess.run([EXIFTOOL, "-q", "-overwrite_original", f"-{tag}={value}", file], check=True)
        assert tells(file.read_bytes()), tag
        subprocess.run([EXIFTOOL, "-q", "-overwrite_original", "-all=", file], check=True)
        assert not tells(file.read_bytes()), tag


@given(st.binary(max_size=200))
def test_any_file_is_read_to_its_end(data: bytes) -> None:
    assert isinstance(tells(data), bool)
    assert isinstance(tells(film(PLACE)[: len(data)] + data), bool)
