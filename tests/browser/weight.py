"""How much a page's first view weighs on the wire: what a phone asks for before its visitor scrolls."""

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml"}
"""What hosts compress; pictures are already."""


@dataclass(frozen=True)
class Weight:
    """Bytes by what they are for."""

    html: int
    styles: int
    scripts: int
    pictures: int

    @property
    def whole(self) -> int:
        """All of them."""
        return self.html + self.styles + self.scripts + self.pictures


def weigh(files: Mapping[str, bytes], asked: Iterable[str]) -> Weight:
    """Weigh the files of a site that were asked for, by their paths, as hosts send them (gzip at its usual level 6)."""
    sums = dict.fromkeys(("html", "styles", "scripts", "pictures"), 0)
    for path in set(asked):
        suffix = PurePosixPath(path).suffix
        data = files[path]
        kind = {".html": "html", ".css": "styles", ".js": "scripts"}.get(suffix, "pictures")
        sums[kind] += len(gzip.compress(data, 6)) if suffix in PACKED else len(data)
    return Weight(**sums)
