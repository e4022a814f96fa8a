"""What is said aloud in a lesson: heard again at once, counted as done, and never kept."""

from pathlib import Path

import pytest

from kiosk.wording import words
from tests.every_kind import Doing, hands
from tests.hearing import audio
from tests.integration.test_screens_name_recording import MICROPHONE, says_her_name
from tests.stage import SIZES, Stage, spoken

STEPS = ("my-words", "in-chinese")
DEAF = {"has_permission": False}


def files(stage: Stage) -> set[Path]:
    return {path for path in stage.data.rglob("*") if path.is_file()}


async def says_it(doing: Doing) -> None:
    """She touches the microphone, hears when to speak, speaks, and touches it again."""
    tablet, before = doing.tablet, spoken(doing.tablet)
    await tablet.tap("lesson.say")
    await tablet.until(lambda: spoken(tablet) > before)
    await tablet.tap("lesson.say")  # told enough
    await tablet.until(lambda: tablet.label("lesson.say") == words("enrol.stop-recording").ug)
    await says_her_name(tablet)
    await tablet.tap("lesson.say")


@pytest.mark.parametrize("step", STEPS)
async def test_without_a_microphone_she_says_it_and_says_that_she_did(
    kinds: Stage, step: str
) -> None:
    doing = await Doing.at(kinds, step, **DEAF)
    assert not doing.tablet.has("lesson.said")
    await doing.tablet.tap("lesson.say")
    await doing.tablet.until(lambda: doing.tablet.has("lesson.said"))
    assert doing.tablet.label("lesson.prompt") == words("lesson.no-microphone").ug
    await doing.tablet.tap("lesson.said")
    assert doing.state.completed_step and doing.state.last_answer == ("said",)
    await doing.tablet.tap("lesson.next")


@pytest.mark.parametrize("size", SIZES)
async def test_the_hand_shows_the_microphone(kinds: Stage, size: tuple[int, int]) -> None:
    doing = await Doing.at(kinds, STEPS[0], size)
    await doing.hints(2)
    assert hands(doing.tablet) == ["lesson.say"]


async def test_words_of_another_language_are_said_in_it_and_their_meaning_is_told(
    kinds: Stage,
) -> None:
    doing = await Doing.at(kinds, "in-chinese")
    assert doing.tablet.label("lesson.meaning") == "ياخشىمۇسىز."
    clip = kinds.kiosk.speech.clip("您好。", "zh")
    await doing.tablet.tap("lesson.words")
    await doing.tablet.until(lambda: clip.key in str(audio(doing.tablet)["src"]))


@pytest.mark.parametrize("step", STEPS)
async def test_what_she_says_is_done_and_is_in_no_file(kinds: Stage, step: str) -> None:
    doing = await Doing.at(kinds, step, **MICROPHONE)
    before = files(kinds)
    await says_it(doing)
    await doing.tablet.until(lambda: doing.state.completed_step)
    assert doing.state.last_answer == ("recorded",)
    new = files(kinds) - before
    assert not [path for path in new if "own-" in path.name], new
