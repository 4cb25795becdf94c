"""Every kind of entry has a page that changes it."""

from support.builders import an_entry

from caregiver_journal.domain.kind import Kind
from caregiver_journal.ui.page import KIND_SECTIONS, Destination, to_change
from caregiver_journal.ui.sections import SECTIONS


def test_each_kind_is_changed_on_a_page_that_is_there() -> None:
    assert set(KIND_SECTIONS) == set(Kind)
    assert set(KIND_SECTIONS.values()) <= {section.key for section in SECTIONS}


def test_an_entry_leads_to_its_page() -> None:
    entry = an_entry()
    assert to_change(entry) == Destination("mood", entry.id)
