"""The pinned packages: with hashes, without hosts, and all that the project asks for."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")


def _pinned() -> dict[str, str]:
    """Return each requirement of the lock with its hashes."""
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    return {entry.split("==")[0]: entry for entry in entries}


def test_every_package_is_pinned_with_hashes() -> None:
    for name, entry in _pinned().items():
        assert re.match(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ;[^\\]+)? \\\n", entry), name
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), name


def test_the_lock_names_no_host_and_no_folder() -> None:
    assert "/" not in LOCK
    assert not re.search(r"index|find-links|\.(org|com|io|net)\b", LOCK)


def test_the_lock_has_every_package_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = {re.split(r"[^A-Za-z0-9_-]", line)[0].lower().replace("_", "-") for line in asked}
    assert names <= set(_pinned())


def test_qt_is_the_version_without_the_lost_references() -> None:
    assert _pinned()["pyside6-essentials"].startswith("pyside6-essentials==6.11.3")
