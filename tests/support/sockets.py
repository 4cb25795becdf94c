"""Refuse sockets of the internet, and remember who asked for one."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_INTERNET = {int(socket.AF_INET), int(socket.AF_INET6)}
_LOOK_UPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}

_asked: list[str] | None = None
_watching = False


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse in an audit hook: it sees also what C code and early ``from`` imports do."""
    if _asked is None or not event.startswith("socket."):
        return
    if event in _LOOK_UPS or (event == "socket.__new__" and arguments[1] in _INTERNET):
        _asked.append(event)
        raise ConnectionRefusedError("tests do not talk to the network")


@contextmanager
def refused_sockets() -> Iterator[None]:
    """Fail when an internet socket or a name was asked for, even if the refusal was swallowed."""
    global _asked, _watching  # noqa: PLW0603 - an audit hook cannot be taken away again
    if not _watching:
        sys.addaudithook(_watch)
        _watching = True
    before, _asked = _asked, []
    asked = _asked
    try:
        yield
    finally:
        _asked = before
    if asked:
        pytest.fail(f"The network was asked for: {', '.join(asked)}.", pytrace=False)
