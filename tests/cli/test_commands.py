"""What each command does to a real journal, and what it says."""

import re
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from support.builders import a_boundary, a_mood, an_entry
from support.clock import START
from support.journals import Place
from support.terminal import Answer, Terminal
from support.vaults import CHEAP, PASSPHRASE, damage_page

from caregiver_journal import app
from caregiver_journal.domain.boundary import Answer as Done
from caregiver_journal.domain.boundary import Boundary, FollowUp, Wanted
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.preference import ASK_AGAIN
from caregiver_journal.journal import doors
from caregiver_journal.journal.sample import MARK
from caregiver_journal.journal.sample import PASSPHRASE as OPEN_SECRET

Named = tuple[str, Path]


def read(place: Place) -> list[Entry]:
    """Return the entries of the journal, which no command has open any more."""
    entries, _place = place.open().entries.page(None, 1_000)
    place.close()
    return entries


def write(place: Place, *entries: Entry) -> None:
    journal = place.open()
    for entry in entries:
        journal.add(entry)
    place.close()


# --- new ----------------------------------------------------------------------------------------


def test_new_makes_a_journal_and_shows_its_recovery_code(
    terminal: Terminal, tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    answer = terminal.run("new", "--journal", folder)
    assert (answer.code, answer.err) == (0, "")
    place, strength, _explained, code = answer.out.splitlines()
    assert place == f"The journal lies in {folder}."
    assert strength.startswith("Passphrase: ")
    assert doors.unlock_with_code(folder, code) == doors.unlock(folder, PASSPHRASE, CHEAP)
    assert PASSPHRASE not in answer.out


def test_new_asks_twice_without_showing_it(terminal: Terminal, tmp_path: Path) -> None:
    terminal.typed = [PASSPHRASE, PASSPHRASE]
    answer = terminal.run_alone("new", "--journal", tmp_path / "mine")
    assert answer.code == 0
    assert terminal.prompts == ["New passphrase: ", "Once more: "]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([PASSPHRASE, "grey heron over the canel"], "The two passphrases differ."),
        (["grey", "grey"], "Too short: 6 more characters are needed."),
        (["", ""], ""),
        ([], "The passphrase could not be read."),
    ],
)
def test_new_makes_nothing_of_a_passphrase_that_will_not_do(
    terminal: Terminal, tmp_path: Path, typed: list[str], said: str
) -> None:
    terminal.typed = list(typed)
    answer = terminal.run_alone("new", "--journal", tmp_path / "mine")
    assert (answer.code, answer.out) == (3, "")
    assert said in answer.err
    assert not (tmp_path / "mine").exists()


def test_new_leaves_a_journal_that_is_there_alone(
    terminal: Terminal, place: Place, journal_option: Named
) -> None:
    write(place, an_entry("mine"))
    answer = terminal.run("new", *journal_option)
    assert answer.code == 3
    assert "This folder already holds a journal." in answer.err
    assert [entry.note for entry in read(place)] == ["mine"]


def test_a_folder_at_home_may_be_written_with_a_tilde(terminal: Terminal, home: Path) -> None:
    assert terminal.run("new", "--journal", "~/mine").code == 0
    assert (home / "mine" / "journal.db").exists()


# --- the passphrase -----------------------------------------------------------------------------


def test_a_passphrase_is_asked_for_once(terminal: Terminal, journal_option: Named) -> None:
    terminal.typed = [PASSPHRASE]
    assert terminal.run_alone("verify", *journal_option).code == 0
    assert terminal.prompts == ["Passphrase: "]


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n", b"\nsecond line\n"])
def test_a_passphrase_is_the_first_line_of_standard_input(
    terminal: Terminal, journal_option: Named, end: bytes
) -> None:
    answer = terminal.run_alone(
        "verify", *journal_option, "--passphrase-file", "-", stdin=PASSPHRASE.encode() + end
    )
    assert answer.code == 0


def test_a_passphrase_file_of_an_old_editor_is_read_without_its_mark(
    terminal: Terminal, journal_option: Named, tmp_path: Path
) -> None:
    path = tmp_path / "passphrase.txt"
    path.write_text(PASSPHRASE, encoding="utf-8-sig")
    assert terminal.run_alone("verify", *journal_option, "--passphrase-file", path).code == 0


