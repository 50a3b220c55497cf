"""The ICC file of a book: a CMYK output profile, or an error where book.yaml names it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageCms

from fuzi.load import load
from fuzi.model.production import PressWork
from fuzi.prepress import choose_profile
from tests.load.folders import PLAIN_CHAPTER, said, write

CMYK = choose_profile(None, PressWork()).data
SCREEN = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def loaded(folder: Path, press: str, **files: bytes):  # type: ignore[no-untyped-def]
    """A book whose ``press:`` stands in its second line, with these ICC files in its folder press/."""
    book = {"book.yaml": f"title: 书\npress: {press}\n", "text/01.md": PLAIN_CHAPTER}
    return load(write(folder, {**book, **{f"press/{name}.icc": data for name, data in files.items()}}))


def faults(outcome) -> list[str]:  # type: ignore[no-untyped-def]
    return said(item for item in outcome.report.diagnostics if item.severity != "note")


def test_a_profile_comes_with_the_book(tmp_path: Path) -> None:
    outcome = loaded(tmp_path, "{profile: press/paper.icc, condition: 双胶}", paper=CMYK)
    assert faults(outcome) == []
    assert (outcome.value.profile.path, outcome.value.profile.data) == ("press/paper.icc", CMYK)
    chosen = choose_profile(outcome.value.profile, outcome.value.settings.press)
    assert (chosen.condition, chosen.info, chosen.registry) == ("双胶", "FOGRA39L Coated", "")


def test_a_book_without_a_profile_has_none(tmp_path: Path) -> None:
    assert loaded(tmp_path, "{bleed: 5}").value.profile is None


@pytest.mark.parametrize(
    ("data", "about"),
    [
        (SCREEN, "RGB"),
        (SCREEN[:16] + b"GRAY" + SCREEN[20:], "grey"),
        (CMYK[:5000], "cut off"),
        (b"plain words", "no ICC file"),
        (b"", "no ICC file"),
        (CMYK[:12] + b"scnr" + CMYK[16:], "a scanner or camera"),
        (CMYK[:8] + b"\x05" + CMYK[9:], "version 5"),
        (CMYK[:128] + bytes(len(CMYK) - 128), "damaged"),
    ],
)
def test_a_file_that_separates_nothing_is_refused(tmp_path: Path, data: bytes, about: str) -> None:
    outcome = loaded(tmp_path, "{profile: press/a.icc}", a=data)
    assert faults(outcome) == ["L194 book.yaml:2:18"]
    (fault,) = (item for item in outcome.report.diagnostics if item.code.id == "L194")
    assert about in fault.message("en")
    assert outcome.value.profile is None


def test_a_missing_file_names_the_one_that_is_there(tmp_path: Path) -> None:
    outcome = loaded(tmp_path, "{profile: press/papper.icc}", paper=CMYK)
    assert faults(outcome) == ["L193 book.yaml:2:18"]
    (fault,) = (item for item in outcome.report.diagnostics if item.code.id == "L193")
    assert "press/paper.icc" in fault.hint("en")


def test_a_path_out_of_the_book_is_not_read(tmp_path: Path) -> None:
    assert faults(loaded(tmp_path, "{profile: ../paper.icc}")) == ["L103 book.yaml:2:18"]


def test_a_condition_needs_its_profile(tmp_path: Path) -> None:
    assert faults(loaded(tmp_path, "{condition: JapanColor2011}")) == ["L195 book.yaml:2:20"]


def test_the_usual_condition_may_be_named(tmp_path: Path) -> None:
    assert faults(loaded(tmp_path, "{condition: FOGRA39}")) == []
