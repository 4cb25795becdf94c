"""A form of a few steps: its texts below each other, with how far something is believed."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.look import SNUG
from caregiver_journal.base.marks import override
from caregiver_journal.domain.reflection import Written
from caregiver_journal.journal.forms import FormField, FormWords
from caregiver_journal.ui.entry_form import group
from caregiver_journal.ui.pages.reflect.drafts import ReflectDraft
from caregiver_journal.ui.pages.reflect.part import ReflectPart
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.growing_field import GrowingField
from caregiver_journal.ui.widgets.markdown_hint import light_up
from caregiver_journal.ui.widgets.percent_slider import PercentSlider
from caregiver_journal.ui.widgets.text import plain_label

_LEAST, _MOST = 2, 12
BELIEF = ("belief_before", "belief_after")


class StepsPart(ReflectPart):
    """Growing fields and sliders in the order of their form; each may stay empty."""

    def __init__(self, words: FormWords, *, name: str) -> None:
        super().__init__()
        self.texts: dict[str, GrowingField] = {}
        self.sliders: dict[str, PercentSlider] = {}
        self._problems: dict[str, ProblemLine] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        for field in words.fields:
            make = self._make_slider if field.part in BELIEF else self._make_text
            column.addLayout(make(field, f"{name}.{words.form}.{field.part}"))
        column.addStretch(1)

    @override
    def fill(self, draft: ReflectDraft) -> None:
        for part, field in self.texts.items():
            field.setPlainText(draft.text(part))
        for part, slider in self.sliders.items():
            slider.set_value(getattr(draft, part))

    @override
    def values(self) -> dict[str, Any]:
        texts = {part: field.toPlainText() for part, field in self.texts.items()}
        said: dict[str, Any] = {part: slider.value() for part, slider in self.sliders.items()}
        return {**said, "texts": tuple(Written(*each) for each in texts.items() if each[1])}

    @override
    def first(self) -> QWidget:
        return next(iter(self.texts.values()))

    @override
    def place_of(self, part: str) -> tuple[QWidget, ProblemLine] | None:
        field = self.texts.get(part) or self.sliders.get(part)
        return None if field is None else (field, self._problems[part])

    @override
    def be_quiet(self) -> None:
        for problem in self._problems.values():
            problem.be_quiet()

    def _make_text(self, field: FormField, name: str) -> QVBoxLayout:
        text = GrowingField(field.hint, least=_LEAST, most=_MOST, name=name)
        text.setAccessibleDescription(field.hint)
        self.texts[field.part] = text
        light_up(text)
        problem = self._problems[field.part] = ProblemLine(f"{name}.problem")
        text.textChanged.connect(problem.be_quiet)
        text.textChanged.connect(self.changed)
        return group(field.label, text, problem)

    def _make_slider(self, field: FormField, name: str) -> QVBoxLayout:
        slider = self.sliders[field.part] = PercentSlider("", "", name=name)
        slider.setAccessibleDescription(field.hint)
        problem = self._problems[field.part] = ProblemLine(f"{name}.problem")
        slider.changed.connect(problem.be_quiet)
        slider.changed.connect(self.changed)
        hint = plain_label(field.hint, "small", wrap=True)
        return group(field.label, slider, hint, problem)
