"""A neighbour tries: one tap there, one back, and nothing is written under another one's name."""

import random
import uuid
from collections.abc import Iterator, Sequence

import pytest

from kiosk.progress.journal import Envelope
from kiosk.progress.kinds import Event
from kiosk.progress.records import Records
from kiosk.wording import words
from lessons.course import Tell
from lessons.engine import Begin, GoOn
from tests.flet_session import FletSession
from tests.hearing import plays_to_its_end
from tests.measured import cut_in
from tests.stage import SECRET, SIZES, Stage, spoken

pytestmark = pytest.mark.usefixtures("unhurried")
OF_SEATS = {"SignedIn", "SignedOut", "TabletLent", "LendingEnded", "GuestStarted"}
"""Who sits down is told of as she does."""


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with Stage(tmp_path_factory.mktemp("kiosk")) as stage:
        yield stage


def who(stage: Stage, tablet: str) -> str:
    here = stage.room.signed_in(tablet)
    return here.id if here else ""


async def lent_to(session: FletSession, neighbour: str) -> None:
    await session.tap("learner.neighbour")
    await session.tap(f"neighbour.who:{neighbour}")


async def test_a_visitor_tries_at_once_and_one_tap_brings_back_who_learned(
    village: Stage,
) -> None:
    tablet, learner = village.somebody(0)
    lesson, _ = village.first_step(Tell)
    village.room.learn(learner, lesson, Begin())
    village.room.learn(learner, lesson, GoOn())
    before = village.room.lesson_state(learner, lesson.id)
    session = await village.tablet("/home", tablet).start()
    hers = session.label("learner.name")
    await lent_to(session, "guest")
    assert who(village, tablet) not in ("", learner)
    assert session.label("learner.name") == words("start.guest").ug
    await session.tap("learner.next")
    await session.tap("learner.give-back")
    assert who(village, tablet) == learner
    assert session.label("learner.name") == hers
    assert village.room.lesson_state(learner, lesson.id) == before
    assert not session.has("learner.give-back")
    await session.close()


async def test_an_enrolled_neighbour_shows_her_secret_pictures_first(village: Stage) -> None:
    _, neighbour = village.somebody(1, SECRET)
    tablet, learner = village.somebody(0)
    session = await village.tablet("/home", tablet).start()
    await lent_to(session, neighbour)
    assert who(village, tablet) == learner
    for wrong in reversed(SECRET):
        await session.tap(f"secret.picture:{wrong}")
    await session.until(lambda: session.label("screen.sentence") == words("secret.wrong").ug)
    assert who(village, tablet) == learner
    for right in SECRET:
        await session.tap(f"secret.picture:{right}")
    await session.until(lambda: who(village, tablet) == neighbour)
    await session.tap("learner.give-back")
    assert who(village, tablet) == learner
    await session.close()


async def test_she_comes_back_to_where_she_was_also_after_a_power_cut(stage: Stage) -> None:
    tablet, learner = stage.somebody(0)
    _, neighbour = stage.somebody(1)
    stage.room.lend(tablet, "/lesson/a-fair-price", neighbour)
    stage.begin_again()
    session = await stage.tablet("/store", tablet).start()
    await session.tap("learner.give-back")
    assert session.route == "/lesson/a-fair-price"
    assert who(stage, tablet) == learner
    await session.close()
    stage.begin_again()
    assert who(stage, tablet) == learner
    assert stage.room.lending(tablet) is None


async def test_whoever_takes_the_tablet_from_the_start_owes_it_to_nobody(stage: Stage) -> None:
    tablet, _ = stage.somebody(0)
    _, neighbour = stage.somebody(1)
    session = await stage.tablet("/home", tablet).start()
    await lent_to(session, neighbour)
    await session.tap("learner.signout")
    await session.tap(f"home.learner:{neighbour}")
    assert not session.has("learner.give-back")
    stage.begin_again()
    assert stage.room.lending(tablet) is None
    await session.close()


async def test_she_who_is_forgotten_meanwhile_does_not_come_back(stage: Stage) -> None:
    tablet, learner = stage.somebody(0)
    stage.room.lend(tablet, "/home")
    stage.kiosk.people.forget(learner)
    assert stage.room.lending(tablet) is None
    assert stage.room.take_back(tablet) == ""


