"""Out goes nothing that was not asked for, and whose a photo is goes with every copy: read by exiftool."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET  # what it reads was written by this program

import pytest
from PIL import Image

from galeri.making.images import make_images
from galeri.making.photo_rights import iptc, xmp
from galeri.model.outputs import ImageOutput, Rights
from tests.photos.profiles import rgb_profile
from tests.photos.samples import RIGHTS, heic, output, quarters, saved

SECRET = "RAHASIA-4711"  # noqa: S105 - a mark to look for
FORMATS = ("webp", "jpeg", "avif")
HARMLESS = {
    "SourceFile",
    "ExifTool",
    "System",
    "File",
    "Composite",
    "JFIF",
    "RIFF",
    "QuickTime",
    "Meta",
    "Photoshop",
    "AV1",
}
"""exiftool's groups for what a container says of itself, such as its size."""


@pytest.fixture(scope="module")
def exiftool() -> str:
    found = shutil.which("exiftool")
    assert found, "exiftool is missing: run `make system`, or install libimage-exiftool-perl"
    return found


def read(exiftool: str, path: Path) -> dict[str, Any]:
    """Give all that exiftool finds, by group and name."""
    command = [exiftool, "-json", "-G1", "-a", "-u", "-struct", "-charset", "iptc=utf8", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = json.loads(told)[0]
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def told_all(exiftool: str, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Photos that carry all that a camera, a telephone and an editor put into them."""
    folder = tmp_path_factory.mktemp("cameras")
    thumb = folder / "thumb.jpg"
    thumb.write_bytes(saved(quarters(160, 120), "JPEG"))
    drawn, profile = quarters(), rgb_profile("Display P3")
    files = {
        "a.jpg": saved(drawn, "JPEG", quality=90, icc_profile=profile, comment=SECRET.encode()),
        "a.png": saved(drawn, "PNG", icc_profile=profile),
        "a.webp": saved(drawn, "WEBP", lossless=True, icc_profile=profile),
        "a.tif": saved(drawn, "TIFF", icc_profile=profile),
        "a.heic": heic(drawn, icc_profile=profile, exif=_exif(), xmp=_camera_xmp()),
        "a.avif": saved(drawn, "AVIF", icc_profile=profile, exif=_exif(), xmp=_camera_xmp()),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    writable = ("a.jpg", "a.png", "a.webp", "a.tif")
    tags = ["-Artist", "-Copyright", "-SerialNumber", "-OwnerName", "-UserComment", "-XMP-dc:Creator"]
    tags += [
        "-XMP-xmpMM:DocumentID",
        "-IPTC:By-line",
        "-Comment",
        "-ImageDescription",
        "-XMP-iptcCore:Location",
    ]
    command = [exiftool, "-q", "-m", "-overwrite_original", *(f"{tag}={SECRET}" for tag in tags)]
    command += ["-GPSLatitude=7.25", "-GPSLatitudeRef=S", "-GPSLongitude=112.75", "-GPSLongitudeRef=E"]
    command += ["-Make=Canon", f"-ThumbnailImage<={thumb}", *(str(folder / name) for name in writable)]
    subprocess.run(command, check=True, capture_output=True)
    return {name: (folder / name).read_bytes() for name in files}


def _exif() -> bytes:
    exif = Image.Exif()
    exif[0x013B] = SECRET
    exif.get_ifd(0x8825).update({1: "S", 2: (7.0, 15.0, 0.0), 3: "E", 4: (112.0, 45.0, 0.0)})
    return exif.tobytes()


def _camera_xmp() -> bytes:
    return xmp(Rights(title=SECRET, credit=SECRET))


def derivatives(data: bytes, **more: Any) -> dict[ImageOutput, bytes]:  # noqa: ANN401 - as `output` takes them
    return dict(make_images(data, [output(fmt, **more) for fmt in FORMATS]))


KINDS = ("a.jpg", "a.png", "a.webp", "a.tif", "a.heic", "a.avif")


@pytest.mark.parametrize("kind", KINDS)
def test_the_photos_of_these_tests_do_tell_something(
    kind: str, told_all: Mapping[str, bytes], exiftool: str, tmp_path: Path
) -> None:
    (tmp_path / kind).write_bytes(told_all[kind])
    found = read(exiftool, tmp_path / kind)
    assert SECRET in json.dumps(found)
    assert {name.partition(":")[2] for name in found} >= {"GPSLatitude", "Artist", "ProfileDescription"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rights", [Rights(), RIGHTS], ids=["nobody's", "somebody's"])
def test_nothing_of_what_the_camera_wrote_comes_out(
    kind: str, rights: Rights, told_all: Mapping[str, bytes], exiftool: str, tmp_path: Path
) -> None:
    for made, data in derivatives(told_all[kind], rights=rights).items():
        assert SECRET.encode() not in data
        (tmp_path / made.path).write_bytes(data)
        groups = {name.partition(":")[0] for name in read(exiftool, tmp_path / made.path)}
        asked = (
            {"XMP-dc", "XMP-photoshop", "XMP-xmpRights", "XMP-plus", "XMP-x", "IPTC"}
            if rights.title
            else set()
        )
        assert groups <= HARMLESS | asked, f"{kind} → {made.path}: {groups}"
        with Image.open(BytesIO(data)) as image:
            assert not {"exif", "icc_profile", "comment", "photoshop"} & image.info.keys() or rights.title
            assert not dict(image.getexif())


@pytest.mark.parametrize("fmt", FORMATS)
def test_every_copy_says_whose_it_is(fmt: str, exiftool: str, tmp_path: Path) -> None:
    made, data = next(iter(make_images(saved(quarters(), "PNG"), [output(fmt, rights=RIGHTS)])))
    (tmp_path / made.path).write_bytes(data)
    found = read(exiftool, tmp_path / made.path)
    assert {name: value for name, value in found.items() if name.startswith("XMP")} == {
        "XMP-dc:Title": RIGHTS.title,
        "XMP-dc:Creator": [RIGHTS.credit],
        "XMP-photoshop:Credit": RIGHTS.credit,
        "XMP-xmpRights:UsageTerms": RIGHTS.terms,
        "XMP-xmpRights:WebStatement": RIGHTS.licence,
        "XMP-plus:Licensor": [{"LicensorName": RIGHTS.licensor, "LicensorURL": RIGHTS.site}],
    }
    assert "ExifTool:Warning" not in found


def test_a_jpeg_says_it_in_iptc_too(exiftool: str, tmp_path: Path) -> None:
    made, data = next(iter(make_images(saved(quarters(), "PNG"), [output("jpeg", rights=RIGHTS)])))
    (tmp_path / made.path).write_bytes(data)
    found = read(exiftool, tmp_path / made.path)
    assert found["IPTC:ObjectName"] == RIGHTS.title
    assert found["IPTC:By-line"] == found["IPTC:Credit"] == RIGHTS.credit
    assert found["IPTC:CodedCharacterSet"] in {"UTF8", "\u001b%G"}


@pytest.mark.parametrize("fmt", FORMATS)
def test_all_that_is_said_is_small(fmt: str) -> None:
    silent, telling = (
        dict(make_images(saved(quarters(), "PNG"), [output(fmt, rights=rights)]))
        for rights in (Rights(), RIGHTS)
    )
    (before,), (after,) = silent.values(), telling.values()
    assert 300 < len(after) - len(before) < 1280
    assert len(xmp(RIGHTS)) < 1024


def test_what_is_unknown_is_left_out() -> None:
    assert xmp(Rights()) == b""
    assert iptc(Rights()) == b""
    packet = xmp(Rights(licence="https://example.org/terms", terms="https://example.org/terms")).decode()
    assert "WebStatement" in packet
    assert not [
        word
        for word in ("title", "creator", "Credit", "UsageTerms", "Licensor", "xmlns:dc")
        if word in packet
    ]


@pytest.mark.parametrize("text", ["</rdf:li><x>", '" onload="', "'&amp;", "]]>", "ꦧꦠꦶꦏ꧀ 🧵", "كندي"])
def test_no_text_breaks_the_packet(text: str) -> None:
    packet = xmp(Rights(*(text,) * 6)).removeprefix(b"\xef\xbb\xbf")
    root = ET.fromstring(packet)  # noqa: S314 - written by this program a line ago
    about = root.find(".//{*}Description")
    assert about is not None
    assert text in {element.text for element in root.iter()}
    assert about.attrib["{http://ns.adobe.com/photoshop/1.0/}Credit"] == text
    licensor = root.find(".//{http://ns.useplus.org/ldf/xmp/1.0/}Licensor//{*}li")
    assert licensor is not None
    assert set(licensor.attrib.values()) == {text}


def test_the_longest_texts_still_fit_and_a_name_is_never_half_in_iptc() -> None:
    long = Rights(*("ꦧ" * 5000,) * 6)
    assert len(xmp(long)) < 8192
    assert iptc(long) == b""
    assert b"Siti" not in iptc(Rights(title="Kain", credit="Siti " + "A" * 28))
    assert b"Kain" in iptc(Rights(title="Kain", credit="Siti " + "A" * 28))
