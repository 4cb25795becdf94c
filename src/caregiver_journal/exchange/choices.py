"""Write and read what the person chose: masks, presets of summaries, and settings."""

from datetime import time

from caregiver_journal.domain.kept import KeptPreset, Setting
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.preference import PREFERENCES, Value
from caregiver_journal.exchange.codec import Codec, written
from caregiver_journal.exchange.fields import Fields, Plain

_TIMES = frozenset(each.name for each in PREFERENCES if isinstance(each.default, time))


def _write_mask(mask: Mask) -> Plain:
    return written(mask, "word", "instead", "may_stay")


def _read_mask(fields: Fields) -> Mask:
    return Mask(fields.text("word"), fields.text("instead", ""), fields.flag("may_stay"))


def _write_preset(preset: KeptPreset) -> Plain:
    return {"name": preset.name, "content": preset.content}


def _read_preset(fields: Fields) -> KeptPreset:
    return KeptPreset(fields.text("name"), fields.text("content"))


def _write_setting(setting: Setting) -> Plain:
    value = setting.value
    plain = value.isoformat("minutes") if isinstance(value, time) else value
    return {"name": setting.name, "value": plain}


def _read_setting(fields: Fields) -> Setting:
    return Setting(fields.text("name"), _read_value(fields))


def _read_value(fields: Fields) -> Value:
    if fields.text("name") in _TIMES:
        return fields.clock("value")
    value = fields.raw("value")
    if isinstance(value, bool):
        return value
    return fields.whole("value") if isinstance(value, int) else fields.text("value")


MASKS = Codec(_write_mask, _read_mask)
PRESETS = Codec(_write_preset, _read_preset)
SETTINGS = Codec(_write_setting, _read_setting)
