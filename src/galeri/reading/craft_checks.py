"""Facts about crafts that trip curators up, where the record itself shows that something can't be so."""

import re
from collections.abc import Iterator

from galeri.model.craft_facts import ARMS, ARMS_HS, BATIKMARK, CITES, FABRICS, FIBRES, HS_CHAPTERS
from galeri.model.facts import PUBLISHED, ProductFacts
from galeri.model.facts_shared import Facts
from galeri.model.problem import Problem
from galeri.model.records import Ref
from galeri.reading.records import ReadRecord
from galeri.reading.whole import Check, Whole

_WORD = re.compile(r"[^\W\d_]+")
_PERMITS = {"spp-irt", "bpom-md"}


def names(whole: Whole, ref: Ref) -> set[str]:
    """Give the words of a record's id and of its titles, in small letters."""
    read = whole.records.get(ref)
    titles = (
        [telling.words.title for telling in read.record.tellings.values()] if read and read.record else []
    )
    return {word.lower() for text in (ref.id, *titles) for word in _WORD.findall(text)}


def _hs_chapter(read: ReadRecord, facts: Facts, whole: Whole) -> Iterator[Problem]:
    if not isinstance(facts, ProductFacts) or facts.export.hs is None:
        return
    chapter = int(facts.export.hs[:2])
    values = {"hs": facts.export.hs, "chapter": f"{chapter:02}", "craft": facts.kind}
    if chapter not in HS_CHAPTERS.get(facts.kind, {chapter}):
        yield Problem("hs-elsewhere", read.facts.place("export", "hs"), values)
    elif chapter in FABRICS:
        words = set[str]().union(*(names(whole, Ref("material", each)) for each in facts.materials))
        fibres = {word: FIBRES[word] for word in sorted(words & FIBRES.keys())}
        if fibres and not any(chapter in chapters for chapters in fibres.values()):
            named = ", ".join(fibres)
            yield Problem("hs-other-fibre", read.facts.place("export", "hs"), values | {"fibres": named})


def _batikmark(read: ReadRecord, facts: Facts, _: Whole) -> Iterator[Problem]:
    if not isinstance(facts, ProductFacts):
        return
    words = {word for each in facts.techniques if "batik" in each.split("-") for word in each.split("-")}
    told = [grade for grade in BATIKMARK if grade in words]
    grade = "kombinasi" if "kombinasi" in told or {"tulis", "cap"} <= set(told) else next(iter(told), None)
    for index, each in enumerate(facts.certifications):
        if each.scheme != "batikmark":
            continue
        place = read.facts.place("certifications", index, "grade")
        if each.grade not in BATIKMARK:
            values = {"grade": each.grade, "choices": ", ".join(BATIKMARK)}
            yield Problem("batikmark-grade", place, values)
        elif grade and each.grade != grade:
            yield Problem("batikmark-technique", place, {"grade": each.grade, "expected": grade})


def _heritage(read: ReadRecord, facts: Facts, _: Whole) -> Iterator[Problem]:
    for index, entry in enumerate(facts.heritage if isinstance(facts, ProductFacts) else ()):
        if entry.status == "designated" and not entry.year and not entry.number:
            yield Problem("unproven-heritage", read.facts.place("heritage", index, "status"))


def _food(read: ReadRecord, facts: Facts, _: Whole) -> Iterator[Problem]:
    if not isinstance(facts, ProductFacts) or facts.kind != "food" or facts.curation not in PUBLISHED:
        return
    schemes = {each.scheme for each in facts.certifications}
    needs = {
        "a permit (SPP-IRT or BPOM MD)": bool(schemes & _PERMITS),
        "a halal certificate, or `halal: false`": "halal" in schemes or facts.halal is False,
        "a shelf life": facts.shelf_life is not None,
    }
    for missing in (need for need, there in needs.items() if not there):
        yield Problem("food-papers", read.facts.place("kind"), {"missing": missing})


def _cites(read: ReadRecord, facts: Facts, whole: Whole) -> Iterator[Problem]:
    if not isinstance(facts, ProductFacts) or any(each.scheme == "cites" for each in facts.certifications):
        return
    for index, material in enumerate(facts.materials):
        words = names(whole, Ref("material", material))
        if any(word in words and not harmless & words for word, harmless in CITES.items()):
            yield Problem("cites-papers", read.facts.place("materials", index), {"id": material})


def _arms(read: ReadRecord, facts: Facts, whole: Whole) -> Iterator[Problem]:
    if isinstance(facts, ProductFacts):
        hs = (facts.export.hs or "").replace(".", "")
        if hs.startswith(ARMS_HS) or (facts.kind == "metal" and names(whole, read.ref) & ARMS):
            yield Problem("arms", read.facts.place("kind"))


CHECKS: tuple[Check, ...] = (_hs_chapter, _batikmark, _heritage, _food, _cites, _arms)
