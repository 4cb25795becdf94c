"""The drawings of the page: what each is called, how broad it is, and how it is read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from caregiver_journal.base.i18n import N_
from caregiver_journal.domain.answer_trend import tell_answers
from caregiver_journal.domain.belonging_trend import tell_belonging
from caregiver_journal.domain.fear_trend import tell_fears
from caregiver_journal.domain.guilt_trend import tell_guilt
from caregiver_journal.domain.measure_trend import tell_measures
from caregiver_journal.domain.mood_profile import tell_profile
from caregiver_journal.domain.mood_trend import tell_mood
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.practice_trend import tell_practice
from caregiver_journal.domain.telling import Telling
from caregiver_journal.domain.word_counts import tell_words
from caregiver_journal.domain.work_trend import tell_work
from caregiver_journal.domain.year_of_days import tell_year
from caregiver_journal.journal import trends
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measure_results import read_measures
from caregiver_journal.ui.widgets.card_rows import Share


@dataclass(frozen=True, slots=True)
class Drawn:
    """One drawing of the page.

    Attributes:
        title: stands above it (untranslated).
        share: how much of a row it takes.
        read: reads its values from a journal, for a period.
        tell: says the same in words.
    """

    title: str
    share: Share
    read: Callable[[Journal, Period], Any]
    tell: Callable[[Any], Telling]


DRAWINGS = {
    "mood": Drawn(N_("Mood"), Share.BROAD, trends.read_mood, tell_mood),
    "year": Drawn(N_("Your year"), Share.WHOLE, trends.read_year, tell_year),
    "answers": Drawn(
        N_("Yes against my wish · clear answers"), Share.HALF, trends.read_answers, tell_answers
    ),
    "guilt": Drawn(N_("Guilt, then and later"), Share.HALF, trends.read_guilt, tell_guilt),
    "words": Drawn(N_("Feeling words"), Share.HALF, trends.read_words, tell_words),
    "profile": Drawn(
        N_("Through the week and the day"), Share.HALF, trends.read_profile, tell_profile
    ),
    "fears": Drawn(N_("Feared and what came true"), Share.HALF, trends.read_fears, tell_fears),
    "practice": Drawn(
        N_("Before and after practice"), Share.HALF, trends.read_practice, tell_practice
    ),
    "belonging": Drawn(N_("Belonging"), Share.WHOLE, trends.read_belonging, tell_belonging),
    "work": Drawn(N_("Work and rest"), Share.WHOLE, trends.read_work, tell_work),
    "measures": Drawn(N_("Measures"), Share.WHOLE, read_measures, tell_measures),
}
"""By the names that ``domain.card_order`` has; the cards of words are not among them."""
