"""A long build tells how far it is, how fast it goes and how long it will take."""

import re

import pytest

from galeri.commands import telling
from galeri.commands.languages import Voice
from galeri.commands.telling import Terminal


class Clock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Stand in for the clock of the terminal and of rich."""
    clock = Clock()
    monkeypatch.setattr("time.monotonic", clock)
    monkeypatch.setattr("rich.console.monotonic", clock)
    return clock


def make(clock: Clock, kind: str, total: int, seconds: float, language: str = "en") -> None:
    """Tell of `total` things, one in so many `seconds`."""
    progress = Terminal(Voice(language)).telling().progress
    for done in range(1, total + 1):
        clock.now += seconds
        progress(kind, done, total)


def test_where_there_is_no_terminal_a_line_in_some_seconds_tells_number_rate_and_time_left(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    make(clock, "pictures", 100, 0.25)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "pictures: 22 of 100, 4.0 a second, 0:00:20 left"
    assert [int(line.split()[1]) for line in lines] == [22, 42, 62, 82]


def test_slow_work_has_a_rate_too_and_long_work_its_hours(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    make(clock, "pictures", 1000, 8)
    assert "pictures: 3 of 1000, 0.1 a second, 2:12:56 left" in capsys.readouterr().err


def test_pages_are_counted_apart_from_pictures(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    make(clock, "files", 2000, 0.01, "id")
    assert re.match(
        r"halaman dan berkas lain: \d+ dari 2000, 100\.0 per detik, sisa waktu 0:00:1\d$",
        capsys.readouterr().err.splitlines()[0],
    )


def test_a_build_of_a_moment_tells_nothing(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    make(clock, "files", 40, 0.01)
    assert capsys.readouterr().err == ""
    assert telling._PATIENCE > 0.4  # noqa: SLF001
