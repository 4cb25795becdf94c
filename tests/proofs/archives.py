"""Open thousands of broken backups: each is refused with a sentence, or gives what was put in."""

import io
import json
import warnings
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from proofs.breaking import cut, put_in
from proofs.verdict import Size, Verdict

from caregiver_journal.base.errors import JournalError
from caregiver_journal.vault.backup_file import (
    DATABASE,
    KEYS,
    MANIFEST,
    check_members,
    read_keys,
    read_manifest,
    unpack,
    write_backup,
)

WHAT = "open broken backups: anything but a refusal or all of it"
_MADE = datetime(2026, 11, 20, 17, 52, tzinfo=UTC)
_BYTES = (b"PK\3\4", b"PK\1\2", b"PK\5\6", b"\0" * 8, b"\xff" * 8, b"{", b'"', b"..", b"/", b"9")
_VALUES: tuple[object, ...] = (
    None, True, -1, 0, 1, 2**63, 1e300, "", "a", "\ud800", [], {}, "2026-11-20T17:52:00Z",
    "9999-99-99T00:00:00Z", "0001-01-01T00:00:00+14:00", "0" * 64, "1" * 5_000,
)  # fmt: skip
_NAMES = ("../journal.db", "/journal.db", "C:\\journal.db", "", "a" * 60_000, "README.txt", "x\0y")

Members = list[tuple[str, bytes]]
"""What is in a backup, in its order."""


def prove(size: Size, place: Path) -> Verdict:
    """Break a small backup in every way; the control reads them as a trusting program would."""
    wanted = size.of(600, 100_000)
    whole, path = place / "whole.cjbackup", place / "broken.cjbackup"
    (place / "some.db").write_bytes(Random(size.seed).randbytes(3_000))
    write_backup(whole, place / "some.db", b'{"a": "key file"}', 6, _MADE)
    right = (place / "some.db").read_bytes(), b'{"a": "key file"}'
    findings, refused, control = [], 0, 0
    for data in broken(whole.read_bytes(), Random(size.seed), wanted):
        path.write_bytes(data)
        try:
            if _open(path, place) != right:
                findings.append(f"{len(data)} bytes: something else came out")
        except JournalError:
            refused += 1
        except Exception as error:  # noqa: BLE001 - any other at all is a finding
            findings.append(f"{len(data)} bytes: {type(error).__name__}")
        control += _is_trusted_badly(path, right)
    return Verdict(
        what=WHAT,
        count=f"{wanted:,} files, {refused:,} refused",
        result=f"{len(findings)}",
        limit=f"0 of {wanted:,}",
        holds=not findings and 0 < refused < wanted,
        control=f"trusting: {control:,} of {wanted:,} fail",
        control_found=control > 0,
        findings=tuple(findings),
    )


def broken(whole: bytes, random: Random, count: int) -> Iterator[bytes]:
    """Yield files that were cut, overwritten, or put together anew with something else in them."""
    for _number in range(count):
        way = random.choice((cut, _put_in, _overwrite, _put_together, _put_together))
        yield way(whole, random)


def _put_in(whole: bytes, random: Random) -> bytes:
    return put_in(whole, random, _BYTES)


def _overwrite(whole: bytes, random: Random) -> bytes:
    """Overwrite something, most often in the lists at both ends."""
    end = random.choice((60, len(whole)))
    at = random.choice((random.randrange(end), len(whole) - 1 - random.randrange(end)))
    piece = random.choice((*_BYTES, bytes([whole[at] ^ (1 << random.randrange(8))])))
    return whole[:at] + piece + whole[at + len(piece) :]


def _put_together(whole: bytes, random: Random) -> bytes:
    """Make a sound zip file whose members are not what they should be."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    way = random.choice(
        (_with_manifest, _with_manifest, _with_member, _with_name, _without, _with_order)
    )
    way(members, random)
    kind = random.choice((zipfile.ZIP_STORED, zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", kind) as archive:
        warnings.simplefilter("ignore")  # two of one name are what is wanted
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, kind)
        archive.comment = random.choice((b"", b"", b"a comment"))
    return target.getvalue()


def _with_manifest(members: Members, random: Random) -> None:
    """Put another value somewhere into the manifest, or leave one out."""
    content = json.loads(members[-1][1])
    holder = random.choice((content, content["members"], *content["members"].values()))
    key = random.choice(list(holder))
    if random.random() < 0.2:
        del holder[key]
    else:
        holder[key] = random.choice(_VALUES)
    text = json.dumps(content, sort_keys=random.random() < 0.5, separators=(",", ":"))
    members[-1] = (MANIFEST, text.encode("utf-8", "surrogatepass"))


def _with_member(members: Members, random: Random) -> None:
    at = random.randrange(len(members))
    data = random.choice((b"", bytes(70_000), members[at][1] + b"1", members[at][1][:-1]))
    members[at] = (members[at][0], data)


def _with_name(members: Members, random: Random) -> None:
    at = random.randrange(len(members))
    members[at] = (random.choice(_NAMES), members[at][1])


def _without(members: Members, random: Random) -> None:
    del members[random.randrange(len(members))]


def _with_order(members: Members, random: Random) -> None:
    members.append(random.choice(members))
    random.shuffle(members)


def _open(path: Path, place: Path) -> tuple[bytes, bytes]:
    """Do with a backup all that the program does; return what came out of it."""
    read_manifest(path)
    check_members(path)
    keys = read_keys(path)
    unpack(path, place / "out.db", place / "out.keys")
    if (place / "out.keys").read_bytes() != keys:
        return b"", keys
    return (place / "out.db").read_bytes(), keys


def _is_trusted_badly(path: Path, right: tuple[bytes, bytes]) -> bool:
    """Tell whether a reader that trusts its file fails, or takes something else for right."""
    try:
        with zipfile.ZipFile(path) as archive:
            json.loads(archive.read(MANIFEST))["members"][DATABASE]["size"]
            return (archive.read(DATABASE), archive.read(KEYS)) != right
    except Exception:  # noqa: BLE001 - that is what it looks for
        return True
