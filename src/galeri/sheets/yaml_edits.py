"""Changes single values of a YAML text, and leaves every other character as it is.

The places of the values come from libyaml. Every edit is read back: a text in which anything else would change with it
(an alias, say) is refused.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from galeri.reading.yaml_tree import Path, Tree, YamlError, parse
from galeri.sheets.trees import ABSENT, at, nested, put, without
from galeri.sheets.yaml_writing import block, inline


class UneditableError(Exception):
    """A text that can't be changed in one place alone."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to stand at a path; ABSENT takes out what is there."""

    path: Path
    value: Tree


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Make the edits one after the other; raises UneditableError where one can't be made without touching others."""
    for edit in edits:
        text = _edited(text, edit)
    return text


def _edited(text: str, edit: Edit) -> str:
    try:
        before = parse(text).tree
        if edit.value is ABSENT:
            path = _shrunk(before, edit.path)
            wanted = without(before, edit.path)
            made = text if path is None else _removed(text, path)
        else:
            wanted = put(before, edit.path, edit.value)
            made = _set(text, edit.path, edit.value)
        if parse(made).tree == wanted:
            return made
    except (YamlError, yaml.YAMLError, IndexError) as error:
        raise UneditableError from error
    raise UneditableError


def _shrunk(tree: Tree, path: Path) -> Path | None:
    """Give the path of all that is taken out with what stands at `path`; None where nothing does."""
    if at(tree, path) is ABSENT:
        return None
    while len(path) > 1 and len(at(tree, path[:-1])) == 1:
        path = path[:-1]
    return path


def _set(text: str, path: Path, value: Tree) -> str:
    root = yaml.compose(text, yaml.CSafeLoader)
    if root is None:
        return _joined_lines(text, block_entry(path, value, "", text))
    trail = _trail(root, path)
    node, rest = trail[-1], path[len(trail) - 1 :]
    if not rest:
        return _replaced(text, trail, value)
    fits = yaml.SequenceNode if isinstance(rest[0], int) else yaml.MappingNode
    if not isinstance(node, fits) or not node.value:
        return _replaced(text, trail, nested(rest, value))
    flow = any(each.flow_style for each in trail if isinstance(each, yaml.CollectionNode))
    return (_into_line if flow else _into_block)(text, node, rest, value)


def block_entry(path: Path, value: Tree, indent: str, text: str) -> str:
    """Write an entry of a block mapping or an item of a block list, without its first indentation."""
    first, tree = path[0], nested(path[1:], value)
    newline = "\r\n" if "\r\n" in text else "\n"
    if isinstance(first, int):
        return f"- {inline(tree)}"
    return f"{inline(first)}: {block(tree, indent)}".replace("\n", newline)


def _into_line(text: str, node: yaml.CollectionNode, rest: Path, value: Tree) -> str:
    last, tree = _end(text, _children(node)[-1]), nested(rest[1:], value)
    entry = inline(tree) if isinstance(rest[0], int) else f"{inline(rest[0])}: {inline(tree)}"
    return f"{text[:last]}, {entry}{text[last:]}"


def _into_block(text: str, node: yaml.CollectionNode, rest: Path, value: Tree) -> str:
    first = node.value[0][0] if isinstance(node, yaml.MappingNode) else node
    indent = " " * first.start_mark.column
    line_end = _line_end(text, _end(text, _children(node)[-1]))
    newline = "\r\n" if "\r\n" in text else "\n"
    entry = f"{newline}{indent}{block_entry(rest, value, indent, text)}"
    return f"{text[:line_end]}{entry}{text[line_end:]}"


def _joined_lines(text: str, entry: str) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    return f"{text}{'' if not text or text.endswith(chr(10)) else newline}{entry}{newline}"


def _replaced(text: str, trail: list[yaml.Node], value: Tree) -> str:
    node, above = trail[-1], trail[:-1]
    start, end = _span(text, node)
    flow = any(each.flow_style for each in above if isinstance(each, yaml.CollectionNode))
    in_mapping = bool(above) and isinstance(above[-1], yaml.MappingNode)
    if flow or not in_mapping:
        return f"{text[:start]}{inline(value)}{text[end:]}"
    key = next(key for key, each in above[-1].value if each is node)
    comment_follows = bool(text[end : _line_end(text, end)].strip())
    written = inline(value) if comment_follows else block(value, " " * key.start_mark.column)
    written = written.replace("\n", "\r\n" if "\r\n" in text else "\n")
    colon = text.index(":", _end(text, key)) + 1
    return f"{text[:colon]} {written}{text[end:]}"


def _removed(text: str, path: Path) -> str:
    root = yaml.compose(text, yaml.CSafeLoader)
    trail = _trail(root, path) if root else []
    node, parent = trail[-1], trail[-2]
    if not isinstance(parent, yaml.CollectionNode):
        raise UneditableError
    index = _children(parent).index(node)
    if any(each.flow_style for each in trail[:-1] if isinstance(each, yaml.CollectionNode)):
        return _out_of_line(text, parent, index)
    head = parent.value[index][0] if isinstance(parent, yaml.MappingNode) else node
    start = text.rfind("\n", 0, head.start_mark.index) + 1
    before = text[start : head.start_mark.index]
    if before.strip() not in {"", "-"} or (before.strip() == "-") != isinstance(parent, yaml.SequenceNode):
        return _replaced(text, trail[:-1], _tree_without(text, path))
    end = _line_end(text, max(_end(text, head), _end(text, node)))
    newline = end + (2 if text[end : end + 2] == "\r\n" else 1 if end < len(text) else 0)
    return text[:start] + text[newline:]


def _out_of_line(text: str, parent: yaml.CollectionNode, index: int) -> str:
    heads = [each[0] if isinstance(parent, yaml.MappingNode) else each for each in parent.value]
    children = _children(parent)
    if index:
        return text[: _end(text, children[index - 1])] + text[_end(text, children[index]) :]
    if len(children) == 1:
        return text[: parent.start_mark.index + 1] + text[parent.end_mark.index - 1 :]
    return text[: heads[0].start_mark.index] + text[heads[1].start_mark.index :]


def _tree_without(text: str, path: Path) -> Tree:
    return at(without(parse(text).tree, path), path[:-1])


def _trail(root: yaml.Node, path: Path) -> list[yaml.Node]:
    """List the nodes from the root towards `path`, as far as they are written."""
    trail = [root]
    for part in path:
        node = trail[-1]
        found: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            found = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            found = node.value[part]
        if found is None:
            break
        trail.append(found)
    return trail


def _children(node: yaml.Node) -> list[yaml.Node]:
    return [each[1] if isinstance(node, yaml.MappingNode) else each for each in node.value]


def _span(text: str, node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.index, _end(text, node)


def _end(text: str, node: yaml.Node) -> int:
    """Find where a node's own text ends: libyaml counts what follows a block as part of it."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        parts = last if isinstance(last, tuple) else (last,)
        return max(_end(text, each) for each in parts)
    if isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}:
        return start + len(text[start:end].rstrip())
    return int(end)


def _line_end(text: str, position: int) -> int:
    """Find the end of the line, before its line break."""
    end = text.find("\n", position)
    if end < 0:
        return len(text)
    return end - 1 if text[end - 1 : end] == "\r" and end > position else end
