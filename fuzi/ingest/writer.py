"""A manuscript as the files of a book folder: book.yaml, text/, terms/ and the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from fuzi.dialect import write_blocks, write_chapter
from fuzi.dialect.kinds import kind_of
from fuzi.ingest.ledger import ledger_text
from fuzi.model.book import Chapter, Kind, Part
from fuzi.model.manuscript import Manuscript
from fuzi.model.metadata import Contributor, Metadata, Printing, Publisher, Series, Staff
from fuzi.model.walk import plain

TERMS = "terms/book.tsv"
LEDGER = "ledger.md"


def files(manuscript: Manuscript) -> Mapping[str, str]:
    """Relative path → text, in reading order. The ledger's file stands beside book.yaml."""
    found = {"book.yaml": book_yaml(manuscript)}
    for item in (*manuscript.front, *manuscript.body, *manuscript.back):
        if isinstance(item, Part):
            if item.introduction:
                found[f"text/{introduction_file(item)}"] = write_blocks(item.introduction)
            found.update((f"text/{chapter.id}.md", write_chapter(chapter)) for chapter in item.chapters)
        else:
            found[f"text/{item.id}.md"] = write_chapter(item)
    found[TERMS] = "\t".join(("zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "note")) + "\n"
    found[LEDGER] = ledger_text(manuscript)
    return found


def introduction_file(part: Part) -> str:
    """The file of the text on a part title page."""
    return f"{part.chapters[0].id.partition('-')[0]}-00.md" if part.chapters else f"{part.id}.md"


def book_yaml(manuscript: Manuscript) -> str:
    """book.yaml with the fields that are known; a text that YAML could mistake for something else is quoted."""
    settings, metadata = manuscript.settings, manuscript.metadata
    tree: dict[str, Any] = {"slug": settings.slug}
    tree |= _metadata(metadata)
    tree |= {"source_variant": settings.source_variant, "variants": list(settings.variants)}
    tree["text"] = _filled(
        {
            "front": [_listed(chapter) for chapter in manuscript.front],
            "body": [_part(item) if isinstance(item, Part) else _listed(item) for item in manuscript.body],
            "back": [_listed(chapter) for chapter in manuscript.back],
        }
    )
    return yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100, indent=2)


def _listed(chapter: Chapter) -> str | dict[str, str]:
    """The file name; with its kind where the title alone does not say it."""
    file = f"{chapter.id}.md"
    if chapter.kind is Kind.CHAPTER or chapter.kind is kind_of(plain(chapter.title)):
        return file
    return {"file": file, "kind": chapter.kind.value}


def _part(part: Part) -> dict[str, Any]:
    found: dict[str, Any] = {"part": plain(part.title), "subtitle": plain(part.subtitle)}
    found["file"] = introduction_file(part) if part.introduction else ""
    return _filled(found) | {"chapters": [_listed(chapter) for chapter in part.chapters]}


def _metadata(metadata: Metadata) -> dict[str, Any]:
    sheet, price = metadata.sheet, metadata.price
    return _filled(
        {
            "title": metadata.title,
            "subtitle": metadata.subtitle,
            "parallel_title": metadata.parallel_title,
            "pinyin_title": metadata.pinyin_title,
            "series": _series(metadata.series),
            "contributors": _people(metadata.contributors),
            "publisher": _publisher(metadata.publisher),
            "printer": metadata.printer,
            "binder": metadata.binder,
            "distributor": metadata.distributor,
            "staff": _staff(metadata.staff),
            "isbn": metadata.isbn,
            "cip": _Literal(metadata.cip) if metadata.cip else "",
            "contract_number": metadata.contract_number,
            "trim": str(metadata.trim),
            "sheet": f"{sheet} 1/{sheet.leaves}" if sheet else "",
            "printing": _printing(metadata.printing),
            "price": f"{price.amount} {price.currency}" if price else "",
            "rights": metadata.rights,
            "summary": metadata.summary,
            "original": {"title": metadata.original.title} if metadata.original else {},
            "enclosures": metadata.enclosures,
            "notices": list(metadata.notices),
        }
    )


def _series(series: Series | None) -> dict[str, Any]:
    if series is None:
        return {}
    people = _people(series.contributors)
    return _filled(
        {"name": series.name, "number": series.number, "statement": series.statement, "contributors": people}
    )


def _publisher(publisher: Publisher | None) -> dict[str, Any]:
    if publisher is None:
        return {}
    keys = ("name", "place", "address", "postcode", "telephone", "url", "email", "head")
    return _filled({key: getattr(publisher, key) for key in keys})


def _staff(staff: Staff) -> dict[str, Any]:
    return _filled(
        {
            "editors": list(staff.editors),
            "designers": list(staff.designers),
            "proofreaders": list(staff.proofreaders),
            "others": _people(staff.others),
        }
    )


def _printing(printing: Printing) -> dict[str, Any]:
    """What the scan does not say of 印张 and 字数 the tool counts."""
    return _filled(
        {
            "first_edition": printing.first_edition,
            "edition": printing.edition,
            "edition_date": printing.edition_date,
            "impression": printing.impression,
            "impression_date": printing.impression_date,
            "sheets": printing.sheets or "auto",
            "thousand_characters": printing.thousand_characters or "auto",
            "copies": printing.copies,
        }
    )


def _people(contributors: Sequence[Contributor]) -> list[dict[str, Any]]:
    return [
        _filled({"role": person.role, "nation": person.nation, "names": _Flow(person.names), "part": person.part})
        for person in contributors
    ]


def _filled(tree: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in tree.items() if value not in ("", [], {}, None)}


class _Literal(str):
    """A text that keeps its lines: written as a block literal."""


class _Flow(list[str]):
    """A short list, written on one line."""


class _Dumper(yaml.SafeDumper):
    """PyYAML's safe dumper with indented lists and the two shapes above."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Lists under a key are indented, as people write them."""
        super().increase_indent(flow, False)


def _literal(dumper: yaml.SafeDumper, text: _Literal) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|")


def _flow(dumper: yaml.SafeDumper, items: _Flow) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", list(items), flow_style=True)


_Dumper.add_representer(_Literal, _literal)
_Dumper.add_representer(_Flow, _flow)
