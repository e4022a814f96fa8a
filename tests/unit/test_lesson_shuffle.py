"""The order in which picture answers are shown."""

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import lessons
from lessons.course import Choose, Coaching, Option, Order
from lessons.phrase import same_in_all
from lessons.shuffle import shown_order

SAY = same_in_all("words")
COACHING = Coaching(SAY, SAY, SAY, SAY)
OPTIONS = tuple(Option(name, name, SAY) for name in ("a", "b", "c", "d"))
CHOOSE = Choose("who", "city", SAY, OPTIONS, COACHING)
SEEDS = st.text(max_size=20)


def order_of(count: int) -> Order:
    return Order("way", "road", SAY, OPTIONS[:count], COACHING)


@given(seed=SEEDS)
def test_every_option_is_shown_once_and_always_in_the_same_place(seed: str) -> None:
    shown = shown_order(CHOOSE, seed)
    assert sorted(option.id for option in shown) == ["a", "b", "c", "d"]
    assert shown == shown_order(CHOOSE, seed)


@given(seed=SEEDS, count=st.integers(2, 4))
def test_things_to_be_put_in_sequence_never_stand_in_it_already(seed: str, count: int) -> None:
    assert shown_order(order_of(count), seed) != order_of(count).items


def test_the_right_answer_comes_to_stand_in_every_place() -> None:
    places = {
        [option.id for option in shown_order(CHOOSE, str(seed))].index("a") for seed in range(60)
    }
    assert places == {0, 1, 2, 3}


def test_the_order_is_the_same_after_a_restart_and_on_another_tablet() -> None:
    code = (
        "from tests.unit.test_lesson_shuffle import CHOOSE, shown_order;"
        "print(*(o.id for seed in 'xyz' for o in shown_order(CHOOSE, seed)))"
    )
    project = Path(lessons.__file__).parents[1]
    orders = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=project,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    here = " ".join(option.id for seed in "xyz" for option in shown_order(CHOOSE, seed))
    assert {order.decode().strip() for order in orders} == {here}
