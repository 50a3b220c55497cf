"""Surnames are never taken for words, on the title leaf or in the text."""

import pytest

from fuzi.model.book import EditionMetadata
from fuzi.model.metadata import Contributor, Metadata, Publisher, Staff
from fuzi.model.walk import plain
from fuzi.transform.names import convert_name, people
from tests.transform.copies import HANS, HK, TW, book, chapter, only_block, paragraph, settled, term

AUTHORS = Metadata(
    "后记",
    contributors=(Contributor("主编", ("范建国", "于淑兰", "余地")),),
    publisher=Publisher("余人出版社", head="岳云鹏"),
    staff=Staff(editors=("余秋雨",), others=(Contributor("责任印制", ("钟楚红",)),)),
)


@pytest.mark.parametrize("tag", [TW, HK])
def test_in_the_metadata(tag: str) -> None:
    copy, _ = settled(book(chapter("c1", ""), metadata=AUTHORS), tag)
    made = copy.metadata["pdf"]
    assert made.contributors[0].names == ("范建國", "于淑蘭", "余地")
    assert made.staff.editors == ("余秋雨",)
    assert made.staff.others[0].names == ("鍾楚紅",)
    assert made.title == "後記"


def test_people_of_the_book_keep_their_names_in_the_text() -> None:
    written = book(chapter("c1", "", paragraph("由于淑兰、范建国和余地无关")), metadata=AUTHORS)
    assert plain(only_block(settled(written)[0]).content) == "由于淑蘭、范建國和餘地無關"


def test_a_term_of_the_book_is_stronger() -> None:
    written = book(chapter("c1", "", paragraph("范建国")), metadata=AUTHORS, terms=[term("范建国", TW, "範建國")])
    copy, _ = settled(written)
    assert plain(only_block(copy).content) == "範建國"
    assert copy.metadata["pdf"].contributors[0].names[0] == "範建國"


def test_people_of_an_edition_that_are_settled_are_left_alone() -> None:
    own = EditionMetadata(TW, "pdf", AUTHORS, frozenset({("contributors",)}))
    copy, _ = settled(book(chapter("c1", ""), metadata=AUTHORS, editions=(own,)))
    assert copy.metadata["pdf"].contributors == AUTHORS.contributors


def test_back_to_simplified_nothing_is_forced() -> None:
    traditional = Metadata("書", contributors=(Contributor("主編", ("鍾楚紅", "范建國")),))
    copy, _ = settled(book(chapter("c1", ""), metadata=traditional, source=TW), HANS)
    assert copy.metadata["pdf"].contributors[0].names == ("钟楚红", "范建国")


def test_several_names_in_one_text() -> None:
    def wrong(name: str) -> str:
        return name.replace("范", "範").replace("于", "於")

    assert convert_name("范伟　于谦、王伟", wrong, lambda _: False) == "范伟　于谦、王伟"
    assert convert_name("范伟　于谦、王伟", wrong, lambda name: name == "范伟") == "範伟　于谦、王伟"
    assert convert_name("", str, lambda _: False) == ""


def test_only_people_with_such_a_surname_are_looked_for() -> None:
    assert list(people([AUTHORS, AUTHORS])) == ["范建国", "于淑兰", "岳云鹏", "余秋雨", "钟楚红"]


def test_names_that_may_be_wrong_are_listed_once_for_an_edition() -> None:
    metadata = Metadata(
        "里",
        contributors=(Contributor("主编", ("余干", "云里", "钟楚红", "张三")),),
        publisher=Publisher("干云出版社", head="云里"),
    )
    copy, found = settled(book(chapter("c1", ""), metadata=metadata))
    names = copy.metadata["pdf"].contributors[0].names
    assert [item.code.id for item in found] == ["T107"]
    listed = dict(found[0].facts)["names"].split("、")
    assert listed == [f"{was}→{now}" for was, now in zip(("余干", "云里"), names, strict=False)]


def test_a_name_among_the_terms_is_sure() -> None:
    metadata = Metadata("书", contributors=(Contributor("主编", ("云里",)),))
    assert settled(book(chapter("c1", ""), metadata=metadata, terms=[term("云里", TW, "雲里")]))[1] == []
    assert settled(book(chapter("c1", ""), metadata=metadata), HANS)[1] == []
