"""A path → what a browser is answered: a page, a file, where to go instead, or a picture that is still to be made."""

import mimetypes
from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeGuard

from galeri.making.pages import TemplateFailedError
from galeri.making.picture_errors import BrokenImageError, TypesettingError
from galeri.model.outputs import BookOutput, FileOutput, ImageOutput, Output, PageOutput
from galeri.model.problem import Place, Problem
from galeri.previewing.bench import Bench
from galeri.previewing.studio import Studio
from galeri.publishing.workers import UnmakeableError

_INDEX = "index.html"
_KINDS = {
    ".webmanifest": "application/manifest+json",
    ".js": "text/javascript; charset=utf-8",
    ".avif": "image/avif",
}
_REMEMBERED = 100
"""How many pages are remembered as they last were without a mistake."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser gets: a status of HTTP, the type of the data, and the data; what went wrong in making it.

    `file`, if there is one, is sent in place of data, as much of it as is asked for; `to` is the path to go to instead,
    or ""; `state` is that of the studio it was made from.
    """

    status: int
    kind: str = ""
    data: bytes = b""
    problems: tuple[Problem, ...] = ()
    file: Path | None = None
    to: str = ""
    state: int = 0


Slow = ImageOutput | BookOutput | FileOutput
"""What may take long to make or to search, and is answered beside all else."""


class Answers:
    """Answers from what a studio shows. It belongs to the studio's thread."""

    def __init__(self, studio: Studio, root: Path, kept: Path) -> None:
        """Take the gallery's folder and that of all that is kept by key."""
        self._studio, self._root, self._kept = studio, root, kept
        self._bench: Bench | None = None
        self._good: OrderedDict[str, bytes] = OrderedDict()

    def answer(self, path: str) -> Answer | Slow:
        """Answer a path, which has no leading slash."""
        found = self._found(path)
        return replace(found, state=self._studio.state) if isinstance(found, Answer) else found

    def _found(self, path: str) -> Answer | Slow:
        preview = self._studio.preview
        if preview is None:
            return Answer(503, "text/html")
        name = f"{path}{_INDEX}" if path.endswith("/") or not path else path
        output = preview.output(name)
        if output is None and preview.output(f"{name}/{_INDEX}"):
            return Answer(302, to=f"{path}/")
        if output is None:
            return self._made(preview.missing(name), 404)
        if isinstance(output, ImageOutput) and (problem := self._at_work().leak(output)):
            return Answer(500, problems=(problem,))
        if isinstance(output, ImageOutput | BookOutput) or _is_film(output):
            return output
        return self._made(output)

    def _made(self, output: Output, status: int = 200) -> Answer:
        page = isinstance(output, PageOutput)
        try:
            data = self._at_work().made(output)
        except (TemplateFailedError, UnmakeableError) as error:
            return self._failed(output, error.problem)
        except (BrokenImageError, TypesettingError, OSError) as error:
            return self._failed(
                output, Problem("unreadable-file", Place(output.path), {"reason": str(error)})
            )
        if page:
            self._remember(output.path, data)
        return Answer(status, kind_of(output.path), data)

    def _failed(self, output: Output, problem: Problem) -> Answer:
        """Give the page as it last was, if it holds nothing that must not be seen, and what is wrong."""
        kept = self._good.get(output.path, b"")
        if kept and self._at_work().guard.find(kept, output.path):
            kept = b""
        return Answer(200 if kept else 500, kind_of(output.path), kept, (problem,))

    def _remember(self, path: str, data: bytes) -> None:
        self._good[path] = data
        self._good.move_to_end(path)
        if len(self._good) > _REMEMBERED:
            self._good.popitem(last=False)

    def _at_work(self) -> Bench:
        """Give the bench, turned to what is shown now."""
        preview = self._studio.preview
        assert preview is not None  # noqa: S101 - `answer` asked
        if self._bench is None or self._bench.shop.theme is not preview.theme:
            self._bench = Bench(self._root, self._kept, preview)
        self._bench.turn_to(preview, self._studio.private)
        return self._bench


def _is_film(output: Output) -> TypeGuard[FileOutput]:
    return isinstance(output, FileOutput) and kind_of(output.path).startswith("video/")


def kind_of(path: str) -> str:
    """Give the type of a file by its name (RFC 9110, Content-Type)."""
    suffix = Path(path).suffix
    known = _KINDS.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    text = known.startswith("text/") or known.endswith(("xml", "json"))
    return f"{known}; charset=utf-8" if text and "charset" not in known else known
