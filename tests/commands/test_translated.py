"""`galeri translated` notes in a translation what it was made from, and touches nothing else."""

from pathlib import Path

import pytest

from galeri.commands.main import main
from tests.support.galleries import Small

ENGLISH = "content/products/kain/en.md"


def galeri(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(each) for each in arguments])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def translated(gallery: Small, *files: str) -> int:
    return galeri("translated", "--language", "en", "-g", gallery.root, *files)


def states(gallery: Small, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    capsys.readouterr()
    galeri("check", "-g", gallery.root, "--report", "translations", "--format", "csv")
    rows = [line.split(",") for line in capsys.readouterr().out.splitlines()[1:]]
    return {row[3]: row[1] for row in rows}


def test_a_change_of_the_source_is_told_after_it_was_noted_and_until_it_is_noted_again(
    gallery: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translated(gallery, ENGLISH) == 0
    assert states(gallery, capsys)[ENGLISH] == "partial"
    gallery.edit("content/products/kain/id.md", "Kisah kain", "Kisah panjang kain")
    assert states(gallery, capsys)[ENGLISH] == "older"
    assert translated(gallery, ENGLISH) == 0
    assert states(gallery, capsys)[ENGLISH] == "partial"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_other_character_stays(gallery: Small, newline: str, mark: str) -> None:
    before = f'{mark}---\n# ask Ibu Sri\ntitle:   "Cloud cloth"  # as she says\n\n---\n\nThe story.\n\n---\n'
    path = gallery.write(ENGLISH, before.replace("\n", newline))
    assert translated(gallery, ENGLISH) == 0
    after = path.read_bytes().decode()
    [line] = [line for line in after.splitlines(keepends=True) if line.startswith("translated_from: ")]
    assert line.endswith(newline)
    assert after.replace(line, "") == before.replace("\n", newline)


def test_noting_twice_changes_nothing_and_says_so(gallery: Small, capsys: pytest.CaptureFixture[str]) -> None:
    assert translated(gallery, ENGLISH) == 0
    once = (gallery.root / ENGLISH).read_bytes()
    assert translated(gallery, ENGLISH, ENGLISH) == 0
    assert (gallery.root / ENGLISH).read_bytes() == once
    assert f"“{ENGLISH}” had it noted already" in capsys.readouterr().out


def test_short_words_beside_the_facts_are_named_by_the_file_they_would_have(gallery: Small) -> None:
    assert translated(gallery, "content/materials/katun/en.md") == 0
    facts = (gallery.root / "content/materials/katun/material.yaml").read_text(encoding="utf-8")
    assert facts.startswith("words: {id: {title: Katun}, en: {title: Cotton, translated_from: ")


def test_a_file_may_be_named_from_where_one_is(gallery: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(gallery.root / "content/products/kain")
    assert translated(gallery, "en.md") == 0
    assert "translated_from: " in (gallery.root / ENGLISH).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("content/products/kain/id.md", "is in the gallery's default language"),
        ("content/products/topi/en.md", "there are no words in “content/products/topi/en.md” yet"),
        ("content/products/tidak-ada/en.md", "is not there"),
        ("content/products/kain/product.yaml", "is no translation"),
        ("content/products/kain/nl.md", "is no translation"),
        ("../en.md", "is no translation"),
    ],
)
def test_what_is_no_translation_is_told_in_one_line_and_nothing_is_written(
    gallery: Small, capsys: pytest.CaptureFixture[str], file: str, said: str
) -> None:
    before = (gallery.root / ENGLISH).read_bytes()
    assert translated(gallery, ENGLISH, file) == 1
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1
    assert (gallery.root / ENGLISH).read_bytes() == before


def test_words_that_are_broken_are_told_at_their_place(
    gallery: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    gallery.write(ENGLISH, "---\ntitle: [\n---\n")
    assert translated(gallery, ENGLISH) == 1
    assert f"{ENGLISH}:" in capsys.readouterr().err


def test_without_a_gallery_there_is_nothing_to_note(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert galeri("translated", "--language", "id", "-g", tmp_path, "en.md") == 1
    assert "galeri.yaml" in capsys.readouterr().err
