"""Every screen of her own money: card, savings, a loan, each in its states."""

import random
from collections.abc import Iterator

from demo_store import commands as do
from demo_store import events as fact
from demo_store.practice.situations import prepare
from lessons.course import Practice
from lessons.engine import AskHint
from tests.stage import Stage
from tests.view import View

BAG, FUND = "school-bag", "village-fund"


def views_of_the_purse(stage: Stage) -> Iterator[View]:
    """From an empty card to a loan that is partly paid back."""
    yield from _of_the_card(stage)
    yield from _of_a_goal(stage)
    yield from _of_a_loan(stage)
    yield from _in_a_lesson(stage)


def paid(stage: Stage, learner: str) -> None:
    """There is some money on her card, as in a lesson about it."""
    room, chance = stage.room, random.Random(1)
    kind = room.product_kind(learner)
    events = prepare(room.catalogue, room.store(learner), "money-on-card", kind, chance)
    room._write(learner, events)


def borrowed(stage: Stage, learner: str, loan: str = FUND) -> None:
    """She heard of a loan and took it."""
    stage.trade(learner, do.HearLoan(loan), do.TakeLoan(loan))


def _of_the_card(stage: Stage) -> Iterator[View]:
    tablet, learner = stage.somebody(1)
    yield View("purse-card-empty", "/store/money/card", tablet, variant=True)
    yield View("purse-book-empty", "/store/money/book", tablet, variant=True)
    yield View("purse-withdraw-empty", "/store/money/card/withdraw", tablet, variant=True)
    paid(stage, learner)
    yield View("purse-card", "/store/money/card", tablet)
    yield View("purse-withdraw", "/store/money/card/withdraw", tablet)
    tablet, learner = stage.somebody(1)
    paid(stage, learner)
    stage.trade(learner, do.WithdrawMoney(9000), do.ChooseGoal(BAG), do.SaveMoney(2000))
    yield View("purse-card-hand", "/store/money/card", tablet, variant=True)
    yield View("purse-book", "/store/money/book", tablet)
    yield View("purse-money", "/store/money", tablet)


def _of_a_goal(stage: Stage) -> Iterator[View]:
    tablet, _ = stage.somebody(1)
    yield View("purse-goals", "/store/money/goal", tablet)
    tablet, learner = stage.somebody(1)
    stage.trade(learner, do.ChooseGoal("refrigerator"))
    yield View("purse-goal-new", "/store/money/goal", tablet, variant=True)
    tablet, learner = stage.somebody(1)
    paid(stage, learner)
    stage.trade(learner, do.ChooseGoal(BAG), do.SaveMoney(5230))
    yield View("purse-goal", "/store/money/goal", tablet)
    yield View("purse-save", "/store/money/goal/save", tablet)
    yield View("purse-take-back", "/store/money/goal/take-back", tablet, variant=True)
    tablet, learner = stage.somebody(1)
    paid(stage, learner)
    stage.trade(learner, do.ChooseGoal(BAG), do.SaveMoney(8000))
    yield View("purse-goal-enough", "/store/money/goal", tablet)
    tablet, learner = stage.somebody(1)
    paid(stage, learner)
    stage.trade(learner, do.ChooseGoal(BAG), do.SaveMoney(8000), do.BuyGoal())
    yield View("purse-goal-bought", "/store/money/goal", tablet, variant=True)


def _of_a_loan(stage: Stage) -> Iterator[View]:
    tablet, _ = stage.somebody(1)
    yield View("purse-loans", "/store/money/loan", tablet)
    for loan in stage.room.catalogue.loans:
        tapped = (f"loan:{loan}",)
        yield View(
            f"purse-loan-{loan}", "/store/money/loan", tablet, tapped, variant=loan != "bank"
        )
    yield View("purse-loan-gone", "/store/money/loan/boat", tablet)
    tablet, learner = stage.somebody(1)
    paid(stage, learner)
    borrowed(stage, learner)
    stage.room._write(learner, [fact.DayEnded(31), fact.LoanRepaid(FUND, 1, 10200, 200, 10200, 31)])
    yield View("purse-loan-owed", "/store/money/loan", tablet)
    yield View("purse-loan-other", "/store/money/loan/bank", tablet, variant=True)
    yield View("morning-loan", "/store/morning", tablet, ("story.next",))
    yield View("purse-money-interest", "/store/money", tablet, variant=True)
    tablet, learner = stage.somebody(1)
    borrowed(stage, learner)
    stage.room._write(learner, [fact.DayEnded(31), fact.LoanPartMissed(FUND, 1, 10200, 31)])
    yield View("purse-loan-missed", "/store/money/loan", tablet, variant=True)
    yield View("morning-missed", "/store/morning", tablet, ("story.next",), variant=True)


def _in_a_lesson(stage: Stage) -> Iterator[View]:
    """Coached: the coach's sentence takes room."""
    lesson, step = stage.first_step(Practice)
    for name, done in (("new", False), ("done", True)):
        tablet, learner = stage.somebody(1)
        stage.at_step(learner, lesson, step.id, done=done)
        paid(stage, learner)
        stage.trade(learner, do.ChooseGoal(BAG), do.SaveMoney(1000))
        if not done:
            stage.room.learn(learner, lesson, AskHint())
        inside = f"/lesson/{lesson.id}/store/money"
        for place in ("/card", "/card/withdraw", "/goal", "/goal/save", "/goals", "/loan"):
            named = place.replace("/", "-")
            yield View(f"lesson-purse{named}-{name}", f"{inside}{place}", tablet, variant=done)
        yield View(f"lesson-purse-offer-{name}", f"{inside}/loan/bank", tablet, variant=done)
        tablet, learner = stage.somebody(1)
        stage.at_step(learner, lesson, step.id, done=done)
        borrowed(stage, learner)
        owing = "lesson-purse-owed"
        yield View(f"{owing}-{name}", f"{inside}/loan", tablet, variant=done)
