"""Files and functions stay small enough to be read at a glance; ruff watches their complexity."""

import ast
import statistics
from collections.abc import Iterator

import pytest
from support.source_tree import ROOT, Module, fail_on, judge, modules, planted

MOST_LINES = 500
MEDIAN_LINES = 120
MOST_FUNCTION_LINES = 60


def test_no_file_is_too_long() -> None:
    fail_on(find_long_files(modules()))


def test_no_test_file_is_too_long() -> None:
    paths = [path for top in ("tests", "packaging") for path in (ROOT / top).rglob("*.py")]
    fail_on(find_long_files([Module(str(p), p.read_text("utf-8")) for p in paths]))


def test_files_are_small_as_a_rule() -> None:
    assert median_lines(modules()) <= MEDIAN_LINES


def test_no_function_is_too_long() -> None:
    judge(find_long_functions)


def find_long_files(files: tuple[Module, ...] | list[Module]) -> Iterator[str]:
    for module in files:
        lines = len(module.text.splitlines())
        if lines > MOST_LINES:
            yield f"{module.place}: {lines} lines"


def median_lines(files: tuple[Module, ...]) -> float:
    return statistics.median(len(module.text.splitlines()) for module in files)


def find_long_functions(module: Module) -> Iterator[str]:
    for node in module.nodes():
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MOST_FUNCTION_LINES:
                yield module.at(node, f"{node.name} has {lines} lines")


@pytest.mark.parametrize(("lines", "findings"), [(MOST_LINES, 0), (MOST_LINES + 1, 1)])
def test_a_planted_long_file_is_found(lines: int, findings: int) -> None:
    assert len(list(find_long_files([planted("pass\n" * lines)]))) == findings


@pytest.mark.parametrize(("lines", "findings"), [(59, 0), (60, 1)])
def test_a_planted_long_function_is_found(lines: int, findings: int) -> None:
    source = "class A:\n    def long(self):\n" + "        pass\n" * lines
    assert len(list(find_long_functions(planted(source)))) == findings


def test_a_planted_house_of_long_files_is_found() -> None:
    files = (planted("pass\n" * 130), planted("pass\n" * 125), planted("pass\n"))
    assert median_lines(files) > MEDIAN_LINES
