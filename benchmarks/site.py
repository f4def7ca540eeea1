"""Measure galeri against Hugo on the same generated gallery, in the same run, in turns.

`python benchmarks/site.py` prints Markdown and exits with 1 if a target is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import builders, cases, report
from benchmarks.description import name
from benchmarks.gallery import generate

if TYPE_CHECKING:
    from benchmarks.builders import Builder

PROGRAMS = {"galeri": builders.galeri, "hugo": builders.hugo}
LARGE_ROUNDS = 3


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="measure galeri against Hugo on one generated gallery")
    parser.add_argument("--products", type=int, default=2000)
    parser.add_argument(
        "--large", type=int, default=10_000, help="products of the large gallery; 0: leave out"
    )
    parser.add_argument("--rounds", type=int, default=5, help=f"the large gallery has at most {LARGE_ROUNDS}")
    parser.add_argument("--only", choices=PROGRAMS, help="measure one program alone")
    parser.add_argument("--folder", type=Path, help="where to put the galleries; else the temporary folder")
    return parser.parse_args()


def prepare(root: Path, products: int, only: str | None) -> list[Builder]:
    """Generate a gallery of so many products and return the programs to measure on it."""
    cases.note(f"generating {products:,} products in {root}")
    generate(root, products)
    edited = name("product", products // 2)
    return [make(root, edited) for key, make in PROGRAMS.items() if only in {None, key}]


def measure(given: argparse.Namespace, root: Path) -> list[report.Row]:
    """Measure every case, print how many pages there are, and return the rows of the table."""
    programs = prepare(root / "small", given.products, given.only)
    made = cases.rehearse(programs)
    print(report.counts(made), end="\n\n", flush=True)
    rows, cold = cases.small(programs, given.rounds, given.products)
    if given.large:
        programs = prepare(root / "large", given.large, given.only)
        rounds = min(given.rounds, LARGE_ROUNDS)
        rows += cases.large(programs, rounds, given.large, cases.per_page(cold, made))
    return rows


def main() -> int:
    """Run the benchmark and print its tables; return the exit code."""
    given = arguments()
    with tempfile.TemporaryDirectory(prefix="galeri-bench-", dir=given.folder) as root:
        print(report.setting(Path(root), builders.versions()), end="\n\n")
        rows = measure(given, Path(root))
    print(report.table(rows))
    return int(any(row.met is False for row in rows))


if __name__ == "__main__":
    sys.exit(main())
