"""Notes in translations which words they were made from, so that a report can tell once those have changed."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from galeri.model.problem import GaleriError, Place, Problem, Severity
from galeri.model.records import KINDS, Ref
from galeri.options import STATE
from galeri.reading.desk import desk
from galeri.reading.files import scan
from galeri.reading.folders import folders
from galeri.reading.photos import PhotoBook
from galeri.reading.records import ReadRecord, read_record
from galeri.reading.settings import ReadSettings, read_settings
from galeri.reports.translations import source_digest
from galeri.sheets.front_matter import words_edited
from galeri.sheets.writing import replace_all
from galeri.sheets.yaml_edits import Edit, UneditableError

_BY_FOLDER = {kind.folder: kind.name for kind in KINDS.values()}
_PARTS = 4
"""Of a path of words: content/<kind>s/<id>/<language>.md."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What stopped it, or the files that note it now, by path: `made` holds those that did not before."""

    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()
    made: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class _Translation:
    """Words of a record in one language, as a person names them by their file."""

    ref: Ref
    folder: str
    tag: str

    @property
    def path(self) -> str:
        return f"{self.folder}/{self.tag}.md"


def note(gallery: Path, files: Iterable[Path]) -> Noted:
    """Write into each translation, as `translated_from`, the digest of what the default language says now.

    With a problem nothing is written. Raises GaleriError where a file is no translation, or can't be written.
    """
    root = gallery.resolve()
    asked = read_settings(root)
    if asked.settings is None:
        return Noted(asked.problems)
    wanted = [_named(root, file, asked) for file in files]
    before: dict[str, bytes] = {}
    made: dict[str, bytes] = {}
    for each in wanted:
        read, problems = _read(root, each, asked)
        if problems:
            return Noted(problems)
        digest, origin = _digest(read, each, asked), read.words[each.tag]
        data = made.get(origin.path) or before.setdefault(origin.path, (root / origin.path).read_bytes())
        try:
            text = words_edited(data.decode(), [Edit(("translated_from",), digest)], origin.inside)
        except UneditableError:
            return Noted((Problem("uneditable", Place(origin.path)),))
        made[origin.path] = text.encode()
    changed = {path: data for path, data in made.items() if data != before[path]}
    replace_all(root, root / STATE, changed, before, ())
    return Noted((), tuple(made), changed)


def _named(root: Path, file: Path, asked: ReadSettings) -> _Translation:
    """Find out which words a person means: a file of the gallery, as seen from here or from the gallery's folder."""
    for base in (Path.cwd(), root):
        path = Path(os.path.normpath(base / file))
        parts = path.relative_to(root).parts if path.is_relative_to(root) else ()
        if len(parts) == _PARTS and parts[0] == "content" and parts[1] in _BY_FOLDER:
            tags = {language.tag.lower(): language.tag for language in asked.languages}
            tag = tags.get(path.stem.lower()) if path.suffix == ".md" else None
            if tag:
                return _Translation(Ref(_BY_FOLDER[parts[1]], parts[2]), "/".join(parts[:3]), tag)
    message = "“{path}” is no translation: name a file such as content/products/kain-kawung/en.md"
    raise GaleriError(message, path=str(file))


def _read(root: Path, wanted: _Translation, asked: ReadSettings) -> tuple[ReadRecord, tuple[Problem, ...]]:
    """Read the one record; where one of its two languages can't be read, also give what is wrong with its files."""
    listing = scan(root, wanted.folder)
    found, _ = folders(listing.files)
    if not found:
        message = "“{path}” is not there"
        raise GaleriError(message, path=wanted.path)
    book = PhotoBook(root / STATE / "cache" / "photos.json")
    read, problems = read_record(found[0], desk(root, listing, book, asked.languages))
    tellings = read.record.tellings if read.record else {}
    if {asked.languages[0].tag, wanted.tag} <= tellings.keys():
        return read, ()
    mine = {read.facts.path, *(origin.path for origin in read.words.values())}
    return read, tuple(
        each for each in problems if each.severity is Severity.ERROR and each.place.path in mine
    )


def _digest(read: ReadRecord, wanted: _Translation, asked: ReadSettings) -> str:
    """Digest what the default language says; raises GaleriError where there is nothing to translate, or nothing yet."""
    default = asked.languages[0].tag
    tellings = read.record.tellings if read.record else {}
    if wanted.tag == default:
        message = "“{path}” is in the gallery's default language, from which the others are translated"
        raise GaleriError(message, path=wanted.path)
    for tag in (default, wanted.tag):
        if tag not in tellings:
            message = "there are no words in “{path}” yet"
            raise GaleriError(message, path=f"{wanted.folder}/{tag}.md")
    return source_digest(tellings[default])
