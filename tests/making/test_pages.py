"""Templates make pages of what their view holds, in the page's language, and a mistake in one is told at its line."""

from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.pofile import PoFileError

from galeri.making.pages import Renderer, TemplateFailedError
from galeri.model.gallery import Gallery
from galeri.model.outputs import PageOutput, Plan
from tests.planning.makers import gallery, photo, planned, record, told

ID = """\
msgid ""
msgstr ""
"Language: id\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "Made by %(makers)s"
msgstr "Dibuat oleh %(makers)s"

msgid "%(count)s piece"
msgid_plural "%(count)s pieces"
msgstr[0] "%(count)s karya"

msgctxt "index"
msgid "Home"
msgstr "Beranda"

msgid "100% by hand"
msgstr "100% buatan tangan"
"""


def shown() -> Gallery:
    return gallery(
        record("motif", "awan", {"id": "Awan", "en": "Cloud"}),
        record(
            "product",
            "kain",
            {"id": told("product", "Kain <b>", "# Kisah\n\n![Kain](a.jpg)")},
            [photo("a.jpg")],
            price={"amount": 1250000},
        ),
    )


PLAN: Plan = planned(shown())


def render(folder: Path, template: str, path: str = "index.html", **others: str) -> str:
    """Render the page at `path` with `template` in place of its own."""
    output = PLAN.outputs[path]
    assert isinstance(output, PageOutput)
    templates = folder / "x" / "templates"
    templates.mkdir(parents=True, exist_ok=True)
    for name, text in {
        output.template: template,
        **{f"{name}.html": text for name, text in others.items()},
    }.items():
        (templates / name).write_text(text, encoding="utf-8")
    (folder / "id.po").write_text(ID, encoding="utf-8")
    renderer = Renderer([str(folder / "x")], {"id": [str(folder / "id.po")], "en": []}, PLAN.sites)
    return renderer.render(output).decode()


@pytest.mark.parametrize(
    ("template", "made"),
    [
        ("{{ _('Made by %(makers)s', makers='<i>') }}", "Dibuat oleh &lt;i&gt;"),
        ("{{ ngettext('%(count)s piece', '%(count)s pieces', 3, count=3) }}", "3 karya"),
        ("{{ pgettext('index', 'Home') }}", "Beranda"),
        ("{{ _('Never translated') }}", "Never translated"),
        ("{{ site.title }}", "Galeri"),
        ("{{ 1250|number }}", "1.250"),
        ("{{ '09:00'|time }}", "09.00"),
        ("{{ 'mad'|language_name }}", "Madura"),
        ("{{ ['a', '<b>']|listing }}", "a dan &lt;b&gt;"),
        ("{{ 'produk/caf\u00e9/'|href }}", "./produk/caf%C3%A9/"),
        ("{{ 'produk/'|absolute }}", "https://galeri.example/sub/produk/"),
        ("{{ asset('icon.svg') }}", "./static/icon.0123456789.svg"),
        ("{{ 'CC-BY-4.0'|licence_url }}", "https://creativecommons.org/licenses/by/4.0/"),
        ("{{ '<b>'|prose }}", "<p><b></b></p>"),
        ("{{ '*a*'|prose }}", "<p><em>a</em></p>"),
        ("{{ og_locale }} {{ og_alternates|join(' ') }}", "id_ID en_US"),
    ],
)
def test_a_template_speaks_the_pages_language(tmp_path: Path, template: str, made: str) -> None:
    assert render(tmp_path, template) == made


def test_each_language_has_its_own_words_and_formats(tmp_path: Path) -> None:
    template = "{{ site.language.tag }}: {{ pgettext('index', 'Home') }}, {{ 1250|number }}, {{ page.root }}"
    assert render(tmp_path, template) == "id: Beranda, 1.250, ./"
    assert render(tmp_path, template, "en/index.html") == "en: Home, 1,250, ../"


