"""The program's own source as trees, for the tests of the house."""

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from gc import freeze  # the real one, also while a test runs
from pathlib import Path
from typing import cast

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "caregiver_journal"


@dataclass(frozen=True)
class Module:
    """One file of the program.

    Attributes:
        place: its path in the package, e.g. "ui/theme.py".
        text: its source.
    """

    place: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return _parse(self.text, self.place)

    def nodes(self) -> tuple[ast.AST, ...]:
        """Return every node of its tree, in the order of ``ast.walk``."""
        return _walked(self.text, self.place)

    def at(self, node: ast.AST, finding: str) -> str:
        """Say where something was found: "ui/theme.py:12: …"."""
        return f"{self.place}:{getattr(node, 'lineno', 1)}: {finding}"

    def calls(self) -> Iterator[tuple[ast.Call, str]]:
        """Yield every call with what is called, as written: "self._label.setText"."""
        for node in self.nodes():
            if isinstance(node, ast.Call):
                yield node, _written(node.func)

    def imports(self) -> Iterator[tuple[ast.AST, str]]:
        """Yield every import with its full name: "os.path", "PySide6.QtCore.QTimer"."""
        for node in self.nodes():
            if isinstance(node, ast.Import):
                yield from ((node, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)

    def texts(self) -> Iterator[ast.Constant]:
        """Yield every string literal that is no docstring."""
        prose = {id(text) for text in _lone_texts(self.nodes())}
        for node in self.nodes():
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
            if is_text and id(node) not in prose:
                yield cast("ast.Constant", node)


@cache
def _parse(text: str, place: str) -> ast.Module:
    return ast.parse(text, place)


@cache
def _walked(text: str, place: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(_parse(text, place)))


def _written(node: ast.expr) -> str:
    """Return an expression as it is written; names with dots, as nearly all are, at once."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
        return f"{_written(node.value)}.{node.attr}"
    return ast.unparse(node)


def _lone_texts(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Yield strings that stand alone as a statement: docstrings, also below attributes."""
    for node in nodes:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


@cache
def modules(*, below: str = "") -> tuple[Module, ...]:
    """Return every module of the program whose place begins with ``below``, e.g. "ui/"."""
    if below:
        return tuple(module for module in modules() if module.place.startswith(below))
    paths = sorted(SOURCE.rglob("*.py"))
    found = [Module(p.relative_to(SOURCE).as_posix(), p.read_text("utf-8")) for p in paths]
    for module in found:
        _parse(module.text, module.place)
    freeze()  # the search for leaks after other tests need not walk over all these trees
    return tuple(found)


def planted(text: str, place: str = "ui/planted.py") -> Module:
    """Return a module that is not there, with a fault for a checker to find."""
    return Module(place, text)


def last_part(name: str) -> str:
    """Return "setText" of "self._label.setText"."""
    return name.rsplit(".", 1)[-1]


def fail_on(findings: Iterable[str]) -> None:
    """Fail with one line for each finding."""
    lines = sorted(findings)
    if lines:
        pytest.fail("\n".join(["", *lines]), pytrace=False)


def judge(find: Callable[[Module], Iterable[str]], *, below: str = "") -> None:
    """Fail if a checker finds something in the modules of the program."""
    fail_on(finding for module in modules(below=below) for finding in find(module))
