"""The readings of whole sentences, against keys written by hand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzi.readings import DOUBTFUL, Reading, parse, read
from fuzi.readings.analysis import simplified, words
from fuzi.readings.heteronyms import heteronyms, phrases, rules

_CASES = Path(__file__).parent.parent / "cases" / "readings"


def _score(name: str) -> tuple[float, list[str]]:
    """The share of right readings in a key, and the wrong ones that the reader was sure of."""
    right, total, sure = 0, 0, []
    for line in (_CASES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        sentence, items = line.split("\t")
        found = {reading.index: reading for reading in read(sentence)}
        for item in items.split():
            match = re.fullmatch(r"(.)@(\d+)=(.+)", item)
            assert match is not None, item
            assert sentence[int(match[2])] == match[1], item
            reading = found[int(match[2])]
            total += 1
            right += reading.syllable == match[3]
            if reading.syllable != match[3] and reading.confidence >= DOUBTFUL:
                sure.append(f"{sentence}: {item}, read {reading.syllable}")
    return right / total, sure


def test_the_sentences_written_before_the_rules() -> None:
    share, sure = _score("sentences.tsv")
    assert share >= 0.98
    assert sure == []


def test_the_sentences_written_after_the_rules() -> None:
    share, sure = _score("sentences_more.tsv")
    assert share >= 0.95
    assert sure == []


def _line(text: str, **settled: tuple[str, ...]) -> str:
    return " ".join(reading.syllable for reading in read(text, settled))


def test_only_han_characters_are_read() -> None:
    assert read("山 ABC 1—水！") == (Reading(0, "山", "shān", 1.0, ()), Reading(8, "水", "shuǐ", 1.0, ()))
    assert read("") == ()


def test_what_the_book_has_settled_wins() -> None:
    assert _line("心里重重的", 重重=("zhòng", "zhòng")) == "xīn lǐ zhòng zhòng de"
    settled = {"重": ("zhòng",), "重重": ("chóng", "chóng")}
    found = read("重重", settled)
    assert [(reading.syllable, reading.confidence) for reading in found] == [("chóng", 1.0)] * 2
    assert found[0].others == ("zhòng",)


def test_a_settled_phrase_holds_in_both_scripts() -> None:
    assert _line("銀行", 银行=("yín", "xíng")) == "yín xíng"


def test_tones_are_those_of_the_dictionary() -> None:
    assert _line("一个不对") == "yī gè bù duì"


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        ("一会儿花儿开", "yī huì r huā r kāi"),
        ("这儿哪儿玩儿", "zhè r nǎ r wán r"),
        ("小孩儿一点儿事儿", "xiǎo hái r yī diǎn r shì r"),
        ("鸟儿、猫儿、味儿", "niǎo r māo r wèi r"),
        ("女儿、儿子、婴儿、孤儿", "nǚ ér ér zi yīng ér gū ér"),
        ("健儿幼儿儿童", "jiàn ér yòu ér ér tóng"),
        ("花儿子的钱", "huā ér zi de qián"),
        ("兒女玩兒去", "ér nǚ wán r qù"),
        ("重重的书包", "zhòng zhòng de shū bāo"),
        ("重重地放下", "zhòng zhòng de fàng xià"),
        ("困难重重", "kùn nan chóng chóng"),
        ("背着重重的书包", "bēi zhe zhòng zhòng de shū bāo"),
    ],
)
def test_the_suffix_is_r_and_heavy_is_zhong(text: str, syllables: str) -> None:
    assert _line(text) == syllables
    assert all(reading.confidence >= DOUBTFUL for reading in read(text))


def test_a_suffix_and_a_heaviness_that_could_be_otherwise_are_doubtful() -> None:
    for text, character in (("平儿笑道", "儿"), ("重重的锄头", "重")):
        assert [item.confidence < DOUBTFUL for item in read(text) if item.character == character][0]


def test_an_unknown_character_has_no_reading() -> None:
    assert read("\U000323af") == (Reading(0, "\U000323af", "", 0.0, ()),)


def test_a_lone_heteronym_is_doubtful() -> None:
    (reading,) = read("行")
    assert reading.confidence < DOUBTFUL
    assert "háng" in {reading.syllable, *reading.others}


@pytest.mark.parametrize(
    ("plain", "traditional"),
    [("银行里行人很少", "銀行裏行人很少"), ("头发干了", "頭髮乾了"), ("他还得还书", "他還得還書"), ("说着", "說著")],
)
def test_both_scripts_read_alike(plain: str, traditional: str) -> None:
    assert _line(plain) == _line(traditional)


def test_a_traditional_character_keeps_to_its_own_readings() -> None:
    assert [(reading.syllable, reading.others) for reading in read("髮發")] == [("fà", ()), ("fā", ())]


@given(
    st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=40)
    | st.text("的得地着了行长 \n\t,。ab~", max_size=30)
)
def test_any_text_is_read(text: str) -> None:
    found = read(text)
    assert [text[reading.index] for reading in found] == [reading.character for reading in found]
    assert all(0 <= reading.confidence <= 1 for reading in found)
    plain = simplified(text)
    assert len(plain) == len(text)
    assert len(words(plain).starts) == len(text)


def test_the_tables_are_sound() -> None:
    table = heteronyms()
    for entry in table.values():
        assert len(set(entry.readings)) == len(entry.readings) > 1
        assert all(parse(reading) for reading in entry.readings)
    for character, rows in rules().items():
        assert {row.reading for row in rows} <= set(table[character].readings), character
    for word, readings in phrases().items():
        assert len(word) == len(readings), word
        assert all(parse(reading) for reading in readings), word


def test_the_dictionary_is_loaded_late_and_quietly(tmp_path: Path) -> None:
    code = (
        "import sys; from fuzi.readings import read; read('山水'); assert 'jieba' not in sys.modules;"
        "read('银行'); assert 'jieba' in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []
