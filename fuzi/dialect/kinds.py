"""What kind of chapter a title names, when book.yaml does not say."""

from __future__ import annotations

import re

from fuzi.model.book import Kind

_TITLES: tuple[tuple[Kind, str], ...] = (
    (Kind.PREFACE, r"(?:自|代|总|總|原|再版|重版|新版)?序(?:言|一|二|三)?"),
    (Kind.FOREWORD, r"前言|写在前面|寫在前面"),
    (Kind.INTRODUCTION, r"导言|導言|引言|导论|導論|绪论|緒論|绪言|緒言"),
    (Kind.DEDICATION, r"献词|獻詞|题献|題獻"),
    (Kind.AFTERWORD, r"(?:编|編|校|译|譯)?后记|(?:编|編|校|译|譯)?後記|跋"),
    (Kind.APPENDIX, r"附[录錄].*"),
    (Kind.BIBLIOGRAPHY, r"(?:主要)?参考(?:文献|书目)|(?:主要)?參考(?:文獻|書目)"),
    (Kind.ACKNOWLEDGEMENTS, r"致谢|致謝|鸣谢|鳴謝"),
)


def kind_of(title: str) -> Kind:
    """The kind that this title names; an ordinary chapter when it names none."""
    letters = re.sub(r"\s", "", title)
    for kind, pattern in _TITLES:
        if re.fullmatch(pattern, letters):
            return kind
    return Kind.CHAPTER
