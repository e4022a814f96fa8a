"""A whole kiosk on a folder, people placed at any step, and tablets in front of it.

Everything is real (journal, course, speech) but the browser. People come to their places by the
engines, through the classroom, as by taps; so a place is always one that can be reached.
"""

import errno
import os
import random
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Self

import pytest

from audio.sounds.wav import wav_file
from demo_store import commands as do
from demo_store.commands import StoreCommand
from demo_store.events import StoreEvent
from demo_store.practice.scenes import bring
from demo_store.selling.next_step import next_step
from kiosk.app import COURSE, Kiosk, build
from kiosk.classroom import Enrolment
from kiosk.content import Content, load_content
from kiosk.progress import durable
from kiosk.progress.journal import JOURNAL_NAME
from lessons.answering import right_answer
from lessons.course import InStore, Lesson, Step, Told
from lessons.engine import Answer, Begin, GoOn, StoreHappened, current_step
from lessons.phrase import Language
from tests.flet_session import FletSession
from tests.sounds import tone

PIN = "2580"
SECRET = ("sun", "cat", "fish")
SIZES = ((1280, 800), (1024, 600), (800, 1280), (360, 740))
NAMES = ("رەيھان", "تۇرسۇن", "ئايگۈل", "", "گۈلنار")
KINDS = ("nang", "eggs", "honey", "cotton-quilt", "raisins")


@cache
def own_content() -> Content:
    """What the kiosk brings with it: the same on every stage, so it is read once."""
    return load_content()


