"""Name what the person adds beside what comes with the program."""

from datetime import UTC
from uuid import uuid4

from caregiver_journal.journal.journal import Journal


def own_id(journal: Journal) -> str:
    """Return an id that follows the time, so that the newest comes first."""
    return f"own.{journal.clock().astimezone(UTC):%Y%m%dT%H%M%S%f}.{uuid4().hex[:12]}"
