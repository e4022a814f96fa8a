"""Nobody touches the tablet: it asks, counts, and greets the next person. No test waits."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kiosk.progress.settings import Settings, SettingsChosen
from kiosk.visit import Visit
from kiosk.wording import words
from lessons.course import Choose
from tests.flet_session import FletSession
from tests.hearing import says
from tests.stage import PIN, SIZES, Stage

ASKED = words("idle.still-here")


class Clock:
    """One that goes only when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Watched:
    """Tablets whose clock a test moves."""

    def __init__(self, stage: Stage) -> None:
        self.clock, self.visits = Clock(), list[Visit]()
        stage.kiosk = replace(stage.kiosk, clock=self.clock, welcome=self.visits.append)
        self.stage = stage

    async def open(self, route: str, tablet: str = "", **more: Any) -> FletSession:
        return await self.stage.tablet(route, tablet, **more).start()

    async def passes(self, tablet: FletSession, seconds: float, *, speaking: bool = False) -> None:
        """So long nothing happens in front of this tablet, and nothing sounds any more."""
        visit = self.visits[-1]
        if not speaking:
            visit.player.stop()
            await tablet.settle()
            await look(tablet, visit)
        self.clock.now += seconds
        await look(tablet, visit)


async def look(tablet: FletSession, visit: Visit) -> None:
    async def looked() -> None:
        visit.idling.look()

    visit.page.run_task(looked)
    await tablet.settle()


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with Stage(tmp_path_factory.mktemp("kiosk")) as stage:
        yield stage


@pytest.fixture
def watched(kiosk: Stage) -> Watched:
    return Watched(kiosk)


def reasons(stage: Stage, learner: str) -> list[str]:
    return [e.data["why"] for e in stage.room.journal.of(learner) if e.kind == "SignedOut"]


async def test_who_is_silent_for_a_minute_is_asked_and_then_the_next_one_is_greeted(
    watched: Watched,
) -> None:
    stage = watched.stage
    tablet, learner = stage.somebody(0)
    session = await watched.open("/home", tablet)
    await watched.passes(session, 59)
    assert not session.has("idle.still-here")
    await watched.passes(session, 61)
    assert session.label("idle.still-here") == ASKED.ug
    assert session.label("idle.countdown") == "20"
    await says(session, stage, ASKED)
    watched.clock.now += 13
    await look(session, watched.visits[0])
    assert session.label("idle.countdown") == "7"
    watched.clock.now += 7
    await look(session, watched.visits[0])
    assert session.route == "/"
    assert session.has(f"home.learner:{learner}")
    assert not session.has("idle.still-here")
    assert stage.room.signed_in(tablet) is None
    assert reasons(stage, learner) == ["silence"]
    await says(session, stage, words("idle.saved"))
    await session.close()


async def test_a_touch_anywhere_means_that_she_is_there_and_what_was_half_done_still_is(
    watched: Watched,
) -> None:
    stage = watched.stage
    lesson, step = stage.first_step(Choose)
    tablet, learner = stage.somebody(0)
    stage.at_step(learner, lesson, step.id)
    session = await watched.open(f"/lesson/{lesson.id}", tablet)
    before = set(session.identifiers())
    await watched.passes(session, 60)
    touched = session.find("idle.still-here")["content"]
    assert (touched["width"], touched["height"]) == SIZES[0]
    await session.tap("idle.still-here")
    assert set(session.identifiers()) == before
    await watched.passes(session, 59)
    assert not session.has("idle.still-here")
    assert stage.room.signed_in(tablet) is not None
    await session.close()


async def test_a_name_that_is_half_typed_is_still_there_after_the_question(
    watched: Watched,
) -> None:
    session = await watched.open("/enrol")
    for identifier in ("enrol.picture:1", "enrol.product:nang"):
        await session.tap(identifier)
    await session.type("enrol.name", "Gul")
    await watched.passes(session, 60)
    await session.tap("idle.still-here")
    fields = [node for node in session.controls("TextField") if node.get("value") == "Gul"]
    assert fields
    await session.close()


