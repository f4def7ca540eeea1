"""What a person at a terminal may rely on: exit codes, lines, languages, and what is refused."""

import contextlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

import galeri
import galeri.commands.build
from galeri.commands.languages import chosen
from galeri.commands.main import COMMANDS, main
from galeri.pipeline import Options, Report
from tests.photos.samples import located, saved
from tests.support.galleries import SETTINGS, Small, plain_theme, tree

BUILD = [sys.executable, "-m", "galeri", "build"]
DOOR = Path(__file__).parents[2] / "build.py"
SHELL = ("LANG", "LC_ALL", "LC_MESSAGES")
ESCAPE = "\x1b"


@pytest.fixture
def gallery(tmp_path: Path) -> Small:
    """Give a gallery without photos, so that a build takes but a moment."""
    bare = Small(tmp_path / "gallery")
    bare.write("galeri.yaml", SETTINGS)
    plain_theme(bare)
    bare.write("content/materials/katun/material.yaml", "words: {id: {title: Katun}, en: {title: Cotton}}\n")
    bare.write("content/motifs/awan/motif.yaml", "words: {id: {title: Awan}}\n")
    bare.write("content/products/topi/product.yaml", "kind: other\nwords: {id: {title: Topi pandan}}\n")
    return bare


def run(
    command: list[str], *arguments: str, cwd: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command as from a shell whose language is English unless told otherwise."""
    plain = {
        name: value for name, value in os.environ.items() if name not in {"LANG", "LC_ALL", "LC_MESSAGES"}
    }
    return subprocess.run(
        [*command, *arguments],
        cwd=cwd,
        env=plain | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def build(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the build command in this process, which is quicker, and give what a shell would have seen."""
    with contextlib.chdir(cwd):
        return invoke("build", *arguments)


def invoke(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in this process, in an environment that chooses no language."""
    told, wrong = io.StringIO(), io.StringIO()
    with (
        pytest.MonkeyPatch.context() as patch,
        contextlib.redirect_stdout(told),
        contextlib.redirect_stderr(wrong),
    ):
        for name in SHELL:
            patch.delenv(name, raising=False)
        with pytest.raises(SystemExit) as ended:
            main(arguments)
    return subprocess.CompletedProcess(
        arguments, int(ended.value.code or 0), told.getvalue(), wrong.getvalue()
    )


def noted(index: int) -> Image.Image:
    """Draw a photo that is like no other and that nothing is wrong with."""
    return Image.new("RGB", (64, 48), (30 * index, 60, 90))


def spoil(gallery: Small) -> None:
    """Make one mistake in the gallery."""
    gallery.edit("content/materials/katun/material.yaml", "words", "same_ass: []\nwords")


def stray(gallery: Small) -> None:
    """Make the gallery give one warning."""
    gallery.write("content/catatan.txt", "?")


class TestHowItEnds:
    def test_a_build_that_went_well_ends_with_0_and_a_site(self, gallery: Small) -> None:
        done = run(BUILD, cwd=gallery.root)
        assert done.returncode == 0, done.stderr
        assert (gallery.output / "index.html").is_file()

    def test_the_last_lines_tell_how_many_files_were_made_and_where_the_time_went(
        self, gallery: Small
    ) -> None:
        lines = build(cwd=gallery.root).stderr.splitlines()
        assert lines[-2] == f"{len(gallery.site())} made, 0 kept, 0 removed"
        assert re.fullmatch(
            r"looking \d+\.\d\d s, reading \d+\.\d\d s, planning \d+\.\d\d s, making and publishing \d+\.\d\d s",
            lines[-1],
        )

    def test_the_summary_tells_what_was_kept_and_removed(self, gallery: Small) -> None:
        gallery.built()
        before = len(gallery.site())
        (gallery.root / "content/motifs/awan/motif.yaml").unlink()
        (gallery.root / "content/motifs/awan").rmdir()
        told = re.search(r"(\d+) made, (\d+) kept, (\d+) removed", build(cwd=gallery.root).stderr)
        assert told
        made, kept, removed = map(int, told.groups())
        assert (made + kept, removed) == (len(gallery.site()), before - len(gallery.site()))
        assert removed > 0

    def test_a_second_build_makes_nothing(self, gallery: Small) -> None:
        gallery.built()
        assert f"0 made, {len(gallery.site())} kept, 0 removed" in build(cwd=gallery.root).stderr

    def test_a_problem_ends_with_1_its_lines_and_nothing_written(self, gallery: Small) -> None:
        spoil(gallery)
        done = run(BUILD, cwd=gallery.root)
        assert done.returncode == 1
        lines = done.stderr.splitlines()
        assert lines[0].startswith("content/materials/katun/material.yaml:1:1: error[unknown-key]: ")
        assert lines[1] == "    did you mean “same_as”?"
        assert lines[-1].endswith("; nothing was written")
        assert not gallery.output.exists()

    def test_the_last_line_counts_the_problems_to_mend(self, gallery: Small) -> None:
        spoil(gallery)
        stray(gallery)
        gallery.edit("content/motifs/awan/motif.yaml", "words", "added: kemarin\nwords")
        done = build(cwd=gallery.root)
        errors = len(re.findall(r": error\[", done.stderr))
        assert re.findall(r"\d+", done.stderr.splitlines()[-1]) == [str(errors)]
        assert errors > 1

    def test_a_warning_ends_with_0_and_is_counted(self, gallery: Small) -> None:
        stray(gallery)
        done = build(cwd=gallery.root)
        assert done.returncode == 0
        assert "content/catatan.txt: warning[stray-file]: " in done.stderr
        assert re.search(r"^.*\b1\b.*warning", done.stderr.splitlines()[-3])

    def test_of_many_notes_five_are_shown_and_the_others_counted_unless_all_are_asked_for(
        self, gallery: Small
    ) -> None:
        for index in range(7):
            gallery.write(f"content/motifs/m{index}/a.jpg", saved(noted(index), "JPEG", exif=located()))
            gallery.write(
                f"content/motifs/m{index}/motif.yaml",
                "photos: [{file: a.jpg}]\nwords: {id: {title: Motif}}\n",
            )
        few = build("--strict", "--language", "en", cwd=gallery.root)
        assert few.returncode == 0
        assert few.stderr.count(": note[photo-position]: ") == 5
        assert "2 more notes [photo-position]; --notes shows all\n" in few.stderr
        every = build("--notes", "--language", "en", cwd=gallery.root).stderr
        assert every.count(": note[photo-position]: ") == 7
        assert "more note" not in every
        spoil(gallery)
        assert "note[" not in build("--language", "en", cwd=gallery.root).stderr
        assert (
            build("--notes", "--language", "en", cwd=gallery.root).stderr.count(": note[photo-position]: ")
            == 7
        )

    def test_strict_lets_a_warning_end_with_1(self, gallery: Small) -> None:
        stray(gallery)
        done = build("--strict", cwd=gallery.root)
        assert done.returncode == 1
        assert re.findall(r"\d+", done.stderr.splitlines()[-1]) == ["1"]
        assert not gallery.output.exists()

    def test_an_interrupted_build_ends_with_130_and_a_sentence(
        self, gallery: Small, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupted(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(galeri.commands.build, "run_build", interrupted)
        done = invoke("build", "-g", str(gallery.root), "--language", "en")
        assert done.returncode == 130
        assert done.stderr == "galeri: stopped; every page of the site is whole, old or new\n"

    def test_a_bug_is_a_traceback_and_no_sentence(
        self, gallery: Small, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(galeri.commands.build, "run_build", broken)
        with pytest.raises(ZeroDivisionError):
            main(["build", "-g", str(gallery.root)])

    def test_everything_is_told_on_standard_error(self, gallery: Small) -> None:
        stray(gallery)
        assert run(BUILD, cwd=gallery.root).stdout == ""


class TestOptions:
    def test_gallery_output_and_workers_have_short_names(self, gallery: Small, tmp_path: Path) -> None:
        short = build("-g", str(gallery.root), "-o", "short", "-j", "1", cwd=tmp_path)
        long = build("--gallery", str(gallery.root), "--output", "long", "--workers", "2", cwd=tmp_path)
        assert (short.returncode, long.returncode) == (0, 0)
        assert tree(tmp_path / "short") == tree(tmp_path / "long") != {}
        assert not gallery.output.exists()

    def test_drafts_shows_what_is_not_approved(self, gallery: Small) -> None:
        page = gallery.output / "products/topi/index.html"
        assert build(cwd=gallery.root).returncode == 0
        assert not page.exists()
        assert build("--drafts", cwd=gallery.root).returncode == 0
        assert page.exists()

    def test_base_url_stands_in_for_the_one_of_the_settings(self, gallery: Small) -> None:
        done = build("--base-url", "https://lain.example/", cwd=gallery.root)
        assert done.returncode == 0
        assert b"https://lain.example/" in gallery.site()["sitemap.xml"]
        assert b"kecil.example" not in gallery.site()["sitemap.xml"]

    def test_release_encodes_images_more_finely(
        self, gallery: Small, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        chosen: list[bool] = []

        def note(options: Options, _: object) -> Report:
            chosen.append(options.release)
            return Report((), published=True)

        monkeypatch.setattr("galeri.commands.build.run_build", note)
        build(cwd=gallery.root)
        build("--release", cwd=gallery.root)
        assert chosen == [False, True]

    @pytest.mark.parametrize(
        "arguments",
        [
            ["--unknown"],
            ["extra"],
            ["--workers", "0"],
            ["--workers", "many"],
            ["--cluster", "127.0.0.1"],
            ["--cluster", "nonsense://127.0.0.1:8786"],
            ["--cluster", "tcp://127.0.0.1:65536"],
        ],
        ids=" ".join,
    )
    def test_a_wrong_option_ends_with_2_and_touches_nothing(
        self, arguments: list[str], gallery: Small
    ) -> None:
        before = tree(gallery.root)
        done = build(*arguments, cwd=gallery.root)
        assert done.returncode == 2
        assert "usage: galeri" in done.stderr
        assert arguments[0] in done.stderr
        assert tree(gallery.root) == before

    def test_build_py_takes_the_same_options(self, gallery: Small, tmp_path: Path) -> None:
        door = [sys.executable, str(DOOR)]
        assert options(run(door, "--help", cwd=tmp_path).stdout) == options(
            build("--help", cwd=tmp_path).stdout
        )
        done = run(door, "-g", str(gallery.root), "-o", "through-the-door", "-j", "1", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "through-the-door/index.html").is_file()
        assert run(door, "--unknown", cwd=tmp_path).returncode == 2

    def test_every_option_is_explained(self, tmp_path: Path) -> None:
        shown = run(BUILD, "--help", cwd=tmp_path, COLUMNS="200").stdout
        for option in options(shown):
            assert re.search(rf"{option}\b.*\s\S+ \S+ \S+", shown), option


def options(shown: str) -> set[str]:
    """Find the options in a help text."""
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", shown))


class TestTheCommandAsAWhole:
    def test_version_is_the_packages(self, tmp_path: Path) -> None:
        done = run([sys.executable, "-m", "galeri"], "--version", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, f"galeri {galeri.__version__}\n")

    def test_help_names_every_command(self, tmp_path: Path) -> None:
        done = run([sys.executable, "-m", "galeri"], "--help", cwd=tmp_path)
        assert done.returncode == 0
        for name in COMMANDS:
            assert re.search(rf"^ +{name}\b", done.stdout, re.MULTILINE)

    def test_without_a_command_the_help_is_shown(self, tmp_path: Path) -> None:
        done = run([sys.executable, "-m", "galeri"], cwd=tmp_path)
        assert "build" in done.stdout + done.stderr

    def test_an_unknown_command_ends_with_2(self, tmp_path: Path) -> None:
        assert run([sys.executable, "-m", "galeri"], "bild", cwd=tmp_path).returncode == 2


class TestLanguage:
    @pytest.mark.parametrize(
        ("environment", "language"),
        [
            ({}, "en"),
            ({"LANG": "C.UTF-8"}, "en"),
            ({"LANG": "nl_NL.UTF-8"}, "en"),
            ({"LANG": "id_ID.UTF-8"}, "id"),
            ({"LANG": "id"}, "id"),
            ({"LANG": "ms_MY.UTF-8"}, "id"),
            ({"LANG": "jv_ID"}, "id"),
            ({"LANG": "mad_ID.UTF-8"}, "id"),
            ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "id_ID.UTF-8"}, "id"),
            ({"LANG": "id_ID.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
            ({"LANG": "id_ID.UTF-8", "LC_ALL": ""}, "id"),
        ],
    )
    def test_the_environment_chooses_the_language(
        self, environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in SHELL:
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        assert chosen(None) == language
        assert chosen("id") == "id"
        assert chosen("en") == "en"

    def test_problems_and_summary_are_told_in_indonesian_where_the_shell_is(self, gallery: Small) -> None:
        spoil(gallery)
        done = run(BUILD, cwd=gallery.root, LANG="id_ID.UTF-8")
        lines = done.stderr.splitlines()
        assert lines[0].startswith("content/materials/katun/material.yaml:1:1: kesalahan[unknown-key]: ")
        assert lines[1] == "    apakah maksud Anda “same_as”?"
        assert lines[-1].endswith("; tidak ada yang ditulis")

    def test_the_option_wins_over_the_shell(self, gallery: Small) -> None:
        there = run(BUILD, "--language", "en", cwd=gallery.root, LANG="id_ID.UTF-8").stderr
        back = run(BUILD, "--language", "id", cwd=gallery.root, LANG="en_US.UTF-8").stderr
        assert re.search(r"^\d+ made, 0 kept, 0 removed$", there, re.MULTILINE)
        assert re.search(r"^0 dibuat, \d+ tetap, 0 dihapus$", back, re.MULTILINE)
        assert back.splitlines()[-1].startswith("memeriksa ")

    def test_a_shell_that_can_not_write_every_letter_is_no_reason_to_fail(self, gallery: Small) -> None:
        spoil(gallery)
        done = run(BUILD, cwd=gallery.root, PYTHONIOENCODING="ascii", LANG="C")
        assert done.returncode == 1
        assert "error[unknown-key]" in done.stderr
        assert "Traceback" not in done.stderr


class TestTerminal:
    def test_lines_are_plain_where_there_is_no_terminal(self, gallery: Small) -> None:
        stray(gallery)
        told = run(BUILD, cwd=gallery.root).stderr
        assert ESCAPE not in told
        assert "\r" not in told

    @pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX's")
    def test_a_terminal_shows_how_grave_a_problem_is_in_colour(self, gallery: Small) -> None:
        stray(gallery)
        spoil(gallery)
        told = on_terminal([*BUILD, "-g", str(gallery.root), "--language", "en"])
        assert f"content/catatan.txt: {ESCAPE}[33mwarning[stray-file]{ESCAPE}[0m: " in told
        assert f"{ESCAPE}[31merror[unknown-key]{ESCAPE}[0m: " in told

    @pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX's")
    def test_what_a_terminal_shows_is_otherwise_the_same(self, gallery: Small) -> None:
        stray(gallery)
        spoil(gallery)
        shown = on_terminal([*BUILD, "-g", str(gallery.root), "--language", "en"])
        plain = re.sub(rf"{ESCAPE}\[[0-9;]*m", "", shown).replace("\r\n", "\n")
        assert plain == build("--language", "en", cwd=gallery.root).stderr


def on_terminal(command: list[str]) -> str:
    """Run a command whose standard error is a terminal, and give what it showed there."""
    import pty  # noqa: PLC0415 - Windows has none

    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stderr=theirs, stdout=subprocess.DEVNULL):
        os.close(theirs)
        shown = b"".join(read_all(ours))
    os.close(ours)
    return shown.decode()


def read_all(descriptor: int) -> Iterator[bytes]:
    """Read until the other end is closed, which Linux tells as an error."""
    try:
        while piece := os.read(descriptor, 4096):
            yield piece
    except OSError:
        return


class TestWhatIsRefused:
    @pytest.mark.parametrize("name", ["nowhere", "empty"])
    def test_a_folder_without_a_gallery_is_one_problem_and_stays_as_it_was(
        self, name: str, tmp_path: Path
    ) -> None:
        (tmp_path / "empty").mkdir()
        done = build("-g", name, cwd=tmp_path)
        assert done.returncode == 1
        head, hint, summary = done.stderr.splitlines()
        assert head.startswith("galeri.yaml: error[no-gallery]: ")
        assert str(tmp_path / name) in head
        assert "galeri init" in hint
        assert summary.endswith("; nothing was written")
        assert [each.name for each in tmp_path.rglob("*")] == ["empty"]

    @pytest.mark.parametrize("output", [".", "..", "content", "content/products/topi", "themes", ".galeri"])
    def test_an_output_folder_that_holds_the_gallery_is_refused_in_one_line(
        self, output: str, gallery: Small
    ) -> None:
        before = tree(gallery.root.parent)
        done = build("-o", output, cwd=gallery.root)
        assert done.returncode == 1
        assert re.fullmatch(r"galeri: .* can't be the output folder: .*--output\n", done.stderr)
        assert tree(gallery.root.parent) == before

    def test_a_link_to_the_gallery_is_refused_as_the_gallery_itself(
        self, gallery: Small, tmp_path: Path
    ) -> None:
        (tmp_path / "link").symlink_to(gallery.root, target_is_directory=True)
        assert build("-o", str(tmp_path / "link"), cwd=gallery.root).returncode == 1
        assert not (gallery.root / "index.html").exists()

    def test_a_file_that_somebody_else_wrote_is_not_replaced(self, gallery: Small) -> None:
        gallery.write("site/index.html", "mine")
        done = build(cwd=gallery.root)
        assert done.returncode == 1
        line = done.stderr.splitlines()[-1]  # progress may have been told before
        assert "index.html" in line
        assert "--output" in line
        assert gallery.site() == {"index.html": b"mine"}

    @pytest.mark.parametrize(
        ("language", "reason"),
        [("en", "Not a directory"), ("id", "seharusnya folder, tetapi ini berkas")],
    )
    def test_an_output_folder_that_can_not_be_made_is_told_in_one_line(
        self, language: str, reason: str, gallery: Small
    ) -> None:
        (gallery.root / "hasil").touch()
        done = build("-o", "hasil/situs", "--language", language, cwd=gallery.root)
        assert done.returncode == 1
        line = done.stderr.splitlines()[-1]  # progress may have been told before
        assert line.startswith(f"galeri: {reason}: “")
        assert str(gallery.root / "hasil/situs") in line
