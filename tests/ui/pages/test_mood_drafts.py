"""Whatever a stored draft turns out to be, the form can show it."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from support.builders import a_mood, an_entry
from support.clock import LONDON, START

from caregiver_journal.domain.mood import About
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.workday import Workday
from caregiver_journal.ui.pages.mood.drafts import (
    EMPTY,
    MoodDraft,
    WorkDraft,
    draft_of,
    from_plain,
    to_plain,
)
from caregiver_journal.ui.pages.mood.form import MoodForm
from caregiver_journal.ui.pages.mood.work import WorkNotes

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda part: st.lists(part, max_size=4) | st.dictionaries(st.text(max_size=9), part),
    max_leaves=8,
)
ZONES = st.sampled_from(["Europe/London", "America/St_Johns", "Pacific/Kiritimati", "UTC"])
MOMENTS = st.datetimes(
    datetime(1900, 1, 2),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2199, 12, 30),  # noqa: DTZ001
    timezones=ZONES.map(ZoneInfo),
    allow_imaginary=False,  # what a clock skips, no form can hold
)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
WORK = st.builds(
    WorkDraft,
    day=DAYS,
    shift=st.none() | st.integers(1, 9),
    hours=st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    load=st.none() | st.integers(0, 10),
)
DRAFTS = st.builds(
    MoodDraft,
    level=st.none() | st.integers(1, 5),
    energy=st.none() | st.integers(1, 5),
    words=st.lists(TEXT, max_size=3).map(tuple),
    note=TEXT,
    tags=st.lists(TEXT, max_size=3).map(tuple),
    happened=st.none() | MOMENTS,
    about=st.none() | st.sampled_from(About),
    day=st.none() | DAYS,
    belonging=st.none() | st.integers(0, 10),
    work=st.lists(WORK, max_size=3, unique_by=lambda work: work.day).map(
        lambda works: tuple(sorted(works, key=lambda work: work.day))
    ),
    never_export=st.booleans(),
    for_session=st.booleans(),
)
FIELDS = (
    *("level", "energy", "words", "about", "note", "tags", "happened", "zone", "day", "entry"),
    *("belonging", "work"),
)
MOMENT_TEXTS = st.sampled_from(
    [
        "2026-11-20",
        "2026-11-20T17:40",
        "2026-11-20T17:40:00+00:00",
        "0001-01-01T00:00:00+00:00",
        "9999-12-31T23:59:59+00:00",
        "2026-11-20T17:40:00+23:59",
        "",
    ]
)
ZONE_TEXTS = st.sampled_from(
    ["Europe/London", "America/Los_Angeles", "Asia/Tokyo", "Europe", "../etc", "\0", "no/such", ""]
)


@settings(deadline=None)
@given(DRAFTS, TEXT)
def test_a_draft_comes_back_as_it_was(draft: MoodDraft, entry_id: str) -> None:
    read, read_id = from_plain(to_plain(draft, entry_id))
    assert (read, read_id) == (draft, entry_id)
    if draft.happened is not None:
        assert read.happened is not None
        assert read.happened.tzinfo == draft.happened.tzinfo, "the zone it was written in"
        assert read.happened.utcoffset() == draft.happened.utcoffset(), "an hour that comes twice"


def test_an_empty_draft_is_nothing_unless_it_changes_an_entry() -> None:
    assert to_plain(EMPTY, "") == {}
    assert to_plain(EMPTY, "some-id")["entry"] == "some-id"
    assert from_plain({}) == (EMPTY, "")


def test_an_entry_as_a_draft() -> None:
    entry = an_entry("A note", mood=a_mood(2, 3, ("tired",)), tags=("late shift",))
    draft = draft_of(entry)
    assert from_plain(to_plain(draft, entry.id)) == (draft, entry.id)


def test_a_moment_with_an_offset_alone_keeps_it() -> None:
    moment = datetime(2026, 11, 20, 17, 40, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    draft, _entry = from_plain({"happened": moment.isoformat()})
    assert draft.happened == moment
    assert draft.happened.utcoffset() == moment.utcoffset()


@pytest.mark.parametrize("level", [True, 0, 6, -1, 2.0, "3", None, [3]])
def test_what_is_no_level_is_none(level: object) -> None:
    draft, _entry = from_plain({"level": level, "energy": level})
    assert draft.level is None
    assert draft.energy is None


@pytest.mark.parametrize(
    ("happened", "zone"),
    [
        ("2026-11-20T17:40", ""),  # no zone at all
        ("2026-11-20T17:40", "Europe/London"),
        ("0001-01-01T00:00:00+00:00", "America/Los_Angeles"),  # before the first year there
        ("9999-12-31T23:59:59+00:00", "Asia/Tokyo"),
        ("2026-11-20T17:40:00+00:00", "no/such"),
        ("2026-11-20T17:40:00+00:00", "Europe"),  # a folder
        ("2026-11-20T17:40:00+00:00", "../../etc/passwd"),
        ("yesterday", ""),
        (7, 7),
    ],
)
def test_a_moment_that_makes_no_sense_is_now(happened: object, zone: object) -> None:
    assert from_plain({"happened": happened, "zone": zone})[0].happened is None


LATE = Shift("Late", number=3)


def read_work(day: date) -> WorkNotes:
    """Return what a journal in which nothing was written knows of a day."""
    return WorkNotes(Workday(day), (Shift("Off", is_off=True, number=1), LATE), None)


@pytest.fixture
def form(qtbot: QtBot) -> MoodForm:
    form = MoodForm(lambda: START, read_work)
    form.show_work(START.date())
    qtbot.addWidget(form)
    return form


def test_whatever_is_kept_the_form_can_show_it(form: MoodForm) -> None:
    @settings(deadline=None, max_examples=60)
    @given(
        plain=JSON.filter(lambda value: isinstance(value, dict))
        | st.fixed_dictionaries(
            {},
            optional=dict.fromkeys(FIELDS, JSON)
            | {"level": st.integers(-1, 7) | JSON, "happened": MOMENT_TEXTS, "zone": ZONE_TEXTS},
        )
    )
    def show(plain: dict[str, object]) -> None:
        draft, _entry = from_plain(plain)
        form.fill(draft)
        shown = form.draft()
        assert (shown.level, shown.energy) == (draft.level, draft.energy)
        assert shown.happened == draft.happened

    show()


def test_half_a_character_does_no_harm(form: MoodForm) -> None:
    plain: dict[str, object] = json.loads('{"note": "a\\ud800b", "tags": ["\\udfff"]}')
    form.fill(from_plain(plain)[0])
    assert form.draft().note.startswith("a")


def test_what_the_form_holds_is_what_it_was_given(form: MoodForm) -> None:
    draft = MoodDraft(
        level=4,
        energy=2,
        words=("calm", "rested"),
        note="Two lines\nof a note <b>as typed</b>",
        tags=("day off",),
        happened=datetime(2026, 11, 19, 9, 5, tzinfo=LONDON),
        day=date(2026, 11, 18),
        about=About.BODY,
        never_export=True,
        for_session=True,
        belonging=0,
        work=(WorkDraft(date(2026, 11, 18), 3, "8,5", 7), WorkDraft(date(2026, 11, 20), 1)),
    )
    form.fill(draft)
    assert form.draft() == draft
    form.clear()
    assert form.draft() == EMPTY


def test_a_moment_of_another_zone_stays_in_it(form: MoodForm) -> None:
    happened = datetime(2026, 11, 19, 9, 5, tzinfo=UTC)
    form.fill(from_plain({"happened": happened.isoformat()})[0])
    assert form.draft().happened == happened
