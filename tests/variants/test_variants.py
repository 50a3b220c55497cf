"""The variants are data: whole, alike, and in their own script."""

import string
from importlib import resources

import pytest
import yaml

from fuzi.model.edition import Variant
from fuzi.model.faults import ToolFault
from fuzi.transform.phrases import Phrases
from fuzi.transform.script import engine
from fuzi.variants import tags, variant

ALL = [variant(tag) for tag in tags()]


def test_the_three_variants() -> None:
    assert tags() == ("zh-Hans", "zh-Hant-HK", "zh-Hant-TW")
    assert variant("zh-Hans") is variant("zh-Hans")


def test_an_unknown_tag_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        variant("zh-Hant")
    with pytest.raises(KeyError):
        variant("../zh-Hans")


@pytest.mark.parametrize("item", ALL, ids=tags())
def test_every_variant_has_the_same_labels_and_roles(item: Variant) -> None:
    first = ALL[0]
    assert item.labels.keys() == first.labels.keys()
    assert item.fonts.keys() == first.fonts.keys() >= {"song", "hei", "kai", "latin", "mono"}
    assert all(item.labels.values())
    assert all(item.fonts.values())
    for key, label in item.labels.items():
        assert _fields(label) <= _fields(first.labels[key]) | {"n"}, key


def _fields(label: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(label) if name}


@pytest.mark.parametrize("item", ALL, ids=tags())
def test_every_other_variant_leads_here_without_vocabulary(item: Variant) -> None:
    assert set(item.opencc) == set(tags()) - {item.tag}
    for chain in item.opencc.values():
        assert chain
        assert not any(name.endswith("p") for name in chain)
        assert "s2t" not in chain


@pytest.mark.parametrize("item", ALL, ids=tags())
def test_shapes_keep_the_length(item: Variant) -> None:
    assert all(len(shape) == len(wanted) for shape, wanted in item.shapes.items())


def test_quotes() -> None:
    assert variant("zh-Hans").quotes.outer == ("“", "”")
    assert variant("zh-Hant-TW").quotes == variant("zh-Hant-HK").quotes
    assert variant("zh-Hant-TW").quotes.inner == ("『", "』")


def test_marks_stand_in_the_corner_or_in_the_middle() -> None:
    assert {tag: variant(tag).marks for tag in tags()} == {
        "zh-Hans": "corner",
        "zh-Hant-HK": "centre",
        "zh-Hant-TW": "centre",
    }


def test_the_title_leaf_of_each_region() -> None:
    leaves = {tag: variant(tag).title_leaf for tag in tags()}
    assert {tag: leaf.standard for tag, leaf in leaves.items()} == {"zh-Hans": "gb", "zh-Hant-HK": "", "zh-Hant-TW": ""}
    assert {tag: leaf.last for tag, leaf in leaves.items()} == {
        "zh-Hans": False,
        "zh-Hant-HK": True,
        "zh-Hant-TW": True,
    }
    assert leaves["zh-Hans"].shows("cip")
    assert leaves["zh-Hans"].shows("sheets")
    for tag in ("zh-Hant-TW", "zh-Hant-HK"):
        assert not any(leaves[tag].shows(field) for field in ("cip", "sheets", "characters", "sheet"))
        assert leaves[tag].shows("rights"), "behind the title"


@pytest.mark.parametrize(
    "changes",
    [{"place": "first-leaf"}, {"parts": ["cip", "barcode"]}, {"record": {"a": ["weight"]}}, {"record": {"a": []}}],
)
def test_another_title_leaf_is_damage(changes: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    data = yaml.safe_load(resources.files("fuzi.variants").joinpath("zh-Hans.yaml").read_text("utf-8"))
    data["title_leaf"] |= changes
    monkeypatch.setattr("fuzi.variants.yaml.safe_load", lambda text: data)
    with pytest.raises(ToolFault, match="is damaged"):
        variant.__wrapped__("zh-Hans")


def test_another_place_for_marks_is_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    data = yaml.safe_load(resources.files("fuzi.variants").joinpath("zh-Hans.yaml").read_text("utf-8"))
    monkeypatch.setattr("fuzi.variants.yaml.safe_load", lambda text: {**data, "marks": "left"})
    with pytest.raises(ToolFault, match="corner, centre"):
        variant.__wrapped__("zh-Hans")


def test_only_the_mainland_prints_figures_of_manufacture() -> None:
    assert [tag for tag in tags() if variant(tag).title_leaf.shows("sheets")] == ["zh-Hans"]


def test_a_switch_that_is_no_switch_is_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    data = yaml.safe_load(resources.files("fuzi.variants").joinpath("zh-Hans.yaml").read_text("utf-8"))
    data["title_leaf"]["pinyin"] = "perhaps"
    monkeypatch.setattr("fuzi.variants.yaml.safe_load", lambda text: data)
    with pytest.raises(ToolFault, match="true or false"):
        variant.__wrapped__("zh-Hans")


def test_words_of_the_trade() -> None:
    assert variant("zh-Hans").labels["contents"] == "目录"
    assert variant("zh-Hant-TW").labels["contents"] == "目錄"
    assert variant("zh-Hant-HK").labels["email"] == "電郵"
    assert variant("zh-Hant-TW").labels["publisher"] == "出版者"
    assert variant("zh-Hans").labels["missing"] == "〔缺〕"
    line = variant("zh-Hans").labels["impression_line"]
    assert line.format(year=2007, month=6, n=1) == "2007年6月第1次印刷"


@pytest.mark.parametrize("tag", ["zh-Hant-TW", "zh-Hant-HK"])
def test_labels_are_in_the_script_of_their_variant(tag: str) -> None:
    """A label already in its script is left alone by a conversion into it."""
    wanted = variant(tag)
    convert, shapes = engine(wanted.opencc["zh-Hans"]), Phrases.of(wanted.shapes)
    changed = {key: label for key, label in wanted.labels.items() if shapes.replace(convert(label)) != label}
    assert changed == {}


def test_damaged_data_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fuzi.variants.yaml.safe_load", lambda text: {"name": 1})
    with pytest.raises(ToolFault, match="zh-Hans.yaml is damaged"):
        variant.__wrapped__("zh-Hans")
