"""Views: everything that a page's template may see, and nothing else.

They hold values (numbers, dates, Markdown), not formatted text: templates format them in the page's language.
Paths are those of the site, without a leading slash; a template puts `page.root` in front, so links are relative.
Wherever text may be in another language than its page, its `lang` says which; it is "" when they agree.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from galeri.model.facts import Dimensions, Hours, RegionCodes
from galeri.model.facts_shared import Certification, Contact, Export, Heritage, Price, Verified
from galeri.model.values import Quantity


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site, and the text to show for it."""

    path: str
    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One format of a picture: its media type and the files by width (pixels), narrow to wide."""

    type: str
    files: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What of a photo stands in its place until it is there: the file by path and digest, and the part of it in pixels.

    The function `placeholder` makes an address of it, which a page holds.
    """

    source: str
    digest: str
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as a page shows it: `width` and `height` (pixels) are of the widest file, and give the ratio.

    `large` is the path of the file in which it can be looked at closely, "" where it is shown too small for that.
    """

    sources: tuple[Source, ...]
    sizes: str
    width: int
    height: int
    alt: str
    caption: str
    lang: str
    credit: str
    licence: str
    placeholder: Placeholder
    large: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A record as other pages show it; `type` is what its facts call it: person, textile, regency, exhibition.

    `picture` is its first photo; a collection, a region, a technique or a material that has none borrows
    that of its first piece.
    """

    kind: str
    type: str
    path: str
    title: str
    lang: str
    summary: str
    picture: Picture | None
    makers: tuple[Link, ...]
    region: Link | None


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story in Markdown, with what its links and photos lead to.

    `links` maps `kind:id` to a page; `pictures` maps a photo's file name to the picture.
    """

    markdown: str
    links: tuple[tuple[str, Link], ...]
    pictures: tuple[tuple[str, Picture], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of how a piece is made."""

    title: str
    text: str
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class RecordView:
    """What every record's page shows. `lang` is of the record's own words.

    `pictures` are the first photo and those others that the page shows nowhere else (in the story, beside a step
    of the process, as a portrait). `thumbnail` is the path of a small one, "" where there is none.
    """

    kind: str
    id: str
    title: str
    lang: str
    summary: str
    story: StoryView
    pictures: tuple[Picture, ...]
    thumbnail: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """A sentence that a maker said, with the maker's card; `lang` is of the sentence."""

    maker: Card
    quote: str
    lang: str


@dataclass(frozen=True, slots=True)
class VideoView:
    """A film: its file's path on the site, or the full address where it is to be seen; one of them is ""."""

    path: str
    link: str
    poster: Picture | None


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a piece is on display, and since when."""

    venue: Link
    since: date | None


@dataclass(frozen=True, slots=True)
class OrderLinks:
    """Ways to order a piece: web addresses; WhatsApp as the number in international form."""

    whatsapp: str
    tokopedia: str
    shopee: str
    website: str


@dataclass(frozen=True, slots=True)
class ProductView:
    """The page of a piece."""

    record: RecordView
    philosophy: str
    care: str
    process: tuple[Step, ...]
    claims: str
    makers: tuple[Card, ...]
    voices: tuple[Voice, ...]
    region: tuple[Link, ...]
    made_in: Link | None
    designed_in: Link | None
    techniques: tuple[Link, ...]
    materials: tuple[Link, ...]
    motifs: tuple[Card, ...]
    craft: str
    dimensions: Dimensions
    weight: Quantity | None
    shelf_life: Quantity | None
    halal: Literal[False] | None
    year: int | None
    edition: str
    limited: int
    price: Price | None
    ask: bool
    order: OrderLinks
    export: Export
    certifications: tuple[Certification, ...]
    heritage: tuple[Heritage, ...]
    seen: tuple[Seen, ...]
    collections: tuple[Link, ...]
    video: VideoView | None
    related: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ArtisanView:
    """The page of a maker. `links` and `contact` are empty without consent."""

    record: RecordView
    maker: str
    quote: str
    portrait: Picture | None
    region: tuple[Link, ...]
    place: str
    techniques: tuple[Link, ...]
    since: int | None
    level: str
    succession: str
    trained: int | None
    programmes: tuple[str, ...]
    languages: tuple[str, ...]
    links: tuple[str, ...]
    contact: Contact
    verified: Verified | None
    products: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class MapDot:
    """A region on a map: its page's path, its place in dots from the left and the top, whether it is meant here."""

    path: str
    x: float
    y: float
    here: bool


