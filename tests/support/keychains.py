"""A keychain that lies in memory, for tests; a ``conftest`` imports the fixtures it needs."""

import keyring.errors
import pytest
from keyring.backend import KeyringBackend

from caregiver_journal.base.marks import override
from caregiver_journal.vault import keychain


class MemoryKeychain(KeyringBackend):
    """Holds entries until the test ends.

    Attributes:
        entries: the secrets by their service and name.
        fault: raised by whatever is asked of it, where there is one.
    """

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.entries: dict[tuple[str, str], str] = {}
        self.fault: Exception | None = None

    def lock(self) -> None:
        """Be a keychain whose question for its password was dismissed."""
        self.fault = keyring.errors.KeyringLocked("planted")

    @override
    def get_password(self, service: str, username: str) -> str | None:
        self._stumble()
        return self.entries.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self._stumble()
        self.entries[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        self._stumble()
        del self.entries[service, username]

    def _stumble(self) -> None:
        if self.fault is not None:
            raise self.fault


@pytest.fixture
def memory_keychain(monkeypatch: pytest.MonkeyPatch) -> MemoryKeychain:
    """A keychain of this test alone, taken for a real one."""
    backend = MemoryKeychain()
    monkeypatch.setattr(keychain, "_real", lambda: [backend])
    return backend


@pytest.fixture
def no_keychain(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without any keychain, whatever this one has."""
    monkeypatch.setattr(keychain, "_real", list)
