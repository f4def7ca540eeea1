"""The tables of a benchmark, and where and with what it was run."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import psutil  # type: ignore[import-untyped, unused-ignore]  # types-psutil has them

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

RULE = ("---", "---:", "---:", "---:", "---", "---")


@dataclass(frozen=True, slots=True)
class Row:
    """One case: what each program took, in `unit`, and whether galeri met its target (None: no target)."""

    case: str
    ours: float | None
    theirs: float | None
    unit: str
    ratio: float | None = None
    target: str = ""
    met: bool | None = None


def compared(case: str, ours: float | None, theirs: float | None, target: str = "", most: float = 0) -> Row:
    """Return a row of seconds whose target is the most that galeri's share of Hugo's may be, if any."""
    ratio = ours / theirs if ours is not None and theirs else None
    met = ratio <= most if ratio is not None and most else None
    return Row(case, ours, theirs, "s", ratio, target, met)


def number(value: float | None, unit: str) -> str:
    """Return a value for the table: whole if it counts something, else with three digits or so."""
    if value is None:
        return "not run"
    if unit in {"files", "MB"}:
        return f"{value:,.0f} {unit}"
    return f"{value:.2f} {unit}" if value >= 1 else f"{value:.3f} {unit}"


def cells(row: Row) -> tuple[str, ...]:
    """Return a row's cells as they are printed."""
    verdict = {None: "", True: "met", False: "**missed**"}[row.met]
    ratio = "" if row.ratio is None else f"{row.ratio:.3f}"
    return (row.case, number(row.ours, row.unit), number(row.theirs, row.unit), ratio, row.target, verdict)


def markdown(lines: Iterable[Sequence[str]]) -> str:
    """Return lines of cells as a Markdown table; the second line is its rule."""
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def table(rows: Iterable[Row], peer: str = "Hugo") -> str:
    """Return rows as a Markdown table of galeri and one peer."""
    return markdown([("case", "galeri", peer, "ratio", "target", ""), RULE, *map(cells, rows)])


def counts(by_program: Mapping[str, Mapping[str, int]]) -> str:
    """Return a Markdown table of how many pages of each kind each program made."""
    kinds = sorted({kind for found in by_program.values() for kind in found})
    lines = [[kind, *(f"{found.get(kind, 0):,}" for found in by_program.values())] for kind in kinds]
    lines.append(["all", *(f"{sum(found.values()):,}" for found in by_program.values())])
    return markdown([["pages", *by_program], ["---", *("---:" for _ in by_program)], *lines])


def processor() -> str:
    """Return the processor's name as the system knows it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def file_system(folder: Path) -> str:
    """Return the type of the file system a folder is on."""
    mounts = psutil.disk_partitions(all=True)
    above = [mount for mount in mounts if folder.resolve().is_relative_to(mount.mountpoint)]
    return str(max(above, key=lambda mount: len(mount.mountpoint)).fstype) if above else "unknown"


def setting(folder: Path, versions: Mapping[str, str]) -> str:
    """Return a sentence on when, where and with what a run is made in a folder."""
    parts = [
        str(datetime.now(tz=UTC).date()),
        *(f"{name} {version}" for name, version in versions.items()),
        f"Python {platform.python_version()}",
        f"{platform.system()} {platform.machine()}",
        processor(),
        f"{os.cpu_count()} cores",
        f"galleries on {file_system(folder)}",
        f"load average {os.getloadavg()[0]:.1f} before the run",
    ]
    return ", ".join(parts) + "."
