"""The job sheet as data: the keys stay the same for ever, and say the unit of what stands under them."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from fuzi.manufacture.job import PrintJob, Stock
from fuzi.model.metadata import Trim

SCHEMA = 1
"""Raised when a key goes away or changes its meaning, not when one is added."""

Tree = dict[str, Any]


def job_json(job: PrintJob) -> bytes:
    """The job as JSON; what is not known is ``null``."""
    return (json.dumps(job_tree(job), ensure_ascii=False, indent=2) + "\n").encode()


def job_tree(job: PrintJob) -> Tree:
    """The job as plain mappings."""
    pages = job.pages
    sheet = job.metadata.sheet
    return {
        "schema": SCHEMA,
        "book": _book(job),
        "edition": _edition(job),
        "trim_mm": _size(job.metadata.trim),
        "sheet_mm": {"width": _number(sheet.width), "height": _number(sheet.height)} if sheet else None,
        "leaves_per_sheet": sheet.leaves if sheet else None,
        "pages": {"total": pages.total, "front": pages.front, "body": pages.body, "blank": pages.blank},
        "printing_sheets": _number(job.sheets),
        "thousand_characters": job.thousands,
        "copies": job.copies,
        "text_paper": _paper(job.text, job),
        "cover_paper": _paper(job.cover, job) | _cut(job),
        "inks": {"text": job.binding.colours, "cover": job.binding.cover_colours},
        "binding": {
            "style": job.binding.style,
            "spine_mm": _number(job.spine),
            "spine_estimated": job.spine_estimated,
            "flaps_mm": _number(job.binding.flaps),
            "cover_mm": _size(job.cover_size),
            "finishing": list(job.binding.finishing),
        },
        "press": {"bleed_mm": _number(job.press.bleed), "marks": job.press.marks, "condition": job.condition},
        "signatures": _signatures(job),
        "files": [
            {
                "product": file.product,
                "name": file.name,
                "sha256": file.sha256,
                "size_bytes": file.size,
                "pages": file.pages,
            }
            for file in job.files
        ],
    }


def _book(job: PrintJob) -> Tree:
    metadata = job.metadata
    price = metadata.price
    return {
        "title": metadata.title,
        "subtitle": metadata.subtitle or None,
        "isbn": metadata.isbn or None,
        "contributors": [
            {"role": item.role, "names": list(item.names)} for item in metadata.contributors if not item.part
        ],
        "publisher": metadata.publisher.name if metadata.publisher else None,
        "printer": metadata.printer or None,
        "variant": job.tag,
        "price": {"amount": f"{price.amount:f}", "currency": price.currency} if price else None,
    }


def _edition(job: PrintJob) -> Tree:
    printing = job.metadata.printing
    return {
        "edition": printing.edition,
        "edition_date": printing.edition_date or None,
        "impression": printing.impression,
        "impression_date": printing.impression_date or None,
    }


def _paper(stock: Stock, job: PrintJob) -> Tree:
    reams = stock.reams
    return {
        "kind": stock.paper.kind,
        "weight_gsm": stock.paper.weight,
        "thickness_mm": _number(stock.thickness),
        "thickness_estimated": stock.estimated,
        "reams_net": _number(reams.net) if reams else None,
        "waste_percent": _number(job.binding.waste),
        "reams": _number(reams.gross) if reams else None,
    }


def _cut(job: PrintJob) -> Tree:
    cut = job.cover_cut
    return {
        "covers_per_sheet": cut.covers if cut else None,
        "cover_sheet_mm": {"width": _number(cut.width), "height": _number(cut.height)} if cut else None,
    }


def _signatures(job: PrintJob) -> Tree | None:
    plan = job.scheme
    if plan is None:
        return None
    return {
        "pages_each": plan.pages,
        "count": plan.whole,
        "last_pages": plan.last_set,
        "last_blank": plan.last_blank,
    }


def _size(trim: Trim | None) -> Tree | None:
    return {"width": _number(trim.width), "height": _number(trim.height)} if trim else None


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
