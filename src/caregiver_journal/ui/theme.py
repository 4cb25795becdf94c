"""Dress the program: palette, one style sheet and fonts from the tokens of a look."""

import sys
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from string import Template
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_journal.base.look import (
    FOUND,
    HEADING_SIZE,
    RADIUS_CARD,
    RADIUS_CONTROL,
    SHEET_TITLE_SIZE,
    SMALL_SIZE,
    TARGET,
    TITLE_SIZE,
    Look,
    mix,
    read_look,
)
from caregiver_journal.base.places import resource
from caregiver_journal.ui.icons import clear_icons

FONT = "Source Sans Pro"
_FONT_FILES = ("Regular", "Semibold")
_FONT_POINTS = 11.5
_LEAST_POINTS = 10.0
"""Windows and some desktops set 9 points, too small to read a journal by."""

_CHANGES = "caregiver_look_changes"
_BASE_FONT = "caregiver_base_font"
_STILL = "caregiver_still"


class LookChanges(QObject):
    """Tells when every window was dressed anew; sizes that follow the text are then other ones.

    A signal, because event filters written in Python have PySide make classes for every kind of
    event, which the first picture of the window would wait for.

    Attributes:
        look: what is worn; None before any was applied.

    Signals:
        changed: another look or text size is worn.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.look: Look | None = None


def look_changes(app: QApplication | None = None) -> LookChanges:
    """Return what tells of looks; it lives as long as the program."""
    running = app or cast("QApplication", QApplication.instance())
    known = running.property(_CHANGES)
    if not isinstance(known, LookChanges):
        known = LookChanges(running)
        running.setProperty(_CHANGES, known)
    return known


def apply_look(app: QApplication, look: Look, text_scale: float = 1.0) -> None:
    """Dress every window in a look; ``text_scale`` (1–2) multiplies the base size of the text."""
    clear_icons()
    look_changes(app).look = look
    font = _base_font(app)
    font.setPointSizeF(font.pointSizeF() * text_scale)
    app.setPalette(make_palette(look))
    app.setFont(font)
    app.setStyleSheet(write_style(look, font))
    look_changes(app).changed.emit()


def current_look(app: QApplication | None = None) -> Look:
    """Return the look the program wears; the light one before any was applied."""
    return look_changes(app).look or read_look("light")


def system_look() -> str:
    """Return the name of the look the desktop asks for."""
    hints = QApplication.styleHints()
    if hasattr(hints, "accessibility"):  # Qt 6.10 and later
        wish = hints.accessibility().contrastPreference()
        if wish == QtCore.Qt.ContrastPreference.HighContrast:
            return "high_contrast"
    return "dark" if hints.colorScheme() == QtCore.Qt.ColorScheme.Dark else "light"


def follow_wishes(listener: Callable[[], None]) -> None:
    """Call a listener whenever the desktop asks for another look."""
    hints = QApplication.styleHints()
    hints.colorSchemeChanged.connect(listener)
    if hasattr(hints, "accessibility"):
        hints.accessibility().contrastPreferenceChanged.connect(listener)


def install_fonts(app: QApplication, *, always: bool) -> None:
    """Choose the base font: the platform's own, or the bundled one where that would be poor.

    Args:
        app: the running application.
        always: take the bundled font everywhere, so that pictures are the same on every machine.
    """
    font = QFont(app.font())
    if always or (sys.platform.startswith("linux") and _is_fallback(font)):
        _load_fonts()
        font.setFamilies([FONT, *(name for name in font.families() if name != FONT)])
        font.setPointSizeF(_FONT_POINTS)
    elif sys.platform != "darwin":
        font.setPointSizeF(max(_LEAST_POINTS, font.pointSizeF()))
    app.setProperty(_BASE_FONT, font)


def may_move(app: QApplication | None = None) -> bool:
    """Tell whether things may move by themselves; false where less motion is wished."""
    running = app or cast("QApplication", QApplication.instance())
    if running.property(_STILL):
        return False
    from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - 4 ms that a start need not wait for

    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return running.style().styleHint(hint) > 0


def set_still(app: QApplication, *, still: bool) -> None:
    """Keep everything still from now on, or leave it to the system again."""
    app.setProperty(_STILL, still)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget its role in the style sheet and dress it again."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    dress_again(widget)


def dress_again(widget: QWidget) -> None:
    """Let the style sheet see that a property of a widget changed."""
    if not widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        return  # it will be dressed before it is first shown
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.updateGeometry()
    widget.update()


def scaled_font(font: QFont, factor: float = 1.0, *, strong: bool = False) -> QFont:
    """Return a copy of a font, ``factor`` times as large, semibold if asked for."""
    copy = QFont(font)
    copy.setPointSizeF(font.pointSizeF() * factor)
    if strong:
        copy.setWeight(QFont.Weight.DemiBold)
    return copy


def make_palette(look: Look) -> QPalette:
    """Return the palette of a look, so that parts without a style rule follow it too."""
    palette = QPalette()
    for role, colour in _palette_colours(look).items():
        palette.setColor(role, QColor(colour))
    faint = QColor(mix(look.muted, look.card, 0.75))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.PlaceholderText,
        QPalette.ColorRole.HighlightedText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(look.line))
    return palette


def write_style(look: Look, font: QFont) -> str:
    """Return the style sheet of a look for body text in a font."""
    points = font.pointSizeF()
    line = QFontMetrics(font).height()
    mark = max(18, round(points * 0.8) * 2)
    values = look.colours() | {
        "name": look.name,
        "images": resource("styles", "images").as_posix(),
        "primary_hover": mix(look.primary, look.ink, 0.9),
        "hover": mix(look.ink, look.card, 0.05),
        "faint": mix(look.muted, look.card, 0.75),
        "small": f"{points * SMALL_SIZE:.2f}pt",
        "body": f"{points:.2f}pt",
        "heading": f"{points * HEADING_SIZE:.2f}pt",
        "sheet_title": f"{points * SHEET_TITLE_SIZE:.2f}pt",
        "title": f"{points * TITLE_SIZE:.2f}pt",
        "radius": f"{RADIUS_CONTROL}px",
        "radius_card": f"{RADIUS_CARD}px",
        "target": f"{TARGET}px",
        "chevron": f"{max(12, round(line * 0.62))}px",
        "found": mix(look.mood[2], look.card, FOUND),
        "label_radius": f"{(line + 5) // 2}px",
        "chip_radius": f"{(max(20, line) + 10) // 2}px",
        "mark": f"{mark}px",
        "mark_half": f"{mark // 2 + 1}px",
        "mark_radius": f"{max(5, round(points * 0.45))}px",
    }
    return _style_template().substitute(values)


@cache
def _style_template() -> Template:
    sheets = sorted(resource("styles").glob("*.qss"))
    return Template("\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets))


@cache
def _load_fonts() -> None:
    # Looked up, not imported: the package looks for all its files, 2 ms of every start.
    found = find_spec("font_source_sans_pro")
    folders = (found and found.submodule_search_locations) or ()
    for folder in folders:
        for weight in _FONT_FILES:
            path = Path(folder, "files", f"SourceSansPro-{weight}.ttf")
            QFontDatabase.addApplicationFont(str(path))


def _is_fallback(font: QFont) -> bool:
    family = QFontInfo(font).family()
    return not family or family.startswith("DejaVu")


def _base_font(app: QApplication) -> QFont:
    font = app.property(_BASE_FONT)
    if not isinstance(font, QFont):
        font = QFont(app.font())
        app.setProperty(_BASE_FONT, font)
    return QFont(font)


def _palette_colours(look: Look) -> dict[QPalette.ColorRole, str]:
    role = QPalette.ColorRole
    return {
        role.Window: look.background,
        role.WindowText: look.ink,
        role.Base: look.card,
        role.AlternateBase: look.background,
        role.Text: look.ink,
        role.PlaceholderText: look.muted,
        role.Button: look.card,
        role.ButtonText: look.ink,
        role.BrightText: look.error,
        role.ToolTipBase: look.card,
        role.ToolTipText: look.ink,
        role.Highlight: look.primary,
        role.HighlightedText: look.on_primary,
        role.Link: look.primary,
        role.LinkVisited: look.primary,
        role.Accent: look.primary,
        role.Light: look.card,
        role.Midlight: look.sidebar,
        role.Mid: look.line,
        role.Dark: look.edge,
        role.Shadow: look.edge,
    }
