"""What the trainer sees and does of people: each act behind the PIN, each kept in the journal."""

import asyncio
import gc
import logging
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.screens.trainer import locking
from kiosk.visit import Visit
from kiosk.wording import number, words
from lessons.course import Choose, Lesson
from lessons.engine import Answer
from lessons.phrase import LANGUAGES, Language, joined
from tests.flet_session import FletSession
from tests.measured import cut_in
from tests.stage import PIN, SIZES, Stage
from tests.trainer_views import days_ago, views_of_the_trainer
from tests.views import show

pytestmark = pytest.mark.usefixtures("unhurried")
TODAY = datetime.now().astimezone().date()
EVERY_ADDRESS = (
    "today", "places", "learners", "groups/new", "learner/{her}", "learner/{her}/acts",
    "learner/{her}/note", "learner/{her}/family", "learner/{her}/group", "learner/{her}/same",
    "learner/{her}/secret", "learner/{her}/forget", "skills", "skills/hardest", "skills/tests",
    "attendance", "learner/{her}/tests",
)  # fmt: skip


async def at_the_desk(
    stage: Stage, route: str = "/trainer/today", size: tuple[int, int] = SIZES[0]
) -> FletSession:
    tablet = await stage.tablet("/trainer", size=size).start()
    for digit in PIN:
        await tablet.tap(f"trainer.pin:{digit}")
    await tablet.until(lambda: tablet.route == "/trainer/today")
    if route != "/trainer/today":
        await tablet.goto(route)
    return tablet


def sentence(tablet: FletSession) -> str:
    return tablet.label("screen.sentence")


def failed(stage: Stage, learner: str, times: int) -> tuple[Lesson, Choose]:
    lesson, step = stage.first_step(Choose)
    assert isinstance(step, Choose)
    stage.at_step(learner, lesson, step.id)
    wrong = next(each.id for each in step.options if not each.right)
    for _ in range(times):
        stage.room.learn(learner, lesson, Answer((wrong,)))
    return lesson, step


@pytest.mark.parametrize("address", EVERY_ADDRESS)
async def test_no_address_shows_anybody_without_the_pin(stage: Stage, address: str) -> None:
    _, her = stage.somebody(0)
    tablet = await stage.tablet(f"/trainer/{address.format(her=her)}").start()
    assert tablet.has("trainer.pin:0")
    assert not [each for each in tablet.identifiers() if her in each]


async def test_an_act_that_was_sent_after_the_trainer_left_does_nothing(stage: Stage) -> None:
    _, her = stage.somebody(0)
    tablet = await at_the_desk(stage, "/trainer/attendance")
    stale = tablet.find(f"trainer.mark:{her}")
    await tablet.tap("trainer.signout")
    await tablet.event(stale, "tap")
    await tablet.event(stale["content"], "click")
    assert not stage.room.records.attended(her)


async def test_what_is_done_with_people_is_refused_without_the_pin(stage: Stage) -> None:
    tablet = await at_the_desk(stage)
    visit = Visit(tablet.session.page, stage.kiosk, "another-tablet")
    with pytest.raises(PermissionError):
        _ = visit.people
    visit.trainer_id = stage.kiosk.desk.trainers[0].id
    assert visit.people is stage.kiosk.people


async def test_today_begins_with_who_is_stuck_and_on_what(stage: Stage) -> None:
    with days_ago(stage, 9):
        hers, gone = stage.somebody(2)
        stage.room.sign_out(hers)
    _, well = stage.somebody(1)
    _, stuck = stage.somebody(0)
    lesson, step = failed(stage, stuck, 2)
    tablet = await at_the_desk(stage)
    rows = [each for each in tablet.identifiers() if each.startswith("trainer.learner:")]
    assert rows == [f"trainer.learner:{each}" for each in (stuck, well, gone)]
    shown = tablet.text(rows[0])
    at = lesson.steps.index(step) + 1
    assert f"{lesson.title.ug} · {at}/{len(lesson.steps)}" in shown
    assert words("people.why-stuck").ug in tablet.label(rows[0])
    said = [words("people.here", count=number(2)), words("people.need-help", count=number(1))]
    assert sentence(tablet) == joined(said).ug


