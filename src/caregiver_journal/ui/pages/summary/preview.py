"""Show the pages of a summary as they will be, one at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
)

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import FOCUS_WIDTH, HAIRLINE, ROOMY, SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.summary import Paper
from caregiver_journal.ui.theme import current_look
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.text import plain_label, push_button

_SHAPES = {Paper.A4: (210 / 25.4, 297 / 25.4), Paper.LETTER: (8.5, 11.0)}
"""Width and height of a page, in inches."""

_TURNS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PageView(QAbstractButton):
    """One page on its ground; arrows and Page Up and Down turn to another.

    A click, Enter or Space says ``clicked``: the page is wanted larger.

    Signals:
        turned(int): another page is wanted, so many further.
        resized(): it is drawn finer or coarser from now on.
    """

    turned = Signal(int)
    resized = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._paper = Paper.A4
        self._image = QImage()

    def show_page(self, image: QImage, paper: Paper) -> None:
        """Show another page, or none yet."""
        self._image = image
        if paper is not self._paper:
            self._paper = paper
            self.updateGeometry()
        self.update()

    def pixels_per_inch(self) -> float:
        """Return how finely a page is seen, in pixels of the screen."""
        return max(20.0, self.width() * self.devicePixelRatioF() / _SHAPES[self._paper][0])

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        across, down = _SHAPES[self._paper]
        return round(width * down / across)

    @override
    def sizeHint(self) -> QSize:
        width = 24 * self.fontMetrics().horizontalAdvance("M")
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(10 * self.fontMetrics().horizontalAdvance("M"), 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
            return
        step = _TURNS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        is_sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        self.turned.emit(-step if is_sideways and self.isRightToLeft() else step)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(0, 0, self.width(), self.heightForWidth(self.width()))
        painter.fillRect(place, QColor("white"))
        if not self._image.isNull():
            painter.drawImage(place, self._image)
        look = current_look()
        width = FOCUS_WIDTH if self.hasFocus() else HAIRLINE
        painter.setPen(QPen(QColor(look.focus if self.hasFocus() else look.line), width))
        half = width / 2
        painter.drawRect(place.adjusted(half, half, -half, -half))


class Preview(QFrame):
    """The pages of a summary on a quiet ground, with their number below.

    Attributes:
        view: the page.

    Signals:
        resized(): pages are wanted finer or coarser.
        larger_wanted(): the pages are wanted so large that they are easily read.
    """

    resized = Signal()
    larger_wanted = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "pages")
        self._pages: tuple[QImage, ...] = ()
        self._paper = Paper.A4
        self._at = 0
        self.view = PageView(name=f"{name}.page")
        self.view.setAccessibleName(_("The page as it will be"))
        self.back = push_button(_("Page before"), "link", name=f"{name}.back")
        self.further = push_button(_("Next page"), "link", name=f"{name}.further")
        self.larger = push_button(_("Read it larger"), "link", name=f"{name}.larger")
        self.count = plain_label("", "small")
        self.count.setObjectName(f"{name}.count")
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note = plain_label("", "small", wrap=True)
        self.note.setObjectName(f"{name}.note")
        self._arrange()
        self.view.turned.connect(self._turn)
        self.view.resized.connect(self.resized)
        self.view.clicked.connect(self.larger_wanted)
        self.larger.clicked.connect(self.larger_wanted)
        self.back.clicked.connect(self._go_back)
        self.further.clicked.connect(self._go_further)
        self.note.hide()
        self._show()

    def show_pages(
        self, pages: Sequence[QImage], paper: Paper, heard: str, notes: Sequence[str] = ()
    ) -> None:
        """Show other pages.

        Args:
            pages: as they will be.
            paper: its size.
            heard: what stands on them, for those who cannot see it.
            notes: what there is to say of them, a sentence each.
        """
        self.note.setText(" ".join(notes))
        self.note.setVisible(bool(notes))
        self._pages, self._paper = tuple(pages), paper
        self._at = min(self._at, max(0, len(self._pages) - 1))
        self.view.setAccessibleDescription(heard)
        self._show()

    @property
    def page(self) -> int:
        """Which page is shown, the first being 0."""
        return self._at

    def pixels_per_inch(self) -> float:
        """Return how finely the pages are seen."""
        return self.view.pixels_per_inch()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOMY, ROOMY, ROOMY, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(self.view)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.count, 1)
        row.addWidget(self.further)
        column.addLayout(row)
        column.addWidget(self.larger, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.note)
        column.addStretch(1)

    def _show(self) -> None:
        image = self._pages[self._at] if self._pages else QImage()
        self.view.show_page(image, self._paper)
        self.count.setText(self._say_place())
        several = len(self._pages) > 1
        self.larger.setEnabled(bool(self._pages))
        for button, is_end in ((self.back, self._at == 0), (self.further, self._is_last())):
            button.setVisible(several)
            button.setEnabled(not is_end)

    def _say_place(self) -> str:
        pages = len(self._pages)
        if pages < 2:
            return ngettext("{count} page", "{count} pages", pages).format(count=pages) * (
                pages > 0
            )
        return _("Page {number} of {count}").format(number=self._at + 1, count=pages)

    def _is_last(self) -> bool:
        return self._at >= len(self._pages) - 1

    def _go_back(self) -> None:
        self._turn(-1)

    def _go_further(self) -> None:
        self._turn(1)

    def _turn(self, step: int) -> None:
        to = max(0, min(len(self._pages) - 1, self._at + step))
        if to == self._at:
            return
        had_focus = self.back.hasFocus() or self.further.hasFocus()
        self._at = to
        self._show()
        announce(self.view, self._say_place())
        if had_focus and not (self.back.hasFocus() or self.further.hasFocus()):
            (self.further if step < 0 else self.back).setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.view.update()
