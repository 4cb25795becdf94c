"""The support card as the person has it, and its copy before unlocking."""

from dataclasses import replace

import pytest
from support.journals import Place
from support.vaults import CHEAP, PASSPHRASE

from caregiver_journal.base.content import ContentError, ContentFile
from caregiver_journal.base.errors import (
    DiskFullError,
    InvalidValueError,
    JournalError,
    NothingFoundError,
)
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.preference import SUPPORT_BEFORE_UNLOCK
from caregiver_journal.domain.support import MAX_TITLE, MOST_LINES, SupportLine
from caregiver_journal.journal import doors, supporting
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.open_card import read_open_card
from caregiver_journal.journal.support_content import (
    all_numbers,
    read_numbers,
    read_sentences,
    say_nobody_watches,
    sections,
    sentence,
)
from caregiver_journal.journal.supporting import (
    lines_of,
    move_line,
    open_card_problem,
    read_bare_card,
    read_card,
    remove_line,
    rename_section,
    show_before_unlock,
    write_line,
)
from caregiver_journal.store.preferences import PreferenceStore

ANA = SupportLine("people", "Ana", "after six")


def texts(journal: Journal, section: str = "people") -> list[str]:
    return [line.text for line in lines_of(journal, section)]


def add(journal: Journal, *words: str) -> list[SupportLine]:
    for text in words:
        write_line(journal, SupportLine("people", text))
    return lines_of(journal, "people")


# --- what comes with the program ------------------------------------------------------------------


def test_the_card_has_six_sections_sentences_and_dated_numbers() -> None:
    assert [section.id for section in sections()] == [
        "signs",
        "alone",
        "places",
        "people",
        "professionals",
        "emergency",
    ]
    assert "cannot call for help" in sentence("nobody-watching")
    assert sentence("nobody-watching") == say_nobody_watches(lies_open=False)
    assert "Nobody" not in say_nobody_watches(lies_open=True)
    assert "unprotected" in sentence("where-it-lies")
    assert sentence("check-again").format(country="Ireland", date="today")
    assert len(all_numbers()) >= 20


NUMBERS = """
[[numbers]]
country = "Sealand"
emergency = "1"
emergency_text = "Help"
line = "2"
line_text = "A line"
source = "The sea"
checked = 2026-11-26
"""


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ('"Sealand"', '""', "a text is missing"),
        ('"2"', '""', "a text is missing"),
        ("2026-11-26", '"2026-11-26"', "no day"),
        ("2026-11-26", "2026-11-26T10:00:00", "no day"),
        ('source = "The sea"', "", "source"),
    ],
)
def test_numbers_that_are_not_as_they_have_to_be_are_named(
    before: str, after: str, why: str
) -> None:
    assert read_numbers(ContentFile("support.toml", NUMBERS))[0].country == "Sealand"
    with pytest.raises(ContentError, match=rf"support.toml, line 2.*{why}"):
        read_numbers(ContentFile("support.toml", NUMBERS.replace(before, after)))


def test_a_sentence_that_is_missing_is_named() -> None:
    file = ContentFile("support.toml", '[[sentences]]\nid = "for-you"\ntext = "A card"')
    with pytest.raises(ContentError, match=r"support.toml: there is no sentence 'nobody-watching'"):
        read_sentences(file)


# --- what the person has written ------------------------------------------------------------------


def test_lines_are_added_changed_and_taken_back(journal: Journal, told: list[Changes]) -> None:
    take_back = write_line(journal, ANA)
    (line,) = lines_of(journal, "people")
    changed_back = write_line(journal, replace(line, text="Anna", detail=""))
    assert [(each.text, each.detail) for each in lines_of(journal, "people")] == [("Anna", "")]
    changed_back()
    assert lines_of(journal, "people") == [line]
    take_back()
    assert not lines_of(journal, "people")
    assert told == [frozenset({Topic.SUPPORT})] * 4


def test_a_line_goes_and_comes_back_where_it_was(journal: Journal) -> None:
    _first, second, _third = add(journal, "Ana", "Ben", "Cem")
    take_back = remove_line(journal, second)
    assert texts(journal) == ["Ana", "Cem"]
    with pytest.raises(NothingFoundError, match="not there any more"):
        remove_line(journal, second)
    take_back()
    assert texts(journal) == ["Ana", "Ben", "Cem"]


