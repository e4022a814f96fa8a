"""Her own money on the screen: the card, the jar, a loan; alone, and practised in a lesson."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from demo_store import commands as do
from demo_store.events import DayEnded, LoanPartMissed, LoanRepaid, StoreEvent
from demo_store.finance.money import notes_for
from demo_store.finance.statement import KINDS, statement
from demo_store.purse import Purse
from kiosk.screens.store import book_screen
from kiosk.screens.store.telling import last_night, told
from kiosk.wording import money, words, yuan
from lessons.content import load_yaml
from lessons.course import Lesson, Practice
from lessons.phrase import Phrase
from tests.flet_session import FletSession
from tests.hearing import says
from tests.purse_views import BAG, FUND, borrowed, paid
from tests.stage import SIZES, Stage

TEMPLATE = Path(__file__).parents[2] / "lessons" / "_template" / "lesson.yaml"
MOST_TAPS = 25


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setattr("kiosk.visit._DOUBLE_TAP_S", 0.0)  # a person waits between two taps
    with Stage(tmp_path) as stage:
        yield stage


def purse(stage: Stage, learner: str) -> Purse:
    return stage.room.store(learner).purse


async def lay(tablet: FletSession, fen: int, done: str) -> None:
    for piece in notes_for(fen):
        await tablet.tap(f"money.add:{piece}")
    assert tablet.label("money.total") == str(fen)
    await tablet.tap(done)


async def test_notes_are_taken_off_the_card_into_the_hand(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    paid(stage, learner)
    card, spent = purse(stage, learner).card_fen, -stage.room.store(learner).hand_fen
    session = await stage.tablet("/store/money", tablet).start()
    await session.tap("money.card")
    assert session.label("money.on-card") == str(card)
    assert session.label("money.laid-out") == str(spent)
    await session.tap("money.withdraw")
    assert session.label("screen.sentence") == words("purse.say-withdraw", money=money(card)).ug
    await lay(session, 9000, "money.withdraw")
    assert session.route == "/store/money/card"
    assert session.label("money.on-card") == str(card - 9000)
    assert session.label("money.in-hand") == str(9000 - spent)


async def test_the_money_book_tells_every_line_the_newest_first_and_adds_up(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    paid(stage, learner)
    stage.trade(learner, do.WithdrawMoney(9000))
    store = stage.room.store(learner)
    lines = statement(store)
    session = await stage.tablet("/store/money/card", tablet).start()
    await session.tap("money.book")
    assert session.route == "/store/money/book"
    seen: dict[str, str] = {}
    while len(seen) < len(lines):
        before = len(seen)
        for name in session.identifiers():
            if name.startswith("book.line:"):
                seen[name] = session.label(name)
        assert len(seen) > before, "a page with nothing new"
        if len(seen) < len(lines):
            await session.tap("book.lines-more")
    for at, line in enumerate(lines, start=1):
        shown = seen[f"book.line:{at}"]
        assert shown == book_screen.told(line).ug
        assert yuan(abs(line.fen or line.moved_fen)) in shown
    assert next(iter(seen)) == f"book.line:{len(lines)}"
    purse = store.purse
    assert sum(line.fen for line in lines) == purse.card_fen + store.hand_fen + purse.saved_fen


def test_every_kind_of_line_has_a_picture_and_words() -> None:
    assert book_screen.SIGNS.keys() == KINDS
    for what in KINDS:
        assert words(f"book.{what}", money=money(100)).en


async def test_more_than_is_on_the_card_is_not_given_and_said(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    paid(stage, learner)
    before = purse(stage, learner)
    session = await stage.tablet("/store/money/card/withdraw", tablet).start()
    for _ in range(5):
        await session.tap("money.add:10000")
    await session.tap("money.withdraw")
    assert session.label("screen.sentence") == words("refused.card").ug
    assert session.route == "/store/money/card/withdraw"
    assert purse(stage, learner) == before


async def test_from_an_empty_card_nothing_can_be_taken(stage: Stage) -> None:
    tablet, _ = stage.somebody(1)
    session = await stage.tablet("/store/money/card", tablet).start()
    assert session.label("screen.sentence") == words("purse.card-empty").ug
    assert not session.enabled("money.withdraw")


async def test_a_goal_fills_as_money_is_put_aside_until_it_can_be_bought(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    paid(stage, learner)
    session = await stage.tablet("/store/money", tablet).start()
    await session.tap("money.goal")
    await session.tap(f"goal:{BAG}")
    assert (session.label("goal.saved"), session.label("goal.missing")) == ("0", "8000")
    assert not session.has("money.take-back")
    await session.tap("money.save")
    await lay(session, 2000, "money.save")
    assert (session.label("goal.saved"), session.label("goal.missing")) == ("2000", "6000")
    assert session.label("goal.share") == "25"
    await says(session, stage, words("purse.saved", money=money(2000)))
    await says(session, stage, words("purse.missing", money=money(6000)))
    await session.tap("money.save")
    await lay(session, 6000, "money.save")
    assert session.label("screen.sentence") == words("purse.enough").ug
    assert not session.has("money.save")
    await session.tap("goal.buy")
    bag = stage.room.catalogue.saving_goal(BAG)
    await says(session, stage, words("purse.is-yours", name=bag.name))
    assert session.has(f"goal:{BAG}")
    assert [each.goal for each in purse(stage, learner).bought] == [BAG]
    assert purse(stage, learner).saved_fen == 0


async def test_what_lies_aside_can_be_taken_back_and_meant_for_something_else(
    stage: Stage,
) -> None:
    tablet, learner = stage.somebody(1)
    paid(stage, learner)
    stage.trade(learner, do.ChooseGoal(BAG), do.SaveMoney(3000))
    session = await stage.tablet("/store/money/goal", tablet).start()
    await session.tap("money.take-back")
    await lay(session, 1000, "money.take-back")
    assert session.label("goal.saved") == "2000"
    await session.tap("goal.change")
    await session.tap("goal:refrigerator")
    assert session.label("goal.missing") == str(180_000 - 2000)


@pytest.mark.parametrize(
    ("loan_id", "size"),
    [(FUND, SIZES[0]), ("phone-message", SIZES[0]), *(("bank", size) for size in SIZES[1:])],
)
async def test_all_that_a_loan_costs_is_shown_and_said_before_it_can_be_taken(
    stage: Stage, loan_id: str, size: tuple[int, int]
) -> None:
    tablet, learner = stage.somebody(1)
    offer = stage.room.catalogue.loan(loan_id)
    session = await stage.tablet("/store/money", tablet, size).start()
    await session.tap("money.loan")
    assert not session.has("loan.take")
    await session.tap(f"loan:{loan_id}")
    shown = {name: int(session.label(f"loan.{name}")) for name in ("get", "back", "cost")}
    assert shown == {"get": offer.fen, "back": offer.fen + offer.cost_fen, "cost": offer.cost_fen}
    assert session.label("loan.parts") == f"0/{offer.parts}"
    assert int(session.label("loan.part")) * offer.parts == shown["back"]
    await says(session, stage, words("purse.back", money=money(shown["back"])))
    await says(session, stage, words("purse.loan-cost", money=money(offer.cost_fen)))
    await session.tap("loan.take")
    assert session.route == "/store/money/loan"
    assert session.label("loan.left") == str(shown["back"])
    assert purse(stage, learner).card_fen == offer.fen


async def test_a_loan_can_be_left_and_one_at_a_time_be_taken(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    session = await stage.tablet("/store/money/loan", tablet).start()
    await session.tap("loan:phone-message")
    await session.tap("loan.leave")
    assert purse(stage, learner) == Purse()
    await session.tap(f"loan:{FUND}")
    await session.tap("loan.take")
    await session.tap("loan.others")
    await session.tap("loan:bank")
    assert not session.enabled("loan.take")
    await session.tap("loan.leave")
    loan = purse(stage, learner).loan
    assert loan is not None
    assert loan.loan == FUND


async def test_who_comes_to_a_loan_by_its_address_has_heard_it_too(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    session = await stage.tablet("/store/money/loan/bank", tablet).start()
    await session.tap("loan.take")
    assert purse(stage, learner).loan is not None


def happened(stage: Stage, learner: str, *events: StoreEvent) -> Phrase:
    """What the second card of such a night says, the first is the day."""
    stage.room._write(learner, [DayEnded(31), *events])
    night = last_night(stage.room.records.store_events(learner))
    return told(stage.room.catalogue, stage.room.store(learner), night)[1].say


async def test_a_part_that_went_back_is_told_in_the_morning_and_seen(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    paid(stage, learner)
    borrowed(stage, learner)
    said = happened(stage, learner, LoanRepaid(FUND, 1, 10_200, 200, 10_200, 31))
    assert words("purse.repaid", money=money(10_200)).ug in said.ug
    assert words("purse.left", money=money(40_800)).ug in said.ug
    session = await stage.tablet("/store/money/loan", tablet).start()
    assert session.label("loan.repaid") == "10200"
    assert session.label("loan.left") == "40800"
    assert session.label("loan.parts") == "1/5"
    session = await stage.tablet("/store/money", tablet).start()
    assert session.label("money.interest") == "200"


async def test_a_missed_part_is_told_and_waits_without_a_punishment(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    borrowed(stage, learner)
    said = happened(stage, learner, LoanPartMissed(FUND, 1, 10_200, 31))
    assert said == words("purse.part-missed", money=money(10_200))
    session = await stage.tablet("/store/money/loan", tablet).start()
    await says(session, stage, words("purse.part-waits", money=money(10_200)))
    assert session.label("loan.left") == "51000"


# -- in a lesson


PRACTICE = """\
  - id: {id}
    kind: practice
    picture: scene-paid
    say: {{ug: ئەمدى سىز قىلىڭ., zh: 现在您来做。, en: Now you do it.}}
    situation: money-on-card
    screen: money
    goals: {goals}
    coaching:
      hint: {{ug: رەسىمگە قاراڭ., zh: 看看图。, en: Look at the picture.}}
      hint_with_hand: {{ug: قول تۇرغان يەرنى بېسىڭ., zh: 请点手指着的地方。, en: Touch it.}}
      demonstration: {{ug: "قاراڭ، مانا مۇنداق.", zh: 您看，这样。, en: "Look, like this."}}
      praise: {{ug: توغرا!, zh: 对！, en: Right!}}
