"""Practice with all that a store has: a lesson may ask for it, and the hand leads there."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from demo_store import commands as do
from demo_store.conversation import talk
from demo_store.events import DayEnded, OrderPlaced
from demo_store.practice.beginnings import is_known
from lessons.course import Lesson
from lessons.engine import AskHint
from tests.flet_session import FletSession
from tests.integration.test_screens_lessons import MOST_TAPS, hands
from tests.stage import SIZES, Stage

SAY = {"ug": "رەسىمگە قاراڭ.", "zh": "看看图。", "en": "Look at the picture."}
COACHING = dict.fromkeys(("hint", "hint_with_hand", "demonstration", "praise"), SAY)


@dataclass(frozen=True)
class Asked:
    """One practice step of a lesson that has no other."""

    id: str
    goals: list[list[str]]
    situation: str = "order-paid"
    screen: str = "start"


STEPS = (
    Asked("answer", [["MessageAnswered"]], "message:how-long", "message"),
    Asked("answer-from-the-front", [["MessageAnswered:good"]], "message:how-long"),
    Asked("end", [["TroubleEnded:good"]], "trouble:code-call", "trouble"),
    Asked("end-from-the-front", [["TroubleEnded"]], "trouble:code-call"),
    Asked("describe", [["Described"]], "published", "product"),
    Asked("describe-from-the-front", [["Described"]], "published"),
    Asked("score", [["ScoreViewed"]]),
    Asked("story", [["StoryHeard"]]),
    Asked("parcels", [["ParcelsViewed"]], "order-shipped"),
    Asked("review", [["ReviewHeard"]]),
    Asked("two", [["ScoreViewed"], ["DayEnded"]]),
    Asked("decline", [["OrderDeclined"]], "order-waiting", "order"),
    Asked("accept-or-decline", [["OrderAccepted", "OrderDeclined"]], "order-waiting", "order"),
    Asked("accept-from-the-front", [["OrderAccepted"]], "order-waiting"),
    Asked("collect-from-the-front", [["OrderCollected"]], "order-accepted"),
    Asked("name-from-the-front", [["NameSaid"]], "photo-chosen"),
    Asked("looked", [["PeopleLooked"]], "published"),
)


pytestmark = pytest.mark.usefixtures("unhurried")


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    unit = tmp_path / "course" / "01-practice"
    written(unit / "unit.yaml", {"title": SAY, "picture": "sun"})
    for number, step in enumerate(STEPS, start=1):
        written(unit / f"{number:02}-{step.id}" / "lesson.yaml", lesson_of(step))
    with Stage(tmp_path / "data", course=tmp_path / "course") as stage:
        yield stage


def lesson_of(step: Asked) -> dict[str, object]:
    practice = {
        "id": "do", "kind": "practice", "picture": "sun", "say": SAY, "coaching": COACHING,
        "situation": step.situation, "screen": step.screen, "goals": step.goals,
    }  # fmt: skip
    return {"title": SAY, "picture": "sun", "promise": SAY, "steps": [practice]}


def written(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")  # which is YAML, too


class Practising:
    """A learner in the one practice step of a lesson."""

    def __init__(self, stage: Stage, name: str) -> None:
        self.stage, self.lesson = stage, stage.lesson(name)
        self.owner, self.learner = stage.somebody(1)
        stage.at_step(self.learner, self.lesson, "do")

    async def begin(self, size: tuple[int, int] = SIZES[0]) -> FletSession:
        address = f"/lesson/{self.lesson.id}"
        self.tablet = await self.stage.tablet(address, self.owner, size).start()
        await self.tablet.tap("lesson.next")
        return self.tablet

    @property
    def done(self) -> bool:
        state = self.stage.room.lesson_state(self.learner, self.lesson.id)
        assert state is not None
        return bool(state.completed_step)

    async def ask(self) -> None:
        """A call for help, by her own tap."""
        await self.tablet.tap("lesson.hint")


def test_every_lesson_of_this_course_loads_and_names_what_there_is(stage: Stage) -> None:
    assert [lesson.id for lesson in stage.room.course.lessons()] == [step.id for step in STEPS]
    assert all(is_known(stage.room.catalogue, step.situation) for step in STEPS)
    for unknown in ("message:flood", "trouble:flood", "order-eaten", "party:flood"):
        assert not is_known(stage.room.catalogue, unknown)


@pytest.mark.parametrize("size", [SIZES[0], SIZES[3]])
@pytest.mark.parametrize("name", [step.id for step in STEPS])
async def test_from_where_it_begins_the_hand_alone_leads_to_the_goal(
    stage: Stage, name: str, size: tuple[int, int]
) -> None:
    practising = Practising(stage, name)
    tablet = await practising.begin(size)
    await practising.ask()
    await practising.ask()
    for _ in range(MOST_TAPS):
        if practising.done:
            break
        pointed = hands(tablet)
        if not pointed:  # one of two goals is reached, and nothing here leads on to the other
            await practising.ask()
            pointed = hands(tablet)
        assert len(pointed) == 1, f"{pointed} on {tablet.route}: {tablet.identifiers()}"
        await tablet.tap(pointed[0])
    assert practising.done, f"the hand leads nowhere: {tablet.route}"
    assert tablet.label("lesson.prompt") == SAY["ug"], "she is praised"
    assert tablet.has("lesson.next")


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("answer-from-the-front", "/messages"),
        ("end-from-the-front", "/messages"),
        ("describe-from-the-front", "/products"),
        ("describe-from-the-front", "/product/p1/describe"),
        ("describe", "/product/p1/describe"),
        ("story", ""),
        ("parcels", "/orders"),
        ("review", "/messages"),
    ],
)
async def test_on_the_way_to_the_goal_she_is_not_sent_back(
    stage: Stage, name: str, inside: str
) -> None:
    practising = Practising(stage, name)
    tablet = await practising.begin()
    here = f"/lesson/{name}/store{inside}"
    await tablet.goto(here)
    for _ in range(3):
        await practising.ask()
        assert tablet.route == here


@pytest.mark.parametrize("inside", ["/money", "/parcels", "/score", "/buyer"])
async def test_where_nothing_leads_on_the_second_call_brings_her_back(
    stage: Stage, inside: str
) -> None:
    practising = Practising(stage, "answer-from-the-front")
    tablet = await practising.begin()
    await tablet.goto(f"/lesson/answer-from-the-front/store{inside}")
    await practising.ask()
    await practising.ask()
    assert tablet.route == "/lesson/answer-from-the-front/store"


async def test_the_hand_points_at_no_word_that_is_not_true(stage: Stage) -> None:
    practising = Practising(stage, "describe")
    for _ in range(4):
        stage.room.trade(practising.learner, do.EndDay())
    tablet = await practising.begin()
    await tablet.goto("/lesson/describe/store/product/p1/describe")
    await practising.ask()
    await practising.ask()
    (pointed,) = hands(tablet)
    offered = [i for i in tablet.identifiers() if i.startswith("product.quality:")]
    assert offered[0] == "product.quality:fresh-today", "it was made days ago"
    assert pointed in offered[1:]


async def test_who_ends_a_trouble_badly_sees_what_it_costs_and_may_try_again(stage: Stage) -> None:
    practising = Practising(stage, "end")
    tablet = await practising.begin()
    assert tablet.route == "/lesson/end/store/trouble/t1"
    kind = stage.room.catalogue.troubles["code-call"]
    bad = next(way.id for way in kind.ways.values() if not way.good)
    good = next(way.id for way in kind.ways.values() if way.good)
    await tablet.tap(f"trouble.way:{bad}")
    assert tablet.has("trouble.cost")
    assert not practising.done
    await tablet.tap("trouble.done")
    await tablet.tap("trouble:t2")
    await tablet.tap(f"trouble.way:{good}")
    assert practising.done


async def test_a_message_that_lapsed_while_she_slept_comes_again(stage: Stage) -> None:
    practising = Practising(stage, "answer-from-the-front")
    tablet = await practising.begin()
    for _ in range(3):
        await tablet.tap("store.next-day")
    store = stage.room.store(practising.learner)
    assert any(message.lapsed for message in store.messages)
    assert [m.question for m in talk.open_messages(store)].count("how-long") == 1


async def test_who_comes_back_after_the_answer_is_not_asked_again(stage: Stage) -> None:
    learner = Practising(stage, "answer").learner
    lesson = stage.lesson("answer")
    message = stage.room.store(learner).messages[-1]
    good = talk.good_replies(stage.room.catalogue, stage.room.store(learner), message)[0]
    stage.room.trade(learner, do.AnswerMessage(message.id, good), lesson)
    before = stage.room.store(learner).messages
    stage.room.prepare(learner, lesson)
    assert stage.room.store(learner).messages == before


async def test_a_night_brings_the_story_that_the_lesson_asks_for(stage: Stage) -> None:
    practising = Practising(stage, "story")
    tablet = await practising.begin()
    assert not tablet.has("store.story"), "there was no night yet"
    day = stage.room.store(practising.learner).day + 1
    placed = OrderPlaced("o9", "p1", 2, 200, "beijing", "teacher", day, day + 3)
    stage.room._write(practising.learner, [DayEnded(day, "sun"), placed])
    await tablet.goto("/lesson/story/store/orders")
    await tablet.goto("/lesson/story/store")
    assert tablet.has("store.story")
    assert not tablet.has("store.score"), "only what is practised"


def test_help_is_counted_as_ever(stage: Stage) -> None:
    practising = Practising(stage, "score")
    lesson: Lesson = practising.lesson
    stage.room.learn(practising.learner, lesson, AskHint())
    state = stage.room.lesson_state(practising.learner, lesson.id)
    assert state is not None
    assert state.hints == 1
