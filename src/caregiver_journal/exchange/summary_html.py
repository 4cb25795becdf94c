"""Write a summary as one web page: the words of its paper, no script, and no way outside."""

from collections.abc import Iterator
from html import escape

from caregiver_journal.base.places import resource
from caregiver_journal.domain.summary import (
    Drawing,
    Piece,
    Points,
    Quote,
    Section,
    Summary,
    Table,
    Words,
)
from caregiver_journal.exchange.drawn import Drawings
from caregiver_journal.exchange.inline_svg import inline
from caregiver_journal.exchange.paper_data import notes_of, quote_way, sentence_of, title_of
from caregiver_journal.exchange.plain_words import Paragraph, clean_line, line_of, paragraphs_of
from caregiver_journal.exchange.table_shape import shape_of

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser lets the page do: be read, dressed in what it brings along."""

_Svgs = Iterator[tuple[int, bytes]]


def write_page(summary: Summary, drawings: Drawings) -> bytes:
    """Return a summary as one file of HTML with its drawings in it; for a worker."""
    return "\n".join((*_top(summary), *_body(summary, drawings), "</html>", "")).encode()


def _top(summary: Summary) -> Iterator[str]:
    style = resource("reports", "summary.css").read_text(encoding="utf-8")
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(summary.language)}">'
    yield '<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title_of(summary))}</title>"
    yield f"<style>\n{style}</style>\n</head>"


def _body(summary: Summary, drawings: Drawings) -> Iterator[str]:
    svgs = enumerate(drawings.svgs, 1)
    yield "<body>\n<header>"
    yield f'<h1 dir="auto">{escape(title_of(summary))}</h1>'
    yield f"{_texts(summary.subtitle, 'subtitle')}\n</header>\n<main>"
    for number, section in enumerate(summary.sections, 1):
        yield from _section(section, f"s{number}", svgs)
    for number, (title, texts) in enumerate(notes_of(summary), 1):
        yield f'<section aria-labelledby="n{number}">'
        yield f'<h2 id="n{number}">{escape(title)}</h2>'
        yield from (_texts(text, "note") for text in texts)
        yield "</section>"
    yield f"</main>\n<footer>{_texts(summary.foot)}</footer>\n</body>"


def _section(section: Section, name: str, svgs: _Svgs) -> Iterator[str]:
    counted = _span(section.counted, ' class="counted"') if section.counted else ""
    yield f'<section aria-labelledby="{name}">'
    yield f'<h2 id="{name}">{_span(section.title)} {counted}</h2>'
    for piece in section.pieces:
        yield from _piece(piece, svgs)
    yield "</section>"


def _piece(piece: Piece, svgs: _Svgs) -> Iterator[str]:
    match piece:
        case Words():
            yield _texts(piece.text, "small" if piece.is_small else "")
        case Points():
            yield "<ul>"
            for point, below in piece.points:
                way = _way(line_of(point))
                yield f"<li{way}>{_texts(point)}{_texts(below, 'below')}</li>"
            yield "</ul>"
        case Table():
            yield from _table(piece)
        case Drawing():
            number, svg = next(svgs)
            yield f"<figure>{inline(svg, f'd{number}-', sentence_of(piece))}</figure>"
        case Quote():
            yield from _quote(piece)
        case _:
            yield from ('<div class="ruled"></div>' for _line in range(piece.lines))


def _table(piece: Table) -> Iterator[str]:
    of_number = [' class="number"' if is_number else "" for is_number in shape_of(piece).is_number]
    yield f'<div class="wide">\n<table>\n<caption>{escape(clean_line(piece.caption))}</caption>'
    yield "<thead>\n<tr>"
    for head, kind in zip(piece.heads, of_number, strict=True):
        yield f'<th scope="col"{kind}>{_span(head)}</th>' if head else f"<td{kind}></td>"
    yield "</tr>\n</thead>\n<tbody>"
    for first, *cells in piece.rows:
        yield f'<tr>\n<th scope="row"{of_number[0]}>{_span(first)}</th>'
        for cell, kind in zip(cells, of_number[1:], strict=True):
            yield f"<td{kind}>{_span(cell)}</td>"
        yield "</tr>"
    yield "</tbody>\n</table>\n</div>"


def _quote(piece: Quote) -> Iterator[str]:
    yield f"<h3>{_span(piece.heading)}</h3>\n<blockquote{_way(quote_way(piece))}>"
    for name, text in piece.parts:
        yield _texts(name, "name")
        yield _texts(text)
    yield "</blockquote>"


def _texts(text: str, kind: str = "") -> str:
    """Return the paragraphs of a text; nothing for an empty one."""
    named = f' class="{kind}"' if kind else ""
    return "".join(f"<p{_way(each)}{named}>{_lines(each)}</p>" for each in paragraphs_of(text))


def _span(text: str, more: str = "") -> str:
    line = line_of(text)
    return f"<span{_way(line)}{more}>{_lines(line)}</span>"


def _way(paragraph: Paragraph) -> str:
    if not paragraph.is_from_right:
        return ' dir="auto"'
    return f' dir="rtl" lang="{paragraph.language}"'


def _lines(paragraph: Paragraph) -> str:
    return "<br>".join(map(escape, paragraph.lines))
