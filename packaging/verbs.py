"""Know the verbs of dev.py: what each sets up and what it starts."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence

import checks
import starting
from set_up import make_ready, needed_libraries
from starting import PROJECT, say
from trouble import SetUpError, trouble_of

HELP = """Usage: python3 packaging/dev.py VERB [...]

  run [...]         start Caregiver Journal; what follows goes to the program
  test [...]        run the tests; what follows goes to pytest, and --cover collects coverage
  setup             only set everything up, as every verb does by itself
  tour [--to DIR]   photograph the pages of an invented journal; needs no display
  check             format, lint, imports, types, tests, list of covered files, small proofs
                      --no-tests   without the tests (what they covered is used if it is fresh)
                      --grow       put newly covered files onto packaging/covered.txt
  fix               format, and repair what the linter can repair
  bench [...]       measure the speed against its limits
  prove [--full]    produce the figures of the promises; with --small those of every change"""


def has_display(environment: Mapping[str, str]) -> bool:
    """Return whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    if platform := environment.get("QT_QPA_PLATFORM"):
        return platform.partition(":")[0] not in {"offscreen", "minimal"}
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def opens_window(arguments: Sequence[str]) -> bool:
    """Return whether the program, started so, opens its window rather than doing a task."""
    rest = list(arguments)
    while rest[:1] == ["--journal"]:
        del rest[:2]
    return all(argument.startswith("--journal=") for argument in rest)


def _ready(*, for_window: bool = False) -> None:
    make_ready(PROJECT, say, needed_libraries(os.environ, for_window=for_window))


def _run(arguments: Sequence[str]) -> int:
    _ready(for_window=True)
    if has_display(os.environ) or not opens_window(arguments):
        command = starting.python("-m", "caregiver_journal", *arguments)
        return starting.become(command, starting.environment())
    say("There is no display here, so an invented journal is opened and photographed off screen.")
    return _take_tour([])


def _tour(arguments: Sequence[str]) -> int:
    _ready()
    return _take_tour(arguments)


def _take_tour(arguments: Sequence[str]) -> int:
    given = any(argument == "--to" or argument.startswith("--to=") for argument in arguments)
    folder = [] if given else ["--to", str(PROJECT.build / "tour")]
    command = starting.python("-m", "caregiver_journal", "tour", *folder, *arguments)
    return starting.become(command, starting.off_screen())


def _setup(arguments: Sequence[str]) -> int:
    if arguments:
        raise SetUpError("setup takes nothing more.")
    _ready(for_window=True)
    say("Everything is set up.")
    return 0


_COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Modules are compiled once and kept, not again in each of hundreds of processes."""


def _test(arguments: Sequence[str]) -> int:
    _ready()
    chosen = [argument for argument in arguments if argument != "--cover"]
    whole_in_ci = not chosen and os.environ.get("CI", "").lower() == "true"
    command = starting.pytest(chosen, cover=whole_in_ci or "--cover" in arguments)
    quicker = {**starting.in_memory(), **_COMPILED} if whole_in_ci else {}
    surroundings = starting.off_screen(**quicker)
    if whole_in_ci:
        starting.compile_tests(surroundings)
    return starting.become(command, surroundings, PROJECT.root)


def _house(folder: str, arguments: Sequence[str]) -> int:
    command = starting.house_program(folder, arguments)
    _ready()
    return starting.become(command, starting.house_environment(), PROJECT.root)


def _bench(arguments: Sequence[str]) -> int:
    return _house("bench", arguments)


def _prove(arguments: Sequence[str]) -> int:
    return _house("proofs", arguments)


def _fix(arguments: Sequence[str]) -> int:
    make_ready(PROJECT, say)
    folders = arguments or checks.FOLDERS
    codes = [
        starting.follow(starting.python(*command, *folders), starting.environment(), PROJECT.root)
        for command in (("-m", "ruff", "check", "--fix"), ("-m", "ruff", "format"))
    ]
    return max(codes)


def _check(arguments: Sequence[str]) -> int:
    if unknown := sorted(set(arguments) - {"--no-tests", "--grow"}):
        raise SetUpError(f"check does not know {', '.join(unknown)}; it takes --no-tests, --grow.")
    _ready()
    todo = checks.steps(tests="--no-tests" not in arguments, grow="--grow" in arguments)
    return checks.walk(todo)


VERBS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": _run,
    "test": _test,
    "setup": _setup,
    "tour": _tour,
    "check": _check,
    "fix": _fix,
    "bench": _bench,
    "prove": _prove,
}


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says and return the exit code."""
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        say(HELP)
        return 0 if arguments else 2
    verb = VERBS.get(arguments[0])
    if verb is None:
        print(f"dev.py knows no {arguments[0]}; it knows {', '.join(VERBS)}.", file=sys.stderr)
        return 2
    try:
        return verb(arguments[1:])
    except SetUpError as trouble:
        print(trouble, file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        print(trouble_of(error, PROJECT.root), file=sys.stderr)
    return 1
