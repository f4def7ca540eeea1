"""Writes the parts of docs/ that the program itself knows, between `<!-- begin name -->` and `<!-- end -->`.

`--check` writes nothing, and fails where a page is not what would be written.
"""

import dataclasses
import re
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from pydantic import BaseModel

from galeri.commands.languages import Voice
from galeri.commands.main import parser
from galeri.model import book_views, photo_needs, problem_codes, views
from galeri.model.records import KINDS
from galeri.model.settings import Settings
from galeri.model.theme import PAGE_TEMPLATES, Recipe, ThemeSettings
from galeri.model.words import Words

DOCS = Path(__file__).parent
_BLOCK = re.compile(r"(<!-- begin ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_MODULES = re.compile(r"\b(?:galeri\.model\.\w+|datetime)\.")

Schema = Mapping[str, Any]
Parts = dict[str, Schema]


def main() -> None:
    """Write every page anew, or only compare."""
    pages = sorted(DOCS.glob("*.md")) + sorted(DOCS.glob("guides/[a-z][a-z]/*.md"))
    stale = [path for path in pages if filled(path) != path.read_text(encoding="utf-8")]
    for path in stale:
        name = path.relative_to(DOCS.parent).as_posix()
        if "--check" in sys.argv:
            print(f"{name} is out of date: run `make docs`")
        else:
            path.write_text(filled(path), encoding="utf-8", newline="\n")
            print(f"wrote {name}")
    sys.exit(1 if stale and "--check" in sys.argv else 0)


def filled(path: Path) -> str:
    """Give a page with its blocks made anew."""
    return _BLOCK.sub(
        lambda block: f"{block[1]}\n{_lines(BLOCKS[block[2]]())}\n{block[3]}",
        path.read_text(encoding="utf-8"),
    )


def settings() -> Iterator[str]:
    """Tell what galeri.yaml may hold."""
    yield from _model(Settings, "###")


def theme() -> Iterator[str]:
    """Tell what theme.yaml may hold."""
    yield from _model(ThemeSettings, "####")
    quality = Recipe(widths=(1,)).quality
    yield from ("", "The quality is, unless a recipe says otherwise:", "")
    yield ", ".join(f"{name} {value}" for name, value in quality.items()) + "."


def records() -> Iterator[str]:
    """Tell the facts and words of every kind of record."""
    parts: Parts = {}
    for kind in KINDS.values():
        yield from ("", f"## {kind.name}", "", f"In `content/{kind.folder}/<id>/{kind.name}.yaml`:", "")
        yield from _fields(_schema(kind.facts, parts))
        if kind.words is not Words:
            yield from (
                "",
                f"In the words of {_article(kind.name)}, besides [those of every record](#words):",
                "",
            )
            yield from _fields(_schema(kind.words, parts), without=Words.model_fields)
    yield from ("", "## Words", "", "In the front matter of `<language>.md`, for every kind:", "")
    yield from _fields(_schema(Words, parts))
    yield from ("", "## Parts", "", "Fields whose value has fields of its own:")
    yield from _parts(parts, "###")


def errors() -> Iterator[str]:
    """List every problem by what it is about."""
    say = Voice("id").sentence
    for name, group in vars(problem_codes).items():
        if not name.isupper() or name in {"PROBLEMS", "_GUESS"}:
            continue
        yield from ("", f"## {name if name == 'YAML' else name.title()}", "")
        for code, told in group.items():
            yield f"- **{code}**, {_article(told.severity)}: {_braces(told.message)}"
            indonesian = [say(each) for each in (told.message, told.hint) if say(each) != each]
            for each in filter(None, (told.hint, *indonesian)):
                yield f"  - {_braces(each)}"


def commands() -> Iterator[str]:
    """Tell every command with its options."""
    program = parser(Voice("en"))
    yield from ("", "## galeri", "", program.description or "", "")
    yield from _options(program)
    for name, command in subcommands(program).items():
        arguments = [each.metavar for each in command._actions if not each.option_strings]  # noqa: SLF001
        yield from (
            "",
            f"## galeri {name}",
            "",
            f"`{' '.join(['galeri', name, '[options]', *map(str, arguments)])}`",
        )
        yield from ("", command.description or "", "")
        yield from _options(command)


def subcommands(program: ArgumentParser) -> dict[str, ArgumentParser]:
    """Find the parser of each command by its name."""
    return next(dict(each.choices) for each in program._actions if isinstance(each.choices, dict))  # noqa: SLF001


def templates() -> Iterator[str]:
    """List the templates that a theme must have."""
    yield ", ".join(f"`{name}`" for name in PAGE_TEMPLATES) + "."


def seen() -> Iterator[str]:
    """Tell what templates see: every view with its fields."""
    yield from _views(views)


def books() -> Iterator[str]:
    """Tell what templates of printed catalogues see besides."""
    yield from _views(book_views)


def _views(module: ModuleType) -> Iterator[str]:
    for view in vars(module).values():
        if dataclasses.is_dataclass(view) and isinstance(view, type) and view.__module__ == module.__name__:
            yield from ("", f"### {view.__name__}", "", _joined(view.__doc__ or ""), "")
            for field in dataclasses.fields(view):
                yield f"- `{field.name}`: {_type(field.type)}"


def photo_sizes() -> Iterator[str]:
    """Tell how many pixels each role of photo needs."""
    yield "Of the longer side, by what the photo shows (`role`):"
    yield from _photo_sizes(
        ("role", "at least", "crisp on every screen", "in print"),
        "{mm} mm: {pixels}",
        "photos of other records",
    )


def ukuran_foto() -> Iterator[str]:
    """Tell the same in Indonesian."""
    yield "Untuk sisi yang lebih panjang, menurut apa yang ditampilkan foto (`role`):"
    yield from _photo_sizes(
        ("role", "sedikitnya", "tajam di setiap layar", "di atas kertas"),
        "{mm} mm: {pixels}",
        "foto entri lain",
    )


def _photo_sizes(heads: tuple[str, ...], printed: str, elsewhere: str) -> Iterator[str]:
    yield from ("", _row(*heads), "|---|---|---|---|")
    for role, screen in photo_needs.SCREEN.items():
        yield _row(
            f"`{role}`", f"{screen.least}", f"{screen.sharp}", _printed(printed, photo_needs.PRINTED[role])
        )
    piece = photo_needs.SCREEN["piece"]
    yield _row(
        elsewhere, f"{piece.least}", f"{piece.sharp}", _printed(printed, photo_needs.PRINTED_ELSEWHERE)
    )


def _printed(text: str, millimetres: int) -> str:
    return text.format(mm=millimetres, pixels=photo_needs.printed_pixels(millimetres))


BLOCKS: Mapping[str, Callable[[], Iterable[str]]] = {
    each.__name__: each
    for each in (settings, theme, records, errors, commands, templates, seen, books, photo_sizes, ukuran_foto)
}


def _model(model: type[BaseModel], heading: str) -> Iterator[str]:
    parts: Parts = {}
    yield from _fields(_schema(model, parts))
    yield from _parts(parts, heading)


def _schema(model: type[BaseModel], parts: Parts) -> Schema:
    schema = model.model_json_schema()
    parts |= schema.get("$defs", {})
    return schema | {"$defs": parts}


def _parts(parts: Parts, heading: str) -> Iterator[str]:
    for name, schema in sorted(parts.items()):
        yield from ("", f"{heading} {name}", "", schema["description"], "")
        yield from _fields({**schema, "$defs": parts})


def _fields(schema: Schema, without: Iterable[str] = ()) -> Iterator[str]:
    yield from ("| field | holds | default | |", "|---|---|---|---|")
    required = schema.get("required", [])
    for name, field in schema["properties"].items():
        if name not in without:
            default = "required" if name in required else _default(field)
            yield _row(f"`{name}`", _shape(field), default, _described(field, schema["$defs"]))


def _default(field: Schema) -> str:
    value = field.get("default")
    if isinstance(value, list) and field.get("type") == "string":  # the one value that is written as text
        return "`" + " ".join(f"{each}%" for each in value) + "`"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, list) and value:
        return f"`[{', '.join(map(str, value))}]`"
    return f"`{value}`" if value and not isinstance(value, dict) else ""


