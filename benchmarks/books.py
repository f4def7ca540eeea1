"""Measure galeri against WeasyPrint on a book of the same pieces, in the same run, in turns.

`python benchmarks/books.py` prints Markdown and exits with 1 if a target is missed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

import pikepdf

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import report
from benchmarks.book_gallery import LANGUAGE, described, write
from benchmarks.cases import note
from benchmarks.measure import Run, peak, timed

FASTER, GROWTH, MEMORY = 6, 5.5, 1500
HEAD = ("case", "galeri", "WeasyPrint", "ratio", "target", "")


@dataclass(frozen=True)
class Setter:
    """A program that sets books: how it is called in a gallery's folder, and the file that it writes there."""

    name: str
    command: tuple[str, ...]
    book: str

    def pages(self, folder: Path) -> int:
        """Count the pages of its book."""
        with pikepdf.open(folder / self.book) as pdf:
            return len(pdf.pages)


GALERI = Setter(
    "galeri",
    (sys.executable, "-m", "galeri", "pdf", "--drafts", "--language", LANGUAGE),
    f"books/catalogue-{LANGUAGE}.pdf",
)
WEASYPRINT = Setter(
    "WeasyPrint",
    (
        sys.executable,
        "-m",
        "weasyprint",
        "--dpi=300",
        "--jpeg-quality=90",
        "--pdf-variant=pdf/ua-1",
        "book.html",
        "book.pdf",
    ),
    "book.pdf",
)
"""It is asked for what galeri gives: photos of 300 pixels an inch, and a tagged file."""


def clear(folder: Path) -> None:
    """Remove what earlier runs have left: books and all that is kept for the next."""
    for left in ("books", ".galeri"):
        shutil.rmtree(folder / left, ignore_errors=True)
    (folder / "book.pdf").unlink(missing_ok=True)


def once(setter: Setter, folder: Path) -> Run:
    """Time one run from nothing."""
    clear(folder)
    return timed(setter.command, folder)


def compared(folder: Path, products: int, rounds: int) -> tuple[list[report.Row], float]:
    """Measure both in turns; give the rows, and galeri's seconds."""
    note(f"{products:,} products, {rounds} rounds")
    runs: dict[str, list[Run]] = {GALERI.name: [], WEASYPRINT.name: []}
    pages: dict[str, int] = {}
    for _ in range(rounds):
        for setter in (GALERI, WEASYPRINT):
            runs[setter.name].append(once(setter, folder))
            pages[setter.name] = setter.pages(folder)
    ours, theirs = (median(run.wall for run in runs[each.name]) for each in (GALERI, WEASYPRINT))
    our_cpu, their_cpu = (median(run.cpu for run in runs[each.name]) for each in (GALERI, WEASYPRINT))
    if pages[GALERI.name] < pages[WEASYPRINT.name]:
        message = f"galeri's book has fewer pages, so this is no comparison: {pages}"
        raise SystemExit(message)
    print(report.counts({name: {"book": count} for name, count in pages.items()}), end="\n\n", flush=True)
    target = f"at most 1/{FASTER} of WeasyPrint"
    rows = [
        report.compared(f"{products:,} products: wall", ours, theirs, target, 1 / FASTER),
        report.compared(f"{products:,} products: CPU", our_cpu, their_cpu),
    ]
    return rows, ours


def large(folder: Path, products: int, rounds: int, small: float) -> list[report.Row]:
    """Measure how time grows from `small` seconds, and the memory of a run of its own."""
    note(f"{products:,} products")
    took = median(once(GALERI, folder).wall for _ in range(rounds))
    growth = took / small
    clear(folder)
    held = peak(GALERI.command, folder) / 1e6
    return [
        report.Row(f"{products:,} products", took, None, "s"),
        report.Row(
            "time of the large book", growth, None, "times", None, f"at most {GROWTH} times", growth <= GROWTH
        ),
        report.Row("peak memory", held, None, "MB", None, f"at most {MEMORY:,} MB", held <= MEMORY),
    ]


def main() -> int:
    """Run the benchmark; 0 if every target is met."""
    parser = argparse.ArgumentParser(description="measure galeri against WeasyPrint on a book")
    parser.add_argument("--products", type=int, default=300)
    parser.add_argument("--large", type=int, default=1500, help="products of the large book; 0: leave out")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where to put the galleries; else the temporary folder")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="galeri-bench-", dir=given.folder) as name:
        root = Path(name)
        programs = {each: version(each) for each in ("galeri", "weasyprint", "typst")}
        print(report.setting(root, programs), end="\n\n", flush=True)
        write(described(given.products), root / "small")
        rows, ours = compared(root / "small", given.products, given.rounds)
        if given.large:
            write(described(given.large), root / "large")
            rows += large(root / "large", given.large, given.rounds, ours)
    print(report.markdown([HEAD, report.RULE, *map(report.cells, rows)]))
    return 1 if any(row.met is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
