"""What pip says, in one sentence."""

import sys
from pathlib import Path

import pytest
from installer import clean_environment, explain, progress, run_pip
from trouble import DISK_FULL, REGISTRY_AWAY, REGISTRY_UNTRUSTED, SetUpError

LOG = Path("build") / "set-up.log"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("WARNING: Retrying after connection broken by 'NewConnectionError'", REGISTRY_AWAY),
        ("socket.gaierror: Temporary failure in name resolution", REGISTRY_AWAY),
        ("ERROR: HTTP error 503 while getting x", REGISTRY_AWAY),
        (
            "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]",
            REGISTRY_UNTRUSTED,
        ),
        ("ERROR: Could not install: [Errno 28] No space left on device", DISK_FULL),
    ],
)
def test_known_failures_have_their_sentence(words: str, sentence: str) -> None:
    assert explain(words, LOG) == sentence


def test_a_package_that_was_swapped_is_said_so() -> None:
    assert "not the pinned one" in explain("THESE PACKAGES DO NOT MATCH THE HASHES", LOG)


def test_a_platform_without_builds_is_named() -> None:
    words = "ERROR: No matching distribution found for pyside6-essentials==6.11.3 (from -r x)"
    assert "no build of pyside6-essentials==6.11.3 for Python 3." in explain(words, LOG)


def test_anything_else_shows_the_last_error_and_where_the_rest_is() -> None:
    sentence = explain("ERROR: first\nnoise\nERROR: last.\nmore noise", LOG)
    assert "(last)" in sentence
    assert str(LOG) in sentence
    assert "no reason given" in explain("", LOG)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("  Downloading pyside6_essentials-6.11.3-cp310-abi3-win.whl (80.3 MB)", "Qt"),
        ("Downloading https://host/a/b/mypy-2.4.1-py3-none-any.whl (15.4 MB)", "mypy"),
        ("Downloading six-1.0-py3-none-any.whl (11 kB)", ""),
        ("Downloading small-1.0-py3-none-any.whl (1.2 MB)", ""),
        ("Collecting six", ""),
        ("Installing collected packages: a, b, c", "3 packages"),
        ("Installing collected packages: a", ""),
    ],
)
def test_only_large_steps_are_shown(line: str, shown: str) -> None:
    expected = {"Qt": "  fetching pyside6_essentials, 80.3 MB", "mypy": "  fetching mypy, 15.4 MB"}
    assert progress(line) == expected.get(shown, shown and f"  unpacking {shown}")


def test_what_would_lead_pip_astray_is_left_out() -> None:
    assert clean_environment({"PIP_USER": "1", "PYTHONHOME": "x", "HOME": "y"}) == {"HOME": "y"}


def _fake_pip(program: str) -> list[str]:
    return [sys.executable, "-c", program]


def test_large_downloads_are_told_while_pip_runs(tmp_path: Path) -> None:
    said: list[str] = []
    pip = _fake_pip("print('Downloading qt-1-py3-none-any.whl (80.3 MB)')")
    run_pip(pip, [], tmp_path / "log", tmp_path, said.append)
    assert said == ["  fetching qt, 80.3 MB"]
    assert not (tmp_path / "log").exists()


def test_a_failure_is_kept_whole_in_the_log(tmp_path: Path) -> None:
    pip = _fake_pip("print('ERROR: odd'); raise SystemExit(1)")
    with pytest.raises(SetUpError, match=r"\(odd\)"):
        run_pip(pip, [], tmp_path / "log", tmp_path, print)
    assert (tmp_path / "log").read_text() == "ERROR: odd\n"
