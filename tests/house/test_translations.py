"""Every sentence for people can be translated, and a translator sees it whole."""

import ast
from collections.abc import Iterator
from itertools import pairwise

import pytest
from support.source_tree import Module, judge, last_part, modules, planted

MARKERS = {"_": 1, "N_": 1, "ngettext": 2}
"""How many of the first arguments of each are looked up."""
NAMES = {"Caregiver Journal", "caregiver-journal"}

FIRST = {
    "QAction",
    "QCheckBox",
    "QCommandLinkButton",
    "QGroupBox",
    "QLineEdit",
    "QMenu",
    "QPushButton",
    "QRadioButton",
    "addAction",
    "addButton",
    "addItem",
    "addMenu",
    "addSection",
    "appendPlainText",
    "insertPlainText",
    "line_field",
    "note_field",
    "plain_label",
    "push_button",
    "setAccessibleDescription",
    "setAccessibleName",
    "setButtonText",
    "setLabelText",
    "setPlaceholderText",
    "setPlainText",
    "setPrefix",
    "setStatusTip",
    "setSuffix",
    "setText",
    "setTitle",
    "setToolTip",
    "setWhatsThis",
    "setWindowTitle",
    "tooltip_text",
}
SECOND = {"addTab", "announce", "set_button_text", "set_tooltip", "setItemText", "setTabText"}


def find_broken_marks(module: Module) -> Iterator[str]:
    """Find marked texts that no tool can extract, or that are filled before they are looked up."""
    for call, called in module.calls():
        for argument in call.args[: MARKERS.get(called, 0)]:
            if isinstance(argument, ast.JoinedStr | ast.BinOp | ast.IfExp | ast.Call):
                yield module.at(call, f"{called}({ast.unparse(argument)[:60]})")
            elif called != "_" and not isinstance(argument, ast.Constant):
                yield module.at(call, f"{called}() marks no literal")


def find_bare_texts(module: Module) -> Iterator[str]:
    """Find words that go to a widget without being looked up."""
    for call, called in module.calls():
        name = last_part(called)
        place = 0 if name in FIRST else 1 if name in SECOND else None
        if place is None or len(call.args) <= place:
            continue
        if any(_is_for_people(text) for text in _literals(call.args[place])):
            yield module.at(call, f"{name}({ast.unparse(call.args[place])[:60]})")


def find_bare_errors(module: Module, errors: frozenset[str]) -> Iterator[str]:
    """Find errors for people whose sentence or next step is not looked up."""
    for call, called in module.calls():
        if last_part(called) not in errors:
            continue
        said = [*call.args[:1], *(k.value for k in call.keywords if k.arg in _SAID)]
        if any(_is_for_people(text) for value in said for text in _literals(value)):
            yield module.at(call, f"{called}({ast.unparse(said[0])[:60]})")


_SAID = {"sentence", "next_step"}


def _literals(value: ast.expr) -> Iterator[str]:
    """Yield the literals a value is put together from, but none that go through ``_``."""
    match value:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield from (text for part in parts for text in _literals(part))
        case ast.BinOp(left=left, right=right):
            yield from (*_literals(left), *_literals(right))
        case ast.IfExp(body=one, orelse=other):
            yield from (*_literals(one), *_literals(other))
        case ast.Call(func=ast.Attribute(value=template, attr="format")):
            yield from _literals(template)


def _is_for_people(text: str) -> bool:
    """Tell words from signs, codes and names: two letters in a row, one of them small."""
    is_words = any(a.isalpha() and b.isalpha() and b.islower() for a, b in pairwise(text))
    return is_words and text not in NAMES


def _errors_for_people() -> frozenset[str]:
    (errors,) = modules(below="base/errors.py")
    return frozenset(node.name for node in errors.tree.body if isinstance(node, ast.ClassDef))


def test_marked_texts_are_whole() -> None:
    judge(find_broken_marks)


def test_no_text_reaches_a_widget_untranslated() -> None:
    judge(find_bare_texts, below="ui/")


def test_no_error_speaks_untranslated() -> None:
    errors = _errors_for_people()
    judge(lambda module: find_bare_errors(module, errors))


@pytest.mark.parametrize(
    "source",
    [
        "_(f'Saved {count}')",
        "_('Saved ' + word)",
        "_('Saved %d' % count)",
        "_('Saved {n}'.format(n=count))",
        "_('Saved' if good else 'Not saved')",
        "ngettext('one', f'{n} entries', n)",
        "N_(word)",
    ],
)
def test_a_planted_broken_mark_is_found(source: str) -> None:
    assert list(find_broken_marks(planted(source)))


@pytest.mark.parametrize(
    "source",
    [
        "plain_label('Welcome back')",
        "QPushButton('Save', self)",
        "self._text.setText('Saved')",
        "self._text.setText(f'Saved {count}')",
        "self._text.setText('Saved {n}'.format(n=count))",
        "self._text.setText('Saved' if good else '')",
        "window.setWindowTitle('Journal of ' + name)",
        "set_tooltip(button, 'Close')",
        "menu.addAction('Quit')",
        "field.setAccessibleName('Note')",
    ],
)
def test_a_planted_bare_text_is_found(source: str) -> None:
    assert list(find_bare_texts(planted(source)))


@pytest.mark.parametrize(
    "source",
    [
        "plain_label('')",
        "label.setText('·')",
        "label.setText(f'{level} / 5')",
        "label.setText('XXXX-XXXX')",
        "window.setWindowTitle('Caregiver Journal')",
        "label.setText(_('Saved'))",
        "label.setText(_('Saved {n}').format(n=count))",
        "label.setText(TEXTS['saved'])",
        "plain_label(_('Saved'), 'muted')",
        "set_tooltip(button, _('Close'))",
    ],
)
def test_signs_names_and_translated_texts_pass(source: str) -> None:
    assert not list(find_bare_texts(planted(source)))


@pytest.mark.parametrize(
    ("source", "findings"),
    [
        ("raise JournalError('Nothing was saved.')", 1),
        ("raise JournalError(_('Gone.'), next_step='Look again.')", 1),
        ("raise InvalidValueError(f'{name} is too long', field='name')", 1),
        ("raise JournalError(_('Nothing was saved.'), field='note')", 0),
        ("raise ValueError('a bug has no translation')", 0),
    ],
)
def test_a_planted_bare_error_is_found(source: str, findings: int) -> None:
    assert len(list(find_bare_errors(planted(source), _errors_for_people()))) == findings
