"""A gallery that is shown while it is edited: who works at what, and when browsers are told to look again.

One thread reads, plans and makes pages, so that nothing changes under its hands; a few make pictures beside it.
"""

import asyncio
import logging
import os
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from galeri.making.pages import TemplateFailedError
from galeri.making.picture_errors import BrokenImageError
from galeri.model.outputs import BookOutput, FileOutput, ImageOutput
from galeri.model.problem import GaleriError, Place, Problem
from galeri.options import STATE
from galeri.planning.search import FOLDER
from galeri.previewing.answers import Answer, Answers, Slow, kind_of
from galeri.previewing.films import Films
from galeri.previewing.pictures import Pictures
from galeri.previewing.studio import Studio
from galeri.publishing.workers import UnmakeableError

Result = TypeVar("Result")

_HALF_SAVED = 0.15
"""Seconds before a mistake is told: some programs empty a file first, and then write it."""
_UNHURRIED = 0.5
"""Seconds after a change until what it does not need is checked."""
_SLICE = 0.02
"""Seconds for which checks go on while a page may be waiting."""
_SOON = 0.5
"""Seconds until what could not be read is looked at again."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What there is to be seen: a state of the studio, and what is wrong."""

    state: int
    problems: tuple[Problem, ...]


class Showing:
    """Shows one gallery; `again` is called whenever something else is to be seen."""

    def __init__(self, root: Path, *, drafts: bool, base_url: str, again: Callable[[], None]) -> None:
        """Show the gallery in the folder `root` at the address `base_url`."""
        self._state = 0
        self._root, self._kept, self._again = root, root / STATE / "cache", again
        self._studio = Studio(root, drafts=drafts, base_url=base_url)
        self._answers = Answers(self._studio, root, self._kept)
        self._pictures, self._films = Pictures(root, self._kept), Films(root)
        self._desk = ThreadPoolExecutor(1, "desk")
        self._pool = ThreadPoolExecutor(max(2, os.cpu_count() or 2), "pictures")
        self._errors: tuple[Problem, ...] = ()
        self.warnings: tuple[Problem, ...] = ()
        """What should be looked at. No page is loaded again for it alone: it is there when one is."""
        self._broken: dict[tuple[str, Place], Problem] = {}
        self._paths: set[str] = set()
        self._anywhere = True
        self._changed, self._ready = asyncio.Event(), asyncio.Event()
        self._checking: asyncio.Task[None] | None = None
        self._index: tuple[int, asyncio.Future[dict[str, bytes]]] | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What forbids to build the gallery: what was read, and what turned out in making something."""
        known = {(each.code, each.place) for each in self._errors}
        return (*self._errors, *(each for key, each in self._broken.items() if key not in known))

    def sight(self, answer: Answer | None = None) -> Sight:
        """Tell what there is to be seen now, or what is to be seen of an answer that is given now."""
        return Sight(answer.state if answer else self._state, self.problems)

    def changed(self, paths: frozenset[str]) -> None:
        """Take note that files at these paths have changed, or any if there is none."""
        self._paths |= paths
        self._anywhere = self._anywhere or not paths
        self._changed.set()

    async def follow(self) -> None:
        """Read what has changed, again and again, until it is cancelled."""
        self._changed.set()
        while True:
            await self._changed.wait()
            try:
                await self._look()
            except Exception:  # a mistake of the program must not end the preview
                logging.getLogger(__name__).exception("galeri")
            if not self._ready.is_set():
                self._ready.set()
                await asyncio.sleep(_UNHURRIED)  # whoever waits for the first page comes before another look

    async def answer(self, path: str) -> Answer:
        """Answer a path, which has no leading slash."""
        await self._ready.wait()
        if path.startswith(f"{FOLDER}/"):
            answer = await self._searched(path)
        else:
            found = await self._at(self._desk, lambda: self._answers.answer(path))
            answer = (
                await self._at(self._pool, lambda: self._slowly(found)) if isinstance(found, Slow) else found
            )
        self._note(answer.problems)
        return answer

    def close(self) -> None:
        """End the threads; what they are at is finished, and nothing else begun."""
        if self._checking:
            self._checking.cancel()
        for each in (self._desk, self._pool):
            each.shutdown(wait=True, cancel_futures=True)

    async def _look(self) -> None:
        self._changed.clear()
        paths, self._paths = () if self._anywhere else tuple(self._paths), set()
        self._anywhere = False
        seen, (errors, warnings), state = await self._at(
            self._desk, lambda: (self._studio.look(paths), self._studio.told(), self._studio.state)
        )
        if self._studio.unsettled:
            asyncio.get_running_loop().call_later(_SOON, self.changed, frozenset())
        if seen and (self._checking is None or self._checking.done()):
            self._checking = asyncio.create_task(self._check())
        new = any(each not in self._errors for each in errors)
        if new and self._ready.is_set() and await self._changes_again():
            return
        self.warnings = warnings
        if (state, errors) != (self._state, self._errors):
            self._state = state
            self._tell(errors)

    async def _changes_again(self) -> bool:
        """Wait a moment, and say whether something changed meanwhile."""
        try:
            await asyncio.wait_for(self._changed.wait(), _HALF_SAVED)
        except TimeoutError:
            return False
        return True

    async def _check(self) -> None:
        """Check by and by what a change does not show at once."""
        await asyncio.sleep(_UNHURRIED)
        while (told := await self._at(self._desk, self._checked)) is None:
            pass
        errors, self.warnings = told
        if errors != self._errors:
            self._tell(errors)

    def _checked(self) -> tuple[tuple[Problem, ...], tuple[Problem, ...]] | None:
        """Check for a moment; tell what is wrong once nothing waits.

        In one breath: a change between the two would find the checking still at work, and never be checked.
        """
        return None if self._studio.check(_after(_SLICE)) else self._studio.told()

    def _tell(self, errors: tuple[Problem, ...]) -> None:
        self._errors, self._broken = errors, {}
        self._again()

    def _note(self, problems: Iterable[Problem]) -> None:
        """Take note of what turned out to be wrong in making something; browsers look again where that is new."""
        new = [each for each in problems if (each.code, each.place) not in self._broken]
        if new:
            self._broken |= {(each.code, each.place): each for each in new}
            self._again()

    async def _searched(self, path: str) -> Answer:
        """Answer with a file of the search index, which is made anew when a visitor begins to search after a change."""
        if self._index is None or (self._index[0] != self._state and path.endswith("/pagefind.js")):
            self._index = (self._state, asyncio.ensure_future(self._at(self._pool, self._indexed)))
        try:
            made = await asyncio.shield(self._index[1])
        except (TemplateFailedError, UnmakeableError) as error:
            return Answer(500, problems=(error.problem,))
        except GaleriError:
            return Answer(500)
        return Answer(200, kind_of(path), made[path]) if path in made else Answer(404)

    def _indexed(self) -> dict[str, bytes]:
        from galeri.previewing.search import indexed  # noqa: PLC0415 - only where somebody searches

        preview = self._studio.preview
        return indexed(self._root, self._kept, preview, self._studio.private) if preview else {}

    def _slowly(self, output: Slow) -> Answer:
        try:
            match output:
                case ImageOutput():
                    return self._picture(output)
                case FileOutput():
                    return self._film(output)
                case BookOutput():
                    return self._book(output)
        except OSError:  # a photo or a film was removed meanwhile
            return Answer(404)

    def _picture(self, output: ImageOutput) -> Answer:
        try:
            data, kind = self._pictures.picture(output)
        except BrokenImageError as error:
            wrong = Problem("broken-photo", Place(output.source), {"reason": str(error)})
            return Answer(500, problems=(wrong,))
        return Answer(200, f"image/{kind}", data)

    def _film(self, output: FileOutput) -> Answer:
        try:
            return Answer(200, kind_of(output.path), file=self._films.film(output, self._studio.private))
        except UnmakeableError as error:
            return Answer(500, problems=(error.problem,))

    def _book(self, output: BookOutput) -> Answer:
        from galeri.making.book_errors import BookFailedError  # noqa: PLC0415 - only where a book is asked for
        from galeri.previewing.books import bound  # noqa: PLC0415

        preview = self._studio.preview
        if preview is None:
            return Answer(503)
        try:
            data = bound(output, preview.theme, self._root, self._kept, self._studio.private)
        except BookFailedError as error:
            return Answer(500, problems=tuple(error.problems))
        return Answer(200, kind_of(output.path), data)

    @staticmethod
    async def _at(who: ThreadPoolExecutor, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(who, work)


def _after(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end