"""
GOALS = (
    "[[MoneyWithdrawn]]",
    "[[SavingGoalChosen]]",
    "[[MoneySaved]]",
    "[[SavingGoalReached], [SavingGoalBought]]",
    "[[LoanHeard]]",
    "[[LoanTaken, LoanLeft]]",
    "[[MoneyWithdrawn], [SavingGoalChosen], [MoneySaved], [LoanLeft]]",
)


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A kiosk with one lesson, all of it about her own money."""
    monkeypatch.setattr("kiosk.visit._DOUBLE_TAP_S", 0.0)
    folder = tmp_path / "course" / "01-money" / "01-my-purse"
    folder.mkdir(parents=True)
    head = TEMPLATE.read_text("utf-8").partition("skill:")[0]
    steps = "".join(
        PRACTICE.format(id=f"step-{place}", goals=goals) for place, goals in enumerate(GOALS)
    )
    folder.joinpath("lesson.yaml").write_text(f"{head}steps:\n{steps}", "utf-8")
    unit = "title: {ug: پۇل, zh: 钱, en: Money}\npicture: scene-paid\n"
    folder.parent.joinpath("unit.yaml").write_text(unit, "utf-8")
    assert load_yaml(folder / "lesson.yaml", tmp_path)
    with Stage(tmp_path / "data", course=tmp_path / "course") as stage:
        yield stage


