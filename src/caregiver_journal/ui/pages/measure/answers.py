"""What stands on the paper form: answers by their items, or totals by their scales."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.instrument import Form, Instrument
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.measure_facts import measure_facts
from caregiver_journal.domain.scoring import say_codes
from caregiver_journal.ui.pages.measure.coding import CodingChoice
from caregiver_journal.ui.pages.measure.drafts import EMPTY, MeasureDraft
from caregiver_journal.ui.pages.measure.total_fields import TotalFields
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.answer_row import Codes
from caregiver_journal.ui.widgets.answer_sheet import AnswerSheet
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import plain_label

_NAME = "measure"
_SHEET, _TOTAL = "sheet", "total"


class AnswersCard(Card):
    """Collects what stands on one paper form, whichever of the two ways is chosen.

    Attributes:
        way: answer sheet or total only.
        coding: how the paper form is coded.
        sheet, totals: the two ways.
        problem: says what is wrong with the answers.

    Signals:
        edited(): the person entered something.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(name=f"{_NAME}.answers")
        self._from = EMPTY
        self._shown: tuple[dict[int, int], tuple[tuple[str, str], ...]] = {}, ()
        self._instrument: Instrument | None = None
        ways = ((_SHEET, _("Answer sheet")), (_TOTAL, _("Total only")))
        self.way = Segmented(ways, name=f"{_NAME}.way", keeps_one=True)
        self.way.setAccessibleName(_("What you have"))
        self.way.set_value(_SHEET)
        self.paper = plain_label("", "muted", wrap=True)
        self.paper.setObjectName(f"{_NAME}.paper")
        self.note = plain_label("", "small", wrap=True)
        self.note.setObjectName(f"{_NAME}.facts")
        self.coding = CodingChoice(name=f"{_NAME}.coding")
        self.legend = plain_label("", "small", wrap=True)
        self.legend.setObjectName(f"{_NAME}.legend")
        self.sheet = AnswerSheet(name=f"{_NAME}.item")
        self.count = plain_label("", "label")
        self.count.setObjectName(f"{_NAME}.count")
        self.keys = plain_label(
            _("Type a number and the next item waits. Backspace takes the last one back."),
            "small",
            wrap=True,
        )
        self.totals = TotalFields(name=f"{_NAME}.total")
        # A total does not tell what its risk item was answered with; who wants the card has it.
        self.support = plain_label(_("The Support card is one key away: F8."), "small", wrap=True)
        self.support.setObjectName(f"{_NAME}.support")
        self.gone = plain_label("", wrap=True)
        self.gone.setObjectName(f"{_NAME}.gone")
        self.problem = ProblemLine(f"{_NAME}.answers.problem")
        self._arrange()
        self._connect()
        self.ask(None)

    # --- what it holds --------------------------------------------------------------------------

    def ask(self, instrument: Instrument | None) -> None:
        """Ask for a questionnaire; None for one that cannot be filled in any more."""
        self._instrument = instrument
        if instrument is not None:
            self.paper.setText(_say_paper(instrument))
            self.note.setText(instrument.note)
            self.coding.ask(instrument.forms)
            self.totals.ask(instrument)
            self.sheet.ask(item_labels(instrument), _codes(instrument.forms))
            self.legend.setText(_say_legend(instrument.forms))
        self._show()

    def fill(self, draft: MeasureDraft, entry: Entry | None, *, is_changed: bool = False) -> None:
        """Show a draft of the questionnaire that is asked for, and of which entry it is.

        Args:
            draft: what is shown.
            entry: which it changes.
            is_changed: whether what cannot be filled in any more was changed; else it is gone.
        """
        self._from = draft
        is_total = draft.is_total or (self._instrument is not None and not self._instrument.items)
        self.way.set_value(_TOTAL if is_total else _SHEET)
        self.coding.set_value(draft.form)
        self.sheet.set_answers(draft.answers)
        self.totals.set_texts(dict(draft.totals))
        self._shown = self.sheet.answers(), self.totals.texts()
        detail = None if entry is None else entry.detail
        said = _say_deleted()
        if isinstance(detail, Measure):
            said = _say_kept(detail, is_changed=is_changed)
        self.gone.setText(said)
        self.problem.be_quiet()
        self._show()

    def draft(self, rest: MeasureDraft) -> MeasureDraft:
        """Return the rest of a draft with what is entered here."""
        if self._instrument is None:
            return rest
        answers, totals = self.sheet.answers(), self.totals.texts()
        # What an own scale had before it was changed is not seen here, and stays all the same.
        is_same = answers == self._shown[0], totals == self._shown[1]
        return replace(
            rest,
            form=self._from.form,
            is_total=self.is_total(),
            answers=self._from.answers if is_same[0] else tuple(answers.items()),
            totals=self._from.totals if is_same[1] else totals,
        )

    def is_total(self) -> bool:
        """Tell whether totals are entered, not answers."""
        return self.way.value() == _TOTAL

    def check(self) -> bool:
        """Tell whether it can be saved; else say what is missing, and go there."""
        if self._instrument is None:
            return True
        if self.is_total():
            totals = self.totals.totals()
            if totals == {}:
                self._miss(_("One number is enough; none is there yet."), self.totals)
            return bool(totals)
        if self._lacks_coding():
            self._miss(_("Say first how your paper form is coded."), self.coding)
            return False
        if not self.sheet.answers():
            self._miss(_("One answer is enough; none is there yet."), self.sheet)
            return False
        return True

    def take_keyboard(self) -> None:
        """Put the keyboard where one begins to write."""
        if self._instrument is None:
            return
        begin = self.totals if self.is_total() else self.sheet
        (self.coding if self._lacks_coding() and not self.is_total() else begin).setFocus()

    # --- what is seen of it ---------------------------------------------------------------------

    def _show(self) -> None:
        instrument, is_total = self._instrument, self.is_total()
        is_here = instrument is not None
        is_open = is_here and not is_total and not self._lacks_coding()
        self.gone.setVisible(not is_here)
        self.way.setVisible(instrument is not None and bool(instrument.items))
        for label in (self.paper, self.note):
            label.setVisible(is_here and bool(label.text()))
        self.coding.setVisible(is_here and self.coding.is_asked())
        self.coding.set_optional(optional=is_total)
        self.legend.setVisible(is_open and bool(self.legend.text()))
        for part in (self.sheet, self.keys):
            part.setVisible(is_open)
        self.totals.setVisible(is_here and is_total)
        has_risk = instrument is not None and bool(instrument.risk_items)
        self.support.setVisible(has_risk and is_total)
        self._count()

    def _count(self) -> None:
        given, asked = len(self.sheet.answers()), len(self.sheet.rows())
        self.count.setText(_("{given} of {asked} answered").format(given=given, asked=asked))
        self.count.setVisible(not self.sheet.isHidden())

    def _lacks_coding(self) -> bool:
        return self.coding.is_asked() and not self._from.form

    def _miss(self, sentence: str, part: QWidget) -> None:
        self.problem.say(sentence)
        part.setFocus()

    # --- how it is built ------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.add(
            FootRow((self.way,), (self.count,)),
            self.paper,
            self.note,
            self.coding,
            self.legend,
            self.sheet,
        )
        self.add(self.totals, self.support, self.gone, self.problem, self.keys)

    def _connect(self) -> None:
        self.way.chosen.connect(self._on_way)
        self.coding.chosen.connect(self._on_coding)
        self.sheet.changed.connect(self._on_edited)
        self.sheet.refused.connect(self._on_refused)
        self.totals.changed.connect(self._on_edited)

    def _on_way(self) -> None:
        self._show()
        self._on_edited()

    def _on_coding(self, form_id: str) -> None:
        """Go on to the items, which waited for this."""
        was_missing = self._lacks_coding()
        self._from = replace(self._from, form=form_id)
        self._show()
        if was_missing and not self.is_total():
            self.sheet.setFocus()
        self._on_edited()

    def _on_edited(self) -> None:
        self.problem.be_quiet()
        self._count()
        self.edited.emit()

    def _on_refused(self, item: int) -> None:
        if self._instrument is not None:
            label = item_labels(self._instrument)[item - 1]
            codes = say_codes(self._instrument.forms[0])
            self.problem.say(_("{item} takes: {codes}.").format(item=label, codes=codes))


