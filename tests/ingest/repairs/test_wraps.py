"""Lines of one paragraph."""

from collections.abc import Callable

from fuzi.ingest.repairs.wraps import repair
from fuzi.ingest.scan import Items


def texts(items: Items) -> list[str]:
    return [item.text for item in items]


def test_soft_wrapped_lines_join_without_a_space(items: Callable[[str], Items]) -> None:
    done = repair(items("这一行写到这里就折了，接着\n下一行继续写，没有分段。"))
    assert texts(done.items) == ["这一行写到这里就折了，接着下一行继续写，没有分段。"]
    assert done.entries[0].note == "共 2 行"


def test_latin_lines_join_with_a_space(items: Callable[[str], Items]) -> None:
    assert texts(repair(items("see the\nother page")).items) == ["see the other page"]


def test_verse_keeps_its_lines(items: Callable[[str], Items]) -> None:
    assert texts(repair(items("白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。")).items) == [
        "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。"
    ]
    assert texts(repair(items("白日依山尽\n黄河入海流")).items) == ["白日依山尽\n黄河入海流"]


def test_forced_break_stays(items: Callable[[str], Items]) -> None:
    assert texts(repair(items("这一行后面有强制换行，所以不能接上  \n下一行从头写起，不接上一行。")).items) == [
        "这一行后面有强制换行，所以不能接上\n下一行从头写起，不接上一行。"
    ]


def test_scan_wrapped_throughout_is_split_at_short_lines(items: Callable[[str], Items]) -> None:
    full = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八"
    text = f"{full}\n{full}\n到这里为止。\n{full}\n{full}\n又到这里为止。\n{full}\n{full}"
    assert texts(repair(items(text)).items) == [full * 2 + "到这里为止。", full * 2 + "又到这里为止。", full * 2]


def test_indent_starts_a_paragraph(items: Callable[[str], Items]) -> None:
    assert texts(repair(items("　　第一段文字写在这里，没有空行\n接着写完。\n　　第二段从这里开始。")).items) == [
        "第一段文字写在这里，没有空行接着写完。",
        "第二段从这里开始。",
    ]


def test_code_keeps_its_lines(items: Callable[[str], Items]) -> None:
    assert texts(repair(items("```\na = 1\n  b = 2\n```")).items) == ["a = 1\n  b = 2"]
