"""What a workbook changes of a record → the new texts of its files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from galeri.model.problem import Place, Problem
from galeri.model.records import KINDS
from galeri.reading.records import ReadRecord
from galeri.reading.yaml_tree import Tree, parse
from galeri.sheets.changes import Change, RecordChange, refused
from galeri.sheets.columns import STORY
from galeri.sheets.edits import edits
from galeri.sheets.front_matter import parted, words_edited, yaml_edited
from galeri.sheets.trees import ABSENT, at, put, without
from galeri.sheets.yaml_edits import Edit, UneditableError, edited
from galeri.sheets.yaml_writing import document

_BRIEF = frozenset({("title",), ("summary",)})
"""Words that are kept beside the facts where a new record has no others."""
_BOM = "\ufeff"


@dataclass
class Files:
    """The files of a record: the texts that are there, by path, and what they become.

    `words` tells where each language is written: the file, and the path within the facts.
    """

    folder: str
    kind: str
    texts: Mapping[str, str]
    words: Mapping[str, tuple[str, tuple[str | int, ...]]]
    made: dict[str, str] = field(default_factory=dict)

    @property
    def facts(self) -> str:
        """The path of the facts."""
        return f"{self.folder}/{self.kind}.yaml"

    def text(self, path: str) -> str:
        """Give a file's text as it is by now; empty where there is none."""
        return self.made.get(path, self.texts.get(path, ""))


def folder(change: RecordChange) -> str:
    """Give the folder of a record."""
    return f"content/{KINDS[change.ref.kind].folder}/{change.ref.id}"


def paths(change: RecordChange, read: ReadRecord | None) -> set[str]:
    """List the files of a record that a change may touch."""
    kind = change.ref.kind
    return {f"{folder(change)}/{kind}.yaml"} | {
        origin.path for origin in (read.words.values() if read else ())
    }


def rewritten(
    change: RecordChange, read: ReadRecord | None, texts: Mapping[str, str]
) -> tuple[dict[str, str], list[Problem]]:
    """Give the new texts of a record's files by their paths, and what forbids to write them.

    `texts` are those that `paths` lists and that are there.
    """
    words = {tag: (origin.path, origin.inside) for tag, origin in read.words.items()} if read else {}
    files = Files(folder(change), change.ref.kind, texts, words)
    problems = [*_refused(change, files), *_nameless(change)]
    if problems:
        return {}, problems
    for part in dict.fromkeys(["", *(each.column.part for each in change.changes)]):
        mine = [each for each in change.changes if each.column.part == part]
        try:
            _facts(files, change, mine) if not part else _words(files, change, part, mine)
        except UneditableError:
            return {}, [Problem("uneditable", Place(_path(files, part)))]
    return {path: text for path, text in files.made.items() if text != texts.get(path)}, []


def _refused(change: RecordChange, files: Files) -> Iterator[Problem]:
    for each in change.changes:
        if problem := refused(each, _path(files, each.column.part)):
            yield problem


def _path(files: Files, part: str) -> str:
    if not part:
        return files.facts
    return files.words[part][0] if part in files.words else f"{files.folder}/{part}.md"


def _nameless(change: RecordChange) -> Iterator[Problem]:
    """Find words about a photo or a piece that the row does not name."""
    for each in change.changes:
        if _by_name(each) and each.new and _key(change, each) is None:
            column = "products" if each.column.path[0] == "notes" else f"photos.{each.number}.file"
            yield Problem("missing-key", each.place, {"key": column})


def _by_name(change: Change) -> bool:
    return bool(change.column.part) and change.column.path[0] in {"photos", "notes"}


def _key(change: RecordChange, cell: Change) -> str | None:
    """Give the file's name of a photo, or the id of a piece, by its number in the row as it will be."""
    if not _by_name(cell):
        return None
    if cell.column.path[0] == "photos":
        return _value(change, f"photos.{cell.number}.file") or _listed(change, cell.number)
    pieces = [each.strip() for each in _value(change, "products").split(";")] or []
    pieces = pieces if any(pieces) else list(change.record.facts.products) if change.record else []
    return pieces[cell.number - 1] if cell.number <= len(pieces) else None


def _value(change: RecordChange, name: str) -> str:
    entries = change.row.entries if change.row else {}
    return entries[name].text if name in entries else ""


def _listed(change: RecordChange, number: int) -> str | None:
    photos = change.record.facts.photos if change.record else ()
    return photos[number - 1].file if number <= len(photos) else None


def _facts(files: Files, change: RecordChange, cells: list[Change]) -> None:
    text = files.text(files.facts)
    tree = parse(text.removeprefix(_BOM)).tree or {}
    wanted = edits(cells, tree, lambda cell: _key(change, cell))
    files.made[files.facts] = yaml_edited(text, wanted) if change.record else document(_applied({}, wanted))


def _words(files: Files, change: RecordChange, tag: str, cells: list[Change]) -> None:
    path, inside = files.words.get(tag, (f"{files.folder}/{tag}.md", ()))
    story = next((each.new for each in cells if each.column.path == (STORY,)), None)
    others = [each for each in cells if each.column.path != (STORY,)]
    brief = bool(inside) or (tag not in files.words and _is_brief(files, change))
    if brief:
        _brief_words(files, change, tag, others, story)
        return
    text = files.text(path)
    if not text:
        wanted = edits(others, {}, lambda cell: _key(change, cell))
        files.made[path] = _new_words(_applied({}, wanted), story or "")
        return
    start, front, end, body = parted(text)
    wanted = edits(others, parse(front).tree or {}, lambda cell: _key(change, cell))
    body = body if story is None else _with_story(body, story)
    files.made[path] = start + edited(front, wanted) + end + body


def _brief_words(
    files: Files, change: RecordChange, tag: str, cells: list[Change], story: str | None
) -> None:
    """Change words that stand beside the facts; a story moves them to a file of their own."""
    text = files.text(files.facts)
    tree = parse(text.removeprefix(_BOM)).tree or {}
    inside = files.words[tag][1] if tag in files.words else ("words", tag)
    old = at(tree, inside)
    wanted = edits(cells, {} if old is ABSENT else old, lambda cell: _key(change, cell))
    if story:
        front = _applied({} if old is ABSENT else old, wanted)
        files.made[f"{files.folder}/{tag}.md"] = _new_words(front, story)
        files.made[files.facts] = yaml_edited(text, [Edit(inside, ABSENT)])
    elif change.record is None:
        files.made[files.facts] = document(put(tree, inside, _applied({}, wanted)))
    else:
        files.made[files.facts] = words_edited(text, wanted, inside)


def _is_brief(files: Files, change: RecordChange) -> bool:
    """Whether words that are new are kept beside the facts: as others of the record are, or as it says so little."""
    if files.words:
        return all(inside for _, inside in files.words.values())
    return all(each.column.path in _BRIEF for each in change.changes if each.column.part)


def _applied(tree: Tree, wanted: list[Edit]) -> Tree:
    for each in wanted:
        tree = without(tree, each.path) if each.value is ABSENT else put(tree, each.path, each.value)
    return tree


def _new_words(front: Tree, story: str) -> str:
    return f"---\n{document(front)}---\n{story}\n" if story else f"---\n{document(front)}---\n"


def _with_story(body: str, story: str) -> str:
    """Put another story where the old one stood, with the line ends of the file."""
    old = body.strip()
    newline = "\r\n" if "\r\n" in body else "\n"
    new = story.replace("\n", newline)
    if not old:
        return f"{newline}{new}{newline}" if new else body
    start = body.index(old)
    return body[:start] + new + body[start + len(old) :]
