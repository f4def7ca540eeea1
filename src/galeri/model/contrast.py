"""How well two colours are told apart: WCAG 2.2."""

_LINEAR_UNTIL = 0.04045
_LIGHTEST, _DARKEST = "#ffffff", "#000000"
_STEPS = 100


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours written as `#rrggbb` or `#rgb`, from 1 to 21.

    WCAG 2.2, definitions of contrast ratio and relative luminance.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def nearest_passing(text: str, ground: str, least: float) -> str:
    """Give the colour nearest to `text` that has a contrast of at least `least` with `ground`.

    It is mixed with black or with white, whichever needs less of it; "" where neither is enough.
    """
    mixed = (
        (step, _mixed(text, end, step)) for step in range(1, _STEPS + 1) for end in (_DARKEST, _LIGHTEST)
    )
    return next((colour for _, colour in mixed if contrast(colour, ground) >= least), "")


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_UNTIL else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[int, int, int]:
    digits = colour.removeprefix("#")
    if len(digits) == 3:  # noqa: PLR2004 - `#rgb`
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _mixed(colour: str, end: str, step: int) -> str:
    pairs = zip(_channels(colour), _channels(end), strict=True)
    return "#" + "".join(f"{round(own + (goal - own) * step / _STEPS):02x}" for own, goal in pairs)
