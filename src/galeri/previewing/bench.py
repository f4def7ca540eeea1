"""Where the outputs of a preview are made: as a build makes them, but for pictures, and what needs a whole photo."""

from pathlib import Path

from galeri.model.outputs import ImageOutput, Output, ShareOutput
from galeri.model.private import PrivateValue
from galeri.model.problem import Problem
from galeri.model.views import Placeholder
from galeri.planning.preview import Preview
from galeri.publishing.cache import PICTURES
from galeri.publishing.jobs import Workshop
from galeri.publishing.privacy import Guard, words_of
from galeri.publishing.workers import UnmakeableError, Worker


class Bench(Worker):
    """Makes what one theme shows. It belongs to one thread at a time."""

    def __init__(self, root: Path, kept: Path, preview: Preview) -> None:
        """Compile the theme of `preview`; `kept` is the folder of all that is kept by key."""
        # Nothing is staged here: what is made goes straight to the browser.
        super().__init__(Workshop(root, preview.theme, preview.sites, (), kept, kept / PICTURES))
        self._guarded: tuple[PrivateValue, ...] = ()

    def turn_to(self, preview: Preview, private: tuple[PrivateValue, ...]) -> None:
        """Make outputs of another state of the gallery, which no one of `private` may hold; what is compiled stays."""
        self.renderer.sites = preview.sites
        if private != self._guarded:
            self.guard, self._guarded = Guard(private), private

    def placeholder(self, asked: Placeholder) -> str:
        """Give what a build has made, else none: to make one would need the whole photo, for a picture that is near."""
        return self.placeholders.kept(asked)

    def made(self, output: Output) -> bytes:
        """Make one output but derivatives, films and books.

        Raises TemplateFailedError, UnmakeableError, or as pictures do.
        """
        match output:
            case ShareOutput():
                return self._share(output)
            case _:
                return super().made(output)

    def leak(self, output: ImageOutput | ShareOutput) -> Problem | None:
        """Search what is written into a picture and its name."""
        return self.guard.find("\n".join((*words_of(output), output.path)).encode(), output.path)

    def _share(self, output: ShareOutput) -> bytes:
        from galeri.making.share_pictures import make_shares  # noqa: PLC0415 - only where one is asked for

        if wrong := self.leak(output):
            raise UnmakeableError(wrong)
        data = (self.shop.root / output.photo.source).read_bytes() if output.photo else b""
        [(_, made)] = make_shares(data, [output], self.typesetter)
        return made
