"""Code points that no printer set."""

from fuzi.ingest.repairs.codepoints import repair
from fuzi.ingest.scan import Item, Piece, Shape


def repaired(text: str) -> str:
    return repair((Item(Shape.TEXT, (Piece(text, 1),)),)).items[0].text


def test_radicals_and_compatibility_forms() -> None:
    assert repaired("⽤⼒⾼⽅⺠") == "用力高方民"
    assert repaired("２００７年ＡＢ") == "2007年AB"


def test_invisible_characters() -> None:
    assert repaired("中\u200b文\ufeff字\x00") == "中文字"


def test_marks_and_circled_numbers_stay() -> None:
    assert repaired("①℃½，。（）　") == "①℃½，。（）　"
