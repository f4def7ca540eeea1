"""A record's folder → the record, where each part of it was written, and what is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from galeri.model.facts_shared import Facts
from galeri.model.photo_files import SUFFIXES
from galeri.model.problem import Place, Problem
from galeri.model.records import KINDS, FilmFile, PhotoFile, Record, RecordPhoto, Ref, Story, Telling
from galeri.model.values import CONTROL
from galeri.reading.files import File, same_address
from galeri.reading.folders import Folder
from galeri.reading.languages import is_tag
from galeri.reading.photos import BrokenPhotoError, HugePhotoError
from galeri.reading.schema import Places, guess, place_of, validate
from galeri.reading.stories import links
from galeri.reading.text import TextError, decode, split
from galeri.reading.yaml_tree import Parsed, Path, YamlError, parse


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the facts or the words of one language were written: the file, and the place of each key in it.

    `first_line` is the line at which the YAML starts, `inside` the path of the words within the facts' file.
    """

    path: str
    places: Places
    first_line: int = 1
    inside: Path = ()
    body_line: int = 1

    def place(self, *loc: str | int) -> Place:
        """Find where `loc` is written."""
        return place_of(self.path, (*self.inside, *loc), self.places, self.first_line)


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record as it was read; `record` is None where its facts are broken, but its id is declared all the same."""

    ref: Ref
    folder: str
    record: Record[Any] | None
    facts: Origin
    words: Mapping[str, Origin]


@dataclass(frozen=True, slots=True)
class Desk:
    """What reading a record needs of the world: how to get a file's bytes, and what a photo and a film are.

    `refused` are the paths of files that are there, but were told to be wrong already.
    """

    load: Callable[[File], bytes]
    look: Callable[[File], PhotoFile]
    film: Callable[[File], FilmFile]
    tags: tuple[str, ...]
    refused: frozenset[str] = frozenset()


def read_record(folder: Folder, desk: Desk) -> tuple[ReadRecord, list[Problem]]:
    """Read the facts, words and photos of one folder; every problem in it is found."""
    problems: list[Problem] = []
    kind = KINDS[folder.ref.kind]
    facts_path = folder.facts.path if folder.facts else f"{folder.path}/{kind.name}.yaml"
    parsed = _parsed(folder.facts, desk, problems)
    tree = dict(parsed.tree) if isinstance(parsed.tree, dict) else parsed.tree
    brief = tree.pop("words", {}) if isinstance(tree, dict) else {}
    origin = Origin(facts_path, parsed.places)
    facts: Facts | None = None
    if parsed is not _BROKEN:
        facts, found = validate(kind.facts, tree, facts_path, parsed.places)
        problems += found
    tellings, origins = _tellings(folder, desk, brief, origin, problems)
    photos = _photos(folder, desk, facts, origin, problems)
    film = _film(folder, desk, facts, origin, problems)
    record = Record(folder.ref, facts, tellings, photos, film) if facts else None
    return ReadRecord(folder.ref, folder.path, record, origin, origins), problems


_BROKEN = Parsed({}, {})


def _parsed(file: File | None, desk: Desk, problems: list[Problem]) -> Parsed:
    if file is None:
        return _BROKEN
    try:
        parsed = parse(decode(desk.load(file)))
    except (TextError, YamlError) as error:
        problems.append(_problem(error, file.path))
        return _BROKEN
    problems += [_problem(error, file.path) for error in parsed.errors]
    return parsed


def _problem(error: TextError | YamlError, path: str, first_line: int = 1) -> Problem:
    column = error.column if isinstance(error, YamlError) else 0
    line = error.line + first_line - 1 if error.line else 0
    return Problem(error.code, Place(path, line, column), error.values)


def _tellings(
    folder: Folder, desk: Desk, brief: object, facts: Origin, problems: list[Problem]
) -> tuple[dict[str, Telling], dict[str, Origin]]:
    tellings: dict[str, Telling] = {}
    origins: dict[str, Origin] = {}
    by_tag = {tag.lower(): tag for tag in desk.tags}
    for spelled, tree in brief.items() if isinstance(brief, dict) else ():
        here = Origin(facts.path, facts.places, inside=("words", spelled))
        if tag := _declared(spelled, by_tag, here.place(), problems):
            origins[tag] = here
            places = {at[2:]: place for at, place in facts.places.items() if at[:2] == ("words", spelled)}
            words, found = validate(KINDS[folder.ref.kind].words, tree, facts.path, places)
            problems += [_at(problem, here.place()) for problem in found]
            if words:
                tellings[tag] = Telling(words, Story(""))
    if not isinstance(brief, dict):
        problems.append(Problem("not-a-mapping", facts.place("words")))
        origins = dict.fromkeys(desk.tags, facts)
    for spelled, file in folder.words.items():
        tag = _declared(spelled, by_tag, Place(file.path), problems)
        if tag and tag in tellings:
            problems.append(Problem("words-twice", Place(file.path), {"language": tag, "file": facts.path}))
        elif tag:
            _read_words(folder.ref.kind, tag, file, desk, (tellings, origins), problems)
    return tellings, origins


def _at(problem: Problem, fallback: Place) -> Problem:
    """Move a problem that has no place of its own within short words to where those words start."""
    return (
        problem
        if (problem.place.line, problem.place.column) != (1, 1)
        else Problem(problem.code, fallback, problem.values)
    )


def _declared(spelled: str, by_tag: Mapping[str, str], place: Place, problems: list[Problem]) -> str | None:
    tag = by_tag.get(str(spelled).lower())
    if tag is None and is_tag(str(spelled)):
        problems.append(Problem("undeclared-language", place, {"language": spelled}))
    elif tag is None:
        problems.append(Problem("bad-language", place, {"value": spelled}))
    return tag


def _read_words(
    kind: str,
    tag: str,
    file: File,
    desk: Desk,
    into: tuple[dict[str, Telling], dict[str, Origin]],
    problems: list[Problem],
) -> None:
    into[1][tag] = Origin(file.path, {})
    try:
        sheet = split(decode(desk.load(file)))
    except TextError as error:
        problems.append(_problem(error, file.path))
        return
    try:
        parsed = parse(sheet.front)
    except YamlError as error:
        problems.append(_problem(error, file.path))
        return
    problems += [_problem(error, file.path) for error in parsed.errors]
    words, found = validate(KINDS[kind].words, parsed.tree, file.path, parsed.places)
    problems += found
    if control := CONTROL.search(sheet.body):
        line = sheet.body_line + sheet.body.count("\n", 0, control.start())
        problems.append(
            Problem("control-character", Place(file.path, line), {"value": ascii(control.group())})
        )
    into[1][tag] = Origin(file.path, parsed.places, body_line=sheet.body_line)
    if words:
        into[0][tag] = Telling(words, Story(sheet.body, tuple(links(sheet.body))))


def _photos(
    folder: Folder, desk: Desk, facts: Facts | None, origin: Origin, problems: list[Problem]
) -> tuple[RecordPhoto, ...]:
    images = {name: file for name, file in folder.others.items() if _is_photo(name)}
    if facts is None and folder.facts:
        return ()
    strays = sorted(folder.others.keys() - images.keys() - _films(facts))
    problems += [Problem("stray-file", Place(folder.others[name].path), {"name": name}) for name in strays]
    if facts is None:
        return ()
    found: dict[str, RecordPhoto] = {}
    folded = {same_address(name): name for name in images}
    listed = {photo.file for photo in facts.photos}
    for index, photo in enumerate(facts.photos):
        place = origin.place("photos", index, "file")
        if photo.file in found:
            problems.append(Problem("repeated-photo", place, {"file": photo.file}))
        elif f"{folder.path}/{photo.file}" in desk.refused:
            continue
        elif photo.file in images:
            looked = _looked(images[photo.file], desk)
            if isinstance(looked, Problem):
                problems.append(looked)
            else:
                found[photo.file] = RecordPhoto(photo, looked)
        elif there := folded.get(same_address(photo.file)):
            problems.append(Problem("other-capitals", place, {"file": photo.file, "found": there}))
            listed.add(there)
        else:
            problems.append(Problem("missing-photo", place, {"file": photo.file} | guess(photo.file, images)))
    unlisted = sorted(images.keys() - listed)
    problems += [Problem("unlisted-photo", Place(images[name].path), {"file": name}) for name in unlisted]
    return tuple(found.values())


def _looked(file: File, desk: Desk) -> PhotoFile | Problem:
    try:
        return desk.look(file)
    except HugePhotoError as error:
        values = {"width": str(error.width), "height": str(error.height)}
        return Problem("too-many-pixels", Place(file.path), values)
    except BrokenPhotoError:
        return Problem("not-an-image", Place(file.path), {"file": file.name})


def _film(
    folder: Folder, desk: Desk, facts: Facts | None, origin: Origin, problems: list[Problem]
) -> FilmFile | None:
    name = next(iter(_films(facts)), None)
    if name is None:
        return None
    if name not in folder.others:
        problems.append(
            Problem(
                "missing-film", origin.place("video", "file"), {"file": name} | guess(name, folder.others)
            )
        )
        return None
    return desk.film(folder.others[name])


def _is_photo(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in SUFFIXES


def _films(facts: Facts | None) -> set[str]:
    video = getattr(facts, "video", None)
    return {video.file} if video and video.file else set()
