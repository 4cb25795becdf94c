"""Sentences are looked up when they are used; what has no translation stays English."""

import struct
from pathlib import Path

import pytest

from caregiver_journal.base import i18n
from caregiver_journal.base.i18n import DOMAIN, N_, _, choose_language, ngettext

HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"
GERMAN = {
    "": HEADER,
    "Good morning": "Guten Morgen",
    "{count} entry\0{count} entries": "{count} Eintrag\0{count} Einträge",
}


@pytest.fixture(autouse=True)
def catalogues(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "locale" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / f"{DOMAIN}.mo").write_bytes(compile_catalogue(GERMAN))
    monkeypatch.setattr(i18n, "resource", tmp_path.joinpath)
    monkeypatch.setattr(i18n, "_translation", i18n._translation)


def compile_catalogue(texts: dict[str, str]) -> bytes:
    """Return a catalogue as gettext reads it: two tables of lengths and places, then the texts."""
    encoded = sorted((key.encode(), value.encode()) for key, value in texts.items())
    count, begin = len(encoded), 28
    place = begin + 16 * count
    tables, bodies = [b"", b""], b""
    for column in (0, 1):
        for pair in encoded:
            tables[column] += struct.pack("<II", len(pair[column]), place + len(bodies))
            bodies += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, count, begin, begin + 8 * count, 0, 0)
    return head + tables[0] + tables[1] + bodies


def test_english_needs_no_catalogue() -> None:
    assert _("Good morning") == "Good morning"
    assert ngettext("{count} entry", "{count} entries", 2) == "{count} entries"


def test_a_chosen_language_is_used_from_then_on() -> None:
    choose_language("de")
    assert _("Good morning") == "Guten Morgen"
    assert ngettext("{count} entry", "{count} entries", 1) == "{count} Eintrag"
    assert ngettext("{count} entry", "{count} entries", 0) == "{count} Einträge"
    assert _("Not in the catalogue.") == "Not in the catalogue."


def test_a_language_without_a_catalogue_leaves_english() -> None:
    choose_language("de")
    choose_language("eo")
    assert _("Good morning") == "Good morning"


def test_a_marked_sentence_is_looked_up_only_when_it_is_used() -> None:
    choose_language("de")
    assert N_("Good morning") == "Good morning"
