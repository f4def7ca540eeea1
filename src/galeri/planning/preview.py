"""Gallery + theme → the output at one path, planned when it is asked for: what a whole plan holds at that path."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from galeri.model.gallery import Gallery, with_record
from galeri.model.outputs import FileOutput, Output, PageOutput, StylesheetOutput
from galeri.model.private import PrivateValue
from galeri.model.records import KINDS, Record, Ref
from galeri.model.theme import Theme
from galeri.model.views import BookLink, SiteView
from galeri.planning.addresses import addresses
from galeri.planning.books import published
from galeri.planning.catalogues import book_links
from galeri.planning.data import feed, robots, sitemaps
from galeri.planning.fonts import Fonts, whole_fonts
from galeri.planning.icons import icons
from galeri.planning.index_views import index_views
from galeri.planning.localized import Localized
from galeri.planning.page_views import Tongues
from galeri.planning.pages import missing_page, page_at, pages, record_output, shares_of_no_record
from galeri.planning.photos import Photos
from galeri.planning.publishable import publishable, publishable_record
from galeri.planning.site_views import feed_path, site_view
from galeri.planning.stylesheets import stylesheets

_INDEX = "index.html"
_BY_FOLDER = {kind.folder: kind.name for kind in KINDS.values()}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A gallery, and what of it may be `shown` on the day `today`; the names that are `withheld` no output may hold."""

    gallery: Gallery
    shown: Gallery
    withheld: tuple[PrivateValue, ...]
    today: date
    drafts: bool

    def with_words(self, record: Record[Any]) -> "Chosen | None":
        """Put other words and photos of a record into the gallery; None where more than these has changed."""
        old = self.gallery.get(record.ref)
        gallery = with_record(self.gallery, record)
        if old is None or gallery is None or old.facts != record.facts:
            return None
        may = publishable_record(gallery, record, self.today, drafts=self.drafts)
        shown = with_record(self.shown, may) if may else None
        return replace(self, gallery=gallery, shown=shown) if shown else None


def chosen(gallery: Gallery, today: date, *, drafts: bool) -> Chosen:
    """Choose what may be shown, as a plan does."""
    return Chosen(gallery, *publishable(gallery, today, drafts=drafts), today, drafts)


class Preview:
    """A gallery as it is published on a day, of which one output at a time is planned.

    What it gives is frozen; what it remembers only saves time.
    """

    def __init__(self, chosen: Chosen, theme: Theme) -> None:
        """Show what was chosen of a gallery."""
        shown = chosen.shown
        self.chosen, self.theme = chosen, theme
        self._shown = shown
        self._photos = Photos(shown, theme)
        self._tellers = [Localized(shown, theme, each, self._photos) for each in shown.languages]
        self._tongues = Tongues(
            {each.tag: addresses(theme, each) for each in shown.languages}, shown.languages[0].tag
        )

    @cached_property
    def sites(self) -> Mapping[str, SiteView]:
        """What the pages of each language share."""
        return {
            each.language.tag: site_view(each, icons(each)[0], self._books, self._styles, fonts.first)
            for each, fonts in self._fonts
        }

    @cached_property
    def _books(self) -> tuple[BookLink, ...]:
        return book_links(self._shown, self.theme, {})[0]

    @cached_property
    def _fonts(self) -> list[tuple[Localized, Fonts]]:
        return [(each, whole_fonts(each)) for each in self._tellers]

    @cached_property
    def _styles(self) -> list[StylesheetOutput]:
        return list(stylesheets(self.theme, (face for _, fonts in self._fonts for face in fonts.faces)))

    def output(self, path: str) -> Output | None:
        """Plan the output at a path, or None where there is none."""
        return self._page(path) or self._planned(path) or self._fixed(path)

    def missing(self, path: str) -> PageOutput:
        """Plan what is shown where there is nothing, in the language whose folder `path` would be in."""
        asked = next(each for each in reversed(self._tellers) if path.startswith(each.addresses.prefix))
        return missing_page(asked, self._tongues)

    def pages(self) -> Iterator[PageOutput]:
        """Plan every page of the site."""
        return (page for each in self._tellers for page in pages(each, self._tongues, self._books))

    def _page(self, path: str) -> PageOutput | None:
        if path in {f"{each.addresses.prefix}404.html" for each in self._tellers}:
            return self.missing(path)
        if not path.endswith(_INDEX):
            return None
        address = path.removesuffix(_INDEX)
        # Languages with a folder of their own come first: the default one has none, and begins every path.
        for localized in reversed(self._tellers):
            if address.startswith(localized.addresses.prefix):
                page = page_at(localized, self._tongues, address, self._books)
                if page:
                    return page
        return None

    def _planned(self, path: str) -> Output | None:
        """Find what pages have beside them: pictures, films and tables, which are planned with what shows them."""
        found = self._beside(path)
        if found is None:
            for localized in self._tellers:
                self._plan_beside(localized, path.split("/"))
            found = self._beside(path)
        return found

    def _beside(self, path: str) -> Output | None:
        if path in self._photos.images:
            return self._photos.images[path]
        for each in self._tellers:
            for outputs in (each.shares, each.films, each.tables):
                if path in outputs:
                    return outputs[path]
        return None

    def _plan_beside(self, localized: Localized, parts: list[str]) -> None:
        match parts:
            case ["images", "pages", _, _]:
                shares_of_no_record(localized)
            case ["images", folder, name, _] if folder in _BY_FOLDER:
                self._plan_record(localized, Ref(_BY_FOLDER[folder], name))
            case ["films", name, _]:
                self._plan_record(localized, Ref("product", name))
            case ["static", _] if self._shown.records["product"]:
                next(index_views(localized, "product"))

    def _plan_record(self, localized: Localized, ref: Ref) -> None:
        record = self._shown.get(ref)
        if record:
            localized.card(record)
            record_output(localized, self._tongues, record)

    def _fixed(self, path: str) -> Output | None:
        if path in self._files:
            return self._files[path]
        for each in self._tellers:
            if path == feed_path(each):
                return feed(each)
        if path.startswith("sitemap"):
            made = sitemaps(self._shown.settings.base_url, list(self.pages()))
            return next((each for each in made if each.path == path), None)
        if path.startswith("books/"):
            return next((each for each in published(self._shown, self.theme) if each.path == path), None)
        return None

    @cached_property
    def _files(self) -> Mapping[str, Output]:
        """What every site has, whatever is in it."""
        found: list[Output] = [robots(self._shown.settings.base_url), *self._styles]
        found += (font for _, fonts in self._fonts for font in fonts.outputs)
        found += (FileOutput(each.path, each.source, each.digest) for each in self.theme.static)
        for each in self._tellers:
            found += icons(each)[1].values()
        return {each.path: each for each in found}
