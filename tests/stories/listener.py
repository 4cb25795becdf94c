"""Somebody who hears the program and does not see it: drives it through AT-SPI.

Run by the Python of the system, which brings ``gi``; that of the program does not. Takes the
command that starts the program as arguments and the steps of a story from standard input, as JSON;
says each step that was done on a line of its own, and on standard error which one could not be.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import warnings
from typing import TYPE_CHECKING, Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version has to be said before

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PROGRAM = "Caregiver Journal"
PATIENCE_S = 20.0
_GLANCE_MS = 50
_ROLES = {
    "button": ("button", "push button"),  # the second until at-spi2-core 2.54
    "choice": ("radio button",),
    "field": ("entry", "text"),
    "row": ("list item",),
    "secret field": ("password text",),
    "window": ("frame",),
    "words": ("label", "static"),
}
_DOING = ("press", "toggle")
_KEYS = {"Tab": 0xFF09, "Enter": 0xFF0D, "Space": 0x20}
_OPERABLE = Atspi.StateType.FOCUSABLE


class Listener:
    """Hears what is announced, finds things by what they are and are called, and uses them."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.program: subprocess.Popen[bytes] | None = None
        self._command: list[str] = []
        self._patience = PATIENCE_S
        self._context = GLib.MainContext.default()
        self._desktop = Atspi.get_desktop(0)
        self._desktop.set_cache_mask(Atspi.Cache.NONE)  # what is remembered may be old
        self._ears = Atspi.EventListener.new(self._hear)
        self._ears.register("object:announcement")

    def start(self, command: list[str]) -> None:
        """Start the program where assistive tools are at work."""
        os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        self._command = command
        self.program = subprocess.Popen(command)

    def stop(self) -> None:
        """End the program that was started."""
        if self.program is not None:
            self.program.terminate()
            self.program.wait(PATIENCE_S)

    def come_to_front(self) -> None:
        """Start the program again, so that its window takes the keyboard: no desktop gives it."""
        window = self.find("window", PROGRAM)
        subprocess.run(self._command, check=True, stderr=subprocess.DEVNULL, timeout=PATIENCE_S)
        self._wait(lambda: _is(window, Atspi.StateType.ACTIVE), "the window stays behind")

    def have_patience(self, seconds: str) -> None:
        """Wait this long for each of the steps that follow."""
        self._patience = float(seconds)

    # --- the steps of a story -------------------------------------------------------------------

    def find(self, kind: str, name: str) -> Any:
        """Find something by its kind and name."""
        return self._wait(lambda: self._first(kind, name), f"no {kind} called “{name}”")

    def find_part(self, kind: str, part: str) -> None:
        """Find something by its kind and a part of its name."""
        self._wait(lambda: self._first(kind, part, whole=False), f"no {kind} with “{part}”")

    def miss(self, part: str) -> None:
        """Find a part of a name nowhere any more."""
        self._wait(
            lambda: all(part not in (node.get_name() or "") for node in self._shown()),
            f"“{part}” is still there",
        )

    def press(self, kind: str, name: str) -> None:
        """Press something that can be pressed now."""
        node = self.find(kind, name)
        self._wait(lambda: self._act(node), f"{kind} “{name}” cannot be pressed")

    def choose(self, kind: str, name: str) -> None:
        """Choose one of several, and hear that it is chosen."""
        self.press(kind, name)
        node = self.find(kind, name)
        self._wait(lambda: _is(node, Atspi.StateType.CHECKED), f"“{name}” is not chosen")

    def go_to(self, kind: str, name: str) -> None:
        """Bring the keyboard to something."""
        self.find(kind, name).grab_focus()
        self.be_at(kind, name)

    def be_at(self, kind: str, name: str) -> None:
        """Have the keyboard at something."""
        node = self.find(kind, name)
        self._wait(
            lambda: _is(node, Atspi.StateType.FOCUSED), f"the keyboard is not at {kind} “{name}”"
        )

    def type(self, kind: str, name: str, text: str) -> None:
        """Type with the keys into the field that has the keyboard."""
        node = self.find(kind, name)
        Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)
        self._wait(
            lambda: Atspi.Text.get_character_count(node) == len(text),
            f"{kind} “{name}” did not take what was typed",
        )

    def key(self, name: str) -> None:
        """Press one key, wherever the keyboard is."""
        Atspi.generate_keyboard_event(_KEYS[name], None, Atspi.KeySynthType.SYM)

    def hear(self, beginning: str) -> None:
        """Hear an announcement that was not heard of before."""
        self._wait(
            lambda: any(text.startswith(beginning) for text in self.heard),
            f"nobody said “{beginning}”, only {self.heard}",
        )
        self.heard.clear()

    # --- what they stand on ---------------------------------------------------------------------

    def _hear(self, event: Any) -> None:
        self.heard.append(str(event.any_data))

    def _wait(self, look: Callable[[], Any], trouble: str) -> Any:
        """Look again with each event, and now and then, until something is there."""
        end = time.monotonic() + self._patience
        while time.monotonic() < end:
            try:
                if found := look():
                    return found
            except GLib.Error:
                pass  # it went away while it was asked
            if self.program is not None and self.program.poll() is not None:
                raise SystemExit(f"the program ended by itself, with {self.program.returncode}")
            wake = GLib.timeout_add(_GLANCE_MS, lambda: True)
            self._context.iteration(True)
            GLib.source_remove(wake)
        offered = ", ".join(self._offered()) or "nothing"
        raise SystemExit(f"{trouble}; to be used here: {offered}; said: {self.heard}")

    def _first(self, kind: str, name: str, *, whole: bool = True) -> Any:
        for node in self._shown():
            said = node.get_name() or ""
            fits = said == name if whole else name in said
            if fits and node.get_role_name() in _ROLES[kind]:
                return node
        return None

    def _offered(self) -> list[str]:
        return [
            f"{node.get_role_name()} “{node.get_name()}”"
            for node in self._shown()
            if _is(node, _OPERABLE)
        ]

    def _shown(self) -> Iterator[Any]:
        """Yield what is shown of the program, from top to bottom."""
        for program in _children(self._desktop):
            if program.get_name() == PROGRAM:
                for window in _children(program):
                    yield from _walk(window)

    def _act(self, node: Any) -> bool:
        for number in range(Atspi.Action.get_n_actions(node)):
            if (Atspi.Action.get_action_name(node, number) or "").lower() in _DOING:
                return bool(Atspi.Action.do_action(node, number))
        return False


def _walk(node: Any) -> Iterator[Any]:
    try:
        if not _is(node, Atspi.StateType.SHOWING):
            return
        yield node
        for child in _children(node):
            yield from _walk(child)
    except GLib.Error:
        return  # it went away while it was asked


def _children(node: Any) -> Iterator[Any]:
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None:
            yield child


def _is(node: Any, state: Any) -> bool:
    return bool(node.get_state_set().contains(state))


def main(command: list[str]) -> None:
    """Live through a story."""
    warnings.simplefilter("ignore", DeprecationWarning)
    steps = json.load(sys.stdin)
    listener = Listener()
    listener.start(command)
    try:
        listener.come_to_front()
        for verb, *words in steps:
            getattr(listener, verb)(*words)
            sys.stdout.write(f"{' '.join([verb, *words[:2]])}\n")
            sys.stdout.flush()
    finally:
        listener.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
