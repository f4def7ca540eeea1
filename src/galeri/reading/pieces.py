"""The folders of records → what each of them holds; what was read before is taken where its files are the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from galeri.model.private import PrivateValue
from galeri.model.problem import Place, Problem
from galeri.model.records import Ref
from galeri.reading.folders import Folder
from galeri.reading.private import private_values
from galeri.reading.records import Desk, ReadRecord, read_record
from galeri.reading.text import TextError, decode
from galeri.reading.yaml_tree import YamlError


@dataclass(frozen=True, slots=True)
class Piece:
    """What one folder holds: its record, what none of its outputs may hold, and what is wrong with it by itself.

    It depends on the folder's files, on the gallery's languages, and on which of its files were `refused`.
    """

    folder: Folder
    tags: tuple[str, ...]
    refused: frozenset[str]
    read: ReadRecord
    private: tuple[PrivateValue, ...]
    problems: tuple[Problem, ...]

    def says(self, other: "Piece") -> bool:
        """Whether another piece says the same, perhaps in files that were written again."""
        if self is other:
            return True
        return (self.read, self.private, self.problems) == (other.read, other.private, other.problems)


Pieces = Mapping[Ref, Piece]
NONE: Pieces = MappingProxyType({})


def read_pieces(found: Iterable[Folder], desk: Desk, before: Pieces = NONE) -> Pieces:
    """Read every folder, or take it from what was read `before`."""
    refused: dict[str, set[str]] = {}
    for path in desk.refused:
        parent, _, name = path.rpartition("/")
        refused.setdefault(parent, set()).add(name)
    pieces: dict[Ref, Piece] = {}
    for folder in found:
        names = frozenset(refused.get(folder.path, ()))
        old = before.get(folder.ref)
        same = old and (old.folder, old.tags, old.refused) == (folder, desk.tags, names)
        pieces[folder.ref] = old if old and same else _read(folder, desk, names)
    return pieces


def _read(folder: Folder, desk: Desk, refused: frozenset[str]) -> Piece:
    read, problems = read_record(folder, desk)
    private = tuple(_private(folder, desk, problems))
    return Piece(folder, desk.tags, refused, read, private, tuple(problems))


def _private(folder: Folder, desk: Desk, problems: list[Problem]) -> list[PrivateValue]:
    if folder.private is None:
        return []
    try:
        return list(private_values(folder.ref, decode(desk.load(folder.private))))
    except (TextError, YamlError) as error:
        column = error.column if isinstance(error, YamlError) else 0
        problems.append(Problem(error.code, Place(folder.private.path, error.line, column), error.values))
        return []