async def test_on_a_full_disk_the_tablet_stays_with_who_has_it(stage: Stage) -> None:
    tablet, learner = stage.somebody(0)
    session = await stage.tablet("/home", tablet, raise_errors=False).start()
    with stage.full_disk():
        await lent_to(session, "guest")
    assert who(stage, tablet) == learner
    assert session.label("trouble") == words("trouble.not-saved").ug
    await session.close()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_both_signs_fit_on_every_window(village: Stage, size: tuple[int, int]) -> None:
    tablet, _ = village.somebody(2)
    session = await village.tablet("/home", tablet, size).start()
    cut = [f"home {each}" for each in cut_in(session, size)]
    await session.tap("learner.neighbour")
    cut += [f"who {each}" for each in cut_in(session, size)]
    await session.tap("neighbour.who:guest")
    assert session.has("learner.give-back")
    assert session.has("learner.name")
    cut += cut_in(session, size)
    await session.goto("/lessons")
    cut += cut_in(session, size)
    assert not cut
    await session.close()


async def test_what_the_one_before_heard_is_not_told_of_the_neighbour(village: Stage) -> None:
    tablet, _ = village.somebody(0)
    _, neighbour = village.somebody(1)
    session = await village.tablet("/home", tablet).start()
    await session.tap("learner.neighbour")
    await session.until(lambda: session.controls("Audio"))
    (audio,) = session.controls("Audio")
    await session.event(audio, "state_change", {"state": "playing"})
    await session.tap(f"neighbour.who:{neighbour}")
    assert not village.room.heard_lately(neighbour)
    await session.close()


class Kept:
    """Who was at the tablet when each event was written, by what the screen showed."""

    def __init__(self, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
        self.shown, self.wrong, self.count = "", list[tuple[str, str, str]](), 0
        append = stage.room.journal.append

        def kept(learner: str | None, events: Sequence[Event]) -> tuple[Envelope, ...]:
            for event in events:
                kind = type(event).__name__
                self.count += 1
                if learner and kind not in OF_SEATS and learner != self.shown:
                    self.wrong.append((kind, learner, self.shown))
            return append(learner, events)

        monkeypatch.setattr(stage.room.journal, "append", kept)


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_is_touched_nothing_is_written_under_another_ones_name(
    village: Stage, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    tablet, _ = village.somebody(0)
    _, neighbour = village.somebody(1)
    chance, kept = random.Random(seed), Kept(village, monkeypatch)
    kept.shown = who(village, tablet)
    session = await village.tablet("/home", tablet).start()
    stale = []
    for _ in range(25):
        things = [each for each in session.identifiers() if is_for_a_hand(each, neighbour)]
        if chance.random() < 0.3 and stale:
            # a touch that was on its way while the tablet changed hands
            node, event = chance.choice(stale)
            await session.event(node, event)
        elif things:
            thing = chance.choice(things)
            node = session.find(thing)
            stale.append((node["content"], "click"))
            await session.tap(thing)
            if session.controls("Audio"):
                await plays_to_its_end(session)
        else:
            await session.goto("/home")
        if not who(village, tablet):
            village.room.sign_in(tablet, neighbour)
            await session.goto("/home")
        kept.shown = who(village, tablet)
    assert kept.count > 10
    assert not kept.wrong
    told = Records.rebuilt(village.room.journal.envelopes())
    assert told.signed_in(tablet) == who(village, tablet)
    assert told.lending(tablet) == village.room.records.lending(tablet)
    await session.close()


def is_for_a_hand(identifier: str, neighbour: str) -> bool:
    ways = ("learner.neighbour", "learner.give-back", "learner.next", "learner.store",
            "lesson.next", "lesson.hint", "store.next-day", "nav.home", "learner.signout",
            "neighbour.who:guest", f"neighbour.who:{neighbour}")  # fmt: skip
    return identifier in ways


async def test_a_touch_meant_by_the_one_before_does_nothing_for_the_neighbour(
    village: Stage,
) -> None:
    lesson, _ = village.first_step(Tell)
    tablet, learner = village.somebody(0)
    _, neighbour = village.somebody(1)
    for each in (learner, neighbour):
        village.room.learn(each, lesson, Begin())
    session = await village.tablet(f"/lesson/{lesson.id}", tablet).start()
    on_its_way = session.find("lesson.next")["content"]
    village.room.lend(tablet, "/home", neighbour)
    await session.event(on_its_way, "click")
    for each in (learner, neighbour):
        state = village.room.lesson_state(each, lesson.id)
        assert state is not None
        assert state.step_index == 0
    await session.close()


async def test_coming_back_is_heard_though_both_are_visitors(stage: Stage) -> None:
    tablet = str(uuid.uuid4())
    stage.room.welcome_guest(tablet, stage.language)
    stage.room.lend(tablet, "/home")
    session = await stage.tablet("/home", tablet).start()
    await session.until(lambda: spoken(session))
    before = spoken(session)
    await session.tap("learner.give-back")
    await session.until(lambda: spoken(session) > before)
    await session.close()
