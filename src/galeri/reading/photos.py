"""A photo's file → its digest and its size, from the header alone; looked up again only when the file changed."""

import hashlib
import json
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from galeri.model.digests import digest, digester
from galeri.model.photo_files import FORMATS, LATITUDE, MOST_PIXELS, ORIENTATION, POSITION, is_heif
from galeri.model.records import FilmFile, PhotoFile
from galeri.reading.files import File
from galeri.reading.films import tells_place

if TYPE_CHECKING:
    from PIL import Image

_TURNED = {5, 6, 7, 8}
"""EXIF orientations that swap width and height (Exif 3.0, tag 274)."""
_ANIMATED = {"GIF", "PNG", "WEBP", "AVIF"}
"""Formats whose several pictures are one that moves; those of JPEG, TIFF and HEIC are something else."""


@dataclass
class BrokenPhotoError(Exception):
    """A file that no photo can be read from."""

    path: str


@dataclass
class HugePhotoError(BrokenPhotoError):
    """A file that claims more pixels, in width and height, than any camera makes."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class _Header:
    """What a photo's header says: pixels of the upright photo, whether it tells a place, whether it moves."""

    width: int
    height: int
    located: bool
    animated: bool


class PhotoBook:
    """Remembers what was read from each photo, by what tells that the file has changed."""

    def __init__(self, path: Path) -> None:
        """Read what an earlier build noted at `path`, if anything that makes sense is there."""
        self._path = path
        self._old: dict[str, list[str | int]] = {}
        self._new: dict[str, list[str | int]] = {}
        try:
            loaded = json.loads(path.read_bytes())
        except (OSError, ValueError):
            return
        if isinstance(loaded, dict):
            self._old = {key: value for key, value in loaded.items() if _is_note(value)}

    def look(self, root: Path, file: File) -> PhotoFile:
        """Describe the photo; raises BrokenPhotoError where it is none."""
        stamp = [file.size, file.modified, file.changed]
        note = self._old.get(file.path)
        if note is None or note[:3] != stamp or not note[4]:
            found = read_header(root, file.path)
            note = [*stamp, found.digest, found.width, found.height, int(found.located), int(found.animated)]
        self._new[file.path] = note
        digest, width, height, located, animated = note[3:]
        return PhotoFile(file.path, str(digest), int(width), int(height), bool(located), bool(animated))

    def film(self, root: Path, file: File) -> FilmFile:
        """Describe a film, which is published as it is."""
        stamp = [file.size, file.modified, file.changed]
        note = self._old.get(file.path)
        if note is None or note[:3] != stamp:
            with (root / file.path).open("rb") as opened:
                digest = hashlib.file_digest(opened, digester).hexdigest()
                note = [*stamp, digest, 0, 0, int(tells_place(opened)), 0]
        self._new[file.path] = note
        return FilmFile(file.path, str(note[3]), bool(note[6]))

    def glance(self, root: Path, file: File) -> PhotoFile:
        """Describe the photo, by its header alone where it is not known yet: then its stamp stands in for its digest.

        Raises BrokenPhotoError where it is none.
        """
        note = self._old.get(file.path)
        if note and note[:3] == [file.size, file.modified, file.changed] and note[4]:
            return self.look(root, file)
        with (root / file.path).open("rb") as opened:
            return _described(file.path, stand_in(file), opened)

    def save(self) -> None:
        """Note what was seen since the book was opened, where that differs from before."""
        if self._new != self._old:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(self._new))


def read_header(root: Path, path: str) -> PhotoFile:
    """Digest the file and read its header; raises BrokenPhotoError where it is no photo, HugePhotoError for a bomb."""
    with (root / path).open("rb") as file:
        return _described(path, hashlib.file_digest(file, digester).hexdigest(), file)


def stand_in(file: File) -> str:
    """Give what stands in for a file's digest where to read all of it would take too long: a digest of its stamp."""
    return digest(
        f"{file.path} {file.size} {file.modified} {file.changed}".encode("utf-8", "surrogateescape")
    )


def _described(path: str, digest: str, file: BinaryIO) -> PhotoFile:
    try:
        header = _header(file)
    except Exception:  # noqa: BLE001 - a decoder that is fed a hostile file may raise anything
        raise BrokenPhotoError(path) from None
    if header.width * header.height > MOST_PIXELS:
        raise HugePhotoError(path, header.width, header.height)
    return PhotoFile(path, digest, header.width, header.height, header.located, header.animated)


def _header(file: BinaryIO) -> _Header:
    """Read the header of a photo, without decoding a pixel."""
    from PIL import Image  # noqa: PLC0415 - a gallery whose photos are all known does not need Pillow

    file.seek(0)
    if is_heif(file.read(12)):
        from pillow_heif import register_heif_opener  # noqa: PLC0415 - only where there is such a photo

        register_heif_opener(thumbnails=False)
    Image.MAX_IMAGE_PIXELS = None  # the limit is ours
    file.seek(0)
    with warnings.catch_warnings(action="ignore"), Image.open(file, formats=FORMATS) as image:
        width, height = image.size
        if width * height > MOST_PIXELS:  # to ask for the EXIF of a PNG may decode it
            return _Header(width, height, located=False, animated=False)
        # Pillow turns TIFF by itself, its size included.
        turned = image.format != "TIFF" and image.getexif().get(ORIENTATION) in _TURNED
        upright = (height, width) if turned else (width, height)
        animated = image.format in _ANIMATED and getattr(image, "is_animated", False)
        return _Header(*upright, located=_located(image), animated=animated)


def _located(image: "Image.Image") -> bool:
    """Whether EXIF or XMP says where a photo was taken."""
    if LATITUDE in image.getexif().get_ifd(POSITION):
        return True
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    return ("GPSLatitude" if isinstance(packet, str) else b"GPSLatitude") in packet


def _is_note(value: object) -> bool:
    return isinstance(value, list) and [type(each) for each in value] == [int, int, int, str, *[int] * 4]
