"""Open journals for the tests of this room."""

from support.copies import computers
from support.journals import journal, place, template, told
from support.keychains import memory_keychain

__all__ = ["computers", "journal", "memory_keychain", "place", "template", "told"]
