"""Draw the plates: python -m plates [--only NAME ...] [--out DIR] [--all]."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from plates.canvas import save
from plates.catalogue import PLATES, Plate


def chosen(plate: Plate, only: list[str], out: Path, *, every: bool) -> bool:
    """Choose plates by name, and leave out those whose record has no folder yet."""
    named = not only or any(name in plate.path for name in only)
    return named and (every or (out / plate.path).parent.is_dir())


def main() -> None:
    """Draw the plates of the records that are there, or only some of them by name."""
    parser = argparse.ArgumentParser(prog="python -m plates", description=__doc__)
    parser.add_argument("--only", nargs="+", default=[], help="draw only plates whose path holds a name")
    parser.add_argument("--out", type=Path, default=Path("content"), help="the content folder")
    parser.add_argument(
        "--all", action="store_true", help="draw records' plates before there is a record, too"
    )
    asked = parser.parse_args()
    for plate in PLATES:
        if not chosen(plate, asked.only, asked.out, every=asked.all):
            continue
        start = time.perf_counter()
        picture = plate.draw()
        drawn = time.perf_counter() - start
        quality, size = save(picture, asked.out / plate.path, plate.budget)
        high, wide = picture.shape[:2]
        print(f"{plate.path}: {wide}x{high}, {size / 1000:.0f} KB, quality {quality}, {drawn:.1f} s")


if __name__ == "__main__":
    main()
