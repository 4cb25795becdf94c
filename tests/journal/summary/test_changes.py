"""What changed is told by the fixed rules of what stands out; what is private has no part in it."""

from support.summary_blocks import all_words
from support.trends import TODAY, add_mood, ago

from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.summary import Block, Choice, Points, Section, Words
from caregiver_journal.domain.trend import MISSING
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.reader import Later
from caregiver_journal.journal.summary.reading import begin_section, offer_items, read_section

DAYS = 60
PERIOD = Period(ago(DAYS - 1), TODAY)
TEA = "Mood was 2.0 higher on days with “tea” than on the others."


def read(journal: Journal, period: Period = PERIOD, *left: str) -> Section | None:
    return read_section(journal, Block.CHANGES, Choice(period, left=frozenset(left)))


def fill(journal: Journal, *, never_export: bool = False) -> None:
    """Write sixty days, every third of them with tea and two steps higher."""
    for days in range(DAYS):
        has_tea = days % 3 == 0
        level = (2 if days % 4 < 2 else 3) + 2 * has_tea
        entry = add_mood(journal, ago(days), level, tags=("tea",) if has_tea else ())
        if never_export and has_tea:
            journal.mark(entry, never_export=True)


def test_an_empty_journal_says_what_is_missing(journal: Journal) -> None:
    assert read(journal) == Section(
        Block.CHANGES,
        "What stands out",
        (Words(MISSING.format(n=0, least=28)),),
        counted="0 days with a mood",
        rules=read(journal).rules,  # type: ignore[union-attr]
    )
    assert offer_items(journal, Block.CHANGES, PERIOD) == ()


def test_what_stands_out_is_told_and_can_be_left_out(journal: Journal) -> None:
    fill(journal)
    section = read(journal)
    assert section is not None
    assert section.counted == "60 days with a mood"
    assert isinstance(section.pieces[0], Points)
    ((sentence, behind),) = section.pieces[0].points
    assert sentence == TEA
    assert behind.startswith("22 Sep – 20 Nov 2026 · 95 % interval ")
    assert behind.endswith(" · 20 and 40 days.")
    (item,) = offer_items(journal, Block.CHANGES, PERIOD)
    assert (item.key, item.words, item.is_in_at_first) == ("changes/tag:tea", TEA, True)
    assert "tea" not in repr(item)
    assert read(journal, PERIOD, item.key) is None


def test_the_sums_are_left_to_any_thread(journal: Journal) -> None:
    fill(journal)
    begun = begin_section(journal, Block.CHANGES, Choice(PERIOD))
    assert isinstance(begun, Later)
    journal.close()
    assert TEA in all_words(begun.work_out())


def test_a_tag_on_private_entries_only_is_nowhere(journal: Journal) -> None:
    fill(journal, never_export=True)
    section = read(journal)
    assert section is not None
    assert section.counted == "40 days with a mood"
    assert "tea" not in all_words(section)
    assert offer_items(journal, Block.CHANGES, PERIOD) == ()


def test_hidden_tags_are_not_asked_about(journal: Journal) -> None:
    fill(journal)
    with journal.writing(Topic.TAG):
        journal.tags.hide("tea", hidden=True)
    assert "tea" not in all_words(read(journal))


def test_a_time_to_come_has_nothing_to_tell(journal: Journal) -> None:
    fill(journal)
    section = read(journal, Period(ago(-1), ago(-60)))
    assert section is not None
    assert section.counted == "0 days with a mood"
