"""A record → the cells of its row."""

from collections.abc import Iterator, Mapping
from typing import Any

from galeri.model.facts import CollectionFacts
from galeri.model.gallery import Gallery
from galeri.model.records import Record, Telling
from galeri.sheets.cells import tidy, written
from galeri.sheets.columns import ID, NTH, STORY, Column, columns, numbered
from galeri.sheets.trees import ABSENT, at


def cells(record: Record[Any], tags: tuple[str, ...]) -> dict[str, str]:
    """Give the cells of a record that hold something, by the names of their columns."""
    trees = _trees(record)
    found = {ID: record.id}
    for column in columns(record.ref.kind, tags).values():
        if column.part in trees:
            found |= dict(_cells(column, trees[column.part], names(record, column)))
    return found


def names(record: Record[Any], column: Column) -> tuple[str, ...]:
    """Give the keys, in the order of their numbers, of what a language says about photos or pieces by name."""
    if column.part and column.path[0] == "photos":
        return tuple(photo.facts.file for photo in record.photos)
    if column.part and column.path[0] == "notes" and isinstance(record.facts, CollectionFacts):
        return record.facts.products
    return ()


def _trees(record: Record[Any]) -> dict[str, Any]:
    facts = record.facts.model_copy(update={"photos": tuple(photo.facts for photo in record.photos)})
    trees = {"": facts.model_dump(by_alias=True, exclude_unset=True)}
    for tag, telling in record.tellings.items():
        words = telling.words.model_dump(by_alias=True, exclude_unset=True)
        trees[tag] = words | {STORY: telling.story.markdown}
    return trees


def _cells(column: Column, tree: Mapping[str, Any], keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if not column.repeated:
        yield from _cell(column.key, column, at(tree, column.path))
        return
    place = column.path.index(NTH)
    items = at(tree, column.path[:place])
    if items is ABSENT:
        return
    order = keys if isinstance(items, dict) else range(len(items))
    for number, each in enumerate(order, 1):
        item = items.get(each, {}) if isinstance(items, dict) else items[each]
        yield from _cell(column.named(number), column, at(item, column.path[place + 1 :]))


def _cell(name: str, column: Column, value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any field's value
    text = "" if value is ABSENT or isinstance(value, dict) else tidy(written(column, value))
    if text:
        yield name, text


def shown_cells(record: Record[Any], tags: tuple[str, ...], shown: Gallery) -> dict[str, str]:
    """Give the cells that others may see: without ids of what is not `shown`, and stories that link to such makers."""
    known = columns(record.ref.kind, tags)
    found = {}
    for name, text in cells(record, tags).items():
        column = known.get(numbered(name)[0])
        kept = _shown_ids(text, column.links, shown) if column and column.links else text
        if column and column.path == (STORY,) and _names_hidden(record.tellings[column.part], shown):
            kept = ""
        if kept:
            found[name] = kept
    return found


def _shown_ids(text: str, kind: str, shown: Gallery) -> str:
    return "; ".join(each for each in text.split("; ") if each in shown.records[kind])


def _names_hidden(telling: Telling, shown: Gallery) -> bool:
    refs = (link.ref for link in telling.story.links)
    return any(ref.kind == "artisan" and shown.get(ref) is None for ref in refs)
