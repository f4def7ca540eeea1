"""A theme's catalogues: which serve a language, and what they call the indexes."""

import codecs
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from galeri.model.problem import Place, Problem
from galeri.model.theme import INDEX_NAMES
from galeri.reading.theme_layers import Layer

_Names = dict[str, dict[str, str]]


def catalogue_for(tag: str, default: str, layers: Sequence[Layer]) -> str:
    """Choose the interface text: the language's own, its base language's, else the default language's."""
    files = {path for layer in layers for path in layer.files}
    wanted = [each for each in (tag, tag.split("-", maxsplit=1)[0]) if each]
    for each in wanted:
        if f"locale/{each}.po" in files:
            return f"locale/{each}.po"
    if wanted[-1] == "en" or f"locale/{default}.po" not in files:
        return ""
    return f"locale/{default}.po"


def files_of(catalogue: str, layers: Sequence[Layer]) -> tuple[str, ...]:
    """Find a catalogue in every layer that has it, the one that wins last."""
    return tuple(str(layer.folder / catalogue) for layer in reversed(layers) if catalogue in layer.files)


def language_of(tag: str, catalogue: str) -> str:
    """Give the language of the interface text: `tag` itself where the catalogue is of it or of its base language."""
    language = PurePosixPath(catalogue).stem if catalogue else "en"
    return tag if language in {tag, tag.split("-", maxsplit=1)[0]} else language


def index_names(catalogues: Mapping[str, str], layers: Sequence[Layer]) -> tuple[_Names, list[Problem]]:
    """Translate what each language calls the indexes, by its tag and by kind."""
    names: _Names = {}
    problems: list[Problem] = []
    read: dict[str, list[Catalog]] = {}
    for tag, path in catalogues.items():
        if path not in read:
            read[path] = _read(path, layers, problems)
        names[tag] = {kind: _translated(read[path], name) for kind, name in INDEX_NAMES.items()}
    return names, problems


def _read(path: str, layers: Sequence[Layer], problems: list[Problem]) -> list[Catalog]:
    """Read a catalogue of every layer that has it, the one that wins first."""
    found = []
    for layer in layers:
        if path not in layer.files:
            continue
        try:
            found.append(read_catalogue(layer.folder / path))
        except (PoFileError, ValueError, LookupError) as error:
            line = error.lineno + 1 if isinstance(error, PoFileError) else 0
            reason = str(error.args[0]).rpartition(" on ")[0] if line else str(error)
            problems.append(
                Problem("bad-catalogue", Place(f"{layer.shown}/{path}", line), {"reason": reason})
            )
    return found


def read_catalogue(path: Path) -> Catalog:
    """Read a `.po` file; raises PoFileError, ValueError or LookupError where it is none."""
    with path.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    codecs.lookup(catalogue.charset)
    return catalogue


def _translated(catalogues: Sequence[Catalog], name: str) -> str:
    messages = (catalogue.get(name, context="index") for catalogue in catalogues)
    return next((str(message.string) for message in messages if message and message.string), name)
