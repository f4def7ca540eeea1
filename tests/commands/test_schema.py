"""`galeri schema` writes what editors need."""

import json
from pathlib import Path

import pytest

from galeri.commands.main import main
from tests.support.galleries import Small


def schema(*options: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["schema", "--language", "id", *options])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def test_schemas_hold_the_ids_of_the_gallery_and_explain_in_the_users_language(gallery: Small) -> None:
    assert schema("-g", str(gallery.root)) == 0
    made = json.loads((gallery.root / ".galeri/schema/product.json").read_text(encoding="utf-8"))
    assert "kelompok" in json.dumps(made["properties"]["artisan"])
    assert made["properties"]["weight"]["description"] == "Berat karya."


def test_they_go_into_another_folder(gallery: Small, tmp_path: Path) -> None:
    assert schema("-g", str(gallery.root), "-o", str(tmp_path / "skema")) == 0
    assert (tmp_path / "skema" / "galeri.json").is_file()
    assert not (gallery.root / ".galeri").exists()


def test_a_folder_without_a_gallery_gets_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert schema("-g", str(tmp_path)) == 1
    assert "tidak ada galeri.yaml" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
