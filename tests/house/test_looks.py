"""Looks differ in nothing but colours: where things lie need be judged in one of them only."""

import ast
import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from support.source_tree import Module, judge, planted

from caregiver_journal.base.look import LOOKS, read_look
from caregiver_journal.base.places import resource
from caregiver_journal.ui import theme

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_KNOWING = {"ui/theme.py", "ui/main_window.py", "ui/widgets/marked_label.py"}
"""They write the style sheet, change the look, and keep a drawing for each."""


def without_colours(text: str, look: str) -> str:
    return _COLOUR.sub("#", text).replace(f"_{look}.svg", ".svg")


def test_style_sheets_are_the_same_without_their_colours(qapp: QApplication) -> None:
    sheets = {look: theme.write_style(read_look(look), qapp.font()) for look in LOOKS}
    assert len(set(sheets.values())) == len(LOOKS)
    assert len({without_colours(sheet, look) for look, sheet in sheets.items()}) == 1


def test_pictures_of_the_style_sheet_are_the_same_without_their_colours() -> None:
    folder = resource("styles", "images")
    pictures = {
        look: {
            without_colours(path.name, look): without_colours(path.read_text("utf-8"), look)
            for path in folder.glob(f"*_{look}.svg")
        }
        for look in LOOKS
    }
    assert pictures["light"]
    assert all(found == pictures["light"] for found in pictures.values())


def find_askers(module: Module) -> Iterator[str]:
    """Find where a widget could lie differently in another look: where it asks which one it is."""
    for node in module.nodes():
        if isinstance(node, ast.Attribute) and module.place not in _KNOWING:
            of_look = ast.unparse(node.value).rsplit(".", 1)[-1].removesuffix("()")
            is_name = node.attr == "name" and of_look in {"look", "_look", "current_look"}
            if node.attr == "is_dark" or is_name:
                yield module.at(node, f"asks for {ast.unparse(node)}")


def test_no_widget_asks_which_look_is_worn() -> None:
    judge(find_askers, below="ui/")


@pytest.mark.parametrize(
    "text",
    [
        "margin = 9 if look.is_dark else 8",
        "if current_look().name == 'dark':\n    self.hide()",
        "margin = MARGINS[self._look.name]",
    ],
)
def test_a_planted_question_is_found(text: str) -> None:
    assert list(find_askers(planted(text)))


def test_a_colour_of_the_look_is_no_question() -> None:
    assert not list(find_askers(planted("colour = current_look().ink")))


@pytest.mark.parametrize("rule", ["QPushButton { padding: 9px }", "QLabel { font-size: 11pt }"])
def test_a_planted_rule_is_found(qapp: QApplication, rule: str) -> None:
    sheet = theme.write_style(read_look("dark"), qapp.font())
    assert without_colours(sheet + rule, "dark") != without_colours(sheet, "dark")
