"""Find the questionnaires that may be filled in again."""

from collections.abc import Iterator
from datetime import date, timedelta

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.waiting import Waiting
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measuring import all_instruments

MEASURE_FORM = "measure.form"
"""The name under which the form for questionnaires keeps its drafts."""

_PART = "instrument:"


def waiting_measures(journal: Journal, today: date) -> Iterator[Waiting]:
    """Find questionnaires that were filled in as many days ago as the person chose, or more.

    One that is begun waits as such.
    """
    if all(kept.repeat_days is None for kept in journal.instruments.all().values()):
        return
    last_days, begun = journal.measures.last_days(), journal.drafts.read(MEASURE_FORM)
    for each in all_instruments(journal).offered:
        last = last_days.get(each.id)
        part = f"{_PART}{each.id}"
        if each.repeat_days is None or last is None or part in begun:
            continue
        if last + timedelta(days=each.repeat_days) <= today:
            yield _waiting(each.id, each.instrument.title, part, last, today)


def begun_title(journal: Journal, part: str) -> str:
    """Return what a questionnaire that was begun is called while it waits; "" for anything else."""
    for each in all_instruments(journal).all if part.startswith(_PART) else ():
        if part == f"{_PART}{each.id}":
            return _("{questionnaire}, not finished").format(questionnaire=each.instrument.title)
    return ""


def _waiting(instrument_id: str, title: str, part: str, last: date, today: date) -> Waiting:
    days = (today - last).days
    sentence = ngettext(
        "Last filled in {days} day ago. It can wait.",
        "Last filled in {days} days ago. It can wait.",
        days,
    )
    return Waiting(
        name=f"measure:{instrument_id}:{last.isoformat()}",
        title=title,
        sentence=sentence.format(days=days),
        action=_("Fill it in"),
        section="measure",
        part=part,
    )
