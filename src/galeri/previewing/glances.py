"""Photos and films as a preview describes them: by their headers and stamps, as what is not shown is not read."""

from pathlib import Path

from galeri.model.records import FilmFile, PhotoFile
from galeri.reading.files import File
from galeri.reading.photos import BrokenPhotoError, PhotoBook, stand_in


class Glances:
    """Describes photos by their headers, and films by their stamps."""

    def __init__(self, notes: Path) -> None:
        """Take what builds noted of photos at `notes`, if they did."""
        self._book = PhotoBook(notes)

    def look(self, root: Path, file: File) -> PhotoFile:
        """Describe a photo; raises BrokenPhotoError where it is none."""
        try:
            return self._book.glance(root, file)
        except OSError:
            raise BrokenPhotoError(file.path) from None

    def film(self, _root: Path, file: File) -> FilmFile:
        """Describe a film."""
        return FilmFile(file.path, stand_in(file))
