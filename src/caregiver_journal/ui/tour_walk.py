"""Walk through a made-up journal as a person would, by what stands on the screen."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Protocol, TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QWidget,
)

from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.pause import Pause
from caregiver_journal.journal.following import due_follow_ups
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.pausing import begin_pause
from caregiver_journal.journal.scripts import BUILDER_DRAFT, favour_script
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.shell import Shell
from caregiver_journal.ui.widgets.suggestions import Suggestions
from caregiver_journal.ui.words_sheet import WordsSheet

_REST_MS = 150
"""What comes a moment later, as what a search found does, is there after this time."""

_POLL_MS = 20

W = TypeVar("W", bound=QWidget)


class Drawn(Protocol):
    """Something that is drawn on the worker thread."""

    @property
    def is_settled(self) -> bool:
        """Whether what is seen is what is wanted."""

    def window(self) -> QWidget:
        """Return the window it lies in."""


_ASKER = "Team lead"
_ASKED = "Cover the Saturday shift, third time this month."
_WORDS = "I cannot take Saturday. I can swap a weekday if that helps."
_FEARED = "That the others think I do not pull my weight."
_NOTE = "Said I would think about the Saturday shift, and did think about it."
"""All invented, as the journal of the pictures is."""
_BUILT = {
    "happened": "Twice this week, after I had handed over, the phone rang",
    "effect": "it leaves me short with the children",
    "ask": "From next week I would like calls to go to whoever is on duty",
    "better": "that way we would both have an evening",
}
_SHORTER = "After I have handed over, please call whoever is on duty."


def let_draw(page: Drawn) -> None:
    """Wait until every drawing in view is there, in a loop of its own: here nobody waits."""
    loop, timer = QEventLoop(), QTimer()

    def look() -> None:
        if page.is_settled:
            page.window().grab()  # what is seen for the first time is drawn then
            if page.is_settled:
                loop.quit()

    page.window().grab()
    timer.timeout.connect(look)
    timer.start(_POLL_MS)
    loop.exec()


def write_a_few(journal: Journal) -> None:
    """Write what somebody may have written on the first two days."""
    now = journal.clock()
    for mood, hours, note in (
        (Mood(3, 2, ("tired",)), 26, "First evening with this. Short shift, long corridor."),
        (Mood(2, 4, ("tense",)), 6, "Three calls before the first tea."),
        (Mood(4, None, ("relieved",)), 1, ""),
    ):
        content = Content(mood, now - timedelta(hours=hours), note)
        journal.add(make_entry(content, now, journal.start_of_day))


def show_check_in(shell: Shell) -> Iterator[str]:
    """Fill the check-in, look at all the words, and leave it."""
    shell.go_to(Destination("mood"))
    for name in ("checkin.level.4", "checkin.energy.2", "checkin.about.people", "work.shift.3"):
        _press(shell, name)
    _find(shell, "checkin.note", QPlainTextEdit).setPlainText(_NOTE)
    _write(shell, "work.hours", "8.5")
    rest()
    shell.store_drafts()  # now, so that nothing ticks while the picture is taken
    yield "check-in-filled"
    _press(shell, "checkin.words.more")
    yield "check-in-words"
    _put_sheets_away(shell)
    _press(shell, "checkin.cancel")
    shell.strip.dismiss()


def show_boundary(shell: Shell) -> Iterator[str]:
    """Fill the short form of a boundary moment, look at the long one, and save it."""
    shell.go_to(Destination("boundary"))
    _write(shell, "boundary.asker", _ASKER)
    _write(shell, "boundary.limit", "Time")
    _find(shell, "boundary.asked", QPlainTextEdit).setPlainText(_ASKED)
    _find(shell, "boundary.words", QPlainTextEdit).setPlainText(_WORDS)
    for part in ("wanted.no", "answer.no", "pulls.disapproval", "pulls.guilt"):
        _press(shell, f"boundary.{part}")
    for part, number in (("guilt", 6), ("energy", 4), ("resentment", 1)):
        _find(shell, f"boundary.{part}.slider", QSlider).setValue(number)
    _put_suggestions_away(shell)
    shell.store_drafts()  # now, so that nothing ticks while the picture is taken
    yield "boundary"
    _press(shell, "boundary.more")
    _write(shell, "boundary.minutes", "20")
    _find(shell, "boundary.feared", QPlainTextEdit).setPlainText(_FEARED)
    belief = _find(shell, "boundary.belief.slider", QSlider)
    belief.setValue(70)
    shell.store_drafts()
    scroll_to(belief)
    yield "boundary-long"
    _press(shell, "boundary.cancel")
    shell.strip.dismiss()


def show_journal(shell: Shell) -> Iterator[str]:
    """Search, choose several, look into the trash, go to anything."""
    shell.go_to(Destination("journal"))
    _write(shell, "journal.search", "team lea")
    rest()
    yield "journal-search"
    _write(shell, "journal.search", "")
    rest()
    entries = _find(shell, "journal.entries", QAbstractItemView)
    model, choice = entries.model(), entries.selectionModel()
    for row in range(2, 5):
        choice.select(model.index(row, 0), choice.SelectionFlag.Select)
    yield "journal-several"
    _press(shell, "journal.delete")
    shell.strip.dismiss()
    _press(shell, "journal.trash")
    yield "trash"
    _press(shell, "trash.empty")
    yield "trash-confirm"
    _put_sheets_away(shell)
    shell.undo.undo()
    shell.strip.dismiss()
    shell.act("find.anything")
    _write(shell, "go.field", "garden")
    rest()
    yield "go-to-anything"
    _put_sheets_away(shell)


def show_boundaries(shell: Shell) -> Iterator[str]:
    """Look at the moments and their counts, at the table, and ask about one once more."""
    shell.go_to(Destination("boundaries"))
    yield "boundaries"
    _press(shell, "boundaries.guilt.switch")
    table = _find(shell, "boundaries.guilt.table", QAbstractItemView)
    scroll_to(table)
    yield "boundaries-table"
    _press(shell, "boundaries.guilt.switch")
    scroll_to(_find(shell, "boundaries.guilt.drawing", QAbstractButton))
    yield "boundaries-drawing"
    journal = shell.context.journal
    for asking in due_follow_ups(journal, 1):
        shell.go_to(Destination("boundaries", part=asking.name))
        yield "follow-up"
    _put_sheets_away(shell)


def show_today(shell: Shell, journal: Journal) -> Iterator[str]:
    """Let something wait, ask for a pause, and pause."""
    journal.save_draft("mood.form", {"level": 2})
    shell.go_to(Destination("today"))
    yield "today-waiting"
    _press(shell, "today.pause")
    yield "pause"
    _put_sheets_away(shell)
    begin_pause(journal, Pause(journal.clock().date() - timedelta(days=2)))
    yield "today-paused"
    _press(shell, "pause.back")
    journal.save_draft("mood.form", {})
    shell.strip.dismiss()


def show_settings(shell: Shell) -> Iterator[str]:
    """Look for a setting, and at each of the lists."""
    shell.go_to(Destination("settings"))
    yield "settings"
    _write(shell, "settings.search", "lock")
    rest()
    yield "settings-found"
    _write(shell, "settings.search", "")
    for name in ("shifts", "feelings", "questions", "tags", "licences"):
        _press(shell, f"settings.{name}")
        yield f"settings-{name}"
        _put_sheets_away(shell)


def show_scripts(shell: Shell, journal: Journal) -> Iterator[str]:
    """Look at the phrases, search them, build one, and rehearse it."""
    for name in ("time.month", "help.bay"):
        favour_script(journal, name, favourite=True)
    shell.go_to(Destination("scripts"))
    yield "words"
    _write(shell, "scripts.search", "shift")
    yield "words-search"
    _write(shell, "scripts.search", "")
    _press(shell, "scripts.edit")
    yield "words-edit"
    _put_sheets_away(shell)
    _press(shell, "scripts.build")
    for part, text in _BUILT.items():
        _find(shell, f"builder.{part}", QPlainTextEdit).setPlainText(text)
    shell.store_drafts()  # now, so that nothing ticks while the picture is taken
    yield "words-build"
    _press(shell, "builder.rehearse")
    _find(shell, "rehearsal.field", QPlainTextEdit).setPlainText(_SHORTER)
    shell.store_drafts()
    yield "words-rehearse"
    _put_sheets_away(shell)
    journal.save_draft(BUILDER_DRAFT, {})
    WordsSheet(shell.context)
    yield "words-find"
    _put_sheets_away(shell)


def _put_suggestions_away(shell: Shell) -> None:
    for offered in shell.window().findChildren(Suggestions):
        offered.hide()


def _find(shell: Shell, name: str, kind: type[W]) -> W:
    for found in shell.findChildren(kind, name):
        if found.isVisibleTo(shell):
            return found
    raise LookupError(name)


def scroll_to(widget: QWidget) -> None:
    """Scroll the page so that a widget is seen whole, as far as that goes."""
    rest()
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _press(shell: Shell, name: str) -> None:
    _find(shell, name, QAbstractButton).click()


def _write(shell: Shell, name: str, text: str) -> None:
    field = _find(shell, name, QLineEdit)
    field.setText(text)
    field.textEdited.emit(text)


def _put_sheets_away(shell: Shell) -> None:
    for sheet in shell.findChildren(Overlay):
        sheet.go()


def rest() -> None:
    """Let pass what a person would not notice, in a loop of its own: here nobody waits."""
    loop = QEventLoop()
    QTimer.singleShot(_REST_MS, loop.quit)
    loop.exec()
