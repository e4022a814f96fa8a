"""Bringing together what belongs together: a pair that is made stays, a wrong one costs nothing."""

import pytest

from tests.every_kind import Doing, hands
from tests.stage import SIZES, Stage

STEP = "pairs"


async def test_a_left_picture_and_its_partner_make_a_pair(kinds: Stage) -> None:
    doing = await Doing.at(kinds, STEP)
    await doing.tablet.tap("lesson.left:baking")
    await doing.tablet.tap("lesson.right:baking")
    assert doing.state.goals_reached == {0} and not doing.state.completed_step
    await doing.tablet.tap("lesson.right:flying")  # from either side
    await doing.tablet.tap("lesson.left:flying")
    assert doing.state.completed_step and doing.state.mistakes == 0
    await doing.tablet.tap("lesson.next")
    assert doing.state.step_id == "where-orders-are"


async def test_a_wrong_pair_brings_help_and_the_pairs_that_are_made_stay(kinds: Stage) -> None:
    doing = await Doing.at(kinds, STEP)
    for name in ("left:baking", "right:flying"):
        await doing.tablet.tap(f"lesson.{name}")
    assert (doing.state.hints, doing.state.mistakes) == (1, 1)
    for name in ("left:flying", "right:flying"):
        await doing.tablet.tap(f"lesson.{name}")
    assert doing.state.goals_reached == {1}


async def test_another_picture_on_the_same_side_is_taken_instead(kinds: Stage) -> None:
    doing = await Doing.at(kinds, STEP)
    for name in ("left:baking", "left:flying", "right:flying"):
        await doing.tablet.tap(f"lesson.{name}")
    assert doing.state.goals_reached == {1} and doing.state.mistakes == 0


async def test_a_pair_that_is_made_is_there_after_a_power_cut(kinds: Stage) -> None:
    doing = await Doing.at(kinds, STEP)
    for name in ("left:flying", "right:flying"):
        await doing.tablet.tap(f"lesson.{name}")
    kinds.begin_again()
    assert doing.state.goals_reached == {1}


@pytest.mark.parametrize("size", SIZES)
async def test_the_hand_leads_to_the_answer(kinds: Stage, size: tuple[int, int]) -> None:
    doing = await Doing.at(kinds, STEP, size)
    await doing.hints(3)
    for _ in range(4):
        (pointed,) = hands(doing.tablet)
        await doing.tablet.tap(pointed)
    assert doing.state.completed_step and doing.state.mistakes == 0