@dataclass(frozen=True, slots=True)
class MapView:
    """A map of dots, north up: its size and all places on it are counted in dots of land.

    `land` gives rows of neighbouring dots: the column and the row of the first one, from 0, and how many there are.
    `mark` is the place of the region that the map is about, which bears its name, and a ring where it is `ringed`: one
    that stands for regions below it has none.
    """

    width: int
    height: int
    land: tuple[tuple[int, int, int], ...]
    dots: tuple[MapDot, ...]
    mark: tuple[float, float] | None
    ringed: bool


@dataclass(frozen=True, slots=True)
class RegionView:
    """The page of a region: what is in it, the regions below it included."""

    record: RecordView
    level: str
    trail: tuple[Link, ...]
    codes: RegionCodes
    position: tuple[float, float] | None
    island: bool
    regions: tuple[Card, ...]
    artisans: tuple[Card, ...]
    techniques: tuple[Link, ...]
    products: tuple[Card, ...]
    venues: tuple[Card, ...]
    map: MapView | None


@dataclass(frozen=True, slots=True)
class TopicView:
    """The page of a technique, a material or a motif."""

    record: RecordView
    same_as: tuple[str, ...]
    regions: tuple[Link, ...]
    artisans: tuple[Card, ...]
    products: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A piece on a curated walk, with the curator's words before it."""

    note: str
    card: Card


@dataclass(frozen=True, slots=True)
class CollectionView:
    """The page of a curated selection."""

    record: RecordView
    collection: str
    venue: Card | None
    opens: date | None
    closes: date | None
    curators: tuple[str, ...]
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class VenueView:
    """The page of a venue."""

    record: RecordView
    venue: str
    region: tuple[Link, ...]
    address: str
    position: tuple[float, float] | None
    hours: tuple[Hours, ...]
    contact: Contact
    directions: str
    products: tuple[Card, ...]
    collections: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """The page of an article."""

    record: RecordView
    article: str
    authors: tuple[str, ...]
    published: date | None
    products: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a visitor may choose in a facet, and how many pieces have it.

    `key` is unique in its facet; `text` is the title of the record that it stands for, "" where a theme has its own
    words for the key. `least` and `most` bound a choice of prices; the first or the last has one of them.
    """

    key: str
    count: int
    text: str = ""
    lang: str = ""
    least: Price | None = None
    most: Price | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """One of the ways in which pieces differ: technique, material, motif, region, craft, price, certified, shown."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards that stand together under the card of what they belong to: a province and its regencies and cities."""

    head: Card
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """A page of the index of a kind. `number` counts from 1; `pages` are all the index's pages.

    `groups` hold the same cards under their provinces, in the index of regions alone. `facets` are what pieces can be
    chosen by, and `table` is the path of the file that tells which piece has what. `map` shows all regions, on the
    first page of their index.
    """

    kind: str
    cards: tuple[Card, ...]
    total: int
    number: int
    pages: tuple[str, ...]
    groups: tuple[CardGroup, ...] = ()
    facets: tuple[Facet, ...] = ()
    table: str = ""
    map: MapView | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A piece whose philosophy is told on the first page, in the page's own language, beside its photo."""

    card: Card
    picture: Picture
    philosophy: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page: `totals` says how many records of each kind there are.

    `cover` is the whole photo of the first of the featured pieces that has one, and `covered` that piece.
    """

    featured: Card | None
    featured_products: tuple[Card, ...]
    cover: Picture | None
    covered: Card | None
    told: Told | None
    newest: tuple[Card, ...]
    regions: tuple[Card, ...]
    map: MapView | None
    techniques: tuple[Card, ...]
    materials: tuple[Card, ...]
    motifs: tuple[Card, ...]
    articles: tuple[Card, ...]
    totals: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class LanguageView:
    """A language as templates need it: the lists of a page's language and of the switcher."""

    tag: str
    locale: str
    direction: str
    name: str


