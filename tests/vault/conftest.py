"""A keychain for the tests of this room."""

from support.keychains import memory_keychain, no_keychain

__all__ = ["memory_keychain", "no_keychain"]
