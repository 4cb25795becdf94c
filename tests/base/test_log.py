"""The log holds types and places, never a message or a value of what went wrong."""

import gc
import logging
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from support.vaults import run_python

from caregiver_journal.base.log import (
    catch_escaped,
    describe,
    note_qt_message,
    start_log,
)

CANARY = "Wendelmuth"
"""What somebody wrote; it must never be seen in a log."""

FAIL = f"""
from caregiver_journal.base.log import catch_escaped
catch_escaped(lambda _description: None)
note = "{CANARY[:4]}" + "{CANARY[4:]}"
raise ValueError(note)
"""


def stumble() -> None:
    note = CANARY
    raise ValueError(f"cannot store {note}")


def caught(fail: Callable[[], object]) -> BaseException:
    try:
        fail()
    except BaseException as error:  # noqa: BLE001 - of any kind
        return error
    raise AssertionError("nothing was raised")


@pytest.fixture
def log(tmp_path: Path) -> Callable[[], str]:
    """A log is being written; returns what it says."""
    start_log(tmp_path / "log")
    return lambda: (tmp_path / "log" / "caregiver-journal.log").read_text("utf-8")


@pytest.fixture
def told() -> list[str]:
    """What was told about bugs nobody caught."""
    told: list[str] = []
    catch_escaped(told.append)
    return told


def check_telling(told: list[str], text: str) -> None:
    """Check that one bug was told and logged, by type and place only."""
    (description,) = told
    assert description.startswith("ValueError\n")
    assert "test_log.py:" in description
    assert " stumble" in description
    assert description in text
    assert CANARY not in description + text


def test_a_description_names_type_and_places_only() -> None:
    lines = describe(caught(stumble)).splitlines()
    assert lines[0] == "ValueError"
    assert [line.split()[-1] for line in lines[1:]] == ["caught", "stumble"]
    assert all(line.split(":")[0].strip() == "test_log.py" for line in lines[1:])


def test_an_error_that_was_never_raised_has_a_type_and_no_places() -> None:
    assert describe(ValueError(CANARY)) == "ValueError"


def test_what_escapes_the_program_is_logged_without_values(
    log: Callable[[], str], told: list[str], expected_warnings: list[logging.LogRecord]
) -> None:
    error = caught(stumble)
    sys.excepthook(type(error), error, error.__traceback__)
    check_telling(told, log())


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_escapes_a_thread_is_logged_without_values(
    log: Callable[[], str], told: list[str], expected_warnings: list[logging.LogRecord]
) -> None:
    thread = threading.Thread(target=stumble)
    thread.start()
    thread.join()
    check_telling(told, log())


def test_what_cannot_be_raised_is_logged_without_values(
    log: Callable[[], str], told: list[str], expected_warnings: list[logging.LogRecord]
) -> None:
    class Stumbling:
        def __del__(self) -> None:
            stumble()

    Stumbling()
    gc.collect()
    check_telling(told, log())


def test_hooks_called_without_an_error_say_nothing(log: Callable[[], str], told: list[str]) -> None:
    threading.excepthook(threading.ExceptHookArgs((ValueError, None, None, None)))
    without_error: Any = SimpleNamespace(exc_value=None)
    sys.unraisablehook(without_error)
    assert told == []
    assert log() == ""


def test_an_interrupt_from_the_keyboard_is_no_bug(log: Callable[[], str], told: list[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []
    assert log() == ""


def test_without_a_log_file_standard_error_holds_no_value_either() -> None:
    done = run_python(FAIL)
    assert done.returncode == 1
    assert "ValueError" in done.stderr
    assert CANARY not in done.stderr


def test_a_complaint_of_qt_is_logged_by_kind_and_category(
    log: Callable[[], str], expected_warnings: list[logging.LogRecord]
) -> None:
    note_qt_message("QtWarningMsg", "qt.text.font")
    assert log().endswith("WARNING caregiver_journal qt: kind=QtWarningMsg category=qt.text.font\n")


@pytest.mark.skipif(sys.platform == "win32", reason="asks for the permissions of POSIX")
def test_the_log_lies_in_a_private_folder(tmp_path: Path) -> None:
    start_log(tmp_path / "log")
    assert stat.S_IMODE((tmp_path / "log").stat().st_mode) == 0o700


def test_where_no_log_can_be_written_the_program_goes_without(
    tmp_path: Path, expected_warnings: list[logging.LogRecord], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log").touch()
    start_log(tmp_path / "log")
    note_qt_message("QtWarningMsg", "default")
    assert capsys.readouterr().err == ""


def test_a_log_line_that_cannot_be_made_is_not_shown_with_its_values(
    log: Callable[[], str],
    expected_warnings: list[logging.LogRecord],
    capsys: pytest.CaptureFixture[str],
) -> None:
    logging.getLogger("caregiver_journal").warning("count=%d", CANARY)
    assert log() == ""
    assert CANARY not in capsys.readouterr().err


def test_a_long_log_is_put_aside_at_the_start_over_the_one_put_aside_before(tmp_path: Path) -> None:
    path, aside = tmp_path / "caregiver-journal.log", tmp_path / "caregiver-journal.log.1"
    path.write_text("x" * 200_000, "utf-8")
    start_log(tmp_path)
    logging.getLogger("caregiver_journal").handlers.pop().close()
    assert not aside.exists()
    path.write_text("y" * 200_001, "utf-8")
    aside.write_text("older", "utf-8")
    start_log(tmp_path)
    assert aside.read_text("utf-8") == "y" * 200_001
    assert path.read_text("utf-8") == ""
