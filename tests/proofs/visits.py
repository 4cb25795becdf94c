"""What guests do at the window: everything it offers, with a planted word in every text."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from proofs.guest import Guest, Ready, Visit

WORD = "PROOF_WORD"
"""The variable that holds the planted word."""


def passphrase(word: str) -> str:
    """Return the passphrase of a visit."""
    return f"harbour lantern {word} violin"


def _make_journal(guest: Guest) -> Iterator[Ready]:
    """Go through the first run."""
    word = os.environ[WORD]
    yield guest.has("first_run.begin")
    guest.click("first_run.begin")
    yield guest.has("new_passphrase.first")
    guest.click("new_passphrase.suggest")
    guest.write("new_passphrase.first", passphrase(word))
    guest.write("new_passphrase.again", passphrase(word))
    guest.click("first_run.make")
    yield guest.has("recovery.done")
    guest.click("recovery.copy")
    code = guest.find("recovery.group.1").parent()
    for number, place in zip((1, 2), code.asked, strict=True):
        guest.write(f"recovery.group.{number}", guest.find(f"recovery.shown.{place + 1}").text())
    guest.click("recovery.done")
    yield guest.has("page.today")


def _write_entries(guest: Guest) -> Iterator[Ready]:
    """Write a quick mood, a check-in with a draft on the way, and two keys from anywhere."""
    word = os.environ[WORD]
    guest.write("mood.level", "4")
    guest.write("mood.line", f"a quick line {word}")
    guest.click("mood.save")
    yield guest.has("message")
    guest.press("Ctrl+N")
    yield guest.has("checkin.save")
    guest.write("checkin.level", "2")
    guest.click("checkin.words.more")
    yield guest.has("feelings.own")
    guest.click("feelings.own")
    yield guest.has("feelings.own.add")
    guest.write("feelings.own.word", word[:40])
    guest.click("feelings.own.add")
    yield guest.has("feelings.done")
    guest.click("feelings.done")
    yield guest.has("checkin.save")
    guest.write("checkin.tags.input", f"tag {word},")
    guest.write("checkin.note", f"Dear diary, {word}.")
    start = time.monotonic()
    yield lambda: time.monotonic() - start > 2.3  # the draft is kept after two seconds
    guest.click("checkin.save")
    yield guest.has("page.today")
    guest.press("Ctrl+1")
    yield guest.has("quick.level")
    guest.write("quick.level", "5")
    yield guest.has("message")


def _reflect(guest: Guest) -> Iterator[Ready]:
    """Answer a question, with a draft on the way, and read the support card."""
    word = os.environ[WORD]
    guest.press("Ctrl+3")
    yield guest.has("reflect.save")
    guest.write("reflect.answer", f"To answer: {word}.")
    start = time.monotonic()
    yield lambda: time.monotonic() - start > 2.3  # the draft is kept after two seconds
    guest.click("reflect.save")
    yield guest.has("message")
    guest.press("F8")
    yield guest.has("support_sheet.close")
    guest.click("support_sheet.close")
    guest.press("Ctrl+T")
    yield guest.has("page.today")


def _change_entries(guest: Guest) -> Iterator[Ready]:
    """Edit, delete, undo and delete again; search."""
    word = os.environ[WORD]
    guest.press("Ctrl+J")
    yield guest.has("journal.edit")
    guest.click("journal.session")
    yield guest.has("journal.edit")
    guest.click("journal.edit")
    yield guest.has("checkin.save")
    guest.write("checkin.note", f" edited {word}")
    guest.press("Ctrl+Return")
    yield guest.has("journal.delete")
    guest.click("journal.delete")
    yield guest.has("message")
    guest.press("Ctrl+Z")
    yield guest.has("journal.delete")
    guest.press("Del")
    journal = guest.window.journal
    if journal is None:
        raise LookupError("an open journal")
    guest.note(found=len(journal.search.find(word, 10)))
    journal.search.find(f'"{word}* OR ({word}', 10)


def _look_at_trends(guest: Guest) -> Iterator[Ready]:
    """Mark a day, and have drawings made that hold the word."""
    from datetime import timedelta

    from caregiver_journal.domain.entry import Content, make_entry
    from caregiver_journal.domain.mood import Mood
    from caregiver_journal.ui.widgets.chart_view import ChartView

    word, journal = os.environ[WORD], guest.window.journal
    if journal is None:
        raise LookupError("an open journal")
    now = journal.clock()
    for days in range(1, 6):
        felt = Content(Mood(2, words=(word,)), now - timedelta(days=days), tags=(word,))
        journal.add(make_entry(felt, now))
    guest.press("Ctrl+G")
    yield guest.has("trends.to_marks")
    guest.click("trends.to_marks")
    yield guest.has("marks.save")
    guest.write("marks.text", f"a mark {word}")
    guest.click("marks.save")
    guest.click("marks.done")
    page = guest.find("page.trends")
    yield lambda: page.is_settled
    views = page.findChildren(ChartView)
    for view in views:
        view.grab()  # what is scrolled out of sight is drawn too
    yield lambda: page.is_settled
    spots = [spot.words for view in views for spot in view.spots()]
    guest.note(drawn=any(word in spot for spot in spots))
    guest.press("Ctrl+T")
    yield guest.has("page.today")


def _look_at_summary(guest: Guest) -> Iterator[Ready]:
    """Put a summary together that holds the word, and let its pages be set."""
    from PySide6.QtWidgets import QCheckBox

    word = os.environ[WORD]
    guest.press("Ctrl+E")
    yield guest.has("session.make")
    guest.write("session.quick", f"a point {word}")
    guest.click("session.quick.add")
    guest.click("session.make")
    yield guest.has("summary.preview.page")
    for name in ("changes", "boundaries", "practice"):
        box = guest.find(f"summary.blocks.{name}")
        if isinstance(box, QCheckBox):
            box.click()
    page = guest.find("page.summary")
    yield lambda: page.is_settled
    made: list[Any] = []
    page.making.when_made(made.append)
    guest.note(summed=bool(made) and word in made[0].ready.laid.data)
    guest.press("Ctrl+T")
    yield guest.has("page.today")


def _make_trouble(guest: Guest) -> Iterator[Ready]:
    """Provoke bugs that hold the word: in a slot, a thread, a destructor, and a message of Qt."""
    from PySide6.QtCore import QTimer, qWarning

    word = os.environ[WORD]
    journal = guest.window.journal

    def slot() -> None:
        note = f"a note {word}"
        raise ValueError(note)

    def statement() -> None:
        if journal is not None:
            journal.database.rows(f"SELECT {word} FROM '{word}'")  # noqa: S608 - a planted bug

    class Grave:
        def __del__(self) -> None:
            raise RuntimeError(word)

    QTimer.singleShot(0, slot)
    yield guest.has("problem.copy")
    guest.click("problem.copy")
    guest.click("problem.close")
    yield lambda: guest.sees("problem.copy") is None
    QTimer.singleShot(0, statement)
    yield guest.has("problem.close")
    guest.click("problem.close")
    yield lambda: guest.sees("problem.copy") is None
    thread = threading.Thread(target=slot)
    thread.start()
    thread.join()
    Grave()
    qWarning(f"a warning about {word}")
    yield lambda: guest.sees("problem.close") is not None
    while guest.sees("problem.close"):
        guest.click("problem.close")
        yield bool_true


def bool_true() -> bool:
    """Let the window's own events have their turn."""
    return True


