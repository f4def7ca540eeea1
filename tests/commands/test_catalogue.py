"""The program's Indonesian: whatever it says has an entry in `locale/id.po`, and each entry is something it says."""

import ast
import errno
import inspect
import os
import re
import string
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.pofile import PoFileError, read_po
from pydantic import BaseModel

import galeri
from galeri.commands.languages import Voice
from galeri.commands.main import COMMANDS
from galeri.commands.told import PROBLEM_COLUMNS
from galeri.model.editions import Edition
from galeri.model.facts import ArticleFacts, ArtisanFacts, MaterialFacts, ProductFacts, RegionCodes
from galeri.model.facts_shared import Contact
from galeri.model.field_texts import descriptions
from galeri.model.photo_needs import USES
from galeri.model.problem import Severity
from galeri.model.problem_codes import PROBLEMS
from galeri.model.records import KINDS
from galeri.model.settings import Settings
from galeri.model.theme import ThemeSettings
from galeri.model.words import ProductWords
from galeri.reading import checks, craft_checks
from galeri.reading.schema import validate
from galeri.reading.wanted import BOUNDS, BY_FIELD, BY_MODEL, BY_PATTERN, BY_TYPE
from galeri.reading.yaml_tree import YamlError, parse
from galeri.reports.catalogue import REPORTS
from galeri.reports.weight import STATES, WeightRow
from galeri.sheets.columns import columns

SOURCE = Path(galeri.__file__).parent
CATALOGUE = SOURCE / "locale" / "id.po"
SAY = {"say": 1, "voice": 1, "sentence": 1, "GaleriError": 1, "say.count": 2, "voice.count": 2}
"""What sentences are handed to in the source, and how many: a name, or the last parts of one."""

YAML_REASONS = {
    "did not find expected ',' or ']'": "a: [b",
    "did not find expected ',' or '}'": "a: {b: c",
    "could not find expected ':'": "a: b\nc\n",
    "mapping values are not allowed in this context": "a: b: c",
    "did not find expected key": "a: 'b' c",
    "did not find expected '-' indicator": "- a\nb: c\n",
    "found character that cannot start any token": "a: @b",
    "found unexpected end of stream": 'a: "b',
    "did not find expected alphabetic or numeric character": "a: **b**",
    "control characters are not allowed": "a: \x01",
}
SCHEMA_REASONS: dict[str, tuple[type[BaseModel], str]] = {
    "it must be text; if it is a number, put it in quotes": (ArtisanFacts, "kind: group\nregion: 3526"),
    "write true for yes, or false for no": (ArticleFacts, "menu: ya"),
    "it must be a whole number, in digits, without quotes": (ProductFacts, "kind: textile\nyear: dulu"),
    "it must be a number, in digits": (Edition, "leaf: tebal"),
    "it must be a list, such as [one, two]": (MaterialFacts, "same_as: https://galeri.example/"),
    "it must be fields with names, such as {id: Galeri}": (
        Settings,
        "title: Galeri\nbase_url: https://galeri.example/\nlanguages: [id]",
    ),
    "write each photo as {file: name.jpg}": (MaterialFacts, "photos: [01.jpg]"),
    "write it as {alt: alternative text, caption: caption}": (
        ProductWords,
        "title: Kain\nphotos: {01.jpg: Kain terbentang}",
    ),
    "write each measure with its name, such as {length: 200 cm, width: 105 cm}": (
        ProductFacts,
        "kind: textile\ndimensions: 200 x 105 cm",
    ),
    "write what was agreed to one by one, such as {name: true, portrait: false}": (
        ArtisanFacts,
        "kind: group\nregion: a\nconsent: true",
    ),
    "write the edition's fields, such as {paper: a4}": (
        Settings,
        "title: {id: Galeri}\nbase_url: https://galeri.example/\nlanguages: [id]\neditions: {katalog: 5}",
    ),
    "write each role as {role: {en: Editor}, names: [Name]}": (Edition, "roles: [Redaksi]"),
    "this needs two entries, such as [id, en]": (Edition, "bilingual: [id]"),
    "write square, a4, a5 or b5, or width and height in mm, such as [240, 280]": (Edition, "paper: A4"),
    "the list needs at least one entry": (
        Settings,
        "title: {id: Galeri}\nbase_url: https://galeri.example/\nlanguages: []",
    ),
    "a name holds only a to z, digits and hyphens": (
        Settings,
        "title: {id: Galeri}\nbase_url: https://galeri.example/\nlanguages: [id]\neditions: {Katalog 1: {}}",
    ),
    "a name holds only a to z, digits and hyphens, and begins with a letter": (
        ThemeSettings,
        "name: a\nimages: {}\nsegments: {}\nsettings: {1a: {type: text, default: a}}",
    ),
    "write an e-mail address, such as galeri@example.org": (Contact, "email: galeri"),
    "write the Instagram name alone, without @ and address": (Contact, "instagram: '@galeri'"),
    "write the code with its dots in quotes, such as '35.26'": (RegionCodes, "kemendagri: Jatim"),
    "write the code's digits in quotes, such as '3526'": (RegionCodes, "bps: '35.26'"),
    "write the code with its country, such as ID-JI": (RegionCodes, "iso: JI"),
}
DISK_REASONS = {
    os.strerror(number)
    for number in (
        *(errno.EACCES, errno.ENOSPC, errno.EROFS, errno.EIO),
        *(errno.ENOTDIR, errno.EISDIR, errno.ELOOP),
    )
}
CATALOGUE_REASON = "Unknown or misformatted keyword"
REASONS = {*YAML_REASONS, *SCHEMA_REASONS, *DISK_REASONS, CATALOGUE_REASON}
"""What libraries give as the reason of a problem, where curators often see it; braces in it are only braces."""