async def test_a_row_of_today_says_what_to_do_and_leads_to_her(stage: Stage) -> None:
    _, stuck = stage.somebody(0)
    failed(stage, stuck, 2)
    tablet = await at_the_desk(stage)
    await tablet.tap(f"trainer.learner:{stuck}")
    assert tablet.route == f"/trainer/learner/{stuck}"


async def test_when_nobody_came_that_is_told(stage: Stage) -> None:
    tablet = await at_the_desk(stage)
    assert sentence(tablet) == words("people.nobody-came").ug


async def test_the_places_stand_on_every_screen_and_lead_on(stage: Stage) -> None:
    stage.somebody(0)
    tablet = await at_the_desk(stage)
    for place, address in (
        ("trainer.learners", "learners"),
        ("trainer.skills", "skills"),
        ("trainer.attendance", "attendance"),
        ("trainer.today", "today"),
        ("trainer.voices", "voices"),
    ):
        await tablet.tap(place)
        assert tablet.route == f"/trainer/{address}"


async def test_on_a_phone_the_other_places_are_one_step_away(stage: Stage) -> None:
    tablet = await at_the_desk(stage, size=SIZES[-1])
    await tablet.tap("trainer.places")
    await tablet.tap("trainer.attendance")
    assert tablet.route == "/trainer/attendance"


async def test_a_group_is_made_by_a_picture_and_filters_people(stage: Stage) -> None:
    _, hers = stage.somebody(0)
    _, other = stage.somebody(1)
    tablet = await at_the_desk(stage, "/trainer/groups/new")
    await tablet.type("trainer.group-name", "Bakers")
    await tablet.tap("trainer.group-picture:oven")
    (group,) = stage.room.records.groups
    assert (group.picture, group.name) == ("oven", "Bakers")
    await tablet.goto(f"/trainer/learner/{hers}/group")
    await tablet.tap(f"trainer.group:{group.id}")
    assert tablet.route == f"/trainer/learner/{hers}"
    assert tablet.label("trainer.group") == "Bakers"
    await tablet.goto("/trainer/learners")
    await tablet.tap("trainer.groups")
    await tablet.tap(f"trainer.group:{group.id}")
    assert tablet.label("trainer.learners") == "1"
    assert tablet.has(f"trainer.learner:{hers}")
    assert not tablet.has(f"trainer.learner:{other}")
    await tablet.tap("trainer.groups")
    await tablet.tap("trainer.group:all")
    assert tablet.label("trainer.learners") == "2"


async def test_a_learner_can_leave_her_group(stage: Stage) -> None:
    _, hers = stage.somebody(0)
    group = stage.kiosk.people.new_group("sun")
    stage.kiosk.people.move(hers, group)
    tablet = await at_the_desk(stage, f"/trainer/learner/{hers}/group")
    await tablet.tap("trainer.group:none")
    card = stage.room.records.learner(hers)
    assert card is not None
    assert card.group == ""


async def test_people_are_filtered_by_family_and_language(stage: Stage) -> None:
    _, hers = stage.somebody(0)
    _, other = stage.somebody(1)
    stage.kiosk.people.name_family(hers, "Tursun")
    stage.room.speak_to(other, "zh")
    tablet = await at_the_desk(stage, "/trainer/learners")
    await tablet.tap("trainer.families")
    await tablet.tap("trainer.family:0")
    assert tablet.has(f"trainer.learner:{hers}")
    assert tablet.label("trainer.learners") == "1"
    await tablet.tap("trainer.languages")
    await tablet.tap("trainer.language:zh")
    assert tablet.label("trainer.learners") == "0"
    await tablet.tap("trainer.families")
    await tablet.tap("trainer.family:all")
    assert tablet.has(f"trainer.learner:{other}")


