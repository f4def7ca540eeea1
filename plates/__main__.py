"""Draw the plates: python -m plates [--only NAME ...] [--out DIR]."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from plates.canvas import save
from plates.catalogue import PLATES


def main() -> None:
    """Draw all plates, or those whose path holds one of the names."""
    parser = argparse.ArgumentParser(prog="python -m plates", description=__doc__)
    parser.add_argument("--only", nargs="+", default=[], help="draw only plates whose path holds a name")
    parser.add_argument("--out", type=Path, default=Path("content"), help="the content folder")
    chosen = parser.parse_args()
    for plate in PLATES:
        if chosen.only and not any(name in plate.path for name in chosen.only):
            continue
        start = time.perf_counter()
        picture = plate.draw()
        drawn = time.perf_counter() - start
        quality, size = save(picture, chosen.out / plate.path, plate.budget)
        high, wide = picture.shape[:2]
        print(f"{plate.path}: {wide}x{high}, {size / 1000:.0f} KB, quality {quality}, {drawn:.1f} s")


if __name__ == "__main__":
    main()
