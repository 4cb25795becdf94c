"""Open journals for the tests of this room."""

from support.journals import journal, place, template, told

__all__ = ["journal", "place", "template", "told"]
