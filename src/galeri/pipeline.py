"""The order of a build: look, read, plan, make, publish. Nothing else knows it.

What a build needs is imported where it is first needed, since a build that finds nothing changed needs little.
"""

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from galeri.garbage import without_garbage_collection
from galeri.model.libraries import libraries
from galeri.model.problem import GaleriError, Place, Problem, Severity
from galeri.options import SILENT, STATE, Options, Report, Telling, refuse_dangerous
from galeri.publishing.inputs import Inputs, inputs
from galeri.publishing.ledger import Ledger, Stamp, intact, ledger_path, load
from galeri.reading.files import File, file_at, scan
from galeri.reading.homes import FONTS, ICONS, theme_homes

if TYPE_CHECKING:
    from galeri.model.gallery import Gallery
    from galeri.model.outputs import BookFile, Plan
    from galeri.model.photo_needs import Measure
    from galeri.model.private import PrivateValue
    from galeri.model.theme import Theme
    from galeri.model.views import SiteView
    from galeri.publishing.jobs import Workshop
    from galeri.publishing.pool import Run
    from galeri.publishing.publish import Published
    from galeri.reading.gallery import Read

_OF_ONE_PHOTO = frozenset({"not-an-image", "too-many-pixels", "broken-photo"})
"""Errors that stop a build, but not before the other photos were decoded, too."""


def build(options: Options, telling: Telling = SILENT) -> Report:
    """Build a gallery into its output folder.

    Raises GaleriError where the environment forbids it (no space, no right to write, another build).
    """
    gallery = options.gallery.resolve()
    output = (options.output or gallery / "site").resolve()
    refuse_dangerous(gallery, output)
    ledger = ledger_path(gallery / STATE, output)
    work = _Build(replace(options, gallery=gallery, output=output), output, ledger, telling)
    try:
        if not (gallery / "galeri.yaml").is_file():
            return work.without_gallery()
        return work.run()
    except OSError as error:
        message = "{reason}: “{path}”; what was published before is still whole"
        raise GaleriError(
            message, reason=error.strerror or str(error), path=str(error.filename or output)
        ) from error


@dataclass(frozen=True, slots=True)
class Inspection:
    """What is wrong with a gallery, and the gallery itself (None where it can't be read) as it is on a `day`.

    `stopped`: a build would write nothing. `measures` are those of the photos, by path.
    """

    problems: tuple[Problem, ...]
    gallery: "Gallery | None"
    day: date
    stopped: bool
    measures: "Mapping[str, Measure]" = field(default_factory=dict)


def inspect(options: Options, telling: Telling = SILENT, *, pages: bool = True) -> Inspection:
    """Find everything that a build would find, without writing a site: pages are made and searched, pictures are not.

    Without `pages`, only what reading finds.

    Raises GaleriError where the environment forbids it.
    """
    gallery = options.gallery.resolve()
    state = gallery / STATE
    work = _Build(
        replace(options, gallery=gallery), gallery / "site", state / f"check-{os.getpid()}.json", telling
    )
    try:
        if not (gallery / "galeri.yaml").is_file():
            return Inspection(work.without_gallery().problems, None, today(), stopped=True)
        return work.inspect(pages=pages)
    except OSError as error:
        message = "{reason}: “{path}”"
        raise GaleriError(
            message, reason=error.strerror or str(error), path=str(error.filename or gallery)
        ) from error


