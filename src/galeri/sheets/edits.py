"""Changed cells → edits of the trees that hold a record's facts and words."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from galeri.reading.yaml_tree import Path, Tree
from galeri.sheets.cells import read
from galeri.sheets.changes import Change
from galeri.sheets.columns import NTH, Shape
from galeri.sheets.trees import ABSENT, at
from galeri.sheets.yaml_edits import Edit

Keys = Callable[[Change], str | None]
"""Gives the key under which a language says something about an item, or None where items go by number."""


def edits(changes: Sequence[Change], tree: Tree, key: Keys) -> list[Edit]:
    """Give the edits that make `tree` say what the changed cells say: first all that is set, then what is taken out."""
    numbers = _numbers(changes, tree)
    made: list[Edit] = []
    for change in changes:
        path = _path(change, tree, numbers, key)
        value = read(change.column, change.new) if change.new else ABSENT
        old = at(tree, path)
        if change.column.shape is Shape.LIST and isinstance(old, list):
            made += _items(path, old, [] if value is ABSENT else value)
        else:
            made.append(Edit(path, ABSENT if value == [] else value))
    kept = [each for each in made if each.value is not ABSENT]
    gone = [each for each in made if each.value is ABSENT]
    return kept + sorted(gone, key=_from_the_end)


def _numbers(changes: Iterable[Change], tree: Tree) -> dict[Path, list[int]]:
    """For each list, the numbers that name items which are yet to be added, in order."""
    found: dict[Path, set[int]] = {}
    for change in changes:
        if change.column.repeated:
            above = _above(change)
            found.setdefault(above, set())
            if change.new and change.number > _length(tree, above):
                found[above].add(change.number)
    return {above: sorted(numbers) for above, numbers in found.items()}


def _path(change: Change, tree: Tree, numbers: dict[Path, list[int]], key: Keys) -> Path:
    if not change.column.repeated:
        return change.column.path
    above = _above(change)
    below = change.column.path[len(above) + 1 :]
    named = key(change)
    if named is not None:
        return (*above, named, *below)
    length = _length(tree, above)
    if change.number > length:
        return (*above, length + numbers[above].index(change.number), *below)
    return (*above, change.number - 1, *below)


def _above(change: Change) -> Path:
    return change.column.path[: change.column.path.index(NTH)]


def _length(tree: Tree, path: Path) -> int:
    items = at(tree, path)
    return len(items) if isinstance(items, list) else 0


def _items(path: Path, old: list[Tree], new: list[Tree]) -> Iterator[Edit]:
    for index, value in enumerate(new):
        if index >= len(old) or old[index] != value:
            yield Edit((*path, index), value)
    for index in range(len(new), len(old)):
        yield Edit((*path, index), ABSENT)


def _from_the_end(edit: Edit) -> list[int]:
    return [-part for part in edit.path if isinstance(part, int)] or [1]
