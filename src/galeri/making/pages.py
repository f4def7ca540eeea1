"""A page's description → HTML, by the theme's templates."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
from babel.support import Translations
from markupsafe import Markup

from galeri import __version__
from galeri.making.catalogues import translations
from galeri.making.formats import Formats, formats
from galeri.making.qr_codes import qr_code
from galeri.making.stories import converter, placed
from galeri.making.structured_data import structured_data
from galeri.making.templates import ThemeEnvironment
from galeri.model.licences import licence_url
from galeri.model.outputs import PageOutput
from galeri.model.problem import Place, Problem
from galeri.model.views import Placeholder, SiteView, StoryView


class TemplateFailedError(Exception):
    """A template could not make a page."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem to show."""
        super().__init__(problem)
        self.problem = problem

    def __reduce__(self) -> tuple[type, tuple[Problem]]:
        """Travel from a worker to the program with the problem alone."""
        return type(self), (self.problem,)


class Renderer:
    """Makes pages. One instance serves every page of a build that one process makes."""

    def __init__(
        self,
        layers: Sequence[str],
        catalogues: Mapping[str, Sequence[str]],
        sites: Mapping[str, SiteView],
        placeholder: Callable[[Placeholder], str] = lambda _: "",
    ) -> None:
        """Take the folders of the theme's layers, the `.po` files and the shared view of each language by its tag.

        `placeholder` gives the address of what stands in a photo's place; it may raise TemplateFailedError.
        """
        self.placeholder = placeholder
        self.sites = sites
        self.layers = [Path(layer) for layer in layers]
        self.translations = {tag: translations(paths) for tag, paths in catalogues.items()}
        self.formats = {tag: formats(site.language.locale) for tag, site in sites.items()}
        self.said: dict[str, dict[str, Markup]] = {tag: {} for tag in sites}
        self.convert = converter()
        self.current: PageOutput
        self.tongue = ""
        self.environment = self._environment()

    def render(self, output: PageOutput) -> bytes:
        """Make one page; raises TemplateFailedError where a template can't."""
        self.current, self.tongue = output, output.language
        site = self.sites[output.language]
        try:
            template = self.environment.get_template(output.template)
            return template.render(
                site=site,
                page=output.page,
                view=output.view,
                structured_data=inline_json(structured_data(output, site)),
                og_locale=_territorial(site.language.locale),
                og_alternates=[_territorial(self.sites[each].language.locale) for each in _others(output)],
                generator=f"galeri {__version__}",
            ).encode()
        except TemplateFailedError:
            raise
        except Exception as error:
            raise TemplateFailedError(self._problem(error, output)) from error

    def _environment(self) -> ThemeEnvironment:
        environment = ThemeEnvironment(self.layers)
        environment.newstyle_gettext = True  # type: ignore[attr-defined]
        environment.filters |= self._filters()
        environment.globals |= {
            "asset": self._asset,
            "placeholder": lambda picture: self.placeholder(picture.placeholder),
            "speaking": self._speaking,
            "_": self._gettext,
            "gettext": self._gettext,
            "ngettext": self._ngettext,
            "pgettext": self._pgettext,
            "npgettext": self._npgettext,
        }
        return environment

    def _speaking(self, tag: str, caller: Callable[[], str]) -> Markup:
        """Say what a template's `call` block holds in another language of the site."""
        before, self.tongue = self.tongue, tag
        try:
            return Markup(caller())  # noqa: S704 - what templates make is escaped already
        finally:
            self.tongue = before

    def _gettext(self, message: str, **values: object) -> Markup:
        known = self.said[self.tongue]
        made = known.get(message)
        if made is None:
            made = known[message] = _filled(self._words.gettext(message), {})
        return made % values if values else made

    def _ngettext(self, one: str, many: str, num: int, **values: object) -> Markup:
        return _filled(self._words.ngettext(one, many, num), {"num": num, **values})

    def _pgettext(self, context: str, message: str, **values: object) -> Markup:
        return _filled(self._words.pgettext(context, message), values)  # type: ignore[no-untyped-call]

    def _npgettext(self, context: str, one: str, many: str, num: int, **values: object) -> Markup:
        said = self._words.npgettext(context, one, many, num)  # type: ignore[no-untyped-call]
        return _filled(said, {"num": num, **values})

    def _filters(self) -> dict[str, Callable[..., Any]]:
        filters: dict[str, Callable[..., Any]] = {
            "story": self._story,
            "prose": self._prose,
            "date": lambda day: self._format.date(day),
            "number": lambda value: self._format.number(value),
            "money": lambda price: self._format.money(price),
            "quantity": lambda quantity: self._format.quantity(quantity),
            "listing": lambda items: self._format.listing(items),
            "language_name": lambda tag: self._format.language_name(tag),
            "time": lambda value: self._format.time(value),
            "href": lambda path: self.current.page.root + _quoted(path),
            "absolute": lambda path: self._site.base_url + _quoted(path),
            "licence_url": licence_url,
            "qr": qr_code,
        }
        return {name: _on_each_page(made) for name, made in filters.items()}

    @property
    def _site(self) -> SiteView:
        return self.sites[self.current.language]

    @property
    def _words(self) -> Translations:
        return self.translations[self.tongue]

    @property
    def _format(self) -> Formats:
        return self.formats[self.tongue]

    def _story(self, story: StoryView, *, placeholders: bool = False) -> Markup:
        placeholder = self.placeholder if placeholders else lambda _: ""
        html = placed(self.convert(story.markdown), story, self.current.page.root, placeholder)
        return Markup(html)  # noqa: S704 - sanitized

    def _prose(self, text: str) -> Markup:
        return self._story(StoryView(text, (), ()))

    def _asset(self, name: str) -> str:
        paths = dict(self._site.static)
        if name not in paths:
            message = f"the theme has no static file “{name}”"
            raise jinja2.TemplateRuntimeError(message)
        return self.current.page.root + paths[name]

    def _problem(self, error: Exception, output: PageOutput) -> Problem:
        path, line = self._where(error, output.template)
        values = {"reason": f"{type(error).__name__}: {error}", "page": output.path}
        return Problem("template-failed", Place(path, line), values)

    def _where(self, error: Exception, template: str) -> tuple[str, int]:
        """Find the innermost line of a template that the error went through."""
        found = (self.layers[0] / "templates" / template, 0)
        if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
            found = (Path(error.filename), error.lineno)
        trace = error.__traceback__
        while trace:
            file = Path(trace.tb_frame.f_code.co_filename)
            if any(file.is_relative_to(layer) for layer in self.layers):
                found = (file, trace.tb_lineno)
            trace = trace.tb_next
        home = next(
            (layer.parent for layer in self.layers if found[0].is_relative_to(layer)), found[0].parent
        )
        return f"themes/{found[0].relative_to(home).as_posix()}", found[1]


