"""Show the pages of a summary so large that they are easily read."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractSlider

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM
from caregiver_journal.domain.summary_aloud import say_aloud
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.summary.making import Made
from caregiver_journal.ui.pages.summary.preview import PageView
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.text import push_button

_LINES_WIDE = 48


class PagesSheet(Overlay):
    """All pages, one below the other; arrows and Page Up and Down move them.

    Attributes:
        is_settled: whether they are drawn as finely as they are seen.
    """

    def __init__(self, context: Context, made: Made, at: int) -> None:
        """Begin with the page ``at``, the first being 0."""
        super().__init__(
            _("The pages as they will be"), context.ground, name="pages", lines_wide=_LINES_WIDE
        )
        self._context = context
        self._made = made
        self.is_settled = False
        self.views = [PageView(name=f"pages.{number + 1}") for number in range(len(made.pages))]
        self.card.body.setSpacing(MEDIUM)
        for number, (view, image) in enumerate(zip(self.views, made.pages, strict=True)):
            view.setAccessibleName(_("Page {number}").format(number=number + 1))
            view.setCursor(Qt.CursorShape.ArrowCursor)
            view.turned.connect(self._scroll)
            view.show_page(image, made.choice.paper)
            self.card.add(view)
        self.close_button = push_button(_("Close"), name="pages.close")
        self.close_button.clicked.connect(self.go)
        self.card.add(FootRow((), (self.close_button,)))
        self.come_up()
        self.views[at].setAccessibleDescription(say_aloud(made.summary))
        self.views[at].setFocus()
        QTimer.singleShot(0, self, partial(self._begin, at))

    def _scroll(self, step: int) -> None:
        action = QAbstractSlider.SliderAction
        wanted = action.SliderPageStepAdd if step > 0 else action.SliderPageStepSub
        self._area.verticalScrollBar().triggerAction(wanted)

    def _begin(self, at: int) -> None:
        """Draw them as finely as they are seen, now that their size is known."""
        from caregiver_journal.journal.summary.files import page_pictures  # noqa: PLC0415 - loaded

        inside = self._area.widget()
        if at and inside is not None:
            top = self.views[at].mapTo(inside, QPoint())
            self._area.verticalScrollBar().setValue(top.y())
        fine = self.views[0].pixels_per_inch()
        work = partial(page_pictures, self._made.ready, fine)
        self._context.work.start(self, work, self._show, self._fail)

    def _show(self, pages: tuple[bytes, ...]) -> None:
        for view, content in zip(self.views, pages, strict=True):
            view.show_page(QImage.fromData(content), self._made.choice.paper)
        self.is_settled = True

    def _fail(self, error: Exception) -> None:
        self.is_settled = True
        raise error
