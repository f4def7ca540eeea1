"""A theme is data and templates, never Python: a template reaches what its view holds, and nothing behind it."""

from pathlib import Path

import pytest

from tests.support.galleries import Small

ESCAPES = (
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ ''['__cl' ~ 'ass__'] }}",
    "{{ page.title|attr('__class__') }}",
    "{{ page|attr('__init__')|attr('__globals__') }}",
    "{{ '{0.__class__}'.format(page) }}",
    "{{ '{0.__class__}'['format'](page) }}",
    "{{ '{0.__class__}'['form' ~ 'at'](page) }}",
    "{{ '{x.__class__}'.format_map({'x': page}) }}",
    "{{ structured_data['format'](1) }}",
    "{{ [page]|map(attribute='__class__')|list }}",
    "{{ [[page]]|map(attribute='0.__class__')|list }}",
    "{{ [page]|sum(attribute='__class__') }}",
    "{{ [page, page]|sort(attribute='__class__') }}",
    "{{ [page]|groupby('__class__')|list }}",
    "{{ [page]|selectattr('__class__')|list }}",
    "{{ [page]|unique(attribute='__class__')|list }}",
    "{{ [page]|min(attribute='__class__') }}",
    "{{ [page]|map('attr', '__class__')|list }}",
    "{{ _.__globals__ }}",
    "{{ gettext['__globals__'] }}",
    "{{ asset.__self__ }}",
    "{{ asset['__self__']['environment'] }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self['_TemplateReference__context'] }}",
    "{{ range.__class__.__mro__ }}",
    "{{ dict.mro() }}",
    "{{ dict['mro']() }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ (page.switches|map('upper')).gi_frame }}",
    "{{ (page.switches|map('upper'))['gi_frame'] }}",
    "{% import '_page.html' as it %}{{ it.__loader__ }}",
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "{% set n = namespace() %}{% set n.x = n.__class__ %}{{ n.x }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ lipsum.__globals__.os }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ page.__dataclass_fields__ }}",
    "{{ site.contact.__dict__ }}",
    "{{ site.contact.__pydantic_validator__ }}",
    "{{ site.contact.parse_file('/etc/hostname') }}",
    "{{ site.contact['parse_file']('/etc/hostname') }}",
    "{{ site.contact.parse_raw('{}') }}",
    "{{ site.contact.model_validate({}) }}",
    "{{ site.contact.model_construct() }}",
    "{{ site.contact.model_fields }}",
    "{{ [site.contact]|map(attribute='model_fields')|list }}",
)


@pytest.mark.parametrize("template", ESCAPES)
def test_a_template_that_reaches_behind_its_view_is_refused(gallery: Small, template: str) -> None:
    gallery.write("themes/plain/templates/404.html", template)
    report = gallery.build()
    assert [problem.code for problem in report.problems] == ["template-failed"]
    assert report.problems[0].place.path.startswith("themes/plain/templates/")
    assert gallery.site() == {}


def test_a_template_cant_make_a_value_unpickle_a_command(gallery: Small, tmp_path: Path) -> None:
    target = tmp_path / "pwned"
    pickled = f"cos\\nsystem\\n(S\\'touch {target}\\'\\ntR."
    gallery.write(
        "themes/plain/templates/404.html",
        f"{{{{ site.contact.parse_raw('{pickled}', proto='pickle', allow_pickle=True) }}}}",
    )
    gallery.build()
    assert not target.exists()


@pytest.mark.parametrize(
    "template",
    [
        "{{ nothing }}",
        "{{ page.nothing }}",
        "{{ 1 / 0 }}",
        "{% if %}",
        "{{ page.title|nothing }}",
        "{{ asset('x') }}",
        "\xff",
    ],
)
def test_a_template_with_a_mistake_is_told_with_its_place(gallery: Small, template: str) -> None:
    gallery.write("themes/plain/templates/404.html", f"<p>\n{template}".encode("latin-1"))
    report = gallery.build()
    (problem,) = report.problems
    assert problem.code == "template-failed"
    assert problem.place.path == "themes/plain/templates/404.html"


def test_templates_that_include_each_other_for_ever_are_told_and_no_crash(gallery: Small) -> None:
    gallery.write("themes/plain/templates/_a.html", "{% include '_b.html' %}")
    gallery.write("themes/plain/templates/_b.html", "{% include '_a.html' %}")
    gallery.write("themes/plain/templates/404.html", "{% include '_a.html' %}")
    assert gallery.codes() == ["template-failed"]


def test_a_template_escapes_what_it_shows(gallery: Small) -> None:
    gallery.edit("content/motifs/awan/motif.yaml", "title: Awan", "title: '<b>&\"A'")
    gallery.built()
    assert b"<h1>&lt;b&gt;&amp;&#34;A</h1>" in gallery.site()["motifs/awan/index.html"]


def test_no_page_can_depend_on_the_clock(gallery: Small) -> None:
    gallery.write("themes/plain/templates/404.html", "{{ now() }}")
    assert gallery.codes() == ["template-failed"]
    gallery.write("themes/plain/templates/404.html", "")
    gallery.edit(
        "themes/plain/templates/product.html", "<h1>", "{{ view.price.as_of.today() if view.price }}<h1>"
    )
    assert gallery.codes() == ["template-failed"]
