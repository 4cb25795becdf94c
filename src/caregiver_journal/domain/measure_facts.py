"""Say what a questionnaire came to: the same on every page and in the terminal."""

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.measure import Measure, Score

Fact = tuple[str, str]
"""What is said and its words."""


def measure_facts(measure: Measure) -> list[Fact]:
    """Return the scores of a questionnaire, and its answers by the numbers of the items."""
    facts = [(score.name or _("Score"), say_score(score)) for score in measure.scores]
    answers = ", ".join(f"{item}: {code}" for item, code in measure.answers)
    return facts + ([(_("Answers by item"), answers)] if answers else [])


def say_score(score: Score) -> str:
    """Return a score with the range it lies in, if that is known: *7 (0–27)*."""
    value = f"{round(score.value, 2):g}"
    if score.lowest is None or score.highest is None:
        return value
    return _("{value} ({lowest:g}–{highest:g})").format(
        value=value, lowest=score.lowest, highest=score.highest
    )
