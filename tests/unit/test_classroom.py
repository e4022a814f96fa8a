"""The one way from a tap to the journal: the disk first, and the same again after a restart."""

import random
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from demo_store import commands as do
from demo_store.selling.next_step import next_step, setup_step
from demo_store.village.commands import AtStore, JoinVillage
from demo_store.world.catalogue import load_catalogue
from kiosk.app import COURSE
from kiosk.classroom import Classroom, Enrolment
from kiosk.progress.errors import NotSaved
from kiosk.progress.journal import JOURNAL_NAME, Envelope, Journal
from kiosk.progress.kinds import Event
from kiosk.progress.records import Records
from lessons.course import Course, Practice, Tell
from lessons.engine import Answer, AskHint, Begin, GoOn, current_step
from lessons.loader import load_course
from tests.stage import SECRET, Stage, right_answer


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with Stage(tmp_path) as stage:
        yield stage


def everything(room: Classroom, learner: str) -> tuple[object, ...]:
    """All that a restart has to bring back."""
    return (
        room.store(learner),
        room.village(learner),
        list(room.lesson_states(learner).items()),
        room.next_thing(learner),
        room.records.learner(learner),
        room.records.summary(learner),
    )


def seqs(stage: Stage) -> list[int]:
    return [envelope.seq for envelope in stage.room.journal.envelopes()]


class WatchedJournal(Journal):
    """A real journal that looks, as soon as a line is written, at what memory says."""

    looks: Callable[[Sequence[Event]], None] = staticmethod(lambda _: None)

    def append(self, learner: str | None, events: Sequence[Event]) -> tuple[Envelope, ...]:
        written = super().append(learner, events)
        self.looks(events)
        return written


def test_every_event_is_on_the_disk_before_it_is_in_memory(tmp_path: Path) -> None:
    course = load_course(COURSE).course
    with WatchedJournal.open(tmp_path) as journal:
        room = Classroom(course, load_catalogue(), journal, Records())
        looked = []

        def look(events: Sequence[Event]) -> None:
            files = [tmp_path / JOURNAL_NAME, *(tmp_path / "learners").iterdir()]
            lasts = [file.read_bytes().splitlines()[-1] for file in files]
            assert any(type(events[-1]).__name__.encode() in last for last in lasts)
            known = [each for _, each in memory(room)]
            inner = [getattr(event, "event", event) for event in events]
            assert not any(event is each for event in inner for each in known)
            looked.append(len(events))

        journal.looks = look  # type: ignore[method-assign]
        room.choose_language("a-tablet", "zh")
        learner = room.enrol("a-tablet", Enrolment("learner-01", "nang", "zh"))
        lesson = next(course.lessons())
        room.learn(learner, lesson, Begin())
        room.learn(learner, lesson, GoOn())
        room.trade(learner, do.AddProduct("nang"))
        room.open_village(learner)
        room.work_in_village(learner, AtStore(do.AcceptOrder("o1")))
        room.secret_failed(learner)
        room.sign_out("a-tablet")
        assert len(looked) == 9


def memory(room: Classroom) -> Iterator[tuple[str, object]]:
    for learner in room.records.learners:
        for event in (
            *room.records.lesson_events(learner.id),
            *room.records.store_events(learner.id),
            *room.records.village_events(learner.id),
        ):
            yield learner.id, event


def acts(stage: Stage, learner: str) -> list[Callable[[], object]]:
    """Everything that writes."""
    room, lesson = stage.room, next(stage.room.course.lessons())
    return [
        lambda: room.choose_language("a-tablet", "en"),
        lambda: room.enrol("another", Enrolment("learner-02", "eggs", "ug")),
        lambda: room.welcome_guest("another", "ug"),
        lambda: room.sign_in("another", learner),
        lambda: room.sign_out(room_tablet(stage, learner)),
        lambda: room.secret_failed(learner),
        lambda: room.learn(learner, lesson, Begin()),
        lambda: room.trade(learner, do.AddProduct("nang")),
        lambda: room.open_village(learner),
        lambda: room.work_in_village(learner, JoinVillage("family")),
        lambda: room.write_for_tablet([]) or room.choose_language("a-tablet", "zh"),
    ]


def room_tablet(stage: Stage, learner: str) -> str:
    return next(t for t, who in stage.room.records._signed_in.items() if who == learner)


