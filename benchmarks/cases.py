"""The cases that are measured: cold, nothing changed, one story changed, and a large gallery."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from benchmarks import outputs
from benchmarks.measure import Run, peak, timed
from benchmarks.report import Row, compared

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Mapping, Sequence

    from benchmarks.builders import Builder

MEGABYTE = 1_000_000
MOST_MEMORY = 600  # megabytes
MOST_GROWTH = 1.2  # of time per page, from the small gallery to the large one
MOST_DIFFERENCE = 0.05  # between the programs' numbers of pages
SENTENCE = "Kalimat ini ditambahkan pada putaran {}."


@dataclass(slots=True)
class Measured:
    """What one program took in one case, round by round."""

    runs: list[Run] = field(default_factory=list)

    @property
    def wall(self) -> float:
        """Return the median of wall time in seconds."""
        return median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        """Return the median of CPU time in seconds."""
        return median(run.cpu for run in self.runs)


Case = dict[str, Measured]  # by the program's name


def note(text: str) -> None:
    """Say on the error stream how far the run is; the output is for the tables."""
    print(text, file=sys.stderr, flush=True)


def rehearse(programs: Sequence[Builder]) -> dict[str, Counter[str]]:
    """Build with each program once, unmeasured, and return its pages by kind; they must be comparable."""
    for program in programs:
        program.clean()
        timed(program.command, program.folder)
    made = {program.name: outputs.pages(program.output) for program in programs}
    totals = [found.total() for found in made.values()]
    if min(totals) < max(totals) * (1 - MOST_DIFFERENCE):
        message = f"the sites are not comparable, their pages are {made}"
        raise SystemExit(message)
    return made


def in_turns(
    what: str, programs: Sequence[Builder], rounds: int, prepare: Callable[[Builder, int], None]
) -> Case:
    """Run each program once a round after its preparation, and return what they took."""
    case = {program.name: Measured() for program in programs}
    for turn in range(rounds):
        for program in programs:
            prepare(program, turn)
            run = timed(program.command, program.folder)
            case[program.name].runs.append(run)
            note(f"{what}, round {turn + 1}: {program.name} {run.wall:.2f} s wall, {run.cpu:.2f} s CPU")
    return case


def clean(program: Builder, _turn: int) -> None:
    """Prepare a cold build: no output, no state."""
    program.clean()


def leave(_program: Builder, _turn: int) -> None:
    """Prepare a build with nothing changed."""


def edit(program: Builder, turn: int) -> None:
    """Prepare a build with one story changed: append a sentence to it."""
    with program.story.open("a", encoding="utf-8") as file:
        file.write(f"\n{SENTENCE.format(turn + 1)}\n")


def walls(case: Case) -> dict[str, float]:
    """Return the median of wall seconds by program."""
    return {name: measured.wall for name, measured in case.items()}


def cpus(case: Case) -> dict[str, float]:
    """Return the median of CPU seconds by program."""
    return {name: measured.cpu for name, measured in case.items()}


def row(what: str, seconds: Mapping[str, float], target: str = "", most: float = 0) -> Row:
    """Return a row of seconds by program."""
    return compared(what, seconds.get("galeri"), seconds.get("Hugo"), target, most)


def small(programs: Sequence[Builder], rounds: int, products: int) -> tuple[list[Row], Case]:
    """Measure cold, unchanged and edited builds; return their rows, and the cold builds for comparison."""
    cold = in_turns("cold", programs, rounds, clean)
    same = in_turns("nothing changed", programs, rounds, leave)
    edited = in_turns("one story changed", programs, rounds, edit)
    rows = [
        row(f"{products:,} products cold: wall", walls(cold), "less than Hugo", 1),
        row(f"{products:,} products cold: CPU", cpus(cold), "less than Hugo", 1),
        row("nothing changed: wall", walls(same), "at most 1/15 of Hugo", 1 / 15),
        row("one story changed: wall", walls(edited), "at most 1/8 of Hugo", 1 / 8),
        files_row(programs, rounds),
    ]
    return rows, cold


def write_again(program: Builder, turn: int) -> tuple[int, bool]:
    """Change the story and build; return how many files were written and whether each had to be."""
    before = outputs.traces(program.output)
    edit(program, turn)
    said = timed(program.command, program.folder).output.strip()
    after = outputs.traces(program.output)
    paths = outputs.written(before, after)
    spare = outputs.needless(program.output, before, after, SENTENCE.format(turn + 1))
    note(f"{program.name} wrote {len(paths)} files, {len(spare)} needlessly: {' '.join(spare[:5])}")
    note(f"{program.name} said: {' / '.join(said.splitlines()[-2:])}")
    return len(paths), bool(paths) and not spare


def files_row(programs: Sequence[Builder], turn: int) -> Row:
    """Return the row on the files that are written when one story is changed."""
    found = {program.name: write_again(program, turn) for program in programs}
    count = {name: float(files) for name, (files, _) in found.items()}
    met = found["galeri"][1] if "galeri" in found else None
    target = "only what shows it"
    return Row(
        "one story changed: written", count.get("galeri"), count.get("Hugo"), "files", None, target, met
    )


def per_page(case: Case, made: Mapping[str, Counter[str]]) -> dict[str, float]:
    """Return the median of wall seconds a page by program."""
    return {name: measured.wall / made[name].total() for name, measured in case.items()}


def large(
    programs: Sequence[Builder], rounds: int, products: int, small_page: Mapping[str, float]
) -> list[Row]:
    """Measure the large gallery: cold builds, how time per page grows from the small one, peak memory."""
    made = rehearse(programs)
    cold = in_turns(f"{products:,} products cold", programs, rounds, clean)
    page = per_page(cold, made)
    growth = {name: page[name] / small_page[name] for name in page}
    return [
        row(f"{products:,} products cold: wall", walls(cold)),
        row(f"{products:,} products cold: CPU", cpus(cold)),
        limited(f"{products:,} products: time per page, growth", growth, "times", MOST_GROWTH),
        limited(f"{products:,} products: peak memory", peaks(programs), "MB", MOST_MEMORY),
    ]


def limited(what: str, values: Mapping[str, float], unit: str, most: float) -> Row:
    """Return a row whose target is the most that galeri's own value may be."""
    ours = values.get("galeri")
    met = None if ours is None else ours <= most
    return Row(what, ours, values.get("Hugo"), unit, None, f"at most {most} {unit}", met)


def peaks(programs: Sequence[Builder]) -> dict[str, float]:
    """Return the peak memory of a cold build by program, in megabytes over all its processes."""
    found = {}
    for program in programs:
        program.clean()
        found[program.name] = peak(program.command, program.folder) / MEGABYTE
        note(f"peak memory: {program.name} {found[program.name]:.0f} MB")
    return found
