"""A theme's settings and the parts of its stylesheet → one stylesheet."""

from collections.abc import Iterable


def stylesheet(properties: Iterable[tuple[str, str]], parts: Iterable[str]) -> str:
    """Join `parts` (CSS) so that a later one wins over all earlier ones, whatever its selectors weigh.

    `properties` are custom properties by name and value, which every part can use and set anew. Each stands in a
    cascade layer of its own (CSS Cascading and Inheritance 5, section 6.4).
    """
    declared = "".join(f"--{name}:{value};" for name, value in properties)
    layers = [f":root{{{declared}}}"] if declared else []
    return "".join(f"@layer{{{part}}}\n" for part in (*layers, *parts))
