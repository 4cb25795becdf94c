"""The frame of the player: its head, what is shown in the middle, and its buttons at the foot."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, ROOMY, SMALL, SNUG, WIDE
from caregiver_journal.domain.playing import Playing
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.step_bars import StepBars
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text


class Stage:
    """Holds the parts that stay while the screens change; whoever lays it out owns them.

    Attributes:
        area: what the screens scroll in.
        leave, begin: of the first screen.
        back, pause, next, stop, circle: of the steps.
        save, drop: of the last one; ``drop`` comes when nothing can be kept.
    """

    def __init__(self) -> None:
        self.said = plain_label("", "small", wrap=True)
        self.said.setObjectName("player.step")
        self.bars = StepBars(name="player.bars")
        self.support = push_button(
            _("Support card · {keys}").format(keys=_keys("F8")), "link", name="player.support"
        )
        self.circle = push_button("", "link", name="player.circle")
        kept = self.circle.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that what stands beside it stays in the middle
        self.circle.setSizePolicy(kept)
        self.problem = ProblemLine("player.problem")
        self.leave = push_button(_("Not now"), name="player.leave")
        self.begin = push_button(_("Begin"), "primary", name="player.begin")
        self.back = push_button(_("Back"), name="player.back")
        self.pause = push_button("", name="player.pause")
        self.next = push_button("", "primary", name="player.next")
        self.stop = push_button(_("Stop here"), name="player.stop")
        self.drop = push_button(_("Leave without keeping it"), name="player.drop")
        self.save = push_button(
            _("Save · {keys}").format(keys=_keys("Ctrl+Enter")), "primary", name="player.save"
        )
        self.area = QScrollArea()
        self._card: Card
        self._keeps = True
        self._screens: tuple[QWidget, ...] = ()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons at the foot, in their order."""
        early = (self.leave, self.begin, self.back, self.pause, self.next)
        return (*early, self.stop, self.drop, self.save)

    def hold(self, *screens: QWidget) -> None:
        """Take the screens, of which one is shown at a time."""
        self._screens = screens
        for screen in screens:
            self._card.add(screen)
            screen.hide()

    def lay_out(self, ground: QWidget, card: Card) -> None:
        """Put the head, the screens and the foot onto a ground; the screens scroll in a card."""
        card.setProperty("role", "bare")
        self._card = card
        area = self.area
        inside = QWidget()
        inside.setProperty("role", "page")
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 1000)
        across.addStretch(1)
        down = QVBoxLayout(inside)
        down.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        down.addLayout(across)
        down.addStretch(1)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        outer = QVBoxLayout(ground)
        outer.setContentsMargins(0, MEDIUM, 0, ROOMY)
        outer.setSpacing(SNUG)
        outer.addLayout(self._head())
        outer.addWidget(area, 1)
        outer.addLayout(self._foot())

    def keep_nothing(self) -> None:
        """Promise to keep nothing."""
        self._keeps = False
        set_button_text(self.save, _("Done · {keys}").format(keys=_keys("Ctrl+Enter")))

    def takes_words(self, playing: Playing) -> bool:
        """Tell whether one writes in the step that is shown."""
        return self._keeps and bool(playing.shown.step.write)

    # --- what is shown --------------------------------------------------------------------------

    def show_beginning(self, screen: QWidget) -> None:
        """Show the first screen."""
        self._show(screen, self.leave, self.begin)
        self.begin.setFocus()

    def show_step(self, screen: QWidget, playing: Playing, title: str, *, has_pause: bool) -> None:
        """Show a step, and which of how many it is."""
        number, count = playing.place + 1, len(playing.steps)
        self.bars.show_step(number, count)
        self.said.setText(
            _("{title} · step {number} of {count}").format(title=title, number=number, count=count)
        )
        writes = self.takes_words(playing)
        arrow = "←" if screen.isRightToLeft() else "→"
        keys = _keys("Ctrl+Enter") if writes else arrow
        set_button_text(self.next, _("Next · {keys}").format(keys=keys))
        shown = (self.back, self.pause, self.next) if has_pause else (self.back, self.next)
        self._show(screen, *shown, self.stop)
        self.back.setEnabled(number > 1)
        if not writes:
            (self.pause if has_pause else self.next).setFocus()

    def show_ending(self, screen: QWidget) -> None:
        """Show the last screen."""
        self.back.setEnabled(True)
        self._show(screen, self.back, self.save)
        self.save.setFocus()

    def show_pause(self, *, paused: bool) -> None:
        """Let the button pause, or go on."""
        keys = _("Space")
        words = _("Go on · {keys}") if paused else _("Pause · {keys}")
        set_button_text(self.pause, words.format(keys=keys))

    def show_circle(self, *, shown: bool, offered: bool) -> None:
        """Let the link show the breathing circle, or hide it, where it is offered at all."""
        self.circle.setVisible(offered)
        set_button_text(self.circle, _("Hide the circle") if shown else _("Show a circle"))

    def be_quiet(self) -> None:
        """Take away what went wrong."""
        self.problem.be_quiet()
        self.drop.hide()

    def _show(self, screen: QWidget, *buttons: QPushButton) -> None:
        self.be_quiet()
        for each in self._screens:
            each.setVisible(each is screen)
        for button in self.buttons:
            button.setVisible(button in buttons)
        is_step = self.stop in buttons
        self.said.setVisible(is_step)
        self.bars.setVisible(is_step)
        self.circle.setVisible(is_step)
        self.area.verticalScrollBar().setValue(0)

    # --- how it is made -------------------------------------------------------------------------

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(WIDE, SMALL, WIDE, 0)
        head.setSpacing(SMALL)
        self.said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        head.addWidget(self.said)
        head.addWidget(self.bars, 0, Qt.AlignmentFlag.AlignHCenter)
        return head

    def _foot(self) -> QVBoxLayout:
        """Return the buttons, and below them what is promised and the support card."""
        foot = QVBoxLayout()
        foot.setContentsMargins(WIDE, 0, WIDE, 0)
        foot.setSpacing(MEDIUM)
        row = QWidget()
        flow = FlowLayout(row, gap=SMALL)
        row.setSizePolicy(flowing_policy())
        for button in self.buttons:
            flow.addWidget(button)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(row)
        across.addStretch(1)
        promise = _("You can stop at any time. Nothing is counted against you.")
        label = plain_label(promise, "small", wrap=True)
        for line in (self.problem, label):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        below = QGridLayout()
        below.addWidget(self.circle, 0, 0, Qt.AlignmentFlag.AlignLeading)
        below.addWidget(label, 0, 1)
        below.addWidget(self.support, 0, 2, Qt.AlignmentFlag.AlignTrailing)
        for column, share in enumerate((1, 2, 1)):
            below.setColumnStretch(column, share)
        foot.addWidget(self.problem)
        foot.addLayout(across)
        foot.addLayout(below)
        return foot


def _keys(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
