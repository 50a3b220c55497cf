"""The title leaf: title, series, people and publisher out of lines that carry no labels, repeated as they often are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from fuzi.ingest import cip, copyright
from fuzi.ingest.characters import count_han, letters, squeeze
from fuzi.ingest.facts import EVIDENCE, Fact, Gathered, choose
from fuzi.ingest.labels import FIGURES, LABEL
from fuzi.ingest.names import is_name_list, read_names, role_of
from fuzi.ingest.repairs.width import widen
from fuzi.ingest.scan import RUNNING, Item, Shape
from fuzi.ingest.titles import bare, close_up, set_title
from fuzi.ingest.words import COMMITTEE, PUBLISHER, SERIES, SERIES_NUMBER, SUMMARY
from fuzi.model.manuscript import Confidence, Entry, Fate

_SUBTITLE = re.compile(r"(?:——|—|--|──|[:：])\s*(?P<subtitle>\S.*)")
_LATIN = re.compile(
    r"(?!.*(?:CIP|ISBN|©|Copyright|www\.|E-?mail))[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’,:;.!?&\- ]*[A-Za-zÀ-ɏ]{2}[.!?]?",
    re.IGNORECASE,
)
_INITIALS = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_FINALS = (
    "iang|iong|uang|ueng|iao|ian|ing|uai|uan|ang|eng|ong|ai|ei|ao|ou|an|en|in|un"
    "|ia|ie|iu|ua|uo|ui|ue|üe|ün|üan|er|[aoeiuüv]"
)
_SYLLABLE = re.compile(f"(?:{_INITIALS})?(?:{_FINALS})")

_Say: TypeAlias = Callable[..., None]


@dataclass(slots=True)
class _Leaf:
    """Where on the title leaf the reading stands."""

    title: str
    facts: list[Fact] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    in_series: bool = False
    after_title: bool = False
    people: Fact | None = None
    known: tuple[Fact, ...] = ()


def read(rows: Sequence[Item]) -> Gathered:
    """Everything that the pages before the preface say of the book."""
    rows = [row for row in rows if row.shape is not Shape.RULE or not _is_blank(row)]
    aside, rows = _aside(rows)
    extent = cip.extent(rows)
    start = next((index for index, row in enumerate(rows) if copyright.is_part_of_page(row)), len(rows))
    start = min(start, extent[0]) if extent else start
    found = Gathered()
    others: list[Item] = list(rows[start:])
    if extent:
        block = rows[extent[0] : extent[1]]
        found += cip.read(block) + _numbers(block)
        others = [*rows[start : extent[0]], *rows[extent[1] :]]
    title = choose(found.facts, "title")[0]
    leaf = _read_leaf(rows[:start], title, tuple(fact for fact in found.facts if fact.field == "contributors"))
    title = choose(leaf.facts, "title")[0] or title
    translated = any("译" in fact.role or "譯" in fact.role for fact in (*leaf.facts, *found.facts))
    known = {row.line: fact for row in others if (fact := _known_line(row, title, translated))}
    found += Gathered(tuple(known.values()))
    return leaf + aside + found + copyright.read([row for row in others if row.line not in known])


def _aside(rows: Sequence[Item]) -> tuple[Gathered, list[Item]]:
    """The summary on the copyright page, and the headings of lists of people: neither is a line of the title leaf."""
    facts: list[Fact] = []
    entries: list[Entry] = []
    rest: list[Item] = []
    in_summary = False
    for row in rows:
        text = squeeze(bare(row.text))
        if SUMMARY.fullmatch(text):
            in_summary = True
            entries.append(Entry(Fate.USED, EVIDENCE, row.line, row.text, field="summary"))
        elif (
            in_summary
            and row.shape is Shape.TEXT
            and not copyright.is_part_of_page(row)
            and (count_han(text) >= RUNNING or not row.start)
        ):
            facts.append(Fact("summary", widen(row.text), row.line, row.text))
        elif COMMITTEE.fullmatch(text) and row.shape in (Shape.HEADING, Shape.TEXT):
            in_summary = False
            entries.append(Entry(Fate.USED, EVIDENCE, row.line, row.text, field="contributors"))
        else:
            in_summary = False
            rest.append(row)
    return Gathered(tuple(facts), tuple(entries)), rest


def _known_line(row: Item, title: str, translated: bool) -> Fact | None:
    """On the copyright page: the title again, its pinyin, the title of the original."""
    text = bare(row.text)
    if title and letters(text) == letters(title):
        return Fact("title", title, row.line, row.text)
    if not _LATIN.fullmatch(text):
        return None
    if is_pinyin(text, title):
        return Fact("pinyin_title", text, row.line, row.text)
    return Fact("original.title" if translated else "parallel_title", text, row.line, row.text)


def _is_blank(row: Item) -> bool:
    return not any(map(str.isalnum, row.text)) and not row.text.strip("-_ ")


def _numbers(block: Sequence[Item]) -> Gathered:
    """The ISBN inside the CIP text."""
    figure = next(figure for figure in FIGURES if figure.name == "isbn")
    facts = [
        Fact("isbn", copyright.isbn(match["isbn"]), row.line, row.text, rank=2)
        for row in block
        for match in figure.pattern.finditer(row.text)
    ]
    return Gathered(tuple(facts))


def _read_leaf(rows: Sequence[Item], known: str, people: tuple[Fact, ...]) -> Gathered:
    leaf = _Leaf(_title(rows, known), known=people)
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        if row.shape is Shape.RULE or row.shape is Shape.IMAGE:
            leaf.entries.append(Entry(Fate.DROPPED, copyright.ORNAMENT, row.line, row.text))
        else:
            _line(row, following, leaf)
    return Gathered(tuple(leaf.facts), tuple(leaf.entries))


def _title(rows: Sequence[Item], known: str) -> str:
    """The line that the CIP text confirms, else the commonest heading, else the first that is nothing else."""
    texts = [set_title(row.text) for row in rows]
    for text in texts:
        if known and letters(text) == letters(known):
            return text
    for shapes in ((Shape.HEADING,), (Shape.HEADING, Shape.TEXT)):
        candidates = [
            text
            for row, text in zip(rows, texts, strict=True)
            if row.shape in shapes and count_han(text) >= 2 and not _is_something_else(text)
        ]
        if candidates and not known:
            return Counter(candidates).most_common(1)[0][0]
    return known


def _is_something_else(text: str) -> bool:
    return bool(
        LABEL.match(text)
        or PUBLISHER.fullmatch(text)
        or role_of(text)
        or SERIES.fullmatch(text)
        or _SUBTITLE.fullmatch(text)
    )


def _line(row: Item, following: Item | None, leaf: _Leaf) -> None:
    text = bare(row.text)

    def say(path: str, value: str, role: str = "", nation: str = "", sure: Confidence = Confidence.SURE) -> None:
        leaf.facts.append(Fact(path, value, row.line, row.text, role=role, nation=nation, rank=0, confidence=sure))

    if leaf.title and letters(set_title(text)) == letters(leaf.title):
        leaf.after_title, leaf.in_series, leaf.people = True, False, None
        say("title", leaf.title)
        return
    if (
        leaf.title
        and letters(text).startswith(letters(leaf.title))
        and _SUBTITLE.search(text[len(leaf.title) :].lstrip())
    ):
        leaf.after_title = True
        match = _SUBTITLE.search(text[len(leaf.title) :].lstrip())
        say("title", leaf.title)
        say("subtitle", match["subtitle"] if match else "")
        return
    if LABEL.match(text):
        labelled = copyright.read([row])
        leaf.facts += labelled.facts
        leaf.entries += labelled.entries
        return
    role = role_of(text) or _known_role(text, leaf.known)
    if role:
        _person(role, row, leaf)
    elif leaf.people is not None and is_name_list(text) and not _is_publisher(row):
        people = leaf.people
        say(people.field, "、".join(read_names(text).names), people.role, people.nation)
    else:
        _thing(text, following, leaf, say, row)


def _known_role(text: str, known: tuple[Fact, ...]) -> tuple[str, str] | None:
    """A line of names without a role has the role that the CIP text gives to these names."""
    names = set(read_names(text).names)
    fact = next((fact for fact in known if names and names <= set(fact.value.split("、"))), None)
    return (fact.role, text) if fact else None


def _is_publisher(row: Item | None) -> bool:
    return row is not None and PUBLISHER.fullmatch(squeeze(bare(row.text))) is not None


def _person(role: tuple[str, str], row: Item, leaf: _Leaf) -> None:
    """Between series and title stand the editors of the series, after the title those of the book."""
    names = read_names(role[1])
    title, path = role[0], "contributors"
    if title.startswith(("丛书", "叢書")):
        title, path = title[2:], "series.contributors"
    elif leaf.in_series and not leaf.after_title:
        path = "series.contributors"
    fact = Fact(path, "、".join(names.names), row.line, row.text, role=title, nation=names.nation, rank=0)
    leaf.people = fact
    leaf.facts.append(fact)


def _thing(text: str, following: Item | None, leaf: _Leaf, say: _Say, row: Item) -> None:
    leaf.people = None
    series = SERIES.fullmatch(text)
    subtitle = _SUBTITLE.fullmatch(text)
    if series and (not series["rest"].strip() or SERIES_NUMBER.fullmatch(series["rest"].strip(" ·—-（）()　"))):
        leaf.in_series, leaf.after_title = True, False
        say("series.name", series["name"].strip())
        if series["rest"].strip():
            say("series.number", _series_number(series["rest"]))
    elif SERIES_NUMBER.fullmatch(text) and leaf.in_series:
        say("series.number", _series_number(text))
    elif PUBLISHER.fullmatch(squeeze(text)) and count_han(text):
        leaf.in_series = leaf.after_title = False
        say("publisher.name", squeeze(text).removesuffix("出版"))
    elif subtitle and leaf.after_title:
        say("subtitle", subtitle["subtitle"].strip())
    elif _LATIN.fullmatch(text):
        say("pinyin_title" if is_pinyin(text, leaf.title) else "parallel_title", text)
    elif following is not None and SERIES.match(bare(following.text)):
        say("series.statement", set_title(text))
    elif _place(text) and (_is_publisher(following) or (leaf.facts and leaf.facts[-1].field == "publisher.name")):
        say("publisher.place", squeeze(text).strip("·"))
    else:
        leaf.entries.append(Entry(Fate.DOUBT, copyright.UNRESOLVED, row.line, row.text, confidence=Confidence.LOW))


def _series_number(text: str) -> str:
    return squeeze(text).strip("·—-（）()")


def _place(text: str) -> bool:
    """``北京``, ``杭州 · 上海`` at the foot of the title page."""
    text = close_up(text)
    return (
        bool(re.fullmatch(r"[\u4e00-\u9fff]{2,3}(?:\s*[·•]?\s*[\u4e00-\u9fff]{2,3}){0,3}", text))
        and len(squeeze(text)) <= 8
    )


def is_pinyin(text: str, title: str) -> bool:
    """Whether a Latin line spells the title: as many syllables as the title has characters, give or take one in ten."""
    syllables = 0
    for word in re.findall(r"[A-Za-züÜ]+", text):
        count = _syllables(word.lower())
        if not count:
            return False
        syllables += count
    wanted = count_han(title)
    return bool(wanted and syllables) and abs(syllables - wanted) <= max(1, wanted // 10) if title else False


def _syllables(word: str) -> int:
    """The least number of pinyin syllables that make up the word, or 0."""
    best: dict[int, int] = {0: 0}
    for start in range(len(word)):
        if start not in best:
            continue
        for end in range(start + 1, min(len(word), start + 6) + 1):
            if _SYLLABLE.fullmatch(word[start:end]) and best[start] + 1 < best.get(end, 99):
                best[end] = best[start] + 1
    return best.get(len(word), 0)
