"""Bring the sheet into view by which a file comes in, in each of its states."""

from collections.abc import Iterator

from support.looking import settle

from caregiver_journal.base.errors import DiskFullError, ImportRefusedError
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.progress import Progress
from caregiver_journal.exchange.json_file import VERSION
from caregiver_journal.journal.importing import Count, Incoming, Preview
from caregiver_journal.ui.import_sheet import ImportSheet
from caregiver_journal.ui.shell import Shell


def show_import_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state."""
    sheet = ImportSheet(shell)
    sheet.show_reading("caregiver-journal-2026-11-20.json")
    sheet.show_progress(Progress(1, 5))
    settle()
    yield "import-reading"
    counts = {
        Kind.MOOD: Count(1_204, 12, 3),
        Kind.BOUNDARY: Count(210, 0, 1),
        "workdays": Count(365, 20, 2),
        "support_lines": Count(4, 9),
        "talk_points": Count(1, 1, 1),
    }
    sheet.show_preview(Preview(Incoming(VERSION, ()), counts))
    settle()
    yield "import-preview"
    sheet.show_preview(Preview(Incoming(VERSION, ()), {Kind.MOOD: Count(0, 12)}))
    settle()
    yield "import-nothing"
    place = "entries[1204].follow_ups[2].answered"
    sheet.show_problem(ImportRefusedError("A moment has to stand here.", place=place))
    settle()
    yield "import-refused"
    sheet.show_unbacked(DiskFullError())
    settle()
    yield "import-unbacked"
    sheet.go()
    settle()
