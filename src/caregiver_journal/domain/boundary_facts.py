"""Say what a boundary moment holds, part by part: the same on every page and in the terminal."""

from datetime import date, tzinfo

from caregiver_journal.base.i18n import N_, _, ngettext
from caregiver_journal.domain.boundary import (
    LIMIT_WORDS,
    PULL_WORDS,
    RELATIONSHIP_WORDS,
    SETTING_WORDS,
    WANTED_WORDS,
    Boundary,
    FollowUp,
    answer_word,
    say_label,
)
from caregiver_journal.domain.phrasing import say_date, say_past

Fact = tuple[str, str]
"""What is said and its words; the words may be empty."""

TEXT_TITLES = {
    "asked": N_("What was asked of me"),
    "feared": N_("What I feared would follow"),
    "offer": N_("What I can offer"),
    "cannot": N_("What I cannot"),
    "words": N_("Words, said or wished for"),
    "respect": N_("What I respect in how I did it"),
    "next_time": N_("Next time"),
    "outcome": N_("What really happened"),
}
"""What each of ``boundary.TEXTS`` is called."""


def short_facts(boundary: Boundary, today: date, zone: tzinfo | None) -> list[Fact]:
    """Return what was chosen and the numbers, in the order of the form; nothing that is missing.

    Moments are said by the wall clock of ``zone``, which is the entry's.
    """
    wanted = "" if boundary.wanted is None else _(WANTED_WORDS[boundary.wanted])
    after = boundary.relationship
    facts = [
        (_("Who asked"), boundary.asker),
        (_("Where"), say_label(SETTING_WORDS, boundary.setting)),
        (_("Kind of limit"), say_label(LIMIT_WORDS, boundary.limit)),
        (_("What I wanted"), wanted),
        (_("What I did"), answer_word(boundary.answer)),
        (_("Belief in it"), _percent(boundary.belief)),
        (_("Guilt before"), _ten(boundary.guilt_before)),
        (_("Guilt then"), _ten(boundary.guilt)),
        *((_("Guilt later"), say_answer(each, today, zone)) for each in boundary.follow_ups),
        (_("Resentment"), _ten(boundary.resentment)),
        (_("Energy it cost"), _ten(boundary.energy)),
        (_("Time it cost"), say_minutes(boundary.minutes)),
        (_("How much came true"), _percent(boundary.came_true)),
        (_("Between us afterwards"), "" if after is None else _(RELATIONSHIP_WORDS[after])),
    ]
    return [(title, words) for title, words in facts if words]


def long_facts(boundary: Boundary) -> list[Fact]:
    """Return what was written, in the order of the form; nothing that is missing."""
    return [
        (_(title), getattr(boundary, part))
        for part, title in TEXT_TITLES.items()
        if getattr(boundary, part)
    ]


def pull_words(boundary: Boundary) -> tuple[str, ...]:
    """Return what pulled, in words."""
    return tuple(say_label(PULL_WORDS, pull) for pull in boundary.pulls)


def boundary_facts(boundary: Boundary, today: date, zone: tzinfo | None) -> list[Fact]:
    """Return all that a moment holds, for one column."""
    pulls = [(_("What pulled at me"), ", ".join(pull_words(boundary)))] if boundary.pulls else []
    return [*short_facts(boundary, today, zone), *pulls, *long_facts(boundary)]


def say_answer(follow_up: FollowUp, today: date, zone: tzinfo | None) -> str:
    """Return how a follow-up was answered, and when; "" while no guilt was said."""
    if follow_up.answered is None or follow_up.guilt is None:
        return ""
    when = say_past(follow_up.answered.astimezone(zone), today)
    return _("{number} of 10, {when}").format(number=follow_up.guilt, when=when)


def say_due(follow_up: FollowUp, today: date) -> str:
    """Return when a follow-up is asked, for one that is still open."""
    if follow_up.due <= today:
        return _("whenever you like")
    days = (follow_up.due - today).days
    if days == 1:
        return _("tomorrow")
    return _("on {day}").format(day=say_date(follow_up.due, today))


def say_minutes(minutes: int | None) -> str:
    """Return minutes as *45 minutes* or *2 h 30 min*; "" for None."""
    if minutes is None:
        return ""
    if minutes < 60:
        return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    hours, rest = divmod(minutes, 60)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def _ten(number: int | None) -> str:
    return "" if number is None else _("{number} of 10").format(number=number)


def _percent(number: int | None) -> str:
    return "" if number is None else _("{number} %").format(number=number)
