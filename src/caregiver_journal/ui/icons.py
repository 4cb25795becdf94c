"""Draw the program's icons in any colour."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from caregiver_journal.base.places import resource

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

ICON_SIZE = 18
"""Usual width and height of an icon beside text, in pixels."""
_SIZES = (16, 18, 20, 24)


@cache
def icon(name: str, colour: str) -> "QtGui.QIcon":
    """Return an icon in one colour (``#RRGGBB``), sharp on screens of any density.

    Raises:
        ValueError: there is no icon of that name.
    """
    made = QtGui.QIcon()
    for size in _SIZES:
        for ratio in (1, 2):
            made.addPixmap(pixmap(name, colour, size, ratio))
    return made


@cache
def pixmap(name: str, colour: str, size: int, ratio: float) -> "QtGui.QPixmap":
    """Return an icon as a picture of ``size`` pixels for a screen of density ``ratio``.

    Raises:
        ValueError: there is no icon of that name.
    """
    # May raise: never with a painter at work.
    renderer = _renderer(name, QtGui.QColor(colour).name())
    picture = QtGui.QPixmap(QtCore.QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QtGui.QPainter(picture)
    renderer.render(painter, QtCore.QRectF(0, 0, size, size))
    painter.end()
    return picture


def clear_icons() -> None:
    """Forget every icon drawn so far; called when the look changes."""
    for drawn in (icon, pixmap, _renderer):
        drawn.cache_clear()


@cache
def _renderer(name: str, colour: str) -> "QSvgRenderer":
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - after the first picture of the window

    path = resource("icons", f"{name}.svg")
    if not path.is_file():
        raise ValueError("there is no such icon")
    drawing = path.read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QtCore.QByteArray(drawing.encode()))
