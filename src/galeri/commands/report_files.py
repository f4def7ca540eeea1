"""What a check tells → text, JSON, CSV, a page, or annotations of a pull request."""

import csv
import json
import re
import shutil
import sys
from collections.abc import Callable, Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from galeri.commands.languages import Voice
from galeri.commands.telling import visible
from galeri.commands.told import Told
from galeri.model.problem import Severity

_ANNOTATIONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NO_TERMINAL = 10_000
"""Columns of a text table that is not shown on a terminal: no line is broken there."""


def as_text(told: Told, say: Voice) -> str:
    """Write aligned columns; what is empty all the way down is left out, and the file, which the record tells."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - the other forms need no tables
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    rows = [told.cells(row, say) for row in told.rows]
    used = [
        index
        for index, column in enumerate(told.columns)
        if any(row[index] for row in rows) and not (column == "path" and "record" in told.columns)
    ]
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for index in used:
        table.add_column(say.sentence(told.columns[index]), overflow="fold")
    for row in rows:
        table.add_row(*(visible(row[index]).replace("[", "\\[") for index in used))
    written = StringIO()
    console = Console(file=written, width=_width())
    if rows:
        console.print(table)
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines()) + f"\n{tally(told, say)}\n"


def as_json(told: Told, _: Voice) -> str:
    """Write the report with its name and day, its rows as objects; words of the program stay English."""
    whole = {"report": told.name, "day": told.day.isoformat(), "rows": [dict(row) for row in told.rows]}
    return json.dumps(whole, ensure_ascii=False, indent=2, default=_plain) + "\n"


def as_csv(told: Told, _: Voice) -> str:
    """Write a table for spreadsheets, in which no cell is taken for a formula."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(told.columns)
    for row in told.rows:
        cells = told.cells(row, Voice("en"))
        writer.writerow(f"'{cell}" if _FORMULA.match(cell) and not _number(cell) else cell for cell in cells)
    return written.getvalue()


def as_github(told: Told, say: Voice) -> str:
    """Write a workflow command for each row that has something to mend (docs.github.com, workflow commands)."""
    return "".join(_annotation(told, row, say) for row in told.rows if row["severity"])


def as_html(told: Told, say: Voice) -> str:
    """Write one page that holds all it needs, for a browser or a printer."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - the other forms need no template

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string((Path(__file__).parent / "report.html").read_text(encoding="utf-8"))
    return template.render(
        language=say.language,
        title=say.sentence(told.name),
        day=told.day.isoformat(),
        tally=tally(told, say),
        columns=[say.sentence(column) for column in told.columns],
        rows=[(row["severity"] or "well", told.cells(row, say)) for row in told.rows],
    )


FORMATS: Mapping[str, Callable[[Told, Voice], str]] = {
    "text": as_text,
    "json": as_json,
    "csv": as_csv,
    "html": as_html,
    "github": as_github,
}
"""The forms there are, by name."""


def tally(told: Told, say: Voice) -> str:
    """Count what there is to mend."""
    found = list(told.severities())
    counts = [
        say.count("{count} error", "{count} errors", found.count(Severity.ERROR)),
        say.count("{count} warning", "{count} warnings", found.count(Severity.WARNING)),
        say.count("{count} note", "{count} notes", found.count(Severity.NOTE)),
    ]
    return ", ".join(counts)


def _annotation(told: Told, row: Mapping[str, Any], say: Voice) -> str:
    named = {
        "file": row["path"],
        "line": row.get("line"),
        "col": row.get("column"),
        "title": row.get("code", told.name),
    }
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in named.items() if value)
    shown = [row["message"], row["hint"]] if "message" in row else told.cells(row, say)[1:]
    message = ("\n" if "message" in row else " · ").join(filter(None, shown))
    return f"::{_ANNOTATIONS[row['severity']]} {properties}::{_escaped(message)}\n"


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(each):02X}" if each in f"%\r\n{more}" else each for each in text)


def _number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+", cell) is not None


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _width() -> int:
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _NO_TERMINAL
