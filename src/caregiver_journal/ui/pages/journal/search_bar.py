"""Say what is looked for: words as they are typed, and filters."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.boundary import Answer, answer_word, say_limit
from caregiver_journal.domain.day import WEEKDAYS
from caregiver_journal.domain.mood_profile import say_hours
from caregiver_journal.domain.phrasing import say_kind, say_period
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.reflection import Form, form_word
from caregiver_journal.journal.filter_names import FilterNames
from caregiver_journal.ui.widgets.filter_button import FilterButton, RemovableFilter
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.search_field import ListSearchField
from caregiver_journal.ui.widgets.text import push_button

if TYPE_CHECKING:
    from caregiver_journal.ui.pages.journal.filters import Filter

PAUSE_MS = 120
"""How long typing rests before the search follows it."""

_LEAST_FIELD = 9
"""Width of the field, in heights of a line, below which the filters stand under it."""
_WORDY_FIELD = 15
"""Width of the field, in heights of a line, below which its hint is shorter."""
_REMOVABLE = (
    "answers",
    "limits",
    "forms",
    "themes",
    "prompts",
    "exercises",
    "instruments",
    "feelings",
    "weekdays",
    "hours",
    "with_belonging",
)
"""What a query filters by that is said on a page elsewhere, and only taken away here."""


class SearchBar(QWidget):
    """A field for words and a button for each filter.

    With one kind of entry only, there is no filter for kinds: it could not filter anything.

    Signals:
        changed: other entries are looked for.
        list_wanted: the keyboard shall go on to what was found.
    """

    changed = Signal()
    list_wanted = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        tags: Callable[[], Sequence[str]],
        names: Callable[[Query], FilterNames],
    ) -> None:
        """Take what tells the day, all tags, and what the ids in a query are called."""
        super().__init__()
        self._today = today
        self._tags = tags
        self._names = names
        self._query = Query()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._take_words)
        self.field = self._make_field()
        self.kinds = FilterButton(_("All kinds"), name="journal.kinds")
        self.time = FilterButton(_("Any time"), name="journal.time")
        self.tags = FilterButton(_("Tags"), name="journal.tags")
        self.removable = {part: RemovableFilter(name=f"journal.{part}") for part in _REMOVABLE}
        self.clear = push_button(_("Clear filters"), "link", name="journal.clear")
        self.clear.hide()
        self.kinds.clicked.connect(self._open_kinds)
        self.time.clicked.connect(self._open_time)
        self.tags.clicked.connect(self._open_tags)
        for part, button in self.removable.items():
            button.clicked.connect(partial(self._drop, part))
        self.clear.clicked.connect(self.clear_filters)
        self._arrange()

    @property
    def query(self) -> Query:
        """What is looked for now."""
        return self._query

    def clear_all(self) -> None:
        """Look for everything again."""
        self.field.clear()
        self._take(Query())

    def clear_filters(self) -> None:
        """Filter by nothing; words stay."""
        had_keyboard = self.clear.hasFocus()
        self._take(Query(self._query.words))
        if had_keyboard:
            self.field.setFocus()

    def look_at(self, day: date) -> None:
        """Look for the entries of one day."""
        self.look_for(Query(first=day, last=day))

    def look_for(self, query: Query) -> None:
        """Look for something else."""
        self.field.setText(query.words)
        self._take(query)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(event.size().width())

    def _make_field(self) -> ListSearchField:
        field = ListSearchField(name="journal.search")
        field.setAccessibleName(_("Search your words"))
        field.textChanged.connect(self._pause.start)
        field.emptied.connect(self._take_words)
        field.list_wanted.connect(self._leave_field)
        return field

    def _arrange(self) -> None:
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, gap=SMALL)
        for button in self._filter_buttons():
            self._flow.addWidget(button)
        self._buttons.setSizePolicy(flowing_policy())
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(MEDIUM)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self._buttons)

    def _filter_buttons(self) -> tuple[QPushButton, ...]:
        return (self.kinds, self.time, self.tags, *self.removable.values(), self.clear)

    def _fold(self, width: int) -> None:
        shown = [button for button in self._filter_buttons() if not button.isHidden()]
        buttons = sum(button.sizeHint().width() + SMALL for button in shown) - SMALL
        is_narrow = width - buttons < _LEAST_FIELD * self.fontMetrics().height()
        self._buttons.setMinimumWidth(0 if is_narrow else buttons)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        self._row.setSpacing(SMALL if is_narrow else MEDIUM)
        room = width if is_narrow else width - buttons
        is_short = room < _WORDY_FIELD * self.fontMetrics().height()
        self.field.setPlaceholderText(_("Search…") if is_short else _("Search your words…  Ctrl+F"))

    # What hangs below a button is loaded when it is first opened: the page need not wait for it.

    def _open_kinds(self) -> None:
        from caregiver_journal.ui.pages.journal.filters import KindFilter  # noqa: PLC0415

        self._open(KindFilter(self._query, self.kinds))

    def _open_time(self) -> None:
        from caregiver_journal.ui.pages.journal.filters import TimeFilter  # noqa: PLC0415

        self._open(TimeFilter(self._query, self._today(), self.time))

    def _open_tags(self) -> None:
        from caregiver_journal.ui.pages.journal.filters import TagFilter  # noqa: PLC0415

        self._open(TagFilter(self._query, self._tags(), self.tags))

    def _open(self, popover: "Filter") -> None:
        popover.changed.connect(self._take)
        popover.open_below()

    def _leave_field(self) -> None:
        self._take_words()
        self.list_wanted.emit()

    def _take_words(self) -> None:
        self._pause.stop()
        self._take(replace(self._query, words=self.field.text()))

    def _take(self, query: Query) -> None:
        self._pause.stop()
        if query == self._query:
            return
        self._query = query
        self._show_filters()
        self.changed.emit()

    def _drop(self, part: str) -> None:
        self.field.setFocus()  # the button goes with what it says
        nothing: dict[str, Any] = {part: _nothing(self._query, part)}
        self._take(replace(self._query, **nothing))

    def _show_filters(self) -> None:
        query = self._query
        kinds = ", ".join(say_kind(kind) for kind in sorted(query.kinds))
        has_days = query.first is not None or query.last is not None
        days = say_period(query.first, query.last, self._today()) if has_days else ""
        marks = [_("for session")] * query.for_session + [_("never export")] * query.never_export
        self.kinds.show_filter(kinds)
        self.time.show_filter(days)
        self.tags.show_filter(", ".join([*query.tags, *marks]))
        for part, words in self._say_removable():
            self.removable[part].show_filter(words)
        says_kind = any(getattr(query, part) for part in _REMOVABLE) and not query.kinds
        self.kinds.setVisible(not says_kind)  # where it could not filter anything
        self.clear.setVisible(query.has_filters and not self._is_one_removable())
        self._fold(self.width())

    def _is_one_removable(self) -> bool:
        """Tell whether all there is to clear is one filter with a cross of its own."""
        shown = [part for part in _REMOVABLE if getattr(self._query, part)]
        if len(shown) != 1:
            return False
        nothing: dict[str, Any] = {shown[0]: _nothing(self._query, shown[0])}
        return not replace(self._query, **nothing).has_filters

    def _say_removable(self) -> Iterator[tuple[str, str]]:
        """Return the words of each filter that can only be taken away; "" for none."""
        query, names = self._query, self._names(self._query)
        yield "answers", ", ".join(answer_word(one) for one in Answer if one in query.answers)
        yield "limits", ", ".join(sorted(say_limit(limit) for limit in query.limits))
        yield "forms", ", ".join(form_word(form) for form in Form if form in query.forms)
        yield "themes", names.themes
        yield "prompts", names.prompts
        yield "exercises", names.exercises
        yield "instruments", names.instruments
        yield "feelings", ", ".join(sorted(query.feelings))
        yield "weekdays", ", ".join(_(WEEKDAYS[day]) for day in sorted(query.weekdays))
        yield "hours", say_hours(query.hours) if query.hours else ""
        yield "with_belonging", _("with belonging") if query.with_belonging else ""


def _nothing(query: Query, part: str) -> object:
    """Return what a filter is while it filters nothing."""
    return type(getattr(query, part))()
