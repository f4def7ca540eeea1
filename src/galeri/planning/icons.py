"""The gallery's icon → every icon that browsers and telephones ask for, and the manifest that names them."""

import hashlib

from galeri.model.outputs import DataOutput, FileOutput, IconForm, IconOutput, Manifest, Output
from galeri.model.theme import IconFile
from galeri.model.views import IconsView
from galeri.planning.addresses import root_from
from galeri.planning.localized import Localized
from galeri.planning.site_views import site_description, site_title

ICO = "favicon.ico"
"""At the site's root, where browsers look that were told nothing."""
_FOLDER = "icons"
_MAKER = "1"
"""Rises when the same icon file gives other bytes: file names carry it, as hosts cache them for ever."""
_PNG: tuple[tuple[str, int, IconForm], ...] = (
    ("apple-touch-icon", 180, "filled"),
    ("icon-192", 192, "plain"),
    ("icon-512", 512, "plain"),
    ("icon-maskable-512", 512, "maskable"),
)


def icons(localized: Localized) -> tuple[IconsView | None, dict[str, Output]]:
    """Plan the icons, which all languages share, and this language's manifest."""
    icon = localized.theme.icon
    if icon is None:
        return None, {}
    pictures = [_icon(localized, icon, name, size, form) for name, size, form in _PNG]
    ico = IconOutput(ICO, icon.source, icon.shown, icon.digest, (16, 32), "plain")
    manifest = DataOutput(
        f"{localized.language.prefix}manifest.webmanifest", _manifest(localized, pictures[1:])
    )
    svg = f"{_FOLDER}/icon.{icon.digest[:10]}.svg" if icon.vector else ""
    outputs: dict[str, Output] = {each.path: each for each in (*pictures, ico)}
    outputs[manifest.path] = manifest
    if svg:
        outputs[svg] = FileOutput(svg, icon.source, icon.digest)
    return IconsView(ICO, svg, pictures[0].path, manifest.path), outputs


def _icon(localized: Localized, icon: IconFile, name: str, size: int, form: IconForm) -> IconOutput:
    described = f"{_MAKER}|{icon.digest}|{localized.theme.typesetting.digest}|{size}|{form}"
    digest = hashlib.blake2b(described.encode(), digest_size=5).hexdigest()
    return IconOutput(f"{_FOLDER}/{name}.{digest}.png", icon.source, icon.shown, icon.digest, (size,), form)


def _manifest(localized: Localized, pictures: list[IconOutput]) -> Manifest:
    settings, language = localized.gallery.settings, localized.language
    root = root_from(language.prefix)
    ground = localized.theme.settings.ground
    return Manifest(
        name=site_title(localized, language.tag)[0],
        description=site_description(localized, language.tag)[0],
        language=language.tag,
        direction=language.direction,
        colour=settings.colour or ground,
        ground=ground,
        icons=tuple((root + each.path, each.sizes[0], each.form) for each in pictures),
    )
