"""Of each table that any migration makes it is decided what a rescue does with it."""

import re

from support.source_tree import SOURCE

from caregiver_journal.journal.incoming_parts import PARTS_IN
from caregiver_journal.journal.lost_parts import EXPORTS, LET_GO, OF_ENTRIES, SOURCES

_TABLE = re.compile(r"CREATE TABLE (?:IF NOT EXISTS )?(\w+)", re.IGNORECASE)


def tables() -> list[str]:
    """Return the tables of all migrations; one that is dropped for good may stay in no list."""
    scripts = sorted((SOURCE / "vault" / "migrations").glob("*.sql"))
    return [name for script in scripts for name in _TABLE.findall(script.read_text("utf-8"))]


def undecided(names: list[str]) -> list[str]:
    lists = (OF_ENTRIES, LET_GO.keys(), SOURCES.keys())
    return [name for name in names if sum(name in each for each in lists) != 1]


def test_each_table_is_in_one_list() -> None:
    assert len(tables()) > 40
    assert undecided(tables()) == []
    assert {*OF_ENTRIES, *LET_GO, *SOURCES} == {*tables()}


def test_a_new_table_is_missed() -> None:
    assert undecided(["goals", "weather"]) == ["weather"]


def test_each_part_of_a_file_has_its_table() -> None:
    assert {source.part for source in SOURCES.values()} == {*PARTS_IN, EXPORTS}