@dataclass(frozen=True, slots=True)
class MissingPart:
    """What the page for an address that is not there says in one language: where all that it has begins."""

    language: LanguageView
    home: Link
    search: Link | None


@dataclass(frozen=True, slots=True)
class MissingView:
    """The page for an address that is not there. Most hosts have one for all: it speaks every language, its own first.

    A language that the theme has no sentences in has no part, unless the page is its own.
    """

    parts: tuple[MissingPart, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page. `total` is how many pages it searches: those that have words in this language.

    `engine` is the path of Pagefind's module, beside which the index lies.
    """

    total: int
    engine: str


@dataclass(frozen=True, slots=True)
class BookLink:
    """A catalogue to download: its file's path, its title and subtitle, which edition it is, the day it is dated.

    `language` is the tag of its language, and `beside` that of the one that it sets beside this, or ""; title, subtitle
    and edition have the tags of those that they are in, as they may lack words in the book's own. `size` is that of the
    file, in bytes, and `pages` how many it has; `cover` is its first page: 0 and None while it is not set.
    """

    path: str
    title: str
    title_lang: str
    subtitle: str
    subtitle_lang: str
    edition: str
    edition_lang: str
    language: str
    beside: str
    date: date
    size: int
    pages: int
    cover: Picture | None


@dataclass(frozen=True, slots=True)
class CataloguesView:
    """The page of the catalogues to download: those in the page's own language come first."""

    books: tuple[BookLink, ...]


View = (
    ProductView
    | ArtisanView
    | RegionView
    | TopicView
    | CollectionView
    | VenueView
    | ArticleView
    | IndexView
    | HomeView
    | MissingView
    | SearchView
    | CataloguesView
)


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language: its tag and full address. `hreflang` may be `x-default`."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True)
class Switch:
    """An entry of the language switcher: the same record, whether or not it is translated."""

    tag: str
    path: str
    translated: bool


@dataclass(frozen=True, slots=True)
class SharePicture:
    """The picture shown when a page is shared: full address, size in pixels, alternative text."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class PageView:
    """What every page knows of itself.

    `root` leads from the page to the site's root (`../../`); `canonical` is a full address, of the original where
    this page falls back; `fallback` is the tag of the language whose words are shown in place of missing ones.
    """

    path: str
    root: str
    title: str
    description: str
    canonical: str
    alternates: tuple[Alternate, ...]
    switches: tuple[Switch, ...]
    trail: tuple[Link, ...]
    fallback: str
    share: SharePicture | None
    robots: str


@dataclass(frozen=True, slots=True)
class IconsView:
    """The site's icons, as paths: for browsers (`ico`, and `svg` or ""), for telephones, and the manifest."""

    ico: str
    svg: str
    touch: str
    manifest: str


@dataclass(frozen=True, slots=True)
class SiteView:
    """What all pages of one language share.

    `indexes` leads by kind to the index of each kind that has records, `menu` to the articles that asked for a
    place there, `search` to the search page; `interface` is the language of the theme's own sentences where it has
    none in the page's language; `static` maps the theme's static files to their published paths, and `appearance`
    each of its settings to the value that the gallery chose; `icons` is None where neither gallery nor theme has one;
    `books` are the catalogues that the gallery publishes, in all languages, and `catalogues` leads to the page that
    lists them, if there are any; `fonts` are the paths of those fonts of its own that every page needs at once.
    """

    title: str
    title_lang: str
    description: str
    description_lang: str
    interface: str
    colour: str
    base_url: str
    publisher: str
    licence: str
    contact: Contact
    language: LanguageView
    languages: tuple[LanguageView, ...]
    home: Link
    menu: tuple[Link, ...]
    indexes: tuple[tuple[str, Link], ...]
    feed: str
    search: Link | None
    static: tuple[tuple[str, str], ...]
    appearance: Mapping[str, str | int | bool | tuple[str, ...]]
    icons: IconsView | None
    books: tuple[BookLink, ...]
    catalogues: Link | None = None
    fonts: tuple[str, ...] = ()
