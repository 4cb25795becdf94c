"""Search for every kind of nonsense: nothing but an answer may come back."""

import string
from collections.abc import Iterator
from contextlib import closing
from random import Random

from proofs import course, journals
from proofs.verdict import Size, Verdict

from caregiver_journal.base.errors import JournalError
from caregiver_journal.journal.journal import Journal
from caregiver_journal.vault.database import DatabaseBug

WHAT = "search for random strings: uncaught errors"
_ENTRIES = 300
_PIECES = (
    '"', "'", "*", "^", "(", ")", "-", "+", ":", "{", "}", "[", "]", ",", ".", ";", "%", "_", "\\",
    " ", "  ", "\t", "\n", "\0", "\x01", "\x7f", "AND", "OR", "NOT", "NEAR", "NEAR(", "body:",
    "entry_search", "MATCH", "--", "/*", "a", "tense", "calm", "Müde", "疲れた", "e\u0301", "ß",
    "\ud800", "\udfff", "\ufeff", "\u202e", "\U0001f600", "0", "1e999", "NaN", "١٢", "ⅷ",
    "\U0001d56c",
    "'; DROP TABLE entries; --", '" OR "', '""', '"*', "* *", "rank", "-\"", "^a", "a*b*",
)  # fmt: skip
_RAW = "SELECT rowid FROM entry_search WHERE entry_search MATCH ? LIMIT 5"


def prove(size: Size) -> list[Verdict]:
    """Search through the real index; the control hands the same strings over as they are."""
    wanted = size.of(5_000, 100_000)
    with journals.workshop("search", in_memory=True) as place:
        journals.make(place / "journal")
        with closing(journals.open_again(place / "journal")) as journal:
            with journal.writing():
                for number in range(1, _ENTRIES + 1):
                    journal.entries.add(course.entry(number))
            findings, found = _search(journal, strings(Random(size.seed), wanted))
            control = _search_raw(journal, strings(Random(size.seed), 500))
            entries = course.read(journal).entries
    return [
        Verdict(
            what=WHAT,
            count=f"{wanted:,} strings, {found:,} found something",
            result=f"{len(findings)}",
            limit=f"0 of {wanted:,}",
            holds=not findings and found > 0 and len(entries) == _ENTRIES,
            control=f"unquoted: {control} of 500 fail",
            control_found=control > 0,
            findings=tuple(findings),
        )
    ]


def strings(random: Random, count: int) -> Iterator[str]:
    """Yield strings of operators, quotes, controls, surrogates and words, and of any character."""
    for _number in range(count):
        length = random.choice((1, 2, 3, 5, 8, 30))
        if random.random() < 0.7:
            yield "".join(random.choices(_PIECES, k=length))
        elif random.random() < 0.5:
            yield "".join(random.choices(string.printable, k=length * 2))
        else:
            yield "".join(chr(random.randrange(0x11_0000)) for _each in range(length))


def _search(journal: Journal, texts: Iterator[str]) -> tuple[list[str], int]:
    findings, found = [], 0
    for text in texts:
        try:
            found += bool(journal.search.find(text, 20))
        except Exception as error:  # noqa: BLE001 - any at all is a finding
            findings.append(f"{text!a}: {type(error).__name__}")
    return findings, found


def _search_raw(journal: Journal, texts: Iterator[str]) -> int:
    failed = 0
    for text in texts:
        try:
            journal.database.rows(_RAW, (text,))
        except (JournalError, DatabaseBug):
            failed += 1
    return failed
