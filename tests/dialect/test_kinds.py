"""The kinds that titles name, in both scripts."""

from __future__ import annotations

import pytest

from fuzi.dialect.kinds import kind_of
from fuzi.model.book import Kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("序", Kind.PREFACE),
        ("总　序", Kind.PREFACE),
        ("序言", Kind.PREFACE),
        ("前言", Kind.FOREWORD),
        ("绪论", Kind.INTRODUCTION),
        ("後記", Kind.AFTERWORD),
        ("编后记", Kind.AFTERWORD),
        ("附录二　大事记", Kind.APPENDIX),
        ("參考文獻", Kind.BIBLIOGRAPHY),
        ("致谢", Kind.ACKNOWLEDGEMENTS),
        ("总论", Kind.CHAPTER),
        ("秩序与社区", Kind.CHAPTER),
        ("", Kind.CHAPTER),
    ],
)
def test_kind_of(title: str, kind: Kind) -> None:
    assert kind_of(title) is kind
