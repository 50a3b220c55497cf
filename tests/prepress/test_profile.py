"""The printing condition: of the book, of the machine, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzi.model.edition import ProfileFile
from fuzi.model.faults import ToolFault
from fuzi.model.production import PressWork
from fuzi.prepress import choose_profile, profile


def test_fogra39_is_the_usual_one() -> None:
    chosen = choose_profile(None, PressWork())
    assert (chosen.condition, chosen.registry) == ("FOGRA39", "http://www.color.org")
    assert chosen.data[12:20] == b"prtrCMYK"


def test_that_of_the_book_goes_first_under_its_own_name() -> None:
    data = choose_profile(None, PressWork()).data
    chosen = choose_profile(ProfileFile("press/a.icc", data), PressWork())
    assert (chosen.condition, chosen.info, chosen.registry) == ("FOGRA39L Coated", "FOGRA39L Coated", "")
    assert choose_profile(ProfileFile("press/a.icc", data), PressWork(condition="轻涂纸")).condition == "轻涂纸"


def test_without_any_the_fault_names_the_command_and_the_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(profile, "places_of_default", lambda: (tmp_path / "none.icc",))
    with pytest.raises(ToolFault) as raised:
        choose_profile(None, PressWork())
    assert raised.value.command == "sh tools/setup.sh"
    assert "press.profile" in raised.value.message("zh")
    assert "press.profile" in raised.value.message("en")


def test_the_environment_of_python_is_looked_in_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(profile.sys, "prefix", str(tmp_path))
    assert profile.places_of_default()[0] == tmp_path / "share" / "fuzi" / "FOGRA39L_coated.icc"
