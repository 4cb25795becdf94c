"""What is remembered outside the journal is read whatever the file holds."""

import json
import logging
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caregiver_journal.base.look import LOOKS
from caregiver_journal.ui.window_state import WindowState, read_window_state, write_window_state

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda part: st.lists(part, max_size=4) | st.dictionaries(st.text(max_size=9), part),
    max_leaves=8,
)


def _write(folder: Path, text: str) -> None:
    (folder / "window.json").write_text(text, encoding="utf-8")


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    state = WindowState(look="dark", text_size=150).with_journal(Path("/a/journal"))
    state = state.with_geometry(b"\x00\x01geometry")
    write_window_state(state, tmp_path / "new")
    assert read_window_state(tmp_path / "new") == state
    assert state.geometry_bytes() == b"\x00\x01geometry"


def test_the_file_belongs_to_the_person_alone(tmp_path: Path) -> None:
    write_window_state(WindowState(), tmp_path / "new")
    assert stat.S_IMODE((tmp_path / "new" / "window.json").stat().st_mode) == 0o600


def test_it_lies_in_the_state_folder(home: Path) -> None:
    write_window_state(WindowState(look="dark"))
    assert read_window_state().look == "dark"
    (file,) = home.rglob("window.json")
    assert "caregiver-journal" in str(file)


def test_nothing_there_gives_the_defaults(tmp_path: Path) -> None:
    assert read_window_state(tmp_path) == WindowState()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "7", '"text"', "\x00", "{" * 100_000, "[" * 100_000]
)
def test_a_broken_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    _write(tmp_path, text)
    assert read_window_state(tmp_path) == WindowState()


def test_bytes_that_are_no_text_give_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "window.json").write_bytes(b"\xff\xfe\x00")
    assert read_window_state(tmp_path) == WindowState()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("look", 7),
        ("look", "purple"),
        ("look", ["dark"]),
        ("desktop_look", "system"),
        ("desktop_look", ["dark"]),
        ("text_size", "100"),
        ("text_size", 0),
        ("text_size", -100),
        ("text_size", 100_000),
        ("text_size", True),
        ("text_size", 100.5),
        ("geometry", None),
        ("journals", "one"),
        ("journals", {"a": 1}),
    ],
)
def test_a_wrong_value_gives_way_to_the_default_alone(
    tmp_path: Path, name: str, value: object
) -> None:
    others = {"look": "dark", "text_size": 125, "journals": ["/j"], "geometry": "AAAA"}
    _write(tmp_path, json.dumps(others | {name: value}))
    read = read_window_state(tmp_path)
    assert getattr(read, name) == getattr(WindowState(), name)
    whole = {"look": "dark", "text_size": 125, "journals": ("/j",), "geometry": "AAAA"}
    for other in whole.keys() - {name}:
        assert getattr(read, other) == whole[other]


@pytest.mark.parametrize(
    ("chosen", "desktop", "first"),
    [
        ("system", "", "system"),
        ("system", "dark", "dark"),
        ("light", "dark", "light"),
        ("high_contrast", "", "high_contrast"),
    ],
)
def test_it_starts_in_what_was_chosen_or_what_the_desktop_asked_for_last(
    chosen: str, desktop: str, first: str
) -> None:
    assert WindowState(look=chosen, desktop_look=desktop).first_look() == first


def test_journals_that_are_no_paths_are_passed_over(tmp_path: Path) -> None:
    _write(tmp_path, json.dumps({"journals": ["/a", 7, None, "", ["/b"], "/c"]}))
    assert read_window_state(tmp_path).journals == ("/a", "/c")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    found=JSON
    | st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(("geometry", "look", "desktop_look", "text_size", "journals"), JSON),
    )
)
def test_any_json_gives_a_state_one_can_start_with(tmp_path: Path, found: object) -> None:
    _write(tmp_path, json.dumps(found))
    state = read_window_state(tmp_path)
    assert state.look in ("system", *LOOKS)
    assert state.first_look() in ("system", *LOOKS)
    assert 50 <= state.text_size <= 300
    assert all(Path(name) for name in state.journals)
    assert isinstance(state.geometry_bytes(), bytes)


def test_the_last_journal_comes_first_and_the_list_stays_short() -> None:
    state = WindowState()
    for number in range(12):
        state = state.with_journal(Path(f"/{number}"))
    state = state.with_journal(Path("/8"))
    assert state.journals == ("/8", "/11", "/10", "/9", "/7", "/6", "/5", "/4")


@pytest.mark.parametrize("geometry", ["é", "A", "not base64 at all ("])
def test_a_geometry_that_cannot_be_read_is_none_of_qts(geometry: str) -> None:
    assert isinstance(WindowState(geometry=geometry).geometry_bytes(), bytes)


def test_a_folder_that_cannot_be_written_is_done_without(
    tmp_path: Path, expected_warnings: list[logging.LogRecord]
) -> None:
    (tmp_path / "file").write_text("in the way")
    write_window_state(WindowState(journals=("/secret place",)), tmp_path / "file" / "state")
    (record,) = expected_warnings
    assert "secret" not in record.getMessage()