def _change_passphrase(guest: Guest) -> Iterator[Ready]:
    """Try with a wrong one, then leave it."""
    word = os.environ[WORD]
    guest.press("Ctrl+,")
    yield guest.has("settings.change_passphrase")
    guest.click("settings.change_passphrase")
    yield guest.has("change_passphrase.change")
    guest.write("change_passphrase.old", f"wrong {word}")
    guest.write("new_passphrase.first", f"another {passphrase(word)}")
    guest.write("new_passphrase.again", f"another {passphrase(word)}")
    guest.click("change_passphrase.change")
    yield guest.has("change_passphrase.problem")
    guest.click("change_passphrase.cancel")


def _renew_code(guest: Guest) -> Iterator[Ready]:
    """Make a new recovery code, and go on without typing it back."""
    guest.press("Ctrl+,")
    yield guest.has("settings.renew_code")
    guest.click("settings.renew_code")
    yield guest.has("renew.passphrase")
    guest.write("renew.passphrase", passphrase(os.environ[WORD]))
    guest.click("renew.make")
    yield guest.has("recovery.skip")
    guest.click("recovery.skip")
    guest.click("recovery.skip")
    yield guest.has("page.today")


def _leave(guest: Guest) -> Iterator[Ready]:
    """Hide and come back, begin a text, copy it, and lock with it unsaved."""
    from PySide6.QtWidgets import QApplication

    word = os.environ[WORD]
    guest.press("F9")
    yield guest.has("cover")
    guest.press("F9")
    yield lambda: guest.sees("cover") is None
    guest.press("Ctrl+N")
    yield guest.has("checkin.note")
    guest.write("checkin.note", f"unsaved {word}")
    guest.find("checkin.note").selectAll()
    guest.find("checkin.note").copy()
    guest.note(copied=word in QApplication.clipboard().text())
    guest.press("Ctrl+L")
    yield lambda: False  # the process is replaced here


