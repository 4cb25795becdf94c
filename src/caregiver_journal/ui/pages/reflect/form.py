"""The form for a reflection: a question or a few steps, and the field for what is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from caregiver_journal.base.clock import Clock
from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import PAGE, SMALL, SNUG, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.reflection import PARTS, Form, Written, check_reflection
from caregiver_journal.journal.forms import FormWords
from caregiver_journal.ui.entry_form import EntryForm
from caregiver_journal.ui.pages.reflect.answer import AnswerPart
from caregiver_journal.ui.pages.reflect.deeper import DeeperPart
from caregiver_journal.ui.pages.reflect.drafts import EMPTY, MORE, ReflectDraft, reflection_of
from caregiver_journal.ui.pages.reflect.earlier import EarlierLines
from caregiver_journal.ui.pages.reflect.part import ReflectPart
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

_NAME = "reflect"


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the field.

    Attributes:
        theme: the title of the theme, above what is asked.
        asked: the question, or what the form is called.
        about: a line below it.
        may_ask: whether another question can be asked for, and this one hidden.
        deeper: how many deeper questions the theme has.
        is_deeper: whether this one is deeper; ``has_ordinary`` whether there are others.
    """

    theme: str = ""
    asked: str = ""
    about: str = ""
    may_ask: bool = False
    deeper: int = 0
    is_deeper: bool = False
    has_ordinary: bool = False


class ReflectForm(EntryForm[ReflectDraft]):
    """One thing to write about, large and calm; decides nothing.

    Signals:
        another_wanted: another question of the theme is.
        hide_wanted: this question is never to be asked again.
        worry_removed: a pair: the place of a worry that was taken out, and the worry.
    """

    another_wanted = Signal()
    hide_wanted = Signal()
    worry_removed = Signal(object)

    def __init__(
        self,
        now: Clock,
        zones: Callable[[], Sequence[str]],
        read_words: Callable[[Form], FormWords | None],
    ) -> None:
        """Take what tells the time, the zones used lately, and the words of a form, or None."""
        super().__init__(_NAME)
        self._now, self._zones, self._read_words = now, zones, read_words
        self._from = EMPTY
        self._tags: Sequence[str] = ()
        self._parts: dict[Form, ReflectPart] = {}
        self.more: Any = None  # made when it is first opened
        self.theme = plain_label("", "small", wrap=True)
        self.asked = plain_label("", "reading_large", wrap=True)
        self.about = plain_label("", "muted", wrap=True)
        self.kept = plain_label(_("Draft kept"), "small")
        self.open_more = push_button("", "link", name=f"{_NAME}.more")
        self.another = push_button(_("Another question"), name=f"{_NAME}.another")
        self.hide_question = push_button(_("Hide this one for good"), name=f"{_NAME}.hide")
        self.deeper = DeeperPart(name=_NAME)
        self.earlier = EarlierLines(name=f"{_NAME}.earlier")
        for part in ("theme", "asked", "about", "kept"):
            getattr(self, part).setObjectName(f"{_NAME}.{part}")
        self.answer = self._parts[Form.FREE] = AnswerPart(name=_NAME)
        self.part: ReflectPart = self.answer
        self._arrange()
        self._connect()
        self.fill(EMPTY)
        self.show_around(Around())
