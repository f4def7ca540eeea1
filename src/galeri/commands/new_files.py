"""A draft of a record → its folder, with facts, words and photos; checked before anything is written."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from galeri.commands.languages import Voice
from galeri.making.new_records import facts_text, quoted, words_text
from galeri.model.facts import references
from galeri.model.photo_files import SUFFIXES
from galeri.model.problem import GaleriError, Problem
from galeri.model.records import KINDS, Ref
from galeri.reading.files import same_address, slug, usable_id
from galeri.reading.folders import ids
from galeri.reading.schema import guess, place_of, validate
from galeri.reading.settings import FILE, read_settings
from galeri.reading.yaml_tree import YamlError, parse

_NUMBER = re.compile(r"^\d+[-_. ]+")
"""A number before a photo's name, which it loses for that of its place."""


@dataclass(frozen=True, slots=True)
class Site:
    """A gallery to write into: its folder, its default language, and the ids of its records by kind."""

    root: Path
    language: str
    ids: Mapping[str, list[str]]

    @classmethod
    def at(cls, root: Path) -> "Site":
        """Look at the gallery in `root`; raises GaleriError where there is none that can be read."""
        asked = read_settings(root)
        if not (root / FILE).is_file():
            message = "there is no galeri.yaml in “{folder}”"
            raise GaleriError(message, folder=str(root))
        if not asked.languages:
            message = "galeri.yaml has problems, which `galeri check` tells"
            raise GaleriError(message)
        return cls(root, asked.languages[0].tag, ids(root))


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a new record; `values` are by field as they are to be written in the file."""

    kind: str
    title: str = ""
    id: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    photos: tuple[Path, ...] = ()


def store(site: Site, draft: Draft, voice: Voice, today: date) -> tuple[Path, tuple[Problem, ...]]:
    """Write a draft's folder, added on the day `today`, and give its path; with problems nothing is written.

    Raises GaleriError where the folder is there already, a photo is none, or the disk refuses.
    """
    ref = _ref(site, draft)
    photos = {_photo_name(at, path): path for at, path in enumerate(draft.photos, 1)}
    names = tuple(photos)
    values = {name: _written(ref.kind, name, value) for name, value in _values(draft, today).items()}
    facts = facts_text(ref, values, names, voice.sentence)
    folder = Path("content", KINDS[ref.kind].folder, ref.id)
    problems = tuple(_wrong(site, ref, facts, (folder / f"{ref.kind}.yaml").as_posix()))
    if not problems:
        words = words_text(ref, draft.title, names, voice.sentence)
        _write(site.root / folder, {f"{ref.kind}.yaml": facts, f"{site.language}.md": words}, photos)
    return folder, problems


def _ref(site: Site, draft: Draft) -> Ref:
    if not draft.title.strip():
        message = "a record needs a title: give one with --title"
        raise GaleriError(message)
    name = draft.id or slug(draft.title)
    if better := usable_id(name):
        message = "the name “{name}” can't be kept on every computer; call it “{guess}”, say"
        raise GaleriError(message, name=name, guess=better)
    for other in site.ids[draft.kind]:
        if same_address(other) == same_address(name):
            message = "there is a record “{name}” already; choose another name with --id"
            raise GaleriError(message, name=other)
    return Ref(draft.kind, name)


def _values(draft: Draft, today: date) -> dict[str, str]:
    own = {"curation": "draft"} if draft.kind == "product" else {}
    return {"added": today.isoformat(), **own, **draft.values}


def _written(kind: str, name: str, value: str) -> str:
    """Write an answer as YAML: text in quotes where it needs them, several as a list."""
    field = KINDS[kind].facts.model_json_schema()["properties"].get(name, {})
    if field.get("type") == "array" and not value.startswith("["):
        return "[" + ", ".join(_plain(part.strip()) for part in value.split(",") if part.strip()) + "]"
    texts = (each for each in (field, *field.get("anyOf", ())) if "enum" not in each)
    return _plain(value) if any(each.get("type") == "string" for each in texts) else value


def _plain(text: str) -> str:
    try:
        return text if parse(f"[{text}]").tree == [text] else quoted(text)
    except YamlError:
        return quoted(text)


def _photo_name(at: int, path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES or not path.is_file():
        message = "“{path}” is no photo that can be copied"
        raise GaleriError(message, path=str(path))
    return f"{at:02}-{slug(_NUMBER.sub('', path.stem) or path.stem)}{suffix}"


def _wrong(site: Site, ref: Ref, text: str, path: str) -> list[Problem]:
    try:
        parsed = parse(text)
    except YamlError as error:
        place = place_of(path, (), {}, error.line)
        return [Problem(error.code, place, error.values)]
    facts, problems = validate(KINDS[ref.kind].facts, parsed.tree, path, parsed.places)
    for loc, kind, name in references(facts) if facts else ():
        if name not in site.ids[kind]:
            values = {"kind": kind, "id": name} | guess(name, site.ids[kind])
            problems.append(Problem("unknown-reference", place_of(path, loc, parsed.places), values))
    return problems


def _write(folder: Path, texts: Mapping[str, str], photos: Mapping[str, Path]) -> None:
    try:
        folder.mkdir(parents=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        for name, path in photos.items():
            shutil.copyfile(path, folder / name)
    except OSError as error:
        message = "{reason}: “{path}”"
        raise GaleriError(
            message, reason=error.strerror or str(error), path=str(error.filename or folder)
        ) from error
