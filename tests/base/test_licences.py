"""What the program stands on is told from the packages' own words."""

import importlib.metadata
import re
from pathlib import Path

import pytest

from caregiver_journal.base import licences
from caregiver_journal.base.licences import read_licence_text, read_parts


def test_each_part_has_a_licence_a_version_and_a_purpose() -> None:
    parts = {part.name: part for part in read_parts()}
    assert {"PySide6-Essentials", "sqlcipher3", "cryptography", "zxcvbn"} <= set(parts)
    for part in parts.values():
        assert part.version == importlib.metadata.version(part.name)
        assert part.purpose
        assert 2 < len(part.licence) <= 60, part
    assert "GPL" in parts["PySide6-Essentials"].licence, "its own words"
    assert parts["sqlcipher3"].licence == "zlib, BSD", "it has no words of its own"
    assert "Python Software Foundation" in parts["matplotlib"].licence, "its classifier"


def test_every_package_that_is_required_is_named() -> None:
    lines = importlib.metadata.requires("caregiver-journal") or []
    required = {re.split(r"[^\w.-]", line)[0].lower() for line in lines if "extra" not in line}
    named = {name.lower() for name, _licence, _purpose in licences._STANDS_ON}
    named.add("importlib-metadata")  # for keyring, on old versions of Python only
    assert {name.replace("_", "-") for name in required} <= {n.replace("_", "-") for n in named}


def test_what_is_not_installed_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "_STANDS_ON", (("no-such-package", "MIT", "nothing"),))
    assert read_parts() == ()


def test_the_whole_licence_is_found_with_the_package() -> None:
    text = read_licence_text()
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_the_whole_licence_is_found_in_a_checkout(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(licences, "_PROGRAM", "no-such-package")
    assert "GNU GENERAL PUBLIC LICENSE" in read_licence_text()
    monkeypatch.setattr(licences, "__file__", str(tmp_path / "a" / "b" / "c" / "d.py"))
    assert read_licence_text() == ""
