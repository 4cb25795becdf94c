"""What the writer wants to talk about stands first, without a word of what is never exported."""

from datetime import date, timedelta

from support.clock import START
from support.trends import TODAY, add_mood, ago

from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.session import Goal, TalkPoint
from caregiver_journal.domain.summary import Block, Choice, Piece, Points, Ruled, Section, Words
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.reading import offer_items, read_section

MONTH = Period(ago(29), TODAY)
ROOM = (Words("Room for notes by hand.", is_small=True), Ruled(3))
ASKING = Words("Questions for the therapist:")


def key(name: str, sort: str = "point") -> str:
    return f"talk/{sort}/{name:0>36}"


def add_goal(journal: Journal, name: str, text: str, reached: date | None = None) -> None:
    with journal.writing(Topic.SESSION):
        journal.goals.write(
            Goal(f"{name:0>36}", text, START + timedelta(minutes=int(name)), reached)
        )


def add_point(
    journal: Journal,
    name: str,
    text: str,
    *,
    asks: bool = False,
    entry: str = "",
    talked: date | None = None,
) -> None:
    made = START + timedelta(minutes=int(name))
    with journal.writing(Topic.SESSION):
        journal.talk_points.write(TalkPoint(f"{name:0>36}", text, made, asks, entry, talked))


def read(journal: Journal, *left: str) -> Section:
    section = read_section(journal, Block.TALK, Choice(MONTH, left=frozenset(left)))
    assert section is not None
    return section


def pieces(journal: Journal, *left: str) -> tuple[Piece, ...]:
    return read(journal, *left).pieces


def points(*texts: str) -> Points:
    return Points(tuple((text, "") for text in texts))


def test_an_empty_journal_leaves_room_for_a_pen(journal: Journal) -> None:
    assert read(journal) == Section(Block.TALK, "What I want to talk about", ROOM)
    assert offer_items(journal, Block.TALK, MONTH) == ()


def test_goals_stand_in_one_line_then_points_then_questions(journal: Journal) -> None:
    add_point(journal, "3", "Why I still say yes to the Saturday shifts.")
    add_point(journal, "1", "How do I tell Mum?", asks=True)
    add_point(journal, "2", "The night of the 3rd.\nIn two lines.")
    add_goal(journal, "5", "Say no once\na week")
    add_goal(journal, "4", "Sleep before a shift")
    section = read(journal)
    assert section.pieces == (
        Words("Working on: Sleep before a shift · Say no once a week", is_own=True),
        points(
            "The night of the 3rd.\nIn two lines.", "Why I still say yes to the Saturday shifts."
        ),
        ASKING,
        points("How do I tell Mum?"),
    )
    assert section.counted == "2 points · 1 question"
    assert [(item.key, item.words) for item in offer_items(journal, Block.TALK, MONTH)] == [
        (key("4", "goal"), "Sleep before a shift"),
        (key("5", "goal"), "Say no once a week"),
        (key("2"), "The night of the 3rd. In two lines."),
        (key("3"), "Why I still say yes to the Saturday shifts."),
        (key("1"), "How do I tell Mum?"),
    ]


def test_each_can_be_left_out(journal: Journal) -> None:
    add_goal(journal, "1", "Rest")
    add_point(journal, "2", "The rota")
    add_point(journal, "3", "What now?", asks=True)
    assert pieces(journal, key("1", "goal")) == (points("The rota"), ASKING, points("What now?"))
    assert pieces(journal, key("2"), key("1", "goal")) == (ASKING, points("What now?"))
    assert read(journal, key("2")).counted == "1 question"
    goal = Words("Working on: Rest", is_own=True)
    assert pieces(journal, key("2"), key("3")) == (goal, *ROOM)


def test_what_is_over_is_not_said_again(journal: Journal) -> None:
    add_goal(journal, "1", "Reached", reached=ago(3))
    add_point(journal, "2", "Talked", talked=ago(3))
    assert pieces(journal) == ROOM
    assert offer_items(journal, Block.TALK, MONTH) == ()


def test_a_point_from_an_entry_that_is_never_exported_is_nowhere(journal: Journal) -> None:
    private, open_one, gone = (add_mood(journal, ago(1), 3) for _entry in range(3))
    for name, entry in zip("123", (private, open_one, gone), strict=True):
        add_point(journal, name, f"Point {name}", entry=entry.id)
    journal.mark(private, never_export=True)
    journal.remove(gone)
    assert pieces(journal) == (points("Point 2", "Point 3"),)
    assert [item.key for item in offer_items(journal, Block.TALK, MONTH)] == [
        key("2"),
        key("3"),
    ]
    journal.remove(private)
    journal.delete_for_good(gone)
    assert pieces(journal) == (points("Point 2", "Point 3"),)
    journal.delete_for_good(private)
    assert pieces(journal) == (points("Point 2", "Point 3"),)


def test_a_key_that_takes_a_private_point_takes_nothing(journal: Journal) -> None:
    private = add_mood(journal, ago(1), 3)
    journal.mark(private, never_export=True)
    add_point(journal, "1", "Secret", entry=private.id)
    choice = Choice(MONTH, taken=frozenset({key("1")}))
    section = read_section(journal, Block.TALK, choice)
    assert section is not None
    assert section.pieces == ROOM


def test_words_from_right_to_left_stay_as_they_are(journal: Journal) -> None:
    add_point(journal, "1", "למה אני תמיד אומרת כן")
    assert pieces(journal) == (points("למה אני תמיד אומרת כן"),)


def test_a_long_point_is_short_where_it_is_chosen_and_whole_where_it_stands(
    journal: Journal,
) -> None:
    long = "Saturday " * 200
    add_point(journal, "1", long)
    (item,) = offer_items(journal, Block.TALK, MONTH)
    assert len(item.words) <= 100
    assert pieces(journal) == (points(long.strip()),)
