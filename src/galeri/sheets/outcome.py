"""What a gallery would be with the new files, read as any other; each new problem at the cell it comes from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from galeri.model.facts_shared import Contact
from galeri.model.problem import Place, Problem, Severity
from galeri.model.records import KINDS, Ref
from galeri.reading.files import File, Listing
from galeri.reading.gallery import Content, read_content
from galeri.reading.records import Desk, Origin, ReadRecord
from galeri.reading.yaml_tree import Path
from galeri.sheets.changes import RecordChange
from galeri.sheets.columns import STORY

_FOLDERS = {kind.folder: kind.name for kind in KINDS.values()}
Ids = Mapping[Ref, RecordChange]


def outcome(
    listing: Listing,
    desk: Desk,
    default: str,
    contact: Contact,
    made: Mapping[str, bytes],
    gone: Iterable[str],
) -> Content:
    """Read the gallery as it would be with the files `made`, and without the folders `gone`."""
    away = tuple(f"{folder}/" for folder in gone)
    files = {file.path: file for file in listing.files if not file.path.startswith(away)}
    files |= {path: File(path, len(data), 0, 0) for path, data in made.items()}
    kept = tuple(sorted(files.values(), key=lambda file: file.path))
    over = replace(desk, load=_over(made, desk.load))
    return read_content(Listing(kept, listing.problems), over, default, contact)


def _over(made: Mapping[str, bytes], load: Callable[[File], bytes]) -> Callable[[File], bytes]:
    return lambda file: made[file.path] if file.path in made else load(file)


def new_errors(before: Content, after: Content, changes: Ids) -> Iterator[Problem]:
    """List the errors that were not there before, at their cells where they come from one."""
    known = {_essence(problem) for problem in before.problems}
    for problem in after.problems:
        if problem.severity is Severity.ERROR and _essence(problem) not in known:
            yield replace(problem, place=_cell(problem, after, changes))


def _essence(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.place.path, repr(sorted(problem.values.items()))


def _cell(problem: Problem, after: Content, changes: Ids) -> Place:
    parts = problem.place.path.split("/")
    ref = Ref(_FOLDERS.get(parts[1], ""), parts[2]) if len(parts) > 2 else None  # noqa: PLR2004 - content/kinds/id
    change = changes.get(ref) if ref else None
    if ref is None or change is None or change.row is None:
        return problem.place
    read = after.records.get(ref)
    for name in _names(problem, read) if read else ():
        if name in change.table.places or name in change.row.entries:
            return change.table.place(change.row, name)
    return change.row.place


def _names(problem: Problem, read: ReadRecord) -> Iterator[str]:
    """List the columns that a problem may come from, the nearest first."""
    for part, origin in (("", read.facts), *read.words.items()):
        if origin.path != problem.place.path:
            continue
        if part and not origin.inside and problem.place.line >= origin.body_line > 1:
            yield f"{part}.{STORY}"
        loc = _loc(origin, problem.place)
        if loc[: len(origin.inside)] == origin.inside:
            yield from _spelled(part, loc[len(origin.inside) :], problem, read)
    if problem.code == "missing-words":
        yield f"{problem.values['language']}.title"


def _loc(origin: Origin, place: Place) -> Path:
    here = (place.line - origin.first_line + 1, place.column)
    return max((loc for loc, at in origin.places.items() if at == here), key=len, default=())


def _spelled(part: str, loc: Path, problem: Problem, read: ReadRecord) -> Iterator[str]:
    """Name the column of `loc`, then those of what is around it; of a field that lacks, its own alone."""
    head = [part] if part else []
    files = [photo.file for photo in read.record.facts.photos] if read.record else []
    numbers = {name: index for index, name in enumerate(files)}
    spelled = [numbers.get(str(each), each) if part and loc[0] == "photos" else each for each in loc]
    words = [str(each + 1) if isinstance(each, int) else each for each in spelled]
    if problem.code == "missing-key":
        yield ".".join([*head, *words, problem.values["key"]])
        yield ".".join([*head, problem.values["key"]])
        return
    for end in range(len(words), 0, -1):
        yield ".".join([*head, *words[:end]])
