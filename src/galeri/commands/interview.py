"""Questions in plain words, and the answers to them, until a new record has all that it needs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from rapidfuzz import process

from galeri.commands.languages import Voice
from galeri.commands.new_files import Draft, Site
from galeri.making.new_records import shape
from galeri.model.facts import LINKED_FIELDS
from galeri.model.field_texts import joined
from galeri.model.records import KINDS
from galeri.reading.files import slug

ASKED = {
    "product": ("kind", "artisan", "region", "techniques", "materials", "motifs"),
    "artisan": ("kind", "region", "place", "techniques"),
    "region": ("level", "parent"),
    "motif": ("regions",),
    "collection": ("kind", "products", "venue"),
    "venue": ("kind", "region", "address"),
    "article": ("kind", "authors"),
}
"""The fields that are asked for; all others are explained in the file."""
_SHOWN = 5


class Interview:
    """Asks a person, with `ask` (a prompt in, a line out), and proposes what the gallery has already."""

    def __init__(self, site: Site, voice: Voice, ask: Callable[[str], str]) -> None:
        """Speak with `voice` about the gallery `site`."""
        self.site, self.say, self.ask = site, voice, ask

    def complete(self, draft: Draft) -> Draft:
        """Ask for everything that the draft does not say yet."""
        title = draft.title or self._until(self.say("What is it called?"))
        name = draft.id or self._line(self.say("Its folder and address"), slug(title)) or slug(title)
        values = dict(draft.values)
        for field in ASKED.get(draft.kind, ()):
            if field not in values and (answer := self._field(draft.kind, field)):
                values[field] = answer
        photos = draft.photos or tuple(self._photos())
        return replace(draft, title=title, id=name, values=values, photos=photos)

    def _field(self, kind: str, name: str) -> str:
        schema = KINDS[kind].facts.model_json_schema()
        field = schema["properties"][name]
        about = self.say.sentence(joined(field["description"]))
        target = LINKED_FIELDS.get(name)
        known = self.site.ids[target] if target else [str(each) for each in field.get("enum", ())]
        if target and not known:
            return ""
        hint = (
            ", ".join(known[:_SHOWN]) + (", …" if len(known) > _SHOWN else "") if target else shape(field, {})
        )
        question = f"{about} ({hint})" if hint else about
        many = field.get("type") == "array"
        required = name in schema.get("required", ())
        while True:
            answers = self._answers(question, many=many)
            if answers and known and not all(each in known for each in answers):
                answers = [self._meant(each, known) for each in answers]
            if all(answers) and (answers or not required):
                return ", ".join(answers)

    def _answers(self, question: str, *, many: bool) -> list[str]:
        line = self._line(question)
        parts: Iterable[str] = line.split(",") if many else [line]
        return [part.strip() for part in parts if part.strip()]

    def _meant(self, answer: str, known: list[str]) -> str:
        """Find what was meant, and have it confirmed; empty where it was not."""
        if answer in known:
            return answer
        for guess, _, _ in process.extract(answer.lower(), known, limit=3, score_cutoff=60):
            if self._line(self.say("did you mean “{guess}”?", guess=guess), self.say.sentence("yes")):
                return str(guess)
        return ""

    def _photos(self) -> Iterator[Path]:
        while line := self._line(self.say("A photo to copy in: drag it here, or only Enter to go on")):
            path = Path(line.strip("'\" ").replace("\\ ", " "))
            if path.is_file():
                yield path
            else:
                self._line(self.say("there is no file “{path}”; Enter to go on", path=path))

    def _until(self, question: str) -> str:
        while not (line := self._line(question)):
            pass
        return line

    def _line(self, question: str, default: str = "") -> str:
        """Ask for a line; only Enter takes the default, and a hyphen takes nothing."""
        line = self.ask(f"{question} [{default}]: " if default else f"{question}: ").strip() or default
        return "" if line == "-" else line
