"""Plan → output folder: all is made aside first, then moved in place file by file, the ledger last."""

import errno
import filecmp
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from galeri.model.outputs import IconOutput, ImageOutput, Plan, ShareOutput
from galeri.model.problem import GaleriError, Problem
from galeri.publishing.diff import Diff, diff
from galeri.publishing.jobs import Job, Workshop, jobs
from galeri.publishing.ledger import Entry, Ledger, Stamp, intact, load, place_of, save
from galeri.publishing.pool import Run
from galeri.publishing.privacy import Guard, words_of
from galeri.publishing.search import current, index_pages
from galeri.publishing.staging import staging_folder

_PICTURES = IconOutput | ImageOutput | ShareOutput
TEMPORARY = ".galeri-new"
"""Ends the name of a file that is being copied in place from another disk."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a build did: how many files it made, kept and removed; with problems it published nothing."""

    made: tuple[str, ...]
    kept: int
    removed: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """Where a site is published, and where its ledger is kept."""

    output: Path
    ledger: Path


Progress = Callable[[str, int, int], None]
"""Told of `pictures` or of `files`, which are all others: how many are made, and how many there are to make."""


def publish(
    planned: Plan, workshop: Workshop, site: Site, run: Run, progress: Progress, stamp: Stamp
) -> Published:
    """Make what the ledger does not know as made, put it in place, and remove what is no longer planned.

    The caller holds the lock. Raises GaleriError where the folder holds a file that is in the way and not ours.
    """
    output, path = site.output, site.ledger
    ledger = replace(load(path), output=place_of(path.parents[1], output))
    leaks = _leaks(planned, workshop)
    if leaks:
        return Published((), 0, (), leaks)
    whole = intact(ledger, output)
    index = current(planned, ledger, whole)
    keys = {**planned.keys, **(index or {})}
    work = diff(keys, ledger.entries, whole)
    if index is not None and not (work.make or work.remove):
        shutil.rmtree(workshop.staging.parent, ignore_errors=True)  # what a build that was killed left there
        save(replace(ledger, inputs=stamp.inputs, problems=stamp.problems), path)
        return Published((), len(work.keep), ())
    with staging_folder(workshop.staging):
        staged, problems = _make(planned, work.make, workshop, run, progress)
        if not problems and index is None and planned.search:
            indexed, problems = index_pages(planned.search, staged, workshop, output)
            keys |= {path: key for path, (key, _) in indexed.items()}
            work = diff(keys, ledger.entries, whole)
            made = set(work.make)
            staged |= {path: name for path, (_, name) in indexed.items() if path in made}
        if problems:
            return Published((), 0, (), problems)
        _refuse_strangers(ledger, staged, workshop.staging, output)
        announced = _announce(ledger, work, path)
        entries = _move(keys, staged, workshop.staging, output, announced.entries)
        save(replace(ledger, entries=entries, inputs=""), path)
    _prune(work.remove, output)
    entries = {name: entries[name] for name in keys}
    save(replace(ledger, entries=entries, inputs=stamp.inputs, problems=stamp.problems), path)
    return Published(work.make, len(work.keep), work.remove)


def rehearse(planned: Plan, workshop: Workshop, run: Run, progress: Progress) -> tuple[Problem, ...]:
    """Make everything but pictures, search it, and throw it away; give what went wrong. Nothing is published."""
    texts = tuple(path for path, each in planned.outputs.items() if not isinstance(each, _PICTURES))
    with staging_folder(workshop.staging):
        _, problems = _make(planned, texts, workshop, run, progress)
    return _distinct((*_leaks(planned, workshop), *problems))


def prepare(
    planned: Plan, workshop: Workshop, site: Site, run: Run, progress: Progress
) -> tuple[Problem, ...]:
    """Make the pictures that are missing, for the cache alone: one broken photo does not hold up the others.

    The caller holds the lock; gives what went wrong. Nothing is published.
    """
    ledger = load(site.ledger)
    work = diff(planned.keys, ledger.entries, intact(ledger, site.output))
    pictures = tuple(path for path in work.make if isinstance(planned.outputs[path], ImageOutput))
    with staging_folder(workshop.staging):
        return _make(planned, pictures, workshop, run, progress)[1]


def _leaks(planned: Plan, workshop: Workshop) -> tuple[Problem, ...]:
    """Search what is written into pictures and their names, also into those that are kept as they are."""
    guard = Guard(workshop.private)
    said: dict[tuple[str, ...], list[str]] = {}
    for output in planned.outputs.values():
        if isinstance(output, ImageOutput | ShareOutput):
            said.setdefault(words_of(output), []).append(output.path)
    texts = (("\n".join((*words, *paths)), paths[0]) for words, paths in said.items())
    return _distinct(leak for text, path in texts if (leak := guard.find(text.encode(), path)))


