"""Problems → what a browser shows of them: over a page of the preview, or instead of one."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from galeri.commands.languages import Voice
from galeri.commands.telling import hint_of, sentence_of, visible
from galeri.model.problem import Problem

if TYPE_CHECKING:
    from jinja2 import Template

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
        return self._shown(problems, over=True)

    def instead(self, problems: Sequence[Problem]) -> str:
        """Show problems where there is no page."""
        return self._shown(problems, over=False)

    def _shown(self, problems: Sequence[Problem], *, over: bool) -> str:
        say, left = self.say, len(problems) - _MOST
        return self._template.render(
            over=over,
            language=say.language,
            heading=say.count("One thing to mend", "{count} things to mend", len(problems)),
            explanation=self._explanation(over=over),
            problems=[
                {
                    "place": visible(str(each.place)),
                    "sentence": sentence_of(each, say),
                    "hint": hint_of(each, say),
                }
                for each in problems[:_MOST]
            ],
            more=say.count("and {count} more", "and {count} more", left) if left > 0 else "",
            close=say("Look at the page below"),
        )

    def _explanation(self, *, over: bool) -> str:
        if over:
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
