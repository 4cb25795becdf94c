"""The names of kinds lie in every journal there is, so they never change."""

from caregiver_journal.domain.kind import Kind


def test_the_stored_names_of_kinds_never_change() -> None:
    assert [kind.value for kind in Kind] == [
        "mood",
        "boundary",
        "reflection",
        "practice",
        "measure",
    ]
