"""The Jinja environment of themes: a template can reach what its view holds, and nothing behind it.

Jinja's own sandbox asks at every access of an attribute, which takes a third of a build. Here names are judged
once, when a template is compiled: an attribute whose name is written in a template can't start with an underscore
or be a door out of a value (`format`, `mro`, frames and code objects); names that are only known later pass
through `getitem`, which refuses the same.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import jinja2
from jinja2 import nodes
from jinja2.sandbox import (
    UNSAFE_ASYNC_GENERATOR_ATTRIBUTES,
    UNSAFE_COROUTINE_ATTRIBUTES,
    UNSAFE_FUNCTION_ATTRIBUTES,
    UNSAFE_GENERATOR_ATTRIBUTES,
    UNSAFE_METHOD_ATTRIBUTES,
)
from pydantic import BaseModel

_DOORS = frozenset(
    {"format", "format_map", "mro", "today"}
    | {
        name for name in dir(BaseModel) if not name.startswith("_")
    }  # `parse_file` and `parse_raw`, which unpickles
    | UNSAFE_FUNCTION_ATTRIBUTES
    | UNSAFE_METHOD_ATTRIBUTES
    | UNSAFE_GENERATOR_ATTRIBUTES
    | UNSAFE_COROUTINE_ATTRIBUTES
    | UNSAFE_ASYNC_GENERATOR_ATTRIBUTES
)


class ThemeEnvironment(jinja2.Environment):
    """Compiles and runs the templates of one theme: everything is escaped, and what is not there is an error."""

    def __init__(self, layers: Sequence[Path]) -> None:
        """Find templates in the folders of the theme's `layers`, the one that wins first."""
        super().__init__(
            loader=_loader(layers),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            extensions=["jinja2.ext.i18n"],
        )
        del self.filters["attr"]
        for name in ("lipsum", "cycler"):
            del self.globals[name]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for access in tree.find_all(nodes.Getattr):
            if _is_door(access.attr):
                _refuse(access.attr, access.lineno, name, filename)
        return tree

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - Jinja's own signature
        """Look up `obj[argument]`, as filters that take an attribute's name do too."""
        if isinstance(argument, str) and _is_door(argument):
            message = f"a template can't use “{argument}”"
            raise jinja2.exceptions.SecurityError(message)
        return super().getitem(obj, argument)


def _loader(layers: Sequence[Path]) -> jinja2.BaseLoader:
    """Find `page.html` in the layer that wins, and `name/page.html` in the theme `name` as it is by itself.

    So a template may extend the very one that it stands in for.
    """
    lowest = {layer.name: jinja2.FileSystemLoader(layer / "templates") for layer in layers}
    winners = jinja2.FileSystemLoader([layer / "templates" for layer in layers])
    return jinja2.ChoiceLoader([winners, jinja2.PrefixLoader(lowest)])


def _is_door(name: str) -> bool:
    return name.startswith("_") or name in _DOORS


def _refuse(attribute: str, line: int, name: str | None, filename: str | None) -> NoReturn:
    message = f"a template can't use “{attribute}”"
    raise jinja2.TemplateSyntaxError(message, line, name, filename)
