"""What the person may set: each setting declared once, with its type, default and words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.ask_again import ASK_AGAIN_WORDS, AskAgain
from caregiver_journal.domain.day import DEFAULT_START, WEEKDAYS
from caregiver_journal.domain.pacing import EXHALES, INHALES

Value = str | int | bool | time


@dataclass(frozen=True, slots=True)
class Preference:
    """One setting.

    Attributes:
        name: its stored name; never changes.
        default: what holds while nothing was chosen; its type is the setting's type.
        title, effect: what it is called and what it does, for the person (untranslated).
        choices: the values it may take, each with its words; empty when any of the type will do.
    """

    name: str
    default: Value
    title: str
    effect: str
    choices: tuple[tuple[Value, str], ...] = ()


LOOK = Preference(
    "look",
    "system",
    N_("Light or dark"),
    N_("Light, dark or high contrast; or whatever this computer is set to."),
    (
        ("system", N_("As this computer")),
        ("light", N_("Light")),
        ("dark", N_("Dark")),
        ("high_contrast", N_("High contrast")),
    ),
)
TEXT_SIZE = Preference(
    "text_size",
    100,
    N_("Text size"),
    N_("In per cent of this computer's own text size."),
    tuple((size, f"{size} %") for size in (90, 100, 110, 125, 150, 175, 200)),
)
MOTION = Preference(
    "motion",
    "system",
    N_("Movement"),
    N_("A few things move slowly, such as the sign that something takes a while."),
    (("system", N_("As this computer")), ("still", N_("Keep everything still"))),
)
START_OF_DAY = Preference(
    "start_of_day",
    DEFAULT_START,
    N_("A day starts at"),
    N_("What happens before this hour counts to the day before, so a late shift stays in one day."),
    tuple((time(hour), f"{hour:02}:00") for hour in range(13)),
)
ASK_AGAIN = Preference(
    "ask_again",
    AskAgain.TOMORROW.value,
    N_("Ask again after a boundary moment"),
    N_("What the form begins with; each moment can say otherwise. It waits on Today, never rings."),
    tuple((choice.value, words) for choice, words in ASK_AGAIN_WORDS.items()),
)
LOOK_BACK_DAY = Preference(
    "look_back_day",
    "sunday",
    N_("Look back on the week from"),
    N_("A few lines about the week wait on Today from this day to Sunday, once, and never ring."),
    (
        ("off", N_("Not at all")),
        *((word.lower(), word) for word in WEEKDAYS),
    ),
)
PACER = Preference(
    "pacer",
    "steps",
    N_("Breathing circle"),
    N_("A silent circle to breathe with, or to watch. An exercise can show or hide it as well."),
    (
        ("steps", N_("Where it belongs")),
        ("always", N_("In every step")),
        ("off", N_("Never by itself")),
    ),
)
PACE_IN = Preference(
    "pace_in",
    4,
    N_("Breathing in"),
    N_("For how long the circle grows."),
    tuple((seconds, f"{seconds} s") for seconds in INHALES),
)
PACE_OUT = Preference(
    "pace_out",
    6,
    N_("Breathing out"),
    N_("For how long the circle shrinks."),
    tuple((seconds, f"{seconds} s") for seconds in EXHALES),
)
AUTO_LOCK = Preference(
    "auto_lock_minutes",
    5,
    N_("Lock by itself"),
    N_("After this time without a key or a click, the journal locks and your draft is kept."),
    (
        (1, N_("after 1 minute")),
        (2, N_("after 2 minutes")),
        (5, N_("after 5 minutes")),
        (10, N_("after 10 minutes")),
        (30, N_("after 30 minutes")),
        (60, N_("after an hour")),
    ),
)
COVER_SECONDS = Preference(
    "cover_seconds",
    30,
    N_("Quick-hide locks"),
    N_("F9 covers everything at once. If nobody brings the page back, the journal locks."),
    (
        (10, N_("after 10 seconds")),
        (30, N_("after half a minute")),
        (60, N_("after 1 minute")),
        (120, N_("after 2 minutes")),
    ),
)
HIDE_FROM_CAPTURE = Preference(
    name="hide_from_capture",
    default=True,
    title=N_("Keep out of screenshots"),
    effect=N_(
        "On Windows and macOS the window is left out of screenshots and shared screens. "
        "Other systems offer no such protection."
    ),
)
CODE_CONFIRMED = Preference(
    name="code_confirmed",
    default=False,
    title=N_("Recovery code checked"),
    effect=N_("Whether two groups of the recovery code were typed back."),
)
SUPPORT_BEFORE_UNLOCK = Preference(
    name="support_before_unlock",
    default=False,
    title=N_("Show the support card before unlocking"),
    effect=N_("Whether the card also lies outside the encrypted journal, for all to read."),
)
SUPPORT_COUNTRY = Preference(
    name="support_country",
    default="",
    title=N_("Country of the support card"),
    effect=N_("Whose numbers were taken over."),
)
SUPPORT_CHECKED = Preference(
    name="support_checked",
    default="",
    title=N_("Numbers of the support card checked"),
    effect=N_("When they were last looked up."),
)

BACKUP_PLACE = Preference(
    name="backup_place",
    default="",
    title=N_("Second place for backups"),
    effect=N_("A folder, such as one on a stick, that each backup is copied to."),
)

TREND_CARDS = Preference(
    name="trend_cards",
    default="",
    title=N_("Cards of Trends"),
    effect=N_("Their order, and which of them are hidden."),
)

SUMMARY_NAME = Preference(
    name="summary_name",
    default="",
    title=N_("Name in summaries"),
    effect=N_("What you are called on a page for a session; initials are enough."),
)
SUMMARY_PAPER = Preference(
    name="summary_paper",
    default="",
    title=N_("Paper of summaries"),
    effect=N_("A4 or Letter."),
)

PREFERENCES = (
    LOOK,
    TEXT_SIZE,
    MOTION,
    START_OF_DAY,
    ASK_AGAIN,
    LOOK_BACK_DAY,
    PACER,
    PACE_IN,
    PACE_OUT,
    AUTO_LOCK,
    COVER_SECONDS,
    HIDE_FROM_CAPTURE,
    CODE_CONFIRMED,
    SUPPORT_BEFORE_UNLOCK,
    SUPPORT_COUNTRY,
    SUPPORT_CHECKED,
    BACKUP_PLACE,
    TREND_CARDS,
    SUMMARY_NAME,
    SUMMARY_PAPER,
)
INTERNAL = (
    CODE_CONFIRMED,
    SUPPORT_BEFORE_UNLOCK,
    SUPPORT_COUNTRY,
    SUPPORT_CHECKED,
    BACKUP_PLACE,
    TREND_CARDS,
    SUMMARY_NAME,
    SUMMARY_PAPER,
)
"""What the program remembers for itself, or another page sets; Settings offers no row for it."""


def check_value(preference: Preference, value: Value) -> Value:
    """Return the value if the setting may take it.

    Raises:
        InvalidValueError: another type, or not among its choices.
    """
    fits = type(value) is type(preference.default)
    if fits and preference.choices:
        fits = any(value == choice for choice, _words in preference.choices)
    if not fits:
        raise InvalidValueError(
            _("“{title}” cannot be set to this.").format(title=_(preference.title)),
            field=preference.name,
        )
    return value


def words_for(preference: Preference, value: Value) -> str:
    """Return the words for one of the choices of a setting."""
    return next(_(words) for choice, words in preference.choices if choice == value)


def write_value(value: Value) -> str:
    """Return a value as the text it is stored as."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat("minutes") if isinstance(value, time) else str(value)


def _read_bool(text: str) -> bool:
    return {"yes": True, "no": False}[text]


_READERS: dict[type, Callable[[str], Value]] = {
    str: str,
    int: int,
    bool: _read_bool,
    time: time.fromisoformat,
}


def read_value(preference: Preference, text: str) -> Value:
    """Return the value of a stored text; the default when the text makes no sense here."""
    try:
        return check_value(preference, _READERS[type(preference.default)](text))
    except (ValueError, KeyError, InvalidValueError):
        return preference.default
