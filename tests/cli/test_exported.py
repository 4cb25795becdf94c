"""What the command line prints of what left the journal."""

import json
from pathlib import Path

from support.journals import Place
from support.terminal import Terminal
from support.trends import TODAY

from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.period import Period
from caregiver_journal.journal.export_log import remember

Named = tuple[str, Path]


def export_two(place: Place) -> None:
    journal = place.open()
    remember(journal, Format.SUMMARY_PDF, Period(TODAY, TODAY), ("talk",), 2, Path("/a/Out/b.pdf"))
    remember(journal, Format.JSON, Period(), ("mood",), 5, Path("/a/Out/b.json"))
    place.close()


def test_nothing_left_yet(terminal: Terminal, journal_option: Named) -> None:
    answer = terminal.run("exported", *journal_option)
    assert (answer.code, answer.out, answer.err) == (1, "", "")


def test_what_left_is_printed(terminal: Terminal, journal_option: Named, place: Place) -> None:
    export_two(place)
    answer = terminal.run("exported", *journal_option)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[5:] == [
        "  Password: no",
        "Today 17:52 · Summary, PDF",
        "  Days: 20 November 2026",
        "  What: What I want to talk about",
        "  Entries in it: 2",
        "  Folder: Out",
        "  Password: no",
    ]


def test_what_left_can_be_read_by_programs(
    terminal: Terminal, journal_option: Named, place: Place
) -> None:
    export_two(place)
    answer = terminal.run("exported", "--json", *journal_option)
    data, summary = json.loads(answer.out)
    assert (data["first"], data["last"], data["format"]) == (None, None, "json")
    assert summary["made"].startswith("2026-11-20T17:52")
    assert {key: summary[key] for key in ("first", "last", "parts", "entries", "folder")} == {
        "first": "2026-11-20",
        "last": "2026-11-20",
        "parts": ["talk"],
        "entries": 2,
        "folder": "Out",
    }
    assert not summary["has_password"]
    assert not summary["is_everything"]
