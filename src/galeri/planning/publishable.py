"""What of a gallery may be published: approved pieces, and of makers only what they agreed to (UU 27/2022)."""

from dataclasses import replace
from datetime import date
from typing import Any

from galeri.model.facts import PUBLISHED, ArtisanFacts, ProductFacts
from galeri.model.facts_shared import Contact
from galeri.model.gallery import Gallery, link
from galeri.model.private import PrivateValue
from galeri.model.records import Record, Story, Telling
from galeri.model.words import ArtisanWords, PhotoWords


def publishable(gallery: Gallery, today: date, *, drafts: bool) -> tuple[Gallery, tuple[PrivateValue, ...]]:
    """Leave out what may not be shown on the day `today`; give also the names that no output may hold.

    Unapproved pieces are left out unless `drafts`. A person without consent for the name, and any maker whose
    consent was withdrawn or has expired, is left out whole; without consent for portrait or telephone a maker stays
    without it, and a person without consent for the story, too. A photo of a child is left out always, and a portrait
    among a piece's photos unless all its makers agreed to theirs.
    """
    kept: list[Record[Any]] = []
    names: list[PrivateValue] = []
    whole = True
    pictured = {name for name, each in gallery.records["artisan"].items() if _pictured(each, today)}
    for record in gallery.all_records():
        shown = _shown(record, today, pictured, drafts=drafts)
        whole = whole and shown is record
        if shown:
            kept.append(shown)
        elif isinstance(record.facts, ArtisanFacts):
            names += _names(record)
    return gallery if whole else link(gallery.settings, gallery.languages, kept), tuple(names)


def publishable_record(
    gallery: Gallery, record: Record[Any], today: date, *, drafts: bool
) -> Record[Any] | None:
    """Give what of one record of a gallery may be shown on the day `today`, None where it is left out."""
    artisans = gallery.records["artisan"]
    makers = (artisans[name] for name in getattr(record.facts, "makers", ()) if name in artisans)
    pictured = {each.id for each in makers if _pictured(each, today)}
    return _shown(record, today, pictured, drafts=drafts)


def _pictured(artisan: Record[ArtisanFacts], today: date) -> bool:
    return artisan.facts.consent.portrait and _agreed(artisan, artisan.facts, today) is not None


def _shown(record: Record[Any], today: date, pictured: set[str], *, drafts: bool) -> Record[Any] | None:
    facts = record.facts
    if isinstance(facts, ProductFacts) and not drafts and facts.curation not in PUBLISHED:
        return None
    hidden = {photo.facts.file for photo in record.photos if photo.facts.child}
    if isinstance(facts, ProductFacts) and not pictured.issuperset(facts.makers):
        hidden |= {photo.facts.file for photo in record.photos if photo.facts.role == "portrait"}
    if hidden:
        record = replace(record, photos=tuple(p for p in record.photos if p.facts.file not in hidden))
    return _agreed(record, facts, today) if isinstance(facts, ArtisanFacts) else record


def _agreed(record: Record[Any], facts: ArtisanFacts, today: date) -> Record[Any] | None:
    consent = facts.consent
    if consent.ended(today) or (facts.kind == "person" and not consent.name):
        return None
    hidden: dict[str, object] = {} if consent.phone else {"contact": Contact(), "links": ()}
    portraits = {p.facts.file for p in record.photos if p.facts.role == "portrait"} | {facts.portrait}
    photos = tuple(p for p in record.photos if consent.portrait or p.facts.file not in portraits)
    if not consent.portrait or facts.portrait not in {p.facts.file for p in photos}:
        hidden["portrait"] = None
    tellings = record.tellings
    if facts.kind == "person" and not consent.story:
        tellings = {tag: _without_story(telling) for tag, telling in tellings.items()}
    agreed = replace(record, facts=facts.model_copy(update=hidden), photos=photos, tellings=tellings)
    return record if agreed == record else agreed


def _without_story(telling: Telling) -> Telling:
    photos = {name: PhotoWords(alt=said.alt) for name, said in telling.words.photos.items()}
    words = telling.words.model_copy(update={"summary": "", "photos": photos})
    if isinstance(words, ArtisanWords):
        words = words.model_copy(update={"quote": ""})
    return Telling(words, Story(""))


def _names(record: Record[Any]) -> list[PrivateValue]:
    titles = sorted({telling.words.title for telling in record.tellings.values()})
    return [PrivateValue(f"artisan:{record.id}", "title", title, name=True) for title in titles]
