"""``fuzi themes``: the themes in words and as pictures."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from fuzi.cli import main
from fuzi.render.environment import themes

FIGURES = Path(__file__).parents[2] / "content" / "figures"
LARGEST = 150 * 1024


@pytest.mark.parametrize(
    ("language", "words"), [("zh", ["通用", "文学", "学术专著"]), ("en", ["General", "verse", "hei"])]
)
def test_the_list_in_both_languages(language: str, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["themes", "--lang", language]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert [line.split()[0].partition("　")[0] for line in shown] == list(themes())
    for word in words:
        assert any(word in line for line in shown)


def test_a_terminal_is_told_where_pictures_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["themes", "--lang", "zh"]) == 0
    assert "手册第十章" in capsys.readouterr().out


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["themes", "--json", "--lang", "en"]) == 0
    tree = json.loads(capsys.readouterr().out)
    assert (tree["ok"], tree["pictures"]) == (True, [])
    assert [item["name"] for item in tree["themes"]] == list(themes())
    assert all(item["title"] and item["line"] for item in tree["themes"])


def test_pictures_of_each_theme(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        assert main(["themes", "--pictures", str(tmp_path / name), "--variant", "zh-Hant-TW"]) == 0
    assert "theme-literary.png" in capsys.readouterr().out
    made = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert sorted(made) == sorted(f"theme-{name}.png" for name in themes())
    assert len(set(made.values())) == len(made), "no theme looks like another"
    for name, data in made.items():
        assert (tmp_path / "two" / name).read_bytes() == data, "the same bytes each time"
        picture = Image.open(io.BytesIO(data))
        assert picture.width == 1200 < picture.height
        grey = picture.convert("L")
        quarters = [
            grey.crop((x * 600 + 40, y * grey.height // 2 + 40, x * 600 + 560, (y + 1) * grey.height // 2 - 40))
            for x in (0, 1)
            for y in (0, 1)
        ]
        assert all(quarter.getextrema()[0] < 60 for quarter in quarters), "there is type on each of the four pages"


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    assert main(["themes", "--pictures", str(tmp_path), "--lang", "zh"]) == 2
    assert "不覆盖" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", themes())
def test_the_handbook_shows_each_theme(name: str) -> None:
    figure = FIGURES / f"theme-{name}.png"
    assert figure.stat().st_size <= LARGEST
    chapter = (FIGURES.parent / "text" / "09-print.md").read_text(encoding="utf-8")
    assert f"(figures/{figure.name} " in chapter
    assert f"| `{name}` |" in chapter
