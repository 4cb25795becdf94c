"""Somebody sorts worries into mine, theirs and nobody's, and takes one out and back."""

from support.builders import an_entry
from support.driver import Driver
from support.reflecting import count, go, written

from caregiver_journal.domain.reflection import Form, Reflection, Whose, Worry
from caregiver_journal.journal.waiting import REFLECT_FORM
from caregiver_journal.ui.pages.reflect.page import ReflectPage
from caregiver_journal.ui.widgets.place_list import PlaceList


def test_only_what_is_mine_has_a_next_step(writer: Driver) -> None:
    go(writer, "form:sorter")
    for worry in ("Her fall in the night", "The note I did not finish", "The weather"):
        writer.type_here(worry)
        writer.keys("Return")
    writer.press("reflect.worry.1.whose.theirs")
    assert not writer.sees("reflect.worry.1.step")
    writer.press("reflect.worry.2.whose.mine")
    writer.type_into("reflect.worry.2.step", "Ten minutes before the round")
    writer.press("reflect.worry.3.remove")
    assert not writer.sees("reflect.worry.3.text")
    assert writer.message() == "Removed"
    writer.press("message.action")
    writer.type_into("reflect.worry.new", "Not entered yet")
    writer.keys("Ctrl+Return")
    assert written(writer).worries == (
        Worry("Her fall in the night", Whose.THEIRS),
        Worry("The note I did not finish", Whose.MINE, "Ten minutes before the round"),
        Worry("The weather"),
        Worry("Not entered yet"),
    )


def test_too_many_worries_are_refused_and_none_is_lost(writer: Driver) -> None:
    go(writer, "form:sorter")
    for number in range(31):
        writer.type_here(f"w{number}")
        writer.keys("Return")
    assert writer.sees("reflect.worries.problem")
    writer.keys("Ctrl+Return")
    assert count(writer) == 0
    assert writer.text("reflect.worry.new") == "w30"
    writer.press("reflect.worry.1.remove")
    writer.keys("Ctrl+Return")
    assert [worry.text for worry in written(writer).worries][-1] == "w30"


def test_a_sorter_is_changed_without_losing_a_step(writer: Driver) -> None:
    worries = (Worry("The note", Whose.MINE, "Tomorrow"), Worry("The weather", Whose.NOBODY))
    entry = an_entry(at=writer.clock(), mood=Reflection(Form.SORTER, worries=worries))
    writer.journal.add(entry)
    go(writer, entry_id=entry.id)
    assert writer.text("reflect.worry.1.step") == "Tomorrow"
    writer.press("reflect.worry.2.whose.theirs")
    writer.keys("Ctrl+Return")
    changed = writer.journal.entries.get(entry.id).detail
    assert isinstance(changed, Reflection)
    assert changed.worries == (worries[0], Worry("The weather", Whose.THEIRS))


def test_a_removed_worry_comes_back_to_where_it_was_taken_from(writer: Driver) -> None:
    ours, others = (
        an_entry(mood=Reflection(Form.SORTER, worries=tuple(Worry(text) for text in texts)))
        for texts in (("The note", "The weather"), ("The rota",))
    )
    writer.journal.add(ours)
    writer.journal.add(others)
    go(writer, entry_id=ours.id)
    writer.press("reflect.worry.1.remove")
    go(writer, entry_id=others.id)
    places = writer.find("reflect.places", PlaceList)
    places.setFocus()
    writer.keys("Ctrl+Z")
    assert writer.message() == "Taken back"
    form = writer.find("page.reflect", ReflectPage).form
    assert [worry.text for worry in form.draft().worries] == ["The rota"]
    assert not writer.journal.drafts.read(REFLECT_FORM), "nothing is changed any more"
    go(writer, entry_id=ours.id)
    assert [worry.text for worry in form.draft().worries] == ["The note", "The weather"]
    go(writer, "form:sorter")
    writer.type_here("Her fall")
    writer.keys("Return")
    writer.press("reflect.worry.1.remove")
    go(writer, "form:thought")
    places.setFocus()
    writer.keys("Ctrl+Z")
    assert list(writer.journal.drafts.read(REFLECT_FORM)) == ["form:sorter"]
    go(writer, "form:sorter")
    assert [worry.text for worry in form.draft().worries] == ["Her fall"]
