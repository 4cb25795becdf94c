"""Enter the scores that somebody else worked out, one number for each scale."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL
from caregiver_journal.domain.instrument import Instrument, Scale
from caregiver_journal.domain.measure_facts import say_number
from caregiver_journal.domain.scoring import check_total
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.theme import dress_again
from caregiver_journal.ui.widgets.flow_layout import flowing_policy
from caregiver_journal.ui.widgets.line_width import LineWidth
from caregiver_journal.ui.widgets.tab_anchor import TabAnchor
from caregiver_journal.ui.widgets.text import field_label, line_field, plain_label

_LONGEST = 12
_FIELD_LINES = 7
_NUMBER = re.compile(r"[-\N{MINUS SIGN}]?\d*\.?\d*")
_POINTS = str.maketrans({",": ".", "\N{ARABIC DECIMAL SEPARATOR}": "."})


class TotalFields(QWidget):
    """A field for each scale, with what it can reach below it; what is wrong is said beside it.

    Signals:
        changed(): the person typed something.
    """

    changed = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(flowing_policy())
        self._anchor = TabAnchor(self)
        self._instrument: Instrument | None = None
        self._fields: dict[str, _Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEDIUM)

    def ask(self, instrument: Instrument) -> None:
        """Ask for the scores of a questionnaire; the fields are empty."""
        self._instrument = instrument
        for gone in self._fields.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        name = self.objectName()
        self._fields = {
            scale.id: _Field(scale, f"{name}.{place}")
            for place, scale in enumerate(instrument.scales, 1)
        }
        for field in self._fields.values():
            self._column.addWidget(field)
            field.show()
            field.line.textEdited.connect(self._on_edited)
        self._anchor.lead(self.lines())
        self.setFocusProxy(self.lines()[0])

    def lines(self) -> Sequence[QLineEdit]:
        """Return the fields, first to last."""
        return [field.line for field in self._fields.values()]

    def texts(self) -> tuple[tuple[str, str], ...]:
        """Return what stands in the fields, by the ids of their scales; empty ones are left out."""
        texts = ((scale_id, field.line.text()) for scale_id, field in self._fields.items())
        return tuple((scale_id, text) for scale_id, text in texts if text)

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Show what was typed, without a signal."""
        for scale_id, field in self._fields.items():
            field.line.setText(texts.get(scale_id, ""))
            field.say("")

    def totals(self) -> dict[str, float] | None:
        """Return the scores by their scales; None where one is wrong, which is then said."""
        found: dict[str, float] = {}
        wrong = None
        for scale_id, field in self._fields.items():
            try:
                value = read_total(field.line.text())
                if value is not None and self._instrument is not None:
                    found[scale_id] = check_total(self._instrument, scale_id, value).value
                field.say("")
            except InvalidValueError as error:
                field.say(error.sentence)
                wrong = wrong or field
        if wrong is not None:
            wrong.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return found

    def _on_edited(self) -> None:
        for field in self._fields.values():
            if field.line is self.sender():
                field.say("")
        self.changed.emit()


class _Field(QWidget):
    """One number, its scale above it, and what the scale can reach below."""

    def __init__(self, scale: Scale, name: str) -> None:
        super().__init__()
        self.setSizePolicy(flowing_policy())
        self.line = line_field(name=name)
        self.line.setMaxLength(_LONGEST)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        LineWidth(self.line, at_most=_FIELD_LINES)
        self.problem = ProblemLine(f"{name}.problem")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(field_label(scale.name or _("Total"), self.line))
        column.addWidget(self.line)
        reach = say_range(scale)
        if reach:
            self.line.setAccessibleDescription(reach)
            column.addWidget(plain_label(reach, "small", wrap=True))
        column.addWidget(self.problem)

    def say(self, sentence: str) -> None:
        """Say what is wrong with the number; "" for nothing."""
        if bool(self.line.property("wrong")) != bool(sentence):
            self.line.setProperty("wrong", bool(sentence))
            dress_again(self.line)
        self.problem.say(sentence)


def say_range(scale: Scale) -> str:
    """Return what a scale can reach in words; "" where nobody confirmed it."""
    if scale.lowest is None or scale.highest is None:
        return ""
    ends = (say_number(scale.lowest), say_number(scale.highest))
    return _("A number from {lowest} to {highest}").format(lowest=ends[0], highest=ends[1])


def read_total(text: str) -> float | None:
    """Return the number a text says, or None for an empty one.

    Raises:
        InvalidValueError: it says none.
    """
    words = text.strip().translate(_POINTS)
    if not words:
        return None
    if not _NUMBER.fullmatch(words) or not any(sign.isdecimal() for sign in words):
        raise InvalidValueError(_("Write a number here, such as 12 or 2.5."), field="scores")
    return float(words.replace("\N{MINUS SIGN}", "-"))
