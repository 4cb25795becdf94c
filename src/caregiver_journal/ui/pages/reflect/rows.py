"""What the list beside the form shows, and what is said around a question or a form."""

from collections.abc import Iterator

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.numbers import say_times
from caregiver_journal.domain.reflection import Form, form_word
from caregiver_journal.journal.reflecting import FORM, THEME, ReflectOverview, ThemeRow
from caregiver_journal.ui.widgets.place_delegate import Place, PlaceHeading, PlaceRow


def make_places(overview: ReflectOverview) -> Iterator[PlaceRow]:
    """Yield the themes, the forms that have steps, and writing freely, under their headings."""
    if overview.themes:
        yield PlaceHeading(_("Questions by theme"))
    for row in overview.themes:
        yield Place(f"{THEME}{row.theme.id}", row.theme.title, say_theme(row))
    yield PlaceHeading(_("A few steps, or none"))
    for words in overview.forms:
        count = overview.counts.get(words.form, 0)
        said = say_written(count) if count else ""
        yield Place(f"{FORM}{words.form}", form_word(words.form), said or words.about)
    count = overview.counts[Form.FREE]
    yield Place(f"{FORM}{Form.FREE}", form_word(Form.FREE), say_written(count) if count else "")


def say_theme(row: ThemeRow) -> str:
    """Return what stands below the title of a theme."""
    answers = ngettext("{count:,} answer", "{count:,} answers", row.answers)
    parts = (
        row.theme.about,
        "" if row.ordinary else _("deeper, optional"),
        answers.format(count=row.answers) if row.answers else "",
    )
    return " · ".join(filter(None, parts))


def say_written(count: int) -> str:
    """Return how often a form was written."""
    return _("written {times}").format(times=say_times(count))
