"""Notes and their marks."""

from collections.abc import Callable

from fuzi.ingest.notes import tie
from fuzi.ingest.scan import Items
from fuzi.model.manuscript import Fate
from fuzi.model.walk import plain

Reader = Callable[[str], Items]


def untied(items: Items) -> list[tuple[str, str]]:
    return [(entry.note, entry.before) for entry in tie(items, "s").entries if entry.fate is Fate.DOUBT]


def test_number_and_order_agree(items: Reader) -> None:
    done = tie(items("钟慢了①，人也慢了②。\n\n① 四分钟。\n\n② 一百年。\n\n后来修好了。"), "s")
    assert [item.text for item in done.items] == ["钟慢了\x021\x03，人也慢了\x022\x03。", "后来修好了。"]
    assert [(note.key, plain(note.blocks[0].content)) for note in done.notes] == [("1", "四分钟。"), ("2", "一百年。")]  # type: ignore[union-attr]


def test_numbering_starts_anew_on_each_page(items: Reader) -> None:
    done = tie(items("钟慢了①。\n\n① 四分钟。\n\n人也慢了①。\n\n① 一百年。"), "s")
    assert [note.key for note in done.notes] == ["1", "2"]
    assert [(entry.before, entry.after) for entry in done.entries][2:] == [("①", "[^2]"), ("①", "[^2]:")]


def test_what_does_not_agree_is_doubted_and_stays(items: Reader) -> None:
    scan = items("钟慢了①，人也慢了。\n\n① 四分钟。\n\n② 一百年。")
    assert tie(scan, "s").items == scan
    assert untied(scan) == [("注文", "① 四分钟。"), ("注文", "② 一百年。")]


def test_mark_without_a_note_is_doubted(items: Reader) -> None:
    assert untied(items("钟慢了①，人也慢了。")) == [("注号", "钟慢了①，人也慢了。")]


def test_enumeration_in_a_sentence_is_none(items: Reader) -> None:
    assert untied(items("要做三件事：①擦钟；②上油；③对表。")) == []
