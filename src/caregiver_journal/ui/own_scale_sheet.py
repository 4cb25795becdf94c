"""Write a scale of one's own, or change one."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from caregiver_journal.base.errors import InvalidValueError, JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.marks import override
from caregiver_journal.domain.instrument import How, Instrument
from caregiver_journal.domain.scale_words import ScaleWords, read_scale, write_scale
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.unfinished import NEW
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.plain_values import read_text
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.sheet_draft import DraftedSheet, SheetDraft
from caregiver_journal.ui.widgets.field_row import FieldRow
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.note_field import note_field
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import field_label, line_field, plain_label, push_button

FORM = "measures.own"
"""The name under which own scales that were begun are kept, each by its id."""

_LINES_WIDE = 32
_ITEM_LINES = 5
_LEAST_EMS = 8


class OwnScaleSheet(DraftedSheet):
    """A title, items one on each line, what an answer can be, and what becomes of the answers.

    What cannot be kept is said beside its field, and stays in it. What is written survives Escape
    and a lock; Cancel gives it up.

    Signals:
        submitted: an ``Instrument`` with the id it was opened with.
        put_away: what Cancel took away, as plain values.
    """

    submitted = Signal(object)
    put_away = Signal(object)

    def __init__(
        self,
        context: Context,
        scale: Instrument | None,
        *,
        known: Collection[str] | None = None,
        said: Content | None = None,
    ) -> None:
        """Open an own scale, or an empty sheet; ``said`` is shown instead of what was kept."""
        title = _("A scale of your own") if scale is None else _("Change your scale")
        super().__init__(title, context.ground, name="scale", lines_wide=_LINES_WIDE)
        self._id = "" if scale is None else scale.id
        self._make_fields()
        self._lay_out(is_new=scale is None)
        self._fill(_plain(ScaleWords() if scale is None else write_scale(scale)))
        self.draft = SheetDraft(context, DraftName(FORM, self._id or NEW), self._said, known, self)
        self._fill(self.draft.begun if said is None else said)
        self._connect()
        if said is not None:
            self.draft.touch()
        self._follow()
        self.come_up()
        self.name.setFocus()

    @override
    def tell(self, error: JournalError) -> None:
        """Say what went wrong beside its field, and put the keyboard there."""
        part = "codes" if error.field in {"lowest", "highest"} else error.field
        self._problems.get(part, self.problem).tell(error)
        if error.field in self._wrong:
            self._wrong[error.field].setFocus()
            self._area.ensureWidgetVisible(self._wrong[error.field])

    def submit(self) -> None:
        """Submit what is written, or say what is missing."""
        self._be_quiet()
        try:
            scale = read_scale(self._words(), self._id)
        except JournalError as error:
            self.tell(error)
            return
        self.submitted.emit(scale)

    # --- how it is made -------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.name = line_field(name="scale.title")
        self.items = note_field(lines=_ITEM_LINES, name="scale.items")
        self.count = plain_label("", "small", wrap=True)
        self.count.setObjectName("scale.count")
        self.lowest = line_field(name="scale.lowest")
        self.highest = line_field(name="scale.highest")
        self.low = line_field(name="scale.low")
        self.high = line_field(name="scale.high")
        self.turned = line_field(name="scale.turned")
        choices = [(How.MEAN.value, _("Their mean")), (How.SUM.value, _("Their sum"))]
        self.how = Segmented(choices, name="scale.how", keeps_one=True)
        self.how.setAccessibleName(_("What becomes of the answers"))
        parts = ("title", "items", "codes", "ends", "turned")
        self._problems = {part: ProblemLine(f"scale.{part}.problem") for part in parts}
        self._wrong = {
            "title": self.name,
            "items": self.items,
            "codes": self.lowest,
            "lowest": self.lowest,
            "highest": self.highest,
            "ends": self.low,
            "turned": self.turned,
        }
        self.problem = ProblemLine("scale.problem")
        self.cancel = push_button(_("Cancel"), name="scale.cancel")
        keys = QKeySequence("Ctrl+Enter").toString(QKeySequence.SequenceFormat.NativeText)
        self.save = push_button(_("Save · {keys}").format(keys=keys), "primary", name="scale.save")

    def _lay_out(self, *, is_new: bool) -> None:
        about = _("Written by you, or together with somebody you talk to.")
        if not is_new:
            about = _("What was filled in with it stays as it is.")
        problems, add = self._problems, self.card.add
        add(plain_label(about, "small", wrap=True))
        add(field_label(_("Title"), self.name), self.name, problems["title"])
        add(field_label(_("Items, one on each line"), self.items), self.items, problems["items"])
        numbers = FieldRow(
            (_("Lowest number"), [self.lowest]),
            (_("Highest number"), [self.highest]),
            least_ems=_LEAST_EMS,
        )
        words = FieldRow(
            (_("Words for the lowest"), [self.low]),
            (_("Words for the highest"), [self.high]),
            least_ems=_LEAST_EMS,
        )
        add(numbers, problems["codes"], words, problems["ends"])
        add(plain_label(_("What becomes of the answers"), "label"), self.how)
        add(field_label(_("Items that count the other way round, such as 2, 4"), self.turned))
        add(self.turned, problems["turned"], self.count)
        add(self.problem, FootRow((), (self.cancel, self.save)))

    def _connect(self) -> None:
        lines = (self.name, self.lowest, self.highest, self.low, self.high, self.turned)
        for line in lines:
            line.textChanged.connect(self._take)
        self.items.textChanged.connect(self._take)
        self.how.changed.connect(self._take)
        self.cancel.clicked.connect(self._cancel)
        self.save.clicked.connect(self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)

    # --- what is written ------------------------------------------------------------------------

    def _take(self) -> None:
        self._be_quiet()
        self._follow()
        self.draft.touch()

    def _be_quiet(self) -> None:
        for line in (*self._problems.values(), self.problem):
            line.be_quiet()

    def _follow(self) -> None:
        """Say what the scale comes to as it is now; nothing while it is none."""
        try:
            scale = read_scale(self._words(), self._id)
        except InvalidValueError:
            self.count.setText("")
            return
        (made,) = scale.scales
        self.count.setText(
            ngettext(
                "{count} item; its score lies between {lowest:g} and {highest:g}.",
                "{count} items; their score lies between {lowest:g} and {highest:g}.",
                scale.items,
            ).format(count=scale.items, lowest=made.lowest, highest=made.highest)
        )

    def _cancel(self) -> None:
        said = self.draft.give_up()
        self.go()
        if said:
            self.put_away.emit(said)

    def _words(self) -> ScaleWords:
        return ScaleWords(
            title=self.name.text(),
            items=self.items.toPlainText(),
            lowest=self.lowest.text(),
            highest=self.highest.text(),
            low=self.low.text(),
            high=self.high.text(),
            how=How(self.how.value() or How.MEAN),
            turned=self.turned.text(),
        )

    def _said(self) -> Content:
        return _plain(self._words())

    def _fill(self, said: Content) -> None:
        """Show what was written; whatever makes no sense is left out."""
        if not said:
            return
        self.name.setText(read_text(said.get("title")))
        self.items.setPlainText(read_text(said.get("items")))
        self.lowest.setText(read_text(said.get("lowest")))
        self.highest.setText(read_text(said.get("highest")))
        self.low.setText(read_text(said.get("low")))
        self.high.setText(read_text(said.get("high")))
        self.turned.setText(read_text(said.get("turned")))
        how = read_text(said.get("how"))
        self.how.set_value(how if how in list(How) else How.MEAN.value)


def _plain(words: ScaleWords) -> Content:
    return {name: str(value) for name, value in words._asdict().items()}
