"""Every field of a schema filled in: with a given text wherever the schema takes it, else with what it takes."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

EXAMPLES = (
    "https://contoh.example/a?b=c&d=e",
    "2026-01-02",
    "09:00",
    "+6280000000000",
    "surat@contoh.example",
    "contoh_ig",
    "IDR",
    "ID-JI",
    "35.26",
    "3526",
    "200 cm",
    "380 g",
    "30 days",
    "40 per month",
    "50% 30%",
    "5208.52",
    "#7a3b12",
    "9780306406157",
    "a.jpg",
    "id",
)
"""What the stricter kinds of text take."""

SIMPLE: Mapping[Any, tuple[Any, ...]] = {bool: (True,), int: (5, 2020), float: (5,), date: ("2026-01-02",)}


def filled(model: type[BaseModel], text: str, known: Mapping[str, Any]) -> dict[str, Any]:
    """Fill in every field of `model`; those that are `known` by name get that value, at any depth, or none (None)."""
    tree: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if name in known:
            if known[name] is not None:
                tree[field.alias or name] = known[name]
        else:
            kind = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
            tree[field.alias or name] = _first_valid(kind, text, known)
    return tree


def _first_valid(kind: Any, text: str, known: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any annotation
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    for value in _candidates(kind, text, known):
        try:
            adapter.validate_python(value)
        except ValidationError:
            continue
        return value
    message = f"nothing was found that {kind} takes"
    raise AssertionError(message)


def _candidates(kind: Any, text: str, known: Mapping[str, Any]) -> Iterator[Any]:  # noqa: ANN401 - any annotation
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        yield from _candidates(arguments[0], text, known)
    elif origin in {Union, UnionType}:
        for each in sorted(arguments, key=_is_model, reverse=True):
            yield from _candidates(each, text, known)
    elif origin is Literal:
        yield from arguments
    elif origin is tuple:
        yield [_first_valid(each, text, known) for each in arguments if each is not Ellipsis]
    elif origin is dict:
        yield {"id": _first_valid(arguments[1], text, known)}
    elif _is_model(kind):
        yield filled(kind, text, known)
    else:
        yield from SIMPLE.get(kind, (text, *EXAMPLES))


def _is_model(kind: Any) -> bool:  # noqa: ANN401 - any annotation
    return isinstance(kind, type) and issubclass(kind, BaseModel)
