"""Say what a questionnaire came to: the same on every page and in the terminal."""

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.instrument import CutOff, Instrument, Scale, Side, Status
from caregiver_journal.domain.measure import Measure, Score

Fact = tuple[str, str]
"""What is said and its words."""

CONVERSATION = N_("A questionnaire is a conversation starter, not a diagnosis.")
"""Stands beside every score."""

_SIDES = {
    Side.FROM: N_("{value} or more"),
    Side.TO: N_("{value} or less"),
    Side.ABOVE: N_("above {value}"),
    Side.BELOW: N_("below {value}"),
}
_SIGNS = {
    Side.FROM: N_("≥ {value}"),
    Side.TO: N_("≤ {value}"),
    Side.ABOVE: N_("> {value}"),
    Side.BELOW: N_("< {value}"),
}


def measure_facts(measure: Measure, instrument: Instrument | None = None) -> list[Fact]:
    """Return the scores of a questionnaire, its form, and its answers by their items.

    Args:
        measure: what was filled in.
        instrument: the facts it was filled in with; without them items and the form are called by
            what the record has, which are numbers and an id.
    """
    facts = [(score.name or _("Score"), say_score(score)) for score in measure.scores]
    items, form = [str(item) for item, _code in measure.answers], measure.form
    if instrument is not None:
        items = [instrument.label(item) for item, _code in measure.answers]
        titles = {each.id: each.title for each in instrument.forms if each.id}
        form = titles.get(form, "") or form
    facts.append((_("Form"), form))
    codes = [code for _item, code in measure.answers]
    answers = ", ".join(f"{item}: {code}" for item, code in zip(items, codes, strict=True))
    facts.append((_("Answers by item"), answers))
    return [(title, words) for title, words in facts if words]


def measure_note() -> str:
    """Return what stands below every score."""
    return _("A questionnaire is a conversation starter, not a diagnosis.")


def say_score(score: Score) -> str:
    """Return a score with the range it lies in, if that is known: *7 (0–27)*."""
    return f"{say_number(score.value)}{say_reach(score.lowest, score.highest)}"


def say_number(value: float, decimals: int = 2) -> str:
    """Return a score with at most so many decimals: *7*, *2.25*."""
    return (
        f"{round(value, decimals):.{decimals}f}".rstrip("0").removesuffix(".")
        if decimals
        else (f"{value:.0f}")
    )


def say_reach(lowest: float | None, highest: float | None) -> str:
    """Return what stands behind a score: what its scale can reach; "" where nobody knows."""
    if lowest is None or highest is None:
        return ""
    return _(" ({lowest}–{highest})").format(lowest=say_number(lowest), highest=say_number(highest))


def known_lines(scale: Scale) -> tuple[CutOff, ...]:
    """Return the published lines that may be spoken of."""
    return tuple(line for line in scale.cut_offs if line.status is not Status.PROVISIONAL)


def meets(value: float, line: CutOff) -> bool:
    """Tell whether a score lies at or beyond a published line."""
    value = round(value, 6 if line.rounded is None else line.rounded)
    return {
        Side.FROM: value >= line.value,
        Side.TO: value <= line.value,
        Side.ABOVE: value > line.value,
        Side.BELOW: value < line.value,
    }[line.side]


def say_line(line: CutOff) -> str:
    """Return a published line: *10 or more: second severity line*."""
    value = _(_SIDES[line.side]).format(value=say_number(line.value))
    return _("{value}: {words}").format(value=value, words=line.words) if line.words else value


def short_line(line: CutOff) -> str:
    """Return where a published line lies, as it stands beside a drawing: *≥ 10*."""
    return _(_SIGNS[line.side]).format(value=say_number(line.value))


def line_facts(scale: Scale, value: float) -> list[Fact]:
    """Return the published lines that a score meets, each with its source."""
    return [(say_line(line), line.source) for line in known_lines(scale) if meets(value, line)]
