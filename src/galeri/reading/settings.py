"""`galeri.yaml` → the gallery's settings and languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from galeri.model.problem import Place, Problem, Severity
from galeri.model.settings import Settings
from galeri.model.words import Language
from galeri.reading.languages import is_tag, language
from galeri.reading.schema import place_of, validate
from galeri.reading.text import TextError, decode
from galeri.reading.yaml_tree import Parsed, YamlError, parse
from galeri.reading.yaml_tree import Path as Loc

FILE = "galeri.yaml"


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """What galeri.yaml holds, what is wrong with it, and the place of each of its parts."""

    settings: Settings | None
    languages: tuple[Language, ...]
    problems: tuple[Problem, ...]
    places: Mapping[Loc, Place] = field(default_factory=dict)


def read_settings(root: Path, base_url: str | None = None) -> ReadSettings:
    """Read the settings; None where they are missing or wrong, since nothing can be read without languages.

    `base_url` stands in for the address that the file gives.
    """
    try:
        parsed = parse(decode((root / FILE).read_bytes()))
    except FileNotFoundError:
        return _nothing(Problem("no-gallery", Place(FILE), {"folder": str(root)}))
    except OSError as error:
        return _nothing(Problem("unreadable-file", Place(FILE), {"reason": error.strerror or str(error)}))
    except (TextError, YamlError) as error:
        column = error.column if isinstance(error, YamlError) else 0
        return _nothing(Problem(error.code, Place(FILE, error.line, column), error.values))
    tree = parsed.tree
    if base_url and isinstance(tree, dict):
        tree = {**tree, "base_url": base_url}
    settings, problems = validate(Settings, tree, FILE, parsed.places)
    problems += [
        Problem(error.code, Place(FILE, error.line, error.column), error.values) for error in parsed.errors
    ]
    if settings is None:
        return _nothing(*problems)
    problems += _wrong_languages(settings, parsed)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return _nothing(*problems)
    tags = settings.languages
    languages = tuple(language(tag, default=index == 0) for index, tag in enumerate(tags))
    places = {loc: Place(FILE, *point) for loc, point in parsed.places.items()}
    return ReadSettings(settings, languages, tuple(problems), places)


def _nothing(*problems: Problem) -> ReadSettings:
    return ReadSettings(None, (), problems)


def _wrong_languages(settings: Settings, parsed: Parsed) -> list[Problem]:
    problems: list[Problem] = []
    seen: set[str] = set()
    for index, each in enumerate(settings.languages):
        place = place_of(FILE, ("languages", index), parsed.places)
        if not is_tag(each.tag):
            problems.append(Problem("bad-language", place, {"value": each.tag}))
        elif each.tag.lower() in seen:
            problems.append(Problem("same-language", place, {"value": each.tag}))
        seen.add(each.tag.lower())
    problems += [
        Problem("undeclared-language", place_of(FILE, (field, tag), parsed.places), {"language": tag})
        for field in ("title", "description")
        for tag in getattr(settings, field)
        if tag.lower() not in seen
    ]
    return problems
