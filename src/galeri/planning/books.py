"""Gallery + theme + edition → the printed catalogue, in one language."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from galeri.model.book_views import BookProduct, BookView, RoleView
from galeri.model.editions import WHOLE, Edition, subject
from galeri.model.forms import BILINGUAL, FORMS, Form
from galeri.model.gallery import Gallery
from galeri.model.outputs import BookOutput, Paper
from galeri.model.records import Record, Ref
from galeri.model.theme import Theme
from galeri.model.views import ArticleView, Picture
from galeri.model.words import Language
from galeri.planning.addresses import url
from galeri.planning.book_parts import chapters, chapters_like, indexes
from galeri.planning.localized import Localized
from galeri.planning.maps import gallery_map
from galeri.planning.other_views import article_view, artisan_view, topic_view, venue_view
from galeri.planning.photos import Prints
from galeri.planning.product_views import product_view
from galeri.planning.selection import selected
from galeri.planning.site_views import language_view, said_in

_UNDATED = date(2000, 1, 1)


def book(
    gallery: Gallery,
    theme: Theme,
    languages: Sequence[Language],
    name: str,
    edition: Edition,
    *,
    form: str = "book",
    screen: bool = False,
) -> BookOutput:
    """Plan the print of an edition called `name`, in a form, and in one language or in two side by side.

    `screen` asks for the smaller one without bleed.
    """
    chosen = selected(gallery, edition)
    prints = Prints(chosen, theme)
    tellers = [Localized(chosen, theme, language, prints) for language in languages]
    views: list[BookView] = []
    for printed in tellers:
        views.append(_view(printed, edition, views[0] if views else None))
    return BookOutput(
        path=book_path(name, languages, screen=screen),
        template=BILINGUAL if len(views) > 1 else FORMS[form].template,
        view=views[0],
        photos=tuple(prints.photos[each] for each in sorted(prints.photos)),
        paper=_paper(FORMS[form], edition, screen=screen),
        beside=views[1] if len(views) > 1 else None,
        fonts=gallery.settings.print_fonts,
    )


def tongues(gallery: Gallery, edition: Edition) -> list[tuple[Language, ...]]:
    """Give the languages of each of an edition's books."""
    known = {each.tag: each for each in gallery.languages}
    if edition.bilingual:
        return [tuple(known[tag] for tag in edition.bilingual)]
    return [(known[tag],) for tag in edition.languages or known]


def _paper(form: Form, edition: Edition, *, screen: bool) -> Paper:
    width, height = form.size or edition.size
    if screen:
        return Paper(width, height, bleed=0, ppi=110, quality=65, screen=True)
    return Paper(
        width,
        height,
        bleed=form.bleed if form.size else edition.bleed,
        ppi=300,
        quality=90,
        screen=False,
        marks=edition.crop_marks,
        multiple=4 if edition.multiple_of_four else 2,
        leaf=edition.leaf or 0,
    )


def published(gallery: Gallery, theme: Theme) -> Iterator[BookOutput]:
    """Plan the books that are offered on the site: for screens, in each language of their editions."""
    for languages, name, edition in offered(gallery, theme):
        yield book(gallery, theme, languages, name, edition, screen=True)


def offered(gallery: Gallery, theme: Theme) -> Iterator[tuple[tuple[Language, ...], str, Edition]]:
    """Give the languages, name and edition of each book that is offered on the site."""
    for name, edition in gallery.settings.editions.items():
        if edition.publish and theme.book.files:
            yield from ((languages, name, edition) for languages in tongues(gallery, edition))


def book_path(name: str, languages: Sequence[Language], *, screen: bool) -> str:
    """Give the output path of an edition's book."""
    return f"books/{name}-{'-'.join(each.tag for each in languages)}{'-screen' if screen else ''}.pdf"


def every_book(gallery: Gallery, theme: Theme) -> Iterator[BookOutput]:
    """Plan all that `galeri pdf` sets of the editions, for the press and for screens, where nothing else is asked."""
    for name, edition in (gallery.settings.editions or {WHOLE: Edition()}).items():
        for languages in tongues(gallery, edition):
            for screen in (False, True):
                yield book(gallery, theme, languages, name, edition, screen=screen)


