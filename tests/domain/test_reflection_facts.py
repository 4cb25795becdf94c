"""What a reflection holds is said part by part."""

from support.builders import a_reflection

from caregiver_journal.domain.reflection import Form, Reflection, Whose, Worry, Written
from caregiver_journal.domain.reflection_facts import reflection_facts

LABELS = {
    (Form.THOUGHT, "thought"): "The thought",
    (Form.THOUGHT, "belief_before"): "Belief",
    (Form.THOUGHT, "kinder"): "A kinder one",
    (Form.THOUGHT, "belief_after"): "And now",
}


def test_an_answer_stands_below_its_question() -> None:
    facts = reflection_facts(a_reflection("No.", question="Was it a real yes?"), {})
    assert facts == [("Question", "Was it a real yes?"), ("answer", "No.")]


def test_a_question_that_was_said_already_is_left_out() -> None:
    answer = a_reflection("No.", question="Was it a real yes?")
    assert reflection_facts(answer, {}, with_question=False) == [("answer", "No.")]


def test_each_belief_stands_behind_its_text() -> None:
    texts = (Written("thought", "They will leave"), Written("kinder", "They are tired"))
    reflection = Reflection(Form.THOUGHT, texts, belief_before=80, belief_after=0)
    assert reflection_facts(reflection, LABELS) == [
        ("The thought", "They will leave"),
        ("Belief", "80 %"),
        ("A kinder one", "They are tired"),
        ("And now", "0 %"),
    ]
    assert reflection_facts(reflection, {}) == [
        ("thought", "They will leave"),
        ("Belief before", "80 %"),
        ("kinder", "They are tired"),
        ("Belief after", "0 %"),
    ]


def test_worries_say_whose_they_are_and_the_step_for_mine() -> None:
    worries = (
        Worry("The rota", Whose.MINE, "Ask on Monday"),
        Worry("His mood", Whose.THEIRS),
        Worry("Rain"),
    )
    assert reflection_facts(Reflection(Form.SORTER, worries=worries), {}) == [
        ("Mine", "The rota\nNext step: Ask on Monday"),
        ("Theirs", "His mood"),
        ("Not sorted yet", "Rain"),
    ]


def test_a_part_nobody_knows_is_called_by_its_name() -> None:
    assert reflection_facts(Reflection(Form.FREE, (Written("age", "old"),)), {}) == [("age", "old")]
