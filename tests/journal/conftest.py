"""Open journals for the tests of this room."""

from support.journals import journal, place, template, told
from support.keychains import memory_keychain

__all__ = ["journal", "memory_keychain", "place", "template", "told"]
