"""What a learner listened to lately is told to the trainer, and can be heard again."""

from kiosk.player import address
from kiosk.progress.events import ClipHeard
from kiosk.wording import words
from tests.flet_session import FletSession
from tests.hearing import answer_to
from tests.stage import PIN, Stage


async def at_her_page(stage: Stage, learner: str, tablet: str = "") -> FletSession:
    session = await stage.tablet("/trainer", tablet).start()
    for digit in PIN:
        await session.tap(f"trainer.pin:{digit}")
    await session.until(lambda: session.has("trainer.learners"))
    await session.goto(f"/trainer/learner/{learner}/acts")
    await session.tap("trainer.heard")
    return session


def rows(tablet: FletSession) -> list[str]:
    return [each for each in tablet.identifiers() if each.startswith("trainer.heard:")]


def hear(stage: Stage, learner: str, key: str, depth: str = "half") -> None:
    stage.room.heard(learner, ClipHeard(key, "ug", depth, 500))  # type: ignore[arg-type]


async def test_the_newest_comes_first_with_how_far_she_listened(stage: Stage) -> None:
    _, learner = stage.somebody()
    for key, depth in (("nav.help", "started"), ("nav.back", "half"), ("nav.help", "complete")):
        hear(stage, learner, key, depth)
    tablet = await at_her_page(stage, learner)
    assert len(rows(tablet)) == 2
    assert tablet.label("trainer.heard:0").startswith(words("nav.help").ug)
    assert words("people.depth-complete").ug in tablet.label("trainer.heard:0")
    assert tablet.label("trainer.heard:1").startswith(words("nav.back").ug)
    assert words("people.depth-half").ug in tablet.label("trainer.heard:1")


async def test_a_touch_plays_it_in_the_language_in_which_she_heard_it(stage: Stage) -> None:
    _, learner = stage.somebody()
    stage.room.heard(learner, ClipHeard("nav.help", "zh", "half", 500))
    tablet = await at_her_page(stage, learner)
    assert words("nav.help").zh in tablet.label("trainer.heard:0")
    clip = await stage.kiosk.speech.clip_soon(words("nav.help").zh, "zh")
    assert await answer_to(tablet, "trainer.heard:0") == [address(clip.key)]


async def test_what_she_heard_is_kept_over_a_restart(stage: Stage) -> None:
    tablet, learner = stage.somebody()
    hear(stage, learner, "nav.back")
    stage.room.sign_out(tablet)
    stage.begin_again()
    assert [each.clip for each in stage.room.heard_lately(learner)] == ["nav.back"]


async def test_what_the_trainer_listens_to_is_not_what_she_heard(stage: Stage) -> None:
    name, learner = stage.somebody()
    for key in ("nav.back", "nav.help"):
        hear(stage, learner, key)
    tablet = await at_her_page(stage, learner, name)
    before = stage.room.heard_lately(learner)
    await answer_to(tablet, "trainer.heard:1")
    assert stage.room.heard_lately(learner) == before


async def test_a_sentence_that_is_not_said_any_more_is_left_out(stage: Stage) -> None:
    _, learner = stage.somebody()
    hear(stage, learner, "no.such-phrase")
    tablet = await at_her_page(stage, learner)
    assert not rows(tablet)
    assert tablet.label("screen.sentence") == words("people.heard-nothing").ug
