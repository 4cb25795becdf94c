"""Make up what the invented person writes, while it is asked for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from caregiver_journal.domain.boundary import Boundary
from caregiver_journal.domain.day import DEFAULT_START, day_of
from caregiver_journal.domain.entry import Content, Entry, Said, make_entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.workday import LOADS, Workday
from caregiver_journal.journal.sample.asks import Asks
from caregiver_journal.journal.sample.life import Day, Turn, plan_days, share_out
from caregiver_journal.journal.sample.measured import Measuring
from caregiver_journal.journal.sample.moments import Moment, Moments
from caregiver_journal.journal.sample.moods import Feelings
from caregiver_journal.journal.sample.notes import Note, Notebook
from caregiver_journal.journal.sample.written import Writings

MARK = "invented"
"""A tag of every entry."""

Record = Entry | Workday | Pause

_FAR_PLACES = ("America/Halifax", "Asia/Kolkata", "Australia/Melbourne", "Atlantic/Azores")
_FAR = timedelta(hours=3)
_TAGS = {
    Turn.EARLY: "early shift",
    Turn.LATE: "late shift",
    Turn.NIGHT: "night shift",
    Turn.OFF: "day off",
    Turn.AWAY: "holiday",
}
_SHIFTS = {Turn.EARLY: "early", Turn.LATE: "late", Turn.NIGHT: "night"}
_HOURS = {Turn.EARLY: 7.5, Turn.LATE: 8.0, Turn.NIGHT: 10.0}
_TOLD = {True: 0.3, False: 0.03}
"""How often a story, and anything else, is meant for a session."""
_LATER = {"asked": 0.38, "written": 0.16, "practised": 0.12}
"""How often something is asked, written or practised at a later moment of a day."""
_KEPT = 0.04
"""How often an entry is never to leave the journal."""


class Invention:
    """An invented life up to now.

    Attributes:
        total: how many entries there will be.
    """

    def __init__(
        self,
        now: datetime,
        days: int,
        entries: int | None,
        seed: int,
        *,
        start: time = DEFAULT_START,
        shifts: Sequence[Shift] = (),
    ) -> None:
        self._now = now.astimezone(UTC).astimezone(now.tzinfo)  # a wall clock that can be
        self._start = start
        self._random = Random(seed)  # noqa: S311 - no secret
        self._shifts = {shift.name.casefold(): shift for shift in shifts}
        self._days: list[Day] = []
        if days and entries != 0:
            self._days = plan_days(day_of(self._now, start), days, self._random)
        if self._days and entries is not None:
            self._days = share_out(self._days, entries, self._random)
        self.total = sum(day.count for day in self._days)
        self._measuring = Measuring(self._days, seed)

    def records(self) -> Iterator[Record]:
        """Yield every record, those of the first day first."""
        if not self._days:
            return
        leave = [day.date for day in self._days if day.turn is Turn.LEAVE]
        if leave:
            yield Pause(leave[0], leave[-1])
        moments = Moments(self._now, self._start, self._random)
        home, far = _zones(self._now, self._random)
        write = self._writer()
        for day in self._days:
            zone = far if day.turn is Turn.AWAY else home
            for number, moment in enumerate(moments.of(day, zone)):
                entry = write(day, moment, self._what() if number else "")
                yield self._measured(day, entry) if number else entry
            workday = self._workday(day)
            if not workday.is_empty:
                yield workday

    def _writer(self) -> Callable[[Day, Moment, str], Entry]:
        """Return what writes the entry of a moment, as it goes with those before."""
        notebook, feelings = Notebook(self._random), Feelings(self._random)
        asks = Asks(self._random, self._now)
        writings = Writings(self._random, self._days[0].date, self._now)

        def write(day: Day, moment: Moment, what: str) -> Entry:
            if what == "asked":
                return self._asked(day, moment, asks.boundary(day, moment.happened))
            if what == "written":
                return self._entry(day, moment, Note(), writings.reflection())
            if what == "practised":
                practice, said = writings.practice(day.date)
                return self._entry(day, moment, Note(said), practice)
            level = feelings.level(day, moment.situation)
            note = notebook.write(day, moment, level)
            mood = feelings.mood(level, moment.situation, note.about)
            return self._entry(day, moment, note, mood)

        return write

    def _measured(self, day: Day, entry: Entry) -> Entry:
        """Return an entry; where a questionnaire is due, it takes the place of a later mood."""
        if entry.kind is not Kind.MOOD:
            return entry
        measure = self._measuring.measure(day.date, is_bare=not entry.note)
        if measure is None:
            return entry
        tags = tuple(tag for tag in entry.tags if tag in {*_TAGS.values(), MARK})
        return replace(entry, detail=measure, note="", tags=tags, for_session=False)

    def _what(self) -> str:
        """Return what a later moment of a day is about; "" for a mood."""
        (what,) = self._random.choices((*_LATER, ""), (*_LATER.values(), 1 - sum(_LATER.values())))
        return what

    def _asked(self, day: Day, moment: Moment, boundary: Boundary) -> Entry:
        entry = self._entry(day, moment, Note(), boundary)
        answers = [each.answered for each in boundary.follow_ups if each.answered]
        is_for_session = self._random.random() < _TOLD[bool(boundary.feared)]
        changed = max((entry.changed, *answers))
        return replace(entry, changed=changed, for_session=is_for_session)

    def _entry(self, day: Day, moment: Moment, note: Note, said: Said) -> Entry:
        content = Content(
            said,
            moment.happened,
            note.text,
            self._tags(day, note),
            never_export=self._random.random() < _KEPT,
            for_session=self._is_for_session(note),
        )
        later = self._random.choice((0, 0, 0, 1, 2, 4, 15, 190))
        written = moment.happened.astimezone(UTC) + timedelta(minutes=later)
        entry_id = str(UUID(int=self._random.getrandbits(128), version=4))
        return make_entry(content, min(written, self._now), self._start, entry_id)

    def _is_for_session(self, note: Note) -> bool:
        is_chosen = self._random.random() < _TOLD[note.is_story]
        return "my session" in note.text or (is_chosen and bool(note.text))

    def _tags(self, day: Day, note: Note) -> tuple[str, ...]:
        tags = [_TAGS[day.turn]] if self._random.random() < 0.8 else []
        if day.is_extra:
            tags.append("extra shift")
        return (*tags, *note.tags, MARK)

    def _workday(self, day: Day) -> Workday:
        """Return what was said of the work of a day; today's is not over, and some are left out."""
        nothing = Workday(day.date)
        if day.turn is Turn.LEAVE or self._random.random() < 0.1:
            return nothing
        shift = self._shifts.get(_SHIFTS.get(day.turn, "off"))
        if not day.is_worked or day is self._days[-1]:
            return Workday(day.date, shift)
        over = self._random.choice((0, 0, 0.5, 1)) * (1 - day.progress)
        load = 9.5 - 1.4 * day.mood + (1 if day.is_extra else 0) + self._random.gauss(0, 1)
        return Workday(
            day.date,
            shift,
            _HOURS[day.turn] + round(over * 2) / 2,
            max(LOADS[0], min(LOADS[-1], round(load))),
        )


def _zones(now: datetime, random: Random) -> tuple[ZoneInfo, ZoneInfo]:
    """Return the zone at home and one that is hours away."""
    home = now.tzinfo
    assert isinstance(home, ZoneInfo)  # noqa: S101 - every clock has one
    places = [ZoneInfo(name) for name in _FAR_PLACES]
    here = _offset(now)
    far = [zone for zone in places if abs(_offset(now.astimezone(zone)) - here) >= _FAR]
    return home, random.choice(far)


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()
