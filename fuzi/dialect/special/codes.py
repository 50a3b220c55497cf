"""What can be wrong with the blocks that have a manner of their own."""

from __future__ import annotations

from fuzi.model.report import Code, Severity

_W = Severity.WARNING

CONTAINER_EMPTY = Code(
    "M161",
    _W,
    "块“:::{name}”是空的",
    "the container “:::{name}” is empty",
    "在“:::{name}”与“:::”之间写上文字，或删去这一块",
    "write its text between “:::{name}” and “:::”, or delete it",
)
SPEECH_EMPTY = Code(
    "M162",
    _W,
    "“{head}：”后面没有话",
    "nothing is said after “{head}:”",
    "把话接着写在冒号后面；只有动作时，写成“（动作）”独占一行",
    "write the words behind the colon; an action alone is a line of its own in brackets",
)
SPEAKER_MISSING = Code(
    "M163",
    _W,
    "不知道这一行是谁说的",
    "this line does not say who speaks",
    "写成“人物：台词”；动作和布景写在括号里，独占一行",
    "write “name：words”; stage directions are lines of their own in brackets",
)
YEAR_MISSING = Code(
    "M164",
    _W,
    "年表的第一行没有年份",
    "the first line of the chronology has no date",
    "写成“1919年　事件”，年份与事件之间用一个全角空格或制表符",
    "write the date, an ideographic space or a tab, and what happened",
)
COUPLET_LINES = Code(
    "M165",
    _W,
    "对联应有上、下联两行，这里有 {count} 行",
    "a couplet has two lines, here there are {count}",
    "上联、下联各写一行，横批写在“:::couplet”后面；不是对联的，改用“:::verse”",
    "write each half on a line and the banner behind “:::couplet”; for other verse use “:::verse”",
)
PINYIN_SCOPE = Code(
    "M166",
    _W,
    "“:::{name}”后面写着“{asked}”，不知道要注哪些字",
    "“:::{name}” says “{asked}”, which does not tell what characters get a reading",
    "写“:::pinyin all”（每字）、“:::pinyin rare”（生僻字）或“:::pinyin none”（不注）",
    "write “:::pinyin all” (every one), “:::pinyin rare” (rare ones) or “:::pinyin none”",
)

ALL: tuple[Code, ...] = tuple(value for value in tuple(globals().values()) if isinstance(value, Code))
"""Every code of these blocks."""