def _on_each_page(made: Callable[..., Any]) -> Callable[..., Any]:
    """Have a filter called on every page; Jinja calls others once, in compiling, on what a template itself holds."""

    @jinja2.pass_context
    def called(_: jinja2.runtime.Context, *given: object, **named: object) -> object:
        return made(*given, **named)

    return called


def _filled(sentence: str, values: dict[str, object]) -> Markup:
    """Fill a sentence of the theme in: the sentence is markup, the values are escaped."""
    made = Markup(sentence)  # noqa: S704 - themes are trusted with markup
    return made % values if values else made


def inline_json(value: object) -> Markup:
    """Write JSON that can't end the script element it stands in (HTML, 4.12.1.3)."""
    text = json.dumps(value, ensure_ascii=False, default=_plain)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704 - nothing in it can end the element


_quoted = lru_cache(maxsize=65536)(quote)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _others(output: PageOutput) -> list[str]:
    tags = [each.hreflang for each in output.page.alternates]
    return [tag for tag in tags if tag not in {"x-default", output.language}]


def _territorial(locale: str) -> str:
    """Spell a locale as Open Graph does, `id_ID`: with the territory that CLDR thinks likeliest."""
    from babel.core import get_global  # noqa: PLC0415

    subtags = get_global("likely_subtags")
    likely = str(subtags.get(locale) or subtags.get(locale.partition("_")[0], locale)).split("_")
    own = locale.rpartition("_")[2]
    if own.isupper() or own.isdigit():
        likely = [*likely[:-1], own]
    return f"{likely[0]}_{likely[-1]}" if len(likely) > 1 else locale
