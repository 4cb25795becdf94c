"""The proofs: which run in one process, which beside others, and in what order they are told."""

from importlib.metadata import version

import pytest
from proofs import program
from proofs.verdict import Size, Verdict

SMALL = Size(small=True, seed=1)


def test_each_proof_is_run_once_and_those_of_one_session_together() -> None:
    groups = program._groups(program.PROOFS)
    assert sorted(name for group in groups for name in group) == sorted(program.PROOFS)
    assert ["planted", "sockets"] in groups
    assert set(program._ALONE) < set(program.PROOFS)
    assert program._groups(["sockets", "kill"]) == [["sockets"], ["kill"]]


def test_verdicts_come_back_from_another_process() -> None:
    (told,) = program.run_all(["search"], SMALL)
    assert told.is_well, told.findings
    assert told.what.startswith("search")
    assert told.seconds > 0


def test_what_was_not_run_is_no_success(capsys: pytest.CaptureFixture[str]) -> None:
    missing = Verdict("a", "", "", "", True, "", True, missing="no strace")
    assert program.judge([missing], allow_missing=False) == 1
    assert program.judge([missing], allow_missing=True) == 0
    assert "no strace" in capsys.readouterr().out


def test_the_table_says_what_it_was_made_by(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--small", "--only", "search"]) == 0
    made, _empty, head, *_rows = capsys.readouterr().out.splitlines()[-6:]
    assert f"Caregiver Journal {version('caregiver-journal')}" in made
    assert "SQLCipher 4." in made
    assert head.startswith("| what")


def test_the_published_sizes_are_those_of_no_size_and_of_full() -> None:
    parser = program._make_parser()
    assert not parser.parse_args([]).small
    assert not parser.parse_args(["--full"]).small
    with pytest.raises(SystemExit):
        parser.parse_args(["--full", "--small"])
