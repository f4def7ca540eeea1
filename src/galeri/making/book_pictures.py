"""The photos of a book, each made as large as it is printed, while what comes after it is being set."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from threading import Lock
from typing import Any

import pikepdf

from galeri.making.book_errors import BookFailedError
from galeri.making.images import encode, encode_for_press, make_images
from galeri.making.picture_errors import BrokenImageError
from galeri.model.digests import digest
from galeri.model.outputs import BookPhoto, Frame, ImageOutput, Paper
from galeri.model.problem import Place, Problem

_THREADS = min(4, os.cpu_count() or 1)
"""Photos that are decoded at once: more of them would fill the memory."""
_BATCH = 32
"""Photos that wait in one file, and are held in memory while it is written."""
_POINTS = 72
"""Points in an inch (ISO 32000-1, 8.3.2.3)."""

Load = Callable[[BookPhoto], bytes]
StandIns = Mapping[bytes, BookPhoto]


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo of a book, and the width in points of the largest place where it is printed."""

    photo: BookPhoto
    width: float


@dataclass(frozen=True, slots=True)
class _Made:
    """A photo that was made: its JPEG's file, its width and its height in pixels."""

    file: Path
    width: int
    height: int


class Darkroom(AbstractContextManager["Darkroom"]):
    """Makes a book's photos in threads: what decodes, resizes and encodes leaves Python to the others meanwhile.

    They wait in `folder`, so that a book of thousands needs no more memory than one of ten.
    """

    def __init__(self, paper: Paper, stand_ins: StandIns, load: Load, folder: Path) -> None:
        """Open the darkroom in a folder, which is there and empty."""
        self.paper, self.stand_ins, self.load, self.folder = paper, stand_ins, load, folder
        self._threads = ThreadPoolExecutor(_THREADS)
        self._lock = Lock()
        self._looked: list[Future[None]] = []
        self._largest: dict[str, Shown] = {}
        self._made: dict[str, Future[_Made]] = {}

    def __exit__(self, *_: object) -> None:
        """Close it: what nobody has begun is left."""
        self._threads.shutdown(cancel_futures=True)

    def see(self, path: Path) -> None:
        """Have a thread look at a quire, and order the photos that are printed in it."""
        self._looked.append(self._threads.submit(self._order, path))

    def _order(self, path: Path) -> None:
        shown = _largest_in(path, self.stand_ins)
        with self._lock:
            for name, each in shown.items():
                if name not in self._largest or self._largest[name].width < each.width:
                    self._largest[name] = each
                    self._made[name] = self._threads.submit(self._make, each)

    def finished(self) -> tuple[list[Shown], dict[str, _Made]]:
        """Wait for all photos: what is shown, in the order of names, and the files; raises BookFailedError."""
        for each in self._looked:
            each.result()
        made = {name: self._made[name].result() for name in sorted(self._made)}
        return [self._largest[name] for name in made], made

    def _make(self, shown: Shown) -> _Made:
        """Make a photo as large as it is printed."""
        photo = shown.photo
        width = min(photo.width, ceil(shown.width / _POINTS * self.paper.ppi))
        height = ceil(
            width * photo.height / photo.width
        )  # rounded down, it would fall short of the resolution
        asked = ImageOutput(
            path=photo.name,
            source=photo.source,
            digest=photo.digest,
            frame=Frame(0, 0, photo.width, photo.height),
            width=width,
            height=height,
            format="jpeg",
            quality=self.paper.quality,
            rights=photo.rights,
        )
        try:
            [(_, data)] = make_images(
                self.load(photo), [asked], encode if self.paper.screen else encode_for_press
            )
        except BrokenImageError as error:
            raise BookFailedError(
                [Problem("broken-photo", Place(photo.source), {"reason": str(error)})]
            ) from error
        file = self.folder / f"{digest(photo.name.encode())}-{width}.jpg"
        file.write_bytes(data)
        return _Made(file, width, height)


def _largest_in(path: Path, stand_ins: StandIns) -> dict[str, Shown]:
    """Find by name the photos whose stand-ins are drawn in a PDF, each at its widest."""
    widest: dict[str, Shown] = {}
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            for each in _drawn(page.obj, stand_ins):
                name = each.photo.name
                if name not in widest or widest[name].width < each.width:
                    widest[name] = each
    return widest


def _drawn(holder: Any, stand_ins: StandIns, scale: float = 1) -> Iterator[Shown]:  # noqa: ANN401
    """Find where stand-ins are drawn on a page or in a form, following how it scales (ISO 32000-1, 8.3.3)."""
    within = _pictures(holder)
    if not within:
        return
    stack: list[float] = []
    for instruction in pikepdf.parse_content_stream(holder, "q Q cm Do"):
        operands = instruction.operands
        match str(instruction.operator):
            case "q":
                stack.append(scale)
            case "Q":
                scale = stack.pop()
            case "cm":
                scale *= (float(operands[0]) ** 2 + float(operands[1]) ** 2) ** 0.5
            case _:
                found = within[str(operands[0])]
                if found.Subtype == "/Form":
                    yield from _drawn(found, stand_ins, scale)
                elif (photo := stand_ins.get(found.read_raw_bytes())) is not None:
                    yield Shown(photo, scale)


def _pictures(holder: Any) -> Any:  # noqa: ANN401 - a page or a form, and its dictionary
    return holder.get("/Resources", {}).get("/XObject", {})


def put_in(pdf: pikepdf.Pdf, stand_ins: StandIns, made: Mapping[str, _Made], folder: Path) -> None:
    """Put the photos in the places of their stand-ins; they are read from `folder` when the book is written."""
    pictures: dict[str, pikepdf.Object] = {}
    names = list(made)
    for start in range(0, len(names), _BATCH):
        batch = names[start : start + _BATCH]
        aside = folder / f"{start}.pdf"
        _write_aside([made[name] for name in batch], aside)
        other = pikepdf.open(aside)
        adopted = [pdf.copy_foreign(each) for each in other.Root.Pictures.as_list()]
        pictures |= zip(batch, adopted, strict=True)
    for page in pdf.pages:
        _swap(page.obj, stand_ins, pictures)


def _swap(holder: Any, stand_ins: StandIns, pictures: Mapping[str, pikepdf.Object]) -> None:  # noqa: ANN401
    within = _pictures(holder)
    for name, found in within.items():
        if found.Subtype == "/Form":
            _swap(found, stand_ins, pictures)
        elif (photo := stand_ins.get(found.read_raw_bytes())) is not None:
            pictures[photo.name].ColorSpace = found.ColorSpace
            within[name] = pictures[photo.name]


def _write_aside(made: Sequence[_Made], path: Path) -> None:
    """Write photos into a PDF of their own, of nothing but pictures."""
    with pikepdf.new() as pdf:
        pdf.Root.Pictures = pikepdf.Array([_picture(pdf, each) for each in made])
        pdf.save(path)


def _picture(pdf: pikepdf.Pdf, made: _Made) -> pikepdf.Object:
    return pdf.make_stream(
        made.file.read_bytes(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=made.width,
        Height=made.height,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
