"""Write and read what belongs to talks: the ladder, plans, and sessions with a therapist."""

from datetime import time
from typing import Any

from caregiver_journal.domain.kept import Rung
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.plan import PLAN_LABELS, PLAN_TEXTS, Plan
from caregiver_journal.domain.session import Goal, Homework, HomeworkState, Session, TalkPoint
from caregiver_journal.exchange.codec import Codec, day_text, written
from caregiver_journal.exchange.fields import Fields, Plain, write_utc, write_zone


def _write_rung(rung: Rung) -> Plain:
    return {
        **written(rung.step, "number", "text", "distress", "is_put_away", "suggestion"),
        "tries": [_write_try(tried) for tried in rung.tries],
    }


def _write_try(tried: Try) -> Plain:
    return {
        "number": tried.number,
        "happened": tried.happened.isoformat(),
        "zone": write_zone(tried.happened),
        **written(tried, "expected", "actual", "note", "entry_id"),
    }


def _read_rung(fields: Fields) -> Rung:
    step = Step(
        fields.text("text"),
        fields.whole("distress"),
        fields.flag("is_put_away"),
        fields.text("suggestion", ""),
        fields.whole_or_none("number"),
    )
    number = step.number or 0
    tries = (each.make(lambda tried: _read_try(tried, number)) for each in fields.records("tries"))
    return Rung(step, tuple(tries))


def _read_try(fields: Fields, step: int) -> Try:
    return Try(
        step,
        fields.moment_in_zone("happened"),
        fields.whole("expected"),
        fields.whole_or_none("actual"),
        fields.text("note", ""),
        fields.text("entry_id", ""),
        fields.whole_or_none("number"),
    )


def _write_plan(plan: Plan) -> Plain:
    return {
        "number": plan.number,
        "made": write_utc(plan.made),
        "day": day_text(plan.day),
        **written(plan, *PLAN_LABELS, *PLAN_TEXTS, "belief"),
    }


def _read_plan(fields: Fields) -> Plan:
    words: dict[str, Any] = {part: fields.text(part, "") for part in (*PLAN_LABELS, *PLAN_TEXTS)}
    return Plan(
        made=fields.moment("made"),
        day=fields.day_or_none("day"),
        belief=fields.whole_or_none("belief"),
        number=fields.whole_or_none("number"),
        **words,
    )


def _write_goal(goal: Goal) -> Plain:
    return {
        "id": goal.id,
        "text": goal.text,
        "made": write_utc(goal.made),
        "reached": day_text(goal.reached),
    }


def _read_goal(fields: Fields) -> Goal:
    return Goal(
        fields.text("id"), fields.text("text"), fields.moment("made"), fields.day_or_none("reached")
    )


def _write_point(point: TalkPoint) -> Plain:
    return {
        **written(point, "id", "text", "is_question", "entry_id"),
        "made": write_utc(point.made),
        "talked": day_text(point.talked),
    }


def _read_point(fields: Fields) -> TalkPoint:
    return TalkPoint(
        fields.text("id"),
        fields.text("text"),
        fields.moment("made"),
        fields.flag("is_question"),
        fields.text("entry_id", ""),
        fields.day_or_none("talked"),
    )


def _write_homework(homework: Homework) -> Plain:
    return {
        **written(homework, "id", "text", "how_it_went"),
        "made": write_utc(homework.made),
        "agreed": day_text(homework.agreed),
        "state": homework.state.value,
        "ended": day_text(homework.ended),
    }


def _read_homework(fields: Fields) -> Homework:
    return Homework(
        fields.text("id"),
        fields.text("text"),
        fields.moment("made"),
        fields.day("agreed"),
        fields.choice("state", HomeworkState),
        fields.day_or_none("ended"),
        fields.text("how_it_went", ""),
    )


def _write_session(session: Session) -> Plain:
    return {
        "id": session.id,
        "day": day_text(session.day),
        "time": None if session.at is None else session.at.isoformat("minutes"),
        "note": session.note,
    }


def _read_session(fields: Fields) -> Session:
    at = fields.clock_or_none("time")
    minute = None if at is None else time(at.hour, at.minute)
    return Session(fields.text("id"), fields.day("day"), minute, fields.text("note", ""))


LADDER = Codec(_write_rung, _read_rung)
PLANS = Codec(_write_plan, _read_plan)
GOALS = Codec(_write_goal, _read_goal)
TALK_POINTS = Codec(_write_point, _read_point)
HOMEWORK = Codec(_write_homework, _read_homework)
SESSIONS = Codec(_write_session, _read_session)