class Stage:
    """A kiosk on ``data``; `close` it, or use it as a context."""

    def __init__(
        self, data: Path, language: Language = "ug", course: Path = COURSE, *, pin: bool = True
    ) -> None:
        self.data, self.language, self._course = data, language, course
        self.kiosk = self._built()
        self.room = self.kiosk.classroom
        if pin and not self.kiosk.desk.has_pin:
            self.kiosk.desk.set_first_pin(PIN)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kiosk.close()

    def begin_again(self) -> None:
        """Another kiosk on the same folder, as after a power cut."""
        self.kiosk.close()
        self.kiosk = self._built()
        self.room = self.kiosk.classroom

    def _built(self) -> Kiosk:
        own = own_content() if self._course == COURSE else None
        # However long a slow machine takes, nobody is asked whether she is still there.
        return replace(build(self.data, self._course, own), clock=lambda: 0.0)

    # -- tablets

    def tablet(
        self,
        route: str = "/",
        tablet: str = "",
        size: tuple[int, int] = SIZES[0],
        *,
        raise_errors: bool = True,
        **answers: Any,
    ) -> FletSession:
        """A browser in front of the kiosk; ``answers`` as in FletSession."""
        tablet = tablet or str(uuid.uuid4())
        if self.room.language_of(tablet) != self.language and not self.room.signed_in(tablet):
            self.room.choose_language(tablet, self.language)
        return FletSession(
            self.kiosk.main,
            route,
            *size,
            tablet=tablet,
            answers=answers,
            raise_errors=raise_errors,
        )

    @contextmanager
    def full_disk(self) -> Iterator[None]:
        """Every file of the kiosk's records takes half of what it is given, and then no more."""

        def half(fd: int, data: bytes) -> None:
            os.write(fd, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(durable, "write_all", half)
            yield

    def written(self) -> list[bytes]:
        """All lines of the journal: the tablet's and every learner's."""
        files = [self.data / JOURNAL_NAME, *(self.data / "learners").glob("*.log")]
        return [line for file in files for line in file.read_bytes().splitlines()]

    def recorded(self, key: str, voice: str) -> None:
        """Somebody said this phrase of the kiosk into the tablet."""
        sound = wav_file(tone(1.2).values, 24_000)
        take = self.kiosk.voices.brought(f"{key}.wav", sound, self.language, voice)
        self.kiosk.voices.keep([(take.card, take.sound)])

    # -- people

    def somebody(self, number: int = 0, secret: tuple[str, ...] = ()) -> tuple[str, str]:
        """A new learner on a tablet of her own: (tablet, learner)."""
        tablet = str(uuid.uuid4())
        enrolment = Enrolment(
            picture=f"learner-{number % 24 + 1:02d}",
            product_kind=KINDS[number % len(KINDS)],
            language=self.language,
            name=NAMES[number % len(NAMES)],
            secret=secret,
        )
        return tablet, self.room.enrol(tablet, enrolment)

    def lesson(self, lesson_id: str) -> Lesson:
        lesson = self.room.course.lesson(lesson_id)
        assert lesson is not None, lesson_id
        return lesson

    def first_step(self, *kinds: type[Step]) -> tuple[Lesson, Step]:
        """The first step of the course that is of one of these kinds."""
        return next(
            (lesson, step)
            for lesson in self.room.course.lessons()
            for step in lesson.steps
            if isinstance(step, kinds)
        )

    def at_step(self, learner: str, lesson: Lesson, step_id: str, *, done: bool = False) -> None:
        """Leads her to a step, every answer right."""
        self.room.learn(learner, lesson, Begin())
        while True:
            state = self.room.lesson_state(learner, lesson.id)
            assert state is not None
            here = current_step(lesson, state)
            if here.id == step_id and not done:
                return
            if isinstance(here, InStore):
                names = tuple(goal.any_of[0] for goal in here.goals)
                self.room.learn(learner, lesson, StoreHappened(names))
            elif not isinstance(here, Told):
                self.room.learn(learner, lesson, Answer(right_answer(here)))
            if here.id == step_id:
                return
            self.room.learn(learner, lesson, GoOn())

    def finish(self, learner: str, lesson: Lesson) -> None:
        self.at_step(learner, lesson, lesson.steps[-1].id, done=True)
        self.room.learn(learner, lesson, GoOn())

    def trade(self, learner: str, *commands: StoreCommand) -> None:
        for command in commands:
            self.room.trade(learner, command)

    def selling(self, learner: str, made: int = 40) -> None:
        """Her first product is on sale, and one morning there is an order."""
        kind = self.room.catalogue.kind(self.room.product_kind(learner))
        middle = (kind.price_fen.low + kind.price_fen.high) // 20 * 10
        self.trade(learner, do.AddProduct(kind.id), do.ChoosePhoto("p1", kind.picture))
        self.trade(learner, do.SayName("p1"), do.MakeStock("p1", made), do.SetPrice("p1", middle))
        self.trade(learner, do.Publish("p1"), do.EndDay())
        while not self.room.store(learner).orders:
            self.trade(learner, do.EndDay())

    def asked(self, learner: str, question: str) -> str:
        """A buyer asks this now, of what she sells where it can be; gives the message's id."""
        kind, chance = self.room.product_kind(learner), random.Random(1)
        store = self.room.store(learner)
        self._happen(
            learner, bring(self.room.catalogue, store, f"message:{question}", chance, kind)
        )
        return self.room.store(learner).messages[-1].id

    def troubled(self, learner: str, trouble: str) -> str:
        """This trouble comes now; gives its id."""
        kind, chance = self.room.product_kind(learner), random.Random(1)
        store = self.room.store(learner)
        self._happen(learner, bring(self.room.catalogue, store, f"trouble:{trouble}", chance, kind))
        return self.room.store(learner).troubles[-1].id

    def _happen(self, learner: str, events: Iterable[StoreEvent]) -> None:
        """What chance or a lesson may bring, without waiting for it."""
        self.room._write(learner, events)

    def order_at(self, learner: str, step: str | None) -> str:
        """Works on her oldest order until this is its next step; None: until it is over."""
        order_id = self.room.store(learner).orders[0].id
        while True:
            store = self.room.store(learner)
            order = store.order(order_id)
            assert order is not None
            here = next_step(store, order)
            if here == step:
                return order_id
            assert here is not None, f"{step} never came"
            self.trade(learner, _command(here, order_id, order.product))


def spoken(tablet: FletSession) -> int:
    """How many sentences the browser was told to begin."""
    return sum(call.name in ("resume", "play") for call in tablet.calls if call.control == "Audio")


def _command(step: str, order: str, product: str) -> StoreCommand:
    commands: dict[str, StoreCommand] = {
        "accept": do.AcceptOrder(order),
        "make": do.MakeStock(product, 60),
        "collect": do.CollectOrder(order),
        "check": do.CheckOrder(order),
        "stamp": do.StampOrder(order),
        "pack": do.PackOrder(order, "padded-box"),
        "label": do.LabelOrder(order),
        "ship": do.ShipOrder(order, "air"),
        "wait": do.EndDay(),
    }
    return commands[step]