async def test_a_visitor_who_goes_away_is_signed_out_too(watched: Watched) -> None:
    watched.stage.room.welcome_guest("a-tablet", "ug")
    session = await watched.open("/home", "a-tablet")
    await watched.passes(session, 60)
    await watched.passes(session, 20, speaking=True)
    assert session.route == "/"
    assert watched.stage.room.signed_in("a-tablet") is None
    await session.close()


async def test_nobody_is_asked_while_it_speaks_or_while_she_is_recorded(watched: Watched) -> None:
    tablet, _ = watched.stage.somebody(0)
    session = await watched.open("/home", tablet, has_permission=True, start_recording=True)
    visit = watched.visits[0]
    assert visit.player.is_sounding
    await watched.passes(session, 100, speaking=True)
    assert not session.has("idle.still-here")
    visit.player.stop()
    await visit.microphone.begin()
    await watched.passes(session, 100)
    assert not session.has("idle.still-here")
    await visit.microphone.end()
    await watched.passes(session, 59)
    assert not session.has("idle.still-here")
    await watched.passes(session, 60)
    assert session.has("idle.still-here")
    await session.close()


async def test_the_start_the_trainer_and_a_tablet_out_of_reach_are_not_asked(
    watched: Watched,
) -> None:
    stage = watched.stage
    session = await watched.open("/")
    await watched.passes(session, 1_000)
    assert not session.has("idle.still-here")
    tablet, _ = stage.somebody(0)
    trainer = await watched.open("/trainer", tablet)
    for digit in PIN:
        await trainer.tap(f"trainer.pin:{digit}")
    await trainer.until(lambda: watched.visits[-1].trainer)
    await watched.passes(trainer, 1_000)
    assert not trainer.has("idle.still-here")
    other, _ = stage.somebody(1)
    away = await watched.open("/home", other)
    await away.go_offline()
    for _ in range(3):
        watched.clock.now += 1_000
        watched.visits[-1].idling.look()
    assert stage.room.signed_in(other) is not None
    for each in (session, trainer):
        await each.close()


async def test_a_tablet_where_it_is_off_or_later_does_as_it_was_set(watched: Watched) -> None:
    room = watched.stage.room
    tablet, _ = watched.stage.somebody(0)
    session = await watched.open("/home", tablet)
    room.write_for_tablet([SettingsChosen(tablet, Settings(idle_s=0))])
    await watched.passes(session, 10_000)
    assert not session.has("idle.still-here")
    room.write_for_tablet([SettingsChosen(tablet, Settings(idle_s=300))])
    await watched.passes(session, 299)
    assert not session.has("idle.still-here")
    await watched.passes(session, 300)
    assert session.has("idle.still-here")
    await session.close()


async def test_who_works_in_another_page_of_the_same_tablet_is_not_thrown_out(
    watched: Watched,
) -> None:
    tablet, _ = watched.stage.somebody(0)
    working = await watched.open("/home", tablet)
    worked = watched.visits[0]
    forgotten = await watched.open("/home", tablet)
    await watched.passes(forgotten, 50)
    await working.tap("nav.help")
    await look(working, worked)
    await watched.passes(forgotten, 50, speaking=True)
    assert not forgotten.has("idle.still-here")
    for each in (working, forgotten):
        await each.close()


async def test_a_disk_that_is_full_throws_nobody_out_and_it_is_told(watched: Watched) -> None:
    stage = watched.stage
    tablet, _ = stage.somebody(0)
    session = await watched.open("/home", tablet, raise_errors=False)
    await watched.passes(session, 60)
    with stage.full_disk():
        await watched.passes(session, 20, speaking=True)
    assert session.route == "/home"
    assert session.label("trouble") == words("trouble.not-saved").ug
    assert stage.room.signed_in(tablet) is not None
    await session.close()


async def test_what_is_set_for_a_tablet_outlives_a_power_cut(stage: Stage) -> None:
    chosen = Settings(languages=("zh",), idle_s=120, place="Room 2")
    stage.room.write_for_tablet([SettingsChosen("a-tablet", chosen)])
    stage.begin_again()
    assert stage.room.records.settings("a-tablet") == chosen
    assert stage.room.records.settings("another") == Settings()
