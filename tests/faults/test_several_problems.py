"""What a person may rely on when a gallery has problems, many or few: all at once, each once, each in its place."""

import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import galeri.publishing.inputs
from galeri.commands.languages import Voice
from galeri.commands.telling import describe
from galeri.model.problem import Place, Problem
from galeri.options import Report
from tests.support.galleries import Small, plain_theme

Files = Mapping[str, str | bytes]
Check = Callable[[Files], list[str]]
MakeReport = Callable[[Files], Report]

KATUN = "content/materials/katun/material.yaml"
KATUN_ID = "content/materials/katun/id.md"
SUTRA = "content/materials/sutra/material.yaml"
OMBAK = "content/motifs/ombak/motif.yaml"
BANGKALAN = "content/regions/kab-bangkalan/region.yaml"
KAIN = "content/products/kain/product.yaml"
SETTINGS = "title: {id: Galeri}\nbase_url: https://galeri.example/\nlanguages: [id]\n"
STRAY = "content/catatan.txt", "?"
LEARNED = "words: {id: {title: Katun}}\n"


@pytest.fixture
def bare(tmp_path: Path) -> Small:
    """A gallery that has its settings, and nothing else yet."""
    gallery = Small(tmp_path / "gallery")
    gallery.write("galeri.yaml", SETTINGS)
    return gallery


@pytest.fixture
def report(bare: Small) -> MakeReport:
    """Write files into the bare gallery, build it, and give how the build went."""

    def reported(files: Files) -> Report:
        for path, content in files.items():
            bare.write(path, content)
        return bare.build()

    return reported


@pytest.fixture
def check(report: MakeReport) -> Check:
    """Write files into the bare gallery, build it, and give each problem as a person reads it in English."""

    def checked(files: Files) -> list[str]:
        return [describe(problem, Voice("en")) for problem in report(files).problems]

    return checked


def codes(problems: list[str]) -> list[str]:
    """Give the codes of problems as they were told."""
    return [found[1] for each in problems if (found := re.search(r"\[([a-z0-9-]+)\]", each))]


class TestAllAtOnce:
    def test_every_fault_of_a_gallery_is_told_in_one_run_from_file_to_file(self, check: Check) -> None:
        told = check(
            {
                "content/catatan.txt": "?",
                KATUN: "added: 2026-11-01\n",
                KATUN_ID: "---\ntitle: Katun\n---\n[Sutra](material:sutera)\n\n[Pintal](tehnik:pintal)\n",
                SUTRA: LEARNED + "added: kemarin\nwarna: putih\n",
                OMBAK: LEARNED + "regions: [kab-bangkaln]\nphotos: [{file: 01.jpg}]\n",
                BANGKALAN: "words: [\n",
                KAIN: LEARNED + "kind: textile\ncuration: approved\n",
                "galeri.yaml": (
                    "title: {id: Galeri}\nbase_url: https://galeri.example/\nlanguages: [id]\ntheme: pendopo\n"
                ),
            }
        )
        assert codes(told) == [
            "stray-file",
            "unknown-reference",
            "unknown-link-kind",
            "bad-date",
            "unknown-key",
            "unknown-reference",
            "missing-photo",
            *["uncurated"] * 5,
            "invalid-yaml",
            "unknown-theme",
        ]

    def test_every_fault_of_a_file_is_told_in_one_run_from_top_to_bottom(self, check: Check) -> None:
        told = check(
            {
                KAIN: LEARNED
                + "kind: textil\nweight: berat\nprice: mahal\nyear: dulu\nvideo: {}\nphotos:\n"
                + "  - {file: ../01.jpg}\n  - {file: 02.jpg, focus: tengah, peran: rinci}\nwarna: biru\n"
            }
        )
        assert codes(told) == [
            "wrong-choice",
            "bad-weight",
            "bad-price",
            "wrong-type",
            "video-source",
            "bad-file-name",
            "bad-focus",
            "unknown-key",
            "unknown-key",
        ]

    def test_every_fault_of_the_settings_is_told_in_one_run(self, check: Check) -> None:
        told = check({"galeri.yaml": "base_url: galeri\nlanguages: [id]\ntema: pendapa\ntheme: a/b\n"})
        assert sorted(codes(told)) == ["bad-file-name", "bad-url", "missing-key", "unknown-key"]


