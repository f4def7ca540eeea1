"""A new record's facts and words as text: each field explained by a comment, those that are not known yet left out."""

import json
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from galeri.making.schemas import modeline
from galeri.model.field_texts import joined
from galeri.model.records import KINDS, Ref

Say = Callable[[str], str]
_WIDTH = 110


def facts_text(ref: Ref, values: Mapping[str, str], photos: tuple[str, ...], say: Say) -> str:
    """Write `<kind>.yaml`: `values` are YAML by field, as it is to be written; `photos` are file names."""
    kind = KINDS[ref.kind]
    path = f"content/{kind.folder}/{ref.id}/{kind.name}.yaml"
    listed = "".join(f"\n  - {{file: {quoted(name)}}}" for name in photos)
    given = {**values, **({"photos": listed} if listed else {})}
    return modeline(f"{kind.name}.json", path) + _fields(kind.facts, given, say)


def words_text(ref: Ref, title: str, photos: tuple[str, ...], say: Say) -> str:
    """Write `<language>.md`: the title, every other field as a comment, and an empty story."""
    texts = "".join(f'\n  {quoted(name)}: {{alt: ""}}' for name in photos)
    given = {"title": quoted(title), **({"photos": texts} if texts else {})}
    return f"---\n{_fields(KINDS[ref.kind].words, given, say)}---\n"


def quoted(text: str) -> str:
    """Write text as YAML, in quotes: they are right for any text (a JSON string is one of YAML's)."""
    return json.dumps(text, ensure_ascii=False)


def shape(field: Mapping[str, Any], parts: Mapping[str, Any]) -> str:
    """Tell what a field holds by an example: its choices, or how it is written; empty where any text will do."""
    for each in (field, *field.get("anyOf", ()), field.get("items", {})):
        if "enum" in each:
            return ", ".join(map(str, each["enum"]))
        if "examples" in each:
            return str(each["examples"][0])
        if each.get("format") == "date":
            return "2026-11-01"
        if "$ref" in each:
            part = parts[each["$ref"].rpartition("/")[2]]
            return "{" + ", ".join(f"{name}: …" for name in part["properties"]) + "}"
    return "true, false" if field.get("type") == "boolean" else ""


def _fields(model: type[BaseModel], given: Mapping[str, str], say: Say) -> str:
    return "\n".join(_explained(model, given, say))


def _explained(model: type[BaseModel], given: Mapping[str, str], say: Say) -> Iterator[str]:
    schema = model.model_json_schema()
    for name, field in schema["properties"].items():
        if name == "translated_from":
            continue
        about = say(joined(_description(field, schema.get("$defs", {}))))
        example = shape(field, schema.get("$defs", {}))
        comment = f"{about} ({example})" if example and example not in about else about
        above = "".join(f"# {line}\n" for line in textwrap.wrap(comment, _WIDTH, break_on_hyphens=False))
        value = given.get(name)
        written = (
            f"# {name}:" if value is None else f"{name}:{'' if value.startswith(chr(10)) else ' '}{value}"
        )
        yield f"{above}{written}\n"


def _description(field: Mapping[str, Any], parts: Mapping[str, Any]) -> str:
    for each in (field, *field.get("anyOf", ())):
        if "description" in each:
            return str(each["description"])
        if "$ref" in each:
            return str(parts[each["$ref"].rpartition("/")[2]]["description"])
    return ""
