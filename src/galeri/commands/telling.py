"""What happens → lines on the terminal: problems, progress, and the closing summary."""

import os
import re
import string
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from galeri.commands.languages import Voice
from galeri.model.problem import GaleriError, Problem, Severity
from galeri.model.problem_codes import PROBLEMS
from galeri.pipeline import Report, Telling

if TYPE_CHECKING:
    from galeri.commands.progress import Work

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_STAGES = {"look": "looking", "read": "reading", "plan": "planning", "publish": "making and publishing"}
_KINDS = {"photos": "photos looked at", "pictures": "pictures", "files": "pages and other files"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_PATIENCE = 0.5
"""Seconds before progress is worth showing."""
_NOTES = 5
"""How many notes of one kind are shown one by one."""
_INTERVAL = 5.0
"""Seconds between two lines of progress where there is no terminal to draw a bar on."""


class Terminal:
    """Writes to standard error as a person reads it: with colour and redrawn lines on a terminal, plain elsewhere."""

    def __init__(self, voice: Voice) -> None:
        """Speak with `voice`."""
        self.say = voice
        self.live = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self.coloured = self.live and "NO_COLOR" not in os.environ
        self._started = time.monotonic()
        self._shown = 0.0
        self._work: Work | None = None

    def telling(self) -> Telling:
        """Give what a build calls to tell what it does."""
        return Telling(self._enter, self._progress, self._waiting, self._idle)

    def problems(self, problems: Iterable[Problem], *, notes: bool = False) -> None:
        """Show each problem: where, how grave, what, and how to mend it; of many notes of a kind only their number.

        With `notes`, every note is shown.
        """
        seen: Counter[str] = Counter()
        for problem in problems:
            seen[problem.code] += problem.severity is Severity.NOTE
            if notes or seen[problem.code] <= _NOTES:
                self._line(describe(problem, self.say, self._paint(problem.severity)))
        for code, count in seen.items():
            if count > _NOTES and not notes:
                more = self.say.count(
                    "{count} more note [{code}]; --notes shows all",
                    "{count} more notes [{code}]; --notes shows all",
                    count - _NOTES,
                    code=code,
                )
                self._line(more)

    def report(self, report: Report, *, strict: bool, notes: bool = False) -> None:
        """Show the problems and the closing summary of a build; of a stopped one, no notes unless with `notes`."""
        self._clear()
        hidden = None if report.published or notes else Severity.NOTE
        self.problems((each for each in report.problems if each.severity is not hidden), notes=notes)
        for line in summary(report, self.say, strict=strict):
            self._line(line)

    def failure(self, error: GaleriError) -> None:
        """Show in one line what of the environment is broken."""
        self._clear()
        self._line(self.say("galeri: {reason}", reason=self.say(error.message, **error.values)))

    def _enter(self, _stage: str) -> None:
        """Begin a stage: its progress is counted anew."""
        self._clear()
        self._started = time.monotonic()

    def _progress(self, kind: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._started < _PATIENCE:
            return
        if self._work is None:
            from galeri.commands.progress import Work  # noqa: PLC0415 - a build without long work needs no rich

            self._work, self._shown = Work(self.say, drawn=self.live), now
        line = self._work.note(self.say.sentence(_KINDS[kind]), done, total)
        if line and not self.live and now - self._shown >= _INTERVAL:
            self._shown = now
            self._line(line)

    def _waiting(self, pid: str) -> None:
        self._line(self.say("another build (process {pid}) is at work here; waiting for it", pid=pid))

    def _idle(self, address: str) -> None:
        self._line(self.say("no worker is connected to {address}; waiting for one", address=address))

    def _clear(self) -> None:
        if self._work is not None:
            self._work.end()
            self._work = None

    def _line(self, text: str) -> None:
        print(text, file=sys.stderr)

    def _paint(self, severity: Severity) -> tuple[str, str]:
        return (f"\x1b[{_COLOURS[severity]}m", "\x1b[0m") if self.coloured else ("", "")


def describe(problem: Problem, say: Voice, paint: tuple[str, str] = ("", "")) -> str:
    """Tell a problem as `path:line:column: error[code]: sentence`, with its hint on a line below."""
    told = PROBLEMS[problem.code]
    values = {name: _visible(value) for name, value in problem.values.items()}
    grade = say.sentence(problem.severity.value)
    head = f"{_visible(str(problem.place))}: {paint[0]}{grade}[{problem.code}]{paint[1]}: {say(told.message, **values)}"
    if told.hint and _names(told.hint) <= values.keys():
        return f"{head}\n    {say(told.hint, **values)}"
    return head


def summary(report: Report, say: Voice, *, strict: bool) -> Iterable[str]:
    """Tell how a build ended: why it wrote nothing, or what was made, kept and removed, and where the time went."""
    counts = {each: sum(problem.severity is each for problem in report.problems) for each in Severity}
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    if not report.published:
        wrong = errors + (warnings if strict or not errors else 0)
        yield say.count(
            "{count} problem to mend; nothing was written",
            "{count} problems to mend; nothing was written",
            wrong,
        )
        return
    if warnings:
        yield say.count("{count} warning", "{count} warnings", warnings)
    made, removed = len(report.made), len(report.removed)
    yield say("{made} made, {kept} kept, {removed} removed", made=made, kept=report.kept, removed=removed)
    yield _times(report.seconds, say)


def _times(seconds: Mapping[str, float], say: Voice) -> str:
    parts = [f"{say.sentence(_STAGES[stage])} {took:.2f} s" for stage, took in seconds.items()]
    return ", ".join(parts)


def _visible(text: str) -> str:
    """Spell out what would move the cursor or change colours, so that a file's name can't write on the terminal."""
    return _CONTROL.sub(lambda match: ascii(match[0])[1:-1], text)


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