def entries() -> dict[str, str]:
    with CATALOGUE.open("rb") as file:
        return {str(each.id): str(each.string) for each in read_po(file, abort_invalid=True) if each.id}


def said() -> set[str]:
    """Gather every sentence that the program can say."""
    problems = {text for told in PROBLEMS.values() for text in (told.message, told.hint) if text}
    missing = {text for module in (checks, craft_checks) for text in needs(module)}
    written = {text for path in SOURCE.rglob("*.py") for text in spoken(ast.parse(path.read_bytes()))}
    written |= {module.ABOUT for module in COMMANDS.values()}
    notes = {column.note for kind in KINDS for column in columns(kind, ("id",)).values()}
    reports = {*REPORTS, "problems", "craft", *PROBLEM_COLUMNS, *USES}
    reports |= {word for each in REPORTS.values() for word in (*each.columns, *each.states)}
    reports |= {"weight", *STATES, *(field.name for field in fields(WeightRow))}
    return (
        problems
        | reports
        | descriptions()
        | missing
        | REASONS
        | written
        | notes
        | set(KINDS)
        | {each.value for each in Severity}
        | {bound for _, bound in BOUNDS.values()}
    )


def needs(module: ModuleType) -> Iterator[str]:
    """Find what a check says is missing: the keys of its `needs`."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Dict)
            and "needs" in ast.unparse(node.targets[0])
        ):
            yield from (str(ast.literal_eval(key)) for key in node.value.keys if key)


def spoken(module: ast.Module) -> Iterator[str]:
    """Find what a module says: text handed to SAY itself, under a name, or out of a dict of such texts."""
    named: dict[str, list[ast.expr]] = {}
    for node in ast.walk(module):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    named.setdefault(target.id, []).append(node.value)
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            for argument in node.args[: SAY.get(called(node.func), 0)]:
                yield from texts(argument, named)


def called(function: ast.expr) -> str:
    """Give the name of a function as it is in SAY."""
    if isinstance(function, ast.Attribute):
        whole = f"{called(function.value)}.{function.attr}"
        return whole if whole in SAY else function.attr
    return function.id if isinstance(function, ast.Name) else ""


def texts(node: ast.expr, named: dict[str, list[ast.expr]]) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Name(id=name):
            for value in named.get(name, []):
                if isinstance(value, ast.Constant):
                    yield from texts(value, named)
        case ast.Subscript(value=ast.Name(id=name)):
            for value in named.get(name, []):
                for each in value.values if isinstance(value, ast.Dict) else ():
                    yield from texts(each, named)
        case ast.IfExp(body=body, orelse=other):
            yield from texts(body, named)
            yield from texts(other, named)


def braces(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_sentence_has_its_indonesian() -> None:
    assert said() - entries().keys() == set()


def test_every_entry_is_something_that_is_said() -> None:
    assert entries().keys() - said() == set()


def test_every_entry_is_translated() -> None:
    assert [each for each, translation in entries().items() if not translation.strip()] == []


@pytest.mark.parametrize("sentence", sorted(entries().keys() - REASONS - descriptions()))
def test_the_indonesian_names_the_same_values(sentence: str) -> None:
    assert braces(entries()[sentence]) == braces(sentence)


def test_no_sentence_stands_in_the_catalogue_twice() -> None:
    found = re.findall(r'^msgid (".+")$', CATALOGUE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(set(found)) == sorted(found)


def test_sentences_are_found_wherever_they_are_written() -> None:
    module = ast.parse(
        'NAMES = {"a": "in a dict"}\n'
        'message = "under a name"\n'
        "raise GaleriError(message, path=path)\n"
        'self.say("said", done="no sentence")\n'
        "say.sentence(NAMES[key])\n"
        'voice("one" if one else "other")\n'
        'self.say.count("{count} page", "{count} pages", number)\n'
        'text.count("no sentence", 0)\n'
        'print("printed")\n'
    )
    assert set(spoken(module)) == {
        *("under a name", "said", "in a dict", "one", "other"),
        *("{count} page", "{count} pages"),
    }


@pytest.mark.parametrize(("reason", "text"), YAML_REASONS.items())
def test_reasons_of_the_yaml_parser_are_still_worded_so(reason: str, text: str) -> None:
    with pytest.raises(YamlError) as caught:
        parse(text)
    assert caught.value.values == {"reason": reason}


@pytest.mark.parametrize(("reason", "written"), SCHEMA_REASONS.items())
def test_what_was_wanted_is_told_of_each_way_not_to_fit(
    reason: str, written: tuple[type[BaseModel], str]
) -> None:
    model, text = written
    parsed = parse(text)
    _, problems = validate(model, parsed.tree, "file.yaml", parsed.places)
    assert [problem.values.get("reason") for problem in problems] == [reason]


def test_every_thing_that_can_be_wanted_is_shown_to_be_told() -> None:
    assert SCHEMA_REASONS.keys() == {
        *BY_TYPE.values(),
        *BY_MODEL.values(),
        *BY_PATTERN.values(),
        *BY_FIELD.values(),
    }


def test_what_is_out_of_range_is_told_with_the_bound() -> None:
    parsed = parse("leaf: 0\nbleed: 30\npaper: [10, 240]")
    _, problems = validate(Edition, parsed.tree, "galeri.yaml", parsed.places)
    assert [Voice("id")(PROBLEMS[each.code].message, **each.values) for each in problems] == [
        "“10” di luar batas: tulis paling sedikit 100",
        "“30” di luar batas: tulis paling banyak 20",
        "“0” di luar batas: tulis lebih dari 0",
    ]


def test_the_reason_of_the_translations_reader_is_still_worded_so(tmp_path: Path) -> None:
    path = tmp_path / "id.po"
    path.write_text("<<<<<<< HEAD\n")
    with pytest.raises(PoFileError, match=f"^{CATALOGUE_REASON}"), path.open("rb") as file:
        read_po(file, abort_invalid=True)


def test_a_sentence_without_an_entry_is_said_in_english() -> None:
    assert Voice("id")("nothing says {what}", what="this") == "nothing says this"


def test_english_needs_no_catalogue() -> None:
    assert Voice("en")("{count} warnings", count=2) == "2 warnings"
