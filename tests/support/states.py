"""Bring states of the window into view that the tour leaves out: sheets, refusals, rescue."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from support.boundary_states import show_boundary_states
from support.export_states import show_export_states
from support.follow_up_states import show_follow_up_states
from support.import_states import show_import_states
from support.journal_states import show_journal_states
from support.ladder_states import show_ladder_states, show_plan_states
from support.learn_states import show_learn_states
from support.looking import settle
from support.measure_file_states import show_measure_file_states, show_own_scale_states
from support.measure_states import show_measure_states
from support.merge_states import show_merge_states
from support.practice_states import show_practice_states
from support.question_states import show_question_states
from support.reflect_states import show_reflect_states
from support.repair_states import show_losses, show_repair_states
from support.script_states import show_script_states
from support.session_states import show_session_states
from support.summary_states import show_summary_states
from support.support_states import show_open_card, show_support_states
from support.trends_states import show_trends_states

from caregiver_journal.base.errors import (
    DamagedError,
    DiskFullError,
    KeychainEntryLostError,
    StorageError,
    WrongPassphraseError,
)
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.workday import Workday
from caregiver_journal.journal.pausing import begin_pause
from caregiver_journal.journal.rescue import Rescued
from caregiver_journal.journal.waiting import CHECK_IN
from caregiver_journal.ui.confirm_sheet import ConfirmSheet
from caregiver_journal.ui.lock.after_recovery import AfterRecoveryPage
from caregiver_journal.ui.lock.damaged import DamagedPage
from caregiver_journal.ui.lock.first_run import FirstRunPage
from caregiver_journal.ui.lock.mending import MendingPage
from caregiver_journal.ui.lock.renew_code import RenewCodePage
from caregiver_journal.ui.lock.unlock import UnlockPage
from caregiver_journal.ui.main_window import MainWindow
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.mood.page import MoodPage
from caregiver_journal.ui.pages.mood.picker import FeelingPicker
from caregiver_journal.ui.pages.settings.feelings_sheet import FeelingsSheet
from caregiver_journal.ui.pages.settings.keychain_sheet import KeychainSheet
from caregiver_journal.ui.pages.settings.page import SettingsPage
from caregiver_journal.ui.pages.settings.passphrase_sheet import PassphraseSheet
from caregiver_journal.ui.pages.settings.shifts_sheet import ShiftsSheet
from caregiver_journal.ui.pages.today.page import TodayPage
from caregiver_journal.ui.pages.today.pause import PauseSheet
from caregiver_journal.ui.shell import Shell
from caregiver_journal.vault.opened import write_meta

W = TypeVar("W", bound=QWidget)
CODE = "7Q2M-4XKD-9RTB-W3HN-5VYC-8JPE-2FGA-6ZSK-1M4T"
WEAK = "password1234"
"""Long enough, and easy to guess: the box "Use it anyway" appears."""


def show_others(window: MainWindow) -> Iterator[str]:
    """Yield the name of each state; the journal must be open, and is closed in the end."""
    shell = window.shell
    assert shell is not None
    put_sheets_away(window)
    yield from _show_forms(shell)
    yield from show_boundary_states(shell)
    yield from show_journal_states(shell)
    yield from show_follow_up_states(shell)
    yield from show_script_states(shell)
    yield from show_ladder_states(shell)
    yield from show_plan_states(shell)
    yield from show_practice_states(shell)
    yield from show_learn_states(shell)
    yield from show_own_scale_states(shell)
    yield from show_measure_file_states(shell)
    yield from show_import_states(shell)
    yield from show_merge_states(shell)
    yield from show_measure_states(shell)
    yield from show_trends_states(shell)
    yield from show_session_states(shell)
    yield from show_summary_states(shell)
    yield from show_question_states(shell)
    yield from show_reflect_states(shell)
    yield from show_support_states(shell)
    yield from show_export_states(shell)
    put_sheets_away(window)
    yield from show_repair_states(shell)
    put_sheets_away(window)
    yield from _show_today(shell)
    yield from _show_settings(shell)
    yield from _show_sheets(window, shell)
    shell.say_problem(DamagedError())
    yield "message"
    shell.strip.dismiss()
    window._hold(DiskFullError())
    yield "held"
    window._retry.stop()
    window.quick_hide()
    window._renew_code()
    yield from _show_doors(window)


def put_sheets_away(window: QWidget) -> None:
    """Answer every sheet with Escape."""
    for sheet in window.findChildren(Overlay):
        sheet.go()


def _show_forms(shell: Shell) -> Iterator[str]:
    (entry, *_rest), _after = shell.context.journal.entries.page(None, 5)
    shell.go_to(Destination("mood", entry.id))
    page = current(shell, MoodPage)
    page.form.words.set_words(["tired", "a rather long word of my own"])
    page.form.show_problem(f"{DiskFullError().sentence} {DiskFullError().next_step}")
    yield "check-in-refused"
    page.form.words.more.click()
    yield "check-in-words"
    current(shell, FeelingPicker).own.begin("unravelled")
    yield "check-in-own-word"
    put_sheets_away(shell)
    page.form.when.field.set_value(entry.happened.replace(hour=1))
    page.form.when._on_moment()
    page.form.work.hours.setText("a lot")
    page.form.work.check()
    page.form.work.load.set_value(10)
    page.form.belonging.set_value(0)
    page.drafts.settle()
    settle()
    yield "check-in-at-night"


def _show_today(shell: Shell) -> Iterator[str]:
    """Let three things wait, ask for a pause, and pause."""
    journal = shell.context.journal
    with journal.writing():
        write_meta(journal.database, "created", "2026-11-01T12:00:00Z")
        for day in (15, 16, 17):
            journal.workdays.write(Workday(date(2026, 11, day), load=4))
    journal.save_draft(CHECK_IN, {"level": 2})
    begin_pause(journal, Pause(date(2026, 12, 24), date(2027, 1, 3)))
    shell.go_to(Destination("today"))
    yield "today-waiting"
    page = current(shell, TodayPage)
    page._ask_for_pause()
    sheet = current(shell, PauseSheet)
    sheet.open_end.click()
    sheet.first.setDate(sheet.last.date().addDays(1))
    sheet.begin.click()
    yield "pause-refused"
    put_sheets_away(shell)
    begin_pause(journal, Pause(date(2026, 11, 18)))
    yield "today-paused"


def _show_settings(shell: Shell) -> Iterator[str]:
    """Find settings, and edit each list."""
    shell.go_to(Destination("settings"))
    page = current(shell, SettingsPage)
    page.finder.setText("lock")
    yield "settings-found"
    page.finder.setText("zebra")
    yield "settings-none"
    page.finder.clear()
    page.lists._open_shifts()
    current(shell, ShiftsSheet).editor.added.emit("early")
    yield "shifts-refused"
    put_sheets_away(shell)
    page.lists._open_tags()
    yield "tags"
    put_sheets_away(shell)
    page.lists._open_feelings()
    yield "feelings"
    current(shell, FeelingsSheet).editor.added.emit("wobbly")
    yield "feeling"
    put_sheets_away(shell)
    page._show_licences()
    yield "licences"
    put_sheets_away(shell)


def _show_sheets(window: MainWindow, shell: Shell) -> Iterator[str]:
    shell.go_to(Destination("settings"))
    current(shell, SettingsPage).passphrase.ask()
    yield "change-passphrase"
    sheet = current(shell, PassphraseSheet)
    sheet.new.first._field.setText(WEAK)
    sheet.new.suggest.click()
    sheet.new.passphrase()
    sheet.show_problem(WrongPassphraseError())
    yield "change-passphrase-refused"
    sheet._set_busy(busy=True)
    yield "change-passphrase-busy"
    put_sheets_away(window)
    KeychainSheet(shell)
    yield "keychain"
    current(shell, KeychainSheet).show_problem(WrongPassphraseError())
    yield "keychain-refused"
    current(shell, KeychainSheet)._set_busy(busy=True)
    yield "keychain-busy"
    put_sheets_away(window)
    window._act("help.shortcuts")
    yield "shortcuts"
    put_sheets_away(window)
    gone = ["12 entries from Friday 20 November", "Nothing of them can be brought back."]
    ConfirmSheet("Delete 12 entries for good?", gone, "Delete for good", shell)
    yield "confirm"
    put_sheets_away(window)
    window.show_problem("ValueError\n  page.py:12 refresh\n  shell.py:40 go_to")
    yield "problem"
    put_sheets_away(window)


def _show_doors(window: MainWindow) -> Iterator[str]:
    doorway = window.doorway
    renewal = current(doorway, RenewCodePage)
    renewal.show_problem(WrongPassphraseError())
    yield "renew-code"
    renewal.show_code(CODE)
    renewal.code._check()
    yield "renew-code-shown"
    doorway.show_damaged()
    yield "damaged"
    page = current(doorway, DamagedPage)
    page.show_problem(StorageError())
    yield "damaged-refused"
    page.show_result(Rescued(1_204, 3, ("2026-11-02", "2026-11-03"), "damaged-2026-11-20.db"))
    yield "rescued"
    yield from show_losses(page)
    mending = MendingPage()
    doorway._show(mending)
    mending.progressed.emit(0.4)
    yield "mending"
    doorway._show_recovered()
    recovered = current(doorway, AfterRecoveryPage)
    recovered.show_problem(DiskFullError())
    yield "after-recovery"
    doorway.show_unlock()
    unlock = current(doorway, UnlockPage)
    unlock.show_problem(WrongPassphraseError())
    yield "unlock-refused"
    unlock.switch.click()
    yield "unlock-by-code"
    unlock._set_busy(busy=True)
    yield "unlock-busy"
    doorway._show(UnlockPage(doorway.place.folder, (), has_keychain=True))
    current(doorway, UnlockPage).show_problem(KeychainEntryLostError())
    yield "unlock-by-keychain"
    yield from show_open_card(doorway, doorway.place.folder)
    doorway._show(FirstRunPage(Path.home() / "Dropbox" / "caregiver-journal"))
    yield "first-run-in-a-shared-folder"


def current(ground: QWidget, kind: type[W]) -> W:
    """Return the newest widget of a kind."""
    return ground.findChildren(kind)[-1]
