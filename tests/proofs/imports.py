"""Bring in thousands of broken files, and open broken backups: refused, or taken whole."""

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from random import Random
from typing import Any

from proofs import archives, journals
from proofs.breaking import cut, put_in
from proofs.verdict import Size, Verdict
from support.incoming import run

from caregiver_journal.base.errors import ImportRefusedError, JournalError
from caregiver_journal.exchange.json_in import read_incoming
from caregiver_journal.exchange.records import from_plain
from caregiver_journal.journal.all_data import write_pieces
from caregiver_journal.journal.importing import Incoming, bring_in, compare
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.sample import fill_with_sample

WHAT = "bring in broken files: anything but a refusal or all of it"
_DAYS = 6
_CONTROLS = 200
_VALUES: tuple[object, ...] = (
    None, True, False, 0, -1, 1, 11, 10**6, 2**62, 1.5, -0.0, 1e300, "", " ", "a", "\ud800", "\0",
    "2026-11-20", "0001-01-01", "9999-12-31T23:59:59+14:00", "2026-11-20T25:00", "mood", "boundary",
    "x" * 3_000, [], [[]], [None], ["a", "a"], {}, {"": ""}, {"id": None}, "11:61", "[]", "never",
    "00000000-0000-0000-0000-000000000000", "=1+1", "\u202e", "\U0001f600", "e\u0301",
)  # fmt: skip
_BYTES = (
    b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b"\\u0000", b"\\ud800", b"NaN", b"-Infinity",
    b"1e999", b"9" * 50, b"[" * 40, b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"null",
    b"true", b'"id":1,', b"\n", b"/*", b"'", b"0x1",
)  # fmt: skip


def prove(size: Size) -> list[Verdict]:
    """Break a file in every way; the control reads the same files as a trusting program would."""
    wanted = size.of(600, 100_000)
    with journals.workshop("imports", in_memory=True) as place:
        journals.make(place / "journal")
        with closing(journals.open_again(place / "journal")) as journal:
            fill_with_sample(journal, days=_DAYS, seed=size.seed)
            pieces = write_pieces(journal, everything=True)
            whole = "".join(piece.text for piece in pieces).encode()
            before = _held(journal)
            findings, refused = _bring(journal, broken(whole, Random(size.seed), wanted))
            is_unchanged = _held(journal) == before and not journal.database.check(deep=True)
            control = sum(map(_is_trusted_badly, broken(whole, Random(size.seed), _CONTROLS)))
        of_backups = archives.prove(size, place)
    return [
        Verdict(
            what=WHAT,
            count=f"{wanted:,} files, {refused:,} refused",
            result=f"{len(findings)}",
            limit=f"0 of {wanted:,}",
            holds=not findings and 0 < refused < wanted and is_unchanged,
            control=f"trusting: {control} of {_CONTROLS} fail",
            control_found=control > 0,
            findings=tuple(findings),
        ),
        of_backups,
    ]


def broken(whole: bytes, random: Random, count: int) -> Iterator[bytes]:
    """Yield files of which something was cut, put in, turned round or replaced by another value."""
    for _number in range(count):
        way = random.choice((cut, _put_in, _flip, _replace, _replace, _replace))
        yield way(whole, random)


def _put_in(whole: bytes, random: Random) -> bytes:
    return put_in(whole, random, _BYTES)


def _flip(whole: bytes, random: Random) -> bytes:
    at = random.randrange(len(whole))
    return whole[:at] + bytes([whole[at] ^ (1 << random.randrange(8))]) + whole[at + 1 :]


def _replace(whole: bytes, random: Random) -> bytes:
    """Put other values into the places of some, or leave some out."""
    value: Any = json.loads(whole)
    for _time in range(random.choice((1, 1, 1, 3))):
        holder: Any = value
        while True:
            keys = list(holder if isinstance(holder, dict) else range(len(holder)))
            if not keys:
                break
            key = random.choice(keys)
            if isinstance(holder[key], dict | list) and random.random() < 0.9:
                holder = holder[key]
                continue
            if random.random() < 0.15:
                del holder[key]
            else:
                holder[key] = random.choice(_VALUES)
            break
    return json.dumps(value).encode()


def _bring(journal: Journal, files: Iterable[bytes]) -> tuple[list[str], int]:
    """Bring each in and take it back midway; return what should not have been, and how many not."""
    findings, refused = [], 0
    for data in files:
        try:
            _bring_and_take_back(journal, read_incoming(data))
        except ImportRefusedError:
            refused += 1
        except Exception as error:  # noqa: BLE001 - any other at all is a finding
            findings.append(f"{len(data)} bytes: {type(error).__name__}")
    return findings, refused


def _bring_and_take_back(journal: Journal, incoming: Incoming) -> None:
    work = bring_in(journal, run(compare(journal, incoming)), take_theirs=True)
    total = len(incoming.entries) + sum(map(len, incoming.parts.values()))
    for progress in work:
        if progress.done >= total:
            break
    work.close()


def _held(journal: Journal) -> bytes:
    parts = list(write_pieces(journal, everything=True))
    return "".join(piece.text for piece in parts[1:]).encode()


def _is_trusted_badly(data: bytes) -> bool:
    """Tell whether a reader that trusts its file ends with something it has no word for."""
    try:
        for record in json.loads(data)["entries"]:
            from_plain(record)
    except JournalError:
        return False
    except Exception:  # noqa: BLE001 - that is what it looks for
        return True
    return False
