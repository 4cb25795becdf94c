"""The support card as it lies outside the vault: all that the unlock page needs of it."""

from caregiver_journal.vault.open_card import read_open_card

__all__ = ["read_open_card"]
