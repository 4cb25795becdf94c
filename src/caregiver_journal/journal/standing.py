"""How something in a file stands to what is in the journal."""

from collections.abc import Hashable
from enum import Enum
from typing import Any, NamedTuple

from caregiver_journal.domain.kind import Kind


class Standing(Enum):
    """How something in a file stands to what is in the journal.

    What differs is there as the same thing with other content, or lies in the trash.
    """

    NEW = "new"
    SAME = "same"
    DIFFERENT = "different"


class Thing(NamedTuple):
    """Something in a file.

    Attributes:
        what: the kind of an entry, or the name of another part.
        record: the entry, or the record.
        standing: how it stands.
        there: what is there as the same one, or None.
        key: what makes it the same one: the id of an entry, or what ``incoming_parts`` says.
    """

    what: Kind | str
    record: Any
    standing: Standing
    there: Any = None
    key: Hashable = None
