"""Guess from this computer in which country somebody is, as far as numbers are known for it."""

from PySide6.QtCore import QLocale

_REST_OF_EU = ("BG", "CY", "CZ", "EE", "GR", "HR", "HU", "LT", "LU", "LV", "MT", "RO", "SI", "SK")
_COUNTRIES = {
    "AT": "Austria",
    "AU": "Australia",
    "BE": "Belgium",
    "CA": "Canada",
    "CH": "Switzerland",
    "DE": "Germany",
    "DK": "Denmark",
    "ES": "Spain",
    "FI": "Finland",
    "FR": "France",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "IT": "Italy",
    "NL": "Netherlands",
    "NO": "Norway",
    "NZ": "New Zealand",
    "PL": "Poland",
    "PT": "Portugal",
    "SE": "Sweden",
    "US": "United States",
    **dict.fromkeys(_REST_OF_EU, "Elsewhere in the European Union"),
}
"""The countries of the content file, by the codes of their regions."""


def guess_country() -> str:
    """Return the country this computer is set to; "" where none can be told."""
    return country_of(QLocale.system())


def country_of(locale: QLocale) -> str:
    """Return the country of a locale, as the content file calls it; "" for another."""
    return _COUNTRIES.get(QLocale.territoryToCode(locale.territory()), "")


def all_countries() -> frozenset[str]:
    """Return the countries that can be guessed."""
    return frozenset(_COUNTRIES.values())
