"""Turn a summary into what the template of its pages reads: plain data, never markup."""

from collections.abc import Iterator
from itertools import groupby

from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import shortened
from caregiver_journal.domain.summary import (
    LONG_BLOCKS,
    Drawing,
    Piece,
    Points,
    Quote,
    Section,
    Summary,
    Table,
    Words,
)
from caregiver_journal.exchange.drawn import (
    BODY_POINTS,
    LINE_POINTS,
    MARGIN_MM,
    PAPER_MM,
    Drawings,
)
from caregiver_journal.exchange.plain_words import (
    Paragraph,
    breakable,
    clean,
    clean_line,
    line_of,
    paragraphs_of,
)
from caregiver_journal.exchange.table_shape import shape_of

Data = dict[str, object]
"""Values that JSON knows."""


def sentence_of(piece: Drawing) -> str:
    """Return what is said of a drawing to somebody who does not see it; never empty."""
    return clean_line(piece.sentence) or _("A drawing without a description.")


def quote_way(piece: Quote) -> Paragraph:
    """Return the words of a quote as one line, which runs as the first of them do."""
    return line_of(" ".join(text for _name, text in piece.parts))


_FOOT = 200
"""What stands on each page is no longer than this."""


def title_of(summary: Summary) -> str:
    """Return the title of a document, which is never empty."""
    return clean_line(summary.title) or _("Summary")


def notes_of(summary: Summary) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what stands at the end: headings, and the sentences below them."""
    notes = (
        (_("How the numbers were made"), summary.rules),
        (_("What this is and is not"), summary.limits),
    )
    return tuple(note for note in notes if note[1])


def paper_data(summary: Summary, drawings: Drawings) -> Data:
    """Return everything that stands on the pages of a summary."""
    svgs = iter(drawings.svgs)
    return {
        "title": _line(title_of(summary)),
        "subtitle": _line(summary.subtitle),
        "language": summary.language.partition("-")[0],
        "size": [*PAPER_MM[summary.paper], MARGIN_MM, BODY_POINTS, LINE_POINTS],
        "foot": _line(shortened(clean(summary.foot), _FOOT)),
        "page": _("Page {page} of {pages}"),
        "sections": [_section(section, svgs) for section in summary.sections],
        "notes": [
            {"title": _line(title), "texts": [_text(text) for text in texts]}
            for title, texts in notes_of(summary)
        ],
    }


def _section(section: Section, svgs: Iterator[bytes]) -> Data:
    return {
        "is_long": section.block in LONG_BLOCKS,
        "title": _line(section.title),
        "counted": _line(section.counted),
        "pieces": [_piece(piece, svgs) for piece in section.pieces],
    }


def _piece(piece: Piece, svgs: Iterator[bytes]) -> Data:
    match piece:
        case Words():
            return {"kind": "words", "text": _text(piece.text), "is_small": piece.is_small}
        case Points():
            return {"kind": "points", "lists": _lists(piece)}
        case Table():
            return _table(piece)
        case Drawing():
            svg = next(svgs).decode()
            return {"kind": "drawing", "svg": svg, "sentence": sentence_of(piece)}
        case Quote():
            parts = [[_line(name), _text(text)] for name, text in piece.parts]
            return {
                "kind": "quote",
                "heading": _line(piece.heading),
                "parts": parts,
                "is_from_right": quote_way(piece).is_from_right,
            }
        case _:
            return {"kind": "ruled", "lines": piece.lines}


def _lists(piece: Points) -> list[Data]:
    """Return the points as lists that each begin at one margin."""
    points = [(_text(point), _text(below)) for point, below in piece.points]
    runs = groupby(points, _begins_from_right)
    return [{"is_from_right": way, "points": list(run)} for way, run in runs]


def _begins_from_right(point: tuple[list[Data], list[Data]]) -> bool:
    return bool(point[0]) and point[0][0]["is_from_right"] is True


def _table(piece: Table) -> Data:
    shape = shape_of(piece)
    return {
        "kind": "table",
        "caption": clean_line(piece.caption),
        "shares": shape.shares,
        "is_number": shape.is_number,
        "is_roomy": shape.is_roomy,
        "heads": [_line(head) for head in piece.heads],
        "rows": [[_line(cell) for cell in row] for row in piece.rows],
    }


def _line(text: str) -> Data:
    return _plain(line_of(text))


def _text(text: str) -> list[Data]:
    return [_plain(paragraph) for paragraph in paragraphs_of(text)]


def _plain(paragraph: Paragraph) -> Data:
    return {
        "lines": [breakable(line) for line in paragraph.lines],
        "is_from_right": paragraph.is_from_right,
        "language": paragraph.language,
    }