def use_everything(guest: Guest) -> Iterator[Ready]:
    """Use all the window offers, and lock."""
    yield from _make_journal(guest)
    yield from _write_entries(guest)
    yield from _change_entries(guest)
    yield from _reflect(guest)
    yield from _look_at_trends(guest)
    yield from _look_at_summary(guest)
    yield from _make_trouble(guest)
    yield from _change_passphrase(guest)
    yield from _renew_code(guest)
    yield from _leave(guest)


def come_back(guest: Guest) -> Iterator[Ready]:
    """After the lock: a wrong passphrase, the right one, the draft is there; close the window."""
    word = os.environ[WORD]
    yield guest.has("unlock.open")
    guest.write("unlock.passphrase", f"not {word}")
    guest.click("unlock.open")
    yield guest.has("unlock.problem")
    yield guest.has("unlock.open")
    guest.find("unlock.passphrase").clear()
    guest.write("unlock.passphrase", passphrase(word))
    guest.click("unlock.open")
    yield guest.has("page.today")
    guest.press("Ctrl+N")
    yield guest.has("checkin.note")
    guest.note(draft_kept=word in guest.find("checkin.note").toPlainText())
    guest.press("Ctrl+Q")


def write_and_wait(guest: Guest) -> Iterator[Ready]:
    """Unlock, write a note, wait to be looked at, and lock."""
    place = Path(os.environ["PROOF_NOTEBOOK"]).parent
    yield guest.has("unlock.open")
    guest.write("unlock.passphrase", (place / "passphrase").read_text("utf-8"))
    guest.click("unlock.open")
    yield guest.has("page.today")
    guest.write("mood.level", "3")
    guest.write("mood.line", (place / "note").read_text("utf-8"))
    guest.click("mood.save")
    yield guest.has("message")
    guest.press("Ctrl+N")
    yield guest.has("checkin.note")
    guest.write("checkin.note", (place / "note").read_text("utf-8"))
    guest.press("Ctrl+J")
    yield guest.has("journal.edit")
    guest.note(open=os.getpid())
    yield (place / "go").exists
    guest.press("Ctrl+L")
    yield lambda: False


def unlock_and_lock(guest: Guest) -> Iterator[Ready]:
    """Unlock, note what the process holds, and lock."""
    yield guest.has("unlock.open")
    guest.write("unlock.passphrase", os.environ["PROOF_PASSPHRASE"])
    guest.click("unlock.open")
    yield guest.has("page.today")
    guest.note(**holdings())
    guest.press("Ctrl+L")
    yield lambda: False


def unlock_and_quit(guest: Guest) -> Iterator[Ready]:
    """Unlock, note what the process holds, and quit."""
    yield guest.has("unlock.open")
    guest.write("unlock.passphrase", os.environ["PROOF_PASSPHRASE"])
    guest.click("unlock.open")
    yield guest.has("page.today")
    guest.note(**holdings())
    guest.press("Ctrl+Q")


def holdings() -> dict[str, object]:
    """Return resident memory (KiB) and open descriptors of this process."""
    status = Path("/proc/self/status").read_text("ascii", "replace")
    resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    descriptors = [path for path in Path("/proc/self/fd").iterdir() if path.is_symlink()]
    kinds = sorted(str(path.readlink()).split(":")[0] for path in descriptors)
    return {"rss": int(resident.split()[1]), "descriptors": len(kinds), "kinds": kinds}


CYCLES = 50
VISITS: dict[str, tuple[Visit, ...]] = {
    "everything": (use_everything, come_back),
    "memory": (write_and_wait,),
    "few_cycles": (*(unlock_and_lock,) * 19, unlock_and_quit),
    "many_cycles": (*(unlock_and_lock,) * (CYCLES - 1), unlock_and_quit),
}
"""What is done after each start of the program, by the name of the visit."""
