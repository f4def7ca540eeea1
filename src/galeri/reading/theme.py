"""A theme's folders → the theme."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from galeri.model.digests import digest, digester
from galeri.model.problem import Place, Problem
from galeri.model.records import KINDS
from galeri.model.theme import (
    CATALOGUES_TEMPLATE,
    PAGE_TEMPLATES,
    SEARCH_TEMPLATE,
    Role,
    StaticFile,
    StyleFile,
    Theme,
    ThemeSettings,
)
from galeri.model.words import Language
from galeri.reading.book_files import book_files
from galeri.reading.files import usable_id
from galeri.reading.icons import read_icon
from galeri.reading.interface import catalogue_for, files_of, index_names, language_of
from galeri.reading.text import TextError, decode
from galeri.reading.theme_layers import Layer, theme_layers
from galeri.reading.theme_settings import appearance, theme_settings
from galeri.reading.typesetting import read_typesetting
from galeri.reading.yaml_tree import Path as Loc

ROLES: tuple[Role, ...] = Role.__args__  # type: ignore[attr-defined]


def read_theme(
    gallery: Path,
    name: str,
    languages: tuple[Language, ...],
    chosen: Mapping[str, object] = MappingProxyType({}),
    places: Mapping[Loc, Place] = MappingProxyType({}),
) -> tuple[Theme | None, list[Problem]]:
    """Read the theme `name` and check that it has what pages in `languages` need.

    `chosen` are the gallery's values for the theme's settings; `places` tells where galeri.yaml says what.
    """
    layers, problems = theme_layers(gallery, name, places.get(("theme",), Place("galeri.yaml")))
    if not layers:
        return None, problems
    problems += _missing_templates(layers)
    settings, wrong, in_theme = theme_settings(layers)
    problems += wrong
    if settings is None:
        return None, problems
    problems += _gaps(settings, layers[0].file)
    looks, wrong = appearance(settings, chosen, in_theme, places)
    problems += wrong
    catalogues = {each.tag: catalogue_for(each.tag, languages[0].tag, layers) for each in languages}
    names, wrong = index_names(catalogues, layers)
    problems += wrong
    texts = {tag: files_of(path, layers) for tag, path in catalogues.items()}
    folders = [layer.folder for layer in layers]
    typesetting, wrong = read_typesetting(gallery, folders)
    problems += wrong
    theme = Theme(
        settings,
        tuple(str(layer.folder) for layer in layers),
        _digest(layers, "templates/"),
        texts,
        {tag: _digest_of(files) for tag, files in texts.items()},
        {tag: language_of(tag, path) for tag, path in catalogues.items()},
        names,
        tuple(_static(layers)),
        tuple(_styles(layers, problems)),
        looks,
        typesetting,
        read_icon(gallery, folders),
        book_files(gallery, layers),
        _has(layers, SEARCH_TEMPLATE),
        _has(layers, CATALOGUES_TEMPLATE),
    )
    return theme, problems


def _missing_templates(layers: Sequence[Layer]) -> list[Problem]:
    return [
        Problem("missing-template", Place(f"{layers[0].shown}/templates"), {"name": template})
        for template in PAGE_TEMPLATES
        if not _has(layers, template)
    ]


def _has(layers: Sequence[Layer], template: str) -> bool:
    return any(f"templates/{template}" in layer.files for layer in layers)


def _gaps(settings: ThemeSettings, shown: str) -> list[Problem]:
    problems = [
        Problem("missing-recipe", Place(shown), {"role": role})
        for role in ROLES
        if role not in settings.images
    ]
    for tag, segments in {"en": {}, **settings.segments}.items():
        problems += [
            Problem("missing-segment", Place(shown), {"kind": kind, "language": tag})
            for kind in KINDS
            if kind not in segments
        ]
        first: dict[str, str] = {}
        for kind, segment in segments.items():
            if better := usable_id(segment):
                problems.append(Problem("unportable-name", Place(shown), {"name": segment, "guess": better}))
            other = first.setdefault(segment.casefold(), kind)
            if other != kind:
                values = {"kind": kind, "other_kind": other, "segment": segment, "language": tag}
                problems.append(Problem("same-segment", Place(shown), values))
    return problems


def _static(layers: Sequence[Layer]) -> Iterator[StaticFile]:
    for path, folder in _joined(layers, "static/").items():
        made = digest((folder / path).read_bytes())
        name = PurePosixPath(path)
        target = str(name.with_name(f"{name.stem}.{made[:10]}{name.suffix}"))
        yield StaticFile(path.removeprefix("static/"), str(folder / path), target, made)


def _styles(layers: Sequence[Layer], problems: list[Problem]) -> Iterator[StyleFile]:
    """List the parts of the stylesheet, from the lowest layer up, in the order of their names."""
    winners = _joined(layers, "styles/")
    for layer in reversed(layers):
        for path in sorted(layer.files):
            if winners.get(path) != layer.folder or not path.endswith(".css"):
                continue
            data = (layer.folder / path).read_bytes()
            try:
                decode(data)
            except TextError as error:
                problems.append(Problem(error.code, Place(f"{layer.shown}/{path}", error.line), error.values))
            else:
                yield StyleFile(str(layer.folder / path), digest(data))


def _joined(layers: Sequence[Layer], start: str) -> dict[str, Path]:
    """Find the folder of the layer that wins, by the path of each file that begins with `start`."""
    found = {
        path: layer.folder for layer in reversed(layers) for path in layer.files if path.startswith(start)
    }
    return dict(sorted(found.items()))


def _digest(layers: Sequence[Layer], start: str) -> str:
    return _digest_of(
        str(layer.folder / path) for layer in layers for path in sorted(layer.files) if path.startswith(start)
    )


def _digest_of(files: Iterable[str]) -> str:
    """Digest files with their names, in their order."""
    whole = digester()
    for file in map(Path, files):
        data = file.read_bytes()
        whole.update(f"{file.parent.name}/{file.name}\0{len(data)}\0".encode() + data)
    return whole.hexdigest()
