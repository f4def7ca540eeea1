"""Listed files → the folders of records: which file is facts, which words, which photo, which is nobody's."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from galeri.model.problem import Place, Problem
from galeri.model.records import KINDS, Ref
from galeri.reading.files import File, same_address, usable_id
from galeri.reading.schema import guess

PRIVATE = "private.yaml"
_BY_FOLDER = {kind.folder: kind.name for kind in KINDS.values()}
_WORDS = re.compile(r"([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.md")


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of one record: its files by name, words by language tag as the file spells it."""

    ref: Ref
    path: str
    facts: File | None
    words: Mapping[str, File]
    private: File | None
    others: Mapping[str, File]


def folders(files: Iterable[File]) -> tuple[list[Folder], list[Problem]]:
    """Sort the files of content/ into records, in the order of their paths."""
    grouped: defaultdict[tuple[str, str], dict[str, File]] = defaultdict(dict)
    problems: list[Problem] = []
    for file in files:
        parts = file.path.split("/")
        if file.name != PRIVATE and file.name.casefold().partition(".")[0] == "private":
            problems.append(Problem("misplaced-private", Place(file.path), {"name": PRIVATE}))
        elif len(parts) != 4 and file.name == PRIVATE:  # noqa: PLR2004
            problems.append(
                Problem("misplaced-private", Place(file.path), {"name": f"content/…/…/{PRIVATE}"})
            )
        elif len(parts) != 4:  # noqa: PLR2004 - content/<kind>s/<id>/<file>
            problems.append(Problem("stray-file", Place(file.path), {"name": file.name}))
        else:
            grouped[parts[1], parts[2]][unicodedata.normalize("NFC", parts[3])] = file
    found = [_folder(kind, name, group, problems) for (kind, name), group in grouped.items()]
    kept = [folder for folder in found if folder]
    return kept, [*problems, *_collisions(kept)]


def _folder(kind_folder: str, name: str, files: Mapping[str, File], problems: list[Problem]) -> Folder | None:
    place = Place(f"content/{kind_folder}/{name}")
    kind = _BY_FOLDER.get(kind_folder)
    if kind is None:
        problems.append(
            Problem("unknown-kind", place, {"name": kind_folder} | guess(kind_folder, _BY_FOLDER))
        )
        return None
    if better := usable_id(name):
        problems.append(Problem("unportable-name", place, {"name": name, "guess": better}))
        return None
    problems += _same_names(files)
    others = dict(files)
    facts, private = others.pop(f"{kind}.yaml", None), others.pop(PRIVATE, None)
    if facts is None:
        problems.append(Problem("missing-facts", place, {"name": f"{kind}.yaml"}))
    words = {match[1]: others.pop(match[0]) for match in map(_WORDS.fullmatch, files) if match}
    return Folder(Ref(kind, name), place.path, facts, words, private, others)


def _same_names(files: Mapping[str, File]) -> Iterator[Problem]:
    """Find files that differ by capitals only: many a computer keeps just one of them."""
    first: dict[str, str] = {}
    for name, file in files.items():
        other = first.setdefault(same_address(name), name)
        if other != name:
            yield Problem("same-name", Place(file.path), {"name": name, "other": other})


def _collisions(found: list[Folder]) -> list[Problem]:
    first: dict[Ref, Folder] = {}
    problems = []
    for folder in found:
        other = first.setdefault(Ref(folder.ref.kind, same_address(folder.ref.id)), folder)
        if other is not folder:
            problems.append(
                Problem("address-collision", Place(folder.path), {"id": folder.ref.id, "other": other.ref.id})
            )
    return problems
