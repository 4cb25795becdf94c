"""Make up a journal, for a look around, for pictures and for measuring.

The person in it is invented: a support worker on rotating shifts, over a year in which giving in
becomes a little rarer and days off stay days off. The same seed and clock give the same journal.
Every entry carries the tag *invented*.
"""

from caregiver_journal.journal.sample.filling import PASSPHRASE, fill_with_sample
from caregiver_journal.journal.sample.invention import MARK

__all__ = ["MARK", "PASSPHRASE", "fill_with_sample"]
