"""Tell readers of a PDF which cell names a row, and what each table is called."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


def name_tables(pdf: "Pdf", captions: Sequence[str]) -> None:
    """Name the tables of a tagged PDF, and make the first cell of each row its head.

    Typst tags the heads of columns only, and ties each cell to its own by a list, which would keep
    readers from looking for the head of the row; every head says its direction instead.

    Args:
        pdf: as typst writes it.
        captions: one for each table, in their order.
    """
    from pikepdf import Name, String  # noqa: PLC0415 - a start has no use for it

    tables = _find(pdf.Root.StructTreeRoot, "/Table")
    for table, caption in zip(tables, captions, strict=True):
        _say(table, {"/Summary": String(caption)})
        for row in (row for body in _find(table, "/TBody") for row in _find(body, "/TR")):
            head, *cells = _find(row, "/TD")
            head["/S"] = Name("/TH")
            _say(head, {"/Scope": Name("/Row")})
            for cell in cells:
                _say(cell, {})


def _find(node: "Object", kind: str) -> Iterator["Object"]:
    """Find the nearest elements of a kind below another, in the order of reading."""
    for child in _children(node):
        if child.get("/S") == kind:
            yield child
        else:
            yield from _find(child, kind)


def _children(node: "Object") -> Iterator["Object"]:
    from pikepdf import Array, Dictionary  # noqa: PLC0415 - a start has no use for it

    below = node.get("/K")
    for child in below if isinstance(below, Array) else (below,):
        if isinstance(child, Dictionary) and "/S" in child:
            yield child


def _say(element: "Object", said: "dict[str, Object]") -> None:
    """Let an element say this of itself as a part of a table, and nothing else."""
    from pikepdf import Array, Dictionary, Name  # noqa: PLC0415 - a start has no use for it

    held = element.get("/A", Array())
    many = list(held) if isinstance(held, Array) else [held]
    others = [each for each in many if each.get("/O") != "/Table"]
    element["/A"] = Array([*others, Dictionary({"/O": Name("/Table"), **said})])
