"""The words of furniture and title leaf that templates ask the variant for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fuzi.model.report import Diagnostic
from fuzi.render.codes import LABEL_MISSING

KEYS: tuple[str, ...] = (
    *("contents", "contributors", "title_page", "half_title", "series_page", "copyright_page", "colophon", "cover"),
    *("notes", "note_back", "note_see", "note_see_here", "missing", "made_with", "nation", "name_separator"),
    *("label_separator", "summary"),
    *("contract", "responsible_editor", "designer", "proofreader", "publisher", "publisher_head", "address"),
    *("postcode", "telephone", "url", "email", "printer", "binder", "distributor"),
    *("trim", "trim_line", "sheet", "sheet_line", "sheets", "characters", "characters_line", "enclosures"),
    *("edition", "edition_line", "impression", "impression_line", "copies", "copies_line", "price", "price_other"),
    *("series", "book", "first_edition", "date_line", "minguo_year", "version", "version_line", "version_again_line"),
    *("first_words", "edition_words", "isbn", "cip", "rights_reserved"),
    *("original_title", "original_author", "original_publisher", "original_year"),
    *("job_title", "job_number", "job_date", "job_book", "job_people", "job_variant", "job_make", "job_pages"),
    *("job_pages_line", "job_trim", "job_size_line", "job_sheet", "job_signatures", "job_signatures_line"),
    *("job_bleed", "job_millimetres", "job_marks", "job_marks_crop", "job_marks_none", "job_condition"),
    *("job_stock", "job_part", "job_paper_name", "job_text", "job_cover", "job_paper_line", "job_thickness"),
    *("job_estimated", "job_inks", "job_use", "job_text_use", "job_cover_use", "job_net", "job_waste", "job_gross"),
    *("job_reams_line", "job_ream_note", "job_binding", "job_style", "job_spine", "job_flaps", "job_none"),
    *("job_unfolded", "job_unfolded_line", "job_finishing", "job_files", "job_file", "job_press-pdf"),
    *("job_cover-pdf", "job_pdf", "job_file_size", "job_remarks", "job_issued", "job_checked", "job_received"),
)
"""Every key that the base theme reads; a variant must have them all."""


@dataclass(slots=True)
class Labels:
    """The labels of a variant; one that is missing is reported once and shown by its key."""

    variant: str
    words: Mapping[str, str]
    missing: dict[str, Diagnostic] = field(default_factory=dict)

    def __getitem__(self, key: str) -> str:
        word = self.words.get(key)
        if word is None:
            self.missing[key] = LABEL_MISSING.at(None, variant=self.variant, key=key)
            return key
        return word

    def __contains__(self, key: str) -> bool:
        return key in self.words

    def fill(self, key: str, **facts: object) -> str:
        """A label that is a pattern, filled with facts."""
        return self[key].format_map({name: str(value) for name, value in facts.items()})
