"""The order of printing: read, choose, plan, set. Nothing else knows it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from galeri.making.book_errors import BookFailedError
from galeri.making.books import page_count
from galeri.making.images import codecs
from galeri.model.editions import WHOLE, Edition
from galeri.model.gallery import Gallery
from galeri.model.libraries import libraries
from galeri.model.outputs import BookOutput
from galeri.model.private import PrivateValue
from galeri.model.problem import GaleriError, Place, Problem, Severity
from galeri.model.records import Ref
from galeri.model.theme import Theme
from galeri.options import STATE, refuse_unfit
from galeri.pipeline import today
from galeri.planning.books import book, tongues
from galeri.planning.keys import book_key
from galeri.planning.publishable import publishable
from galeri.publishing.books import MadeBook, Press, deliver
from galeri.publishing.cache import BOOKS
from galeri.publishing.privacy import Guard
from galeri.reading.gallery import read_gallery
from galeri.reading.photos import PhotoBook
from galeri.reading.schema import guess


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What a person may choose about books and other prints.

    `form` is one of FORMS; all but a book leave editions aside. `edition` "" is every edition of galeri.yaml, or
    the whole gallery where there are none; `language` "" is all languages of an edition; `bilingual` are two that one
    book sets side by side, or none; `limits` gives by kind the id of the record whose pieces alone are wanted; `paper`
    is a name or width and height in mm; `marks` asks for crop marks; `output` None is `books/` in the gallery.
    """

    gallery: Path
    edition: str = ""
    language: str = ""
    bilingual: tuple[str, str] | None = None
    limits: Mapping[str, str] | None = None
    paper: str | tuple[float, float] | None = None
    screen: bool = False
    marks: bool = False
    drafts: bool = False
    output: Path | None = None
    form: str = "book"


@dataclass(frozen=True, slots=True)
class PrintReport:
    """How it went: problems, the files that were written, and those that were there already.

    `spines` gives of books whose paper is known the file, how many pages it has, and how wide its spine is, in mm.
    """

    problems: tuple[Problem, ...]
    made: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    spines: tuple[tuple[Path, int, float], ...] = ()

    @property
    def stopped(self) -> bool:
        """Whether an error kept a book from being written."""
        return any(each.severity is Severity.ERROR for each in self.problems)


def print_books(options: PrintOptions) -> PrintReport:
    """Set the books that are asked for; with an error none is written.

    Raises GaleriError where something is asked for that the gallery does not have, or the disk refuses.
    """
    root = options.gallery.resolve()
    folder = options.output or root / "books"
    refuse_unfit(root, folder.resolve())
    remembered = PhotoBook(root / STATE / "cache" / "photos.json")
    read = read_gallery(root, remembered)
    remembered.save()
    if read.gallery is None or read.theme is None or PrintReport(read.problems).stopped:
        return PrintReport(read.problems)
    shown, withheld = publishable(read.gallery, today(), drafts=options.drafts)
    guarded = (*read.private, *withheld)
    press = Press(root, read.theme, Guard(guarded), root / STATE / "cache" / BOOKS)
    _must_be_shown(read.gallery, shown, options.limits or {})
    planned = list(_planned(shown, read.theme, options))
    try:
        return _set(planned, read.theme, press, guarded, read.problems, folder)
    except OSError as error:
        message = "{reason}: “{path}”"
        raise GaleriError(
            message, reason=error.strerror or str(error), path=str(error.filename or root)
        ) from error


def _set(
    planned: list[BookOutput],
    theme: Theme,
    press: Press,
    guarded: tuple[PrivateValue, ...],
    problems: tuple[Problem, ...],
    folder: Path,
) -> PrintReport:
    found = list(problems)
    books: list[tuple[Path, BookOutput, MadeBook]] = []
    for output in planned:
        key = book_key(output, theme, codecs(), guarded, libraries())
        try:
            made = press.book(output, key)
        except BookFailedError as error:
            found += error.problems
        else:
            found += made.problems
            books.append((folder / Path(output.path).name, output, made))
    told = tuple(sorted(_distinct(found), key=lambda each: each.sort_key))
    if PrintReport(told).stopped:
        return PrintReport(told)
    written = {path: deliver(made, path) for path, _, made in books}
    spines = [(path, page_count(made.file), each.paper.leaf) for path, each, made in books if each.paper.leaf]
    return PrintReport(
        told,
        tuple(path for path, new in written.items() if new),
        tuple(path for path, new in written.items() if not new),
        tuple((path, pages, pages / 2 * leaf) for path, pages, leaf in spines),
    )