def _view(printed: Localized, edition: Edition, other: BookView | None = None) -> BookView:
    """Gather what a book tells in one language; beside an `other` one in that one's order."""
    settings, records = printed.gallery.settings, printed.gallery.records

    def said(texts: dict[str, str]) -> str:
        return said_in(printed, texts, printed.language.tag)[0]

    listed = _pieces(printed)
    parts = tuple(
        chapters_like(printed, other.chapters, listed) if other else chapters(printed, edition, listed)
    )
    pieces = [each for part in parts for each in part.products]
    limit = subject(edition)
    about = Ref(*limit) if limit else None
    day = book_day(printed.gallery, edition)
    return BookView(
        title=said(edition.title or settings.title),
        subtitle=said(edition.subtitle),
        edition=said(edition.edition),
        isbn=edition.isbn,
        date=day,
        year=day.year,
        publisher=settings.publisher,
        licence=settings.licence,
        home=url(settings.base_url, printed.addresses.home()),
        subject=f"{about.kind}:{about.id}" if about else "",
        url=url(settings.base_url, printed.addresses.record(about) if about else printed.addresses.home()),
        contact=settings.contact,
        language=language_view(printed.language),
        interface=printed.foreign(printed.theme.interface[printed.language.tag]),
        cover=_cover(printed, edition, pieces),
        foreword=_article(printed, edition.foreword),
        signed=edition.signed,
        colophon=_article(printed, edition.colophon),
        roles=tuple(RoleView(said(each.role), each.names) for each in edition.roles),
        chapters=parts,
        artisans=tuple(artisan_view(printed, each) for each in _listed(printed, "artisan", about)),
        techniques=tuple(topic_view(printed, each) for each in _listed(printed, "technique")),
        materials=tuple(topic_view(printed, each) for each in _listed(printed, "material")),
        motifs=tuple(topic_view(printed, each) for each in _listed(printed, "motif")),
        venues=tuple(venue_view(printed, each) for each in printed.by_title(records["venue"].values())),
        indexes=tuple(indexes(printed, pieces)),
        map=gallery_map(printed),
        price_list=edition.price_list,
        paths={
            f"{each.ref.kind}:{each.id}": printed.addresses.record(each.ref)
            for kind in records.values()
            for each in kind.values()
        },
    )


def _pieces(printed: Localized) -> list[BookProduct]:
    """Give every piece in alphabetical order; it gets its number when the chapters are in order."""
    base_url = printed.gallery.settings.base_url
    return [
        BookProduct(product_view(printed, each), url(base_url, printed.addresses.record(each.ref)), 0)
        for each in printed.by_title(printed.gallery.records["product"].values())
    ]


def _listed(printed: Localized, kind: str, about: Ref | None = None) -> list[Record[Any]]:
    """List records of a kind that some piece of the book names, or that it is about, in alphabetical order."""
    records = printed.gallery.records[kind].values()
    return printed.by_title(
        each for each in records if each.ref == about or printed.products_naming(each.ref)
    )


def _cover(printed: Localized, edition: Edition, pieces: Iterable[BookProduct]) -> Picture | None:
    record = printed.gallery.get(Ref("product", edition.cover or ""))
    if record and record.photos:
        return printed.picture(record, record.photos[0], "page")
    return next((each.view.record.pictures[0] for each in pieces if each.view.record.pictures), None)


def _article(printed: Localized, name: str | None) -> ArticleView | None:
    record = printed.gallery.get(Ref("article", name or ""))
    return article_view(printed, record) if record else None


def book_day(chosen: Gallery, edition: Edition) -> date:
    """Say how a book is dated: by its edition, else by the newest day on which a `chosen` record or price came."""
    found = []
    for each in (record.facts for kind in chosen.records.values() for record in kind.values()):
        price = getattr(each, "price", None)
        found += [each.added, getattr(price, "as_of", None)]
    return edition.date or max((day for day in found if day), default=_UNDATED)
