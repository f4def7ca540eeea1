"""Plain trees, as YAML is read into: look up a path, set it, take it out. A tree that is given is never changed."""

from galeri.reading.yaml_tree import Path, Tree

ABSENT: Tree = object()
"""What stands where nothing is, since None may be written."""


def at(tree: Tree, path: Path) -> Tree:
    """Give what stands at `path`, or ABSENT."""
    for part in path:
        if not _has(tree, part):
            return ABSENT
        tree = tree[part]
    return tree


def _has(tree: Tree, part: str | int) -> bool:
    if isinstance(tree, dict):
        return part in tree
    return isinstance(tree, list) and isinstance(part, int) and part < len(tree)


def nested(path: Path, value: Tree) -> Tree:
    """Put `value` into as many mappings and lists as `path` is long."""
    for part in reversed(path):
        value = [value] if isinstance(part, int) else {part: value}
    return value


def put(tree: Tree, path: Path, value: Tree) -> Tree:
    """Give `tree` with `value` at `path`; what is on the way and holds no parts gives way, a list grows by one."""
    if not path:
        return value
    part, rest = path[0], path[1:]
    if isinstance(part, int) and isinstance(tree, list):
        if part >= len(tree):
            return [*tree, nested(rest, value)]
        return [*tree[:part], put(tree[part], rest, value), *tree[part + 1 :]]
    if isinstance(part, str) and isinstance(tree, dict):
        return tree | {part: put(tree[part], rest, value) if part in tree else nested(rest, value)}
    return nested(path, value)


def without(tree: Tree, path: Path) -> Tree:
    """Give `tree` without what stands at `path`, nor what would be left empty above it."""
    inner = at(tree, path[:-1])
    if at(tree, path) is ABSENT:
        return tree
    if len(inner) == 1 and len(path) > 1:
        return without(tree, path[:-1])
    last = path[-1]
    kept: Tree
    if isinstance(inner, dict):
        kept = {key: value for key, value in inner.items() if key != last}
    else:
        kept = [value for index, value in enumerate(inner) if index != last]
    return put(tree, path[:-1], kept)
