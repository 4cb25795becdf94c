"""Choose the blocks of a summary, and what goes into each."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, TARGET, TINY
from caregiver_journal.domain.summary import BLOCK_WORDS, ON_AT_FIRST, Block
from caregiver_journal.ui.entry_form import check_box
from caregiver_journal.ui.widgets.text import push_button, set_button_text

PICKED = frozenset({Block.GOOD, Block.ENTRIES, Block.COMPARED, Block.ANSWERS, Block.SUPPORT})
"""Blocks that hold nothing until something is chosen for them."""


class BlockList(QWidget):
    """A box to tick for each block, and beside it a way to choose what is in it.

    Signals:
        changed(): a block came or went.
        asked(Block): the person wants to choose what is in a block.
    """

    changed = Signal()
    asked = Signal(object)

    def __init__(self, offered: tuple[Block, ...], *, name: str) -> None:
        """Offer blocks; ``<name>.<block>`` is a box and ``<name>.<block>.choose`` its button."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("What is in it"))
        self.boxes: dict[Block, QCheckBox] = {}
        self.buttons: dict[Block, QPushButton] = {}
        self._offered: frozenset[Block] = frozenset()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        for block in offered:
            column.addLayout(self._make_row(block, name))
        self.set_blocks(ON_AT_FIRST)

    def blocks(self) -> frozenset[Block]:
        """Return the blocks that are ticked."""
        return frozenset(block for block, box in self.boxes.items() if box.isChecked())

    def set_blocks(self, blocks: frozenset[Block]) -> None:
        """Tick other blocks, without a signal."""
        for block, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(block in blocks)
            box.blockSignals(False)
            self.buttons[block].setVisible(block in blocks & self._offered)

    def say_chosen(self, block: Block, words: str) -> None:
        """Say beside a block what is in it; "" where there is nothing to choose."""
        button = self.buttons[block]
        set_button_text(button, words)
        button.setAccessibleName(f"{_(BLOCK_WORDS[block])}: {words}")
        self._offered = self._offered | {block} if words else self._offered - {block}
        button.setVisible(bool(words) and self.boxes[block].isChecked())

    def _make_row(self, block: Block, name: str) -> QHBoxLayout:
        box = check_box(_(BLOCK_WORDS[block]), f"{name}.{block}")
        button = push_button(_("Choose…"), "link", name=f"{name}.{block}.choose")
        button.setProperty("inline", True)  # no higher than the box
        button.setMinimumWidth(TARGET)
        button.clicked.connect(partial(self.asked.emit, block))
        box.toggled.connect(partial(self._toggle, block))
        self.boxes[block], self.buttons[block] = box, button
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(box, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _toggle(self, block: Block, ticked: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.changed.emit()
        if ticked and block in PICKED:
            self.asked.emit(block)
