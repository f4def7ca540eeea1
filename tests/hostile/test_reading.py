"""Whatever bytes a file holds, reading tells problems and never crashes."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pydantic import BaseModel

from galeri.model.problem import Severity
from galeri.model.problem_codes import PROBLEMS
from galeri.model.records import KINDS
from galeri.model.settings import Settings
from galeri.model.theme import ThemeSettings
from galeri.reading.gallery import Read, read_gallery
from galeri.reading.photos import PhotoBook
from galeri.reading.schema import validate
from galeri.reading.text import TextError, decode, split
from galeri.reading.yaml_tree import YamlError, parse
from tests.support.galleries import Small, small_gallery

FILES = (
    "galeri.yaml",
    "content/products/kain/product.yaml",
    "content/products/kain/id.md",
    "content/products/kain/en.md",
    "content/products/kain/01-kain.jpg",
    "content/artisans/kelompok/artisan.yaml",
    "content/artisans/kelompok/private.yaml",
    "content/regions/kabupaten/region.yaml",
    "content/collections/pameran/collection.yaml",
    "content/collections/pameran/id.md",
    "themes/plain/theme.yaml",
    "themes/plain/locale/id.po",
    "themes/plain/static/plain.css",
)
YAMLISH = st.lists(
    st.sampled_from(
        [
            *(
                ": ",
                "- ",
                "\n",
                "  ",
                "{",
                "}",
                "[",
                "]",
                ",",
                "&a ",
                "*a ",
                "!!python/object:os.system ",
                "|",
                ">",
            ),
            *(
                "? ",
                "'",
                '"',
                "#",
                "%",
                "@",
                "---",
                "...",
                "<<: ",
                "~",
                "null",
                "yes",
                "1e999",
                "0x1f",
                "-.inf",
                ".nan",
            ),
            *(
                "artisan",
                "title",
                "photos",
                "words",
                "id",
                "en",
                "consent",
                "price",
                "languages",
                "file",
                "x",
                "10",
            ),
            *(
                "2026-11-01",
                "\t",
                "\u2028",
                "\ufeff",
                "\x00",
                "\x85",
                "é",
                "kain",
                "kelompok",
                "../../x",
                "9" * 5000,
            ),
        ]
    ),
    max_size=60,
).map("".join)
PO = b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Small:
    gallery = small_gallery(tmp_path_factory.mktemp("hostile") / "gallery")
    gallery.write("content/artisans/kelompok/private.yaml", "phone: 0812-3400-5600\n")
    gallery.write("themes/plain/locale/id.po", PO)
    return gallery


def read(gallery: Small) -> Read:
    found = read_gallery(gallery.root, PhotoBook(gallery.root / "photos.json"))
    assert {problem.code for problem in found.problems} <= PROBLEMS.keys()
    assert list(found.problems) == sorted(found.problems, key=lambda problem: problem.sort_key)
    for problem in found.problems:
        assert problem.severity
        PROBLEMS[problem.code].message.format(**problem.values)
    return found


def with_file(gallery: Small, path: str, data: bytes) -> Read:
    """Read the gallery while one of its files holds something else."""
    old = (gallery.root / path).read_bytes()
    gallery.write(path, data)
    try:
        return read(gallery)
    finally:
        gallery.write(path, old)


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00",
        b"\xff\xfe\x00\x00",
        b"\xef\xbb\xbf",
        b"---",
        b"---\n---\n",
        b"---\n- a\n---\nb",
        b"[]",
        b"null",
        b"a: *b",
        b"? [a]\n: b",
        b"{" * 500,
        b"[" * 200_000,
        b"- " * 5000,
        b"a: &a [*a]",
        b"\n" * 100_000,
        b"x" * 1_000_001,
        b"GIF89a\xff\xff\xff\xff",
        b"\xff\xd8\xff\xe0" + b"\x00" * 64,
        b"title: {id: \xed\xa0\x80}",
        b'msgid "a"\nmsgstr "b"\nmsgstr[7] "c"\n',
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=nonsense\\n"\n',
        b'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=__import__(1);\\n"\n\nmsgid "a"\nmsgstr "b"\n',
        b'msgid ""\nmsgstr "Plural-Forms: nplurals=x; plural=(((((\\n"\n',
        b'msgid "%(x)s"\nmsgstr "%(y)s %"\n',
    ],
    ids=lambda data: repr(data[:16]) if isinstance(data, bytes) else str(data),
)
def test_a_file_that_makes_no_sense_is_a_problem_and_no_crash(base: Small, path: str, data: bytes) -> None:
    with_file(base, path, data)


@given(st.sampled_from(FILES), st.binary(max_size=400))
@settings(max_examples=100)
def test_random_bytes_in_any_file_are_a_problem_and_no_crash(base: Small, path: str, data: bytes) -> None:
    with_file(base, path, data)


@given(st.sampled_from([path for path in FILES if path.endswith((".yaml", ".md"))]), YAMLISH)
@settings(max_examples=120)
def test_broken_yaml_in_any_file_is_a_problem_and_no_crash(base: Small, path: str, text: str) -> None:
    front = f"---\n{text}\n---\n{text}" if path.endswith(".md") else text
    with_file(base, path, front.encode("utf-8", "replace"))


@given(st.sampled_from(FILES), st.data())
@settings(max_examples=100)
def test_a_file_that_was_cut_or_scratched_is_a_problem_and_no_crash(
    base: Small, path: str, data: st.DataObject
) -> None:
    whole = (base.root / path).read_bytes()
    at = data.draw(st.integers(0, max(0, len(whole) - 1)))
    end = data.draw(st.integers(at, min(len(whole), at + 40)))
    with_file(base, path, whole[:at] + data.draw(st.binary(max_size=4)) + whole[end:])


@given(YAMLISH)
@settings(max_examples=400)
def test_yaml_is_a_tree_or_a_problem_with_a_place(text: str) -> None:
    try:
        places = list(parse(text).places.values())
    except YamlError as caught:
        error = caught
    else:
        assert all(line >= 1 and column >= 1 for line, column in places)
        return
    assert error.code in PROBLEMS
    assert error.line >= 1


@given(st.binary(max_size=300))
def test_bytes_are_text_or_a_problem(data: bytes) -> None:
    try:
        split(decode(data))
    except TextError as caught:
        code = caught.code
    else:
        return
    assert code in PROBLEMS


TREES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["ask", "id", "a.jpg"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
MODELS: list[type[BaseModel]] = [Settings, ThemeSettings]
MODELS += [kind.facts for kind in KINDS.values()] + [kind.words for kind in KINDS.values()]


@pytest.mark.parametrize("model", list(dict.fromkeys(MODELS)), ids=lambda model: model.__name__)
@given(data=st.data())
@settings(max_examples=60)
def test_any_tree_fits_a_schema_or_is_a_problem(model: type[BaseModel], data: st.DataObject) -> None:
    names = [field.alias or name for name, field in model.model_fields.items()]
    tree = data.draw(st.dictionaries(st.sampled_from([*names, "nonsense"]), TREES, max_size=6) | TREES)
    found, problems = validate(model, tree, "x.yaml", {})
    assert (found is None) == bool(problems)
    for problem in problems:
        PROBLEMS[problem.code].message.format(**problem.values)


def bombs() -> Iterator[tuple[str, str]]:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    yield "laughs", "\n".join(lines)
    yield "brackets", "a: " + "[" * 100_000
    yield "braces", "{a: " * 50_000
    yield "indentation", "\n".join(" " * depth + "a:" for depth in range(1200))
    yield "dashes", "- " * 100_000
    yield "questions", "? " * 50_000
    yield "items", "a: [" + "x," * 200_000 + "]"
    yield "keys", "\n".join(f"k{n}: {n}" for n in range(120_000))
    yield "tags", "!!a " * 10_000
    yield "digits", "year: " + "9" * 900_000
    yield "quote", 'title: "' + "x" * 900_000


@pytest.mark.parametrize("text", [text for _, text in bombs()], ids=[name for name, _ in bombs()])
def test_a_bomb_of_yaml_is_a_problem_and_no_crash(base: Small, text: str) -> None:
    found = with_file(base, "content/products/kain/product.yaml", text.encode())
    assert any(problem.severity is Severity.ERROR for problem in found.problems)


def test_yaml_makes_no_objects_and_runs_nothing(base: Small, tmp_path: Path) -> None:
    target = tmp_path / "pwned"
    for tag in ("python/object/apply:os.system", "python/object/new:os.system", "python/name:os.system"):
        with_file(base, "content/products/kain/product.yaml", f"!!{tag} [touch {target}]".encode())
        with_file(base, "galeri.yaml", f"title: !!{tag} [touch {target}]".encode())
    assert not target.exists()


def test_a_photo_that_claims_to_be_huge_is_a_problem_and_no_crash(gallery: Small) -> None:
    made = io.BytesIO()
    Image.new("L", (1, 1)).save(made, "PNG")
    data = bytearray(made.getvalue())
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    import zlib  # noqa: PLC0415

    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    gallery.write("content/products/topi/topi.jpg", bytes(data))
    report = gallery.build()
    assert not report.published
    assert {problem.code for problem in report.problems} == {"too-many-pixels"}


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (900, 1), (3, 2)])
def test_a_photo_of_the_oddest_size_is_published(gallery: Small, size: tuple[int, int]) -> None:
    made = io.BytesIO()
    Image.new("RGB", size, (9, 9, 9)).save(made, "JPEG")
    gallery.write("content/products/topi/topi.jpg", made.getvalue())
    gallery.built()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "F"])
def test_a_photo_of_any_kind_is_published_or_a_problem(gallery: Small, mode: str) -> None:
    made = io.BytesIO()
    suffix = {"CMYK": "JPEG", "F": "TIFF"}.get(mode, "PNG")
    Image.new(mode, (40, 30)).save(made, suffix)
    gallery.write("content/products/topi/topi.jpg", made.getvalue())
    report = gallery.build()
    assert report.published or report.problems


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe",
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=nonsense\\n"\n',
        PO + b'"Plural-Forms: nplurals=x; plural=(((((\\n"\n',
    ],
)
def test_interface_text_that_makes_no_sense_stops_the_build(gallery: Small, data: bytes) -> None:
    gallery.write("themes/plain/locale/id.po", data)
    assert gallery.codes() == ["bad-catalogue"]


def test_a_gallery_without_anything_is_a_problem(tmp_path: Path) -> None:
    assert [problem.code for problem in Small(tmp_path).build().problems] == ["no-gallery"]
    shutil.rmtree(tmp_path / "site", ignore_errors=True)
    (tmp_path / "galeri.yaml").mkdir()
    assert not Small(tmp_path).build().published


def test_the_tree_that_yaml_writes_is_the_tree_that_is_read() -> None:
    tree = {"a": ["no", "12:30", 1, 2.5, None, True, "2026-11-01"], "b": {"c": "é\u2028\n"}}
    assert parse(yaml.safe_dump(tree, allow_unicode=True)).tree == tree
