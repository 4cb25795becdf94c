"""The words of the structured forms, from their content file."""

from dataclasses import dataclass
from functools import cache

from caregiver_journal.base.content import ContentError, ContentFile, read_content
from caregiver_journal.domain.reflection import BELIEFS, PARTS, Form
from caregiver_journal.domain.reflection_facts import Labels


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form.

    Attributes:
        part: which text it is; or *belief_before*, *belief_after*, *worries*.
        label: what stands above it.
        hint: what stands in it while it is empty.
    """

    part: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class FormWords:
    """The words of one form.

    Attributes:
        about: what it is for, in one line.
        fields: in their order.
        step_label, step_hint: of the next step, in the sorter only.
    """

    form: Form
    about: str
    fields: tuple[FormField, ...]
    step_label: str = ""
    step_hint: str = ""


@cache
def form_words() -> dict[Form, FormWords]:
    """Return the words of every form; raises ``ContentError``."""
    return {words.form: words for words in read_forms(read_content("reflections"))}


def part_labels() -> tuple[Labels, ContentError | None]:
    """Return what the parts of each form are called, and what is wrong with their file.

    While it is broken they have no labels: so what was written can be read all the same, and the
    parts are called by their names.
    """
    try:
        forms = form_words().values()
    except ContentError as error:
        return {}, error
    return {
        (words.form, field.part): field.label for words in forms for field in words.fields
    }, None


def expected_parts(form: Form) -> tuple[str, ...]:
    """Return the parts of a form in the order its fields stand in."""
    if form is Form.SORTER:
        return ("worries",)
    before, after = BELIEFS.get(form, ("", ""))
    parts: list[str] = []
    for part in PARTS[form]:
        parts.append(part)
        if part == before:
            parts.append("belief_before")
        if part == after:
            parts.append("belief_after")
    return tuple(parts)


def read_forms(file: ContentFile) -> tuple[FormWords, ...]:
    """Return the words of a content file; raises ``ContentError``."""
    return file.records("forms", _make_form)


def _make_form(
    id: str,  # noqa: A002 - as in the file
    about: str,
    fields: list[dict[str, str]],
    step_label: str = "",
    step_hint: str = "",
) -> FormWords:
    form = Form(id)
    made = tuple(FormField(field["id"], field["label"], field.get("hint", "")) for field in fields)
    if tuple(field.part for field in made) != expected_parts(form):
        raise ValueError(f"its fields are {', '.join(expected_parts(form))}, in this order")
    if not all(text.strip() for text in (about, *(field.label for field in made))):
        raise ValueError("a text is missing")
    if (form is Form.SORTER) != bool(step_label):
        raise ValueError("the sorter, and no other form, names a next step")
    return FormWords(form, about, made, step_label, step_hint)
