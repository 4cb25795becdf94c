"""Stand where dialogs open: none may appear in a test that does not expect it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

_WIDGETS = "PySide6.QtWidgets"
_PRINTING = "PySide6.QtPrintSupport"
_RUN = ("exec", "exec_", "open")
_STATIC = {
    "QMessageBox": ("about", "aboutQt", "critical", "information", "question", "warning"),
    "QFileDialog": (
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileContent",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
        "saveFileContent",
    ),
    "QInputDialog": ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    "QColorDialog": ("getColor",),
    "QFontDialog": ("getFont",),
}
_RUNNABLE = {
    _WIDGETS: (
        "QDialog",
        "QMessageBox",
        "QFileDialog",
        "QInputDialog",
        "QColorDialog",
        "QFontDialog",
        "QProgressDialog",
    ),
    _PRINTING: ("QPrintDialog", "QPrintPreviewDialog", "QPageSetupDialog"),
}


class UnexpectedDialogError(AssertionError):
    """A dialog opened that the test did not expect."""


class Dialogs:
    """The dialogs a test expects.

    Attributes:
        calls: what was called, as ("QFileDialog.getSaveFileName", its arguments).
    """

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[object, ...]]] = []
        self._expected: list[str] = []
        self._answers: dict[str, list[object]] = {}
        self._unexpected: list[str] = []

    def expect(self, name: str) -> None:
        """Let the next dialog of this class, or of one derived from it, open for real."""
        self._expected.append(name)

    def answer(self, name: str, value: object) -> None:
        """Answer the next call of e.g. "QFileDialog.getSaveFileName" or "QMessageBox.exec"."""
        self._answers.setdefault(name, []).append(value)

    def judge(self) -> None:
        """Fail when a dialog came unexpected, or an expected one did not come."""
        if self._unexpected:
            pytest.fail(f"Dialogs nobody expected: {', '.join(self._unexpected)}.", pytrace=False)
        missing = [*self._expected, *(name for name, left in self._answers.items() if left)]
        if missing:
            pytest.fail(f"Dialogs that never came: {', '.join(missing)}.", pytrace=False)

    def _run(
        self, how: str, real: Callable[..., Any], dialog: object, arguments: tuple[object, ...]
    ) -> Any:
        if arguments in {(True,), (False,)}:
            arguments = ()  # what the signal of a button hands to its slot
        names = [kind.__name__ for kind in type(dialog).__mro__]
        for name in names:
            if self._answers.get(f"{name}.{how}"):
                return self._give(f"{name}.{how}", arguments)
        for name in names:
            if how == "open" and name in self._expected:
                self._expected.remove(name)
                self.calls.append((f"{name}.open", arguments))
                return real(dialog, *arguments)
        return self._refuse(f"{names[0]}.{how}")

    def _ask(self, name: str, arguments: tuple[object, ...]) -> Any:
        return self._give(name, arguments) if self._answers.get(name) else self._refuse(name)

    def _give(self, name: str, arguments: tuple[object, ...]) -> Any:
        self.calls.append((name, arguments))
        return self._answers[name].pop(0)

    def _refuse(self, name: str) -> Any:
        self._unexpected.append(name)
        raise UnexpectedDialogError(f"{name} was called and no test expected it")


@contextmanager
def watched_dialogs() -> Iterator[Dialogs]:
    """Take the place of every way a dialog of Qt can appear; costs nothing without Qt."""
    dialogs = Dialogs()
    with pytest.MonkeyPatch.context() as patch:
        for module, classes in _RUNNABLE.items():
            for name in classes if module in sys.modules else ():
                _guard(dialogs, patch, getattr(sys.modules[module], name))
        yield dialogs
    dialogs.judge()


def _guard(dialogs: Dialogs, patch: pytest.MonkeyPatch, kind: type) -> None:
    own = vars(kind)
    for how in (how for how in _RUN if how in own):
        patch.setattr(kind, how, _instead_of(dialogs, how, own[how]))
    for name in (name for name in _STATIC.get(kind.__name__, ()) if name in own):
        patch.setattr(kind, name, staticmethod(_instead_of_static(dialogs, kind, name)))


def _instead_of(dialogs: Dialogs, how: str, real: Callable[..., Any]) -> Callable[..., Any]:
    def run(dialog: object, *arguments: object) -> Any:
        return dialogs._run(how, real, dialog, arguments)

    return run


def _instead_of_static(dialogs: Dialogs, kind: type, name: str) -> Callable[..., Any]:
    def ask(*arguments: object, **named: object) -> Any:
        return dialogs._ask(f"{kind.__name__}.{name}", (*arguments, *named.values()))

    return ask
