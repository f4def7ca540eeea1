"""Pictures of one photo: taken from the cache, or made somewhere and put there; staged in any case."""

from collections.abc import Iterable
from dataclasses import dataclass

from galeri.model.digests import digest
from galeri.model.outputs import ImageOutput, ShareOutput
from galeri.model.problem import Place, Problem
from galeri.publishing.cache import Cache
from galeri.publishing.jobs import Job, Made, Workshop, changed, photo_of
from galeri.publishing.staging import Staging

Picture = ImageOutput | ShareOutput


@dataclass(frozen=True, slots=True)
class Begun:
    """A job: what the cache has is staged; what is `missing`, by output and key, is made of `photo`, if of any."""

    staged: tuple[tuple[str, str], ...]
    missing: tuple[tuple[Picture, str], ...]
    photo: bytes = b""
    problems: tuple[Problem, ...] = ()


class Derivatives:
    """Begins and ends a photo's job; between the two the pictures are made, here or on another machine."""

    def __init__(self, workshop: Workshop) -> None:
        """Use the folders of a workshop."""
        self._root = workshop.root
        self._cache = Cache(workshop.cache)
        self._staging = Staging(workshop.staging)

    def begin(self, job: Job) -> Begun:
        """Stage what the cache holds, and read the photo where something is missing."""
        staged: list[tuple[str, str]] = []
        missing: list[tuple[Picture, str]] = []
        for output, key in job.outputs:
            data = self._cache.get(key)
            if data is not None:
                staged.append((output.path, self._staging.put(key, data)))
            elif isinstance(output, Picture):
                missing.append((output, key))
        shown = photo_of(missing[0][0]) if missing else None
        if shown is None:
            return Begun(tuple(staged), tuple(missing))
        photo = (self._root / shown.source).read_bytes()
        if digest(photo) != shown.digest:
            return Begun((), (), problems=(changed(shown.source),))
        return Begun(tuple(staged), tuple(missing), photo)

    def end(self, begun: Begun, pictures: Iterable[tuple[Picture, bytes]]) -> Made:
        """Keep and stage each picture as it comes."""
        keys = {output.path: key for output, key in begun.missing}
        staged = list(begun.staged)
        for output, data in pictures:
            key = keys[output.path]
            self._cache.put(key, data)
            staged.append((output.path, self._staging.put(key, data)))
        return Made(tuple(staged), begun.problems)


def broken(begun: Begun, reason: str) -> Made:
    """Tell of a photo that can't be decoded."""
    photo = photo_of(begun.missing[0][0])
    return Made((), (Problem("broken-photo", Place(photo.source if photo else ""), {"reason": reason}),))