def _make(
    planned: Plan, wanted: tuple[str, ...], workshop: Workshop, run: Run, progress: Progress
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    staged: dict[str, str] = {}
    problems: list[Problem] = []
    work = jobs(planned.outputs, planned.keys, wanted)
    total = Counter(_kind(job) for job in work for _ in job.outputs)
    done: Counter[str] = Counter()
    for job, made in run(work, workshop):
        staged |= dict(made.staged)
        problems += made.problems
        done[_kind(job)] += len(job.outputs)
        progress(_kind(job), done[_kind(job)], total[_kind(job)])
    return staged, _distinct(problems)


def _kind(job: Job) -> str:
    return "pictures" if job.of_pictures else "files"


def _distinct(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Show what went wrong once per place: a template that fails does so on every page."""
    first: dict[tuple[str, object], Problem] = {}
    for problem in sorted(problems, key=lambda each: each.sort_key):
        first.setdefault((problem.code, problem.place), problem)
    return tuple(first.values())


def _refuse_strangers(ledger: Ledger, staged: Mapping[str, str], staging: Path, output: Path) -> None:
    """Refuse to replace files that this program did not write, unless they hold the very same bytes."""
    for folder in sorted({parent for path in staged for parent in _parents(path)}):
        target = output / folder
        if target.is_symlink():
            message = "“{path}” is a link; galeri writes only inside the output folder"
            raise GaleriError(message, path=str(target))
        if target.exists() and not target.is_dir():
            message = (
                "“{path}” is a file where a folder has to be; move it away, or choose another with --output"
            )
            raise GaleriError(message, path=str(target))
    known = ledger.entries.keys()
    strangers = [
        path
        for path, name in staged.items()
        if path not in known and os.path.lexists(output / path) and not _equal(output / path, staging / name)
    ]
    if strangers:
        message = (
            "“{path}” and {count} more files in {folder} were not made by galeri; "
            "move them away, or choose another folder with --output"
        )
        raise GaleriError(message, path=strangers[0], count=str(len(strangers) - 1), folder=str(output))


def _parents(path: str) -> Iterator[str]:
    yield ""
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)


def _equal(one: Path, other: Path) -> bool:
    return one.is_file() and not one.is_symlink() and filecmp.cmp(one, other, shallow=False)


def _announce(ledger: Ledger, work: Diff, path: Path) -> Ledger:
    """Note the paths that are about to be written, so that whatever a kill leaves behind is known as ours."""
    entries = dict(ledger.entries) | {name: Entry("", 0, 0) for name in work.make}
    announced = replace(ledger, entries=entries, inputs="", problems=())
    save(announced, path)
    return announced


def _move(
    keys: Mapping[str, str],
    staged: Mapping[str, str],
    staging: Path,
    output: Path,
    entries: Mapping[str, Entry],
) -> dict[str, Entry]:
    written = dict(entries)
    folders = _Folders(output)
    base, aside = str(output), str(staging)
    for path, name in staged.items():
        folders.ensure(os.path.dirname(path))  # noqa: PTH120 - thousands of files: Path costs
        target = f"{base}/{path}"
        _replace(f"{aside}/{name}", target)
        status = os.lstat(target)
        written[path] = Entry(keys[path], status.st_size, status.st_mtime_ns)
    return written


def _replace(source: str, target: str) -> None:
    try:
        os.replace(source, target)  # noqa: PTH105 - thousands of files: Path costs
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        try:
            shutil.copyfile(source, target + TEMPORARY)
            os.replace(target + TEMPORARY, target)  # noqa: PTH105
        except BaseException:
            Path(target + TEMPORARY).unlink(missing_ok=True)
            raise


class _Folders:
    """Makes the folders of an output, each looked at once; none may be a link that leads elsewhere."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._seen = {""}
        output.mkdir(parents=True, exist_ok=True)

    def ensure(self, folder: str) -> None:
        if folder in self._seen:
            return
        self.ensure(os.path.dirname(folder))  # noqa: PTH120
        path = self._output / folder
        if path.is_symlink():
            message = "“{path}” is a link; galeri writes only inside the output folder"
            raise GaleriError(message, path=str(path))
        path.mkdir(exist_ok=True)
        self._seen.add(folder)


def _prune(paths: Iterable[str], output: Path) -> None:
    for path in paths:
        target = output / path
        if any(
            parent.is_symlink()
            for parent in target.parents
            if parent.is_relative_to(output) and parent != output
        ):
            continue
        if target.is_dir() and not target.is_symlink():
            continue
        with suppress(FileNotFoundError, NotADirectoryError):
            target.unlink()
        _remove_empty(target.parent, output)


def _remove_empty(folder: Path, output: Path) -> None:
    """Remove a folder and those above it that are empty; a build that was killed may have removed some already."""
    while folder != output:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass
        except OSError:  # something is in it
            return
        folder = folder.parent
