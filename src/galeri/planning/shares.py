"""A title, and a photo if there is one → the picture that is shown where the page is shared."""

import hashlib
from dataclasses import replace
from typing import Any

from galeri.model.outputs import SHARE_SIZE, ImageOutput, ShareOutput
from galeri.model.records import KINDS, Record
from galeri.model.theme import Theme
from galeri.model.views import SharePicture
from galeri.model.words import Language
from galeri.planning.addresses import url
from galeri.planning.localized import Localized
from galeri.planning.pictures import MAKER, frame
from galeri.planning.site_views import site_title

FOLDER = "images/pages"
"""Where the pictures of pages are that show no record."""


def record_share(localized: Localized, record: Record[Any]) -> SharePicture | None:
    """Give the picture that stands for a record where its page is shared; it speaks the language of its words."""
    telling, tag = localized.telling(record)
    folder = f"images/{KINDS[record.ref.kind].folder}/{record.id}"
    if localized.theme.typesetting.template:
        photo = _photo(localized, record)
        return _set(localized, telling.words.title, tag, folder, photo)
    if not record.photos:
        return None
    picture = localized.picture(record, record.photos[0], "share")
    address = url(localized.gallery.settings.base_url, picture.sources[-1].files[-1][0])
    return SharePicture(address, picture.width, picture.height, picture.alt)


def page_share(localized: Localized, name: str, title: str) -> SharePicture | None:
    """Give the picture of a page that shows no record, such as an index; `name` is a folder of its own."""
    if not localized.theme.typesetting.template:
        return None
    return _set(localized, title, localized.language.tag, f"{FOLDER}/{name}", None)


def _set(localized: Localized, title: str, tag: str, folder: str, photo: ImageOutput | None) -> SharePicture:
    """Plan a picture with the letters for which there are fonts."""
    settings, typesetting = localized.gallery.settings, localized.theme.typesetting
    language = _language(localized, tag)
    gallery = site_title(localized, tag)[0]
    output = ShareOutput(
        path="",
        title="" if typesetting.missing(title) else title,
        gallery="" if gallery == title or typesetting.missing(gallery) else gallery,
        language=tag,
        direction=language.direction,
        quality=localized.theme.settings.images["share"].quality["jpeg"],
        photo=photo,
        colours=_colours(localized.theme),
    )
    path = f"{folder}/share-{tag.lower()}.{_digest(output, typesetting.digest)}.jpg"
    localized.shares[path] = replace(output, path=path)
    return SharePicture(url(settings.base_url, path), *SHARE_SIZE, title)


def _colours(theme: Theme) -> tuple[tuple[str, str], ...]:
    rules = theme.settings.settings.items()
    return tuple((name, str(theme.appearance[name])) for name, rule in rules if rule.type == "colour")


def _language(localized: Localized, tag: str) -> Language:
    return next(each for each in localized.gallery.languages if each.tag == tag)


def _photo(localized: Localized, record: Record[Any]) -> ImageOutput | None:
    """Plan what of the first photo lies beneath: as wide as the recipe's widest, enlarged if need be."""
    if not record.photos:
        return None
    photo, recipe = record.photos[0], localized.theme.settings.images["share"]
    width = min(recipe.widths[-1], SHARE_SIZE[0])
    return ImageOutput(
        path="",
        source=photo.file.path,
        digest=photo.file.digest,
        frame=frame(photo.file.width, photo.file.height, photo.facts.focus, (width, SHARE_SIZE[1])),
        width=width,
        height=SHARE_SIZE[1],
        format="jpeg",
        quality=recipe.quality["jpeg"],
        sharpen=recipe.sharpen,
        ground=recipe.ground,
        rights=localized.photos.rights(record, photo),
        pixels=photo.file.width * photo.file.height,
    )


def _digest(output: ShareOutput, typesetting: str) -> str:
    photo = replace(output.photo, source="") if output.photo else None
    described = f"{MAKER}|{typesetting}|{replace(output, photo=photo)}"
    return hashlib.blake2b(described.encode(), digest_size=6).hexdigest()