def test_lines_are_moved_and_stay_where_there_is_no_further(journal: Journal) -> None:
    first, _second, third = add(journal, "Ana", "Ben", "Cem")
    take_back = move_line(journal, third, -1)
    assert texts(journal) == ["Ana", "Cem", "Ben"]
    take_back()
    move_line(journal, first, -1)
    move_line(journal, third, 1)
    assert texts(journal) == ["Ana", "Ben", "Cem"]


def test_a_full_section_takes_no_more_but_can_be_changed(journal: Journal) -> None:
    lines = add(journal, *(f"Number {n}" for n in range(MOST_LINES)))
    with pytest.raises(InvalidValueError, match="full"):
        write_line(journal, ANA)
    write_line(journal, replace(lines[-1], text="Ana"))
    assert texts(journal)[-1] == "Ana"


def test_saving_forgets_the_draft_of_that_section_alone(journal: Journal) -> None:
    journal.save_draft("support.line", {"people": {"text": "A"}, "alone": {"text": "B"}})
    write_line(journal, ANA, draft=DraftName("support.line", "people"))
    assert journal.drafts.read("support.line") == {"alone": {"text": "B"}}


def test_sections_are_called_something_else_and_their_own_name_again(journal: Journal) -> None:
    own = next(section.title for section in sections() if section.id == "people")

    def title() -> str:
        return next(part.title for part in read_card(journal) if part.section == "people")

    take_back = rename_section(journal, "people", "  My\n crew ")
    assert title() == "My crew"
    take_back()
    assert title() == own
    rename_section(journal, "people", "My crew")
    rename_section(journal, "people", own)
    assert not journal.support.titles()
    with pytest.raises(InvalidValueError):
        rename_section(journal, "people", "x" * (MAX_TITLE + 1))


def test_lines_outlive_the_section_and_the_words_around_them(journal: Journal) -> None:
    write_line(journal, ANA)
    write_line(journal, SupportLine("gone", "Kept"))
    assert [part.section for part in read_card(journal)][-1] == "gone"
    bare = {part.section: [line.text for line in part.lines] for part in read_bare_card(journal)}
    assert bare == {"people": ["Ana"], "gone": ["Kept"]}
    assert {part.title for part in read_bare_card(journal)} == {"Lines"}


# --- before unlocking -----------------------------------------------------------------------------


def shown(journal: Journal) -> list[str]:
    """Return what can be read without a key."""
    return [line.text for part in read_open_card(journal.folder) for line in part.lines]


def test_nothing_lies_outside_while_nobody_asked_for_it(journal: Journal) -> None:
    write_line(journal, ANA)
    rename_section(journal, "people", "My crew")
    assert not journal.folder.has_support_card()
    everything = b"".join(p.read_bytes() for p in journal.folder.path.rglob("*") if p.is_file())
    assert b"Ana" not in everything
    assert b"My crew" not in everything


def test_what_lies_outside_follows_each_change_and_goes_with_the_switch(journal: Journal) -> None:
    write_line(journal, ANA)
    show_before_unlock(journal, shown=True)
    assert shown(journal) == ["Ana"]
    take_back = write_line(journal, SupportLine("people", "Ben"))
    assert shown(journal) == ["Ana", "Ben"]
    take_back()
    assert shown(journal) == ["Ana"]
    rename_section(journal, "people", "My crew")
    assert [part.title for part in read_open_card(journal.folder)] == ["My crew"]
    show_before_unlock(journal, shown=False)
    assert not journal.folder.has_support_card()
    write_line(journal, SupportLine("people", "Cem"))
    assert not journal.folder.has_support_card()


def problem(journal: Journal) -> str:
    """Return what is said of what lies outside; "" while nothing is wrong with it."""
    found = open_card_problem(journal)
    return "" if found is None else found.sentence


def refuse(*_arguments: object, **_named: object) -> None:
    raise DiskFullError


