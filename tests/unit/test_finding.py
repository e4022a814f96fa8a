"""What is looked for on a screen, and which touch there is an answer."""

from kiosk.finding import Search

FRONT = "/lesson/a/store"


def search(target: str, answers: list[str], *, shows: bool = True) -> Search:
    return Search(target, FRONT, shows, answers.append)


def test_a_touch_is_answered_with_what_was_touched() -> None:
    answers: list[str] = []
    search("voice.pace:slow", answers).touch("voice.pace:normal")
    search("voice.pace:slow", answers).touch("voice.pace:slow")
    assert answers == ["voice.pace:normal", "voice.pace:slow"]


def test_any_thing_of_a_kind_is_the_one_that_is_looked_for() -> None:
    answers: list[str] = []
    sought = search("parcel.see", answers)
    sought.touch("parcel.see:o7")
    sought.touch("parcel.seen")
    assert answers == ["parcel.see", "parcel.seen"]
    assert sought.points_at("parcel.see:o7", f"{FRONT}/parcels")
    assert not sought.points_at("parcel.see:o7", "/store/parcels")


def test_help_is_no_answer_unless_it_is_looked_for() -> None:
    assert not search("voice.done", []).takes("nav.help", f"{FRONT}/voice")
    assert search("nav.help", []).takes("nav.help", f"{FRONT}/voice")