class TestNoFaultCausesAnother:
    @pytest.mark.parametrize(
        ("files", "code"),
        [
            ({BANGKALAN: "level: ["}, "invalid-yaml"),
            ({BANGKALAN: "level: kabupaten\n"}, "wrong-choice"),
            ({BANGKALAN: b"level: \xff\n"}, "not-utf8"),
            ({BANGKALAN: ""}, "not-a-mapping"),
            ({"content/regions/kab-bangkalan/id.md": "---\ntitle: Bangkalan\n---\n"}, "missing-facts"),
            (
                {BANGKALAN: "level: regency\n", "content/regions/kab-bangkalan/id.md": "Bangkalan"},
                "no-front-matter",
            ),
        ],
    )
    def test_a_broken_record_does_not_make_links_to_it_look_broken(
        self, files: Files, code: str, check: Check
    ) -> None:
        links = {
            OMBAK: "regions: [kab-bangkalan]\n",
            "content/motifs/ombak/id.md": "---\ntitle: Ombak\n---\nDari [](region:kab-bangkalan).\n",
        }
        assert codes(check({**files, **links})) == [code]

    @pytest.mark.parametrize(
        ("words", "code"),
        [
            (b"---\ntitle: \xff\n---\n", "not-utf8"),
            ("---\ntitle: [\n---\n", "invalid-yaml"),
            ("---\nsummary: Kapas.\n---\n", "missing-key"),
            ("---\n- Katun\n---\n", "not-a-mapping"),
            ("title: Katun\n", "no-front-matter"),
            ("---\ntitle: Katun\n", "open-front-matter"),
            ("---\ntitle: Katun\n---\n" + "." * 1_000_001, "file-too-large"),
        ],
    )
    def test_broken_words_are_not_told_to_be_missing(
        self, words: str | bytes, code: str, check: Check
    ) -> None:
        assert codes(check({KATUN: "added: 2026-11-01\n", KATUN_ID: words})) == [code]

    def test_empty_words_are_told_once(self, check: Check) -> None:
        assert codes(check({KATUN: "words:\n"})) == ["not-a-mapping"]

    @pytest.mark.parametrize("path", [KATUN, KATUN_ID, "content/materials/katun/private.yaml"])
    def test_a_file_that_may_not_be_read_is_told_once(
        self, path: str, check: Check, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refusing(name: str, mode: str) -> object:
            if name.endswith(path):
                raise PermissionError(13, "Permission denied", name)
            return open(name, mode)  # noqa: PTH123 - stands in for open itself

        monkeypatch.setattr("galeri.reading.desk.open", refusing, raising=False)
        files = {
            KATUN: "added: 2026-11-01\n",
            KATUN_ID: "---\ntitle: Katun\n---\n",
            "content/materials/katun/private.yaml": "nik: 0000000000000000\n",
        }
        assert check(files) == [f"{path}: error[unreadable-file]: the file can't be read: Permission denied"]

    def test_a_photo_whose_name_is_refused_is_not_told_to_be_missing(self, check: Check) -> None:
        told = check({KATUN: LEARNED + "photos: [{file: aux.jpg}]\n", "content/materials/katun/aux.jpg": ""})
        assert codes(told) == ["unportable-name"]

    def test_the_film_of_a_broken_record_is_not_told_to_be_a_stray(self, check: Check) -> None:
        told = check(
            {
                KAIN: LEARNED + "kind: textil\nvideo: {file: tenun.mp4}\n",
                "content/products/kain/tenun.mp4": "",
            }
        )
        assert codes(told) == ["wrong-choice"]

    @pytest.mark.parametrize(
        ("facts", "place"),
        [
            ("price: {amount: -5}\n", "3:9"),
            ("price: {amount: 5, currency: Rp}\n", "3:20"),
            ("edition: {limited: 0}\n", "3:11"),
        ],
    )
    def test_a_fault_inside_a_field_of_many_shapes_is_told_once_and_where_it_is(
        self, facts: str, place: str, check: Check
    ) -> None:
        told = check({KAIN: LEARNED + "kind: textile\n" + facts})
        assert [each.split(": ")[0] for each in told] == [f"{KAIN}:{place}"]

    def test_a_template_that_fails_on_every_page_is_told_once(self, check: Check, bare: Small) -> None:
        plain_theme(bare)
        bare.write("themes/plain/templates/material.html", "{{ page.nowhere }}")
        told = check({"galeri.yaml": SETTINGS + "theme: plain\n", KATUN: LEARNED, SUTRA: LEARNED})
        assert codes(told) == ["template-failed"]
        assert told[0].startswith("themes/plain/templates/material.html:1: ")


class TestPlaces:
    def test_a_problem_starts_with_a_place_that_a_terminal_can_open(self, check: Check) -> None:
        (told,) = check({KATUN: LEARNED + "\n# Sejak kapan?\nadded: kemarin\n"})
        assert told.splitlines()[0] == f"{KATUN}:4:1: error[bad-date]: “kemarin” is no date"

    @pytest.mark.parametrize("path", [KATUN_ID, OMBAK, "galeri.yaml"])
    def test_the_place_is_where_the_mistake_is_written(self, path: str, report: MakeReport) -> None:
        marked = {
            KATUN_ID: "---\ntitle: Katun\nsummary: Kapas — “putih”\n---\n\nDipintal, ❀ [lalu](★tehnik:pintal).\n",
            OMBAK: "words:\n  id: {title: Ombak}\nregions:\n  - kab-bangkalan\n  - ★kab-bangkaln\n",
            "galeri.yaml": "title: {id: Galeri}\n★base_url: galeri\nlanguages: [id]\n",
        }
        line, before = next(
            (number, text.partition("★")[0])
            for number, text in enumerate(marked[path].splitlines(), 1)
            if "★" in text
        )
        files = {KATUN: "added: 2026-11-01\n", KATUN_ID: "---\ntitle: Katun\n---\n"}
        files |= {BANGKALAN: LEARNED + "level: regency\n", path: marked[path]}
        (problem,) = report({name: text.replace("★", "") for name, text in files.items()}).problems
        assert str(problem.place) == f"{path}:{line}:{len(before) + 1}"

    def test_a_file_from_another_computer_is_read_as_any_other(self, report: MakeReport, bare: Small) -> None:
        files = {
            "galeri.yaml": SETTINGS,
            KATUN: "added: 2026-11-01\n",
            KATUN_ID: "---\ntitle: Katun\nsummary: Kapas.\n---\n\nDipintal.\n\nLalu ditenun.\n",
            "content/materials/katun/private.yaml": "phone: +6200000000000\n",
        }
        assert report(files).problems == ()
        pages = {path: path.read_bytes() for path in bare.output.rglob("*.html")}
        windows = {
            name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in files.items()
        }
        assert report(windows).problems == ()
        assert {path: path.read_bytes() for path in bare.output.rglob("*.html")} == pages

    def test_a_mistake_in_a_file_from_another_computer_is_told_in_the_same_place(self, check: Check) -> None:
        files = {
            KATUN: "added: 2026-11-01\n",
            KATUN_ID: "---\ntitle: Katun\n---\n\nDari [sana](region:sana).\n",
            SUTRA: LEARNED + "warna: putih\n",
        }
        told = check(files)
        assert codes(told) == ["unknown-reference", "unknown-key"]
        windows = {
            name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in files.items()
        }
        assert check(windows) == told


class TestHints:
    @pytest.mark.parametrize(
        ("files", "guess"),
        [
            ({OMBAK: LEARNED + "regions: [kab-bangkaln]\n"}, "kab-bangkalan"),
            ({OMBAK: LEARNED + "regoins: [kab-bangkalan]\n"}, "regions"),
            ({KAIN: LEARNED + "kind: textil\n"}, "textile"),
            ({KAIN: LEARNED + "kind: textile\nexport: {incoterms: FOB}\n"}, "incoterm"),
            ({KAIN: LEARNED + "kind: textile\nphotos: [{file: a.jpg, rol: piece}]\n"}, "role"),
            ({"content/material/katun/material.yaml": LEARNED}, "materials"),
        ],
    )
    def test_a_near_miss_is_answered_with_what_was_likely_meant(
        self, files: Files, guess: str, check: Check
    ) -> None:
        told = check({BANGKALAN: LEARNED + "level: regency\n", **files})
        assert f"    did you mean “{guess}”?" in "\n".join(told).splitlines()

    def test_nothing_is_guessed_where_nothing_is_near(self, check: Check) -> None:
        told = check({OMBAK: LEARNED + "regions: [xyz]\n", BANGKALAN: LEARNED + "level: regency\n"})
        assert told == [f"{OMBAK}:2:11: error[unknown-reference]: no region is called “xyz”"]

    def test_the_kind_of_a_record_is_told_in_the_language_of_the_person(self, report: MakeReport) -> None:
        (problem,) = report({OMBAK: LEARNED + "regions: [xyz]\n"}).problems
        assert describe(problem, Voice("id")).endswith("tidak ada wilayah bernama “xyz”")

    def test_a_reason_without_words_stays_without_words(self) -> None:
        problem = Problem("broken-photo", Place("content"), {"reason": ""})
        assert "Content-Type" not in describe(problem, Voice("id"))


class TestWarnings:
    def test_a_warning_stops_nothing(self, report: MakeReport, bare: Small) -> None:
        assert report(dict([STRAY])).published
        assert (bare.output / "index.html").exists()

    def test_strict_makes_a_warning_stop_the_build_before_anything_is_written(self, bare: Small) -> None:
        bare.write(*STRAY)
        stopped = bare.build(strict=True)
        assert not stopped.published
        assert not bare.output.exists()

    def test_the_settings_can_be_strict_for_everybody(self, report: MakeReport, bare: Small) -> None:
        settings = SETTINGS + "strict: true\n"
        stopped = report({"galeri.yaml": settings, STRAY[0]: STRAY[1]})
        assert not stopped.published
        assert not bare.output.exists()

    def test_a_second_build_of_an_unchanged_gallery_tells_its_warnings_again(
        self, bare: Small, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(galeri.publishing.inputs, "SETTLED", 0)
        bare.write(*STRAY)
        first, second = (bare.build() for _ in range(2))
        assert "read" not in second.seconds, "the second build was to find all unchanged"
        assert [each.code for each in second.problems] == ["stray-file"]
        assert second.problems == first.problems

    def test_strict_stops_an_unchanged_gallery_too(
        self, bare: Small, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(galeri.publishing.inputs, "SETTLED", 0)
        bare.write(*STRAY)
        assert bare.build().published
        assert not bare.build(strict=True).published


class TestWhatWasPublishedBefore:
    @pytest.mark.parametrize(
        "fault",
        [
            {KATUN: "words: ["},
            {"content/materials/katun/private.yaml": "title: Katun pintal\n"},
            {"galeri.yaml": "languages: ["},
        ],
    )
    def test_an_error_leaves_the_published_site_as_it_was(
        self, fault: Files, report: MakeReport, bare: Small
    ) -> None:
        assert report({KATUN: "words: {id: {title: Katun pintal}}\n"}).published
        before = {path: path.stat().st_mtime_ns for path in bare.output.rglob("*")}
        assert not report(fault).published
        assert {path: path.stat().st_mtime_ns for path in bare.output.rglob("*")} == before

    def test_a_mended_gallery_is_published(self, report: MakeReport, bare: Small) -> None:
        assert not report({KATUN: "words: {id: {tittle: Katun}}\n"}).published
        assert report({KATUN: LEARNED}).published
        assert (bare.output / "bahan/katun/index.html").exists()


class TestLanguageTags:
    @pytest.mark.parametrize(
        "files",
        [
            {KATUN: "words: {ID: {title: Katun}}\n"},
            {KATUN: "added: 2026-11-01\n", "content/materials/katun/ID.md": "---\ntitle: Katun\n---\n"},
        ],
    )
    def test_capital_letters_in_a_tag_do_not_matter(self, files: Files, check: Check) -> None:
        assert check(files) == []

    def test_a_title_in_a_language_that_the_gallery_lacks_is_told_as_that(self, check: Check) -> None:
        settings = "title: {id: Galeri, fr: Galerie}\nbase_url: https://galeri.example/\nlanguages: [id]\n"
        (told,) = check({"galeri.yaml": settings})
        assert told.startswith("galeri.yaml:1:21: warning[undeclared-language]: “fr” is not among")


class TestWhatMustNotSlipThrough:
    def test_private_values_under_a_key_given_twice_are_not_passed_over(self, check: Check) -> None:
        path = "content/materials/katun/private.yaml"
        told = check({KATUN: LEARNED, path: 'phone: "+6281200000000"\nphone: "+6281300000000"\n'})
        assert told[0].startswith(f"{path}:2:1: error[duplicate-key]: “phone” is given twice")

    def test_translations_that_are_not_utf8_are_a_problem_and_no_crash(
        self, check: Check, bare: Small
    ) -> None:
        plain_theme(bare)
        bare.write("themes/plain/locale/id.po", b'msgctxt "index"\nmsgid "Home"\nmsgstr "Caf\xe9"\n')
        told = check({"galeri.yaml": SETTINGS + "theme: plain\n"})
        assert codes(told) == ["bad-catalogue"]

    @pytest.mark.skipif(sys.platform != "linux", reason="other disks hold names as text")
    def test_a_file_whose_name_is_no_text_is_a_problem_and_no_crash(self, check: Check, bare: Small) -> None:
        check({KATUN: LEARNED})
        Path(os.fsdecode(os.fsencode(bare.root / "content/materials/katun") + b"/caf\xe9.jpg")).touch()
        assert codes(check({})) == ["unportable-name"]

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows holds no such name")
    @pytest.mark.parametrize("mark", ["\x1b[2J", "\n", "\r", "\x9b2J", "\u202e"], ids=ascii)
    def test_what_a_person_reads_moves_no_cursor(self, mark: str, check: Check) -> None:
        told = check(
            {
                KATUN: f'words: {{id: {{title: Katun}}}}\n"warna{ascii(mark)[1:-1]}": putih\n',
                f"content/materials/katun/01{mark}.jpg": "",
            }
        )
        assert "unknown-key" in codes(told)
        assert not any(mark in line for each in told for line in each.split("\n    "))

    def test_an_hs_code_without_quotes_is_answered_with_how_to_write_it(self, check: Check) -> None:
        (told,) = check({KAIN: LEARNED + "kind: textile\nexport: {hs: 5208.52}\n"})
        assert "bad-hs-code" in told
        assert '"5208.52"' in told