@pytest.mark.parametrize("make", ["missing", "folder", "not text"])
def test_a_passphrase_that_cannot_be_read_is_an_error(
    terminal: Terminal, journal_option: Named, tmp_path: Path, make: str
) -> None:
    path = tmp_path / "secret"
    if make == "folder":
        path.mkdir()
    elif make == "not text":
        path.write_bytes(b"\xff\xfe\xff\n")
    answer = terminal.run_alone("verify", *journal_option, "--passphrase-file", path)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == "caregiver-journal: The passphrase could not be read.\n"


# --- log mood -----------------------------------------------------------------------------------


def log(terminal: Terminal, place: Place, *arguments: object, stdin: bytes = b"") -> Answer:
    return terminal.run("log", "mood", "--journal", place.folder, *arguments, stdin=stdin)


def test_a_mood_is_a_level_and_no_more_is_needed(terminal: Terminal, place: Place) -> None:
    answer = log(terminal, place, "--level", 4)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "Saved: Today 17:52.\n"
    (entry,) = read(place)
    assert (entry.detail, entry.note, entry.tags) == (a_mood(4), "", ())
    assert entry.happened == entry.created == START


def test_a_mood_takes_everything_it_can_have(terminal: Terminal, place: Place) -> None:
    answer = log(
        terminal,
        place,
        *("--level", 2, "--energy", 1, "--words", "tense, tired,,tense"),
        *("--tags", "#late shift,home", "--note", " Back-to-back visits. "),
        *("--at", "2026-11-20 03:40"),
    )
    assert answer.out == "Saved: Today 03:40.\n"
    (entry,) = read(place)
    assert entry.detail == a_mood(2, 1, ("tense", "tired"))
    assert entry.tags == ("late shift", "home")
    assert entry.note == "Back-to-back visits."
    assert entry.day.isoformat() == "2026-11-19"
    assert entry.created == START


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-07-01 12:00", "2026-07-01T12:00:00+01:00"),
        ("2026-11-20T23:40+13:00", "2026-11-20T23:40:00+13:00"),
        ("2026-11-20T23:40:59.5-03:30", "2026-11-20T23:40:59.500000-03:30"),
        ("2026-11-20T10:00Z", "2026-11-20T10:00:00+00:00"),
        (" 20261120T1000 ", "2026-11-20T10:00:00+00:00"),
        ("2026-11-20", "2026-11-20T00:00:00+00:00"),
        ("2026-11-20T10:00+23:59:59", "2026-11-19T10:00:01+00:00"),
    ],
)
def test_a_moment_has_the_zone_of_this_computer_unless_it_names_one(
    terminal: Terminal, place: Place, text: str, moment: str
) -> None:
    assert log(terminal, place, "--level", 3, "--at", text).code == 0
    (entry,) = read(place)
    if "59:59" in text:  # the offset is kept to the minute, the instant exactly
        assert entry.happened.isoformat() == "2026-11-20T09:59:01+23:59"
    else:
        assert entry.happened.isoformat() == moment


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--level", 6), "A mood is a number from 1 to 5."),
        (("--level", 3, "--energy", 9), "Energy is a number from 1 to 5."),
        (("--level", 3, "--at", "yesterday"), "--at is not understood."),
        (("--level", 3, "--at", "25:00"), "Write it like “2026-11-20 23:40”."),
        (("--level", 3, "--at", "1826-11-20 10:00"), "between the years 1900 and 2199"),
        (("--level", 3, "--at", "0001-01-01T00:00+05:00"), "between the years"),
        (("--level", 3, "--tags", "x" * 201), "This text is too long"),
    ],
)
def test_a_mood_that_cannot_be_stored_is_refused(
    terminal: Terminal, place: Place, arguments: tuple[object, ...], said: str
) -> None:
    answer = log(terminal, place, *arguments)
    assert (answer.code, answer.out) == (3, "")
    assert said in answer.err
    assert read(place) == []


def test_a_note_can_come_from_standard_input(terminal: Terminal, place: Place) -> None:
    answer = log(terminal, place, "--level", 3, "--note", "-", stdin="one\r\nzwölf\n".encode())
    assert answer.code == 0
    assert [entry.note for entry in read(place)] == ["one\nzwölf"]


def test_a_note_that_is_no_text_is_refused(terminal: Terminal, place: Place) -> None:
    answer = log(terminal, place, "--level", 3, "--note", "-", stdin=b"caf\xe9")
    assert answer.code == 3
    assert answer.err == "caregiver-journal: The note could not be read.\n"


