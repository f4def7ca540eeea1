"""How far the work is, how fast it goes and how long it will take: counted by rich, which also draws it."""

from datetime import timedelta

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from galeri.commands.languages import Voice


class Work:
    """One bar for each kind of things that are made; where it is not drawn, lines of the same."""

    def __init__(self, say: Voice, *, drawn: bool) -> None:
        """Speak with `say`; with `drawn`, draw bars on standard error from now on."""
        self.say = say
        self._kinds: dict[str, TaskID] = {}
        self._bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            disable=not drawn,
        )
        self._bars.start()

    def note(self, what: str, done: int, total: int) -> str:
        """Take note that `done` of `total` are made; give a line that tells it, "" while the rate is not known."""
        if what not in self._kinds:
            self._kinds[what] = self._bars.add_task(what, total=total, rate="")
        kind = self._kinds[what]
        self._bars.update(kind, completed=done)
        task = self._bars.tasks[kind]
        if task.speed is None or task.time_remaining is None:
            return ""
        rate = self.say("{rate} a second", rate=f"{task.speed:.1f}")
        self._bars.update(kind, rate=rate)
        left = timedelta(seconds=round(task.time_remaining))
        return self.say(
            "{what}: {done} of {total}, {rate}, {left} left",
            what=what,
            done=done,
            total=total,
            rate=rate,
            left=left,
        )

    def end(self) -> None:
        """Take the bars from the screen."""
        self._bars.stop()