def hands(tablet: FletSession) -> list[str]:
    """The identifiers of what the pulsing hand points at."""
    pointed = []
    for stack in tablet.controls("Stack"):
        thing, *above = stack.get("controls") or [{}]
        images = [n for n in tablet.tree.visible(above) if n.type == "Image"]
        if any(image["src"] == "/pictures/hand-point.svg" for image in images):
            pointed.append(str(thing["identifier"]))
    return pointed


async def follow(session: FletSession, stage: Stage, learner: str, lesson: Lesson) -> None:
    """Touches what the hand points at, and nothing else, to the end of the step."""
    for _ in range(MOST_TAPS):
        state = stage.room.lesson_state(learner, lesson.id)
        assert state is not None
        if state.completed_step:
            return
        pointed = hands(session)
        if not pointed:  # she did one thing of several: who asks is led to the next
            await session.tap("lesson.hint")
            pointed = hands(session)
        assert len(pointed) == 1, (session.route, pointed, session.identifiers())
        await session.tap(pointed[0])
    raise AssertionError(f"the hand leads nowhere: {session.route}")


@pytest.mark.parametrize("size", [SIZES[0], SIZES[3]])
@pytest.mark.parametrize("place", range(len(GOALS)))
async def test_the_hand_leads_to_everything_that_a_lesson_practises(
    school: Stage, place: int, size: tuple[int, int]
) -> None:
    (lesson,) = school.room.course.lessons()
    tablet, learner = school.somebody(1)
    school.at_step(learner, lesson, f"step-{place}")
    assert purse(school, learner).card_fen >= 10_000
    session = await school.tablet(f"/lesson/{lesson.id}/store", tablet, size).start()
    await session.tap("lesson.hint")
    await session.tap("lesson.hint")
    await follow(session, school, learner, lesson)
    assert session.has("lesson.next")
    assert purse(school, learner).loan is None, "no hand points at a loan that can be left"


async def test_a_refusal_in_a_lesson_brings_help(school: Stage) -> None:
    (lesson,) = school.room.course.lessons()
    tablet, learner = school.somebody(1)
    school.at_step(learner, lesson, "step-0")
    route = f"/lesson/{lesson.id}/store/money/card/withdraw"
    session = await school.tablet(route, tablet).start()
    for _ in range(9):
        await session.tap("money.add:10000")
    await session.tap("money.withdraw")
    state = school.room.lesson_state(learner, lesson.id)
    assert state is not None
    assert state.hints == 1
    step = lesson.steps[0]
    assert isinstance(step, Practice)
    assert session.label("lesson.prompt") == step.coaching.hint.ug
