"""The theme: palette, style sheet, fonts and icons follow the look."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caregiver_journal.base.look import LOOKS, contrast, read_look
from caregiver_journal.base.places import resource
from caregiver_journal.ui import theme
from caregiver_journal.ui.focus_ring import follow_focus
from caregiver_journal.ui.icons import clear_icons, icon, pixmap

ICONS = [path.stem for path in sorted(resource("icons").glob("*.svg"))]
PROMISED = """
    add app back boundaries calendar check chevron_down close copy delete edit folder hide info
    journal learn lock menu more people practice print private reflect search session settings show
    star support today trends undo warning
"""
Role = QPalette.ColorRole


@pytest.mark.parametrize("name", LOOKS)
def test_the_palette_can_be_read(qapp: QApplication, name: str) -> None:
    look = read_look(name)
    theme.apply_look(qapp, look)
    palette = qapp.palette()
    for words, ground in (
        (Role.WindowText, Role.Window),
        (Role.Text, Role.Base),
        (Role.PlaceholderText, Role.Base),
        (Role.ButtonText, Role.Button),
        (Role.HighlightedText, Role.Highlight),
        (Role.Link, Role.Base),
        (Role.ToolTipText, Role.ToolTipBase),
    ):
        pair = palette.color(words).name(), palette.color(ground).name()
        assert contrast(*pair) >= 4.5, words
    faint = palette.color(QPalette.ColorGroup.Disabled, Role.Text).name()
    assert contrast(faint, look.card) >= 2.5
    assert theme.current_look(qapp) == look


@pytest.mark.parametrize("name", LOOKS)
def test_the_style_sheet_is_whole(qapp: QApplication, name: str) -> None:
    sheet = theme.write_style(read_look(name), qapp.font())
    assert "$" not in sheet
    for path in {part.split('"')[0] for part in sheet.split('url("')[1:]}:
        assert Path(path).is_file(), path


@pytest.mark.parametrize("name", LOOKS)
def test_the_pictures_of_the_style_sheet_have_the_colours_of_the_look(name: str) -> None:
    look = read_look(name)
    for part, colour in (
        ("chevron_down", look.muted),
        ("chevron_up", look.muted),
        ("check", look.primary),
        ("dot", look.primary),
    ):
        drawing = resource("styles", "images", f"{part}_{name}.svg").read_text("utf-8")
        assert colour in drawing


def test_text_scales_from_the_same_base_each_time(qapp: QApplication) -> None:
    theme.install_fonts(qapp, always=True)
    look = read_look("light")
    theme.apply_look(qapp, look)
    base = qapp.font().pointSizeF()
    theme.apply_look(qapp, look, 2.0)
    theme.apply_look(qapp, look, 1.5)
    assert qapp.font().pointSizeF() == pytest.approx(base * 1.5)
    assert f"{base * 1.5 * 0.85:.2f}pt" in qapp.styleSheet()


def test_the_bundled_font_has_the_system_behind_it(qapp: QApplication) -> None:
    before = qapp.font().families()
    theme.install_fonts(qapp, always=True)
    theme.apply_look(qapp, read_look("light"))
    assert qapp.font().families()[0] == theme.FONT
    assert set(before) <= set(qapp.font().families())
    strong = theme.scaled_font(qapp.font(), strong=True)
    assert QFontInfo(strong).family() == theme.FONT
    assert QFontInfo(strong).weight() == QFont.Weight.DemiBold


def test_a_role_dresses_a_widget_again(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply_look(qapp, read_look("light"))
    label = QLabel("x")
    qtbot.addWidget(label)
    label.ensurePolished()
    before = label.fontInfo().pointSizeF()
    theme.set_role(label, "title")
    assert label.fontInfo().pointSizeF() == pytest.approx(before * 1.7, abs=0.6)
    assert label.fontInfo().weight() == QFont.Weight.DemiBold


def test_the_look_of_the_system_is_one_of_ours(qapp: QApplication) -> None:
    assert theme.system_look() in LOOKS


def test_stillness_can_be_asked_for(qapp: QApplication) -> None:
    theme.set_still(qapp, still=True)
    assert not theme.may_move(qapp)
    theme.set_still(qapp, still=False)
    assert theme.may_move(qapp)


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    picture = pixmap(name, "#2F6B62", 24, 2).toImage()
    drawn = [
        picture.pixelColor(x, y)
        for x in range(48)
        for y in range(48)
        if picture.pixelColor(x, y).alpha() == 255
    ]
    assert drawn
    if name != "app":
        wanted = QColor("#2F6B62")
        assert all(_is_close(colour, wanted) for colour in drawn)
        svg = resource("icons", f"{name}.svg").read_text("utf-8")
        assert 'viewBox="0 0 24 24"' in svg
        assert 'stroke="currentColor"' in svg


def _is_close(first: QColor, second: QColor) -> bool:
    parts = (QColor.red, QColor.green, QColor.blue)
    return all(abs(part(first) - part(second)) <= 2 for part in parts)


def test_every_promised_icon_is_there() -> None:
    assert set(PROMISED.split()) <= set(ICONS)


def test_icons_are_kept_until_cleared(qapp: QApplication) -> None:
    first = icon("add", "#000000")
    assert icon("add", "#000000") is first
    clear_icons()
    assert icon("add", "#000000") is not first


def test_an_unknown_icon_is_a_bug(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="no such icon"):
        icon("unicorn", "#000000")


def test_a_ring_follows_the_focus_where_a_border_would_not_do(
    qtbot: QtBot, qapp: QApplication
) -> None:
    look = read_look("light")
    theme.apply_look(qapp, look)
    follow_focus(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    plain, main, box = QPushButton("Plain"), QPushButton("Main"), QCheckBox("Box")
    theme.set_role(main, "primary")
    for part in (plain, main, box):
        column.addWidget(part)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for part, has_ring in ((main, True), (plain, False), (box, True)):
        part.setFocus()
        rings = [w for w in window.findChildren(QWidget, "focus.ring") if w.isVisible()]
        assert bool(rings) == has_ring
        if rings:
            assert rings[0].geometry().contains(part.geometry().adjusted(-3, -3, 3, 3))
            at = main.geometry() if part is main else part.geometry()
            seen = window.grab().toImage().pixelColor(at.center().x(), at.top() - 3)
            assert seen == QColor(look.focus)
    box.hide()
    assert not [w for w in window.findChildren(QWidget, "focus.ring") if w.isVisible()]
