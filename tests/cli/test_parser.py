"""The command line teaches itself and refuses what it does not understand before doing it."""

import pytest

from caregiver_journal import __version__
from caregiver_journal.cli.parser import make_parser

Capture = pytest.CaptureFixture[str]
COMMANDS = ("new", "verify", "export", "list", "search", "show", "import", "log", "demo", "tour")


def refuse(capsys: Capture, *arguments: str) -> str:
    """Return what is said about arguments that are not understood."""
    with pytest.raises(SystemExit) as left:
        make_parser().parse_args(arguments)
    assert left.value.code == 2
    return capsys.readouterr().err


def help_of(capsys: Capture, *arguments: str) -> str:
    with pytest.raises(SystemExit) as left:
        make_parser().parse_args([*arguments, "--help"])
    assert left.value.code == 0
    return capsys.readouterr().out


def test_the_help_names_every_command_and_teaches_by_examples(capsys: Capture) -> None:
    text = help_of(capsys)
    for command in COMMANDS:
        assert f"\n    {command} " in text
    _before, examples = text.split("examples:\n")
    assert examples.count("  caregiver-journal ") >= 6
    assert "log mood --level 4" in examples
    assert "exit codes: 0 done" in examples


def test_every_example_of_the_help_is_understood(capsys: Capture) -> None:
    lines = help_of(capsys).split("examples:\n")[1].splitlines()
    for line in lines:
        if line.startswith("  caregiver-journal"):
            make_parser().parse_args(split(line))


def split(example: str) -> list[str]:
    """Return the arguments of an example, without what is said about it and pipes."""
    import shlex

    return shlex.split(example.strip().split("   ")[0].split(" | ")[0])[1:]


@pytest.mark.parametrize(
    "arguments",
    [
        ("new",),
        ("verify",),
        ("list",),
        ("search",),
        ("show",),
        ("log", "mood"),
        ("demo",),
        ("tour",),
    ],
)
def test_every_command_explains_its_options(capsys: Capture, arguments: tuple[str, ...]) -> None:
    text = help_of(capsys, *arguments)
    assert text.startswith(f"usage: caregiver-journal {' '.join(arguments)} ")
    if arguments != ("tour",):
        assert "--passphrase-file FILE" in text


def test_the_version_is_told(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        make_parser().parse_args(["--version"])
    assert capsys.readouterr().out == f"{__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["write"], "invalid choice"),
        (["log"], "KIND"),
        (["log", "sleep"], "invalid choice"),
        (["log", "mood"], "--level"),
        (["log", "mood", "--level", "good"], "--level"),
        (["list", "--limit", "0"], "a number from 1 to 1000000 is needed"),
        (["list", "--limit", "-1"], "a number from 1"),
        (["list", "--limit", "many"], "a number from 1"),
        (["list", "--limit", "9" * 5_000], "a number from 1"),
        (["demo", "--days", "36501"], "a number from 1 to 36500 is needed"),
        (["demo", "--entries", "1000001"], "a number from 1"),
        (["demo", "--seed", "x"], "--seed"),
        (["demo", "--journal", "here"], "unrecognized arguments"),
        (["tour"], "--to"),
    ],
)
def test_what_is_not_understood_is_refused(
    capsys: Capture, arguments: list[str], said: str
) -> None:
    assert said in refuse(capsys, *arguments)


@pytest.mark.parametrize("number", ["1", "1000000"])
def test_limits_are_included(number: str) -> None:
    assert make_parser().parse_args(["list", "--limit", number]).limit == int(number)


def test_a_demo_is_a_year_unless_told_otherwise() -> None:
    options = make_parser().parse_args(["demo"])
    assert (options.days, options.entries, options.seed) == (365, None, 1)


@pytest.mark.parametrize("before", [True, False])
def test_the_journal_may_be_named_before_or_after_the_command(before: bool) -> None:
    named, command = ["--journal", "here"], ["list"]
    arguments = [*named, *command] if before else [*command, *named]
    assert str(make_parser().parse_args(arguments).journal) == "here"
