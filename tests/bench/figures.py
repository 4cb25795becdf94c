"""A figure beside its limit."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured number.

    Attributes:
        what: what was measured.
        measured: the number, with its unit.
        limit: the limit, with its unit.
        beside: what it was measured against, or how often.
        holds: whether it lies within the limit.
    """

    what: str
    measured: str
    limit: str
    beside: str
    holds: bool


Bench = Callable[[bool], list[Figure]]
"""Measures; told whether it should be quick."""


def failed(what: str, reason: str) -> Figure:
    """Return the figure of something that could not be measured."""
    return Figure(what, "–", "–", reason, holds=False)
