"""How long nobody touched a tablet: when it is asked, when it is over, and what holds it."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.quiet import COUNTDOWN_S, Quiet


def after(quiet: Quiet, now: float, **changed: object) -> Quiet:
    usual = {"wait_s": 60, "touched": 0.0, "held": False, "sounding": False}
    return quiet.at(now, **(usual | changed))  # type: ignore[arg-type]


def test_after_the_time_it_is_asked_and_twenty_seconds_are_counted() -> None:
    quiet = Quiet(100)
    assert after(quiet, 159.9).left_s(159.9) is None
    asked = after(quiet, 160)
    assert [asked.left_s(160 + passed) for passed in (0, 0.5, 1, 19.9, 20, 25)] == [
        20, 20, 19, 1, 0, 0,
    ]  # fmt: skip


def test_a_touch_ends_the_question_and_the_time_begins_anew() -> None:
    asked = after(Quiet(100), 160)
    touched = after(asked, 170, touched=169)
    assert touched.left_s(170) is None
    assert after(touched, 229).left_s(229) is None
    assert after(touched, 230).left_s(230) == COUNTDOWN_S


def test_a_sound_puts_the_question_off_but_does_not_end_it() -> None:
    quiet = after(Quiet(100), 150, sounding=True)
    assert after(quiet, 209).left_s(209) is None
    asked = after(quiet, 210)
    assert after(asked, 212, sounding=True).left_s(212) == 18  # the question itself sounds


def test_what_holds_it_ends_the_question_too() -> None:
    asked = after(Quiet(100), 160)
    assert after(asked, 161, held=True).left_s(161) is None


@given(st.floats(0, 1e6), st.booleans())
def test_where_it_is_off_nobody_is_ever_asked(passed: float, sounding: bool) -> None:
    quiet = after(Quiet(0), passed, wait_s=0, sounding=sounding)
    assert quiet.left_s(passed) is None


def test_a_clock_that_stood_while_the_tablet_slept_asks_first_and_does_not_throw_out() -> None:
    woken = after(Quiet(100), 90_000)
    assert woken.left_s(90_000) == COUNTDOWN_S
