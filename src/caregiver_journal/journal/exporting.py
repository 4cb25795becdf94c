"""Give entries out as plain values."""

from caregiver_journal.exchange.records import to_plain

__all__ = ["to_plain"]