def test_where_it_cannot_be_written_it_is_gone_and_the_card_is_saved(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    show_before_unlock(journal, shown=True)
    write_line(journal, ANA)
    monkeypatch.setattr(supporting, "write_open_card", refuse)
    take_back = remove_line(journal, lines_of(journal, "people")[0])
    assert not lines_of(journal, "people")
    assert not journal.folder.has_support_card(), "what was taken off the card is read nowhere"
    assert "could not be written" in problem(journal)
    monkeypatch.undo()
    take_back()
    assert shown(journal) == ["Ana"]
    assert not problem(journal)


def test_a_folder_in_the_way_is_named_and_hinders_neither_a_line_nor_the_switch(
    journal: Journal,
) -> None:
    show_before_unlock(journal, shown=True)
    journal.folder.support_card.unlink()
    journal.folder.support_card.mkdir()
    write_line(journal, ANA)
    assert texts(journal) == ["Ana"]
    assert "a folder lies" in problem(journal)
    show_before_unlock(journal, shown=False)
    assert not journal.setting(SUPPORT_BEFORE_UNLOCK)
    assert not problem(journal)
    with pytest.raises(JournalError, match="A folder lies"):
        show_before_unlock(journal, shown=True)
    assert not journal.setting(SUPPORT_BEFORE_UNLOCK)


def test_what_cannot_be_switched_off_stays_on_and_what_is_off_stays_off(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_line(journal, ANA)
    show_before_unlock(journal, shown=True)
    with monkeypatch.context() as full:
        full.setattr(PreferenceStore, "write", refuse)
        with pytest.raises(DiskFullError):
            show_before_unlock(journal, shown=False)
    assert shown(journal) == ["Ana"], "it is on, and can be read"
    monkeypatch.setattr(supporting, "remove_open_card", refuse)
    monkeypatch.setattr(supporting, "write_open_card", refuse)
    write_line(journal, SupportLine("people", "Ben"))
    assert "older card" in problem(journal)
    with pytest.raises(JournalError, match="could not be taken away") as told:
        show_before_unlock(journal, shown=False)
    assert "tried again" in told.value.next_step
    monkeypatch.undo()
    write_line(journal, SupportLine("people", "Cem"))
    assert not journal.folder.has_support_card()


def test_where_the_switch_cannot_be_kept_nothing_lies_outside(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_line(journal, ANA)
    monkeypatch.setattr(PreferenceStore, "write", refuse)
    with pytest.raises(DiskFullError):
        show_before_unlock(journal, shown=True)
    assert not journal.folder.has_support_card()


@pytest.mark.parametrize("wanted", [True, False])
def test_opening_settles_what_lies_outside(place: Place, *, wanted: bool) -> None:
    journal = place.open()
    write_line(journal, ANA)
    show_before_unlock(journal, shown=wanted)
    path = journal.folder.support_card
    for left_over in ('{"an older": "card"}', ""):  # killed before the file followed
        path.write_text(left_over, encoding="utf-8")
        if not left_over:
            path.unlink()
        place.close()
        assert shown(place.open()) == (["Ana"] if wanted else [])
        assert path.exists() is wanted


def test_what_shows_before_unlocking_outlives_broken_words_around_it(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ContentError("support.toml: broken")

    show_before_unlock(journal, shown=True)
    monkeypatch.setattr(supporting, "sections", broken)
    write_line(journal, ANA)
    assert shown(journal) == ["Ana"]


def test_a_card_that_cannot_be_taken_away_hinders_nobody_from_opening(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = place.open()
    journal.folder.support_card.write_text("left over", encoding="utf-8")
    place.close()
    monkeypatch.setattr(supporting, "remove_open_card", refuse)
    assert place.open().folder.has_support_card()


@pytest.mark.parametrize("wanted", [True, False])
def test_a_new_recovery_code_leaves_no_copy_beside_it(place: Place, *, wanted: bool) -> None:
    journal = place.open()
    write_line(journal, ANA)
    show_before_unlock(journal, shown=True)
    show_before_unlock(journal, shown=wanted)
    place.close()
    renewed = doors.renew_code(place.folder, PASSPHRASE, CHEAP)
    files = [path for path in place.folder.rglob("*") if path.is_file()]
    holding = [path.name for path in files if b"after six" in path.read_bytes()]
    assert holding == (["support-card.json"] if wanted else [])
    again = doors.open_journal(place.folder, renewed, place.clock)
    assert texts(again) == ["Ana"]
    assert again.setting(SUPPORT_BEFORE_UNLOCK) is wanted
    again.close()
