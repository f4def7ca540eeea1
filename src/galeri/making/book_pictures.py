"""A PDF with stand-ins → the PDF with photos, each as large as it is printed, and the boxes a printer asks for."""

import os
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf

from galeri.making.book_errors import BookFailedError
from galeri.making.crop_marks import mark
from galeri.making.images import encode, encode_for_press, make_images
from galeri.making.picture_errors import BrokenImageError
from galeri.making.soft_hyphens import whole_words
from galeri.model.outputs import BookOutput, BookPhoto, Frame, ImageOutput, Paper
from galeri.model.problem import Place, Problem

_BATCH = 32
"""Photos that are held in memory at once."""
_THREADS = min(4, os.cpu_count() or 1)
"""Photos that are decoded at once: more of them would fill the memory."""
_POINTS = 72
"""Points in an inch (ISO 32000-1, 8.3.2.3)."""

Load = Callable[[BookPhoto], bytes]


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo of a book, and the width in points of the largest place where it is printed."""

    photo: BookPhoto
    width: float


@dataclass(frozen=True, slots=True)
class _Use:
    """Where a stand-in is drawn: the resources and the name it has there, and how wide, in points."""

    resources: Any
    name: str
    photo: BookPhoto
    width: float


def finished(
    data: bytes, output: BookOutput, stand_ins: Mapping[bytes, BookPhoto], load: Load, target: Path
) -> list[Shown]:
    """Put the photos into a PDF that was set with `stand_ins`, and write it to `target`; say how wide each is.

    Photos wait on the disk, a few of them in a file, so that a book of thousands needs no more memory than one of ten.
    """
    with TemporaryDirectory(prefix="galeri-") as folder, pikepdf.open(BytesIO(data)) as pdf:
        uses = [use for page in pdf.pages for use in _uses(page.obj, stand_ins)]
        widest: dict[str, Shown] = {}
        for use in uses:
            if use.photo.name not in widest or widest[use.photo.name].width < use.width:
                widest[use.photo.name] = Shown(use.photo, use.width)
        shown = [widest[name] for name in sorted(widest)]
        pictures: dict[str, pikepdf.Object] = {}
        for start in range(0, len(shown), _BATCH):
            aside = Path(folder) / f"{start}.pdf"
            _write_aside(shown[start : start + _BATCH], output.paper, load, aside)
            pictures |= _adopted(pdf, aside, shown[start : start + _BATCH])
        for use in uses:
            picture = pictures[use.photo.name]
            picture.ColorSpace = use.resources.XObject[use.name].ColorSpace
            use.resources.XObject[use.name] = picture
        whole_words(pdf)
        _say_language(pdf, output)
        for page in pdf.pages:
            page.obj.BleedBox = page.obj.MediaBox
            if "/TrimBox" not in page.obj:
                page.obj.TrimBox = page.obj.MediaBox
            if output.paper.marks:
                mark(pdf, page)
        pdf.save(target, deterministic_id=True)
    return shown


def _say_language(pdf: pikepdf.Pdf, output: BookOutput) -> None:
    """Name the book's language in full and the side from which its pages are turned: Typst knows no Jawi by itself."""
    language = output.view.language
    pdf.Root.Lang = pikepdf.String(language.tag)
    pdf.Root.ViewerPreferences.Direction = pikepdf.Name("/R2L" if language.direction == "rtl" else "/L2R")


def page_count(path: Path) -> int:
    """Count the pages of a PDF."""
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def _uses(holder: Any, stand_ins: Mapping[bytes, BookPhoto], scale: float = 1) -> Iterator[_Use]:  # noqa: ANN401
    """Find where stand-ins are drawn on a page or in a form, following how it scales (ISO 32000-1, 8.3.3)."""
    drawn = holder.get("/Resources", {}).get("/XObject", {})
    if not drawn:
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
                name = str(operands[0])
                found = drawn[name]
                if found.Subtype == "/Form":
                    yield from _uses(found, stand_ins, scale)
                elif (photo := stand_ins.get(found.read_raw_bytes())) is not None:
                    yield _Use(holder.Resources, name, photo, scale)


def _write_aside(shown: Sequence[Shown], paper: Paper, load: Load, path: Path) -> None:
    """Make photos and write them into a PDF of their own, a page's worth of nothing but pictures.

    Threads make them: what decodes, resizes and encodes leaves Python to the others meanwhile. What a decoder remarks
    is passed over here, as threads that each do so would undo one another's.
    """
    with (
        pikepdf.new() as pdf,
        warnings.catch_warnings(action="ignore"),
        ThreadPoolExecutor(_THREADS) as threads,
    ):
        made = threads.map(lambda each: _made(each, paper, load), shown)
        pdf.Root.Pictures = pikepdf.Array([_picture(pdf, *each) for each in made])
        pdf.save(path)


def _made(shown: Shown, paper: Paper, load: Load) -> tuple[bytes, int, int]:
    """Make a photo as large as it is printed: its JPEG, its width and its height."""
    photo = shown.photo
    width = min(photo.width, ceil(shown.width / _POINTS * paper.ppi))
    height = max(1, round(width * photo.height / photo.width))
    asked = ImageOutput(
        path=photo.name,
        source=photo.source,
        digest=photo.digest,
        frame=Frame(0, 0, photo.width, photo.height),
        width=width,
        height=height,
        format="jpeg",
        quality=paper.quality,
        rights=photo.rights,
    )
    try:
        [(_, data)] = make_images(load(photo), [asked], encode if paper.screen else encode_for_press)
    except BrokenImageError as error:
        raise BookFailedError(
            [Problem("broken-photo", Place(photo.source), {"reason": str(error)})]
        ) from error
    return data, width, height


def _picture(pdf: pikepdf.Pdf, data: bytes, width: int, height: int) -> pikepdf.Object:
    return pdf.make_stream(
        data,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=width,
        Height=height,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )


def _adopted(pdf: pikepdf.Pdf, aside: Path, shown: Sequence[Shown]) -> dict[str, pikepdf.Object]:
    """Take the photos over without reading them: they are copied when the book is written."""
    other = pikepdf.open(aside)
    pictures = [pdf.copy_foreign(each) for each in other.Root.Pictures.as_list()]
    return {each.photo.name: picture for each, picture in zip(shown, pictures, strict=True)}
