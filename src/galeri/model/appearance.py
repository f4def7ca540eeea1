"""What a theme lets a gallery choose of its looks: each setting has a rule, and a value that keeps it."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, TypeAdapter, ValidationError, model_validator

from galeri.model.facts_shared import Strict
from galeri.model.values import Colour, Line, fail

Value = str | int | bool | tuple[str, ...]
"""What a setting may hold: a colour, a text or one of several choices; a number; a switch; several choices."""
Appearance = Mapping[str, Value]
"""A value for each setting of a theme."""

_KINDS: Mapping[str, TypeAdapter[Value]] = {
    "colour": TypeAdapter(Colour),
    "text": TypeAdapter(Line),
    "choice": TypeAdapter(Line),
    "choices": TypeAdapter(tuple[Line, ...]),
    "number": TypeAdapter(Annotated[int, Field(strict=True)]),
    "switch": TypeAdapter(Annotated[bool, Field(strict=True)]),
}


class SettingRule(Strict):
    """A setting of a theme: what it may hold, and what it holds where a gallery does not say."""

    type: Annotated[
        Literal["colour", "text", "choice", "choices", "number", "switch"],
        Field(
            description="What it holds: a colour, a line of text, one of its choices, several of them in order, "
            "a whole number, or true or false."
        ),
    ]
    default: Annotated[
        str | int | bool | tuple[str, ...], Field(description="Its value where the gallery does not say.")
    ]
    choices: Annotated[tuple[Line, ...], Field(description="For `choice` and `choices`.")] = ()
    least: Annotated[int | None, Field(description="For `number`: the smallest.")] = None
    most: Annotated[int | None, Field(description="For `number`: the largest.")] = None
    about: Annotated[dict[str, Line], Field(description="What it is for, by language.")] = Field(
        default_factory=dict
    )

    @model_validator(mode="after")
    def _default_keeps_the_rule(self) -> Self:
        if self.accepted(self.default) is None:
            fail("wrong-setting", self.default, expected=self.expected, field="default")
        return self

    def accepted(self, value: object) -> Value | None:
        """Give `value` as the setting holds it, or None where it breaks the rule."""
        try:
            held = _KINDS[self.type].validate_python(value)
        except ValidationError:
            return None
        if self.type in {"choice", "choices"}:
            chosen = held if isinstance(held, tuple) else (held,)
            return held if set(chosen) <= set(self.choices) and len(set(chosen)) == len(chosen) else None
        if self.type == "number" and isinstance(held, int):
            low, high = self.least, self.most
            return None if (low is not None and held < low) or (high is not None and held > high) else held
        return held

    @property
    def expected(self) -> str:
        """Say in signs what it may hold: `#7a3b12`, `1 … 4`, `a, b, c`."""
        match self.type:
            case "colour":
                return "#7a3b12"
            case "choice" | "choices":
                return ", ".join(self.choices)
            case "number":
                low, high = ("" if end is None else end for end in (self.least, self.most))
                return f"{low} … {high}"
            case "switch":
                return "true, false"
            case _:
                return "…"


class ContrastRule(Strict):
    """Two colours of the theme that must be told apart: text, and the ground that it stands on."""

    text: Annotated[Line, Field(description="The setting with the colour of the text.")]
    ground: Annotated[Line, Field(description="The setting with the colour behind it.")]
    least: Annotated[
        float,
        Field(ge=1, le=21, description="The least contrast ratio of WCAG: 4.5 for text, 7 for reading."),
    ]
