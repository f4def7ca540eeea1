"""The models of records, settings and themes → JSON Schemas, by which editors complete and explain what is written."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from galeri.model.facts import LINKED_FIELDS
from galeri.model.field_texts import joined
from galeri.model.records import KINDS, Kind
from galeri.model.settings import Settings
from galeri.model.theme import ThemeSettings

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]
Say = Callable[[str], str]


def schemas(ids: Mapping[str, Sequence[str]], say: Say) -> dict[str, Schema]:
    """Give each schema by its file name; `ids` of each kind are offered, `say` translates descriptions."""
    made: dict[str, Schema] = {}
    for kind in KINDS.values():
        made[f"{kind.name}.json"] = _facts(kind)
        made[f"{kind.name}-words.json"] = _one(kind.words)
    made["galeri.json"] = _one(Settings)
    made["theme.json"] = _of_a_layer(_one(ThemeSettings))
    return {name: {"$schema": DIALECT, **_told(schema, ids, say)} for name, schema in made.items()}


def files_of(name: str) -> str:
    """Give the files that a schema is for, as a pattern within the gallery's folder."""
    stem = name.removesuffix(".json")
    if stem in {"galeri", "theme"}:
        return "galeri.yaml" if stem == "galeri" else "themes/*/theme.yaml"
    kind = KINDS[stem.removesuffix("-words")]
    return f"content/{kind.folder}/*/" + (f"{kind.name}.yaml" if stem == kind.name else "*.md")


def modeline(name: str, path: str) -> str:
    """Give the comment by which the file at `path`, in the gallery, names its schema to an editor."""
    return f"# yaml-language-server: $schema={'../' * path.count('/')}.galeri/schema/{name}\n"


def _facts(kind: Kind) -> Schema:
    """Join facts and the short words that may stand beside them."""
    _, whole = models_json_schema([(kind.facts, "validation"), (kind.words, "validation")])
    parts = whole["$defs"]
    facts = parts.pop(kind.facts.__name__)
    short = {"type": "object", "additionalProperties": {"$ref": f"#/$defs/{kind.words.__name__}"}}
    return {**facts, "properties": {**facts["properties"], "words": short}, "$defs": parts}


def _one(model: type[BaseModel]) -> Schema:
    return model.model_json_schema()


def _of_a_layer(node: Any) -> Any:  # noqa: ANN401 - JSON
    """Require nothing: a theme that extends another, or a gallery that changes one, holds only what differs."""
    if isinstance(node, list):
        return [_of_a_layer(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {name: _of_a_layer(each) for name, each in node.items() if name != "required"}


def _told(node: Any, ids: Mapping[str, Sequence[str]], say: Say) -> Any:  # noqa: ANN401 - JSON
    """Translate descriptions, leave out pydantic's titles, and offer ids where a field names a record."""
    if isinstance(node, list):
        return [_told(each, ids, say) for each in node]
    if not isinstance(node, dict):
        return node
    told: Schema = {}
    for name, value in node.items():
        if name == "description" and isinstance(value, str):
            told[name] = say(joined(value))
        elif name == "properties":
            told[name] = {each: _field(each, field, ids, say) for each, field in value.items()}
        elif not (name == "title" and isinstance(value, str)):
            told[name] = _told(value, ids, say)
    return told


def _field(name: str, field: Schema, ids: Mapping[str, Sequence[str]], say: Say) -> Schema:
    told: Schema = _told(field, ids, say)
    known = ids.get(LINKED_FIELDS.get(name, ""), ())
    return _offering(told, known) if known else told


def _offering(field: Schema, known: Sequence[str]) -> Schema:
    """Offer `known` ids wherever the field holds text; one that is not known yet stays allowed."""
    if field.get("type") == "string":
        rest = {key: value for key, value in field.items() if key not in {"type", "pattern"}}
        return {**rest, "anyOf": [{"enum": list(known)}, {"type": "string"}]}
    if "items" in field:
        return {**field, "items": _offering(field["items"], known)}
    if "anyOf" in field:
        return {**field, "anyOf": [_offering(each, known) for each in field["anyOf"]]}
    return field
