"""The photos of a gallery as its pages show them: planned once, and shared by all languages."""

from dataclasses import dataclass
from typing import Any

from galeri.model.gallery import Gallery
from galeri.model.licences import licence_url
from galeri.model.outputs import BookPhoto, ImageOutput, Rights
from galeri.model.records import KINDS, Record, RecordPhoto, Ref
from galeri.model.theme import Role, Theme
from galeri.model.views import Placeholder, Source
from galeri.planning.pictures import derivatives, sources


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo in a role: its files, and the width, height (pixels) and placeholder of the widest."""

    sources: tuple[Source, ...]
    width: int
    height: int
    placeholder: Placeholder


class Photos:
    """Plans the files of photos. What it gives is frozen; what it remembers only saves time."""

    def __init__(self, gallery: Gallery, theme: Theme, *, release: bool = False) -> None:
        """Plan the photos of a gallery; for a `release`, files are to be as small as they can be."""
        self.images: dict[str, ImageOutput] = {}
        self._gallery = gallery
        self._theme = theme
        self._release = release
        self._shown: dict[tuple[Ref, str, Role], Shown] = {}

    def shown(self, record: Record[Any], photo: RecordPhoto, role: Role) -> Shown:
        """Plan a photo's files for a role."""
        which = (record.ref, photo.facts.file, role)
        found = self._shown.get(which)
        if found is None:
            found = self._shown[which] = self._plan(record, photo, role)
        return found

    def rights(self, record: Record[Any], photo: RecordPhoto) -> Rights:
        """Say whose a photo is; a file is shared by all languages, so its title is the default language's."""
        settings = self._gallery.settings
        terms = photo.facts.licence or settings.licence
        return Rights(
            title=record.tellings[self._gallery.languages[0].tag].words.title,
            credit=photo.facts.credit,
            terms=terms,
            licence=licence_url(terms),
            licensor=settings.publisher,
            site=settings.contact.website or "",
        )

    def _plan(self, record: Record[Any], photo: RecordPhoto, role: Role) -> Shown:
        folder = f"images/{KINDS[record.ref.kind].folder}/{record.id}"
        recipe = self._theme.settings.images[role]
        made = derivatives(photo, recipe, folder, self.rights(record, photo), fine=self._release)
        self.images |= {output.path: output for output in made}
        widest = max(made, key=lambda output: output.width)
        return Shown(sources(made), widest.width, widest.height, widest.placeholder)


class Prints(Photos):
    """The photos of a gallery as a book shows them: each is its whole photo, made as large as it is printed."""

    def __init__(self, gallery: Gallery, theme: Theme) -> None:
        """Plan the photos of a book of a gallery."""
        super().__init__(gallery, theme)
        self.photos: dict[str, BookPhoto] = {}

    def _plan(self, record: Record[Any], photo: RecordPhoto, _role: Role) -> Shown:
        name, file = f"{record.ref.kind}/{record.id}/{photo.facts.file}", photo.file
        self.photos[name] = BookPhoto(
            name,
            file.path,
            file.digest,
            file.width,
            file.height,
            photo.facts.focus,
            self.rights(record, photo),
        )
        whole = Placeholder("", file.digest, 0, 0, file.width, file.height)
        return Shown((Source("image/jpeg", ((name, file.width),)),), file.width, file.height, whole)
