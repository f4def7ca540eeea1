"""Gallery + theme → the plan of the whole site. Nothing here opens a file."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from galeri.model.gallery import Gallery
from galeri.model.outputs import BookFile, BookOutput, FileOutput, Output, Plan
from galeri.model.private import PrivateValue
from galeri.model.theme import Theme
from galeri.planning.addresses import addresses
from galeri.planning.books import published
from galeri.planning.catalogues import book_links
from galeri.planning.data import feed, robots, sitemaps
from galeri.planning.fonts import fonts
from galeri.planning.icons import icons
from galeri.planning.keys import book_key, keys
from galeri.planning.localized import Localized
from galeri.planning.page_views import Tongues
from galeri.planning.pages import pages
from galeri.planning.photos import Photos
from galeri.planning.publishable import publishable
from galeri.planning.search import search_index
from galeri.planning.site_views import site_view
from galeri.planning.stylesheets import stylesheets


def downloads(
    gallery: Gallery,
    theme: Theme,
    today: date,
    codecs: str,
    private: tuple[PrivateValue, ...] = (),
    *,
    drafts: bool = False,
    libraries: str = "",
) -> tuple[tuple[tuple[BookOutput, str], ...], tuple[PrivateValue, ...]]:
    """Plan the books that a plan will hold, each with its key; give also all that no output may hold.

    They are set before the site is planned, since its pages tell how large they are.
    """
    if not any(each.publish for each in gallery.settings.editions.values()):
        return (), private
    shown, withheld = publishable(gallery, today, drafts=drafts)
    guarded = (*private, *withheld)
    planned = published(shown, theme)
    return tuple((each, book_key(each, theme, codecs, guarded, libraries)) for each in planned), guarded


def plan(  # noqa: PLR0913 - a gallery, a day, what a person chose, and what it is made with
    gallery: Gallery,
    theme: Theme,
    today: date,
    codecs: str,
    private: tuple[PrivateValue, ...] = (),
    *,
    drafts: bool = False,
    release: bool = False,
    libraries: str = "",
    books: Mapping[str, BookFile] = MappingProxyType({}),
) -> tuple[Plan, tuple[PrivateValue, ...]]:
    """Plan every output of what may be published on the day `today`; give also all that no output may hold.

    That is the `private` values, and the names of those who may not be shown. `codecs` and `libraries` name the
    versions of what makes images and pages. For a `release`, images are encoded more finely. `books` tells by path of
    the books to download that are set.
    """
    shown, withheld = publishable(gallery, today, drafts=drafts)
    tongues = Tongues({each.tag: addresses(theme, each) for each in shown.languages}, shown.languages[0].tag)
    photos = Photos(shown, theme, release=release)
    tellers = [Localized(shown, theme, language, photos) for language in shown.languages]
    links, covers = book_links(shown, theme, books, release=release)
    made = [page for localized in tellers for page in pages(localized, tongues, links)]
    outputs: dict[str, Output] = {page.path: page for page in made}
    outputs |= photos.images | covers
    for localized in tellers:
        outputs |= localized.shares
        outputs |= localized.films
        outputs |= localized.tables
        each = feed(localized)
        outputs[each.path] = each
    base_url = shown.settings.base_url
    outputs |= {each.path: each for each in (*sitemaps(base_url, made), robots(base_url))}
    outputs |= {file.path: FileOutput(file.path, file.source, file.digest) for file in theme.static}
    sets = {
        each.language.tag: fonts(each, (p for p in made if p.language == each.language.tag))
        for each in tellers
    }
    styles = list(stylesheets(theme, (face for each in sets.values() for face in each.faces)))
    outputs |= {each.path: each for each in styles}
    outputs |= {font.path: font for each in sets.values() for font in each.outputs}
    outputs |= {each.path: each for each in published(shown, theme)}
    sites = {}
    for localized in tellers:
        view, files = icons(localized)
        outputs |= files
        sites[localized.language.tag] = site_view(
            localized, view, links, styles, sets[localized.language.tag].first
        )
    guarded = (*private, *withheld)
    made_of = keys(outputs, sites, theme, codecs, guarded, libraries)
    search = search_index(made, made_of) if theme.searchable else None
    return Plan(outputs, sites, made_of, search), guarded
