"""The country of this computer, by the names under which numbers are known."""

import pytest
from PySide6.QtCore import QLocale

from caregiver_journal.journal.support_content import all_numbers
from caregiver_journal.ui.country import all_countries, country_of


def test_each_country_with_numbers_can_be_guessed_and_no_other() -> None:
    assert all_countries() == {numbers.country for numbers in all_numbers()}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("de_AT", "Austria"),
        ("en_GB", "United Kingdom"),
        ("el_GR", "Elsewhere in the European Union"),
        ("ja_JP", ""),
        ("C", ""),
    ],
)
def test_a_locale_tells_the_country(name: str, country: str) -> None:
    assert country_of(QLocale(name)) == country