def test_what_cannot_be_saved_changes_nothing_and_can_be_done_later(stage: Stage) -> None:
    tablet, learner = stage.somebody()
    count = len(acts(stage, learner))
    for number in range(count):
        with stage.full_disk():
            before = everything(stage.room, learner)
            who = stage.room.signed_in(tablet), stage.room.signed_in("another")
            people, written = stage.room.records.learners, seqs(stage)
            with pytest.raises(NotSaved):
                acts(stage, learner)[number]()
            assert everything(stage.room, learner) == before
            assert (stage.room.signed_in(tablet), stage.room.signed_in("another")) == who
            assert (stage.room.records.learners, seqs(stage)) == (people, written)
    acts(stage, learner)[6]()
    assert stage.room.lesson_states(learner)


def test_a_new_kiosk_on_the_same_folder_knows_the_same(stage: Stage) -> None:
    tablet, learner = stage.somebody(1, SECRET)
    stage.selling(learner)
    stage.order_at(learner, "pack")
    lesson, step = stage.first_step(Practice)
    stage.at_step(learner, lesson, step.id)
    stage.room.learn(learner, lesson, AskHint())
    before, who = everything(stage.room, learner), stage.room.signed_in(tablet)
    stage.begin_again()
    assert everything(stage.room, learner) == before
    assert stage.room.signed_in(tablet) == who
    assert stage.room.language_of("unknown-tablet") == "ug"


