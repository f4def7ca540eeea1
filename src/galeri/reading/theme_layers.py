"""A theme's name → its layers: what the gallery puts over it, the theme itself, and the themes that it extends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from galeri.model.problem import Place, Problem
from galeri.reading.files import File, scan
from galeri.reading.homes import theme_homes, theme_names
from galeri.reading.schema import guess, place_of
from galeri.reading.text import TextError, decode
from galeri.reading.yaml_tree import Parsed, YamlError, parse

_FILE = "theme.yaml"


@dataclass(frozen=True, slots=True)
class Layer:
    """A folder of a theme: its files by their paths in it, and what its theme.yaml says, if it has one."""

    theme: str
    folder: Path
    files: dict[str, File]
    parsed: Parsed | None = None

    @property
    def shown(self) -> str:
        """The folder as it is shown to a person."""
        return f"themes/{self.theme}"

    @property
    def file(self) -> str:
        """The settings' path as it is shown to a person."""
        return f"{self.shown}/{_FILE}"


def theme_layers(gallery: Path, name: str, place: Place) -> tuple[tuple[Layer, ...], list[Problem]]:
    """Find the layers of the theme `name`, the one that wins first; none where something forbids to use them.

    `place` is where the gallery asks for it.
    """
    layers: list[Layer] = []
    problems: list[Problem] = []
    asked = name
    while asked:
        if asked in {layer.theme for layer in layers}:
            problems.append(Problem("theme-circle", place, {"name": asked}))
            return (), problems
        found = list(_of_one_name(gallery, asked, problems))
        if not found:
            unknown = {"name": asked} | guess(asked, theme_names(gallery))
            problems.append(Problem("unknown-theme", place, unknown))
            return (), problems
        layers += found
        asked, place = _extended(found)
    return (tuple(layers) if layers and _has_settings(layers, problems) else ()), problems


def _of_one_name(gallery: Path, name: str, problems: list[Problem]) -> Iterator[Layer]:
    for home in theme_homes(gallery):
        folder = home / name
        if folder.is_dir():
            listing = scan(folder, "")
            problems += listing.problems
            files = {file.path: file for file in listing.files}
            yield Layer(name, folder, files, _parsed(folder, f"themes/{name}/{_FILE}", files, problems))


def _parsed(folder: Path, shown: str, files: dict[str, File], problems: list[Problem]) -> Parsed | None:
    if _FILE not in files:
        return None
    try:
        parsed = parse(decode((folder / _FILE).read_bytes()))
    except (TextError, YamlError) as error:
        column = error.column if isinstance(error, YamlError) else 0
        problems.append(Problem(error.code, Place(shown, error.line, column), error.values))
        return None
    problems += [
        Problem(error.code, Place(shown, error.line, error.column), error.values) for error in parsed.errors
    ]
    return parsed


def _extended(layers: Sequence[Layer]) -> tuple[str, Place]:
    """Give the theme that these layers of one name extend, and where they say so."""
    for layer in layers:
        tree = layer.parsed.tree if layer.parsed else None
        if layer.parsed and isinstance(tree, dict) and isinstance(tree.get("extends"), str):
            return tree["extends"], place_of(layer.file, ("extends",), layer.parsed.places)
    return "", Place("")


def _has_settings(layers: Sequence[Layer], problems: list[Problem]) -> bool:
    having = [layer for layer in layers if _FILE in layer.files]
    if having:
        return all(layer.parsed for layer in having)
    problems.append(Problem("missing-facts", Place(layers[0].file), {"name": _FILE}))
    return False
