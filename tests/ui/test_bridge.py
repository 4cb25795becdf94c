"""What a transaction changed becomes one signal."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from support.builders import an_entry

from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.preference import LOOK, TEXT_SIZE
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.ui.bridge import JournalBridge


def test_each_transaction_is_one_signal(qapp: QApplication, journal: Journal) -> None:
    home = QObject()
    bridge = JournalBridge(journal, home)
    heard: list[Changes] = []
    bridge.changed.connect(heard.append)
    journal.add(an_entry())
    with journal.writing(LOOK, TEXT_SIZE):
        journal.preferences.write(LOOK, "dark")
        journal.preferences.write(TEXT_SIZE, 150)
    assert heard == [frozenset({Kind.MOOD}), frozenset({LOOK, TEXT_SIZE})]


def test_a_closed_journal_tells_nothing_more(qapp: QApplication, journal: Journal) -> None:
    home = QObject()
    bridge = JournalBridge(journal, home)
    heard: list[Changes] = []
    bridge.changed.connect(heard.append)
    journal.close()
    assert journal._listeners == []
    assert heard == []
