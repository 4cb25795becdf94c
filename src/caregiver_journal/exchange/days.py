"""Write and read what belongs to days: shifts, work, pauses and marks."""

from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.kept import KeptWorkday
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.shift import Shift
from caregiver_journal.exchange.codec import Codec, day_text, written
from caregiver_journal.exchange.fields import Fields, Plain


def _write_shift(shift: Shift) -> Plain:
    return written(shift, "number", "name", "is_off", "is_hidden")


def _read_shift(fields: Fields) -> Shift:
    return Shift(
        fields.text("name"),
        fields.flag("is_off"),
        fields.flag("is_hidden"),
        fields.whole_or_none("number"),
    )


def _write_workday(workday: KeptWorkday) -> Plain:
    return {"day": day_text(workday.day), **written(workday, "shift", "hours", "load")}


def _read_workday(fields: Fields) -> KeptWorkday:
    return KeptWorkday(
        fields.day("day"),
        fields.text("shift", ""),
        fields.number_or_none("hours"),
        fields.whole_or_none("load"),
    )


def _write_pause(pause: Pause) -> Plain:
    return {"first": day_text(pause.first), "last": day_text(pause.last)}


def _read_pause(fields: Fields) -> Pause:
    return Pause(fields.day("first"), fields.day_or_none("last"))


def _write_mark(mark: EventMark) -> Plain:
    return {"number": mark.number, "day": day_text(mark.day), "text": mark.text}


def _read_mark(fields: Fields) -> EventMark:
    return EventMark(fields.day("day"), fields.text("text"), fields.whole_or_none("number"))


SHIFTS = Codec(_write_shift, _read_shift)
WORKDAYS = Codec(_write_workday, _read_workday)
PAUSES = Codec(_write_pause, _read_pause)
EVENT_MARKS = Codec(_write_mark, _read_mark)