async def test_a_note_and_a_family_are_kept(stage: Stage) -> None:
    _, hers = stage.somebody(0)
    tablet = await at_the_desk(stage, f"/trainer/learner/{hers}/note")
    await tablet.type("trainer.note-text", "comes on foot")
    await tablet.tap("trainer.note-save")
    assert stage.room.records.note(hers) == "comes on foot"
    assert tablet.label("trainer.note") == "comes on foot"
    await tablet.goto(f"/trainer/learner/{hers}/family")
    await tablet.type("trainer.family-text", "Tursun")
    await tablet.tap("trainer.family-save")
    stage.begin_again()
    card = stage.room.records.learner(hers)
    assert card is not None
    assert card.family == "Tursun"


async def test_two_cards_become_one_after_a_question(stage: Stage) -> None:
    _, hers = stage.somebody(0)
    _, other = stage.somebody(1)
    tablet = await at_the_desk(stage, f"/trainer/learner/{hers}/same")
    assert not tablet.has(f"trainer.learner:{hers}")
    await tablet.tap(f"trainer.learner:{other}")
    await tablet.tap("trainer.same-no")
    assert len(stage.room.records.learners) == 2
    await tablet.tap(f"trainer.learner:{other}")
    await tablet.tap("trainer.same-yes")
    assert [each.id for each in stage.room.records.learners] == [hers]
    assert tablet.route == f"/trainer/learner/{hers}"


async def test_forgetting_is_asked_twice_and_yes_changes_its_side(stage: Stage) -> None:
    _, hers = stage.somebody(0)
    tablet = await at_the_desk(stage, f"/trainer/learner/{hers}/acts")
    await tablet.tap("trainer.forget")
    answers = [each for each in tablet.identifiers() if each.startswith("trainer.forget-")]
    await tablet.tap("trainer.forget-yes")
    assert stage.room.records.learners
    assert sentence(tablet) == words("people.forget-really").ug
    turned = [each for each in tablet.identifiers() if each.startswith("trainer.forget-")]
    assert turned == answers[::-1]
    await tablet.tap("trainer.forget-yes")
    assert tablet.route == "/trainer/learners"
    assert not stage.room.records.learners
    assert not [line for line in stage.written() if b"LearnerEnrolled" in line]


@pytest.mark.parametrize("yes_before", [0, 1])
async def test_no_at_either_question_deletes_nothing(stage: Stage, yes_before: int) -> None:
    _, hers = stage.somebody(0)
    tablet = await at_the_desk(stage, f"/trainer/learner/{hers}/forget")
    for _ in range(yes_before):
        await tablet.tap("trainer.forget-yes")
    await tablet.tap("trainer.forget-no")
    assert tablet.route == f"/trainer/learner/{hers}"
    assert stage.room.records.learner(hers)


async def test_who_is_forgotten_while_she_has_a_tablet_is_a_stranger_there(stage: Stage) -> None:
    tablet, hers = stage.somebody(0)
    session = await stage.tablet("/home", tablet).start()
    stage.kiosk.people.forget(hers)
    await session.goto("/lessons")
    assert session.has("home.new-learner")


async def test_forty_people_are_marked_by_a_tap_each_and_no_guest_is_among_them(
    stage: Stage,
) -> None:
    everybody = [stage.somebody(number)[1] for number in range(40)]
    guest = stage.room.welcome_guest("a-tablet", "ug")
    tablet = await at_the_desk(stage, "/trainer/attendance")
    turns = 0
    for learner in everybody:
        if not tablet.has(f"trainer.mark:{learner}"):
            await tablet.tap("trainer.faces-more")
            turns += 1
        await tablet.tap(f"trainer.mark:{learner}")
    assert tablet.label("trainer.came") == "40/40"
    assert turns <= 2
    assert not tablet.has(f"trainer.mark:{guest}")
    assert all(TODAY.isoformat() in stage.room.records.attended(each) for each in everybody)


async def test_a_second_tap_takes_a_mark_back(stage: Stage) -> None:
    _, hers = stage.somebody(0)
    tablet = await at_the_desk(stage, "/trainer/attendance")
    await tablet.tap(f"trainer.mark:{hers}")
    await tablet.tap(f"trainer.mark:{hers}")
    assert not stage.room.records.attended(hers)
    assert tablet.label("trainer.came") == "0/1"


