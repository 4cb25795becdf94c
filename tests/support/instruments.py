"""Questionnaires made for tests: small ones, and any that there can be."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from caregiver_journal.domain.instrument import (
    Change,
    CutOff,
    Form,
    How,
    Instrument,
    Noticing,
    Reliability,
    Scale,
    Side,
    Status,
)
from caregiver_journal.domain.instrument_check import check_instrument, reach

THREE = Instrument(
    id="three",
    title="Three",
    edition="made up",
    items=3,
    window="",
    forms=(Form("", "", (0, 1, 2, 3), frozenset({3})),),
    scales=(
        Scale(
            "total",
            "",
            (1, 2, 3),
            How.SUM,
            0,
            9,
            changes=(Change(4, 95, "made up", Status.CONFIRMED, exact=3.5),),
            noticing=Noticing(2, "asked for", Status.CONFIRMED),
            cut_offs=(CutOff(6, Side.FROM, "a lot", "made up", Status.CONFIRMED),),
            higher="more of it",
        ),
    ),
    risk_items=frozenset({3}),
)
"""Three items of 0–3, the third turned round and a risk item."""


def with_scale(**changes: Any) -> Instrument:
    """Return ``THREE`` with another scale."""
    return replace(THREE, scales=(replace(THREE.scales[0], **changes),))


_words = st.sampled_from(["a", "Two words", "é – ß", '“quoted” \\ "so"'])
_some_words = st.just("") | _words
_statuses = st.sampled_from(list(Status))
_numbers = st.floats(0.25, 1, width=32)


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    """Make any questionnaire whose facts agree with one another."""
    n = draw(st.integers(1, 8))
    codes = tuple(range(draw(st.integers(-3, 1)), draw(st.integers(2, 6)) + 1))
    numbers = st.frozensets(st.integers(1, n))
    forms = tuple(
        Form(
            id=f"f{number}" if several else "",
            title=draw(_some_words),
            codes=codes,
            reversed=draw(numbers),
            words=draw(st.just(()) | st.tuples(*[_some_words] * len(codes))),
            source=draw(_some_words),
            status=draw(_statuses),
        )
        for several in [draw(st.booleans())]
        for number in range(1 + several)
    )
    cut = draw(st.integers(1, n))
    parts = [part for part in (range(1, cut + 1), range(cut + 1, n + 1)) if part]
    scales = tuple(
        draw(_scales(str(number), tuple(part), forms[0], is_only=len(parts) == 1))
        for number, part in enumerate(parts)
    )
    return check_instrument(
        Instrument(
            id=draw(_words),
            title=draw(_words),
            edition=draw(_some_words),
            items=n,
            window=draw(_some_words),
            forms=forms,
            scales=scales,
            risk_items=draw(numbers),
            labels=draw(st.just(()) | st.tuples(*[_words] * n)),
            item_texts=draw(st.just(()) | st.tuples(*[_words] * n)),
            note=draw(_some_words),
            licence=draw(_some_words),
            source=draw(_some_words),
            status=draw(_statuses),
        )
    )


@st.composite
def _scales(
    draw: st.DrawFn, name: str, items: tuple[int, ...], form: Form, *, is_only: bool
) -> Scale:
    plain = Scale(name, "" if is_only else f"Scale {name}", items, draw(st.sampled_from(How)), 0, 0)
    low, high = reach(plain, form)
    known = {"source": _words, "status": _statuses}
    points = _numbers.map(lambda share: share * (high - low))
    changes = points.flatmap(
        lambda most: st.builds(
            Change,
            points=st.just(most),
            confidence=st.none() | st.integers(50, 99),
            exact=st.none() | _numbers.map(lambda share: share * most),
            **known,
        )
    )
    lines = st.builds(
        CutOff,
        value=st.floats(low, high),
        side=st.sampled_from(list(Side)),
        words=_some_words,
        rounded=st.none() | st.integers(0, 2),
        **known,
    )
    found = st.builds(Reliability, kind=st.just("alpha"), value=_numbers, of=_some_words, **known)
    return replace(
        plain,
        lowest=low,
        highest=high,
        decimals=draw(st.integers(0, 2)),
        least=draw(st.integers(1, len(items))),
        as_coded=draw(st.booleans()),
        shares=draw(st.booleans()),
        higher=draw(_some_words),
        least_source=draw(_some_words),
        least_status=draw(_statuses),
        changes=tuple(draw(st.lists(changes, max_size=1))),
        cut_offs=tuple(draw(st.lists(lines, max_size=1))),
        noticing=draw(
            st.none() | st.builds(Noticing, points=points, borrowed=_some_words, **known)
        ),
        reliability=tuple(draw(st.lists(found, max_size=1))),
    )
