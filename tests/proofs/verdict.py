"""What a proof has to say: a line of the table we publish."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Verdict:
    """One line of the table.

    Attributes:
        what: the promise.
        count: how much was tried.
        result: what came of it.
        limit: what is allowed.
        holds: whether the result is within the limit.
        control: what the negative control found.
        control_found: whether it found what it had to.
        missing: why it was not run; empty when it was.
        findings: what was wrong, for whoever has to mend it.
        seconds: how long it took; filled in by the program.
    """

    what: str
    count: str
    result: str
    limit: str
    holds: bool
    control: str
    control_found: bool
    missing: str = ""
    findings: tuple[str, ...] = field(default=(), repr=False)
    seconds: float = 0.0

    @property
    def is_well(self) -> bool:
        """Whether it was run, the promise holds and the control found something."""
        return not self.missing and self.holds and self.control_found


def not_run(what: str, reason: str) -> Verdict:
    """Return the line of a proof that cannot be run on this machine."""
    return Verdict(what, "–", "not run", "–", True, "–", True, missing=reason)


@dataclass(frozen=True)
class Size:
    """How thoroughly to prove: ``small`` for every change, full for the published figures."""

    small: bool
    seed: int

    def of(self, small: int, full: int) -> int:
        """Return one of two numbers."""
        return small if self.small else full


Proof = Callable[[Size], list[Verdict]]
