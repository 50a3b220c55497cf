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
SPEAKER_UNREAD = Code(
    "M167",
    _W,
    "“{text}”有冒号，冒号前却认不出人物，接在上一句后面了",
    "“{text}” has a colon, but nobody is known to speak before it; it goes on with the speech above",
    "冒号前面写人物，至多十六个字，中间没有标点；不是人物，就把冒号写成“&#65306;”",
    "name the speaker in at most 16 characters without punctuation; if none is meant, write the colon as “&#65306;”",
)
QUESTION_UNREAD = Code(
    "M168",
    _W,
    "问答里的这一行既不是问，也不是答",
    "this line is neither a question nor an answer",
    "写成“问：……”或“答：……”；说明文字移到“:::{name}”之外",
    "begin it with “问：” or “答：”; move remarks out of “:::{name}”",
)
ANSWER_MISSING = Code(
    "M169",
    _W,
    "“{text}”没有答",
    "“{text}” has no answer",
    "在它后面写一段“答：……”",
    "write a paragraph “答：…” after it",
)
DATE_UNREAD = Code(
    "M170",
    _W,
    "“{text}”不像年份，这一行接在上一条后面了",
    "“{text}” does not look like a date; this line goes on with the entry above",
    "年份里要有年、月、日或数字；只是接着上一条说，就在行首空一格",
    "a date has digits or 年, 月, 日 in it; begin a line that only goes on with a space",
)
EVENT_MISSING = Code(
    "M171",
    _W,
    "“{text}”后面没有事件",
    "nothing happened at “{text}”",
    "在年份后面空一个全角空格，写上事件，或删去这一行",
    "write what happened behind an ideographic space, or delete the line",
)

ALL: tuple[Code, ...] = tuple(value for value in tuple(globals().values()) if isinstance(value, Code))
"""Every code of these blocks."""
