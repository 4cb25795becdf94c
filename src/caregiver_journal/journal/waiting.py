"""Find what waits for the person, and put it off.

Each source is one function of ``SOURCES``; it returns what waits from there, or nothing. Nothing
here reproaches anybody: what waits may wait.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.day import day_of, week_of
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.phrasing import say_past
from caregiver_journal.domain.preference import CODE_CONFIRMED, LOOK_BACK_DAY
from caregiver_journal.domain.reflection import Form, form_word
from caregiver_journal.domain.waiting import MOST_SHOWN, Later, Waiting, is_time_to_look_back, until
from caregiver_journal.journal.backup_waiting import waiting_backups
from caregiver_journal.journal.check_waiting import waiting_check
from caregiver_journal.journal.following import (
    dont_ask_again,
    due_follow_ups,
    find_follow_up,
    read_name,
    take_back,
    waiting_for,
)
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.loss_waiting import waiting_losses
from caregiver_journal.journal.measure_waiting import MEASURE_FORM, begun_title, waiting_measures
from caregiver_journal.journal.planning import waiting_plans
from caregiver_journal.journal.practising import (
    PRACTISED_FORM,
    begun_practices,
    returning_letters,
)
from caregiver_journal.journal.sessions import waiting_homework
from caregiver_journal.journal.support_numbers import waiting_numbers
from caregiver_journal.journal.unfinished import is_entry, is_part, left_at, read_unfinished
from caregiver_journal.vault.opened import read_meta

CHECK_IN = "mood.form"
"""The name under which the check-in keeps its draft."""

BOUNDARY_FORM = "boundary.form"
"""The name under which the form for a boundary moment keeps its draft."""

REFLECT_FORM = "reflect.form"
"""The name under which the form for reflections keeps its drafts."""

_WEEK = f"form:{Form.WEEK.value}"
"""The part of the Reflect page that looks back on a week."""

_FORMS = (
    (CHECK_IN, "mood", N_("A check-in, not finished")),
    (BOUNDARY_FORM, "boundary", N_("A boundary moment, not finished")),
    (REFLECT_FORM, "reflect", N_("A reflection, not finished")),
    (PRACTISED_FORM, "practised", N_("A change to a practice, not finished")),
    (MEASURE_FORM, "measure", N_("A questionnaire, not finished")),
)
"""For each form the name of its draft, its section, and what it is called while it waits."""

_CODE_AFTER = timedelta(days=2)
"""Somebody who has made a journal may first look at it before the code is spoken of again."""

_USUAL_DAYS = 7
_USUAL = 3
"""Work is asked about where it was noted on so many of so many days before."""


def read_waiting(journal: Journal) -> tuple[Waiting, ...]:
    """Return what waits today and was not put off; nothing during a pause."""
    today = day_of(journal.clock(), journal.start_of_day)
    if journal.pauses.at(today) is not None:
        return ()
    away = journal.put_off.names(today)
    found = (waiting for source in SOURCES for waiting in source(journal, today))
    return tuple(waiting for waiting in found if waiting.name not in away)


def put_off(journal: Journal, name: str, later: Later) -> Callable[[], None]:
    """Let something wait until later; return what takes that back.

    A follow-up that is not wanted again is not asked any more, here and everywhere.
    """
    if later is Later.FOR_GOOD and read_name(name) is not None:
        return partial(take_back, journal, dont_ask_again(journal, find_follow_up(journal, name)))
    today = day_of(journal.clock(), journal.start_of_day)
    with journal.writing(Topic.PUT_OFF):
        journal.put_off.write(name, until(later, today), today)
    return partial(bring_back, journal, name)


def bring_back(journal: Journal, name: str) -> None:
    """Let something that was put off wait again."""
    today = day_of(journal.clock(), journal.start_of_day)
    with journal.writing(Topic.PUT_OFF):
        journal.put_off.write(name, today, today)


def _drafts(journal: Journal, _today: date) -> Iterator[Waiting]:
    """Find what was begun and not saved."""
    for form, section, title in _FORMS:
        yield from _draft(journal, form, section, _(title))


def _draft(journal: Journal, form: str, section: str, title: str) -> Iterator[Waiting]:
    changed = journal.drafts.changed(form)
    if changed is None:
        return
    now = journal.clock()
    drafts = read_unfinished(journal.drafts.read(form))
    for about, content in drafts.items():
        left = left_at(content) or changed
        when = say_past(left.astimezone(now.tzinfo), now.date())
        entry_id = about if is_entry(about) else ""
        begun = _("You began to change an entry {when}.") if entry_id else _("You began it {when}.")
        sentence = _("{begun} It is kept as you left it.").format(begun=begun.format(when=when))
        named = begun_title(journal, about) or title
        yield Waiting(
            name=f"draft:{form}:{about}:{left:%Y-%m-%dT%H:%M:%S}",
            title=named,
            sentence=sentence,
            action=_("Go on with it"),
            section=section,
            entry_id=entry_id,
            part=about if is_part(about) else "",
            heard=f"{named}. {sentence}" if len(drafts) > 1 else "",
        )


def _recovery_code(journal: Journal, today: date) -> Iterator[Waiting]:
    """Find a recovery code that nobody has checked."""
    made = read_meta(journal.database, "created")
    if made is None or journal.setting(CODE_CONFIRMED):
        return
    made_on = datetime.fromisoformat(made).astimezone(journal.clock().tzinfo).date()
    if today - made_on < _CODE_AFTER:
        return
    yield Waiting(
        name="recovery-code",
        title=_("Your recovery code"),
        sentence=_(
            "It opens the journal when the passphrase is forgotten. Nobody has checked yet that it "
            "is written down; Settings can make a new one."
        ),
        action=_("Go to Settings"),
        section="settings",
        part="renew_code",
    )


def _work(journal: Journal, today: date) -> Iterator[Waiting]:
    """Find a yesterday without a word about work, where the days before mostly have one."""
    yesterday = today - timedelta(days=1)
    if journal.pauses.at(yesterday) is not None:
        return
    noted = {
        each.day
        for each in journal.workdays.between(yesterday - timedelta(days=_USUAL_DAYS), yesterday)
    }
    if yesterday in noted or len(noted) < _USUAL:
        return
    yield Waiting(
        name=f"workday:{yesterday.isoformat()}",
        title=_("Work, yesterday"),
        sentence=_("Yesterday's work is not noted. It can stay that way."),
        action=_("Open the check-in"),
        section="mood",
        day=yesterday,
    )


def _look_back(journal: Journal, today: date) -> Iterator[Waiting]:
    """Find a week that may be looked back on, from the chosen day on until it was written."""
    chosen = journal.setting(LOOK_BACK_DAY)
    monday = week_of(today)[0]
    if not is_time_to_look_back(str(chosen), today):
        return
    if journal.reflections.is_written(Form.WEEK, monday, today):
        return
    if _WEEK in journal.drafts.read(REFLECT_FORM):
        return  # what was begun waits as such
    yield Waiting(
        name=f"look-back:{monday.isoformat()}",
        title=form_word(Form.WEEK),
        sentence=_("What helped, what did not, and one thing to change. Three lines are plenty."),
        action=_("Look back"),
        section="reflect",
        part=_WEEK,
    )


def _follow_ups(journal: Journal, today: date) -> Iterator[Waiting]:
    """Find boundary moments that are to be asked about once more; never more than are shown."""
    for asking in due_follow_ups(journal, MOST_SHOWN):
        yield waiting_for(asking, today)


SOURCES: tuple[Callable[[Journal, date], Iterator[Waiting]], ...] = (
    waiting_backups,
    waiting_check,
    waiting_losses,
    _drafts,
    begun_practices,
    waiting_plans,
    _follow_ups,
    returning_letters,
    waiting_measures,
    _look_back,
    _recovery_code,
    waiting_homework,
    waiting_numbers,
    _work,
)
"""Where things to do come from, in the order in which they are shown."""
