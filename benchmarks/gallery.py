"""Write one generated gallery twice: as a galeri folder and as a Hugo site.

`python benchmarks/gallery.py --products 200 FOLDER` writes FOLDER/galeri and FOLDER/hugo.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import as_galeri, as_hugo
from benchmarks.description import describe

if TYPE_CHECKING:
    from collections.abc import Iterable


def write(files: Iterable[tuple[str, str]], folder: Path) -> int:
    """Write files, given as relative path and text, into a folder; return how many."""
    count = 0
    for path, text in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        count += 1
    return count


def generate(folder: Path, products: int, seed: int = 1) -> None:
    """Write a gallery of so many products as folder/galeri and as folder/hugo."""
    gallery = describe(products, seed)
    write(as_galeri.files(gallery), folder / "galeri")
    write(as_hugo.files(gallery), folder / "hugo")


def main() -> int:
    """Generate a gallery to look at; return the exit code."""
    parser = argparse.ArgumentParser(description="write one generated gallery for galeri and for Hugo")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--products", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    generate(arguments.folder, arguments.products, arguments.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
