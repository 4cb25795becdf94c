"""The two commands: their verbs, their first words to an old Python, what README says of them."""

import ast
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

import checks
import pytest
import starting
import verbs
from coverage_list import read_list
from set_up import Project
from support.coverage import is_below
from trouble import SetUpError

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT / "packaging" / "dev.py"

Started = list[tuple[list[str], dict[str, str]]]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Started:
    """Keep what would be started instead of this process; nothing is set up."""
    kept: Started = []

    def become(command: Sequence[str], env: Mapping[str, str], folder: Path | None = None) -> int:
        kept.append((list(command), dict(env)))
        return 0

    monkeypatch.setattr(starting, "become", become)
    monkeypatch.setattr(starting, "compile_tests", lambda _environment: None)
    monkeypatch.setattr(verbs, "make_ready", lambda *_: None)
    for module in (starting, verbs):
        monkeypatch.setattr(module, "PROJECT", Project(tmp_path))
    return kept


@pytest.fixture
def without_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "CI"):
        monkeypatch.delenv(name, raising=False)


def test_the_first_file_is_understood_by_an_old_python_and_imports_ours_after_the_check() -> None:
    source = DEV.read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    check = next(i for i, node in enumerate(tree.body) if isinstance(node, ast.If))
    before = [node for node in tree.body[:check] if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert {name.name for node in before for name in node.names} <= {"os", "sys"}
    assert not any(isinstance(node, (ast.JoinedStr, ast.AnnAssign)) for node in ast.walk(tree))


def test_an_old_python_is_told_so_in_one_sentence() -> None:
    program = (
        "import runpy, sys\nsys.version_info = (3, 8, 18)\n"
        f"runpy.run_path({str(DEV)!r}, run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert re.fullmatch(r"Caregiver Journal needs Python 3\.11 .* Python 3\.8\. .*\n", done.stderr)


@pytest.mark.parametrize("verb", ["run", "test"])
def test_readme_names_the_command(verb: str) -> None:
    assert f"python3 packaging/dev.py {verb}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_ci_calls_the_test_command_of_readme() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert "python3 packaging/dev.py test" in lines
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_run_starts_the_program_with_what_follows(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verbs, "has_display", lambda _: True)
    assert verbs.main(["run", "--journal", "here"]) == 0
    [(command, environment)] = started
    assert command[1:] == ["-P", "-m", "caregiver_journal", "--journal", "here"]
    assert environment.get("QT_QPA_PLATFORM") == os.environ.get("QT_QPA_PLATFORM")


def test_run_without_a_display_says_so_and_takes_the_tour(
    started: Started, without_display: None, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert verbs.main(["run"]) == 0
    [(command, environment)] = started
    assert command[3:] == ["caregiver_journal", "tour", "--to", str(tmp_path / "build" / "tour")]
    assert environment["QT_QPA_PLATFORM"] == "offscreen"
    assert capsys.readouterr().out.startswith("There is no display here")


def test_run_without_a_display_still_does_what_needs_none(
    started: Started, without_display: None
) -> None:
    verbs.main(["run", "--journal", "here", "list", "--json"])
    [(command, _)] = started
    assert command[-2:] == ["list", "--json"]


def test_tour_goes_where_it_is_told(started: Started) -> None:
    verbs.main(["tour", "--to", "pictures"])
    [(command, _)] = started
    assert command[3:] == ["caregiver_journal", "tour", "--to", "pictures"]


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:x=1"}, False),
        ({"QT_QPA_PLATFORM": "vnc"}, True),
    ],
)
def test_a_display_is_known_by_its_signs(
    without_display: None, environment: dict[str, str], shown: bool
) -> None:
    assert verbs.has_display(environment) is shown


def test_other_systems_always_have_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert verbs.has_display({})


def test_all_tests_go_to_several_workers_and_chosen_ones_to_one(
    started: Started, without_display: None
) -> None:
    verbs.main(["test"])
    verbs.main(["test", "tests/base", "-x"])
    (whole, _), (chosen, _) = started
    assert ("-n" in whole) is ((os.cpu_count() or 1) > 1)
    assert chosen[1:] == ["-P", "-m", "pytest", "tests/base", "-x"]


def test_coverage_is_collected_in_ci_and_when_asked_for(
    started: Started, without_display: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    verbs.main(["test"])
    verbs.main(["test", "--cover", "tests/base"])
    monkeypatch.setenv("CI", "true")
    verbs.main(["test"])
    verbs.main(["test", "tests/base"])
    assert ["--cov" in command for command, _ in started] == [False, True, True, False]
    assert not any("--cover" in command for command, _ in started)


def test_chosen_tests_are_watched_whatever_room_they_lie_in(
    started: Started, without_display: None
) -> None:
    verbs.main(["test", "--cover"])
    verbs.main(["test", "--cover", "tests/ui"])
    rooms = f"--unwatched={','.join(starting.UNWATCHED)}"
    unwatched = [rooms in command for command, _ in started]
    assert unwatched == [True, False]


def test_files_on_the_list_are_reached_by_rooms_that_are_watched() -> None:
    unwatched = starting.UNWATCHED
    assert all((ROOT / "tests" / room).is_dir() for room in unwatched)
    listed = read_list(ROOT / "packaging" / "covered.txt")
    assert not [name for name in listed if name.split("/")[0] in unwatched]
    assert is_below(ROOT / "tests" / "ui" / "test_theme.py", unwatched)
    assert not is_below(ROOT / "tests" / "vault" / "test_keyfile.py", unwatched)


@pytest.mark.parametrize(("verb", "folder"), [("bench", "bench"), ("prove", "proofs")])
def test_the_programs_beside_the_tests_are_started_or_missed(
    started: Started, capsys: pytest.CaptureFixture[str], tmp_path: Path, verb: str, folder: str
) -> None:
    assert verbs.main([verb, "--small"]) == 1
    assert capsys.readouterr().err == f"tests/{folder} is not there yet.\n"
    (tmp_path / "tests" / folder).mkdir(parents=True)
    (tmp_path / "tests" / folder / "__main__.py").touch()
    assert verbs.main([verb, "--small"]) == 0
    [(command, environment)] = started
    assert command[1:] == [str(tmp_path / "tests" / folder), "--small"]
    assert environment["PYTHONPATH"] == str(tmp_path / "tests")


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert verbs.main(["--help"]) == 0
    help_text = capsys.readouterr().out
    assert all(f"\n  {verb} " in help_text for verb in verbs.VERBS)


def test_an_unknown_verb_is_answered_with_the_known_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert verbs.main(["launch"]) == 2
    assert "knows no launch" in capsys.readouterr().err


def test_expected_trouble_is_one_sentence_and_ctrl_c_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_arguments: Sequence[str]) -> int:
        raise SetUpError("The registry is away.")

    def interrupt(_arguments: Sequence[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(verbs.VERBS, "run", fail)
    monkeypatch.setitem(verbs.VERBS, "test", interrupt)
    assert verbs.main(["run"]) == 1
    assert capsys.readouterr().err == "The registry is away.\n"
    assert verbs.main(["test"]) == 130
    assert capsys.readouterr() == ("", "")


def test_all_tests_in_ci_make_their_journals_in_memory_and_keep_what_was_compiled(
    started: Started, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(starting, "in_memory", lambda: {"PYTEST_DEBUG_TEMPROOT": "memory"})
    monkeypatch.delenv("PYTEST_DEBUG_TEMPROOT", raising=False)  # this test may itself run so
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("CI", "true")
    compiled: list[str | None] = []
    monkeypatch.setattr(
        starting,
        "compile_tests",
        lambda environment: compiled.append(environment.get("PYTHONDONTWRITEBYTECODE")),
    )
    verbs.main(["test"])
    verbs.main(["test", "tests/domain"])
    monkeypatch.delenv("CI")
    verbs.main(["test"])
    rooms = [environment.get("PYTEST_DEBUG_TEMPROOT") for _command, environment in started]
    assert rooms == ["memory", None, None]
    kept = [environment.get("PYTHONDONTWRITEBYTECODE") for _command, environment in started]
    assert kept == ["", "1", "1"]
    assert compiled == [""]


def test_what_tests_are_compiled_to_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for room in ("ui", "stories", "domain"):
        (tmp_path / "tests" / room).mkdir(parents=True)
        (tmp_path / "tests" / room / f"test_{room}.py").write_text("def test_it(): assert 1\n")
    monkeypatch.setattr(starting, "PROJECT", Project(tmp_path))
    monkeypatch.setattr(starting, "python", lambda *arguments: [sys.executable, *arguments])
    starting.compile_tests(starting.off_screen(PYTHONDONTWRITEBYTECODE=""))
    kept = {path.name.partition(".")[0] for path in tmp_path.rglob("*.pyc")}
    assert kept == {"test_ui", "test_stories", "test_domain"}


def test_journals_are_made_in_memory_only_where_there_is_room(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert starting.in_memory(tmp_path / "none") == {}
    for gigabytes, room in ((1, {}), (3, {"PYTEST_DEBUG_TEMPROOT": str(tmp_path)})):
        usage = shutil._ntuple_diskusage(9 << 30, 0, gigabytes << 30)
        monkeypatch.setattr(starting, "disk_usage", {tmp_path: usage}.__getitem__)
        assert starting.in_memory(tmp_path) == room


def test_check_takes_every_step_and_names_those_that_failed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    taken: list[str] = []

    def step(name: str, well: bool) -> checks.Step:
        def work() -> bool:
            taken.append(name)
            return well

        return checks.Step(name, work)

    assert checks.walk([step("lint", False), step("types", True)]) == 1
    assert taken == ["lint", "types"]
    assert capsys.readouterr().out.endswith("Failed: lint.\n")
    assert checks.walk([step("types", True)]) == 0


def test_check_takes_a_step_beside_the_others_and_hears_how_it_ended(
    capsys: pytest.CaptureFixture[str],
) -> None:
    proving = threading.Event()

    def check_types() -> bool:
        assert proving.wait(10), "nothing went on beside it"
        return False

    def prove() -> bool:
        proving.set()
        return True

    todo = [checks.Step("types", check_types, beside=True), checks.Step("proofs", prove)]
    assert checks.walk(todo) == 1
    assert capsys.readouterr().out.endswith("Failed: types.\n")


def test_nothing_goes_on_beside_the_tests() -> None:
    def beside(*, tests: bool) -> list[str]:
        return [step.name for step in checks.steps(tests=tests, grow=False) if step.beside]

    assert beside(tests=True) == []
    assert beside(tests=False) == ["types"]


def test_check_runs_the_tests_once_or_not_at_all() -> None:
    names = [step.name for step in checks.steps(tests=True, grow=False)]
    assert names == ["format", "lint", "imports", "types", "tests", "coverage", "proofs"]
    without = [step.name for step in checks.steps(tests=False, grow=False)]
    assert without == [name for name in names if name != "tests"]


def test_check_refuses_what_it_does_not_know(
    started: Started, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verbs.main(["check", "--fast"]) == 1
    assert "check does not know --fast" in capsys.readouterr().err