def _described(field: Schema, parts: Parts) -> str:
    inner = [field, *field.get("anyOf", ())]
    found = [each["description"] for each in inner if "description" in each]
    found += [parts[each["$ref"].rpartition("/")[2]]["description"] for each in inner if "$ref" in each]
    return _joined(found[0]) if found else ""


def _shape(field: Schema) -> str:
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        return " or ".join(_shape(each) for each in field["anyOf"] if each.get("type") != "null")
    if "enum" in field or "const" in field:
        return ", ".join(f"`{each}`" for each in field.get("enum", [field.get("const")]))
    shapes = {"array": _list, "object": _mapping, "string": _text}
    return shapes.get(field["type"], _number)(field)


def _list(field: Schema) -> str:
    if "prefixItems" in field:
        return f"list of {len(field['prefixItems'])}: " + ", ".join(map(_shape, field["prefixItems"]))
    return f"list of {_shape(field['items'])}"


def _mapping(field: Schema) -> str:
    if "patternProperties" in field:
        ((pattern, value),) = field["patternProperties"].items()
        return f"for each key that matches `{pattern}`, {_shape(value)}"
    key = field.get("propertyNames", {})
    return f"{_shape(key)}: {_shape(field['additionalProperties'])}" if key else (
        f"for each key, {_shape(field['additionalProperties'])}"
    )  # fmt: skip


def _text(field: Schema) -> str:
    if field.get("format") == "date":
        return "date, such as `2026-11-01`"
    if "examples" in field:
        return f"such as `{field['examples'][0]}`"
    return f"text that matches `{field['pattern']}`" if "pattern" in field else "text"


def _number(field: Schema) -> str:
    if field["type"] == "boolean":
        return "`true` or `false`"
    low = field.get("minimum", field.get("exclusiveMinimum", -1) + 1)
    bounds = f" from {low}" if {"minimum", "exclusiveMinimum"} & field.keys() else ""
    bounds += f" to {field['maximum']}" if "maximum" in field else ""
    return ("whole number" if field["type"] == "integer" else "number") + bounds


def _options(command: ArgumentParser) -> Iterator[str]:
    yield from ("| | |", "|---|---|")
    for each in command._actions:  # noqa: SLF001 - argparse has no other way to list them
        if not isinstance(each.choices, dict):
            names = each.option_strings or [str(each.metavar)]
            yield _row(", ".join(f"`{name}`" for name in names), each.help or "")


def _type(annotation: object) -> str:
    text = (
        annotation.__name__
        if isinstance(annotation, type) and "[" not in str(annotation)
        else str(annotation)
    )
    return f"`{_MODULES.sub('', text)}`"


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _braces(sentence: str) -> str:
    return sentence.replace("{{", "{").replace("}}", "}").replace("<", "&lt;")


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _joined(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))


def _lines(lines: Iterable[str]) -> str:
    text = "\n".join(lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


if __name__ == "__main__":
    main()
