"""The memory of the process stays its own: no core dumps, no reading by other programs."""

import sys
from types import SimpleNamespace

import pytest
from support.vaults import run_python

from caregiver_journal.base import process
from caregiver_journal.base.process import guard_memory

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs the limits of POSIX")

Calls = list[tuple[str, tuple[object, ...]]]

SAY_LIMITS = """
import ctypes, resource
from caregiver_journal.base.process import guard_memory
guard_memory()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


CORE = 4  # RLIMIT_CORE, the same on Linux, macOS and the BSDs


class Library:
    """Stands where a library of the system is; remembers what was called."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def __getattr__(self, name: str) -> object:
        return lambda *arguments: self._calls.append((name, arguments))


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """What the process would have asked the system for; this one cannot take it back."""
    calls: Calls = []
    put_in_place(monkeypatch, Library(calls))
    if sys.platform != "win32":
        import resource

        monkeypatch.setattr(resource, "setrlimit", lambda *a: calls.append(("setrlimit", a)))
    return calls


def put_in_place(
    monkeypatch: pytest.MonkeyPatch, library: Library, open_library: object = None
) -> None:
    """Let the module take a library for that of each system."""
    windows = SimpleNamespace(kernel32=library, wer=library)
    unix = open_library or (lambda *_arguments, **_named: library)
    monkeypatch.setattr(process, "ctypes", SimpleNamespace(CDLL=unix, windll=windows))


def on(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(process, "sys", SimpleNamespace(platform=platform))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux")
def test_a_guarded_process_dumps_no_core_and_cannot_be_read() -> None:
    assert run_python(SAY_LIMITS).stdout == "(0, 0) 0\n"


@posix
@pytest.mark.parametrize(
    ("platform", "asked"),
    [
        ("linux", [("setrlimit", (CORE, (0, 0))), ("prctl", (4, 0, 0, 0, 0))]),
        ("darwin", [("setrlimit", (CORE, (0, 0))), ("ptrace", (31, 0, 0, 0))]),
        ("freebsd14", [("setrlimit", (CORE, (0, 0)))]),
        ("win32", [("SetErrorMode", (3,)), ("WerSetFlags", (1,))]),
    ],
)
def test_each_system_is_asked_for_what_it_can(
    monkeypatch: pytest.MonkeyPatch, calls: Calls, platform: str, asked: Calls
) -> None:
    on(monkeypatch, platform)
    guard_memory()
    assert calls == asked


@posix
def test_a_system_that_refuses_does_not_keep_the_program_from_starting(
    monkeypatch: pytest.MonkeyPatch, calls: Calls
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError

    on(monkeypatch, "linux")
    put_in_place(monkeypatch, Library(calls), refuse)
    guard_memory()
    assert [name for name, _arguments in calls] == ["setrlimit"]
