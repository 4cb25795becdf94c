"""Good moments stand in a summary where they were picked, and nowhere else."""

from datetime import timedelta

import pytest
from support.builders import a_mood, a_practice, a_reflection, an_entry
from support.clock import START
from support.summary_blocks import all_words, items_of, quotes_of, said_by, section_of

from caregiver_journal.domain.boundary import Answer, Boundary
from caregiver_journal.domain.entry import Entry, Said
from caregiver_journal.domain.good_moment import KEPT_EXERCISES, STRENGTH_THEMES, is_good_moment
from caregiver_journal.domain.practice import Part
from caregiver_journal.domain.summary import Block, Words
from caregiver_journal.journal.exercising import shipped_exercises
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.prompts import shipped_themes
from caregiver_journal.journal.summary.picked import MOST_OFFERED, key_of

ONE = Block.GOOD
KEPT = a_practice("kept-moment", title="A moment to keep")
WROTE = a_practice("kept-moment", texts=(Part("word", "One word", "rain"),))


def _add(journal: Journal, said: Said, note: str = "", days: int = 0, **rest: bool) -> Entry:
    entry = an_entry(note, START - timedelta(days=days), mood=said, **rest)  # type: ignore[arg-type]
    journal.add(entry)
    return entry


def _key(entry: Entry) -> str:
    return key_of(ONE, entry.id)


def test_themes_and_exercises_are_those_of_the_program() -> None:
    assert {theme.id for theme in shipped_themes()} >= STRENGTH_THEMES
    assert {exercise.id for exercise in shipped_exercises()} >= KEPT_EXERCISES


@pytest.mark.parametrize(
    ("said", "note", "is_good"),
    [
        (a_mood(5), "Rain on the roof.", True),
        (a_mood(4), "Rain on the roof.", True),
        (a_mood(4), "", False),
        (a_mood(3), "Rain on the roof.", False),
        (a_reflection(theme="closeness"), "", True),
        (a_reflection(theme="guilt"), "note", False),
        (a_reflection(), "note", False),
        (KEPT, "note", True),
        (WROTE, "", True),
        (KEPT, "", False),
        (a_practice(), "note", False),
        (Boundary("Stay on", Answer.NO), "note", False),
    ],
)
def test_what_is_offered_is_what_can_be_picked(
    journal: Journal, said: Said, note: str, *, is_good: bool
) -> None:
    entry = _add(journal, said, note)
    assert is_good_moment(entry) is is_good
    assert [item.entry_id for item in items_of(journal, ONE)] == [entry.id] * is_good
    section = section_of(journal, ONE, taken=[_key(entry)])
    assert (section is not None) is is_good


def test_nothing_picked_says_nothing(journal: Journal) -> None:
    _add(journal, a_mood(5), "Rain on the roof.")
    (item,) = items_of(journal, ONE)
    assert not item.is_in_at_first
    assert section_of(journal, ONE) is None


def test_each_stands_in_the_words_it_was_written_in(journal: Journal) -> None:
    entries = [
        _add(journal, a_mood(5, 3, ("proud",)), "שקט.\n\n**Warm** feet."),
        _add(journal, a_reflection("I **stayed**.", question="What held?", theme="meaning"), "", 1),
        _add(journal, WROTE, "x" * 50_000, 2),
    ]
    section = said_by(journal, ONE, taken=map(_key, entries))
    assert (section.title, section.counted) == ("Good moments", "3 picked")
    assert [(quote.heading, quote.parts) for quote in quotes_of(section)] == [
        (
            "Wednesday 18 November · Practice · Five things around you",
            (("One word", "rain"), ("", "x" * 50_000)),
        ),
        ("Thursday 19 November · Reflection · What held?", (("", "I stayed."),)),
        ("Friday 20 November", (("", "שקט.\n\nWarm feet."),)),
    ]
    assert section.entry_ids == tuple(entry.id for entry in reversed(entries))
    assert section.rules == ()


def test_a_moment_of_the_night_names_its_day_and_the_one_it_counts_to(journal: Journal) -> None:
    entry = an_entry("Rain.", START.replace(hour=1, minute=5), mood=a_mood(5))
    journal.add(entry)
    when = "20 November, 01:05 (counts to 19 November)"
    (item,) = items_of(journal, ONE)
    assert item.words == f"{when} · Mood · very good: Rain."
    (quote,) = quotes_of(said_by(journal, ONE, taken=[item.key]))
    assert quote.heading == f"Friday {when}"


def test_three_at_most_and_it_is_said(journal: Journal) -> None:
    entries = [_add(journal, a_mood(5), "Good.", days) for days in range(4)]
    section = said_by(journal, ONE, taken=map(_key, entries))
    assert section.entry_ids == tuple(entry.id for entry in entries[2::-1])
    assert section.pieces[-1] == Words("4 were picked; the last 3 stand here.", is_small=True)


def test_the_newest_are_offered(journal: Journal) -> None:
    for days in range(MOST_OFFERED + 1):
        _add(journal, a_mood(5), f"Good {days}.", days)
    offered = items_of(journal, ONE)
    assert len(offered) == MOST_OFFERED
    assert offered[0].words == "20 November, 17:52 · Mood · very good: Good 0."


def test_none_that_is_private_deleted_early_or_of_another_kind_can_be_picked(
    journal: Journal,
) -> None:
    seen = _add(journal, a_mood(5), "Seen.")
    gone = _add(journal, a_mood(5), "SECRET gone")
    journal.remove(gone)
    others = [
        gone,
        _add(journal, a_mood(5), "SECRET", never_export=True),
        _add(journal, a_mood(5), "SECRET early", 92),
        _add(journal, a_mood(1), "SECRET low"),
    ]
    taken = map(_key, (seen, *others))
    section = said_by(journal, ONE, taken=taken)
    assert section.entry_ids == (seen.id,)
    assert "SECRET" not in all_words((section, items_of(journal, ONE)))
