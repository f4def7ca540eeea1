"""Gallery + theme → the plan of the whole site. Nothing here opens a file."""

from datetime import date

from galeri.model.gallery import Gallery
from galeri.model.outputs import FileOutput, Output, Plan
from galeri.model.private import PrivateValue
from galeri.model.theme import Theme
from galeri.planning.addresses import addresses
from galeri.planning.books import book_links, published
from galeri.planning.data import feed, robots, sitemaps
from galeri.planning.fonts import fonts
from galeri.planning.icons import icons
from galeri.planning.keys import keys
from galeri.planning.localized import Localized
from galeri.planning.page_views import Tongues
from galeri.planning.pages import pages
from galeri.planning.photos import Photos
from galeri.planning.publishable import publishable
from galeri.planning.search import search_index
from galeri.planning.site_views import site_view
from galeri.planning.stylesheets import stylesheets


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
) -> tuple[Plan, tuple[PrivateValue, ...]]:
    """Plan every output of what may be published on the day `today`; give also all that no output may hold.

    That is the `private` values, and the names of those who may not be shown. `codecs` and `libraries` name the
    versions of what makes images and pages. For a `release`, images are encoded more finely.
    """
    shown, withheld = publishable(gallery, today, drafts=drafts)
    tongues = Tongues({each.tag: addresses(theme, each) for each in shown.languages}, shown.languages[0].tag)
    photos = Photos(shown, theme, release=release)
    tellers = [Localized(shown, theme, language, photos) for language in shown.languages]
    made = [page for localized in tellers for page in pages(localized, tongues)]
    outputs: dict[str, Output] = {page.path: page for page in made}
    outputs |= photos.images
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
    links = book_links(shown, theme)
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
