"""`galeri new` writes drafts that build, explains every field, and never touches what is there."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from galeri.commands.interview import Interview
from galeri.commands.languages import Voice
from galeri.commands.main import main
from galeri.commands.new import KINDS as NAMED
from galeri.commands.new_files import Draft, Site, store
from galeri.model.problem import Severity
from galeri.model.records import KINDS
from tests.support.galleries import Small, photo

NEEDED = {
    "product": ["kind=textile"],
    "artisan": ["kind=group", "region=kabupaten"],
    "region": ["level=regency"],
    "collection": ["products=kain, topi"],
}
"""What a record can't be without."""


def new(gallery: Small, *options: str, language: str = "en") -> int:
    with pytest.raises(SystemExit) as ended:
        main(["new", "-g", str(gallery.root), "--language", language, "--yes", *options])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def answering(*lines: str) -> Callable[[str], str]:
    """Answer questions one after the other; the last answer is Enter for ever."""
    given = iter(lines)
    return lambda _: next(given, "")


def test_the_command_names_every_kind_there_is() -> None:
    assert tuple(KINDS) == NAMED


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_it_writes_builds_without_an_error_as_a_draft(gallery: Small, kind: str, language: str) -> None:
    picture = gallery.write("../DSC 01.JPG", photo())
    sets = [part for field in NEEDED.get(kind, []) for part in ("--set", field)]
    assert (
        new(gallery, kind, "--title", "Yang: baru #1", *sets, "--photo", str(picture), language=language) == 0
    )
    report = gallery.build(drafts=True)
    assert [each for each in report.problems if each.severity is Severity.ERROR] == []
    assert report.published
    assert any("yang-baru-1" in path for path in gallery.site())


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_explained_and_filled_in_or_left_as_a_comment(gallery: Small, kind: str) -> None:
    sets = [part for field in NEEDED.get(kind, []) for part in ("--set", field)]
    assert new(gallery, kind, "--title", "Baru", *sets, language="id") == 0
    folder = gallery.root / "content" / KINDS[kind].folder / "baru"
    facts = (folder / f"{kind}.yaml").read_text(encoding="utf-8")
    words = (folder / "id.md").read_text(encoding="utf-8")
    for name, model in ((facts, KINDS[kind].facts), (words, KINDS[kind].words)):
        for field, info in model.model_fields.items():
            assert field == "translated_from" or re.search(
                rf"^# .+\n(# )?{info.alias or field}:", name, re.MULTILINE
            )
    assert "# Foto entri ini, menurut urutan tampil." in facts


def test_nothing_is_overwritten(gallery: Small, capsys: pytest.CaptureFixture[str]) -> None:
    before = (gallery.root / "content/motifs/awan/motif.yaml").read_bytes()
    for name in ("awan", "Awan"):
        assert new(gallery, "motif", "--title", "Lain", "--id", name) == 1
        assert "“awan” already" in capsys.readouterr().err
    assert (gallery.root / "content/motifs/awan/motif.yaml").read_bytes() == before
    assert [path.name for path in (gallery.root / "content/motifs").iterdir()] == ["awan"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["product"], "needs a title"),
        (["product", "--title", "Tas"], "“kind” is missing"),
        (["product", "--title", "Tas", "--set", "kind=textil"], "did you mean “textile”?"),
        (
            ["product", "--title", "Tas", "--set", "kind=textile", "--set", "region=kabupten"],
            "did you mean “kabupaten”?",
        ),
        (["product", "--title", "Tas", "--id", "con"], "every computer"),
        (["motif", "--title", "Awan lain", "--photo", "none.jpg"], "is no photo"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    gallery: Small, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    before = sorted(gallery.root.rglob("*"))
    assert new(gallery, *options) == 1
    assert said in capsys.readouterr().err
    assert sorted(gallery.root.rglob("*")) == before


def test_photos_get_names_that_every_computer_can_hold(gallery: Small) -> None:
    first = gallery.write("../Foto kain (baru).JPG", photo((1, 2, 3)))
    second = gallery.write("../07_Rincian.jpeg", photo((3, 2, 1), (40, 60)))
    assert new(gallery, "motif", "--title", "Laut", "--photo", str(first), "--photo", str(second)) == 0
    names = {path.name for path in (gallery.root / "content/motifs/laut").iterdir()}
    assert names == {"motif.yaml", "id.md", "01-foto-kain-baru.jpg", "02-rincian.jpeg"}
    assert gallery.codes() == []


def test_it_asks_in_plain_words_and_proposes_what_there_is(gallery: Small) -> None:
    asked: list[str] = []
    answer = answering("Kain laut", "", "textile", "kelompk", "ya", "kabupaten", "tulis", "-")

    def ask(question: str) -> str:
        asked.append(question)
        return answer(question)

    site = Site.at(gallery.root)
    draft = Interview(site, Voice("id"), ask).complete(Draft("product"))
    assert (draft.title, draft.id) == ("Kain laut", "kain-laut")
    assert draft.values == {
        "kind": "textile",
        "artisan": "kelompok",
        "region": "kabupaten",
        "techniques": "tulis",
    }
    assert asked[0] == "Apa namanya?: "
    assert "apakah maksud Anda “kelompok”? [ya]: " in asked
    assert any("kabupaten, provinsi" in question for question in asked)
    folder, problems = store(site, draft, Voice("id"), date(2026, 11, 21))
    assert problems == ()
    assert "\nadded: 2026-11-21\n" in (gallery.root / folder / "product.yaml").read_text(encoding="utf-8")


def test_a_required_answer_is_asked_for_until_it_is_given(gallery: Small) -> None:
    answers = answering("Kain", "", "", "", "wood")
    draft = Interview(Site.at(gallery.root), Voice("en"), answers).complete(Draft("product"))
    assert draft.values["kind"] == "wood"


def test_leaving_in_the_middle_writes_nothing(
    gallery: Small, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def leave(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", leave)
    with pytest.raises(SystemExit) as ended:
        main(["new", "motif", "-g", str(gallery.root), "--language", "en"])
    assert ended.value.code == 1
    assert "nothing was written" in capsys.readouterr().err


def test_a_folder_without_a_gallery_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["new", "motif", "-g", str(tmp_path), "--yes", "--title", "Awan", "--language", "en"])
    assert "there is no galeri.yaml" in capsys.readouterr().err
