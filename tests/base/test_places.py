"""The program's own files are found, and nothing outside them; personal ones lie at home."""

import sys
from pathlib import Path

import pytest

from caregiver_journal.base import places
from caregiver_journal.base.places import (
    default_journal_folder,
    log_folder,
    resource,
    state_folder,
)


def test_a_resource_of_the_checkout_is_found() -> None:
    assert resource("themes", "light.json").is_file()


def test_an_installed_package_reads_its_own_copy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "_resources").mkdir()
    monkeypatch.setattr(places, "_PACKAGE", tmp_path)
    assert resource("icons") == tmp_path / "_resources" / "icons"


@pytest.mark.parametrize(
    "parts",
    [("..", "pyproject.toml"), ("content", "..", "..", "README.md"), ("/etc/passwd",), ("..",)],
)
def test_a_path_that_leads_out_of_the_resources_is_refused(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="outside"):
        resource(*parts)


@pytest.mark.skipif(sys.platform == "win32", reason="not everybody may make links there")
def test_a_link_that_leads_out_of_the_resources_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "_resources").mkdir()
    (tmp_path / "_resources" / "theme").symlink_to(tmp_path)
    monkeypatch.setattr(places, "_PACKAGE", tmp_path)
    with pytest.raises(ValueError, match="outside"):
        resource("theme", "secret.txt")


def test_personal_folders_lie_at_home_and_apart(home: Path) -> None:
    folders = [default_journal_folder(), state_folder(), log_folder()]
    assert all(folder.is_relative_to(home) for folder in folders)
    assert len(set(folders)) == 3
    assert not any(folder.exists() for folder in folders)
