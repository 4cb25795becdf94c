"""The key of a questionnaire: what makes two of its scores the same kind of number."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Protocol

from caregiver_journal.domain.instrument import Instrument

_LENGTH = 16


class Keyed(Protocol):
    """A questionnaire that was filled in, or one of its scores, as ``Measure`` has them."""

    @property
    def instrument(self) -> str:
        """The id of the questionnaire."""

    @property
    def form(self) -> str:
        """How its paper form was coded."""

    @property
    def key(self) -> str:
        """Its key then; "" where nobody knows."""


def key_of(instrument: Instrument, form_id: str) -> str:
    """Return a short text that changes when the same answers would be scored in another way.

    It is made of codes, reversed items, and the items of each scale with what becomes of them; of
    no words, thresholds or ids of forms, which may be mended without parting what was filled in.
    How the form was coded may be unknown.
    """
    form = next((form for form in instrument.forms if form.id == form_id), None)
    coded = None if form is None else (form.codes, tuple(sorted(form.reversed)))
    scales = [
        (scale.id, scale.items, str(scale.how), float(scale.factor), scale.as_coded)
        for scale in instrument.scales
    ]
    return sha256(repr((coded, scales)).encode()).hexdigest()[:_LENGTH]


class Keys:
    """The keys that questionnaires have now, each worked out once."""

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        self._instruments = {each.id: each for each in instruments}
        self._known: dict[tuple[str, str], str] = {}

    def are_of(self, filled: Keyed) -> bool:
        """Tell whether what was filled in was scored as its questionnaire is scored now."""
        instrument = self._instruments.get(filled.instrument)
        if instrument is None:
            return False
        about = filled.instrument, filled.form
        if about not in self._known:
            self._known[about] = key_of(instrument, filled.form)
        return self._known[about] == filled.key
