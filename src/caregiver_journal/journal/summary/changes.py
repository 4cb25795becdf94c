"""Read what stands out in the time of a summary; at most three findings, by the fixed rules."""

from functools import partial

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.finding import Finding
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.summary import BLOCK_WORDS, Block, Choice, Item, Section, Words
from caregiver_journal.domain.told_changes import key_of, say_asked, say_found, say_rules
from caregiver_journal.domain.trend import Scan, what_stands_out
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.reader import Later, Offered
from caregiver_journal.journal.trends import read_scan


def offer_changes(journal: Journal, period: Period) -> Later[Offered]:
    """Return what stands out; all of it is in at first."""
    return Later(partial(_offer, read_scan(journal, period)))


def read_changes(journal: Journal, choice: Choice) -> Later[Section | None]:
    """Return what stands out, or why nothing does; None where all of it was left out."""
    return Later(partial(_say, read_scan(journal, choice.period), choice))


def _offer(scan: Scan) -> Offered:
    return tuple(map(_item, what_stands_out(scan).findings))


def _say(scan: Scan, choice: Choice) -> Section | None:
    out = what_stands_out(scan)
    found = [finding for finding in out.findings if choice.takes(_item(finding))]
    if out.findings and not found:
        return None
    return Section(
        Block.CHANGES,
        _(BLOCK_WORDS[Block.CHANGES]),
        say_found(scan, found) if found else (Words(out.sentence),),
        counted=say_asked(scan.mood),
        rules=say_rules(out),
    )


def _item(finding: Finding) -> Item:
    key = f"{Block.CHANGES}/{key_of(finding.asked.about)}"
    return Item(key, finding.sentence, is_in_at_first=True)
