"""What is filtered by is said in words, also where it is not there any more."""

from support.builders import a_measure, a_practice, a_reflection, an_entry
from support.content import Harm, harm

from caregiver_journal.domain.exercise import Exercise, Step
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.exercising import shipped_exercises
from caregiver_journal.journal.filter_names import FilterNames, filter_names
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.prompts import shipped_prompts, shipped_themes

__all__ = ["harm"]


def ids(*names: str) -> frozenset[str]:
    return frozenset(names)


def test_nothing_is_said_where_nothing_is_filtered(journal: Journal) -> None:
    assert filter_names(journal, Query("guilt")) == FilterNames()


def test_each_is_called_by_its_title(journal: Journal) -> None:
    first, second, *_rest = shipped_themes()
    prompt, exercise = shipped_prompts()[0], shipped_exercises()[0]
    with journal.writing(Topic.EXERCISE):
        own = Exercise("own.1", "Three windows", steps=(Step("Look."),), is_own=True)
        journal.exercises.write(own)
    query = Query(
        themes=ids(first.id, second.id),
        prompts=ids(prompt.id),
        exercises=ids(exercise.id, "own.1"),
    )
    said = filter_names(journal, query)
    assert set(said.themes.split(", ")) == {first.title, second.title}
    assert said.prompts.removesuffix("…").rstrip() in prompt.text
    assert set(said.exercises.split(", ")) == {exercise.title, "Three windows"}


def test_what_is_gone_is_called_as_it_was_written_last(journal: Journal) -> None:
    answered = a_reflection(question="Which door was yours?", prompt="own.7", theme="own.8")
    done = a_practice("own.9", title="Two doors")
    with journal.writing():
        for detail in (answered, done):
            journal.entries.add(an_entry(mood=detail))
    query = Query(themes=ids("own.8"), prompts=ids("own.7"), exercises=ids("own.9"))
    said = filter_names(journal, query)
    assert said == FilterNames("not there any more", "Which door was yours?", "Two doors")
    with journal.writing():
        journal.entries.add(an_entry(mood=a_measure(instrument="own.3", title="Evenings")))
    assert filter_names(journal, Query(instruments=ids("own.3"))).instruments == "Evenings"
    assert filter_names(journal, Query(instruments=ids("phq-9"))).instruments == "PHQ-9"
    query = Query(prompts=ids("own.1"), exercises=ids("own.2"))
    gone = "not there any more"
    assert filter_names(journal, query) == FilterNames("", gone, gone)
    assert filter_names(journal, Query(instruments=ids("own.4"))).instruments == gone


def test_what_cannot_be_read_now_is_called_as_it_was_written_last(
    journal: Journal, harm: Harm
) -> None:
    harm.put("exercises.toml", b"")
    with journal.writing():
        journal.entries.add(an_entry(mood=a_practice("critic", title="Hearing the critic")))
    assert filter_names(journal, Query(exercises=ids("critic"))).exercises == "Hearing the critic"