def _distinct(problems: list[Problem]) -> list[Problem]:
    """Tell once of what several books have in common."""
    first: dict[tuple[str, Place], Problem] = {}
    for each in problems:
        first.setdefault((each.code, each.place), each)
    return list(first.values())


def _planned(gallery: Gallery, theme: Theme, options: PrintOptions) -> Iterator[BookOutput]:
    for name, edition in _editions(gallery, options):
        for languages in tongues(gallery, _in_languages(gallery, edition, options)):
            planned = book(gallery, theme, languages, name, edition, form=options.form, screen=options.screen)
            if planned.template not in {file for file, _, _ in theme.book.files}:
                message = "the theme “{name}” has no template for this (catalogue/{file})"
                raise GaleriError(message, name=gallery.settings.theme, file=planned.template)
            if options.form != "book" and not planned.view.chapters and not edition.artisan:
                message = "there is nothing to print: none of these pieces is shown in the gallery"
                raise GaleriError(message)
            yield planned


def _editions(gallery: Gallery, options: PrintOptions) -> Iterator[tuple[str, Edition]]:
    """Give the editions that are asked for by name, limited and on the paper that is asked for."""
    editions = gallery.settings.editions or {WHOLE: Edition()}
    limits = options.limits or {}
    changes: dict[str, object] = dict(limits)
    if options.marks:
        changes["crop_marks"] = True
    if options.form != "book":
        if options.edition or options.paper or options.bilingual:
            message = "only a book has editions, other paper and two languages side by side"
            raise GaleriError(message)
        name = "-".join([options.form, *(f"{kind}-{name}" for kind, name in limits.items())])
        yield name, Edition().model_copy(update=changes)
        return
    if options.edition not in {"", *editions} and not gallery.settings.editions:
        message = "galeri.yaml names no editions yet, so none is called “{name}”"
        raise GaleriError(message, name=options.edition)
    if options.edition not in {"", *editions}:
        message = "galeri.yaml names no edition “{name}”; there is: {names}"
        raise GaleriError(message, name=options.edition, names=", ".join(editions))
    ending = "".join(f"-{name}" for name in limits.values())
    if options.paper:
        changes["paper"] = options.paper
    for name, edition in editions.items():
        if options.edition in {"", name}:
            yield name + ending, edition.model_copy(update=changes)


def _must_be_shown(gallery: Gallery, shown: Gallery, limits: Mapping[str, str]) -> None:
    """Make sure that the records that are asked for are there, and may be shown."""
    for kind, name in limits.items():
        if gallery.get(Ref(kind, name)) is None:
            near = guess(name, shown.records[kind])
            if near:
                message = "no {kind} is called “{name}”; did you mean “{guess}”?"
                raise GaleriError(message, kind=kind, name=name, guess=near["guess"])
            message = "no {kind} is called “{name}”"
            raise GaleriError(message, kind=kind, name=name)
        if shown.get(Ref(kind, name)) is None and kind == "product":
            message = "“{name}” is not approved yet; --drafts prints it, too"
            raise GaleriError(message, name=name)
        if shown.get(Ref(kind, name)) is None:
            message = "“{name}” may not be shown: consent is lacking, or has ended"
            raise GaleriError(message, name=name)


def _in_languages(gallery: Gallery, edition: Edition, options: PrintOptions) -> Edition:
    """Give an edition the languages that are asked for."""
    known = [each.tag for each in gallery.languages]
    for tag in (options.language, *(options.bilingual or ())):
        if tag and tag not in known:
            message = "the gallery has no language “{name}”; it has: {names}"
            raise GaleriError(message, name=tag, names=", ".join(known))
    if options.bilingual and options.language:
        message = "a book is in one language or sets two side by side: ask for either"
        raise GaleriError(message)
    if options.bilingual:
        return edition.model_copy(update={"bilingual": options.bilingual})
    if options.language:
        return edition.model_copy(update={"languages": (options.language,), "bilingual": None})
    return edition
