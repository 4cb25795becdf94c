"""What is remembered of something that left the journal."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from caregiver_journal.base.i18n import N_
from caregiver_journal.domain.period import Period


class Format(StrEnum):
    """What something left the journal as; its value is stored, and said on the command line."""

    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    SUMMARY_PDF = "summary-pdf"
    SUMMARY_HTML = "summary-html"
    PRINT = "print"


FORMAT_WORDS = {
    Format.JSON: N_("All data, JSON"),
    Format.CSV: N_("Tables, CSV"),
    Format.MARKDOWN: N_("Text, Markdown"),
    Format.SUMMARY_PDF: N_("Summary, PDF"),
    Format.SUMMARY_HTML: N_("Summary, web page"),
    Format.PRINT: N_("Summary, printed"),
}


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """One export: enough to know what somebody else may have, and none of its words.

    Attributes:
        made: aware.
        period: the days it was about; an open end where it was all of them.
        parts: values of the blocks or kinds that were in it.
        entries: how many entries had their words in it.
        folder: the name of the folder, no path; "" for a printer.
        has_password: whether the file asks for one.
        is_everything: whether entries that are never exported were in it.
        number: its row, or None while it is new.
    """

    made: datetime
    format: Format
    period: Period
    parts: tuple[str, ...]
    entries: int
    folder: str = field(default="", repr=False)
    has_password: bool = False
    is_everything: bool = False
    number: int | None = None
