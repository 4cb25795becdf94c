"""Each kind of record has all its rooms: nothing is forgotten when a kind is added."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from support.source_tree import ROOT, SOURCE, fail_on

from caregiver_journal.domain.entry import KINDS
from caregiver_journal.domain.kind import Kind
from caregiver_journal.exchange.records import CODECS

TESTS = ROOT / "tests"


@dataclass(frozen=True)
class Noun:
    """Where the parts of one kind of record are.

    Attributes:
        kind: its value in ``domain.kind``.
        domain: its module in ``domain``, which its test is named after.
        table: its table, a ``STRICT`` one.
        store: its module in ``store`` and the attribute of ``Journal``.
        page: its package in ``ui/pages``.
    """

    kind: str
    domain: str
    table: str
    store: str
    page: str


NOUNS = (
    Noun("mood", domain="mood", table="moods", store="moods", page="mood"),
    Noun("boundary", domain="boundary", table="boundaries", store="boundaries", page="boundary"),
    Noun(
        "reflection", domain="reflection", table="reflections", store="reflections", page="reflect"
    ),
    Noun("practice", domain="practice", table="practices", store="practices", page="practised"),
    Noun("measure", domain="measure", table="measures", store="measures", page="measure"),
)


def find_missing(noun: Noun) -> Iterator[str]:
    """Say what a kind of record lacks."""
    for file in (
        SOURCE / "domain" / f"{noun.domain}.py",
        SOURCE / "store" / f"{noun.store}.py",
        SOURCE / "ui" / "pages" / noun.page / "page.py",
        TESTS / "domain" / f"test_{noun.domain}.py",
        TESTS / "store" / f"test_{noun.store}.py",
    ):
        if not file.is_file():
            yield f"{noun.kind}: no file {file.relative_to(ROOT)}"
    if noun.table not in strict_tables():
        yield f"{noun.kind}: no strict table {noun.table}"
    journal = (SOURCE / "journal" / "journal.py").read_text(encoding="utf-8")
    if f"self.{noun.store} = " not in journal:
        yield f"{noun.kind}: Journal has no {noun.store}"
    if noun.kind not in CODECS:
        yield f"{noun.kind}: no codec in exchange/records.py"
    if noun.kind not in KINDS.values():
        yield f"{noun.kind}: no detail in domain/entry.py"


def strict_tables() -> set[str]:
    scripts = sorted((SOURCE / "vault" / "migrations").glob("*.sql"))
    text = "\n".join(script.read_text(encoding="utf-8") for script in scripts)
    return set(re.findall(r"^CREATE TABLE (\w+) \([^;]*\) STRICT[^;]*;", text, re.MULTILINE))


def test_the_list_names_each_kind_once() -> None:
    assert [noun.kind for noun in NOUNS] == [kind.value for kind in Kind]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.kind)
def test_each_kind_has_all_its_rooms(noun: Noun) -> None:
    fail_on(find_missing(noun))


def test_a_planted_kind_without_rooms_is_found() -> None:
    planted = Noun("sleep", domain="sleep", table="sleeps", store="sleeps", page="sleep")
    assert len(list(find_missing(planted))) == 9


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ({"table": "entry_texts"}, "strict table"),
        ({"store": "tags_of_moods"}, "Journal has no"),
        ({"domain": "moods"}, "no file src"),
        ({"kind": "moods"}, "no codec"),
    ],
)
def test_a_planted_gap_is_found(change: dict[str, str], finding: str) -> None:
    whole = {"kind": "mood", "domain": "mood", "table": "moods", "store": "moods", "page": "mood"}
    assert any(finding in found for found in find_missing(Noun(**(whole | change))))