@pytest.mark.parametrize("seed", range(4))
def test_whatever_she_does_a_restart_at_any_moment_brings_it_back(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    with Stage(tmp_path) as stage:
        _, learner = stage.somebody(seed)
        for act in range(60):
            anything(stage, learner, chance)
            if act % 15 == 14:
                before = everything(stage.room, learner)
                stage.begin_again()
                assert everything(stage.room, learner) == before


def anything(stage: Stage, learner: str, chance: random.Random) -> None:
    """One thing a person could do now, in a lesson or in her store."""
    room = stage.room
    lesson = chance.choice(list(room.course.lessons())[:2])
    state = room.lesson_state(learner, lesson.id)
    step = current_step(lesson, state) if state else None
    choices: list[Callable[[], object]] = [
        lambda: room.learn(learner, lesson, Begin()),
        lambda: room.learn(learner, lesson, GoOn()),
        lambda: room.learn(learner, lesson, AskHint()),
        lambda: room.trade(learner, do.EndDay(), lesson),
        lambda: room.trade(learner, do.ViewAsBuyer(), lesson),
        lambda: room.trade(learner, do.AddProduct(chance.choice(["nang", "eggs"])), lesson),
    ]
    if step is not None and not isinstance(step, Tell | Practice):
        choices += [lambda: room.learn(learner, lesson, Answer(right_answer(step)))] * 4
    for product in room.store(learner).products:
        setup: dict[str | None, do.StoreCommand] = {
            "photo": do.ChoosePhoto(product.id, "nang"),
            "name": do.SayName(product.id),
            "made": do.MakeStock(product.id, 12),
            "price": do.SetPrice(product.id, 350),
            "publish": do.Publish(product.id),
        }
        if command := setup.get(setup_step(product)):
            choices += [lambda command=command: room.trade(learner, command, lesson)] * 3  # type: ignore[misc]
    for order in room.store(learner).orders:
        if step_of := next_step(room.store(learner), order):
            choices += [lambda order=order, s=step_of: work(stage, learner, order.id, s)] * 2  # type: ignore[misc]
    chance.choice(choices)()


def work(stage: Stage, learner: str, order: str, step: str) -> None:
    commands: dict[str, do.StoreCommand] = {
        "accept": do.AcceptOrder(order), "collect": do.CollectOrder(order),
        "check": do.CheckOrder(order), "stamp": do.StampOrder(order),
        "pack": do.PackOrder(order, "bag"), "label": do.LabelOrder(order),
        "ship": do.ShipOrder(order, "road"), "wait": do.EndDay(),
        "make": do.MakeStock(stage.room.store(learner).products[0].id, 20),
    }  # fmt: skip
    stage.room.trade(learner, commands[step])


def practices() -> list[tuple[str, str]]:
    return [
        (lesson.id, step.id)
        for lesson in load_course(COURSE).course.lessons()
        for step in lesson.steps
        if isinstance(step, Practice)
    ]


@pytest.mark.parametrize(("lesson_id", "step_id"), practices())
def test_preparing_a_practice_twice_adds_nothing_the_second_time(
    stage: Stage, lesson_id: str, step_id: str
) -> None:
    _, learner = stage.somebody()
    lesson = stage.lesson(lesson_id)
    stage.at_step(learner, lesson, step_id)
    stage.room.prepare(learner, lesson)
    before = seqs(stage)
    stage.room.prepare(learner, lesson)
    stage.begin_again()
    stage.room.prepare(learner, stage.lesson(lesson_id))
    assert seqs(stage) == before


def test_an_order_declined_in_practice_is_followed_by_another_one_in_one_piece(
    stage: Stage,
) -> None:
    _, learner = stage.somebody()
    lesson = stage.lesson("my-first-order")
    stage.at_step(learner, lesson, "accept")
    lines = len(stage.written())
    stage.room.trade(learner, do.DeclineOrder("o1"), lesson)
    states = [order.state for order in stage.room.store(learner).orders]
    assert states == ["declined", "placed"]
    assert len(stage.written()) == lines + 1


def test_an_order_declined_outside_a_lesson_stays_declined(stage: Stage) -> None:
    _, learner = stage.somebody()
    stage.selling(learner)
    count = len(stage.room.store(learner).orders)
    stage.room.trade(learner, do.DeclineOrder("o1"))
    assert len(stage.room.store(learner).orders) == count


def test_guests_begin_anew_and_bake(stage: Stage) -> None:
    first = stage.room.welcome_guest("a-tablet", "zh")
    stage.room.learn(first, next(stage.room.course.lessons()), Begin())
    second = stage.room.welcome_guest("a-tablet", "zh")
    assert first != second
    assert not stage.room.lesson_states(second)
    assert stage.room.product_kind(second) == "nang"
    signed_in = stage.room.signed_in("a-tablet")
    assert signed_in is not None
    assert (signed_in.id, signed_in.guest) == (second, True)


def test_nobody_is_signed_in_on_a_tablet_that_was_never_used(stage: Stage) -> None:
    assert stage.room.signed_in(str(uuid.uuid4())) is None
    stage.room.sign_out(str(uuid.uuid4()))


def test_the_events_of_a_lesson_that_is_no_more_are_kept_and_do_no_harm(stage: Stage) -> None:
    _, learner = stage.somebody()
    for lesson in stage.room.course.lessons():
        stage.finish(learner, lesson)
    unit = stage.room.course.units[0]
    shorter = Course((type(unit)(unit.id, unit.title, unit.picture, unit.lessons[1:]),))
    journal = stage.room.journal
    records = Records.rebuilt(journal.envelopes())
    room = Classroom(shorter, stage.room.catalogue, journal, records)
    assert list(room.lesson_states(learner)) == [lesson.id for lesson in shorter.lessons()]
    assert room.next_thing(learner).kind == "store"


def test_learners_who_act_at_the_same_moment_lose_nothing(stage: Stage) -> None:
    people = [stage.somebody(number)[1] for number in range(4)]
    lesson = next(stage.room.course.lessons())

    def busy(learner: str) -> None:
        stage.room.learn(learner, lesson, Begin())
        for _ in range(8):
            stage.room.trade(learner, do.EndDay())
            stage.room.learn(learner, lesson, GoOn())

    with ThreadPoolExecutor(4) as tablets:
        list(tablets.map(busy, people))
    before = [everything(stage.room, learner) for learner in people]
    assert [stage.room.store(learner).day for learner in people] == [9, 9, 9, 9]
    assert seqs(stage) == sorted(set(seqs(stage)))
    stage.begin_again()
    assert [everything(stage.room, learner) for learner in people] == before


def test_many_guesses_of_secret_pictures_at_once_gain_nothing(stage: Stage) -> None:
    _, learner_id = stage.somebody(0, SECRET)
    learner = stage.room.records.learner(learner_id)
    assert learner is not None
    guesses = [("sun", "sun", name) for name in ("sun", "moon", "star", "apple", "fish", "cat")]
    with ThreadPoolExecutor(6) as guessers:
        knocks = list(guessers.map(lambda g: stage.room.try_secret(learner, g), guesses))
    assert [knock.result for knock in knocks].count("wrong") == 3
    assert stage.room.try_secret(learner, SECRET).result == "wait"


def test_her_secret_pictures_are_tried_in_her_sequence(stage: Stage) -> None:
    _, learner_id = stage.somebody(0, SECRET)
    learner = stage.room.records.learner(learner_id)
    assert learner is not None
    assert stage.room.try_secret(learner, SECRET).result == "open"
    wrong = stage.room.try_secret(learner, tuple(reversed(SECRET)))
    assert (wrong.result, wrong.wait_s) == ("wrong", 0)
