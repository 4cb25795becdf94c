"""List phrases under their situations; arrows walk, Enter and a double click open one."""

from collections.abc import Iterable, Sequence

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.script import Script, Situation
from caregiver_journal.ui.widgets.script_delegate import ScriptDelegate, ScriptRow, read_out
from caregiver_journal.ui.widgets.text_delegate import Heading
from caregiver_journal.ui.widgets.whole_list import WholeList, WholeModel


def rows_by_situation(
    scripts: Iterable[Script], situations: Sequence[Situation]
) -> list[ScriptRow]:
    """Return phrases under headings; those without a situation come first."""
    known = {situation.id for situation in situations}
    groups: dict[str, list[ScriptRow]] = {}
    for script in scripts:
        key = script.situation if script.situation in known else ""
        groups.setdefault(key, []).append(script)
    rows: list[ScriptRow] = []
    if "" in groups:
        rows += [Heading(_("For any situation")), *groups[""]]
    for situation in situations:
        if situation.id in groups:
            rows.append(Heading(situation.title, situation.about))
            rows += groups[situation.id]
    return rows


class ScriptModel(WholeModel[ScriptRow]):
    """Phrases and the headings of their situations."""

    @override
    def id_of(self, row: ScriptRow) -> str | None:
        return row.id if isinstance(row, Script) else None

    @override
    def words_of(self, row: ScriptRow) -> str:
        return row.text if isinstance(row, Script) else row.title

    @override
    def heard_of(self, row: ScriptRow) -> str:
        return read_out(row)


class ScriptList(WholeList[ScriptRow]):
    """Phrases, of which one is chosen."""

    def __init__(self, accessible_name: str, *, name: str) -> None:
        super().__init__(accessible_name, ScriptModel(), name=name)
        self.paint_by(ScriptDelegate(self))

    def current(self) -> Script | None:
        """Return the chosen phrase, or None."""
        row = self.current_row()
        return row if isinstance(row, Script) else None

    def scripts(self) -> list[Script]:
        """Return the phrases that are shown, in their order."""
        return [row for row in self.choices() if isinstance(row, Script)]
