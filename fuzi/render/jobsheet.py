"""The job sheet (印制单): what the printing house is told, in tables that are read at a glance, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from fuzi.manufacture.job import PrintJob, Stock
from fuzi.manufacture.sheets import plain
from fuzi.model.edition import Variant
from fuzi.model.metadata import Metadata, Trim
from fuzi.render.environment import BASE, environment, themes
from fuzi.render.labels import Labels
from fuzi.render.leaf import dates, price
from fuzi.render.themes import jobsheet_stylesheets

PAPER = Trim(Decimal(210), Decimal(297))
"""A4."""


@dataclass(frozen=True, slots=True)
class Line:
    """A term and what is said of it; an empty value is a line to be filled in by hand. ``whole`` takes the width."""

    term: str
    value: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One row of the papers; empty cells are filled in by hand."""

    part: str
    paper: str
    thickness: str
    inks: str
    use: str
    net: str
    waste: str
    gross: str


def render_jobsheet(job: PrintJob, variant: Variant, theme: str) -> tuple[str, Mapping[str, str]]:
    """One ``<section>`` for a sheet of A4, and its stylesheets in cascade order."""
    theme = theme if theme in themes() else BASE
    labels = Labels(variant.tag, variant.labels)
    html = (
        environment(theme)
        .get_template("page/jobsheet.j2")
        .render(
            labels=labels,
            title=job.metadata.title,
            subtitle=job.metadata.subtitle,
            book=_rows(_book(job, variant, labels)),
            make=_rows(_make(job, labels)),
            papers=(_text(job, labels), _cover(job, labels)),
            binding=_rows(_binding(job, labels)),
            files=[
                {
                    "what": labels[f"job_{file.product}"],
                    "name": file.name,
                    "pages": file.pages,
                    "size": f"{file.size:,}",
                    "sha256": file.sha256,
                }
                for file in job.files
            ],
        )
    )
    return html.strip(), jobsheet_stylesheets(theme)


def _rows(lines: Iterable[Line]) -> tuple[tuple[Line, ...], ...]:
    """Two short lines beside each other, a whole one by itself."""
    rows: list[tuple[Line, ...]] = []
    for line in lines:
        if rows and len(rows[-1]) == 1 and not line.whole and not rows[-1][0].whole:
            rows[-1] = (rows[-1][0], line)
        else:
            rows.append((line,))
    return tuple(rows)


def _book(job: PrintJob, variant: Variant, labels: Labels) -> Iterator[Line]:
    metadata = job.metadata
    yield Line(labels["job_people"], _people(metadata, labels), whole=True)
    yield Line(labels["publisher"], metadata.publisher.name if metadata.publisher else "")
    yield Line(labels["isbn"], metadata.isbn)
    history = dates(metadata, labels)
    printing = metadata.printing
    yield Line(labels["edition"], history[0] if printing.edition_date or printing.first_edition else "")
    yield Line(labels["impression"], history[-1] if printing.impression_date else "")
    yield Line(labels["copies"], labels.fill("copies_line", copies=f"{job.copies:,}") if job.copies else "")
    yield Line(labels["price"], price(metadata, labels))
    yield Line(labels["printer"], metadata.printer)
    yield Line(labels["job_variant"], variant.name)


def _people(metadata: Metadata, labels: Labels) -> str:
    """Those who answer for the whole book, each with the role behind the names."""
    separator = labels["name_separator"]
    return "；".join(f"{separator.join(item.names)}　{item.role}" for item in metadata.contributors if not item.part)


def _make(job: PrintJob, labels: Labels) -> Iterator[Line]:
    metadata, sheet, pages = job.metadata, job.metadata.sheet, job.pages
    yield Line(labels["job_trim"], _size(metadata.trim, labels))
    size = {"width": plain(sheet.width), "height": plain(sheet.height), "leaves": sheet.leaves} if sheet else {}
    yield Line(labels["job_sheet"], labels.fill("sheet_line", **size) if sheet else "")
    counts = {"total": pages.total, "front": pages.front, "body": pages.body, "blank": pages.blank}
    yield Line(labels["job_pages"], labels.fill("job_pages_line", **counts), whole=True)
    yield Line(labels["sheets"], plain(job.sheets) if job.sheets is not None else "")
    yield Line(labels["characters"], labels.fill("characters_line", n=job.thousands))
    yield Line(labels["job_signatures"], _signatures(job, labels), whole=True)
    yield Line(labels["job_bleed"], labels.fill("job_millimetres", n=plain(job.press.bleed)))
    yield Line(labels["job_marks"], labels[f"job_marks_{job.press.marks}"])
    yield Line(labels["job_condition"], job.condition, whole=True)


def _signatures(job: PrintJob, labels: Labels) -> str:
    plan = job.scheme
    if plan is None:
        return ""
    figures = {"pages": plan.pages, "whole": plan.whole, "last_set": plan.last_set, "last_blank": plan.last_blank}
    return labels.fill("job_signatures_line", **figures)


def _text(job: PrintJob, labels: Labels) -> PaperLine:
    use = labels.fill("job_text_use", n=plain(job.sheets)) if job.sheets is not None else ""
    return _paper(labels["job_text"], job.text, job.binding.colours, use, job, labels)


def _cover(job: PrintJob, labels: Labels) -> PaperLine:
    cut = job.cover_cut
    use = labels.fill("job_cover_use", size=cut, n=cut.covers) if cut else ""
    return _paper(labels["job_cover"], job.cover, job.binding.cover_colours, use, job, labels)


def _paper(part: str, stock: Stock, inks: str, use: str, job: PrintJob, labels: Labels) -> PaperLine:
    thick = labels.fill("job_millimetres", n=plain(stock.thickness)) if stock.thickness is not None else ""
    reams = stock.reams
    return PaperLine(
        part,
        labels.fill("job_paper_line", weight=stock.paper.weight, kind=stock.paper.kind),
        thick + (labels["job_estimated"] if stock.estimated else ""),
        inks,
        use,
        labels.fill("job_reams_line", n=plain(reams.net)) if reams else "",
        f"{plain(job.binding.waste)}%",
        labels.fill("job_reams_line", n=plain(reams.gross)) if reams else "",
    )


def _binding(job: PrintJob, labels: Labels) -> Iterator[Line]:
    binding = job.binding
    yield Line(labels["job_style"], binding.style)
    yield Line(labels["job_spine"], _spine(job, labels))
    flaps = labels.fill("job_millimetres", n=plain(binding.flaps)) if binding.flaps else labels["job_none"]
    yield Line(labels["job_flaps"], flaps)
    size = job.cover_size
    unfolded = {"width": plain(size.width), "height": plain(size.height)} if size else {}
    yield Line(labels["job_unfolded"], labels.fill("job_unfolded_line", **unfolded) if size else "")
    yield Line(labels["job_finishing"], labels["word_separator"].join(binding.finishing) or labels["job_none"], True)


def _spine(job: PrintJob, labels: Labels) -> str:
    if job.spine is None:
        return ""
    if not job.spine:
        return labels["job_none"]
    return labels.fill("job_millimetres", n=plain(job.spine)) + (labels["job_estimated"] if job.spine_estimated else "")


def _size(trim: Trim, labels: Labels) -> str:
    return labels.fill("job_size_line", width=plain(trim.width), height=plain(trim.height))
