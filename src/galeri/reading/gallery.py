"""A gallery's folder → the gallery, its theme, its private values and its problems."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from galeri.model.facts_shared import Contact
from galeri.model.gallery import Gallery, link
from galeri.model.private import PrivateValue
from galeri.model.problem import Place, Problem
from galeri.model.records import Record, Ref
from galeri.model.theme import Theme
from galeri.model.words import Language
from galeri.reading.book_files import check_fonts
from galeri.reading.checks import check
from galeri.reading.editions import check_editions
from galeri.reading.files import File, Listing, scan
from galeri.reading.folders import Folder, folders
from galeri.reading.fonts import read_fonts
from galeri.reading.photos import PhotoBook
from galeri.reading.privacy_checks import check_settings
from galeri.reading.private import private_values
from galeri.reading.records import Desk, ReadRecord, read_record
from galeri.reading.settings import read_settings
from galeri.reading.text import MAX_BYTES, TextError, decode
from galeri.reading.theme import read_theme
from galeri.reading.typesetting import check_glyphs
from galeri.reading.whole import Whole
from galeri.reading.yaml_tree import YamlError


@dataclass(frozen=True, slots=True)
class Read:
    """All that a gallery's folder holds; `gallery` and `theme` are None where an error forbids to go on.

    `whole` knows where each part of a record is written.
    """

    gallery: Gallery | None
    theme: Theme | None
    private: tuple[PrivateValue, ...]
    problems: tuple[Problem, ...]
    whole: Whole | None = None

    @property
    def strict(self) -> bool:
        """Whether the settings ask that warnings stop a build."""
        return self.gallery is not None and self.gallery.settings.strict


@dataclass(frozen=True, slots=True)
class Content:
    """All records of content/, broken ones too, what none of their outputs may hold, and what is wrong with them."""

    records: Mapping[Ref, ReadRecord]
    private: tuple[PrivateValue, ...]
    problems: tuple[Problem, ...]

    def whole(self) -> list[Record[Any]]:
        """List the records whose facts could be read."""
        return [read.record for read in self.records.values() if read.record]


def read_gallery(root: Path, book: PhotoBook, base_url: str | None = None) -> Read:
    """Read everything in the folder `root`.

    `book` remembers the photos that were looked at before; `base_url` stands in for that of the settings.
    """
    asked = read_settings(root, base_url)
    listing = scan(root, "content")
    problems = [*asked.problems, *listing.problems]
    settings, languages = asked.settings, asked.languages
    if settings is None:
        return Read(None, None, (), _sorted(problems))
    theme, theme_problems = read_theme(root, settings.theme, languages, settings.appearance, asked.places)
    problems += theme_problems
    default = languages[0].tag
    content = read_content(listing, desk(root, listing, book, languages), default, settings.contact)
    problems += content.problems
    whole = Whole(content.records, default, settings.contact)
    problems += check_editions(settings, whole, asked.places)
    problems += check_settings(settings, whole, asked.places)
    if theme:
        problems += check_glyphs(content.records, settings, theme.typesetting)
        problems += check_fonts(settings, theme.book, asked.places)
        theme, wrong = read_fonts(root, settings, theme, asked.places)
        problems += [each for each in wrong if each not in problems]
    gallery = link(settings, languages, content.whole())
    return Read(gallery, theme, content.private, _sorted(problems), whole)


def desk(root: Path, listing: Listing, book: PhotoBook, languages: tuple[Language, ...]) -> Desk:
    """Give what reading the records of the folder `root` needs."""
    return Desk(
        _loader(root),
        lambda file: book.look(root, file),
        lambda file: book.digest(root, file),
        tuple(each.tag for each in languages),
        frozenset(problem.place.path for problem in listing.problems),
    )


def read_content(listing: Listing, desk: Desk, default: str, contact: Contact) -> Content:
    """Read every record among the files of content/, and check them.

    `default` is the default language's tag, and `contact` the council's.
    """
    found, problems = folders(listing.files)
    records: dict[Ref, ReadRecord] = {}
    for folder in found:
        read, wrong = read_record(folder, desk)
        records[read.ref] = read
        problems += wrong
    problems += check(Whole(records, default, contact))
    private = tuple(value for folder in found for value in _private(folder, desk, problems))
    return Content(records, private, tuple(problems))


def _loader(root: Path) -> Callable[[File], bytes]:
    base = str(root)

    def load(file: File) -> bytes:
        try:
            with open(f"{base}/{file.path}", "rb") as opened:  # noqa: PTH123 - thousands of files: Path costs
                return opened.read(MAX_BYTES + 1)
        except OSError as error:
            code, reason = "unreadable-file", error.strerror or str(error)
            raise TextError(code, 0, {"reason": reason}) from None

    return load


def _private(folder: Folder, desk: Desk, problems: list[Problem]) -> list[PrivateValue]:
    if folder.private is None:
        return []
    try:
        return list(private_values(folder.ref, decode(desk.load(folder.private))))
    except (TextError, YamlError) as error:
        column = error.column if isinstance(error, YamlError) else 0
        problems.append(Problem(error.code, Place(folder.private.path, error.line, column), error.values))
        return []


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))
