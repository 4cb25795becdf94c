"""The player: leads through an exercise over the whole window, and keeps what was done of it."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.marks import override
from caregiver_journal.domain.entry import Content as EntryContent
from caregiver_journal.domain.entry import make_entry
from caregiver_journal.domain.exercise import WITHOUT_BREATH, Exercise
from caregiver_journal.domain.playing import Playing, Said, begin, practice_of
from caregiver_journal.domain.practice import GROUNDING, Practice
from caregiver_journal.domain.practice_facts import say_seconds
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.practising import PLAYER, keep_practice
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.practice.beginning import Beginning
from caregiver_journal.ui.pages.practice.ending import Ending
from caregiver_journal.ui.pages.practice.left import Left, read_left, write_left
from caregiver_journal.ui.pages.practice.stage import Stage
from caregiver_journal.ui.pages.practice.step_screen import StepScreen
from caregiver_journal.ui.pages.practice.wishes import Wishes
from caregiver_journal.ui.sheet_draft import DraftedSheet, SheetDraft
from caregiver_journal.ui.support_sheet import SupportSheet
from caregiver_journal.ui.theme import current_look, may_move
from caregiver_journal.ui.widgets.announce import announce

_LINES_WIDE = 31
_MOVING_MS = 40
_TIMED_MS = 200
_OWN_TIME_MS = 1_000
"""How often the clock is looked at: for the circle, for the seconds, and where nothing shows."""


class Player(DraftedSheet):
    """First what is good to know, then the steps, then how it is now.

    Escape and *Stop here* keep what was done as an entry. Going elsewhere, and a lock, keep it as
    a draft, which goes on at the same step. A running timed exercise counts as somebody being
    there; what hides it pauses it. Where one takes one's own time nothing is paused, but for a
    circle that is shown.

    Signals:
        exercise_wanted(str): another exercise is wanted; its id.
        left: the person is done with it; not when they go elsewhere, or on to another exercise.
    """

    exercise_wanted = Signal(str)
    left = Signal()

    def __init__(self, context: Context, exercise: Exercise, wishes: Wishes) -> None:
        """Open an exercise where it begins, or where it was left.

        Args:
            context: where what is done is kept.
            exercise: what to lead through.
            wishes: what the person set.
        """
        super().__init__("", context.ground, name="player", lines_wide=_LINES_WIDE)
        self._fail = context.fail
        self._context = replace(context, fail=self.tell)
        self._exercise, self._wishes = exercise, wishes
        self._left = Left(begin(exercise), exercise.minutes[0] if exercise.is_timed else None)
        self._seen = context.seconds()
        self._turned: bool | None = None
        self._is_done = self._has_kept = False
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.tick)
        self.beginning = Beginning(exercise)
        self.step = StepScreen()
        self.step.pacer.set_pace(*wishes.pace)
        self.ending = Ending(exercise, wishes.today)
        self.stage.hold(self.beginning, self.step, self.ending)
        name = DraftName(PLAYER, exercise.id)
        self.draft = SheetDraft(self._context, name, self._plain, None, self)
        self._connect()
        self._go_on(self.draft.begun)
        if context.journal.is_read_only:
            for part in (self.stage, self.beginning, self.step, self.ending):
                part.keep_nothing()
        self.come_up()
        self._show_screen()

    @property
    def playing(self) -> Playing:
        """Where somebody is in it."""
        return self._left.playing

    @property
    def has_begun(self) -> bool:
        """Whether the first screen is behind."""
        return self._left.has_begun

    # --- time -----------------------------------------------------------------------------------

    def tick(self) -> None:
        """Look at the clock, and show what follows from it."""
        now = self._context.seconds()
        passed, self._seen = now - self._seen, now
        self.pass_time(passed)

    def pass_time(self, seconds: float) -> None:
        """Let seconds pass in the step that is shown."""
        if self.has_begun and self.isVisible():
            self._take(self.playing.after(seconds))

    def begin(self) -> None:
        """Leave the first screen for the first step."""
        if self.has_begun:
            return
        self._seen = self._context.seconds()
        minutes = self.beginning.minutes()
        self._left = replace(
            self._left, playing=begin(self._exercise, minutes), minutes=minutes, has_begun=True
        )
        self._show_screen()

    def turn(self) -> None:
        """Pause, or go on."""
        self.tick()
        here = self.playing
        self._take(here.going_on() if here.is_paused else here.paused())

    def next(self) -> None:
        """Go on to the next step, or to the last screen."""
        self.tick()
        self._take(self.playing.next())

    def back(self) -> None:
        """Go back to the beginning of the step before."""
        self.tick()
        self._take(self.playing.back())

    def _take(self, playing: Playing) -> None:
        """Show where somebody is now."""
        before = self.playing
        self._left = replace(self._left, playing=playing)
        if (playing.place, playing.is_over) != (before.place, before.is_over):
            self._show_screen()
        elif playing.is_paused != before.is_paused:
            self._follow_pause()
            announce(self, _("Paused") if playing.is_paused else _("It goes on"))
        elif playing is not before and playing.spent < before.spent:
            self._show_screen()  # the first step begins anew
        else:
            self.step.show_time(playing)

    def _follow_pause(self) -> None:
        """Let the clock be looked at as often as what is shown needs, and say who is there."""
        playing = self.playing
        self.stage.show_pause(paused=playing.is_paused)
        self.step.show_time(playing)
        is_running = self.has_begun and playing.is_running
        if is_running:
            moves = not self.step.pacer.isHidden() and may_move()
            own_time = _OWN_TIME_MS if self.step.pacer.isHidden() else _TIMED_MS
            self.timer.start(_MOVING_MS if moves else _TIMED_MS if playing.is_timed else own_time)
        else:
            self.timer.stop()
        self._context.stay(playing.left or 0 if is_running else 0)

    # --- what is shown --------------------------------------------------------------------------

    def _show_screen(self) -> None:
        """Show the first screen, the step, or the last screen, and put the keyboard there."""
        playing = self.playing
        if not self.has_begun:
            self.stage.show_beginning(self.beginning)
        elif playing.is_over:
            self._show_ending()
        else:
            self._show_step()
        self._follow_pause()
        self._follow_keys()
        self._touch()

    def _show_step(self) -> None:
        self._turned = None
        self._end_idle_pause()
        has_pause, has_circle = self._has_pause(), self._has_circle()
        playing, step = self.playing, self.playing.shown.step
        self.step.show_step(playing, self._left.texts.get(step.write, ""), circle=has_circle)
        self.stage.show_step(self.step, playing, self._exercise.title, has_pause=has_pause)
        offers_circle = not step.write and WITHOUT_BREATH not in self._exercise.tags
        self.stage.show_circle(shown=has_circle, offered=has_circle or offers_circle)
        if self.stage.takes_words(playing):
            self.step.field.setFocus()
        announce(self, step.text)

    def _show_ending(self) -> None:
        left = self._left
        self.ending.set_before(left.said.distress_before, left.said.kindness_before)
        self.ending.show_texts(written=any(text.strip() for text in left.texts.values()))
        took = say_seconds(round(self.playing.seconds))
        title = self._exercise.title
        self.ending.show_took(" · ".join(part for part in (title, took) if part))
        self.stage.show_ending(self.ending)
        announce(self, self.ending.title.text())

    def _has_circle(self) -> bool:
        if self._turned is not None:
            return self._turned
        step = self.playing.shown.step
        if self._wishes.circle == "always":
            return not step.write
        return step.is_paced and self._wishes.circle != "off"

    def _has_pause(self) -> bool:
        """Return whether there is anything to pause in the step that is shown."""
        return self.playing.is_timed or self._has_circle()

    def _end_idle_pause(self) -> None:
        """Let time count again where nothing is there that could be seen to be paused."""
        if self.playing.is_paused and not self._has_pause():
            self._left = replace(self._left, playing=self.playing.going_on())

    def _turn_circle(self) -> None:
        self._turned = not self._has_circle()
        self._end_idle_pause()
        self.stage.pause.setVisible(self._has_pause())
        text = self._left.texts.get(self.playing.shown.step.write, "")
        self.step.show_step(self.playing, text, circle=self._turned)
        self.stage.show_circle(shown=self._turned, offered=True)
        self._follow_pause()

    def _follow_keys(self) -> None:
        """Let the arrows lead through the steps, and nowhere else."""
        for arrow in self._arrows:
            arrow.setEnabled(self.has_begun and not self.playing.is_over)

    # --- keys -----------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_steps = self.has_begun and not self.playing.is_over
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif event.key() == Qt.Key.Key_Space and in_steps and self._has_pause():
            self.turn()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.has_begun:
            self.begin()
        else:
            super().keyPressEvent(event)

    def _go_further(self) -> None:
        """Do what Ctrl+Enter does on each screen."""
        if not self.has_begun:
            self.begin()
        elif not self.playing.is_over:
            self.next()
        elif self.ending.ask_back():
            self.stage.area.ensureWidgetVisible(self.ending.back)
        else:
            self.stop()

    def _connect(self) -> None:
        stage = self.stage
        for button, act in (
            (stage.leave, self.stop),
            (stage.begin, self.begin),
            (stage.back, self.back),
            (stage.pause, self.turn),
            (stage.next, self.next),
            (stage.stop, self.stop),
            (stage.save, self._go_further),
            (stage.drop, self._drop),
            (stage.circle, self._turn_circle),
            (stage.support, self._open_card),
        ):
            button.clicked.connect(act)
        is_mirrored = self.isRightToLeft()
        forward, backward = ("Left", "Right") if is_mirrored else ("Right", "Left")
        self._arrows = [self._add_key(forward, self.next), self._add_key(backward, self.back)]
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._add_key(keys, self._go_further)
        self.beginning.changed.connect(self._take_said)
        self.ending.changed.connect(self._take_said)
        self.ending.grounding_wanted.connect(self._go_to_grounding)
        self.ending.support_wanted.connect(self._open_card)
        self.step.written.connect(self._take_text)
        app = cast("QApplication", QApplication.instance())
        app.focusChanged.connect(self._follow_focus)

    def _add_key(self, keys: str, slot: object) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)
        return shortcut

    # --- what is said and kept ------------------------------------------------------------------

    def _take_said(self) -> None:
        before, after = self.beginning.ratings, self.ending.ratings
        said = Said(
            distress_before=before.distress.value(),
            kindness_before=before.kindness.value(),
            distress_after=after.distress.value(),
            kindness_after=after.kindness.value(),
            note=self.ending.note.toPlainText(),
            back_on=self.ending.back.value() if not self.ending.back.isHidden() else None,
        )
        self._left = replace(self._left, said=said)
        self.stage.be_quiet()
        self._touch()

    def _take_text(self, text: str) -> None:
        name = self.playing.shown.step.write
        self._left = replace(self._left, texts={**self._left.texts, name: text})
        self._touch()

    def _touch(self) -> None:
        """Notice that something is to be kept now, or nothing any more."""
        if self._plain() or self.draft.begun or self._has_kept:
            self._has_kept = True
            self.draft.touch()

    def _plain(self) -> Content:
        """Return what is kept of it as a draft; nothing while nothing was done or said."""
        left = self._left
        is_kept = left.playing.is_worth_keeping or self._all_said().is_anything
        return write_left(left, self._exercise, self._context.journal.clock()) if is_kept else {}

    def _all_said(self) -> Said:
        return replace(self._left.said, texts=self._left.texts)

    def _go_on(self, begun: Content) -> None:
        """Go on with what was kept, if anything was."""
        if not begun:
            return
        self._left = read_left(begun, self._exercise)
        said = self._left.said
        self.beginning.choose(self._left.minutes)
        self.beginning.ratings.set_values(said.distress_before, said.kindness_before)
        self.ending.ratings.set_values(said.distress_after, said.kindness_after)
        self.ending.note.blockSignals(True)
        self.ending.note.setPlainText(said.note)
        self.ending.note.blockSignals(False)
        self.ending.back.set_day(said.back_on)

    def stop(self) -> None:
        """Keep what was done as an entry, say so, and leave."""
        left = self.left
        self._finish()
        if self.isHidden():
            left.emit()

    def _finish(self) -> None:
        """Keep what was done as an entry, say so, and go."""
        self.tick()
        journal = self._context.journal
        try:
            practice = practice_of(
                self._exercise, self._left.minutes, self.playing, self._all_said()
            )
            if practice is None or journal.is_read_only:
                self._leave(practice)
                return
            content = EntryContent(practice, note=self._left.said.note)
            entry = make_entry(content, journal.clock(), journal.start_of_day)
            take_back = keep_practice(journal, entry, draft=self.draft.name)
        except JournalError as error:
            self.tell(error)
            self.stage.drop.show()
            return
        self.draft.settle()
        self._go()
        self._context.undo.offer(_say_kept(practice, at_end=self.playing.is_over), take_back)

    def _leave(self, practice: Practice | None) -> None:
        """Go without an entry: there is nothing to keep, or it cannot be."""
        self._give_up()
        if practice is not None:
            self._context.say(_("This journal can only be read, so nothing was kept."))
        elif self.has_begun:
            self._context.say(_("Stopped; nothing to keep yet."))

    def _drop(self) -> None:
        self._give_up()
        self.left.emit()

    def _give_up(self) -> None:
        """Go, and give up what was said here or earlier."""
        self._is_done = True
        if self.draft.begun or self._has_kept:
            self.draft.give_up()
        self.draft.settle()
        self._go()

    def _go(self) -> None:
        """Go for good, with nothing left to keep."""
        self._is_done = True
        self.timer.stop()
        self._context.stay(0)
        super(DraftedSheet, self).go()

    @override
    def store_draft(self) -> None:
        if self._is_done:
            return
        self.tick()
        self._touch()
        super().store_draft()

    @override
    def go(self) -> None:
        """Go elsewhere; what was begun waits on Today, at the step it was left at."""
        if self._is_done:
            return
        self.tick()
        self._touch()
        super().go()
        if self.isHidden():
            self._is_done = True
            self.timer.stop()
            self._context.stay(0)

    @override
    def tell(self, error: JournalError) -> None:
        """Say it here, or below the pages once this goes."""
        (self._fail if self._is_done else self.stage.problem.tell)(error)

    # --- other things ---------------------------------------------------------------------------

    def _open_card(self) -> None:
        SupportSheet(self._context)

    def _go_to_grounding(self) -> None:
        wanted = self.exercise_wanted
        self._finish()
        if self.isHidden():
            wanted.emit(GROUNDING)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Pause when the keyboard goes to something that lies over this."""
        if new is None or self.isHidden() or new.window() is not self.window():
            return
        if new is not self and not self.isAncestorOf(new):
            self._pause()

    def _pause(self) -> None:
        if self.has_begun and self.playing.is_running and self._has_pause():
            self.turn()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._pause()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.step.pacer.set_room(event.size().height())

    @override
    def _arrange(self) -> None:
        """Fill the window: a head, what scrolls, and a foot that is always in view."""
        self.stage = Stage()
        self._area = self.stage.area
        self.stage.lay_out(self, self.card)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(current_look().background))


def _say_kept(practice: Practice, *, at_end: bool) -> str:
    if at_end:
        return _("Saved")
    if not practice.steps_done:
        return _("Stopped. What you did is kept.")
    return ngettext(
        "Stopped. {done} of {all} step is kept.",
        "Stopped. {done} of {all} steps are kept.",
        practice.steps,
    ).format(done=practice.steps_done, all=practice.steps)
