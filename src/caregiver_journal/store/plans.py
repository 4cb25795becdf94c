"""Keep what is prepared before a talk."""

from dataclasses import replace
from datetime import date

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.plan import Plan, soonest_first
from caregiver_journal.store.rows import moment_to_text, text_to_moment
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.statements import Row

_COLUMNS = """
number, made, day, asker, setting, kind_of_limit, asked, offer, cannot, words, feared, belief
"""
_ALL = f"SELECT {_COLUMNS} FROM plans"  # noqa: S608 - made of constants
_ONE = f"{_ALL} WHERE number = ?"
_BETWEEN = f"{_ALL} WHERE day BETWEEN ? AND ?"
_WRITE = f"INSERT OR REPLACE INTO plans ({_COLUMNS}) VALUES ({', '.join('?' * 12)})"  # noqa: S608
_FORGET = "DELETE FROM plans WHERE number = ?"


class PlanStore:
    """The plans of one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Plan, ...]:
        """Return all plans: those with a day first, the soonest first."""
        return soonest_first(_plan(row) for row in self._database.rows(_ALL))

    def between(self, first: date, last: date) -> tuple[Plan, ...]:
        """Return the plans whose talk is expected on one of these days, the soonest first."""
        days = (first.isoformat(), last.isoformat())
        return soonest_first(_plan(row) for row in self._database.rows(_BETWEEN, days))

    def get(self, number: int) -> Plan:
        """Return a plan; raises ``NothingFoundError``."""
        row = self._database.row(_ONE, (number,))
        if row is None:
            raise NothingFoundError(_("This plan is not there any more."))
        return _plan(row)

    def write(self, plan: Plan) -> Plan:
        """Write a plan over the one with its number, or add it; return it with its number."""
        values = (
            plan.number,
            moment_to_text(plan.made),
            None if plan.day is None else plan.day.isoformat(),
            plan.asker,
            plan.setting,
            plan.limit,
            plan.asked,
            plan.offer,
            plan.cannot,
            plan.words,
            plan.feared,
            plan.belief,
        )
        return replace(plan, number=self._database.write(_WRITE, values))

    def forget(self, number: int) -> None:
        """Delete a plan; nothing happens where there is none."""
        self._database.write(_FORGET, (number,))


def _plan(row: Row) -> Plan:
    number, made, day, asker, setting, limit, asked, offer, cannot, words, feared, belief = row
    return Plan(
        asked=asked,
        made=text_to_moment(made),
        day=None if day is None else date.fromisoformat(day),
        asker=asker,
        setting=setting,
        limit=limit,
        offer=offer,
        cannot=cannot,
        words=words,
        feared=feared,
        belief=belief,
        number=number,
    )
