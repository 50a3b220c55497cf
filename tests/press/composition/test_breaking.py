"""Where lines end, case by case: text, measure in em, the lines that must come of it."""

from __future__ import annotations

import pytest

from fuzi.press.composition import Style
from tests.press.composition.caster import set_in, texts

LOOSE = Style(kinsoku="loose")


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("天地玄黄宇宙洪荒", 4, ["天地玄黄", "宇宙洪荒"]),
        ("天地玄黄，宇宙洪荒", 4, ["天地玄", "黄，宇宙", "洪荒"]),
        ("天地玄“黄”宇宙洪荒日月", 4, ["天地玄", "“黄”宇宙", "洪荒日月"]),  # no opening mark ends a line
        ("天地玄黄宇宙洪荒日", 4, ["天地玄", "黄宇宙洪", "荒日"]),  # no last line of one character
        ("他说……好不好啊", 5, ["他说……好", "不好啊"]),
        ("天地玄黄\n宇宙", 6, ["天地玄黄", "宇宙"]),
        ("天地玄黄\n\n宇宙", 6, ["天地玄黄", "", "宇宙"]),
        ("天地玄黄 宇宙", 4, ["天地玄黄", "宇宙"]),  # the space falls away
        ("温度是36.5℃的天", 5, ["温度是", "36.5℃的天"]),
    ],
)
def test_cases(text: str, measure: float, lines: list[str]) -> None:
    made, found = set_in(text, measure)
    assert texts(made, found) == lines


def test_push_in_comes_before_push_out() -> None:
    """A character more by compression is better than one less by stretching."""
    made, lines = set_in("他说：“好，好，好。”大家听了都笑，笑得很响。", 12)
    assert texts(made, lines)[0] == "他说：“好，好，好。”大家"


def test_strict_rules_keep_dashes_from_the_beginning_of_a_line() -> None:
    text = "天地玄黄宇宙洪荒——日月盈昃辰宿列张寒来暑往秋收冬藏"
    made, lines = set_in(text, 8)
    assert not any(line.startswith("——") for line in texts(made, lines))
    made, lines = set_in(text, 8, LOOSE)
    assert texts(made, lines)[1].startswith("——")


def test_loose_rules_let_a_connector_begin_a_line() -> None:
    text = "天地玄黄宇宙～洪荒日月盈昃辰宿"
    made, lines = set_in(text, 6)
    assert not any(line.startswith("～") for line in texts(made, lines))
    made, lines = set_in(text, 6, LOOSE)
    assert texts(made, lines)[1].startswith("～")


@pytest.mark.parametrize("mark", "，。、；：！？）》」』”’】〉·％℃")
def test_no_line_begins_with(mark: str) -> None:
    text = ("天地玄黄宇宙洪" + mark) * 8
    for measure in (7, 9, 11, 14, 20):
        made, lines = set_in(text, measure)
        assert not any(line.startswith(mark) for line in texts(made, lines)), measure


@pytest.mark.parametrize("mark", "（《「『“‘【〈￥")
def test_no_line_ends_with(mark: str) -> None:
    text = ("天地玄黄宇宙洪" + mark) * 8 + "荒"
    for measure in (7, 9, 11, 14, 20):
        made, lines = set_in(text, measure)
        assert not any(line.endswith(mark) for line in texts(made, lines)), measure


@pytest.mark.parametrize("whole", ["——", "……", "12.5%", "1,234.50", "（1937）", "第3章"])
def test_what_is_never_split(whole: str) -> None:
    text = ("天地玄黄宇宙" + whole + "洪荒日月") * 5
    for measure in range(9, 22):
        made, lines = set_in(text, measure)
        ends = texts(made, lines)
        if whole[0] in "—…1":
            for one, following in zip(ends, ends[1:], strict=False):
                cut = one + "|" + following
                for index in range(1, len(whole)):
                    assert whole[:index] + "|" + whole[index:] not in cut


def test_a_number_and_its_unit_stay_together() -> None:
    from fuzi.press.composition.pairs import pair
    from tests.press.composition.caster import paragraph

    made = paragraph("约 10 km 远")
    space = next(sort for sort in made.sorts if sort.text == " " and sort.width == 0.25)
    assert pair(made.sorts[0], made.case.glue(space), made.case.style).price is None


def test_words_are_hyphenated_and_short_ones_kept() -> None:
    made, lines = set_in("这是internationalization的问题然后呢internationalization啊", 10)
    ends = texts(made, lines)
    assert any(line.endswith("-") for line in ends)
    assert "".join(line.removesuffix("-") for line in ends) == "".join(sort.text for sort in made.sorts)


def test_no_line_begins_with_a_sign_of_an_address() -> None:
    for measure in (14, 17, 20, 24):
        made, lines = set_in("请看https://www.example.org/books/about/setting/chinese.html这里", measure)
        assert not any(line[0] in "/.:" for line in texts(made, lines))


def test_tighten_runs_a_paragraph_one_line_shorter_or_longer() -> None:
    text = "天地玄黄，宇宙洪荒，日月盈昃，辰宿列张，寒来暑往，秋收冬藏，闰余成岁，律吕调阳，" * 4
    usual = len(set_in(text, 26)[1])
    shorter = len(set_in(text, 26, tighten=1)[1])
    longer = len(set_in(text, 26, tighten=-1)[1])
    assert shorter in (usual - 1, usual)
    assert longer in (usual + 1, usual)
    assert longer > shorter


def test_headings_are_balanced_and_end_their_lines_after_a_mark() -> None:
    made, lines = set_in("服务群众、凝聚民心，夯实党在城市执政的群众基础", 20, justify=False, balance=True)
    assert texts(made, lines) == ["服务群众、凝聚民心，", "夯实党在城市执政的群众基础"]


def test_lines_are_not_balanced_by_a_bad_break() -> None:
    text = "方「体你经【料行工一常】……」有生体其他质多五"
    made, lines = set_in(text, 6.6, justify=False, balance=True)
    assert "……" not in {line[:2] for line in texts(made, lines)}
