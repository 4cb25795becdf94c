"""The desktop says that its session is locked or about to sleep, over buses of its own."""

import ctypes
import json
import shutil
from ctypes import wintypes
from typing import cast

import pytest
from support.vaults import run_python

from caregiver_journal.ui.desktop.session_watch import SessionWatch, _SessionMessages

LISTEN = """
import json, os, sys
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtGui import QGuiApplication, QWindow
from caregiver_journal.ui.desktop.session_watch import SessionWatch

SIGNALS = {
    "saver on": ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver",
                 "ActiveChanged", [True]),
    "saver off": ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver",
                  "ActiveChanged", [False]),
    "saver on, other path": ("/ScreenSaver", "org.freedesktop.ScreenSaver",
                             "ActiveChanged", [True]),
    "gnome": ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True]),
    "sleep": ("/org/freedesktop/login1", "org.freedesktop.login1.Manager",
              "PrepareForSleep", [True]),
    "awake": ("/org/freedesktop/login1", "org.freedesktop.login1.Manager",
              "PrepareForSleep", [False]),
    "lock": ("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session", "Lock", []),
    "unlock": ("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session",
               "Unlock", []),
    "something else": ("/elsewhere", "org.example.Nothing", "ActiveChanged", [True]),
}
app = QGuiApplication([])
window, home, heard, told = QWindow(), QObject(), [], {}
speaker = QDBusConnection.connectToBus(os.environ["DBUS_SESSION_BUS_ADDRESS"], "speaker")
assert speaker.registerService("org.freedesktop.login1")
watch = SessionWatch(window, home)
watch.left.connect(lambda: heard.append(True))

def say(name):
    path, interface, member, arguments = SIGNALS[name]
    message = QDBusMessage.createSignal(path, interface, member)
    message.setArguments(arguments)
    assert speaker.send(message)

def settle():
    # A call to the bus and its answer: what was sent before has come by then.
    for bus in (QDBusConnection.sessionBus(), QDBusConnection.systemBus(), speaker):
        bus.interface().registeredServiceNames()
    for _round in range(20):
        app.processEvents()

for name in SIGNALS:
    heard.clear()
    say(name)
    for _try in range(200 if name in sys.argv[1].split(",") else 3):
        settle()
        if heard:
            break
    told[name] = len(heard)
print(json.dumps(told))
"""
LEAVING = ("saver on", "saver on, other path", "gnome", "sleep", "lock")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """How often each signal on a private bus was taken for leaving."""
    if shutil.which("dbus-run-session") is None:
        pytest.skip("There is no dbus-run-session here to make a private bus with.")
    script = tmp_path_factory.mktemp("bus") / "listen.py"
    script.write_text(LISTEN, encoding="utf-8")
    starter = (
        "import os, sys; os.environ['DBUS_SYSTEM_BUS_ADDRESS'] ="
        " os.environ['DBUS_SESSION_BUS_ADDRESS'];"
        f" os.execv(sys.executable, [sys.executable, {str(script)!r}, {','.join(LEAVING)!r}])"
    )
    ran = run_python(
        "import subprocess, sys;"
        "sys.exit(subprocess.run(['dbus-run-session', '--', sys.executable, '-c', sys.argv[1]],"
        " check=False).returncode)",
        starter,
    )
    assert ran.returncode == 0, ran.stderr
    answer: dict[str, int] = json.loads(ran.stdout)
    return answer


@pytest.mark.parametrize("signal", LEAVING)
def test_the_person_has_left(told: dict[str, int], signal: str) -> None:
    assert told[signal] == 1


@pytest.mark.parametrize("signal", ["saver off", "awake", "unlock", "something else"])
def test_the_person_has_not_left(told: dict[str, int], signal: str) -> None:
    assert told[signal] == 0


class Listener:
    """Stands for the watch."""

    def __init__(self) -> None:
        self.times = 0

    def on_left(self) -> None:
        self.times += 1


@pytest.mark.parametrize(
    ("message", "parameter", "times"),
    [
        (0x02B1, 0x7, 1),  # the session was locked
        (0x02B1, 0x8, 0),  # and unlocked
        (0x02B1, 0x2, 1),  # another user took the screen
        (0x02B1, 0x1, 0),  # and gave it back
        (0x02B1, 0x6, 1),  # logged off
        (0x0218, 0x4, 1),  # about to sleep
        (0x0218, 0x12, 0),  # awake again
        (0x0100, 0x7, 0),  # a key
    ],
)
def test_the_messages_of_windows_are_read(message: int, parameter: int, times: int) -> None:
    listener = Listener()
    messages = _SessionMessages(cast("SessionWatch", listener))
    sent = wintypes.MSG(message=message, wParam=parameter)
    answer = messages.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(sent))
    assert answer == (False, 0), "Qt shall see it too"
    assert listener.times == times


def test_messages_of_other_systems_are_passed_over() -> None:
    listener = Listener()
    messages = _SessionMessages(cast("SessionWatch", listener))
    assert messages.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
    assert listener.times == 0
