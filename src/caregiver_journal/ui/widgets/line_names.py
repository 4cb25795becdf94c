"""Call the lines of the support card so that each is told from the others by ear."""

from collections import Counter
from collections.abc import Sequence

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.support import Part


def name_lines(parts: Sequence[Part]) -> dict[str, list[str]]:
    """Return the names of all lines, by section: their words, and where those stand twice, where.

    What one does at a sign does not count: it is heard only once the sign is chosen.
    """
    often = Counter(line.text for part in parts for line in part.lines)
    names: dict[str, list[str]] = {}
    for part in parts:
        named = names.setdefault(part.section, [])
        for number, line in enumerate(part.lines, start=1):
            apart = _("{text}, line {n} of {section}").format(
                text=line.text, n=number, section=part.title
            )
            named.append(apart if often[line.text] > 1 else line.text)
    return names
