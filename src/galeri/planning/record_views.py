"""A record → what every record's page shows of it."""

import re
from collections.abc import Iterator
from typing import Any

from galeri.model.records import KINDS, Record, RecordPhoto, Ref
from galeri.model.theme import Role
from galeri.model.values import Text
from galeri.model.views import Link, Picture, RecordView, Step, StoryView
from galeri.model.words import ProductWords
from galeri.planning.localized import Localized


def record_view(localized: Localized, record: Record[Any]) -> RecordView:
    """Gather title, summary, story and photos, in this language or the default one."""
    telling, tag = localized.telling(record)
    small = localized.card(record).picture
    return RecordView(
        kind=record.ref.kind,
        id=record.id,
        title=telling.words.title,
        lang=localized.foreign(tag),
        summary=telling.words.summary,
        story=_story(localized, record),
        pictures=tuple(
            localized.picture(record, photo, "page", enlarged=True) for photo in _photos(localized, record)
        ),
        thumbnail=small.sources[-1].files[0][0] if small else "",
    )


def steps(localized: Localized, record: Record[Any]) -> tuple[Step, ...]:
    """Give how a piece is made, step by step."""
    words = localized.telling(record)[0].words
    if not isinstance(words, ProductWords):
        return ()
    return tuple(
        Step(step.title, step.text, photo_of(localized, record, step.photo, "step", enlarged=True))
        for step in words.process
    )


def said(localized: Localized, record: Record[Any], field: str) -> Text:
    """Give one more field of a record's words, or "" where its kind has none."""
    return str(getattr(localized.telling(record)[0].words, field, "") or "")


def region_trail(localized: Localized, region: str | None) -> tuple[Link, ...]:
    """Give links from the province down to a region."""
    regions = localized.gallery.records["region"]
    trail: list[Link] = []
    while region is not None and region in regions:
        trail.append(localized.link(Ref("region", region)))
        region = regions[region].facts.parent
    return tuple(reversed(trail))


def photo_of(
    localized: Localized, record: Record[Any], file: str | None, role: Role, *, enlarged: bool = False
) -> Picture | None:
    """Give the photo of a record that has the name `file`, or None where it has none."""
    photo = next((each for each in record.photos if each.facts.file == file), None)
    return localized.picture(record, photo, role, enlarged=enlarged) if photo else None


def _photos(localized: Localized, record: Record[Any]) -> Iterator[RecordPhoto]:
    """Choose the photos that the page shows on their own: the first, and those that have no other place."""
    telling, _ = localized.telling(record)
    placed = (
        {step.photo for step in telling.words.process} if isinstance(telling.words, ProductWords) else set()
    )
    portrait = getattr(record.facts, "portrait", None)
    for index, photo in enumerate(record.photos):
        name = photo.facts.file
        elsewhere = name in placed or _names(telling.story.markdown, name)
        if name != portrait and (index == 0 or not elsewhere):
            yield photo


def _story(localized: Localized, record: Record[Any]) -> StoryView:
    story = localized.telling(record)[0].story
    links = {link.ref: None for link in story.links if link.ref.kind in KINDS}
    return StoryView(
        markdown=story.markdown,
        links=tuple(
            (f"{ref.kind}:{ref.id}", localized.link(ref)) for ref in links if localized.gallery.get(ref)
        ),
        pictures=tuple(_story_pictures(localized, record, story.markdown)),
    )


def _names(markdown: str, file: str) -> bool:
    """Whether a story names a file, and not only one whose name ends or starts like it."""
    return file in markdown and re.search(rf"(?<![\w.-]){re.escape(file)}(?![\w-])", markdown) is not None


def _story_pictures(
    localized: Localized, record: Record[Any], markdown: str
) -> Iterator[tuple[str, Picture]]:
    for photo in record.photos:
        if _names(markdown, photo.facts.file):
            yield photo.facts.file, localized.picture(record, photo, "page")
