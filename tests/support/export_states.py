"""Bring the sheet by which all data leave into view: chosen, refused, and while it is written."""

from collections.abc import Iterator

from support.looking import settle

from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.progress import Progress
from caregiver_journal.ui.export_sheet import ExportSheet
from caregiver_journal.ui.shell import Shell


def show_export_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state."""
    sheet = ExportSheet(shell.context)
    settle()
    yield "export"
    sheet.format.set_value(Format.MARKDOWN)
    sheet.private.set_value("everything")
    sheet.kinds.set_values(())
    sheet.kinds.changed.emit(())
    sheet.save.click()
    settle()
    yield "export-refused"
    sheet.kinds.set_values([Kind.MOOD.value])
    sheet.kinds.changed.emit((Kind.MOOD.value,))
    sheet._set_running(is_running=True)
    sheet.progress.start("Writing…")
    sheet._show_progress(Progress(60, 100))
    settle()
    yield "export-running"
    sheet.go()
    settle()
