"""Somebody starts the program for the first time."""

from pathlib import Path

from PySide6.QtWidgets import QLabel
from support.driver import PASSPHRASE, Driver

from caregiver_journal.domain.preference import CODE_CONFIRMED
from caregiver_journal.journal.doors import JournalFolder


def test_first_run_leads_from_the_promise_to_today(person: Driver) -> None:
    assert any("encrypted" in text for text in person.seen_texts())
    assert any("cannot call for help" in text for text in person.seen_texts())
    person.begin()
    assert person.page() == "today"
    assert JournalFolder(person.folder).holds_anything()
    assert person.journal.setting(CODE_CONFIRMED) is True


def test_nothing_is_made_before_a_passphrase_is_chosen(person: Driver) -> None:
    person.press("first_run.begin")
    assert not person.folder.exists()


def test_a_short_passphrase_is_refused_beside_the_field(person: Driver) -> None:
    person.press("first_run.begin")
    person.type_into("new_passphrase.first.field", "short")
    person.press("first_run.make")
    assert any("Too short" in text for text in person.seen_texts())
    assert not person.folder.exists()


def test_an_easy_passphrase_may_be_used_anyway(person: Driver) -> None:
    person.press("first_run.begin")
    for field in ("first", "again"):
        person.type_into(f"new_passphrase.{field}.field", "password1234")
    person.press("first_run.make")
    assert any("Make it harder to guess" in text for text in person.seen_texts())
    person.press("new_passphrase.use_anyway")
    person.press("first_run.make")
    assert person.read_code()


def test_two_different_passphrases_are_refused(person: Driver) -> None:
    person.press("first_run.begin")
    person.type_into("new_passphrase.first.field", PASSPHRASE)
    person.type_into("new_passphrase.again.field", PASSPHRASE + "s")
    person.press("first_run.make")
    assert "The two are not the same." in person.seen_texts()


def test_six_words_are_suggested_on_request(person: Driver) -> None:
    person.press("first_run.begin")
    person.press("new_passphrase.suggest")
    first = person.text("new_passphrase.suggestion")
    person.press("new_passphrase.suggest")
    assert len(first.split()) == 6
    assert person.text("new_passphrase.suggestion") != first


def test_wrong_groups_are_not_accepted_and_skipping_takes_an_honest_sentence(
    person: Driver,
) -> None:
    person.press("first_run.begin")
    for field in ("first", "again"):
        person.type_into(f"new_passphrase.{field}.field", PASSPHRASE)
    person.press("first_run.make")
    person.read_code()
    person.type_into("recovery.group.1", "AAAA")
    person.press("recovery.done")
    assert any("Compare the two groups" in text for text in person.seen_texts())
    person.press("recovery.skip")
    assert any("nobody can open this journal again" in text for text in person.seen_texts())
    person.press("recovery.skip")
    person.wait_for_page("today")
    assert person.journal.setting(CODE_CONFIRMED) is False


def test_the_whole_first_run_by_keyboard(person: Driver) -> None:
    person.keys("Space")
    person.type_here(PASSPHRASE)
    person.keys("Return")
    person.type_here(PASSPHRASE)
    person.keys("Return")
    code = person.read_code()
    person.type_code_back(code)
    person.keys("Return")
    person.wait_for_page("today")


def test_a_folder_in_the_cloud_is_warned_of(person: Driver, tmp_path: Path) -> None:
    person.window.doorway.folder_wanted.emit(str(tmp_path / "Dropbox" / "journal"))
    assert person.starts == 2
    assert "Dropbox" in person.find("first_run.folder", QLabel).text()
    assert any("This looks like Dropbox" in text for text in person.seen_texts())
