"""Regions whose code, level, name and province contradict one another."""

import re
from collections.abc import Iterator

from galeri.model.craft_facts import TWO_REGIONS
from galeri.model.facts import RegionFacts
from galeri.model.facts_shared import Facts
from galeri.model.problem import Problem
from galeri.model.records import Ref
from galeri.reading.records import ReadRecord
from galeri.reading.whole import Check, Whole, tellings

_LEVELS = {
    "province": re.compile(r"\d\d"),
    "regency": re.compile(r"\d\d\.[0-6]\d"),
    "city": re.compile(r"\d\d\.7\d"),
}
"""How the home ministry's code shows the level: a city's second part starts with 7 (Kepmendagri 100.1.1-6117/2022)."""
_NAMED = {"kabupaten": "regency", "kota": "city"}


def _code(read: ReadRecord, facts: Facts, whole: Whole) -> Iterator[Problem]:
    if not isinstance(facts, RegionFacts) or not facts.codes.kemendagri:
        return
    code, place = facts.codes.kemendagri, read.facts.place("codes", "kemendagri")
    if not _LEVELS[facts.level].fullmatch(code):
        yield Problem("region-level", place, {"code": code, "level": facts.level})
    above = _facts(whole, facts.parent)
    if above and above.codes.kemendagri and not code.startswith(f"{above.codes.kemendagri}."):
        values = {"code": code, "parent": facts.parent or "", "other": above.codes.kemendagri}
        yield Problem("region-parent", place, values)


def _name(read: ReadRecord, facts: Facts, _: Whole) -> Iterator[Problem]:
    if not isinstance(facts, RegionFacts):
        return
    for tag, telling, origin in tellings(read):
        title = telling.words.title
        first = title.lower().partition(" ")[0]
        if tag == "id" and _NAMED.get(first, facts.level) != facts.level:
            yield Problem("region-name", origin.place("title"), {"title": title, "level": facts.level})
        elif title.lower() in TWO_REGIONS:
            yield Problem("ambiguous-region", origin.place("title"), {"title": title})


def _facts(whole: Whole, name: str | None) -> RegionFacts | None:
    read = whole.records.get(Ref("region", name)) if name else None
    facts = read.record.facts if read and read.record else None
    return facts if isinstance(facts, RegionFacts) else None


def same_codes(whole: Whole) -> Iterator[Problem]:
    """Find regions that claim the code of another one."""
    first: dict[str, str] = {}
    for name in whole.ids("region"):
        facts = _facts(whole, name)
        code = facts.codes.kemendagri if facts else ""
        other = first.setdefault(code, name)
        if code and other != name:
            place = whole.records[Ref("region", name)].facts.place("codes", "kemendagri")
            yield Problem("region-code-twice", place, {"code": code, "other": other})


CHECKS: tuple[Check, ...] = (_code, _name)
