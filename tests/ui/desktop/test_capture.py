"""The window is kept out of screenshots where the platform can do that."""

import ctypes
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QWindow

from caregiver_journal.ui.desktop import capture

Calls = list[tuple[int, int]]


class Window:
    """Something with a handle."""

    def winId(self) -> int:  # noqa: N802 - Qt's name
        return 77


def _hide(*, hidden: bool) -> None:
    window: object = Window()
    assert not isinstance(window, QWindow)
    capture.hide_from_capture(window, hidden=hidden)  # type: ignore[arg-type]


@pytest.mark.parametrize(("platform", "can"), [("win32", True), ("darwin", True), ("linux", False)])
def test_windows_and_macos_can(monkeypatch: pytest.MonkeyPatch, platform: str, can: bool) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert capture.is_supported() is can


@pytest.mark.parametrize(("hidden", "affinity"), [(True, 0x11), (False, 0x00)])
def test_windows_is_asked(monkeypatch: pytest.MonkeyPatch, hidden: bool, affinity: int) -> None:
    calls: Calls = []
    user32 = SimpleNamespace(SetWindowDisplayAffinity=lambda *call: calls.append(call))
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    _hide(hidden=hidden)
    assert calls == [(77, affinity)]


@pytest.mark.parametrize(("hidden", "sharing"), [(True, 0), (False, 1)])
def test_macos_is_asked(monkeypatch: pytest.MonkeyPatch, hidden: bool, sharing: int) -> None:
    calls: Calls = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(capture, "_set_sharing_type", lambda *call: calls.append(call))
    _hide(hidden=hidden)
    assert calls == [(77, sharing)]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_a_system_that_refuses_is_no_trouble(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(), raising=False)
    if platform == "darwin" and not sys.executable.startswith("/System"):
        monkeypatch.setattr(ctypes, "CDLL", _refuse)
    _hide(hidden=True)


def _refuse(_name: str) -> None:
    raise OSError("no such library")


def test_elsewhere_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Window, "winId", lambda _self: pytest.fail("asked for a handle"))
    _hide(hidden=True)
