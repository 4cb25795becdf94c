"""Migrations are numbered one by one and taken apart statement by statement."""

from pathlib import Path

import pytest

from caregiver_journal.vault import scripts
from caregiver_journal.vault.scripts import SCRIPTS, SUPPORTED, split_statements


def test_the_newest_version_is_the_number_of_scripts() -> None:
    assert len(SCRIPTS) == SUPPORTED >= 1
    assert "CREATE TABLE entries" in SCRIPTS[0]


def test_a_script_falls_into_its_statements() -> None:
    assert list(split_statements("SELECT 1;\n-- a; b\nSELECT ';';SELECT 2;\n\n-- end\n")) == [
        "SELECT 1;",
        "-- a; b\nSELECT ';';",
        "SELECT 2;",
    ]


def test_a_trigger_stays_whole() -> None:
    trigger = "CREATE TRIGGER t AFTER DELETE ON a BEGIN DELETE FROM b; DELETE FROM c; END;"
    assert list(split_statements(trigger)) == [trigger]


def test_an_empty_script_has_no_statements() -> None:
    assert not list(split_statements("-- nothing to do\n"))


def test_a_script_that_ends_too_early_is_refused() -> None:
    with pytest.raises(ValueError, match="middle"):
        list(split_statements("SELECT 1; SELECT 2"))


@pytest.mark.parametrize(
    "names", [["0002_b.sql"], ["0001_a.sql", "0003_c.sql"], ["0001_a.sql", "0001_b.sql"]]
)
def test_a_gap_in_the_numbers_is_refused(
    names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "migrations").mkdir()
    for name in names:
        (tmp_path / "migrations" / name).touch()
    monkeypatch.setattr(scripts, "__file__", str(tmp_path / "scripts.py"))
    with pytest.raises(RuntimeError, match="numbered"):
        scripts._read_scripts()