def test_note_and_passphrase_cannot_both_come_from_standard_input(
    terminal: Terminal, place: Place
) -> None:
    answer = terminal.run_alone(
        *("log", "mood", "--level", 3, "--note", "-", "--journal", place.folder),
        *("--passphrase-file", "-"),
    )
    assert answer.code == 3
    assert "Only one of these can come from standard input." in answer.err


# --- log boundary -------------------------------------------------------------------------------


def test_a_boundary_moment_is_what_was_asked_and_done(terminal: Terminal, place: Place) -> None:
    answer = terminal.run(
        *("log", "boundary", "--journal", place.folder, "--asked", "Cover Saturday", "--did", "no")
    )
    assert (answer.code, answer.out, answer.err) == (0, "Saved: Today 17:52.\n", "")
    (entry,) = read(place)
    tomorrow = FollowUp(START.date() + timedelta(days=1))
    assert entry.detail == a_boundary("Cover Saturday", follow_ups=(tomorrow,))


@pytest.mark.parametrize(
    ("chosen", "days"),
    [((), 3), (("--ask-again", "tomorrow"), 1), (("--ask-again", "never"), None)],
)
def test_it_is_asked_again_as_is_set_or_said(
    terminal: Terminal, place: Place, chosen: tuple[str, ...], days: int | None
) -> None:
    place.open().set(ASK_AGAIN, "in_3_days")
    place.close()
    terminal.run(
        "log", "boundary", "--journal", place.folder, "--asked", "x", "--did", "no", *chosen
    )
    (entry,) = read(place)
    due = () if days is None else (FollowUp(START.date() + timedelta(days=days)),)
    assert entry.detail == a_boundary("x", follow_ups=due)


def test_a_boundary_moment_takes_everything_it_can_have(terminal: Terminal, place: Place) -> None:
    answer = terminal.run(
        *("log", "boundary", "--journal", place.folder, "--asked", "-", "--did", "other-terms"),
        *("--asker", "team lead", "--wanted", "no", "--setting", "work", "--limit", "my evenings"),
        *("--pulls", "guilt, my mother", "--feared", "A cold week", "--belief", 70),
        *("--words", "I can swap.", "--respect", "Once.", "--next-time", "Sooner."),
        *("--guilt-before", 8, "--guilt", 6, "--resentment", 0, "--energy", 4, "--minutes", 15),
        *(
            "--ask-again",
            "in-3-days",
            "--tags",
            "team",
            "--note",
            "tired",
            "--at",
            "2026-11-20 03:40",
        ),
        stdin=b"Cover Saturday\n",
    )
    assert (answer.code, answer.out) == (0, "Saved: Today 03:40.\n")
    (entry,) = read(place)
    assert (entry.note, entry.tags, entry.day.isoformat()) == ("tired", ("team",), "2026-11-19")
    assert entry.detail == Boundary(
        "Cover Saturday",
        Done.OTHER_TERMS,
        Wanted.NO,
        "team lead",
        "work",
        "my evenings",
        ("guilt", "my mother"),
        feared="A cold week",
        belief=70,
        words="I can swap.",
        guilt_before=8,
        guilt=6,
        resentment=0,
        energy=4,
        minutes=15,
        respect="Once.",
        next_time="Sooner.",
        follow_ups=(FollowUp(START.date() + timedelta(days=3)),),
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--asked", "  "), "What was asked needs a few words."),
        (("--asked", "x", "--guilt", 11), "This is a number from 0 to 10."),
        (("--asked", "x", "--belief", 101), "This is a number from 0 to 100."),
        (("--asked", "x", "--asker", "x" * 61), "at most 60 characters"),
        (("--asked", "-", "--note", "-"), "Only one of these"),
    ],
)
def test_a_boundary_moment_that_cannot_be_stored_is_refused(
    terminal: Terminal, place: Place, arguments: tuple[object, ...], said: str
) -> None:
    answer = terminal.run(
        "log", "boundary", "--journal", place.folder, "--did", "no", *arguments, stdin=b"x"
    )
    assert (answer.code, answer.out) == (3, "")
    assert said in answer.err
    assert read(place) == []


# --- verify -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "said"), [(0, "0 entries."), (1, "1 entry."), (2, "2 entries.")])
def test_a_whole_file_is_said_to_be_whole(
    terminal: Terminal, place: Place, journal_option: Named, count: int, said: str
) -> None:
    write(place, *[an_entry("note") for _number in range(count)])
    answer = terminal.run("verify", "--deep", *journal_option)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"The file is whole: {said}\n"


