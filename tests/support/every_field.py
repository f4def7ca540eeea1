"""A record of every kind with every field filled in, in two languages."""

from typing import Any

from galeri.model.records import KINDS
from tests.support.fields import filled
from tests.support.galleries import Small, photo

PHOTO = "{{ page.path }}&'(x);%3Cscript%3E,é.jpg"
STORY = "{text}\n\n![](<{photo}>)\n\n> {text}\n\n* {text}\n\n[{text}](product:{id}) [](artisan:{id})\n\n`{text}`\n"


def known(number: int, text: str) -> dict[str, Any]:
    """Give the fields that can't be any text, since they name something or decide what is shown."""
    name = f"h{number:02}"
    return {
        "artisan": name,
        "artisans": [name],
        "made_in": name,
        "designed_in": name,
        "region": name,
        "regions": [name],
        "parent": None,
        "techniques": [name],
        "materials": [name],
        "motifs": [name],
        "products": [name],
        "venue": name,
        "file": PHOTO,
        "portrait": PHOTO,
        "poster": PHOTO,
        "photo": PHOTO,
        "child": False,
        "curation": "approved",
        "edition": {"limited": 5},
        "withdrawn": None,
        "expires": None,
        "video": {"link": "https://film.example/a", "poster": PHOTO},
        "notes": {name: text},
        "consent": {"name": True, "portrait": True, "story": True, "phone": True},
    }


def write_records(gallery: Small, texts: tuple[str, ...]) -> None:
    for number, text in enumerate(texts):
        name, fixed = f"h{number:02}", known(number, text)
        for kind in KINDS.values():
            folder = f"content/{kind.folder}/{name}"
            gallery.dump(f"{folder}/{kind.name}.yaml", filled(kind.facts, text, fixed))
            words = filled(kind.words, text, fixed | {"photos": {PHOTO: {"alt": text, "caption": text}}})
            for tag in ("id", "en"):
                gallery.dump(f"{folder}/{tag}.md", words, STORY.format(text=text, photo=PHOTO, id=name))
            gallery.write(f"{folder}/{PHOTO}", photo((100, 50, 20), (20, 15)))
