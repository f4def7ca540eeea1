"""What every page knows of itself: address, languages, trail, and how it is shared."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from galeri.model.records import Record
from galeri.model.views import Alternate, Link, PageView, SharePicture, Switch
from galeri.planning.addresses import Addresses, root_from, url
from galeri.planning.localized import Localized
from galeri.planning.shares import record_share

PathOf = Callable[[Addresses], str]
"""Finds the same page's path among the addresses of any language."""


@dataclass(frozen=True, slots=True)
class Tongues:
    """Every language of the site with its addresses, by tag, the default one first."""

    by_tag: Mapping[str, Addresses]
    default: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page is about. `tags` are the languages that tell it in their own words, None for all.

    `fallback` is the tag of the language whose words stand in for missing ones.
    """

    title: str = ""
    description: str = ""
    trail: tuple[Link, ...] = ()
    tags: tuple[str, ...] | None = None
    fallback: str = ""
    share: SharePicture | None = None


def record_page(localized: Localized, tongues: Tongues, record: Record[Any]) -> PageView:
    """Describe the page of a record: it belongs to the languages in which the record has words."""
    telling, tag = localized.telling(record)
    names = localized.theme.names[localized.language.tag]
    kind = record.ref.kind
    subject = Subject(
        title=telling.words.title,
        description=telling.words.summary,
        trail=(
            Link(localized.addresses.home(), names["home"]),
            Link(localized.addresses.index(kind), names[kind]),
            localized.link(record.ref),
        ),
        tags=tuple(each for each in tongues.by_tag if each in record.tellings),
        fallback=localized.foreign(tag),
        share=record_share(localized, record),
    )
    return page_view(localized, tongues, lambda addresses: addresses.record(record.ref), subject)


def page_view(localized: Localized, tongues: Tongues, path_of: PathOf, subject: Subject) -> PageView:
    """Describe a page.

    A page that falls back to another language's words takes that page's canonical address and has no
    alternates, as it is a copy; the original lists only true translations, and itself.
    """
    base = localized.gallery.settings.base_url
    tags = tuple(tongues.by_tag) if subject.tags is None else subject.tags
    path = path_of(localized.addresses)
    original = path_of(tongues.by_tag[subject.fallback]) if subject.fallback else path
    return PageView(
        path=path,
        root=root_from(path),
        title=subject.title,
        description=subject.description,
        canonical=url(base, original),
        alternates=() if subject.fallback or len(tags) == 1 else _alternates(base, tongues, path_of, tags),
        switches=tuple(Switch(tag, path_of(each), tag in tags) for tag, each in tongues.by_tag.items()),
        trail=subject.trail,
        fallback=subject.fallback,
        share=subject.share,
        robots="",
    )


def _alternates(base: str, tongues: Tongues, path_of: PathOf, tags: tuple[str, ...]) -> tuple[Alternate, ...]:
    found = [Alternate(tag, url(base, path_of(tongues.by_tag[tag]))) for tag in tags]
    first = tongues.default if tongues.default in tags else tags[0]
    return (*found, Alternate("x-default", url(base, path_of(tongues.by_tag[first]))))
