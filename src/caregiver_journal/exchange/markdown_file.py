"""Write the entries of a day as one Markdown file with front matter.

One file a day, called by the day, is what Obsidian takes for its daily notes and what Logseq makes
of a journal: what was written there and here meets under the same name.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.boundary_facts import say_minutes
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.entry_facts import NO_DAY, Naming, entry_facts
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.phrasing import say_day, say_time, say_title
from caregiver_journal.domain.session import Session, TalkPoint
from caregiver_journal.domain.talks import Talks, homework_word
from caregiver_journal.domain.workday import Workday
from caregiver_journal.exchange.markdown_text import (
    escape_line,
    escape_text,
    tag_word,
    yaml_list,
    yaml_text,
)

TALKS_NAME = "sessions.md"
"""The file of what belongs to talks with a therapist."""


def day_name(day: date) -> str:
    """Return what the file of a day is called."""
    return f"{day.isoformat()}.md"


def write_day(day: date, entries: Sequence[Entry], workday: Workday | None, naming: Naming) -> str:
    """Return the file of a day.

    Args:
        day: to which all of it counts.
        entries: in the order in which they are written.
        workday: what was said of the work of that day; None for nothing.
        naming: what things are called.
    """
    lines = [*_front_matter(day, entries, workday), "", f"# {escape_line(say_day(day, NO_DAY))}"]
    if workday is not None:
        lines += ["", f"**{_('Work')}:** {escape_line(_say_work(workday))}"]
    for entry in entries:
        lines += ["", *_entry_lines(entry, naming)]
    return "\n".join(lines) + "\n"


def _front_matter(day: date, entries: Sequence[Entry], workday: Workday | None) -> Iterator[str]:
    """Yield what programs read; texts in quotes, numbers and days of our own bare."""
    kinds = dict.fromkeys(entry.kind.value for entry in entries)
    tags = dict.fromkeys(tag_word(tag) for entry in entries for tag in entry.tags)
    moods = [entry.detail.level for entry in entries if isinstance(entry.detail, Mood)]
    yield "---"
    yield f"date: {day.isoformat()}"
    yield f"kinds: {yaml_list(list(kinds))}"
    if words := [word for word in tags if word]:
        yield f"tags: {yaml_list(words)}"
    if moods:
        yield f"moods: {moods}"
        yield f"mood: {round(sum(moods) / len(moods), 2):g}"
    if workday is not None and workday.shift is not None:
        yield f"shift: {yaml_text(workday.shift.name)}"
    if workday is not None and workday.hours is not None:
        yield f"hours: {workday.hours:g}"
    if workday is not None and workday.load is not None:
        yield f"load: {workday.load}"
    yield "---"


def _say_work(workday: Workday) -> str:
    parts = []
    if workday.shift is not None:
        parts.append(workday.shift.name)
    if workday.hours is not None:
        parts.append(say_minutes(round(workday.hours * 60)))
    if workday.load is not None:
        parts.append(_("load {number} of 10").format(number=workday.load))
    return ", ".join(parts)


def _entry_lines(entry: Entry, naming: Naming) -> Iterator[str]:
    yield f"## {say_time(entry.happened)} · {escape_line(say_title(entry))}"
    facts = entry_facts(entry, naming)
    tags = [(_("Tags"), ", ".join(entry.tags))] if entry.tags else []
    if entry.happened.date() != entry.day:
        tags = [(_("On"), say_day(entry.happened.date(), NO_DAY)), *tags]
    if short := [*facts.short, *tags]:
        yield ""
        yield from (f"- **{escape_line(title)}:** {escape_line(words)}" for title, words in short)
    for title, words in facts.long:
        yield from ("", f"**{escape_line(title)}**", "", escape_text(words))
    if entry.note:
        if facts.long:
            yield from ("", f"**{_('Note')}**")
        yield from ("", escape_text(entry.note))


def write_talks(talks: Talks) -> str:
    """Return the file of what belongs to talks with a therapist; "" where there is nothing."""
    parts = [
        (
            _("Goals"),
            [_ended(goal.text, goal.reached, _("reached on {day}")) for goal in talks.goals],
        ),
        (_("To talk about"), [_point(each) for each in talks.points]),
        (
            _("Homework"),
            [
                _item(each.text, homework_word(each.state), each.how_it_went)
                for each in talks.homework
            ],
        ),
        (_("Sessions"), [_session(each) for each in talks.sessions]),
    ]
    lines: list[str] = []
    for title, items in parts:
        if items:
            lines += ["", f"## {escape_line(title)}", "", *items]
    if not lines:
        return ""
    return "\n".join(["---", 'kinds: ["session"]', "---", "", f"# {_('Sessions')}", *lines]) + "\n"


def _ended(text: str, day: date | None, said: str) -> str:
    return _item(text, "" if day is None else said.format(day=day.isoformat()))


def _point(point: TalkPoint) -> str:
    return _ended(point.text, point.talked, _("talked about on {day}"))


def _session(session: Session) -> str:
    when = session.day.isoformat() + (f" {say_time(session.at)}" if session.at else "")
    return _item(when, "", session.note)


def _item(text: str, state: str, more: str = "") -> str:
    """Return an item of a list; what is said further of it stands below, as part of it."""
    first = f"{text} ({state})" if state else text
    said = f"{first}\n\n{more}" if more else first
    return "- " + escape_text(said).replace("\n", "\n  ").replace("\n  \n", "\n\n")
