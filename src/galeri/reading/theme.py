"""A theme's folder → the theme."""

import codecs
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from galeri.model.digests import digest, digester
from galeri.model.problem import Place, Problem
from galeri.model.records import KINDS
from galeri.model.theme import INDEX_NAMES, PAGE_TEMPLATES, Role, StaticFile, Theme, ThemeSettings
from galeri.model.words import Language
from galeri.reading.files import File, scan, usable_id
from galeri.reading.homes import theme_folder, theme_names
from galeri.reading.icons import read_icon
from galeri.reading.schema import guess, validate
from galeri.reading.text import TextError, decode
from galeri.reading.typesetting import read_typesetting
from galeri.reading.yaml_tree import YamlError, parse

ROLES: tuple[Role, ...] = Role.__args__  # type: ignore[attr-defined]


def read_theme(
    gallery: Path, name: str, languages: tuple[Language, ...]
) -> tuple[Theme | None, list[Problem]]:
    """Read the theme `name` and check that it has what pages in `languages` need."""
    folder = theme_folder(gallery, name)
    if folder is None:
        unknown = {"name": name} | guess(name, theme_names(gallery))
        return None, [Problem("unknown-theme", Place("galeri.yaml"), unknown)]
    listing = scan(folder, "")
    files = {file.path: file for file in listing.files}
    shown = f"themes/{name}/theme.yaml"
    settings, problems = _settings(folder, shown, files)
    problems += listing.problems
    problems += [
        Problem("missing-template", Place(f"themes/{name}/templates"), {"name": template})
        for template in PAGE_TEMPLATES
        if f"templates/{template}" not in files
    ]
    if settings is None:
        return None, problems
    problems += _gaps(settings, shown)
    catalogues = {each.tag: _catalogue(each.tag, languages[0].tag, files) for each in languages}
    names, wrong = _names(folder, catalogues, f"themes/{name}")
    problems += wrong
    typesetting, wrong = read_typesetting(gallery, folder)
    problems += wrong
    theme = Theme(
        settings,
        str(folder),
        _digest(folder, [path for path in files if path.startswith("templates/")]),
        {tag: str(folder / path) if path else "" for tag, path in catalogues.items()},
        {tag: _digest(folder, [path] if path else []) for tag, path in catalogues.items()},
        {tag: _interface(tag, path) for tag, path in catalogues.items()},
        names,
        tuple(_static(folder, path) for path in files if path.startswith("static/")),
        typesetting,
        read_icon(gallery, folder),
    )
    return theme, problems


def _settings(folder: Path, shown: str, files: dict[str, File]) -> tuple[ThemeSettings | None, list[Problem]]:
    if "theme.yaml" not in files:
        return None, [Problem("missing-facts", Place(shown), {"name": "theme.yaml"})]
    try:
        parsed = parse(decode((folder / "theme.yaml").read_bytes()))
    except (TextError, YamlError) as error:
        column = error.column if isinstance(error, YamlError) else 0
        return None, [Problem(error.code, Place(shown, error.line, column), error.values)]
    settings, problems = validate(ThemeSettings, parsed.tree, shown, parsed.places)
    twice = [
        Problem(error.code, Place(shown, error.line, error.column), error.values) for error in parsed.errors
    ]
    return settings, [*problems, *twice]


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


def _catalogue(tag: str, default: str, files: dict[str, File]) -> str:
    """Choose the interface text: the language's own, its base language's, else the default language's."""
    wanted = [each for each in (tag, tag.split("-", maxsplit=1)[0]) if each]
    for each in wanted:
        if f"locale/{each}.po" in files:
            return f"locale/{each}.po"
    if wanted[-1] == "en" or f"locale/{default}.po" not in files:
        return ""
    return f"locale/{default}.po"


def _interface(tag: str, catalogue: str) -> str:
    """Give the language of the interface text: `tag` itself where the catalogue is of it or of its base language."""
    language = PurePosixPath(catalogue).stem if catalogue else "en"
    return tag if language in {tag, tag.split("-", maxsplit=1)[0]} else language


def _names(
    folder: Path, catalogues: Mapping[str, str], shown: str
) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """Translate what each language calls the indexes."""
    names: dict[str, dict[str, str]] = {}
    problems = []
    for tag, path in catalogues.items():
        try:
            catalogue = read_catalogue(folder / path) if path else Catalog()
        except (PoFileError, ValueError, LookupError) as error:
            line = error.lineno + 1 if isinstance(error, PoFileError) else 0
            reason = str(error.args[0]).rpartition(" on ")[0] if line else str(error)
            problems.append(Problem("bad-catalogue", Place(f"{shown}/{path}", line), {"reason": reason}))
            continue
        names[tag] = {kind: _translated(catalogue, name) for kind, name in INDEX_NAMES.items()}
    return names, problems


def read_catalogue(path: Path) -> Catalog:
    """Read a `.po` file; raises PoFileError, ValueError or LookupError where it is none."""
    with path.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    codecs.lookup(catalogue.charset)
    return catalogue


def _translated(catalogue: Catalog, name: str) -> str:
    message = catalogue.get(name, context="index")
    return str(message.string) if message and message.string else name


def _static(folder: Path, path: str) -> StaticFile:
    made = digest((folder / path).read_bytes())
    name = PurePosixPath(path)
    return StaticFile(path, str(name.with_name(f"{name.stem}.{made[:10]}{name.suffix}")), made)


def _digest(folder: Path, paths: Iterable[str]) -> str:
    whole = digester()
    for path in sorted(paths):
        data = (folder / path).read_bytes()
        whole.update(f"{path}\0{len(data)}\0".encode() + data)
    return whole.hexdigest()
