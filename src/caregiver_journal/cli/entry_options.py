"""What the command line asks of each kind of entry."""

import argparse

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.ask_again import AskAgain
from caregiver_journal.domain.boundary import (
    LIMIT_WORDS,
    PULL_WORDS,
    SETTING_WORDS,
    Answer,
    Wanted,
)
from caregiver_journal.domain.reflection import Form, Whose, whose_word

_TEN = "0-10"
_PERCENT = "0-100"


def add_mood_options(mood: argparse.ArgumentParser) -> None:
    """Add what a mood holds."""
    mood.add_argument(
        "--level", type=int, required=True, metavar="1-5", help=_("very low (1) to very good (5)")
    )
    mood.add_argument("--energy", type=int, metavar="1-5", help=_("drained (1) to restless (5)"))
    mood.add_argument("--words", default="", metavar="A,B", help=_("feeling words"))


def add_boundary_options(boundary: argparse.ArgumentParser) -> None:
    """Add what a boundary moment holds."""
    boundary.add_argument(
        "--asked",
        required=True,
        metavar="TEXT",
        help=_('what was asked; "-" reads it from standard input'),
    )
    boundary.add_argument(
        "--did",
        required=True,
        choices=[answer.value.replace(" ", "-") for answer in Answer],
        metavar="ANSWER",
        help=_or_list([answer.value.replace(" ", "-") for answer in Answer]),
    )
    boundary.add_argument(
        "--wanted",
        choices=[wanted.value for wanted in Wanted],
        metavar="WANTED",
        help=_or_list([wanted.value for wanted in Wanted]),
    )
    for name, metavar, text in (
        ("--asker", "ROLE", _("who asked")),
        ("--setting", "WHERE", _or_list([*SETTING_WORDS, _("your own word")])),
        ("--limit", "KIND", _or_list([*LIMIT_WORDS, _("your own word")])),
        ("--pulls", "A,B", _or_list([*PULL_WORDS, _("your own words")])),
        ("--feared", "TEXT", _("what you feared would follow")),
        ("--words", "TEXT", _("the words you used, or wish you had")),
        ("--respect", "TEXT", _("what you respect in how you did it")),
        ("--next-time", "TEXT", _("another time")),
    ):
        boundary.add_argument(name, default="", metavar=metavar, help=text)
    boundary.add_argument(
        "--ask-again",
        type=_with_underscores,
        choices=list(AskAgain),
        metavar="WHEN",
        help=_("tomorrow, in-3-days or never; by default as set in the window"),
    )
    for name, metavar, text in (
        ("--belief", _PERCENT, _("how far you believed that")),
        ("--guilt-before", _TEN, _("guilt before you answered")),
        ("--guilt", _TEN, _("guilt right after it")),
        ("--resentment", _TEN, _("resentment")),
        ("--energy", _TEN, _("the energy it cost")),
        ("--minutes", "N", _("the time it cost")),
    ):
        boundary.add_argument(name, type=int, metavar=metavar, help=text)


def add_reflection_options(reflection: argparse.ArgumentParser) -> None:
    """Add what a reflection holds."""
    forms = [form.value for form in Form]
    reflection.add_argument(
        "--form", choices=forms, default=Form.FREE.value, metavar="FORM", help=_or_list(forms)
    )
    reflection.add_argument(
        "--text",
        default="",
        metavar="TEXT",
        help=_('what you write, as the first part of the form; "-" reads it from standard input'),
    )
    reflection.add_argument(
        "--part",
        action="append",
        default=[],
        metavar="NAME=TEXT",
        help=_("another part of the form; can be given several times"),
    )
    reflection.add_argument(
        "--question", default="", metavar="TEXT", help=_("the question this answers")
    )
    for name, text in (
        ("--belief-before", _("how far you believed it")),
        ("--belief-after", _("how far you believe it now, or how much came true")),
    ):
        reflection.add_argument(name, type=int, metavar=_PERCENT, help=text)
    for whose in Whose:
        reflection.add_argument(
            f"--{whose.value}",
            action="append",
            default=[],
            metavar="WORRY",
            help=_("a worry that is: {whose}; can be given several times").format(
                whose=whose_word(whose).lower()
            ),
        )


def add_practice_options(practice: argparse.ArgumentParser) -> None:
    """Add what an exercise that was done holds."""
    practice.add_argument(
        "--exercise", required=True, metavar="ID", help=_("such as body-scan or grounding")
    )
    practice.add_argument("--minutes", type=int, metavar="N", help=_("how long it took"))
    for name, text in (
        ("--distress-before", _("distress before it")),
        ("--distress-after", _("distress after it")),
        ("--kindness-before", _("kindness to yourself before it")),
        ("--kindness-after", _("kindness to yourself after it")),
    ):
        practice.add_argument(name, type=int, metavar=_TEN, help=text)


def add_measure_options(measure: argparse.ArgumentParser) -> None:
    """Add what a questionnaire that was filled in holds."""
    measure.add_argument(
        "--instrument", required=True, metavar="ID", help=_("such as phq-9 or who-5")
    )
    measure.add_argument(
        "--answers",
        metavar="CODES",
        help=_('the number chosen for each item, in their order; "-" for one that is missing'),
    )
    measure.add_argument(
        "--total",
        action="append",
        default=[],
        metavar="[SCALE=]SCORE",
        help=_("a score you were told instead; can be given once for each scale"),
    )
    measure.add_argument(
        "--form", default="", metavar="ID", help=_("how the sheet is coded, where there are ways")
    )


def add_entry_options(entry: argparse.ArgumentParser) -> None:
    """Add what every entry holds."""
    entry.add_argument("--tags", default="", metavar="A,B", help=_("tags"))
    entry.add_argument(
        "--note", default="", metavar="TEXT", help=_('a note; "-" reads it from standard input')
    )
    entry.add_argument(
        "--at", metavar="MOMENT", help=_('such as "2026-11-20 23:40"; now by default')
    )


def _with_underscores(text: str) -> str:
    return text.replace("-", "_")


def _or_list(words: list[str]) -> str:
    return _("one of: {words}").format(words=", ".join(words))
