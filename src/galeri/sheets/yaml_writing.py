"""A plain tree → YAML as a curator would write it, which reads back as the same tree."""

import re
from typing import Any

import yaml

from galeri.reading.yaml_tree import Tree, scalar

_TAGS = {
    str: "tag:yaml.org,2002:str",
    int: "tag:yaml.org,2002:int",
    float: "tag:yaml.org,2002:float",
    bool: "tag:yaml.org,2002:bool",
    type(None): "tag:yaml.org,2002:null",
}
_END = re.compile(r"\n(\.\.\.\n)?\Z")
_ENDLESS = 1_000_000
"""Characters: lines are never folded."""


class _Dumper(yaml.CSafeDumper):
    """Leaves plain whatever `scalar` reads back as the same text: dates, times and `no` among them."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:  # noqa: ANN401 - as in yaml.resolver
        if kind is yaml.ScalarNode and implicit[0]:
            return _TAGS[type(scalar(value))]
        return super().resolve(kind, value, implicit)  # type: ignore[no-untyped-call]

    def ignore_aliases(self, _data: Any) -> bool:  # noqa: ANN401 - as in yaml.representer
        return True


def _text(dumper: _Dumper, value: str) -> yaml.Node:
    return dumper.represent_scalar(_TAGS[str], value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _text)


def document(tree: dict[str, Tree]) -> str:
    """Write a whole file, a line or a block for each field; what has no parts with parts stands in one line."""
    return "".join(_dump({key: value}, flow=_flow(value)) for key, value in tree.items())


def inline(value: Tree) -> str:
    """Write a value in one line that may stand anywhere, also between brackets."""
    return _END.sub("", _dump([value], flow=True))[1:-1]


def block(value: Tree, indent: str) -> str:
    """Write a value that stands after `key: ` in a mapping whose keys are indented by `indent`."""
    if isinstance(value, (dict, list)):
        return inline(value)
    return _END.sub("", _dump({"k": value}, flow=False))[3:].replace("\n", f"\n{indent}")


def _flow(value: Tree) -> bool | None:
    """Choose how a field is laid out: None lets the innermost parts stand in one line."""
    return None if isinstance(value, (dict, list)) else False


def _dump(tree: Tree, *, flow: bool | None) -> str:
    return str(
        yaml.dump(
            tree,
            Dumper=_Dumper,
            allow_unicode=True,
            default_flow_style=flow,
            sort_keys=False,
            width=_ENDLESS,
        )
    )