def item_labels(instrument: Instrument) -> tuple[str, ...]:
    """Return what the items are called: own words, what the form calls them, or their numbers."""
    numbers = range(1, instrument.items + 1)
    if instrument.item_texts:
        return tuple(instrument.text(item) for item in numbers)
    if instrument.labels:
        return tuple(instrument.label(item) for item in numbers)
    return tuple(_("Item {number}").format(number=item) for item in numbers)


def _codes(forms: Sequence[Form]) -> Codes:
    return Codes(forms[0].codes, forms[0].words) if forms else Codes((0, 1))


def _say_paper(instrument: Instrument) -> str:
    if instrument.item_texts:
        return ""
    if not instrument.items:
        return _("Have the sheet with the worked-out score beside you.")
    return _("Have the paper form beside you. Its questions are not in this program.")


def _say_legend(forms: Sequence[Form]) -> str:
    """Return what the codes stand for, as far as the facts say."""
    if len(forms) != 1:
        return ""
    form = forms[0]
    pairs = zip(form.codes, form.words, strict=False)
    words = " · ".join(f"{code} {word}" for code, word in pairs if word)
    return words or form.title


def _say_deleted() -> str:
    return _("This questionnaire is not here any more. What you wrote stays until you cancel.")


def _say_kept(measure: Measure, *, is_changed: bool) -> str:
    """Return what stays as it is, and why."""
    kept = "\n".join(": ".join(fact) for fact in measure_facts(measure))
    about = _(
        "What this questionnaire is made of is not here any more. Its answers and scores stay "
        "as they are; the note, tags and time can be changed."
    )
    if is_changed:
        about = _(
            "This questionnaire was changed after it was filled in here, and does not fit any "
            "more. The answers and scores stay as they are; the note, tags and time can be changed."
        )
    return f"{about}\n\n{kept}" if kept else about
