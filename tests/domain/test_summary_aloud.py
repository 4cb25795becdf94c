"""What the pages of a summary say is heard in full, and in their order."""

from support.summaries import a_summary

from caregiver_journal.domain.summary import (
    Block,
    Drawing,
    Points,
    Quote,
    Ruled,
    Section,
    Table,
    Words,
)
from caregiver_journal.domain.summary_aloud import say_aloud


def lines(*sections: Section) -> list[str]:
    summary = a_summary(*sections)
    head, foot = [summary.title, summary.subtitle], [*summary.limits, *summary.rules, summary.foot]
    said = say_aloud(summary).splitlines()
    assert said[: len(head)] == head
    assert said[len(said) - len(foot) :] == foot
    return said[len(head) : len(said) - len(foot)]


def test_each_kind_of_piece_is_said() -> None:
    section = Section(
        Block.MOOD,
        "Mood",
        (
            Words("Mood was the same."),
            Points((("A point", "from 3 May"), ("Another", ""))),
            Table("Numbers", ("", "Now", "Before"), (("Days", "3", "4"), ("Energy", "", "2"))),
            Drawing(None, "Mood went up."),
            Quote("3 May", (("", "A note"), ("Next time", "Say no"))),
            Ruled(5),
        ),
        "12 days",
    )
    assert lines(section) == [
        "Mood: 12 days",
        "Mood was the same.",
        "A point: from 3 May",
        "Another",
        "Numbers",
        "Days: Now: 3; Before: 4",
        "Energy: Before: 2",
        "Mood went up.",
        "3 May",
        "A note",
        "Next time: Say no",
        "Empty lines to write on.",
    ]


def test_what_counts_nothing_has_its_name_alone() -> None:
    assert lines(Section(Block.GLANCE, "At a glance", ())) == ["At a glance"]
