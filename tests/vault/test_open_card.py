"""The support card outside the vault: written whole, for its owner, and read whatever it is."""

import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.vaults import quick

from caregiver_journal.base.errors import ReadOnlyFolderError
from caregiver_journal.domain.support import MOST_LINES, Part, SupportLine
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.open_card import read_open_card, remove_open_card, write_open_card

PEOPLE = Part("people", "Those I ask", (SupportLine("people", "Ana", "after six"),), "a note")
EMPTY = Part("alone", "What helps")
FORMAT = "caregiver-journal support card"


@pytest.fixture
def folder(tmp_path: Path) -> JournalFolder:
    """A folder without a card."""
    return JournalFolder(tmp_path)


def put(folder: JournalFolder, content: object, **changed: object) -> None:
    """Write a file of the right format around parts that may be anything."""
    plain = {"format": FORMAT, "version": 1, "parts": content} | changed
    folder.support_card.write_text(json.dumps(plain), encoding="utf-8")


def test_what_was_written_is_read_and_empty_sections_are_left_out(folder: JournalFolder) -> None:
    assert read_open_card(folder) == ()
    assert not folder.has_support_card()
    write_open_card(folder, [PEOPLE, EMPTY])
    assert folder.has_support_card()
    assert read_open_card(folder) == (PEOPLE,)
    assert os.listdir(folder.path) == ["support-card.json"]  # noqa: PTH208 - names alone
    if sys.platform != "win32":
        assert folder.support_card.stat().st_mode & 0o777 == 0o600


def test_it_goes_with_what_a_crash_left_of_it(folder: JournalFolder) -> None:
    write_open_card(folder, [PEOPLE])
    left = folder.support_card.with_name("support-card.json.tmp-0123456789abcdef")
    left.write_text("half of it", encoding="utf-8")
    other = folder.path / "journal.keys.tmp-0123456789abcdef"
    other.write_text("being written", encoding="utf-8")
    remove_open_card(folder)
    remove_open_card(folder)
    assert list(folder.path.iterdir()) == [other]


def test_a_folder_that_takes_nothing_says_so(
    folder: JournalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise PermissionError(13, "no")

    write_open_card(folder, [PEOPLE])
    before = folder.support_card.read_bytes()
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ReadOnlyFolderError):
        write_open_card(folder, [EMPTY])
    assert folder.support_card.read_bytes() == before
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(ReadOnlyFolderError):
        remove_open_card(folder)


# --- files that are not as this program wrote them ------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"7",
        b'"text"',
        b"{",
        b"[" * 100_000,
        b'{"format": "caregiver-journal support card", "version": 1}',
    ],
)
def test_what_is_no_card_is_not_shown(folder: JournalFolder, content: bytes) -> None:
    folder.support_card.write_bytes(content)
    assert read_open_card(folder) == ()


LINE = ["Ana", "after six"]


@pytest.mark.parametrize(
    "parts",
    [
        7,
        {"a": 1},
        [7],
        [{}],
        [{"section": 1, "title": "t", "note": "", "lines": [LINE]}],
        [{"section": "s", "title": None, "note": "", "lines": [LINE]}],
        [{"section": "s", "title": "t", "note": "", "lines": {"a": 1}}],
        [{"section": "s", "title": "t", "note": "", "lines": [["one"]]}],
        [{"section": "s", "title": "t", "note": "", "lines": [[1, 2]]}],
        [{"section": "s", "title": "t", "note": "", "lines": [["", ""]]}],
        [{"section": "s", "title": "t" * 300, "note": "", "lines": [LINE]}],
        [{"section": "s", "title": "t", "lines": [LINE]}],
    ],
)
def test_parts_of_another_kind_are_not_shown(folder: JournalFolder, parts: object) -> None:
    put(folder, parts)
    assert read_open_card(folder) == ()


@pytest.mark.parametrize("changed", [{"version": 2}, {"format": "other"}])
def test_a_card_of_another_format_is_not_shown(
    folder: JournalFolder, changed: dict[str, object]
) -> None:
    put(folder, [{"section": "s", "title": "t", "note": "", "lines": [LINE]}], **changed)
    assert read_open_card(folder) == ()


def test_markup_controls_and_too_many_lines_do_no_harm(folder: JournalFolder) -> None:
    lines = [["<img src='//host/share'>\x00\x1b", "\ud800 x"]] * 100
    put(folder, [{"section": "s\n", "title": "<b>t</b>", "note": "\x07", "lines": lines}] * 50)
    parts = read_open_card(folder)
    assert len(parts) == 20
    assert len(parts[0].lines) == MOST_LINES
    assert parts[0].title == "<b>t</b>"
    assert parts[0].lines[0].text == "<img src='//host/share'>\N{REPLACEMENT CHARACTER}"


def test_a_file_that_is_too_large_is_not_read(folder: JournalFolder) -> None:
    put(folder, [{"section": "s", "title": "t", "note": "", "lines": [LINE] * 100_000}])
    assert folder.support_card.stat().st_size > 1 << 20
    assert read_open_card(folder) == ()


def test_a_folder_in_its_place_is_not_read(folder: JournalFolder) -> None:
    folder.support_card.mkdir()
    assert read_open_card(folder) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_link_and_a_pipe_are_not_read_nor_waited_for(folder: JournalFolder) -> None:
    write_open_card(folder, [PEOPLE])
    other = folder.path / "other.json"
    folder.support_card.rename(other)
    folder.support_card.symlink_to(other)
    assert read_open_card(folder) == ()
    folder.support_card.unlink()
    os.mkfifo(folder.support_card)
    assert read_open_card(folder) == ()


@settings(quick, max_examples=30)
@given(st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=8) | st.binary())
def test_no_content_is_an_error(tmp_path_factory: pytest.TempPathFactory, content: object) -> None:
    folder = JournalFolder(tmp_path_factory.getbasetemp())
    if isinstance(content, bytes):
        folder.support_card.write_bytes(content)
    else:
        put(folder, content)
    assert read_open_card(folder) == ()
