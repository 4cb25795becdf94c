"""No byte of a summary's files holds a masked word, wherever the person wrote it."""

from datetime import timedelta
from uuid import UUID

import pytest
from support.boundaries import add_moment, asked_again
from support.builders import a_mood, an_entry
from support.planted_words import found_in
from support.trends import TODAY, add_mood, ago, noon

from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.session import TalkPoint
from caregiver_journal.domain.summary import Block, Choice, Summary
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.marking import write_mark
from caregiver_journal.journal.masking import masked
from caregiver_journal.journal.summary.files import make_laid_out, pdf_of, web_page_of
from caregiver_journal.journal.summary.reading import offer_items, read_summary

NAMES = ("Quillonbrook", "Harrowfax", "Weißenbach", "Zofia Überall", "0171 234567")
DAYS = Period(TODAY - timedelta(days=89), TODAY)


@pytest.fixture
def everything(journal: Journal) -> Summary:
    """All that a summary can say, with a name wherever somebody may have written one."""
    named = ", ".join(NAMES)
    for days in range(12):
        add_mood(journal, ago(days), 3)
        add_moment(
            journal,
            noon(ago(days)),
            asked=named,
            asker=NAMES[0],
            guilt=7,
            follow_ups=(asked_again(noon(ago(days))),),
        )
    journal.add(
        an_entry(f"{named}\n\n{named.upper()}", noon(ago(1)), mood=a_mood(4, 2, NAMES[1:2]))
    )
    write_mark(journal, EventMark(ago(3), NAMES[1]))
    with journal.writing():
        journal.talk_points.write(TalkPoint(str(UUID(int=1)), f"To talk: {named}", journal.clock()))
    taken = frozenset(item.key for block in Block for item in offer_items(journal, block, DAYS))
    return read_summary(journal, Choice(DAYS, frozenset(Block), NAMES[2], taken))


def left_in_files(summary: Summary) -> set[str]:
    ready = make_laid_out(summary)
    pdf = found_in(pdf_of(ready).content, ".pdf", NAMES)
    return pdf | found_in(web_page_of(ready), ".html", NAMES)


@pytest.mark.unwatched
def test_without_masks_all_words_are_found(everything: Summary) -> None:
    assert left_in_files(everything) == set(NAMES)


@pytest.mark.unwatched
def test_with_masks_none_is(journal: Journal, everything: Summary) -> None:
    summary = masked(journal, everything, [Mask(name, "—") for name in NAMES])
    assert left_in_files(summary) == set()


@pytest.mark.unwatched
def test_one_mask_takes_one_word(journal: Journal, everything: Summary) -> None:
    summary = masked(journal, everything, [Mask(NAMES[0])])
    assert left_in_files(summary) == set(NAMES[1:])
