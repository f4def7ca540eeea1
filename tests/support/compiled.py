"""Templates, compiled once for all tests of a process: hundreds of small galleries have the same few.

What is compiled depends on a template's name and text alone, but for its path, which errors tell: each gets its own.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from galeri.making.pages import Renderer
from galeri.making.templates import ThemeEnvironment


class Compiled(jinja2.BytecodeCache):
    """Keeps what was compiled as long as the process lives."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._known: dict[tuple[str, str], CodeType] = {}
        self._paths: dict[str, str] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Tell templates apart by their names."""
        self._paths[name] = filename or ""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template of the same name and text, as if it had been compiled where it lies."""
        known = self._known.get((bucket.key, bucket.checksum))
        bucket.code = known and _lying_at(known, self._paths[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code:
            self._known[bucket.key, bucket.checksum] = bucket.code


def _lying_at(code: CodeType, path: str) -> CodeType:
    parts = (_lying_at(each, path) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_filename=path, co_consts=tuple(parts))


@cache
def compile_once() -> None:
    """Let every build that this process makes share what is compiled."""
    compiled, made = Compiled(), Renderer._environment  # noqa: SLF001 - nothing else is changed

    def environment(self: Renderer) -> ThemeEnvironment:
        found = made(self)
        found.bytecode_cache = compiled
        return found

    Renderer._environment = environment  # type: ignore[method-assign]  # noqa: SLF001


def warm(theme: Sequence[Path]) -> None:
    """Compile all templates of a theme, before processes are forked from this one; `theme` is its layers."""
    compile_once()
    environment = Renderer([str(layer) for layer in theme], {}, {}).environment
    for name in environment.list_templates():
        environment.get_template(name)