async def test_yesterday_can_be_marked_and_tomorrow_cannot(stage: Stage) -> None:
    _, hers = stage.somebody(0)
    tablet = await at_the_desk(stage, "/trainer/attendance")
    for identifier in ("trainer.day-after", "trainer.day-before", f"trainer.mark:{hers}"):
        await tablet.tap(identifier)
    assert stage.room.records.attended(hers) == {(TODAY - timedelta(days=1)).isoformat()}


async def test_the_heat_map_tells_who_knows_what(stage: Stage) -> None:
    _, hers = stage.somebody(0)
    _, helped = stage.somebody(1)
    lesson, step = stage.first_step(Choose)
    for _ in range(3):
        stage.finish(hers, lesson)
    failed(stage, helped, 1)
    tablet = await at_the_desk(stage, "/trainer/skills")
    skill = f"{lesson.id}/lesson"
    assert tablet.label(f"trainer.mastery:{hers}/{skill}") == words("people.mastery-known").ug
    assert tablet.label(f"trainer.mastery:{helped}/{skill}") == words("people.mastery-helped").ug
    other = next(each for each in stage.room.course.lessons() if each is not lesson)
    assert tablet.label(f"trainer.mastery:{helped}/{other.id}/lesson") == (
        words("people.mastery-new").ug
    )
    await tablet.tap("trainer.hardest")
    hard = [each for each in tablet.identifiers() if each.startswith("trainer.hard:")]
    assert hard[0] == f"trainer.hard:{lesson.id}/{step.id}"
    assert words("people.tried", count=number(2)).ug in tablet.label(hard[0])
    assert words("people.first-try", count=number(1)).ug in tablet.label(hard[0])


async def test_no_more_than_25_people_are_on_a_page_of_the_heat_map(stage: Stage) -> None:
    for person in range(30):
        stage.somebody(person)
    tablet = await at_the_desk(stage, "/trainer/skills", (1280, 2600))
    rows = [each for each in tablet.identifiers() if each.startswith("trainer.row:")]
    assert len(rows) == 25
    await tablet.tap("trainer.rows-more")
    assert len([each for each in tablet.identifiers() if each.startswith("trainer.row:")]) == 5


async def test_the_desk_closes_by_itself_when_nobody_touches_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "LOCK_AFTER_S", 0.2)
    tablet = await stage.tablet("/trainer").start()
    for digit in PIN:
        await tablet.tap(f"trainer.pin:{digit}")
    await tablet.until(lambda: tablet.route == "/")
    kinds = [each.kind for each in stage.room.journal.envelopes()]
    assert kinds[-2:] == ["TrainerSignedIn", "TrainerSignedOut"]
    await tablet.goto("/trainer/today")
    assert tablet.has("trainer.pin:0")


async def test_what_watches_over_the_desk_ends_with_its_session(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(locking, "LOCK_AFTER_S", 0.3)
    tablet = await at_the_desk(stage, "/trainer/today")
    assert len(watches()) == 1
    await tablet.close()
    del tablet
    gc.collect()
    for _ in range(40):
        if not watches():
            break
        await asyncio.sleep(0.05)
    assert not watches()
    assert not [each for each in caplog.records if each.levelno >= logging.ERROR]
    # The session had ended: nobody left the desk, so nothing is written that says so.
    kinds = [each.kind for each in stage.room.journal.envelopes()]
    assert "TrainerSignedOut" not in kinds


def watches() -> list[asyncio.Task[None]]:
    tasks = asyncio.all_tasks()
    return [each for each in tasks if "_lock_when_forgotten" in repr(each.get_coro())]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_trainers_screen_is_cut_in_any_window(tmp_path: Path, language: Language) -> None:
    cut = []
    with Stage(tmp_path, language) as stage:
        for view in views_of_the_trainer(stage):
            for size in SIZES:
                tablet = await stage.tablet(view.route, view.tablet, size).start()
                await show(tablet, view)
                cut += [f"{view.name} {size}: {each}" for each in cut_in(tablet, size)]
                await tablet.close()
    assert not cut, "\n".join(cut)
