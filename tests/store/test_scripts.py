"""Phrases in the file: own ones, what was decided about the program's, and nothing left over."""

from dataclasses import replace

import pytest

from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.script import Mark, Script, Way
from caregiver_journal.journal.journal import Journal
from caregiver_journal.vault.faults import DatabaseBug

OWN = Script("Not this Sunday.", "To the team", "plain-no", Way.DIRECT, "own.1", is_own=True)
SHIPPED = Script("No, thanks.", "Anywhere", "plain-no", Way.DIRECT, "no.thanks")


def write(journal: Journal, *scripts: Script) -> None:
    with journal.writing(Topic.SCRIPT):
        for script in scripts:
            journal.scripts.write(script)


def test_own_phrases_come_back_whole_and_the_newest_first(journal: Journal) -> None:
    later = Script("Later.", id="own.2", is_own=True, is_hidden=True, is_favourite=True)
    write(journal, OWN, later)
    assert journal.scripts.own() == [later, OWN]
    assert journal.scripts.marks() == {}


def test_writing_again_writes_over(journal: Journal) -> None:
    write(journal, OWN, replace(OWN, text="Not any Sunday."))
    assert [script.text for script in journal.scripts.own()] == ["Not any Sunday."]


def test_a_decision_about_a_shipped_phrase_holds_no_words(journal: Journal) -> None:
    write(journal, replace(SHIPPED, is_hidden=True))
    assert journal.scripts.marks() == {"no.thanks": Mark(is_hidden=True)}
    assert journal.database.row("SELECT text FROM scripts") == ("",)


def test_a_changed_one_holds_the_persons_version(journal: Journal) -> None:
    changed = replace(SHIPPED, text="No, thank you.", is_changed=True, way=None)
    write(journal, changed)
    mark = journal.scripts.marks()["no.thanks"]
    assert mark.laid_over(SHIPPED) == changed


def test_a_decision_taken_back_leaves_nothing(journal: Journal) -> None:
    write(journal, replace(SHIPPED, is_favourite=True), SHIPPED)
    assert journal.database.rows("SELECT * FROM scripts") == []


def test_deleting_forgets_one(journal: Journal) -> None:
    write(journal, OWN, replace(OWN, id="own.2"))
    with journal.writing(Topic.SCRIPT):
        journal.scripts.delete("own.2")
    assert journal.scripts.own() == [OWN]


def test_a_way_of_a_later_version_is_passed_over(journal: Journal) -> None:
    write(journal, OWN)
    with journal.writing():
        journal.database.write("UPDATE scripts SET way = 'sung'")
    assert journal.scripts.own() == [replace(OWN, way=None)]


def test_an_own_phrase_without_words_is_refused_by_the_file(journal: Journal) -> None:
    write(journal, OWN)
    with pytest.raises(DatabaseBug), journal.writing():
        journal.database.write("UPDATE scripts SET text = ''")
