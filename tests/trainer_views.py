"""The trainer's screens, with a village of people: some here, some stuck, some gone for long."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import get_args

from demo_store import commands as do
from kiosk.progress.events import ClipHeard, Depth
from lessons import events
from lessons.course import Choose, Lesson
from lessons.engine import Answer, AskHint
from tests.stage import PIN, SECRET, Stage
from tests.view import View

_SETTINGS = ("idle", "languages", "pace", "loudness", "text", "place")
ENTER = tuple(f"trainer.pin:{digit}" for digit in PIN)


@contextmanager
def days_ago(stage: Stage, days: float) -> Iterator[None]:
    """What happens inside happened so long ago."""
    journal = stage.room.journal
    clock = journal._clock
    journal._clock = lambda: datetime.now(UTC) - timedelta(days=days)
    yield
    journal._clock = clock


_ALIKE = 23
"""Nobody else in the views has this picture: two cards of one person stand side by side."""


def village(stage: Stage) -> list[str]:
    """Sixteen people in two groups, at different places of the course; gives their ids."""
    people = stage.kiosk.people
    groups = [people.new_group("sun"), people.new_group("oven")]
    lessons = list(stage.room.course.lessons())
    learners = []
    for number in range(16):
        with days_ago(stage, (number % 4) * 4):
            tablet, learner = stage.somebody(number, SECRET if number == 0 else ())
            _learned(stage, learner, lessons, number)
            _tested(stage, learner, number)
            if number % 3:
                stage.room.sign_out(tablet)
        learners.append(learner)
        people.move(learner, groups[number % 2])
        if number % 3 == 0:
            people.name_family(learner, ("Tursun", "Rozi", "Hoshur")[number % 9 // 3])
        for back in range(number % 5):
            day = (datetime.now().astimezone() - timedelta(days=back)).date()
            people.mark(learner, day.isoformat(), True)
    people.note(learners[0], "asks good questions")
    depths = get_args(Depth)
    sayables = stage.kiosk.voices.to_record(stage.language).phrases
    for place, each in enumerate(sayables[::9][:30]):
        heard = ClipHeard(each.key, stage.language, depths[place % len(depths)], 900)
        stage.room.heard(learners[0], heard)
    stage.room.adjust_voice(learners[0], "normal", "normal")  # with which it is written
    return learners


def _learned(stage: Stage, learner: str, lessons: list[Lesson], number: int) -> None:
    for lesson in lessons[: number % 4]:
        stage.finish(learner, lesson)
    lesson, step = stage.first_step(Choose)
    if number % 4 == 0:
        stage.at_step(learner, lesson, step.id)
        assert isinstance(step, Choose)
        wrong = next(each.id for each in step.options if not each.right)
        for _ in range(number % 3 + 1):
            stage.room.learn(learner, lesson, Answer((wrong,)))
    elif number % 4 == 1:
        following = lessons[1]
        stage.at_step(learner, following, following.steps[4].id)
        stage.room.learn(learner, following, AskHint())
    elif number % 4 == 3:
        stage.selling(learner)
        stage.trade(learner, do.EndDay())


def _tested(stage: Stage, learner: str, number: int) -> None:
    """The tests before and after a few units, not all of which everybody has come to."""
    units = [unit for unit in stage.room.course.units if unit.test][: 8 - number % 5]
    done = [
        events.TestStepEnded(unit.id, when, step.id, (number + place) % 4 < limit)
        for place, unit in enumerate(units)
        for when, limit in (("before", 1), ("after", 3))
        if when == "before" or place < 5
        for step in unit.test
    ]
    stage.room._write(learner, done)


def way_in(stage: Stage) -> tuple[str, ...]:
    """The taps that open the door of a kiosk with two trainers; the second comes if need be."""
    if len(stage.kiosk.desk.trainers) < 2:
        stage.kiosk.team.add("1379", "learner-02", "Gul")
    return (f"trainer.who:{stage.kiosk.desk.trainers[0].id}", *ENTER)


def views_of_the_trainer(stage: Stage) -> Iterator[View]:
    """Every screen behind the PIN but the recording of voices."""
    learners = village(stage)
    enter = way_in(stage)
    own, other = (each.id for each in stage.kiosk.desk.trainers)
    tablet, _ = stage.somebody(0)
    stage.room.sign_out(tablet)
    stage.room.choose_language(tablet, stage.language)
    hers = f"/trainer/learner/{learners[0]}"
    yield View("trainer-today", "/trainer", tablet, enter)
    for name, route in (
        ("places", "/trainer/places"),
        ("learners", "/trainer/learners"),
        ("group-new", "/trainer/groups/new"),
        ("learner", hers),
        ("learner-seller", f"/trainer/learner/{learners[3]}"),
        ("acts", f"{hers}/acts"),
        ("heard", f"{hers}/heard"),
        ("note", f"{hers}/note"),
        ("family", f"{hers}/family"),
        ("group", f"{hers}/group"),
        ("same", f"{hers}/same"),
        ("secret", f"{hers}/secret"),
        ("forget", f"{hers}/forget"),
        ("skills", "/trainer/skills"),
        ("hardest", "/trainer/skills/hardest"),
        ("tests", "/trainer/skills/tests"),
        ("learner-tests", f"{hers}/tests"),
        ("attendance", "/trainer/attendance"),
        ("attendance-days", "/trainer/attendance/days"),
        ("papers", "/trainer/papers"),
        ("bring", "/trainer/bring"),
        ("tablets", "/trainer/tablets"),
        ("settings", "/trainer/settings"),
        *((f"settings-{each}", f"/trainer/settings/{each}") for each in _SETTINGS),
    ):
        yield View(f"trainer-{name}", "/trainer", tablet, (*enter, f"@{route}"))
    to_people = (*enter, "@/trainer/learners")
    for kind in ("groups", "families", "languages"):
        yield View(f"trainer-{kind}", "/trainer", tablet, (*to_people, f"trainer.{kind}"))
    sure = (*enter, f"@{hers}/secret", "trainer.clear-secret")
    yield View("trainer-secret-sure", "/trainer", tablet, sure, variant=True)
    really = (*enter, f"@{hers}/forget", "trainer.forget-yes")
    yield View("trainer-forget-really", "/trainer", tablet, really, variant=True)
    (_, one), (_, twin) = stage.somebody(_ALIKE), stage.somebody(_ALIKE)
    asked = (*enter, f"@/trainer/learner/{one}/same", f"trainer.learner:{twin}")
    yield View("trainer-same-sure", "/trainer", tablet, asked, variant=True)
    yield from _views_of_the_team(tablet, enter, own, other)


def _views_of_the_team(tablet: str, enter: tuple[str, ...], own: str, other: str) -> Iterator[View]:
    """The door with two trainers, and what is behind it of them."""
    yield View("trainer-who", "/trainer", tablet)
    for name, page in (
        ("team", ""),
        ("team-new", "/new"),
        ("team-own", f"/member/{own}"),
        ("team-other", f"/member/{other}"),
        ("team-other-pin", f"/member/{other}/pin"),
        ("team-remove", f"/member/{other}/remove"),
        ("team-pin", "/pin"),
    ):
        yield View(f"trainer-{name}", "/trainer", tablet, (*enter, f"@/trainer/team{page}"))
    named = (*enter, "@/trainer/team/new", "enrol.picture:3")
    yield View("trainer-team-name", "/trainer", tablet, named)
    yield View("trainer-team-their-pin", "/trainer", tablet, (*named, "trainer.team-done"))
