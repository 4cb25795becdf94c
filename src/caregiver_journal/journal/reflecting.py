"""Gather what the Reflect page shows: themes with their questions, forms, and what is broken."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from caregiver_journal.base.content import ContentError
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.prompt import Prompt, Theme
from caregiver_journal.domain.reflection import Form
from caregiver_journal.journal.forms import FormField, FormWords, expected_parts, form_words
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.prompts import all_prompts, all_themes

PROMPT, FORM, THEME = "prompt:", "form:", "theme:"
"""Begin the part of a destination that names a question, a form, or a theme."""

STEPS = tuple(form for form in Form if form is not Form.FREE)
"""The forms that have steps, in their order."""
REST = timedelta(days=30)
"""So long a question that was answered is not the first one of its theme."""


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme or deck of which something can be asked.

    Attributes:
        prompts: its questions that are not hidden, deeper ones too, in their order.
        answers: how many answers there are to any of its questions.
    """

    theme: Theme
    prompts: tuple[Prompt, ...]
    answers: int

    @property
    def ordinary(self) -> tuple[Prompt, ...]:
        """Its questions that may be asked at any time."""
        return tuple(prompt for prompt in self.prompts if not prompt.is_deeper)

    @property
    def deeper(self) -> tuple[Prompt, ...]:
        """Its questions that are shut until they are asked for."""
        return tuple(prompt for prompt in self.prompts if prompt.is_deeper)


@dataclass(frozen=True, slots=True)
class ReflectOverview:
    """What the page shows.

    Attributes:
        themes: those of which something can be asked.
        titles: what every theme and deck is called, hidden ones too, by its id.
        prompts: every question by its id, hidden ones too.
        forms: the words of each form that has steps; none while their file is broken.
        counts: how often each form was written; the free one without any question.
        answered: the last day (ISO) of each question that was answered lately.
        faults: what is wrong with the files of the program.
    """

    themes: tuple[ThemeRow, ...]
    titles: Mapping[str, str]
    prompts: Mapping[str, Prompt]
    forms: tuple[FormWords, ...]
    counts: Mapping[Form, int]
    answered: Mapping[str, str]
    faults: tuple[ContentError, ...] = ()

    def row_of(self, theme: str) -> ThemeRow | None:
        """Return a theme of which something can be asked, or None."""
        return next((row for row in self.themes if row.theme.id == theme), None)

    def first_of(self, prompts: tuple[Prompt, ...]) -> Prompt | None:
        """Return the first of some questions that was not answered lately.

        Where all were, the one that was answered longest ago; None where there are none.
        """
        fresh = (one for one in prompts if one.id not in self.answered)
        oldest = min(prompts, key=lambda one: self.answered.get(one.id, ""), default=None)
        return next(fresh, oldest)


def next_after(prompts: tuple[Prompt, ...], prompt_id: str) -> Prompt | None:
    """Return the question that follows another, the first one after the last; None where alone."""
    ids = [prompt.id for prompt in prompts]
    place = ids.index(prompt_id) + 1 if prompt_id in ids else 0
    turned = (*prompts[place:], *prompts[:place])
    return next((prompt for prompt in turned if prompt.id != prompt_id), None)


def words_of(form: Form) -> FormWords:
    """Return the words of a form; while their file is broken its parts are called by their names.

    So what was written along its steps can still be read and changed.
    """
    try:
        return form_words()[form]
    except ContentError:
        fields = tuple(FormField(part, part) for part in expected_parts(form))
        return FormWords(form, "", fields)


def read_reflecting(journal: Journal) -> ReflectOverview:
    """Read what the page shows now; a broken file takes its own part away and no other."""
    answered = journal.reflections.count_answered()
    faults: list[ContentError] = []
    themes: tuple[Theme, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    forms: tuple[FormWords, ...] = ()
    try:
        themes, prompts = all_themes(journal), all_prompts(journal)
    except ContentError as error:
        faults.append(error)
    try:
        forms = tuple(form_words()[form] for form in STEPS)
    except ContentError as error:
        faults.append(error)
    offered: dict[str, list[Prompt]] = {}
    for prompt in prompts:
        if not prompt.is_hidden:
            offered.setdefault(prompt.theme, []).append(prompt)
    rows = (
        ThemeRow(theme, tuple(offered[theme.id]), answered.themes.get(theme.id, 0))
        for theme in themes
        if theme.id in offered and not theme.is_hidden
    )
    free = answered.forms.get(Form.FREE, 0) - sum(answered.themes.values())
    today = day_of(journal.clock(), journal.start_of_day)
    lately = today - REST + timedelta(days=1)
    return ReflectOverview(
        themes=tuple(rows),
        titles={theme.id: theme.title for theme in themes},
        prompts={prompt.id: prompt for prompt in prompts},
        forms=forms,
        counts={**answered.forms, Form.FREE: free},
        answered=journal.reflections.answered_since(lately),
        faults=tuple(faults),
    )
