"""Galleries and themes made in memory, as planning sees them: no file is touched."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from galeri.model.facts_shared import Photo
from galeri.model.gallery import Gallery, link
from galeri.model.outputs import PageOutput, Plan
from galeri.model.records import KINDS, PhotoFile, Record, RecordPhoto, Ref, Story, StoryLink, Telling
from galeri.model.settings import LanguageSetting, Settings
from galeri.model.theme import (
    INDEX_NAMES,
    IconFile,
    StaticFile,
    StyleFile,
    Theme,
    ThemeSettings,
    Typesetting,
)
from galeri.model.words import Language
from galeri.planning.localized import Localized
from galeri.planning.photos import Photos
from galeri.planning.plan import plan

TODAY = date(2026, 11, 21)

LANGUAGES = {
    "id": Language("id", "id", "ltr", "Indonesia", "id/"),
    "en": Language("en", "en", "ltr", "English", "en/"),
    "ar": Language("ar", "ar", "rtl", "العربية", "ar/"),
    "sv": Language("sv", "sv", "ltr", "svenska", "sv/"),
    "mad": Language("mad", "id", "ltr", "Madura", "mad/"),
    "jv-Java": Language("jv-Java", "jv", "ltr", "Jawa", "jv-java/"),
}
"""Languages as they are when they are not the default one."""

FACTS: Mapping[str, dict[str, Any]] = {
    "product": {"kind": "textile", "curation": "approved"},
    "artisan": {"kind": "group", "region": "kabupaten"},
    "region": {"level": "regency"},
    "collection": {"products": ()},
}
"""What the facts of a kind need at least."""


def photo(file: str, size: tuple[int, int] = (1200, 900), **facts: Any) -> RecordPhoto:  # noqa: ANN401
    """Make a photo of a size, with a digest of its own."""
    return RecordPhoto(Photo(file=file, **facts), PhotoFile(f"content/x/{file}", f"digest of {file}", *size))


def told(kind: str, title: str, story: str = "", links: Iterable[Ref] = (), **words: Any) -> Telling:  # noqa: ANN401
    """Make what a record says in one language."""
    made = KINDS[kind].words.model_validate({"title": title, **words})
    return Telling(made, Story(story, tuple(StoryLink(ref, 1, 1) for ref in links)))


def record(
    kind: str,
    name: str,
    titles: Mapping[str, str | Telling] | None = None,
    photos: Iterable[RecordPhoto] = (),
    /,
    **facts: Any,  # noqa: ANN401 - whatever the kind's facts hold
) -> Record[Any]:
    """Make a record; without titles it is told in Indonesian under its id."""
    tellings = {
        tag: title if isinstance(title, Telling) else told(kind, title)
        for tag, title in (titles or {"id": name}).items()
    }
    made = tuple(photos)
    stated = {**FACTS.get(kind, {}), **facts, "photos": tuple(each.facts for each in made)}
    return Record(Ref(kind, name), KINDS[kind].facts.model_validate(stated), tellings, made)


def gallery(*records: Record[Any], tags: Iterable[str] = ("id", "en"), **settings: Any) -> Gallery:  # noqa: ANN401
    """Make a gallery; the first tag is the default language, which has its pages at the root."""
    given = tuple(tags)
    stated = {
        "title": {"id": "Galeri", "en": "Gallery"},
        "base_url": "https://galeri.example/sub/",
        "languages": tuple(LanguageSetting(tag=tag) for tag in given),
        **settings,
    }
    first = LANGUAGES[given[0]]
    languages = (
        Language(first.tag, first.locale, first.direction, first.name, ""),
        *(LANGUAGES[tag] for tag in given[1:]),
    )
    return link(Settings.model_validate(stated), languages, records)


def theme(tags: Iterable[str] = LANGUAGES, page_size: int = 24, folder: str = "/themes/x") -> Theme:
    """Make a theme with translated addresses in Indonesian."""
    recipe = {"widths": [320, 640, 1280], "formats": ["webp", "jpeg"]}
    english = {kind.name: kind.folder for kind in KINDS.values()}
    settings = ThemeSettings.model_validate(
        {
            "name": "X",
            "page_size": page_size,
            "images": {
                "card": {**recipe, "ratio": [4, 5]},
                "page": recipe,
                "step": recipe,
                "portrait": {**recipe, "ratio": [1, 1]},
                "share": {"widths": [1200], "formats": ["jpeg"]},
                "zoom": {"widths": [2400], "formats": ["jpeg"]},
            },
            "segments": {"en": english, "id": {**english, "product": "produk", "artisan": "perajin"}},
        }
    )
    all_tags = tuple(tags)
    return Theme(
        settings,
        (folder,),
        "digest of the templates",
        dict.fromkeys(all_tags, (f"{folder}/locale/id.po",)),
        {tag: f"digest of the text in {tag}" for tag in all_tags},
        {tag: tag for tag in all_tags},
        {tag: {kind: f"{name} ({tag})" for kind, name in INDEX_NAMES.items()} for tag in all_tags},
        (
            StaticFile(
                "icon.svg", f"{folder}/static/icon.svg", "static/icon.0123456789.svg", "digest of the icon"
            ),
        ),
        (StyleFile(f"{folder}/styles/plain.css", "digest of the style"),),
        {name: rule.default for name, rule in settings.settings.items()},
        searchable=True,
    )


def dressed(used: Theme, missing: str = "") -> Theme:
    """Give a theme share pictures and an icon; its fonts have the first 1000 characters, but not those `missing`."""
    covered = frozenset(range(1000)) - frozenset(map(ord, missing))
    typesetting = Typesetting("/themes/x/share.typ", ("/fonts/x.ttf",), covered, "digest of the typesetting")
    return replace(
        used, typesetting=typesetting, icon=IconFile("/icon.svg", "icon.svg", "digest of the icon")
    )


def localized(shown: Gallery, tag: str, used: Theme | None = None) -> Localized:
    """Tell a gallery in one language."""
    language = next(each for each in shown.languages if each.tag == tag)
    used = used or theme()
    return Localized(shown, used, language, Photos(shown, used))


def planned(shown: Gallery, used: Theme | None = None, today: date = TODAY, *, drafts: bool = False) -> Plan:
    """Plan the whole site."""
    return plan(shown, used or theme(), today, "codecs 1", drafts=drafts)[0]


def pages(made: Plan) -> dict[str, PageOutput]:
    """Give the pages of a plan by their output path."""
    return {path: output for path, output in made.outputs.items() if isinstance(output, PageOutput)}
