"""Every lesson, tapped through to its end: by who knows it all, and by who needs the hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from demo_store import commands as do
from demo_store.finance.money import notes_for
from demo_store.store import OrderState
from kiosk.screens.learner.lesson_place import inside_store
from lessons.course import Choose, Lesson, Money, Order, Practice, Step, Story, Tell, Told
from lessons.engine import current_step
from lessons.loader import COURSE, load_course
from lessons.phrase import LANGUAGES
from lessons.state import LessonState
from tests.flet_session import FletSession
from tests.stage import SIZES, Stage, right_answer

KNOWN_WAYS = {
    "ProductAdded": ("store.products", "product.add", "product.kind:{kind}"),
    "PhotoChosen": ("product.photo", "product.photo"),
    "NameSaid": ("product.say-name", "product.say-name"),
    "StockMade": ("product.made", "product.more", "product.made"),
    "PriceSet": ("product.price", "money.add:1000", "money.add:50", "product.price"),
    "ListingPublished": ("product.publish",),
    "StoreViewedAsBuyer": ("store.as-buyer",),
    "OrderAccepted": ("order.accept",),
    "OrderCollected": ("order.collect",),
    "OrderChecked": ("order.check",),
    "OrderStamped": ("order.stamp",),
    "OrderPacked": ("order.pack:padded-box",),
    "OrderLabelled": ("order.label",),
    "OrderShipped": ("order.ship:air",),
    "OrderPaidOut": ("store.next-day",),
    "MoneyCounted": ("store.money",),
    "MoneyWithdrawn": (
        "store.money",
        "money.card",
        "money.withdraw",
        "money.add:1000",
        "money.withdraw",
    ),
    "SavingGoalChosen": ("store.money", "money.goal", "goal:school-bag"),
    "MoneySaved": ("store.money", "money.goal", "money.save", "money.add:1000", "money.save"),
    "LoanHeard": ("store.money", "money.loan", "loan:village-fund"),
    "LoanTaken": ("store.money", "money.loan", "loan:village-fund", "loan.take"),
    "LoanLeft": ("store.money", "money.loan", "loan:village-fund", "loan.leave"),
}
"""What to tap for a goal of practice, by who has done it before."""
MOST_TAPS = 40
FIRST = ("what-is-an-online-store", "my-product", "a-fair-price", "my-first-order")
"""Lessons that lead from nothing to the money of a first order, wherever they stand."""


pytestmark = pytest.mark.usefixtures("unhurried")


@pytest.fixture(params=LANGUAGES)
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    with Stage(tmp_path, request.param) as stage:
        yield stage


class Learning:
    """A learner in front of her tablet, in one lesson after the other."""

    def __init__(self, stage: Stage, tablet: FletSession, learner: str) -> None:
        self.stage, self.tablet, self.learner = stage, tablet, learner

    def state(self, lesson: Lesson) -> LessonState:
        state = self.stage.room.lesson_state(self.learner, lesson.id)
        assert state is not None
        return state

    async def through(self, lesson: Lesson, *, mistakes: int = 0) -> None:
        """From its cover to the end of the lesson; after three mistakes in a step by the hand."""
        await self.tablet.goto(f"/lesson/{lesson.id}")
        await self.tablet.tap("lesson.next")
        if self.tablet.has("test.skip"):
            await self.tablet.tap("test.skip")
            if self.tablet.route != f"/lesson/{lesson.id}":  # she begins elsewhere in the unit
                await self.tablet.goto(f"/lesson/{lesson.id}")
                await self.tablet.tap("lesson.next")
        for step in lesson.steps:
            assert current_step(lesson, self.state(lesson)) is step
            assert not self.state(lesson).completed_step
            await self.wrong(lesson, step, mistakes)
            if mistakes < 3:
                await self.right(lesson, step)
            else:
                await self.as_the_hand_points(lesson, step)
            assert self.state(lesson).completed_step or isinstance(step, Told)
            if isinstance(step, Story):
                await self.told()
            await self.tablet.tap("lesson.next")
        assert self.tablet.has("lesson.finished")
        await self.tablet.tap("lesson.next")
        assert self.tablet.has("learner.next")

    async def right(self, lesson: Lesson, step: Step) -> None:
        match step:
            case Choose() | Order():
                await self.answer(*right_answer(step))
            case Money():
                await self.lay(step.amount_fen)
            case Practice():
                for number, goal in enumerate(step.goals):
                    await self.reach(lesson, number, goal.any_of[0])

    async def told(self) -> None:
        """To the last picture of a story."""
        while (
            self.tablet.label("lesson.frame").split("/")[0]
            != self.tablet.label("lesson.frame").split("/")[1]
        ):
            await self.tablet.tap("lesson.next")

    async def answer(self, *options: str) -> None:
        for option in options:
            await self.tablet.tap(f"lesson.answer:{option}")

    async def lay(self, fen: int) -> None:
        while self.tablet.enabled("money.clear"):
            await self.tablet.tap("money.clear")
        for piece in notes_for(fen):
            await self.tablet.tap(f"money.add:{piece}")
        assert self.tablet.label("money.total") == str(fen)
        await self.tablet.tap("lesson.next")

    async def reach(self, lesson: Lesson, number: int, goal: str) -> None:
        kind = self.stage.room.product_kind(self.learner)
        for _ in range(MOST_TAPS):
            for identifier in KNOWN_WAYS[goal]:
                await self.tablet.tap(identifier.format(kind=kind))
            if self.state(lesson).completed_step or number in self.state(lesson).goals_reached:
                return
        raise AssertionError(f"{goal} was never reached")

    async def wrong(self, lesson: Lesson, step: Step, mistakes: int) -> None:
        """Mistakes, in practice calls for help; each is answered more strongly."""
        for level in range(1, mistakes + 1):
            match step:
                case Tell() | Story():
                    return
                case Choose():
                    await self.answer(next(o.id for o in step.options if not o.right))
                case Order():
                    await self.answer(*reversed(right_answer(step)))
                case Money():
                    if not self.tablet.enabled("lesson.next"):
                        await self.tablet.tap("money.add:10")
                    await self.tablet.tap("lesson.next")
                case Practice():
                    await self.tablet.tap("lesson.hint")
            assert self.state(lesson).hints == level
            self.sees_help(lesson, level)

    def sees_help(self, lesson: Lesson, level: int) -> None:
        """Other words on the screen; from the second help on the hand; never silence."""
        shown = self.tablet.label("lesson.prompt")
        step = current_step(lesson, self.state(lesson))
        assert not isinstance(step, Told)
        coaching = step.coaching
        said = (coaching.hint_with_hand, coaching.demonstration)[level - 2] if level > 1 else None
        if said is not None and not said.placeholders():
            assert shown == said.text(self.stage.language)
        elif level == 1:
            assert shown != step.say.text(self.stage.language)
        assert bool(hands(self.tablet)) == (level >= 2), f"hands at help {level}"

    async def as_the_hand_points(self, lesson: Lesson, step: Step) -> None:
        """Taps what the hand points at and nothing else."""
        if isinstance(step, Told):
            return
        for _ in range(MOST_TAPS):
            if self.state(lesson).completed_step:
                return
            pointed = hands(self.tablet)
            assert pointed, f"no hand on {self.tablet.route}: {self.tablet.identifiers()}"
            assert len(pointed) == 1, f"which one? {pointed}"
            await self.tablet.tap(pointed[0])
        raise AssertionError(f"the hand leads nowhere: {self.tablet.route}")


def hands(tablet: FletSession) -> list[str]:
    """The identifiers of what the pulsing hand points at."""
    pointed = []
    for stack in tablet.controls("Stack"):
        thing, *above = stack.get("controls") or [{}]
        images = [n for n in tablet.tree.visible(above) if n.type == "Image"]
        if any(image["src"] == "/pictures/hand-point.svg" for image in images):
            pointed.append(str(thing["identifier"]))
    return pointed


async def begin(stage: Stage, number: int = 0, size: tuple[int, int] = SIZES[0]) -> Learning:
    tablet, learner = stage.somebody(number)
    session = stage.tablet("/home", tablet, size)
    return Learning(stage, await session.start(), learner)


async def test_who_knows_every_answer_comes_through_every_lesson(stage: Stage) -> None:
    learning = await begin(stage)
    for lesson in map(stage.lesson, FIRST):
        await learning.through(lesson)
        assert learning.state(lesson).finished
        assert learning.state(lesson).mistakes == 0
    assert stage.room.store(learning.learner).orders[0].state is OrderState.PAID


async def test_who_answers_everything_wrong_first_is_helped_and_comes_through(
    stage: Stage,
) -> None:
    # Uyghur: so often that only the hand is left to follow
    mistakes, size = (3, SIZES[3]) if stage.language == "ug" else (1, SIZES[1])
    learning = await begin(stage, 1, size)
    for lesson in map(stage.lesson, FIRST):
        await learning.through(lesson, mistakes=mistakes)
        assert learning.state(lesson).finished
        graded = sum(isinstance(step, Choose | Order | Money) for step in lesson.steps)
        assert learning.state(lesson).mistakes == mistakes * graded
    assert stage.room.store(learning.learner).orders[0].state is OrderState.PAID


@pytest.fixture
def uyghur(tmp_path: Path) -> Iterator[Stage]:
    with Stage(tmp_path) as stage:
        yield stage


async def at(stage: Stage, lesson: Lesson, step: Step) -> Learning:
    """A learner who has just come to a step."""
    tablet, learner = stage.somebody(1)
    stage.at_step(learner, lesson, step.id)
    inside = ""
    if isinstance(step, Practice):
        kind = stage.room.product_kind(learner)
        inside = f"/store{inside_store(stage.room.store(learner), step, kind)}"
    session = stage.tablet(f"/lesson/{lesson.id}{inside}", tablet)
    return Learning(stage, await session.start(), learner)


def practice(stage: Stage, goal: str) -> tuple[Lesson, Step]:
    """The first step in which this is the goal."""
    return next(
        (lesson, step)
        for lesson in stage.room.course.lessons()
        for step in lesson.steps
        if isinstance(step, Practice) and any(goal in each.any_of for each in step.goals)
    )


@pytest.mark.parametrize("kind", [Choose, Order, Money])
async def test_help_is_other_words_then_the_pulsing_hand_then_a_demonstration(
    uyghur: Stage, kind: type[Step]
) -> None:
    lesson, step = uyghur.first_step(kind)
    learning = await at(uyghur, lesson, step)
    assert not hands(learning.tablet)
    for level in (1, 2, 3):
        await learning.tablet.tap("lesson.hint")
        assert learning.state(lesson).hints == level
        learning.sees_help(lesson, level)
    assert isinstance(step, Choose | Order | Money)
    before = len(learning.tablet.calls)
    await learning.tablet.tap("lesson.hint")
    await learning.tablet.until(lambda: len(learning.tablet.calls) > before)
    assert learning.tablet.label("lesson.prompt") == step.coaching.demonstration.ug


async def test_the_question_mark_helps_like_the_lamp(uyghur: Stage) -> None:
    lesson, step = uyghur.first_step(Choose)
    learning = await at(uyghur, lesson, step)
    await learning.tablet.tap("nav.help")
    learning.sees_help(lesson, 1)


def goals_of_practice() -> list[str]:
    found = load_course(COURSE).course.lessons()
    practices = [s for lesson in found for s in lesson.steps if isinstance(s, Practice)]
    return list(dict.fromkeys(goal.any_of[0] for step in practices for goal in step.goals))


@pytest.mark.parametrize("goal", goals_of_practice())
async def test_who_strayed_to_the_stores_front_is_led_to_the_goal_by_the_hand(
    uyghur: Stage, goal: str
) -> None:
    lesson, step = practice(uyghur, goal)
    learning = await at(uyghur, lesson, step)
    await learning.tablet.goto(f"/lesson/{lesson.id}/store")
    for _ in range(3):
        await learning.tablet.tap("lesson.hint")
    await learning.as_the_hand_points(lesson, step)


async def test_who_declines_the_order_of_her_lesson_is_led_on_all_the_same(
    uyghur: Stage,
) -> None:
    lesson = uyghur.lesson("my-first-order")
    step = lesson.steps[1]
    learning = await at(uyghur, lesson, step)
    await learning.tablet.tap("order.decline")
    for _ in range(3):
        await learning.tablet.tap("lesson.hint")
    await learning.as_the_hand_points(lesson, step)


async def test_who_sells_something_else_already_is_led_to_her_own_product(
    uyghur: Stage,
) -> None:
    lesson, step = practice(uyghur, "ProductAdded")
    tablet, learner = uyghur.somebody(1)
    uyghur.trade(learner, do.AddProduct("honey"))
    uyghur.at_step(learner, lesson, step.id)
    session = uyghur.tablet(f"/lesson/{lesson.id}/store", tablet)
    learning = Learning(uyghur, await session.start(), learner)
    for _ in range(3):
        await learning.tablet.tap("lesson.hint")
    await learning.as_the_hand_points(lesson, step)


async def test_a_lesson_is_taken_up_where_it_was_left_from_her_home(uyghur: Stage) -> None:
    lesson, step = uyghur.first_step(Money)
    learning = await at(uyghur, lesson, step)
    await learning.tablet.tap("nav.home")
    await learning.tablet.tap("learner.next")
    assert learning.tablet.route == f"/lesson/{lesson.id}"
    assert learning.tablet.has("money.total")


async def test_a_finished_lesson_can_be_done_again(uyghur: Stage) -> None:
    lesson, _ = uyghur.first_step(Tell)
    tablet, learner = uyghur.somebody()
    uyghur.finish(learner, lesson)
    learning = Learning(uyghur, await uyghur.tablet("/lessons", tablet).start(), learner)
    await learning.tablet.tap(f"lesson:{lesson.id}")
    assert learning.tablet.label("lesson.step") == f"1/{len(lesson.steps)}"
    assert learning.state(lesson).ever_finished


@pytest.mark.parametrize("lesson_id", ["my-product", "my-first-order"])
async def test_where_a_practice_step_is_done_only_the_coach_leads_on(
    uyghur: Stage, lesson_id: str
) -> None:
    lesson = uyghur.lesson(lesson_id)
    for step in lesson.steps:
        if not isinstance(step, Practice):
            continue
        tablet, learner = uyghur.somebody()
        uyghur.at_step(learner, lesson, step.id)
        kind = uyghur.room.product_kind(learner)
        inside = inside_store(uyghur.room.store(learner), step, kind)
        uyghur.at_step(learner, lesson, step.id, done=True)
        session = await uyghur.tablet(f"/lesson/{lesson.id}/store{inside}", tablet).start()
        invites = [each for each in session.identifiers() if each.startswith("order.")]
        assert session.has("lesson.next")
        assert set(invites) <= {"order.state", "order.map", "order.hear"}, step.id
        assert not session.has("product.publish"), step.id
