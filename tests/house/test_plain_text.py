"""What somebody wrote reaches the screen as plain text, through one module only."""

import ast
from collections.abc import Iterator

import pytest
from support.source_tree import SOURCE, Module, judge, last_part, planted

HELPERS = "ui/widgets/text.py"
STYLE = "ui/theme.py"
FORBIDDEN_CLASSES = {
    "QErrorMessage",
    "QGraphicsTextItem",
    "QLabel",
    "QMessageBox",
    "QSplashScreen",
    "QStaticText",
    "QTextBrowser",
    "QTextDocument",
    "QTextEdit",
    "QToolTip",
    "QWhatsThis",
}
FORBIDDEN_CALLS = {
    "addResource",
    "appendHtml",
    "insertFragment",
    "insertHtml",
    "insertImage",
    "setDocument",
    "setDefaultStyleSheet",
    "setHtml",
    "setMarkdown",
    "setStatusTip",
    "setTextFormat",
    "setToolTip",
    "setWhatsThis",
}
RICH_ROLES = {"ToolTipRole", "StatusTipRole", "WhatsThisRole"}


def find_rich_text(module: Module) -> Iterator[str]:
    if module.place == HELPERS:
        return
    for node, name in module.imports():
        if last_part(name) in FORBIDDEN_CLASSES:
            yield module.at(node, f"imports {last_part(name)}")
    for call, called in module.calls():
        if last_part(called) in FORBIDDEN_CALLS or FORBIDDEN_CLASSES & set(called.split(".")):
            yield module.at(call, f"calls {called}")
    for part in module.nodes():
        if _name_in(part) in ("RichText", "textFormat"):
            yield module.at(part, f"names {_name_in(part)}")


def _name_in(part: ast.AST) -> str:
    """Return the attribute or the words that a part of a module is; "" for other parts."""
    found = part.attr if isinstance(part, ast.Attribute) else getattr(part, "value", "")
    return found if isinstance(found, str) else ""


def find_own_styles(module: Module) -> Iterator[str]:
    for call, called in module.calls():
        if last_part(called) == "setStyleSheet" and module.place != STYLE:
            yield module.at(call, f"calls {called}")


def find_unescaped_tips(module: Module) -> Iterator[str]:
    """Find modules that answer a tooltip role of a model without ``tooltip_text``."""
    names = {n.attr for n in module.nodes() if isinstance(n, ast.Attribute)}
    if names & RICH_ROLES and "tooltip_text" not in module.text and module.place != HELPERS:
        yield f"{module.place}: answers a tooltip role without tooltip_text"


def test_text_reaches_widgets_through_the_helpers_only() -> None:
    judge(find_rich_text)


def test_light_markdown_is_drawn_without_a_document() -> None:
    """Formats of a layout can make words bold; only a document could load or link anything."""
    for place in ("ui/widgets/marked_text.py", "ui/widgets/marked_label.py"):
        text = (SOURCE / place).read_text(encoding="utf-8")
        assert "QTextLayout" in text
        assert not {"document(", "QTextCursor", "QTextDocument"} & set(_calls_and_names(text))


def _calls_and_names(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute):
            yield f"{node.attr}("
        elif isinstance(node, ast.Name):
            yield node.id


def test_only_the_theme_dresses_widgets() -> None:
    judge(find_own_styles)


def test_tips_of_models_are_escaped() -> None:
    judge(find_unescaped_tips)


@pytest.mark.parametrize(
    "source",
    [
        "from PySide6.QtWidgets import QLabel",
        "from PySide6 import QtWidgets\nQtWidgets.QLabel(note)",
        "QMessageBox.warning(None, 'a', note)",
        "from PySide6.QtWidgets import QMessageBox",
        "QTextEdit(note)",
        "view = QTextBrowser()",
        "field.setHtml(note)",
        "field.setMarkdown(note)",
        "cursor.insertHtml(note)",
        "button.setToolTip(note)",
        "action.setStatusTip(note)",
        "widget.setWhatsThis(note)",
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "label.setProperty('textFormat', 1)",
        "QToolTip.showText(place, note)",
        "from PySide6.QtGui import QTextDocument",
        "field.textCursor().insertImage(path)",
        "field.document().addResource(2, url, data)",
        "field.setDocument(document)",
    ],
)
def test_a_planted_rich_text_is_found(source: str) -> None:
    assert list(find_rich_text(planted(source)))


def test_a_planted_style_of_its_own_is_found() -> None:
    assert list(find_own_styles(planted("self._label.setStyleSheet('color: red')")))


def test_the_helpers_themselves_may_and_the_theme_may_dress() -> None:
    assert not list(find_rich_text(planted("w.setToolTip(t); QLabel(t)", HELPERS)))
    assert not list(find_own_styles(planted("app.setStyleSheet(s)", STYLE)))


def test_a_planted_tip_of_a_model_is_found() -> None:
    source = "if role == Qt.ItemDataRole.ToolTipRole:\n    return {}"
    assert list(find_unescaped_tips(planted(source.format("note"))))
    assert not list(find_unescaped_tips(planted(source.format("tooltip_text(note)"))))
