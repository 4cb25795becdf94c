"""The pages of the window, in their order: the one list."""

from collections.abc import Callable
from dataclasses import dataclass

from caregiver_journal.base.i18n import N_
from caregiver_journal.ui.page import Context, Page


@dataclass(frozen=True, slots=True)
class Section:
    """One page: its key, title, icon, whether it stands at the foot, and how it is made.

    A section without a title has no row in the sidebar; another page leads to it.

    Attributes:
        under: the section whose row is marked while this one is shown.
        called: the name of a page without a row, for "Go to anything".
    """

    key: str
    title: str
    icon: str
    make: Callable[[Context], Page]
    at_foot: bool = False
    under: str = ""
    called: str = ""

    @property
    def name(self) -> str:
        """What the page is called (untranslated)."""
        return self.title or self.called


# A page is imported when it is first visited, so that the window opens quickly.


def _make_today(context: Context) -> Page:
    from caregiver_journal.ui.pages.today.page import TodayPage  # noqa: PLC0415 - see above

    return TodayPage(context)


def _make_mood(context: Context) -> Page:
    from caregiver_journal.ui.pages.mood.page import MoodPage  # noqa: PLC0415 - see above

    return MoodPage(context)


def _make_boundary(context: Context) -> Page:
    from caregiver_journal.ui.pages.boundary.page import BoundaryPage  # noqa: PLC0415 - see above

    return BoundaryPage(context)


def _make_journal(context: Context) -> Page:
    from caregiver_journal.ui.pages.journal.page import JournalPage  # noqa: PLC0415 - see above

    return JournalPage(context)


def _make_scripts(context: Context) -> Page:
    from caregiver_journal.ui.pages.script.page import ScriptPage  # noqa: PLC0415 - see above

    return ScriptPage(context)


def _make_trash(context: Context) -> Page:
    from caregiver_journal.ui.pages.journal.trash import TrashPage  # noqa: PLC0415 - see above

    return TrashPage(context)


def _make_boundaries(context: Context) -> Page:
    from caregiver_journal.ui.pages.boundaries.page import BoundariesPage  # noqa: PLC0415

    return BoundariesPage(context)


def _make_ladder(context: Context) -> Page:
    from caregiver_journal.ui.pages.ladder.page import LadderPage  # noqa: PLC0415 - see above

    return LadderPage(context)


def _make_plan(context: Context) -> Page:
    from caregiver_journal.ui.pages.plan.page import PlanPage  # noqa: PLC0415 - see above

    return PlanPage(context)


def _make_reflect(context: Context) -> Page:
    from caregiver_journal.ui.pages.reflect.page import ReflectPage  # noqa: PLC0415 - see above

    return ReflectPage(context)


def _make_learn(context: Context) -> Page:
    from caregiver_journal.ui.pages.learn.page import LearnPage  # noqa: PLC0415 - see above

    return LearnPage(context)


def _make_practice(context: Context) -> Page:
    from caregiver_journal.ui.pages.practice.page import PracticePage  # noqa: PLC0415 - see above

    return PracticePage(context)


def _make_practised(context: Context) -> Page:
    from caregiver_journal.ui.pages.practised.page import PractisedPage  # noqa: PLC0415 - above

    return PractisedPage(context)


def _make_trends(context: Context) -> Page:
    from caregiver_journal.ui.pages.trends.page import TrendsPage  # noqa: PLC0415 - see above

    return TrendsPage(context)


def _make_measures(context: Context) -> Page:
    from caregiver_journal.ui.pages.measures.page import MeasuresPage  # noqa: PLC0415 - see above

    return MeasuresPage(context)


def _make_measure(context: Context) -> Page:
    from caregiver_journal.ui.pages.measure.page import MeasurePage  # noqa: PLC0415 - see above

    return MeasurePage(context)


def _make_session(context: Context) -> Page:
    from caregiver_journal.ui.pages.session.page import SessionPage  # noqa: PLC0415 - see above

    return SessionPage(context)


def _make_summary(context: Context) -> Page:
    from caregiver_journal.ui.pages.summary.page import SummaryPage  # noqa: PLC0415 - see above

    return SummaryPage(context)


def _make_support(context: Context) -> Page:
    from caregiver_journal.ui.pages.support.page import SupportPage  # noqa: PLC0415 - see above

    return SupportPage(context)


def _make_settings(context: Context) -> Page:
    from caregiver_journal.ui.pages.settings.page import SettingsPage  # noqa: PLC0415 - see above

    return SettingsPage(context)


SECTIONS = (
    Section("today", N_("Today"), "today", _make_today),
    Section("mood", "", "", _make_mood),
    Section("boundary", "", "", _make_boundary, under="boundaries"),
    Section("journal", N_("Journal"), "journal", _make_journal),
    Section("trash", "", "", _make_trash, under="journal", called=N_("Trash")),
    Section("boundaries", N_("Boundaries"), "boundaries", _make_boundaries),
    Section(
        "scripts",
        "",
        "",
        _make_scripts,
        under="boundaries",
        called=N_("Words for hard moments"),
    ),
    Section("ladder", "", "", _make_ladder, under="boundaries", called=N_("Ladder")),
    Section("plan", "", "", _make_plan, under="boundaries", called=N_("Plan a talk")),
    Section("reflect", N_("Reflect"), "reflect", _make_reflect),
    Section("practice", N_("Practice"), "practice", _make_practice),
    Section("practised", "", "", _make_practised, under="practice"),
    Section("trends", N_("Trends"), "trends", _make_trends),
    Section("measures", "", "", _make_measures, under="trends", called=N_("Measures")),
    Section("measure", "", "", _make_measure, under="trends"),
    Section("session", N_("Session"), "session", _make_session),
    Section("summary", "", "", _make_summary, under="session", called=N_("Summary")),
    Section("support", N_("Support card"), "support", _make_support, at_foot=True),
    Section("learn", N_("Learn"), "learn", _make_learn, at_foot=True),
    Section("settings", N_("Settings"), "settings", _make_settings, at_foot=True),
)
