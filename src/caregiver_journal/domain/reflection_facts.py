"""Say what a reflection holds, part by part: the same on every page and in the terminal."""

from collections.abc import Mapping

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.reflection import (
    BELIEFS,
    PARTS,
    Form,
    Reflection,
    Worry,
    Written,
    whose_word,
)

Fact = tuple[str, str]
"""What is said and its words."""

Labels = Mapping[tuple[Form, str], str]
"""What the parts of each form are called."""


def reflection_facts(
    reflection: Reflection, labels: Labels, *, with_question: bool = True
) -> list[Fact]:
    """Return what was written, in the order of its form; nothing that is missing.

    The belief before and after stands behind the text it belongs to. A part without a label is
    called by its name. The question is left out where it was said already.
    """
    form = reflection.form
    facts = [(_("Question"), reflection.question if with_question else "")]
    before, after = BELIEFS.get(form, ("", ""))
    known = PARTS[form]
    later = [each for each in reflection.texts if each.part not in known]
    for part, text in (*(Written(p, reflection.text(p)) for p in known), *later):
        facts.append((labels.get((form, part), part), text))
        if part == before:
            label = labels.get((form, "belief_before"), _("Belief before"))
            facts.append((label, _say(reflection.belief_before)))
        if part == after:
            label = labels.get((form, "belief_after"), _("Belief after"))
            facts.append((label, _say(reflection.belief_after)))
    facts += [(_say_whose(worry), _say_worry(worry)) for worry in reflection.worries]
    return [(title, text) for title, text in facts if text]


def _say(percent: int | None) -> str:
    return "" if percent is None else _("{number} %").format(number=percent)


def _say_whose(worry: Worry) -> str:
    return _("Not sorted yet") if worry.whose is None else whose_word(worry.whose)


def _say_worry(worry: Worry) -> str:
    if not worry.step:
        return worry.text
    return _("{worry}\nNext step: {step}").format(worry=worry.text, step=worry.step)
