"""Make files and pictures of a summary; all of it is slow and meant for a worker."""

from typing import NamedTuple

from caregiver_journal.domain.summary import Summary
from caregiver_journal.exchange.drawn import Drawings, draw_all
from caregiver_journal.exchange.summary_html import write_page
from caregiver_journal.exchange.summary_pdf import (
    LaidOut,
    PdfFile,
    draw_pages,
    lay_out,
    write_pdf,
)

__all__ = ["PdfFile", "Ready", "make_laid_out", "page_pictures", "pdf_of", "web_page_of"]


class Ready(NamedTuple):
    """A summary that is drawn and laid out.

    Attributes:
        summary: what it says.
        drawings: what it shows.
        laid: its pages.
    """

    summary: Summary
    drawings: Drawings
    laid: LaidOut

    @property
    def notes(self) -> tuple[str, ...]:
        """What the person is told of its pages, a sentence each."""
        return self.laid.notes


def make_laid_out(summary: Summary) -> Ready:
    """Draw and lay out a summary whose masks are on."""
    drawings = draw_all(summary)
    return Ready(summary, drawings, lay_out(summary, drawings))


def page_pictures(ready: Ready, pixels_per_inch: float) -> tuple[bytes, ...]:
    """Return a PNG file of each page, exactly as ``pdf_of`` writes them."""
    return draw_pages(ready.laid, pixels_per_inch)


def pdf_of(ready: Ready, password: str = "") -> PdfFile:
    """Return the pages as a PDF that opens with a password, where there is one."""
    return write_pdf(ready.laid, password)


def web_page_of(ready: Ready) -> bytes:
    """Return the same as one web page."""
    return write_page(ready.summary, ready.drawings)
