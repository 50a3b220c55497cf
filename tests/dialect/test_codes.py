"""The codes of the dialect: stable ids, words in both languages, facts that fill their templates."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from fuzi.dialect import codes
from fuzi.dialect.special import codes as special
from fuzi.model.book import Chapter
from fuzi.model.report import Outcome


def test_ids_are_unique_and_in_order() -> None:
    for first, all_codes in ((101, codes.ALL), (161, special.ALL)):
        ids = [code.id for code in all_codes]
        assert ids == [f"M{number}" for number in range(first, first + len(ids))]
    for code in (*codes.ALL, *special.ALL):
        assert all((code.zh, code.en, code.hint_zh, code.hint_en))
        assert re.search(r"[\u4e00-\u9fff]", code.zh + code.hint_zh)


def test_every_fact_is_given(case: Any, read_case: Callable[[str], Outcome[Chapter]]) -> None:
    for item in read_case(case.source).report.diagnostics:
        facts = dict(item.facts)
        for template in (item.code.zh, item.code.en, item.code.hint_zh, item.code.hint_en):
            assert set(re.findall(r"(?<!\{)\{([a-z]+)\}(?!\})", template)) <= set(facts), item.code.id
        assert item.message("zh") != item.message("en")
        assert item.hint("zh") != item.hint("en")
