"""Choosing every right picture: in and out by touches, an answer by the green thing."""

import pytest

from tests.every_kind import Doing, hands
from tests.stage import SIZES, Stage

STEP = "what-bakes"


async def test_all_right_pictures_are_an_answer_in_any_sequence(kinds: Stage) -> None:
    doing = await Doing.at(kinds, STEP)
    for identifier in ("lesson.answer:baker", "lesson.answer:oven", "lesson.done"):
        await doing.tablet.tap(identifier)
    assert doing.state.completed_step and doing.state.mistakes == 0
    await doing.tablet.tap("lesson.next")
    assert doing.state.step_id == "pairs"


async def test_nothing_chosen_is_no_answer(kinds: Stage) -> None:
    doing = await Doing.at(kinds, STEP)
    assert not doing.tablet.enabled("lesson.done")


async def test_a_wrong_picture_gets_its_own_hint_and_only_it_is_mended(kinds: Stage) -> None:
    doing = await Doing.at(kinds, STEP)
    for name in ("answer:oven", "answer:plane", "done"):
        await doing.tablet.tap(f"lesson.{name}")
    assert doing.state.hints == 1
    assert doing.tablet.label("lesson.prompt") == "ئايروپىلان نان ياقمايدۇ."
    for name in ("answer:plane", "answer:baker", "done"):
        await doing.tablet.tap(f"lesson.{name}")
    assert doing.state.completed_step and doing.state.last_answer == ("oven", "baker")


async def test_too_few_pictures_get_the_step_in_other_words(kinds: Stage) -> None:
    doing = await Doing.at(kinds, STEP)
    await doing.tablet.tap("lesson.answer:oven")
    await doing.tablet.tap("lesson.done")
    assert doing.state.hints == 1
    assert doing.tablet.label("lesson.prompt") == "رەسىمگە قاراڭ."


@pytest.mark.parametrize("size", SIZES)
async def test_the_hand_leads_to_the_answer(kinds: Stage, size: tuple[int, int]) -> None:
    doing = await Doing.at(kinds, STEP, size)
    await doing.tablet.tap("lesson.answer:plane")
    await doing.hints(3)
    for _ in range(5):
        if doing.state.completed_step:
            break
        (pointed,) = hands(doing.tablet)
        await doing.tablet.tap(pointed)
    assert doing.state.completed_step and doing.state.mistakes == 0
