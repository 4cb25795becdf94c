"""Mark what a method is, for readers and for the type checker."""

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override
else:
    _Method = TypeVar("_Method")

    def override(method: _Method) -> _Method:
        """Mark a method that replaces a parent's; typing has this from Python 3.12 on.

        Loading typing_extensions for it would take 4 ms of every start.
        """
        return method


__all__ = ["override"]