def test_every_damaged_page_is_found(
    terminal: Terminal, place: Place, journal_option: Named
) -> None:
    write(place, *[an_entry(f"note {number}", tags=("home",)) for number in range(5)])
    database = place.folder / "journal.db"
    whole = database.read_bytes()
    for page in range(2, len(whole) // 4096 + 1):
        damage_page(database, page)
        answer = terminal.run("verify", "--deep", *journal_option)
        assert (answer.code, answer.err) == (1, ""), f"page {page}"
        assert "damaged" in answer.out
        assert "whole" not in answer.out
        database.write_bytes(whole)
    assert terminal.run("verify", *journal_option).code == 0


def test_an_index_that_disagrees_is_said_to(
    terminal: Terminal, place: Place, journal_option: Named
) -> None:
    journal = place.open()
    journal.add(an_entry("the canal"))
    with journal.writing():
        journal.database.write("UPDATE notes SET text = 'the river'")
    place.close()
    answer = terminal.run("verify", "--deep", *journal_option)
    assert answer == Answer(1, "The search index does not agree with the entries.\n", "")


# --- demo ---------------------------------------------------------------------------------------


def read_demo(folder: Path) -> list[Entry]:
    journal = doors.open_journal(folder, doors.unlock(folder, OPEN_SECRET, CHEAP))
    entries, _place = journal.entries.page(None, 1_000)
    journal.close()
    return entries


def test_a_demo_is_a_year_that_says_it_is_invented(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "look"
    answer = terminal.run_alone("demo", "--no-open", "--to", folder)
    entries = read_demo(folder)
    assert answer == Answer(
        0,
        f"An invented journal with {len(entries)} entries lies in {folder}.\n"
        f"Its passphrase: {OPEN_SECRET}\n",
        "",
    )
    assert 500 <= len(entries) <= 700
    assert all(MARK in entry.tags for entry in entries)
    assert 355 <= (entries[0].day - entries[-1].day).days < 365


def test_a_demo_covers_the_days_it_is_asked_for(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "look"
    assert terminal.run_alone("demo", "--no-open", "--to", folder, "--days", 5).code == 0
    days = {(START.date() - entry.day).days for entry in read_demo(folder)}
    assert {0, 1, 3, 4} <= days <= {0, 1, 2, 3, 4}


def test_a_demo_tells_a_terminal_how_far_it_is_and_wipes_that(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    folder = tmp_path / "look"
    answer = terminal.run_alone("demo", "--no-open", "--to", folder, "--entries", 1_500)
    *steps, wiped, end = answer.err.split("\r")
    assert len(steps) >= 2
    assert all(re.fullmatch(r"|\d+(,\d+)* of 1,500", step) for step in steps)
    assert (wiped.strip(), end) == ("", "")
    assert len(wiped) >= len(steps[-1])
    assert "1,500" not in answer.out


def test_a_demo_is_as_long_as_asked_for_under_a_passphrase_of_ones_own(
    terminal: Terminal, tmp_path: Path
) -> None:
    folder = tmp_path / "look"
    answer = terminal.run("demo", "--no-open", "--to", folder, "--entries", 3, "--seed", 9)
    assert answer.out == f"An invented journal with 3 entries lies in {folder}.\n"
    doors.unlock(folder, PASSPHRASE, CHEAP)


def test_a_demo_without_a_folder_lies_in_a_temporary_one(terminal: Terminal) -> None:
    answer = terminal.run_alone("demo", "--no-open", "--entries", 1)
    folder = Path(answer.out.splitlines()[0].split(" lies in ")[1].removesuffix("."))
    assert folder.parent == Path(tempfile.gettempdir()).resolve()
    assert (folder / "journal.db").exists()


def test_a_demo_opens_in_the_window(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def run(folder: Path) -> int:
        opened.append(folder)
        return 0

    monkeypatch.setattr(app, "run", run)
    assert terminal.run_alone("demo", "--to", tmp_path / "look", "--entries", 1).code == 0
    assert opened == [(tmp_path / "look").resolve()]


def test_a_demo_leaves_a_journal_that_is_there_alone(terminal: Terminal, place: Place) -> None:
    write(place, an_entry("mine"))
    answer = terminal.run_alone("demo", "--no-open", "--to", place.folder)
    assert answer.code == 3
    assert [entry.note for entry in read(place)] == ["mine"]
