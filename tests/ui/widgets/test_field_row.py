"""Fields stand side by side while there is room, and below each other where there is none."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_journal.ui.widgets.field_row import FieldRow
from caregiver_journal.ui.widgets.text import line_field, plain_label

Show = Callable[..., QWidget]


@pytest.mark.parametrize(("width", "rows"), [(640, 1), (300, 3)])
def test_the_room_decides(show: Show, width: int, rows: int) -> None:
    fields = [line_field(name=name) for name in ("one", "two", "three")]
    below = plain_label("what is wrong with it", "error_small", wrap=True)
    row = FieldRow(("One", (fields[0], below)), ("Two", fields[1:2]), ("Three", fields[2:]))
    show(row, width=width)
    QApplication.processEvents()
    tops = {field.mapTo(row, field.rect().topLeft()).y() for field in fields}
    assert len(tops) == rows
    assert row.minimumSizeHint().width() < 300
    assert [field.accessibleName() for field in fields] == ["One", "Two", "Three"]
