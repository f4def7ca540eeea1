"""YAML 1.2 text → a plain tree of dict, list, str, int, float, bool and None, and the place of each value.

Built on libyaml's events rather than PyYAML's loaders: those turn `no` into False and `12:30` into 750, keep the
last of two equal keys, expand alias bombs, and overflow the C stack on deeply nested text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

MAX_DEPTH = 40
MAX_NODES = 100_000
"""More nested or longer than any record could be; what aliases repeat counts each time."""

Path = tuple[str | int, ...]
Tree = Any

_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_CONSTANTS = {"": None, "~": None, "null": None, "Null": None, "NULL": None} | {
    spelling: value for word, value in (("true", True), ("false", False))
    for spelling in (word, word.title(), word.upper())
}  # fmt: skip


@dataclass
class YamlError(Exception):
    """Text that is not what a record's YAML may be: a problem code, the place (from 1), and what it names."""

    code: str
    line: int
    column: int
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree, the line and column (from 1) of each key or list item by its path, and keys given twice."""

    tree: Tree
    places: Mapping[Path, tuple[int, int]]
    errors: tuple[YamlError, ...] = ()


def parse(text: str, *, as_text: bool = False) -> Parsed:
    """Parse one YAML document; `as_text` keeps every scalar as the text that was written.

    A key given twice keeps its first value. Raises YamlError for text that is not YAML, a key that is not text,
    and text that is nested or repeated beyond MAX_DEPTH and MAX_NODES.
    """
    try:
        return _Builder(yaml.parse(text, yaml.CSafeLoader), as_text=as_text).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise YamlError("invalid-yaml", line, column, {"reason": error.problem or "?"}) from None
    except yaml.reader.ReaderError as error:
        line = text.encode().count(b"\n", 0, error.position) + 1  # libyaml counts bytes
        raise YamlError("invalid-yaml", line, 1, {"reason": error.reason}) from None


def scalar(text: str) -> Tree:
    """Resolve a plain scalar by YAML 1.2's core schema (YAML 1.2.2, section 10.3.2); dates stay text."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INT.fullmatch(text) and len(text) < 400:  # noqa: PLR2004 - int() refuses more than 4,300 digits
        return int(text, 0) if text.startswith("0") and text[1:2] in {"o", "x"} else int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


class _Builder:
    """Walks the events of one document once, building values and noting places."""

    def __init__(self, events: Iterator[Any], *, as_text: bool) -> None:
        self.events = events
        self.as_text = as_text
        self.places: dict[Path, tuple[int, int]] = {}
        self.anchors: dict[str, tuple[Tree, int]] = {}
        self.errors: list[YamlError] = []
        self.nodes = 0

    def document(self) -> Parsed:
        tree: Tree = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and self.nodes:
                raise self._error("several-documents", event)
            if isinstance(event, yaml.NodeEvent):
                tree = self._value(event, ())
        return Parsed(tree, self.places, tuple(self.errors))

    def _value(self, event: yaml.NodeEvent, path: Path) -> Tree:
        self._count(1, event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        before = self.nodes
        value: Tree
        if isinstance(event, yaml.ScalarEvent):
            value = scalar(event.value) if event.implicit[0] and not self.as_text else event.value
        elif len(path) > MAX_DEPTH:
            raise self._error("yaml-too-deep", event)
        else:
            value = self._mapping(path) if isinstance(event, yaml.MappingStartEvent) else self._sequence(path)
        if event.anchor:
            self.anchors[event.anchor] = (value, self.nodes - before + 1)
        return value

    def _mapping(self, path: Path) -> dict[str, Tree]:
        mapping: dict[str, Tree] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._error("bad-key", event)
            here = (*path, event.value)
            if event.value in mapping:
                self.errors.append(self._error("duplicate-key", event, key=event.value))
            self.places.setdefault(here, _place(event))
            mapping.setdefault(event.value, self._value(next(self.events), here))
        return mapping

    def _sequence(self, path: Path) -> list[Tree]:
        items: list[Tree] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            here = (*path, len(items))
            self.places.setdefault(here, _place(event))
            items.append(self._value(event, here))
        return items

    def _alias(self, event: yaml.AliasEvent) -> Tree:
        if event.anchor not in self.anchors:
            raise self._error("invalid-yaml", event, reason=f"unknown alias *{event.anchor}")
        value, size = self.anchors[event.anchor]
        self._count(size, event)
        return value

    def _count(self, nodes: int, event: yaml.Event) -> None:
        self.nodes += nodes
        if self.nodes > MAX_NODES:
            raise self._error("yaml-bomb", event)

    @staticmethod
    def _error(code: str, event: yaml.Event, **values: str) -> YamlError:
        return YamlError(code, *_place(event), values)


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
