"""The catalogues that a site offers: the links to them, and the page that lists them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from galeri.model.editions import Edition
from galeri.model.facts_shared import Photo
from galeri.model.gallery import Gallery
from galeri.model.licences import licence_url
from galeri.model.outputs import BookFile, ImageOutput, PageOutput, Rights
from galeri.model.records import PhotoFile, RecordPhoto
from galeri.model.theme import CATALOGUES_TEMPLATE, Theme
from galeri.model.views import BookLink, CataloguesView, Link, Picture, SharePicture
from galeri.model.words import Language
from galeri.planning.addresses import file_of
from galeri.planning.books import book_day, book_path, offered
from galeri.planning.localized import Localized
from galeri.planning.page_views import Subject, Tongues, page_view
from galeri.planning.photos import Photos
from galeri.planning.pictures import derivatives, sources
from galeri.planning.selection import selected
from galeri.planning.shares import page_share
from galeri.planning.site_views import said_in

FOLDER = "images/books"
"""Where the pictures of covers are."""


def book_links(
    gallery: Gallery, theme: Theme, files: Mapping[str, BookFile], *, release: bool = False
) -> tuple[tuple[BookLink, ...], dict[str, ImageOutput]]:
    """Give the links to the books that are offered on the site, and the pictures of their covers by path.

    No book is planned for it; `files` tells by path of those that are set.
    """
    photos = Photos(gallery, theme)
    links: list[BookLink] = []
    images: dict[str, ImageOutput] = {}
    for languages, name, edition in offered(gallery, theme):
        teller = Localized(gallery, theme, languages[0], photos)
        path = book_path(name, languages, screen=True)
        file = files.get(path, BookFile(0, 0))
        link = _link(teller, path, edition, languages, file)
        if file.cover:
            cover, made = _cover(teller, file.cover, link.title, release=release)
            link = replace(link, cover=cover)
            images |= {each.path: each for each in made}
        links.append(link)
    return tuple(links), images


def catalogues_page(localized: Localized, tongues: Tongues, books: Iterable[BookLink]) -> PageOutput | None:
    """Plan the page that lists the catalogues of all languages; None where there are none, or no template for it."""
    tag, names = localized.language.tag, localized.theme.names[localized.language.tag]
    listed = tuple(sorted(books, key=lambda book: tag not in {book.language, book.beside}))
    if not listed or not localized.theme.offering:
        return None
    own = Link(localized.addresses.catalogues(), names["catalogues"])
    trail = (Link(localized.addresses.home(), names["home"]), own)
    subject = Subject(title=own.text, trail=trail, share=catalogues_share(localized))
    page = page_view(localized, tongues, lambda addresses: addresses.catalogues(), subject)
    return PageOutput(file_of(page.path), CATALOGUES_TEMPLATE, tag, page, CataloguesView(listed))


def catalogues_share(localized: Localized) -> SharePicture | None:
    """Give the picture that stands for the page of the catalogues where it is shared, where there is that page."""
    theme = localized.theme
    if not theme.offering or not any(offered(localized.gallery, theme)):
        return None
    return page_share(localized, "catalogues", theme.names[localized.language.tag]["catalogues"])


def _link(
    teller: Localized, path: str, edition: Edition, languages: Sequence[Language], file: BookFile
) -> BookLink:
    tag = teller.language.tag
    title, title_tag = said_in(teller, edition.title or teller.gallery.settings.title, tag)
    subtitle, subtitle_tag = said_in(teller, edition.subtitle, tag)
    number, number_tag = said_in(teller, edition.edition, tag)
    return BookLink(
        path=path,
        title=title,
        title_lang=title_tag,
        subtitle=subtitle,
        subtitle_lang=subtitle_tag,
        edition=number,
        edition_lang=number_tag,
        language=tag,
        beside=languages[1].tag if len(languages) > 1 else "",
        date=book_day(selected(teller.gallery, edition), edition),
        size=file.size,
        pages=file.pages,
        cover=None,
    )


def _cover(
    teller: Localized, file: PhotoFile, title: str, *, release: bool
) -> tuple[Picture, list[ImageOutput]]:
    """Plan a cover in the widths of cards, whole; its words are those beside it, so it is told to nobody twice."""
    settings = teller.gallery.settings
    recipe = teller.theme.settings.images["card"].model_copy(update={"ratio": None})
    rights = Rights(
        title=title,
        terms=settings.licence,
        licence=licence_url(settings.licence),
        licensor=settings.publisher,
        site=settings.contact.website or "",
    )
    made = derivatives(RecordPhoto(Photo(file="cover.png"), file), recipe, FOLDER, rights, fine=release)
    widest = max(made, key=lambda output: output.width)
    picture = Picture(
        sources=sources(made),
        sizes=recipe.sizes,
        width=widest.width,
        height=widest.height,
        alt="",
        caption="",
        lang="",
        credit="",
        licence=settings.licence,
        placeholder=widest.placeholder,
    )
    return picture, made
