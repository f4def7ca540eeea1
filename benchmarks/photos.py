"""Measure the making of photos against Hugo, against eleventy-img and against the bare codecs, in one run, in turns.

`python benchmarks/photos.py` prints Markdown and exits with 1 if a target is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import builders, cases, floor, outputs, photo_sites, report
from benchmarks.measure import timed
from benchmarks.pictures import SIZE, SMALL, pictures

if TYPE_CHECKING:
    from benchmarks.builders import Builder

MOST_ABOVE_CODECS = 1.15  # times
MOST_ABOVE_READING = 0.3  # seconds
PHOTOS_EACH = 4  # of a piece, where there are many
SETTLE = 3  # seconds after which a file's time stamp is known to be its last
READ = """
import sys
from pathlib import Path
from galeri.reading.gallery import read_gallery
from galeri.reading.photos import PhotoBook
folder = Path(sys.argv[1])
assert read_gallery(folder, PhotoBook(folder / ".galeri/cache/photos.json")).gallery
"""
PEERS = {"Hugo": photo_sites.hugo, "eleventy-img": photo_sites.eleventy}
SHARES = {"Hugo": 1 / 4, "eleventy-img": 1}  # of a peer's CPU time, at most
TARGETS = {"Hugo": "at most 1/4 of Hugo", "eleventy-img": "at most that of eleventy-img"}


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="measure how fast photos are made")
    parser.add_argument("--photos", type=int, default=24, help="large photos, each another")
    parser.add_argument("--many", type=int, default=1000, help="photos that are built twice; 0: leave out")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without", choices=PEERS, nargs="*", default=(), help="peers to leave out")
    parser.add_argument("--folder", type=Path, help="where to build; else the temporary folder")
    return parser.parse_args()


def made(program: Builder) -> int:
    """Count the photos in a program's output."""
    return sum(path.suffix in {".webp", ".jpg", ".jpeg"} for path in program.output.rglob("*"))


def against_peers(programs: list[Builder], rounds: int) -> dict[str, list[report.Row]]:
    """Build from nothing with each program in turns; return the rows by peer."""
    for program in programs:
        program.clean()
        timed(program.command, program.folder)
    found = {program.name: made(program) for program in programs}
    if len(set(found.values())) != 1:
        message = f"the programs do not make the same: {found}"
        raise SystemExit(message)
    case = cases.in_turns("photos", programs, rounds, cases.clean)
    wall, cpu = cases.walls(case), cases.cpus(case)
    return {
        peer: [
            report.compared("wall", wall["galeri"], wall[peer], f"at most that of {peer}", 1),
            report.compared("CPU", cpu["galeri"], cpu[peer], TARGETS[peer], SHARES[peer]),
        ]
        for peer in wall
        if peer != "galeri"
    }


def against_codecs(photos: list[Path], rounds: int) -> report.Row:
    """Return the row on what is added to the bare codecs."""
    whole, bare = floor.measure(photos, rounds)
    target = f"at most {MOST_ABOVE_CODECS} times"
    return report.compared("derivatives alone: CPU", whole, bare, target, MOST_ABOVE_CODECS)


def reading(program: Builder) -> float:
    """Return the seconds of wall time that a process takes to read the gallery as a build does, and nothing more."""
    return timed((sys.executable, "-c", READ, str(program.folder)), program.folder).wall


def built_again(program: Builder, rounds: int) -> list[report.Row]:
    """Build a gallery of many photos again: as it is, and with a sentence more in a story; return what it takes."""
    cases.note("building many photos for the first time")
    program.clean()
    time.sleep(SETTLE)
    timed(program.command, program.folder)
    read = reading(program)
    unchanged = [timed(program.command, program.folder).wall - read for _ in range(rounds)]
    edited, encoded = [], 0
    for turn in range(rounds):
        cases.edit(program, turn)
        before = outputs.traces(program.output)
        read = reading(program)
        built = timed(program.command, program.folder)
        edited.append(built.wall - read)
        written = outputs.written(before, outputs.traces(program.output))
        encoded += sum("images/" in path for path in written)
        cases.note(f"again, round {turn + 1}: building {built.wall:.2f} s, of which reading {read:.2f} s")
        cases.note(built.output.strip().splitlines()[-1])
    return [
        _above_reading("nothing changed", unchanged),
        _above_reading("one story changed", edited),
        report.Row("second build: encoded", float(encoded), None, "files", None, "none", not encoded),
    ]


def _above_reading(case: str, seconds: list[float]) -> report.Row:
    """Return the median of what builds took beyond reading."""
    extra = median(seconds)
    met = extra <= MOST_ABOVE_READING
    return report.Row(f"second build, {case}: above reading", extra, None, "s", None, "at most 0.3 s", met)


def measure(given: argparse.Namespace, root: Path) -> list[report.Row]:
    """Measure every case, print the tables, and return their rows."""
    cases.note("drawing the pictures that are not there yet")
    photos = pictures(given.photos, SIZE)
    peers = [make(root, photos) for name, make in PEERS.items() if name not in given.without]
    rows = []
    tables = against_peers([photo_sites.galeri(root, photos), *peers], given.rounds)
    for peer, found in tables.items():
        print(report.table(found, peer), end="\n\n", flush=True)
        rows += found
    alone = [against_codecs(photos, given.rounds)]
    print(report.table(alone, "bare codecs"), end="\n\n", flush=True)
    rows += alone
    if given.many:
        many = photo_sites.galeri(root / "many", pictures(given.many, SMALL), PHOTOS_EACH)
        again = built_again(many, given.rounds)
        print(report.table(again, ""))
        rows += again
    return rows


def main() -> int:
    """Run the benchmark and print its tables; return the exit code."""
    given = arguments()
    versions = builders.versions()
    if "eleventy-img" not in given.without:
        versions |= photo_sites.versions()
    with tempfile.TemporaryDirectory(prefix="galeri-bench-", dir=given.folder) as root:
        print(report.setting(Path(root), versions), end="\n\n", flush=True)
        rows = measure(given, Path(root))
    return int(any(row.met is False for row in rows))


if __name__ == "__main__":
    sys.exit(main())
