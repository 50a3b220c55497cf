"""Spaces inside Chinese prose."""

from fuzi.ingest.repairs.spaces import repair
from fuzi.ingest.scan import Item, Piece, Shape

REST = "，后面还有许多字，好让这一段算得上是正文而不是标题或者人名。"


def spaced(text: str, shape: Shape = Shape.TEXT) -> str:
    return repair((Item(shape, (Piece(text, 1),)),)).items[0].text


def test_between_han_and_beside_numbers() -> None:
    assert spaced("书里的内 容有 1315 个字" + REST) == "书里的内容有1315个字" + REST
    assert spaced("占 48% 左右， 用 Python 写" + REST) == "占48%左右，用Python写" + REST
    assert spaced("这是一个短句，共 12 个字。") == "这是一个短句，共12个字。"


def test_names_titles_and_dates_stay() -> None:
    assert spaced("陆 遥 白 鹭") == "陆 遥 白 鹭"
    assert spaced("3月5日 星期日") == "3月5日 星期日"
    assert spaced("造一座高楼 装一口旧钟", Shape.HEADING) == "造一座高楼 装一口旧钟"


def test_number_at_the_start_and_latin_words_stay() -> None:
    assert spaced("1.1 概述" + REST) == "1.1 概述" + REST
    assert spaced("他说 good morning 之后" + REST) == "他说good morning之后" + REST


def test_code_and_addresses_stay() -> None:
    assert spaced("写成`a 的 b`就行" + REST) == "写成`a 的 b`就行" + REST
