"""The checks of a gallery that is being edited: what a change can have made wrong at once, all the rest by and by."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from galeri.model.problem import Problem
from galeri.model.records import Record, Ref
from galeri.reading.checks import FIRST, check_record
from galeri.reading.dated_checks import check_day
from galeri.reading.draft import Draft
from galeri.reading.pieces import Pieces
from galeri.reading.together import check_together
from galeri.reading.whole import Check, Whole

_AT_ONCE = 20
"""How many records that changed together are checked at once; where more did, a person has not edited them."""


class Rechecking:
    """Holds the records of one draft after another against one another.

    Once nothing waits, what it found is what a check of the whole gallery finds.
    """

    def __init__(self, today: Callable[[], date] | None = None) -> None:
        """Know of no records yet; with `today`, what time has made wrong is found, too."""
        self._today = today
        self._draft: Draft | None = None
        self._whole: Whole | None = None
        self._first: dict[Ref, tuple[Problem, ...]] = {}
        self._found: dict[Ref, tuple[Problem, ...]] = {}
        self._together: tuple[Problem, ...] = ()
        self._waiting: dict[Ref, None] = {}
        self._all_wait = False

    def turn_to(self, draft: Draft) -> None:
        """Take another draft: what forbids to plan it is found now, and what is wrong with the records that changed."""
        before, self._draft, self._whole = self._draft, draft, _whole(draft)
        if self._whole is None:
            self._first, self._found, self._together, self._waiting = {}, {}, (), {}
            self._all_wait = False
            return
        known = before.pieces if before else {}
        changed = [ref for ref, piece in draft.pieces.items() if known.get(ref) is not piece]
        self._all_wait = self._all_wait or before is None or before.ground is not draft.ground
        if _other_settings(before, draft) or _concerns_others(changed, known, draft.pieces):
            self._found = {ref: self._found[ref] for ref in draft.pieces if ref in self._found}
            self._first = {ref: self._checked(ref, FIRST) for ref in draft.pieces}
            self._waiting, self._all_wait = dict.fromkeys(draft.pieces), True
        self._waiting |= dict.fromkeys(changed[_AT_ONCE:])
        for ref in changed[:_AT_ONCE]:
            self._first[ref] = self._checked(ref, FIRST)
            self._found[ref] = self._checked(ref)

    def go_on(self, enough: Callable[[], bool]) -> bool:
        """Check what waits until it is `enough`; whether something still waits."""
        while self._waiting and not enough():
            ref, _ = self._waiting.popitem()
            self._found[ref] = self._checked(ref)
        if self._all_wait and not self._waiting and not enough():
            self._together, self._all_wait = tuple(self._of_all()), False
        return self._all_wait or bool(self._waiting)

    def problems(self) -> Iterator[Problem]:
        """Tell all that was found; some of it twice, as what forbids to plan is checked first and again."""
        for found in (*self._first.values(), *self._found.values(), self._together):
            yield from found

    def _checked(self, ref: Ref, checks: Iterable[Check] = ()) -> tuple[Problem, ...]:
        if self._draft is None or self._whole is None:
            return ()
        return tuple(check_record(self._draft.pieces[ref].read, self._whole, checks))

    def _of_all(self) -> Iterator[Problem]:
        """Find what no record shows by itself."""
        if self._draft and self._whole:
            yield from check_together(self._whole, self._draft.ground)
            if self._today:
                yield from check_day(self._whole, self._today())


def _whole(draft: Draft) -> Whole | None:
    asked = draft.ground.asked
    if asked.settings is None:
        return None
    return Whole(draft.records, asked.languages[0].tag, asked.settings.contact)


def _other_settings(before: Draft | None, after: Draft) -> bool:
    return before is None or before.ground.asked != after.ground.asked


def _concerns_others(changed: list[Ref], before: Pieces, after: Pieces) -> bool:
    """Whether what changed is more than stories and photos: others know a record by id, facts and titles."""
    if before.keys() != after.keys():
        return True
    pairs = ((before[ref].read.record, after[ref].read.record) for ref in changed)
    return not all(
        old and new and old.facts == new.facts and _titles(old) == _titles(new) for old, new in pairs
    )


def _titles(record: Record[Any]) -> dict[str, str]:
    return {tag: telling.words.title for tag, telling in record.tellings.items()}
