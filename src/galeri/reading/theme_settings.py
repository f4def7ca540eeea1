"""The layers' theme.yaml, one over the other → the theme's settings, and the looks that a gallery chose of them."""

from collections.abc import Callable, Mapping, Sequence

from galeri.model.appearance import Appearance, ContrastRule, Value
from galeri.model.contrast import contrast, nearest_passing
from galeri.model.problem import Place, Problem
from galeri.model.theme import ThemeSettings
from galeri.reading.schema import guess, validate_at
from galeri.reading.theme_layers import Layer
from galeri.reading.yaml_tree import Path, Tree


def theme_settings(
    layers: Sequence[Layer],
) -> tuple[ThemeSettings | None, list[Problem], Mapping[Path, Place]]:
    """Lay the settings of `layers` (the winner first) over one another, and validate what results.

    Mappings are joined, everything else is replaced. The places tell from which file each part comes.
    """
    tree: Tree = {}
    places: dict[Path, Place] = {}
    for layer in reversed(layers):
        if layer.parsed is None:
            continue
        if not isinstance(layer.parsed.tree, dict):
            return None, [Problem("not-a-mapping", Place(layer.file, 1, 1))], places
        tree = _over(tree, layer.parsed.tree)
        places |= {path: Place(layer.file, *point) for path, point in layer.parsed.places.items()}
    settings, problems = validate_at(
        ThemeSettings, tree, _finder(places, Place(layers[0].file, 1, 1)), places
    )
    return settings, problems, places


def appearance(
    settings: ThemeSettings,
    chosen: Mapping[str, object],
    in_theme: Mapping[Path, Place],
    in_gallery: Mapping[Path, Place],
) -> tuple[Appearance, list[Problem]]:
    """Give each setting its value: the `chosen` one, else the theme's own; and whatever is wrong with them.

    The mappings give the places of what theme.yaml and galeri.yaml say.
    """
    find = _finder(in_gallery, Place("galeri.yaml", 1, 1))
    problems = [
        Problem(
            "unknown-setting", find(("appearance", name)), {"name": name} | guess(name, settings.settings)
        )
        for name in chosen
        if name not in settings.settings
    ]
    values: dict[str, Value] = {}
    for name, rule in settings.settings.items():
        value = rule.accepted(chosen.get(name, rule.default))
        if value is None:
            told = {"name": name, "value": str(chosen[name]), "expected": rule.expected}
            problems.append(Problem("wrong-setting", find(("appearance", name)), told))
            value = rule.default
        values[name] = value
    for index, pair in enumerate(settings.contrast):
        problems += _pale(pair, index, values, chosen, in_theme, in_gallery)
    return values, problems


def _pale(
    rule: ContrastRule,
    index: int,
    values: Appearance,
    chosen: Mapping[str, object],
    in_theme: Mapping[Path, Place],
    in_gallery: Mapping[Path, Place],
) -> list[Problem]:
    """Compare two colours; what fails is placed where the gallery chose one of them, else at the theme's rule."""
    own = _finder(in_theme, Place("theme.yaml", 1, 1))(("contrast", index))
    for name in (rule.text, rule.ground):
        if name not in values:
            return [Problem("unknown-setting", own, {"name": name} | guess(name, values))]
    text, ground = str(values[rule.text]), str(values[rule.ground])
    ratio = contrast(text, ground)
    if ratio >= rule.least:
        return []
    place = next(
        (in_gallery[("appearance", name)] for name in (rule.text, rule.ground) if name in chosen), own
    )
    better = nearest_passing(text, ground, rule.least)
    told = {
        "text": rule.text,
        "text_colour": text,
        "ground": rule.ground,
        "ground_colour": ground,
        "ratio": f"{int(ratio * 100) / 100:.2f}",
        "least": f"{rule.least:g}",
    }
    return [Problem("low-contrast", place, told | ({"better": better} if better else {}))]


def _over(under: Tree, upper: Tree) -> Tree:
    if isinstance(under, dict) and isinstance(upper, dict):
        return under | {key: _over(under.get(key), value) for key, value in upper.items()}
    return upper


def _finder(places: Mapping[Path, Place], otherwise: Place) -> Callable[[Path], Place]:
    def find(loc: Path) -> Place:
        inside = (loc[:end] for end in range(len(loc), 0, -1))
        return next((places[part] for part in inside if part in places), otherwise)

    return find
