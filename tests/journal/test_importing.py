"""What a file holds comes in once, all of it or nothing, and what was here stays unless asked."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from support.builders import (
    a_boundary,
    a_letter,
    a_measure,
    a_mood,
    a_practice,
    a_reflection,
    an_entry,
)
from support.clock import START
from support.incoming import a_file, run
from support.journals import Place

from caregiver_journal.base.errors import DiskFullError, ImportRefusedError, ReadOnlyJournalError
from caregiver_journal.domain.entry import Entry, Said
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.preference import LOOK
from caregiver_journal.domain.progress import Progress
from caregiver_journal.domain.query import Query
from caregiver_journal.exchange.json_file import VERSION
from caregiver_journal.journal.importing import (
    Count,
    Incoming,
    Preview,
    bring_in,
    compare,
    read_file,
)
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.vault.database import Values

MANY = 50


def incoming(*entries: Entry) -> Incoming:
    return Incoming(VERSION, entries)


def bring(journal: Journal, *entries: Entry, take_theirs: bool = False) -> Preview:
    preview = run(compare(journal, incoming(*entries)))
    return run(bring_in(journal, preview, take_theirs=take_theirs))


def some() -> tuple[Entry, ...]:
    """Return entries of every kind."""
    details: tuple[Said, ...] = (
        a_mood(),
        a_boundary(),
        a_reflection(),
        a_practice(),
        a_letter(),
        a_measure(),
    )
    moments = (START - timedelta(days=days) for days in range(len(details)))
    return tuple(
        an_entry("A heron by the canal", at, mood=detail, tags=("late", "calm"))
        for at, detail in zip(moments, details, strict=True)
    )


def all_of(journal: Journal) -> dict[str, Entry]:
    entries, _more = journal.entries.find(Query(), None, 1000)
    trash, _more = journal.entries.find(Query(in_trash=True), None, 1000)
    return {entry.id: entry for entry in (*entries, *trash)}


def test_entries_of_every_kind_come_in_with_their_words(
    journal: Journal, told: list[Changes]
) -> None:
    entries = some()
    preview = run(compare(journal, incoming(*entries)))
    assert set(preview.counts) == set(Kind)
    assert preview.entries == Count(new=6)
    assert not all_of(journal)
    assert not told
    assert run(bring_in(journal, preview)).counts == preview.counts
    assert all_of(journal) == {entry.id: entry for entry in entries}
    assert set(journal.search.find("heron", 10)) == {entry.id for entry in entries}
    assert journal.database.check(deep=True) == []
    assert [{*Kind, *Topic, LOOK} <= changes for changes in told] == [True]


def test_a_second_time_nothing_is_new(journal: Journal) -> None:
    entries = some()
    bring(journal, *entries)
    again = run(compare(journal, incoming(*entries)))
    assert again.entries == Count(same=6)
    assert not again.has_new
    assert not again.has_different
    before = all_of(journal)
    assert run(bring_in(journal, again, take_theirs=True)).entries == Count(same=6)
    assert all_of(journal) == before


def test_what_differs_stays_as_it_is_here(journal: Journal) -> None:
    (first, *_rest) = entries = some()
    bring(journal, *entries)
    journal.change(replace(first, note="Changed here"))
    assert bring(journal, *entries).entries == Count(same=5, different=1)
    assert journal.entries.get(first.id).note == "Changed here"


def test_what_differs_is_taken_where_the_person_says_so(journal: Journal) -> None:
    first, second, *_rest = entries = some()
    bring(journal, *entries)
    journal.change(replace(first, note="Changed here", tags=("only here",)))
    journal.remove(second)
    assert bring(journal, *entries, take_theirs=True).entries == Count(same=4, different=2)
    assert all_of(journal) == {entry.id: entry for entry in entries}
    assert journal.search.find("changed", 5) == []
    assert len(journal.search.find("heron", 10)) == 6
    assert journal.tags.names() == ["calm", "late"]
    assert journal.database.check(deep=True) == []


def test_an_entry_of_another_kind_can_be_taken_too(journal: Journal) -> None:
    mood = an_entry("Was a mood")
    journal.add(mood)
    other = replace(mood, detail=a_boundary("Cover the Monday"), note="")
    assert bring(journal, other).counts == {Kind.BOUNDARY: Count(different=1)}
    assert journal.entries.get(mood.id) == mood
    bring(journal, other, take_theirs=True)
    assert journal.entries.get(mood.id) == other
    assert journal.search.find("monday", 5) == [mood.id]
    assert journal.database.check(deep=True) == []


def test_what_lies_in_the_trash_here_stays_there(journal: Journal) -> None:
    entry = an_entry("Thrown away")
    journal.add(entry)
    journal.remove(entry)
    assert bring(journal, entry).entries == Count(different=1)
    assert journal.entries.get(entry.id).deleted is not None


def test_only_when_it_was_written_last_makes_no_difference(journal: Journal) -> None:
    entry = an_entry("Marked and unmarked")
    journal.add(entry)
    journal.mark(entry, for_session=True)
    assert bring(journal, entry).entries == Count(different=1)
    journal.mark(entry, for_session=False)
    assert bring(journal, entry).entries == Count(same=1)


def test_progress_tells_how_much_is_done(journal: Journal) -> None:
    entries = [an_entry("x", START - timedelta(hours=hour)) for hour in range(MANY)]
    seen = list(compare(journal, incoming(*entries)))
    assert seen == [Progress(0, MANY), Progress(20, MANY), Progress(40, MANY), Progress(MANY, MANY)]
    preview = run(compare(journal, incoming(*entries)))
    done = [each.done for each in bring_in(journal, preview)]
    assert done[:4] == [0, 20, 40, MANY]
    assert set(done[4:]) == {MANY}, "what is left is to put the words together"


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_to_close_it_midway_takes_everything_back(
    journal: Journal, told: list[Changes], steps: int
) -> None:
    kept = an_entry("Here before")
    journal.add(kept)
    told.clear()
    entries = [an_entry("gone", START - timedelta(hours=hour)) for hour in range(MANY)]
    work = bring_in(journal, run(compare(journal, incoming(*entries))))
    for _step in range(steps):
        next(work)
    work.close()
    assert list(all_of(journal)) == [kept.id]
    assert journal.search.find("gone", 5) == []
    assert not told
    assert journal.database.check(deep=True) == []
    journal.add(an_entry("After it"))


def test_many_entries_come_in_with_their_words_a_little_at_a_time(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [an_entry(f"word{at} late", START - timedelta(minutes=at)) for at in range(1_050)]
    size = journal.database.rows("PRAGMA cache_size")
    preview = run(compare(journal, incoming(*entries)))
    sent, write = [], journal.database.write

    def note(sql: str, values: Values = ()) -> int:
        sent.append(sql)
        return write(sql, values)

    monkeypatch.setattr(journal.database, "write", note)
    run(bring_in(journal, preview))
    assert sum("(rowid, body)" in sql for sql in sent) == 6, "two hundred at once, and the rest"
    assert journal.search.count("late") == len(entries)
    for at in (0, 1_049):
        assert journal.search.find(f"word{at}", 5) == [entries[at].id]
    assert journal.database.check(deep=True) == []
    assert journal.database.rows("PRAGMA cache_size") == size
    options: dict[str, int] = dict(journal.database.rows("SELECT k, v FROM entry_search_config"))
    assert (options["automerge"], options["crisismerge"]) == (4, 16), "as SQLite has them"


def test_what_differs_is_taken_amid_what_is_new(journal: Journal) -> None:
    there = an_entry("before", START)
    journal.add(there)
    many = [an_entry("new", START - timedelta(hours=hour)) for hour in range(1, MANY)]
    bring(journal, *many, replace(there, note="after"), take_theirs=True)
    assert journal.search.find("before", 5) == []
    assert journal.search.find("after", 5) == [there.id]
    assert journal.search.count("new") == len(many)
    assert journal.database.check(deep=True) == []


def test_to_close_the_journal_midway_takes_everything_back(place: Place) -> None:
    journal = place.open()
    entries = [an_entry("gone", START - timedelta(hours=hour)) for hour in range(MANY)]
    work = bring_in(journal, run(compare(journal, incoming(*entries))))
    next(work)
    next(work)
    journal.close()
    work.close()
    assert all_of(place.open()) == {}


def test_what_the_database_refuses_takes_everything_back(journal: Journal) -> None:
    good = an_entry("Good")
    bad = an_entry(mood=a_practice(""))
    with pytest.raises(ImportRefusedError) as caught:
        bring(journal, good, bad)
    assert caught.value.sentence == "Something in this file is not what any journal can keep."
    assert caught.value.__context__ is None
    assert all_of(journal) == {}


def test_a_full_disk_is_said_so_that_it_fits(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_entry: Entry) -> None:
        raise DiskFullError

    monkeypatch.setattr(journal.entries, "add", refuse)
    with pytest.raises(DiskFullError) as caught:
        bring(journal, an_entry())
    assert caught.value.next_step.startswith("Nothing was changed.")


def test_a_journal_that_can_only_be_read_takes_nothing(place: Place) -> None:
    journal = place.open()
    journal.database.read_only = True
    with pytest.raises(ReadOnlyJournalError):
        bring(journal, an_entry())


# --- files --------------------------------------------------------------------------------------


def test_a_file_is_read(tmp_path: Path) -> None:
    entries = some()
    assert read_file(a_file(tmp_path / "journal.json", entries)).entries == entries


def test_what_is_too_large_is_read_no_further(tmp_path: Path) -> None:
    path = a_file(tmp_path / "journal.json", some())
    with pytest.raises(ImportRefusedError, match="far too large"):
        read_file(path, 100)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing", Path("a\0b"), tmp_path / ("x" * 300)):
        with pytest.raises(ImportRefusedError, match="cannot be read"):
            read_file(path)


def test_a_file_from_before_lets_no_private_entry_out(journal: Journal) -> None:
    old = an_entry("Between us")
    bring(journal, old)
    journal.mark(old, never_export=True)
    assert bring(journal, old, take_theirs=True).entries == Count(same=1)
    assert journal.entries.get(old.id).never_export
    other = replace(old, note="Between the two of us")
    assert bring(journal, other, take_theirs=True).entries == Count(different=1)
    assert journal.entries.get(old.id) == replace(other, never_export=True)
    marked = replace(an_entry("Mine"), never_export=True)
    bring(journal, replace(marked, never_export=False))
    assert bring(journal, marked, take_theirs=True).entries == Count(different=1)
    assert journal.entries.get(marked.id).never_export
