"""`private.yaml` → values that no output may hold: read for this one purpose."""

from collections.abc import Iterator

from galeri.model.private import PrivateValue
from galeri.model.records import Ref
from galeri.reading.yaml_tree import Path, Tree, parse


def private_values(ref: Ref, text: str) -> Iterator[PrivateValue]:
    """List every value in the file, as it was written; raises YamlError where it is not YAML."""
    parsed = parse(text, as_text=True)
    if parsed.errors:
        raise parsed.errors[0]
    for path, value in _leaves(parsed.tree, ()):
        yield PrivateValue(f"{ref.kind}:{ref.id}", ".".join(map(str, path)), value)


def _leaves(tree: Tree, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _leaves(value, (*path, index))
    elif tree:
        yield path, str(tree)
