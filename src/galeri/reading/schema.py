"""A plain tree → facts, words or settings; whatever breaks the schema becomes problems at their places."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from galeri.model.problem import Place, Problem
from galeri.model.problem_codes import PROBLEMS
from galeri.reading.wanted import wanted
from galeri.reading.yaml_tree import Path, Tree

M = TypeVar("M", bound=BaseModel)
Places = Mapping[Path, tuple[int, int]]

_CHOICE_ERRORS = {"literal_error", "enum"}
_UNION_ERRORS = {"literal_error", "model_type"}


def guess(word: str, choices: Iterable[str]) -> dict[str, str]:
    """Give the choice that `word` was likely meant to be as `{"guess": …}`, or nothing."""
    found = process.extractOne(word.lower(), list(choices), score_cutoff=65)
    return {"guess": found[0]} if found else {}


def place_of(path: str, loc: Path, places: Places, first_line: int = 1) -> Place:
    """Find the place of `loc`, or of the nearest part above it that is written in the file."""
    for end in range(len(loc), 0, -1):
        if loc[:end] in places:
            line, column = places[loc[:end]]
            return Place(path, line + first_line - 1, column)
    return Place(path, first_line, 1)


def validate(
    model: type[M], tree: Tree, path: str, places: Places, first_line: int = 1
) -> tuple[M | None, list[Problem]]:
    """Make a `model` of `tree`, which was read from `path`; None and all that is wrong where it does not fit."""
    return validate_at(model, tree, lambda loc: place_of(path, loc, places, first_line), places)


def validate_at(
    model: type[M], tree: Tree, place: Callable[[Path], Place], written: Container[Path]
) -> tuple[M | None, list[Problem]]:
    """Do the same for a tree that may come from several files: `place` finds a part that is among those `written`."""
    if not isinstance(tree, dict):
        return None, [Problem("not-a-mapping", place(()))]
    try:
        return model.model_validate(tree), []
    except ValidationError as error:
        return None, list(_problems(model, error, place, written))


def _problems(
    model: type[BaseModel],
    error: ValidationError,
    place_at: Callable[[Path], Place],
    written: Container[Path],
) -> Iterator[Problem]:
    seen: set[Place] = set()
    details = error.errors(include_url=False)
    deeper = {
        each["loc"][:end]
        for each in details
        if each["type"] not in _UNION_ERRORS
        for end in range(len(each["loc"]))
    }
    for detail in details:
        loc = _written((*detail["loc"], *_field(detail)), written)
        if loc in deeper and detail["type"] in _UNION_ERRORS:
            continue  # another member of the union fits better: what is wrong inside it is told
        place = place_at(loc)
        code, values = _telling(model, detail, loc)
        if code == "missing-key":
            yield Problem(code, place, values)
        elif place not in seen:
            seen.add(place)
            yield Problem(code, place, values)


def _field(detail: ErrorDetails) -> Path:
    """Give the field that a rule about several fields complains of, if it names one."""
    name = detail.get("ctx", {}).get("field")
    return (str(name),) if name else ()


def _written(loc: Path, places: Container[Path]) -> Path:
    """Drop from pydantic's location the names of a union's members, which are not written in the file."""
    kept: Path = ()
    for part in loc[:-1]:
        if (*kept, part) in places:
            kept = (*kept, part)
    return (
        (*kept, loc[-1])
        if loc and (isinstance(loc[-1], int) or (*kept, loc[-1]) in places or not kept)
        else kept
    )


def _telling(model: type[BaseModel], detail: ErrorDetails, loc: Path) -> tuple[str, dict[str, str]]:
    kind, context, value = detail["type"], detail.get("ctx", {}), _shown(detail["input"])
    if kind in PROBLEMS:
        return kind, {key: str(each) for key, each in context.items()}
    if kind == "extra_forbidden":
        key = str(detail["loc"][-1])
        return "unknown-key", {"key": key} | guess(key, _fields(model, detail["loc"][:-1]))
    if kind == "missing" and not isinstance(detail["loc"][-1], int):
        return "missing-key", {"key": str(detail["loc"][-1])}
    if loc and loc[0] == "price":
        return "bad-price", {"value": value}
    if kind in _CHOICE_ERRORS:
        choices = [each.strip(" '") for each in str(context["expected"]).replace(" or ", ", ").split(",")]
        return "wrong-choice", {"value": value, "choices": ", ".join(choices)} | guess(value, choices)
    names = [part for part in loc if isinstance(part, str)]
    return wanted(detail, value, names[-1] if names else "")


def _shown(value: Any) -> str:  # noqa: ANN401 - whatever YAML held there
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"  # noqa: PLR2004 - a line of a terminal


def _fields(model: Any, loc: Path) -> list[str]:  # noqa: ANN401 - a model, or any annotation inside one
    """List the field names that may stand at `loc` inside `model`."""
    if isinstance(model, type) and issubclass(model, BaseModel):
        if not loc:
            return [field.alias or name for name, field in model.model_fields.items()]
        field = next((f for name, f in model.model_fields.items() if loc[0] in {name, f.alias}), None)
        return _fields(field.annotation, loc[1:]) if field else _fields(model, loc[1:])
    rest = loc[1:] if loc and isinstance(loc[0], int) else loc
    return [name for part in get_args(model) for name in _fields(part, rest)]