def today() -> date:
    """Give the day that consent is held against: SOURCE_DATE_EPOCH's if it is set, else the present one (UTC)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()
    except (ValueError, OverflowError, OSError):
        message = "SOURCE_DATE_EPOCH is “{value}”, which is no number of seconds since 1970"
        raise GaleriError(message, value=epoch) from None


@dataclass
class _Build:
    options: Options
    output: Path
    ledger: Path
    telling: Telling
    seconds: dict[str, float] = field(default_factory=dict)
    measures: "dict[str, Measure]" = field(default_factory=dict)

    def run(self) -> Report:
        with self._stage("look"):
            looked = time.time_ns()
            found = self._inputs()
            ledger = load(self.ledger)
            same = ledger.inputs == found.digest and len(intact(ledger, self.output)) == len(ledger.entries)
        if same:
            return self._unchanged(ledger)
        from galeri.publishing.lock import locked  # noqa: PLC0415

        with locked(self.ledger.with_suffix(".lock"), self.telling.waiting), without_garbage_collection():
            return self._make(found.digest if found.settled(looked) else "")

    def inspect(self, *, pages: bool) -> Inspection:
        read = self._read()
        problems, theme = read.problems, read.theme
        stopped = self._stops(problems, strict=read.strict)
        if pages and read.gallery and theme and not self._stops(problems):
            from galeri.publishing.publish import rehearse  # noqa: PLC0415

            planned, guarded = self._plan(read.gallery, theme, read.private)
            workshop = self._workshop(planned.sites, theme, guarded)
            with self._stage("publish"):
                found = rehearse(planned, workshop, self._run(), self.telling.progress)
            stopped, problems = stopped or bool(found), (*problems, *found)
        return Inspection(problems, read.gallery, today(), stopped, self.measures)

    def without_gallery(self) -> Report:
        problem = Problem("no-gallery", Place("galeri.yaml"), {"folder": str(self.options.gallery)})
        return Report((problem,), published=False)

    def _inputs(self) -> Inputs:
        options = self.options
        chosen = (
            f"{libraries()} {options.drafts} {options.release} {options.base_url} {today()} {self.output}"
        )
        files: list[File] = [*scan(options.gallery, "content").files]
        files += scan(options.gallery, FONTS).files
        files += filter(None, (file_at(options.gallery, name) for name in ("galeri.yaml", *ICONS)))
        for home in theme_homes(options.gallery):
            files += scan(home, "").files
        return inputs(chosen, ((file.path, file.size, file.modified, file.changed) for file in files))

    def _unchanged(self, ledger: Ledger) -> Report:
        problems = tuple(
            Problem(code, Place(path, line, column), values)
            for code, path, line, column, values in ledger.problems
        )
        return Report(problems, not self._stops(problems), kept=len(ledger.entries), seconds=self.seconds)

    def _make(self, digest: str) -> Report:
        read = self._read()
        problems, theme = read.problems, read.theme
        others = tuple(problem for problem in problems if problem.code not in _OF_ONE_PHOTO)
        if read.gallery is None or theme is None or self._stops(others, strict=read.strict):
            return Report(problems, published=False, seconds=self.seconds)
        planned, guarded = self._plan(read.gallery, theme, read.private)
        del read  # what is planned is all that is needed: a large gallery's records are let go
        if len(others) < len(problems):
            problems = _merged(problems, self._prepare(planned, theme, guarded))
            return Report(problems, published=False, seconds=self.seconds)
        done = self._publish(planned, theme, guarded, Stamp(digest, tuple(map(_plain, problems))))
        problems = _merged(problems, done.problems)
        return Report(problems, not done.problems, done.made, done.kept, done.removed, self.seconds)

    def _read(self) -> "Read":
        with self._stage("read"):
            from galeri.reading.gallery import read_gallery  # noqa: PLC0415
            from galeri.reading.photos import PhotoBook  # noqa: PLC0415

            book = PhotoBook(self.options.gallery / STATE / "cache" / "photos.json")
            read = read_gallery(self.options.gallery, book, self.options.base_url)
            book.save()
            return _on_day(self._look_at_photos(read))

    def _look_at_photos(self, read: "Read") -> "Read":
        """Measure the photos that are new, and check them all."""
        if read.gallery is None:
            return read
        from galeri.publishing.measures import NAME, Measures, measured  # noqa: PLC0415
        from galeri.reading.photo_checks import Album, check_photos  # noqa: PLC0415

        gallery = self.options.gallery
        records = list(read.gallery.all_records())
        photos = [photo.file for record in records for photo in record.photos]
        notes = Measures(gallery / STATE / "cache" / NAME)
        known, broken = measured(photos, gallery, notes, self._workers(), self.telling.progress)
        self.measures = {photo.path: known[photo.digest] for photo in photos if photo.digest in known}
        album = Album(read.theme.settings.images if read.theme else {}, known)
        return replace(read, problems=_merged(read.problems, (*broken, *check_photos(records, album))))

    def _plan(
        self, gallery: "Gallery", theme: "Theme", private: "tuple[PrivateValue, ...]"
    ) -> "tuple[Plan, tuple[PrivateValue, ...]]":
        with self._stage("plan"):
            from galeri.making.images import codecs  # noqa: PLC0415
            from galeri.planning.plan import plan  # noqa: PLC0415

            return plan(
                gallery,
                theme,
                today(),
                codecs(),
                private,
                drafts=self.options.drafts,
                release=self.options.release,
                libraries=libraries(),
                books=self._downloads(gallery, theme, private),
            )

    def _downloads(
        self, gallery: "Gallery", theme: "Theme", private: "tuple[PrivateValue, ...]"
    ) -> "Mapping[str, BookFile]":
        """Set the books that the site offers."""
        from galeri.making.images import codecs  # noqa: PLC0415
        from galeri.planning.plan import downloads  # noqa: PLC0415

        drafts = self.options.drafts
        books, guarded = downloads(
            gallery, theme, today(), codecs(), private, drafts=drafts, libraries=libraries()
        )
        if not books:
            return {}
        from galeri.publishing.downloads import set_downloads  # noqa: PLC0415

        return set_downloads(books, self._workshop({}, theme, guarded), self._run())

    def _publish(
        self, planned: "Plan", theme: "Theme", guarded: "tuple[PrivateValue, ...]", stamp: "Stamp"
    ) -> "Published":
        with self._stage("publish"):
            from galeri.publishing.publish import Site, publish  # noqa: PLC0415

            workshop, site = self._workshop(planned.sites, theme, guarded), Site(self.output, self.ledger)
            return publish(planned, workshop, site, self._run(), self.telling.progress, stamp)

    def _prepare(
        self, planned: "Plan", theme: "Theme", guarded: "tuple[PrivateValue, ...]"
    ) -> tuple[Problem, ...]:
        with self._stage("publish"):
            from galeri.publishing.publish import Site, prepare  # noqa: PLC0415

            workshop, site = self._workshop(planned.sites, theme, guarded), Site(self.output, self.ledger)
            return prepare(planned, workshop, site, self._run(), self.telling.progress)

    def _workshop(
        self, sites: "Mapping[str, SiteView]", theme: "Theme", guarded: "tuple[PrivateValue, ...]"
    ) -> "Workshop":
        from galeri.publishing.cache import PICTURES  # noqa: PLC0415
        from galeri.publishing.jobs import Workshop  # noqa: PLC0415

        state = self.options.gallery / STATE
        staging, cache = state / "staging" / self.ledger.stem / str(os.getpid()), state / "cache" / PICTURES
        return Workshop(self.options.gallery, theme, sites, guarded, staging, cache)

    def _workers(self) -> int:
        return self.options.workers or _cores()

    def _run(self) -> "Run":
        workers = self._workers()
        if self.options.cluster is None:
            from galeri.publishing import pool  # noqa: PLC0415

            return partial(pool.run, workers=workers)
        from galeri.publishing import cluster  # noqa: PLC0415

        return partial(cluster.run, workers=workers, address=self.options.cluster, tell=self.telling.idle)

    def _stops(self, problems: tuple[Problem, ...], *, strict: bool = False) -> bool:
        grave = {Severity.ERROR, Severity.WARNING} if strict or self.options.strict else {Severity.ERROR}
        return any(problem.severity in grave for problem in problems)

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        self.telling.stage(name)
        started = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - started


def _on_day(read: "Read") -> "Read":
    """Check what was read against the present day, too."""
    from galeri.reading.dated_checks import check_day  # noqa: PLC0415

    if read.whole is None:
        return read
    return replace(read, problems=_merged(read.problems, check_day(read.whole, today())))


def _merged(told: tuple[Problem, ...], more: Iterable[Problem]) -> tuple[Problem, ...]:
    """Add problems, in one order; what was told already of a place is not told again."""
    known = {(problem.code, problem.place) for problem in told}
    new = (problem for problem in more if (problem.code, problem.place) not in known)
    return tuple(sorted((*told, *new), key=lambda problem: problem.sort_key))


def _plain(problem: Problem) -> tuple[str, str, int, int, dict[str, str]]:
    return problem.code, problem.place.path, problem.place.line, problem.place.column, dict(problem.values)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