def test_what_a_template_holds_itself_is_written_anew_on_each_page(tmp_path: Path) -> None:
    (tmp_path / "x/templates").mkdir(parents=True)
    (tmp_path / "x/templates/home.html").write_text("{{ 1250|number }} {{ 'a/'|href }}", encoding="utf-8")
    renderer = Renderer([str(tmp_path / "x")], {"id": [], "en": []}, PLAN.sites)
    made = []
    for path in ("index.html", "en/index.html"):
        output = PLAN.outputs[path]
        assert isinstance(output, PageOutput)
        made.append(renderer.render(output).decode())
    assert made == ["1.250 ./a/", "1,250 ../a/"]


def test_everything_is_escaped_but_stories(tmp_path: Path) -> None:
    made = render(
        tmp_path,
        "<h1>{{ view.record.title }}</h1>{{ view.record.story|story }}{{ view.price|money }}",
        "produk/kain/index.html",
    )
    assert made.startswith("<h1>Kain &lt;b&gt;</h1><h2>Kisah</h2>")
    assert '<img src="../../images/products/kain/a-1200.' in made
    assert made.endswith("Rp1.250.000")


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("a\nb\n{{ view.nothing }}", 3),
        ("a\n{{ nothing }}", 2),
        ("{% for x in view %}\n{% endfor %}", 1),
        ("a\n{% if %}", 2),
        ("a\n{{ asset('gone.css') }}", 2),
        ("a\n\n{{ 'x'|nothing }}", 3),
        ("a\n{% include 'gone.html' %}", 2),
        ("{{ 1 / 0 }}", 1),
    ],
)
def test_a_mistake_in_a_template_is_told_at_its_line(tmp_path: Path, template: str, line: int) -> None:
    with pytest.raises(TemplateFailedError) as caught:
        render(tmp_path, template)
    problem = caught.value.problem
    assert (problem.code, str(problem.place)) == ("template-failed", f"themes/x/templates/home.html:{line}")
    assert problem.values["page"] == "index.html"


def test_a_mistake_in_an_included_template_is_told_there(tmp_path: Path) -> None:
    with pytest.raises(TemplateFailedError) as caught:
        render(tmp_path, "a\n{% include 'part.html' %}", part="x\ny\n{{ gone }}")
    assert str(caught.value.problem.place) == "themes/x/templates/part.html:3"


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ ''|attr('__class__') }}",
        "{{ site['__class__'] }}",
        "{{ '{0.__class__}'.format(site) }}",
        "{{ asset.__globals__ }}",
        "{{ [site]|map(attribute='__class__')|list }}",
        "{% include '../../../etc/passwd' %}",
        "{{ self.__init__ }}",
    ],
)
def test_a_template_reaches_nothing_behind_its_view(tmp_path: Path, template: str) -> None:
    with pytest.raises(TemplateFailedError):
        render(tmp_path, template)


def test_a_template_that_calls_itself_for_ever_is_told_like_any_mistake(tmp_path: Path) -> None:
    with pytest.raises((TemplateFailedError, RecursionError)):
        render(tmp_path, "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}")


def test_interface_text_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "id.po").write_text("nonsense\n")
    with pytest.raises(PoFileError):
        Renderer([str(tmp_path)], {"id": [str(tmp_path / "id.po")]}, PLAN.sites)


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("id", "id_ID"),
        ("en", "en_US"),
        ("ar", "ar_EG"),
        ("jv", "jv_ID"),
        ("ms_Arab", "ms_MY"),
        ("zh_Hant", "zh_TW"),
        ("pt_BR", "pt_BR"),
        ("su_Latn", "su_ID"),
        ("ff_Adlm", "ff_GN"),
    ],
)
def test_a_locale_is_shared_with_language_and_territory(tmp_path: Path, locale: str, written: str) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "home.html").write_text("{{ og_locale }}")
    site = PLAN.sites["id"]
    sites = {**PLAN.sites, "id": replace(site, language=replace(site.language, locale=locale))}
    output = PLAN.outputs["index.html"]
    assert isinstance(output, PageOutput)
    assert Renderer([str(tmp_path)], {"id": [], "en": []}, sites).render(output).decode() == written
