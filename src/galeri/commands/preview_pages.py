"""Problems → what a browser shows of them: over a page of the preview, or instead of one."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from galeri.commands.languages import Voice
from galeri.commands.telling import hint_of, sentence_of, visible
from galeri.model.problem import Problem

if TYPE_CHECKING:
    from jinja2 import Template

Where = Literal["over", "instead", "beside"]
"""Where problems are shown, seen from a page."""
_MOST = 50
"""How many problems are shown: who mends these sees the next ones."""


class PreviewPages:
    """Shows problems in a person's language; whatever stands in them is text."""

    def __init__(self, say: Voice) -> None:
        """Speak with `say`."""
        self.say = say

    @property
    def style(self) -> bytes:
        """The stylesheet of all that is shown here."""
        return Path(__file__).with_name("preview.css").read_bytes()

    def over(self, problems: Sequence[Problem]) -> str:
        """Show problems over a page, which is as it was before them."""
        return self._shown(problems, "over")

    def instead(self, problems: Sequence[Problem]) -> str:
        """Show problems where there is no page."""
        return self._shown(problems, "instead")

    def beside(self, warnings: Sequence[Problem]) -> str:
        """Show warnings in a corner of a page: their number, and all of them once that is opened."""
        return self._shown(warnings, "beside")

    def _shown(self, problems: Sequence[Problem], where: Where) -> str:
        say, left = self.say, len(problems) - _MOST
        return self._template.render(
            where=where,
            language=say.language,
            heading=self._heading(where, len(problems)),
            explanation=self._explanation(where),
            problems=[
                {
                    "place": visible(str(each.place)),
                    "sentence": sentence_of(each, say),
                    "hint": hint_of(each, say),
                }
                for each in problems[:_MOST]
            ],
            more=say.count("and {count} more", "and {count} more", left) if left > 0 else "",
            close=say("Close") if where == "beside" else say("Look at the page below"),
        )

    def _heading(self, where: Where, number: int) -> str:
        if where == "beside":
            return self.say.count("One thing to look at", "{count} things to look at", number)
        return self.say.count("One thing to mend", "{count} things to mend", number)

    def _explanation(self, where: Where) -> str:
        if where == "beside":
            return self.say(
                "The gallery can be published as it is. These are warnings, to be looked at in good time."
            )
        if where == "over":
            return self.say(
                "The page below is as it was before. Mend the file and save it: this message then goes by itself."
            )
        return self.say("Mend the file and save it: the gallery then appears by itself.")

    @cached_property
    def _template(self) -> "Template":
        from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - the command's help needs no template

        environment = Environment(
            autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        return environment.from_string(Path(__file__).with_name("preview.html").read_text(encoding="utf-8"))
