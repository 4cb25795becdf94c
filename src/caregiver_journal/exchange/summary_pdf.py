"""Lay a summary out on pages, and make of them a PDF or pictures of exactly the same."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from unicodedata import normalize

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import shortened
from caregiver_journal.domain.summary import Summary, Table
from caregiver_journal.exchange.drawn import Drawings
from caregiver_journal.exchange.paper_data import paper_data
from caregiver_journal.exchange.pdf_tags import name_tables
from caregiver_journal.exchange.plain_words import clean, clean_line, stand_in
from caregiver_journal.exchange.typesetting import (
    CannotSetError,
    set_pdf,
    set_pictures,
    shapeless,
)

_SURELY_KNOWN = 0x180
"""Every sign below has a shape in our own fonts."""

_SIGNS_NAMED = 60


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The pages of a summary: the preview and the file are both made from this.

    Attributes:
        data: all that stands on them, in JSON.
        captions: what each table is called for somebody who does not see it.
        made: the day the summary was made.
        notes: what the person is told of, a sentence each.
    """

    data: str = field(repr=False)
    captions: tuple[str, ...] = field(repr=False)
    made: date
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A summary as a PDF.

    Attributes:
        content: the bytes of the file.
        pages: how many.
        notes: what the person is told of, a sentence each.
    """

    content: bytes = field(repr=False)
    pages: int
    notes: tuple[str, ...] = ()


def lay_out(summary: Summary, drawings: Drawings) -> LaidOut:
    """Lay a summary out on its paper; for a worker."""
    data = json.dumps(paper_data(summary, drawings), ensure_ascii=False)
    missing = shapeless(frozenset(sign for sign in set(data) if ord(sign) >= _SURELY_KNOWN))
    shown = data.translate({ord(sign): stand_in(sign) for sign in missing})
    return LaidOut(shown, _captions(summary), summary.made, tuple(_say_missing(missing)))


def _captions(summary: Summary) -> tuple[str, ...]:
    pieces = (piece for section in summary.sections for piece in section.pieces)
    return tuple(clean_line(piece.caption) for piece in pieces if isinstance(piece, Table))


def _say_missing(missing: frozenset[str]) -> Iterator[str]:
    signs = [sign for sign in sorted(missing) if stand_in(sign)]
    if signs:
        yield _(
            "No font on this computer has these signs, so their names or a mark stand in their "
            "place: {signs}"
        ).format(signs=shortened(" ".join(signs), _SIGNS_NAMED))


def draw_pages(laid: LaidOut, pixels_per_inch: float) -> tuple[bytes, ...]:
    """Return a picture of each page, a PNG file; for a worker."""
    return set_pictures(laid.data, pixels_per_inch)


def write_pdf(laid: LaidOut, password: str = "") -> PdfFile:
    """Write the pages as a tagged PDF, encrypted where there is a password; for a worker.

    Raises:
        InvalidValueError: the password cannot be written.
    """
    word = _checked(password)
    try:
        content, notes = set_pdf(laid.data, laid.made, is_accessible=True), laid.notes
    except CannotSetError:
        content = set_pdf(laid.data, laid.made, is_accessible=False)
        notes = (*laid.notes, _say_less())
    return _finish(content, laid.captions, notes, word)


def _checked(password: str) -> str:
    """Return a password as other programs will hear it typed."""
    word = normalize("NFC", password)
    if clean(word) != word:
        raise InvalidValueError(_("This password has a sign in it that cannot be typed."))
    return word


def _say_less() -> str:
    return _("The file is whole, but a screen reader may not read out all of it well.")


def _finish(
    content: bytes, captions: tuple[str, ...], notes: tuple[str, ...], password: str
) -> PdfFile:
    from pikepdf import Encryption, Pdf, Permissions  # noqa: PLC0415 - a start has no use for it

    stream = BytesIO()
    with Pdf.open(BytesIO(content)) as pdf:
        pages = len(pdf.pages)
        name_tables(pdf, captions)
        if password:
            allow = Permissions(accessibility=True)
            lock = Encryption(owner=password, user=password, R=6, allow=allow)
            pdf.save(stream, encryption=lock)
        else:
            pdf.save(stream, deterministic_id=True)
    return PdfFile(stream.getvalue(), pages, notes)
