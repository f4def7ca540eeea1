"""A film of the gallery, which a browser asks for piece by piece: Safari plays none that it can't have so."""

from pathlib import Path

from galeri.model.outputs import FileOutput
from galeri.model.private import PrivateValue
from galeri.publishing.privacy import Guard
from galeri.publishing.workers import UnmakeableError


class Films:
    """Gives the files of films, each searched once for what no output may hold."""

    def __init__(self, root: Path) -> None:
        """Find films below the gallery's folder `root`."""
        self._root = root
        self._searched: set[tuple[str, tuple[PrivateValue, ...]]] = set()

    def film(self, output: FileOutput, private: tuple[PrivateValue, ...]) -> Path:
        """Give the file of a film; raises UnmakeableError where it holds a private value, OSError where it is gone."""
        file = self._root / output.source
        if (output.digest, private) not in self._searched:
            if wrong := Guard(private).find(file.read_bytes(), output.path):
                raise UnmakeableError(wrong)
            self._searched.add((output.digest, private))
        return file
