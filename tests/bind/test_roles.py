"""Words of the title page and relator codes."""

from __future__ import annotations

import re

import pytest

from fuzi.bind.roles import ROLES, role_of


@pytest.mark.parametrize(
    ("word", "code", "principal"),
    [
        ("主编", "edt", True),
        ("主編", "edt", True),
        ("主　编", "edt", True),
        ("副主编：", "edt", False),
        ("著", "aut", True),
        ("撰稿人", "aut", False),
        ("译者", "trl", False),
        ("譯", "trl", False),
        ("绘", "ill", False),
        ("审校", "rev", False),
        ("挂名", "ctb", False),
        ("", "ctb", False),
    ],
)
def test_role_of(word: str, code: str, principal: bool) -> None:
    role = role_of(word)
    assert (role.relator, role.principal) == (code, principal)
    assert role.known == (code != "ctb")


def test_codes_are_relators() -> None:
    assert all(re.fullmatch("[a-z]{3}", role.relator) for role in ROLES.values())
