"""What was measured of each photo's pixels, kept by the digest of its file: no photo is measured twice."""

import json
import os
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from galeri.making.picture_errors import BrokenImageError
from galeri.model.digests import digest
from galeri.model.photo_needs import Measure
from galeri.model.problem import Place, Problem
from galeri.model.records import PhotoFile
from galeri.publishing.line import Line, by_and_by

NAME = "measures-1.jsonl"
"""One line a photo, so that what is measured is kept however the program ends.

The number rises when the same photo is measured in another way.
"""


class Measures:
    """A file of measures, to which lines are only ever added."""

    def __init__(self, path: Path) -> None:
        """Read what was measured before; a line that makes no sense, such as a torn one, is passed over."""
        self._path = path
        self.known: dict[str, Measure] = {}
        for line in _lines(path):
            try:
                name, sharpness, glimpse = json.loads(line)
                self.known[str(name)] = Measure(
                    None if sharpness is None else float(sharpness), bytes.fromhex(glimpse)
                )
            except (ValueError, TypeError):
                continue

    def add(self, name: str, measure: Measure) -> None:
        """Note the measure of the photo whose digest is `name`."""
        self.known[name] = measure
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="ascii") as file:
            file.write(f"\n{_line(name, measure)}")

    def keep(self, names: Iterable[str]) -> None:
        """Forget all but the photos whose digests are `names`."""
        kept = [_line(name, self.known[name]) for name in sorted(set(names) & self.known.keys())]
        temporary = self._path.with_suffix(f".{os.getpid()}.new")
        temporary.write_text("\n".join(kept), encoding="ascii")
        temporary.replace(self._path)


def measured(
    photos: Sequence[PhotoFile],
    root: Path,
    measures: Measures,
    workers: int,
    progress: Callable[[str, int, int], None],
) -> tuple[Mapping[str, Measure], list[Problem]]:
    """Measure the photos that were not measured yet; give all measures by digest, and who can't be decoded.

    Threads are enough: decoders, which do nearly all the work, let others work meanwhile. No more is decoded at once
    than memory bears.
    """
    new = list({photo.digest: photo for photo in photos if photo.digest not in measures.known}.values())
    broken: dict[str, str] = {}
    if not new:
        return measures.known, []
    pool = ThreadPoolExecutor(min(workers, len(new)))
    try:
        # Decoders' remarks are silenced here for all threads, as each silences them for the whole process.
        with warnings.catch_warnings(action="ignore"):
            line = Line([photo.width * photo.height for photo in new])
            made = by_and_by(lambda index: pool.submit(_measure, root, new[index]), line, workers)
            for done, (_, future) in enumerate(made, 1):
                name, found = future.result()
                if isinstance(found, Measure):
                    measures.add(name, found)
                elif found:
                    broken[name] = found
                progress("photos", done, len(new))
    finally:
        pool.shutdown(cancel_futures=True)
    return measures.known, [
        Problem("broken-photo", Place(photo.path), {"reason": broken[photo.digest]})
        for photo in photos
        if photo.digest in broken
    ]


def _measure(root: Path, photo: PhotoFile) -> tuple[str, Measure | str]:
    """Measure a photo, or say why it can't be decoded: "" for one that changed meanwhile, which making will tell."""
    from galeri.making.photo_measures import measure  # noqa: PLC0415

    try:
        data = (root / photo.path).read_bytes()
        if digest(data) != photo.digest:
            return photo.digest, ""
        return photo.digest, measure(data)
    except BrokenImageError as error:
        return photo.digest, str(error)


def _line(name: str, measure: Measure) -> str:
    return json.dumps([name, measure.sharpness, measure.glimpse.hex()], separators=(",", ":"))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return []
