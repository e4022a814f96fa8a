"""A whole kiosk on a folder, people placed at any step, and tablets in front of it.

Everything is real (journal, course, speech) but the browser. People come to their places by the
engines, through the classroom, as by taps; so a place is always one that can be reached.
"""

import resource
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from demo_store import commands as do
from demo_store.commands import StoreCommand
from demo_store.next_step import next_step
from kiosk.app import COURSE, build
from kiosk.classroom import Enrolment
from kiosk.progress.journal import JOURNAL_NAME
from kiosk.screens.learner.lesson_place import inside_store
from lessons.course import Choose, Lesson, Money, Order, Practice, Step, Tell
from lessons.engine import Answer, AskHint, Begin, GoOn, StoreHappened, current_step
from lessons.events import StepAnswered
from lessons.phrase import Language
from tests.flet_session import FletSession

PIN = "2580"
SECRET = ("sun", "cat", "fish")
SIZES = ((1280, 800), (1024, 600), (800, 1280), (360, 740))
NAMES = ("رەيھان", "تۇرسۇن", "ئايگۈل", "", "گۈلنار")
KINDS = ("nang", "eggs", "honey", "cotton-quilt", "raisins")


@dataclass(frozen=True)
class View:
    """A screen: its address, whose tablet shows it, and the taps that lead on from there."""

    name: str
    route: str
    tablet: str = ""
    taps: tuple[str, ...] = ()
    """Identifiers; ``@`` and an address goes there in the same session."""
    variant: bool = False
    """The same screen as another one, with more or less help on it."""


class Stage:
    """A kiosk on ``data``; `close` it, or use it as a context."""

    def __init__(
        self, data: Path, language: Language = "ug", course: Path = COURSE, *, pin: bool = True
    ) -> None:
        self.data, self.language, self._course = data, language, course
        self.kiosk = build(data, course)
        self.room = self.kiosk.classroom
        if self.room.records.language(self.room.journal.tablet) != language:
            self.room.choose_language(language)
        if pin and not self.kiosk.desk.has_pin:
            self.kiosk.desk.set_first_pin(PIN)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kiosk.close()

    def begin_again(self) -> None:
        """Another kiosk on the same folder, as after a power cut."""
        self.kiosk.close()
        self.kiosk = build(self.data, self._course)
        self.room = self.kiosk.classroom

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
        return FletSession(
            self.kiosk.main,
            route,
            *size,
            tablet=tablet or str(uuid.uuid4()),
            answers=answers,
            raise_errors=raise_errors,
        )

    @contextmanager
    def full_disk(self) -> Iterator[None]:
        """No file can grow beyond what the journal has now: its next line finds no room."""
        journal = self.data / JOURNAL_NAME
        # Everything else that is written meanwhile (clips, logs) is smaller than this.
        padding = StepAnswered("none", "none", ("x" * 3_000_000,), True)
        self.room.journal.append("nobody", [padding])
        now, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (journal.stat().st_size, most))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (now, most))

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
            if isinstance(here, Practice):
                names = tuple(goal.any_of[0] for goal in here.goals)
                self.room.learn(learner, lesson, StoreHappened(names))
            elif not isinstance(here, Tell):
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

    # -- every screen

    def views(self) -> list[View]:
        """Every screen there is, each in its states; people are made for it."""
        return [*self._for_all(), *self._of_lessons(), *self._of_the_store()]

    def _for_all(self) -> Iterator[View]:
        tablet, _ = self.somebody(0)
        yield View("home", "/home", tablet)
        yield View("lessons", "/lessons", tablet)
        yield View("not-here", "/nothing/here", tablet)
        yield View("lesson-gone", "/lesson/no-such-lesson", tablet)
        yield View("lesson-cover", "/lesson/a-fair-price", tablet)
        guest = str(uuid.uuid4())
        self.room.welcome_guest(guest, self.language)
        yield View("home-guest", "/home", guest)
        for number in range(1, 20):  # more than one page of people
            self.somebody(number)
        _, secret = self.somebody(2, SECRET)
        yield View("start", "/")
        yield View("secret", f"/secret/{secret}")
        yield View("not-signed-in", "/home")
        yield View("enrol-picture", "/enrol")
        yield View("enrol-product", "/enrol", taps=("enrol.picture:1",))
        finish = ("enrol.picture:1", "enrol.product:nang")
        yield View("enrol-finish", "/enrol", taps=finish)
        yield View("enrol-secret", "/enrol", taps=(*finish, "enrol.secret"))
        yield View("trainer-door", "/trainer")
        pin = tuple(f"trainer.pin:{digit}" for digit in PIN)
        yield View("trainer-learners", "/trainer", taps=pin)
        yield View(
            "trainer-learner",
            f"/trainer/learner/{secret}",
            taps=(*pin, f"@/trainer/learner/{secret}"),
        )

    def _of_lessons(self) -> Iterator[View]:
        for kind in (Tell, Choose, Order, Money):
            lesson, step = self.first_step(kind)
            for hints, name in enumerate(("new", "hint", "hand", "shown", "done")):
                if kind is Tell and name != "new":
                    continue
                tablet, learner = self.somebody(0)
                self.at_step(learner, lesson, step.id, done=name == "done")
                for _ in range(hints if name != "done" else 0):
                    self.room.learn(learner, lesson, AskHint())
                named = f"{kind.__name__.lower()}-{name}"
                small = name in ("hint", "shown")
                yield View(named, f"/lesson/{lesson.id}", tablet, variant=small)
        lesson, _ = self.first_step(Tell)
        tablet, learner = self.somebody(0)
        self.finish(learner, lesson)
        yield View("lesson-finished", f"/lesson/{lesson.id}", tablet)
        yield from self._of_practice()

    def _of_practice(self) -> Iterator[View]:
        seen = set()
        for lesson in self.room.course.lessons():
            for step in lesson.steps:
                if isinstance(step, Practice) and step.screen not in seen:
                    seen.add(step.screen)
                    yield from self._of_practice_step(lesson, step)

    def _of_practice_step(self, lesson: Lesson, step: Practice) -> Iterator[View]:
        named, own = f"practice-{step.screen}", f"/lesson/{lesson.id}"
        for name in ("new", "hand", "done"):
            tablet, learner = self.somebody(1)
            self.at_step(learner, lesson, step.id)
            kind = self.room.product_kind(learner)
            inside = inside_store(self.room.store(learner), step, kind)
            if name == "hand":
                self.room.learn(learner, lesson, AskHint())
                self.room.learn(learner, lesson, AskHint())
            elif name == "done":
                self.at_step(learner, lesson, step.id, done=True)
            route = f"{own}/store{inside}"
            yield View(f"{named}-{name}", route, tablet, variant=name == "done")
        yield View(f"{named}-door", own, tablet, variant=step.screen != "start")

    def _of_the_store(self) -> Iterator[View]:
        tablet, _ = self.somebody(1)
        for name in ("", "products", "add", "orders", "buyer", "money", "messages"):
            yield View(f"store-empty-{name}", f"/store/{name}".rstrip("/"), tablet)
        yield View("product-gone", "/store/product/p9", tablet)
        yield View("order-gone", "/store/order/o9", tablet)
        tablet, learner = self.somebody(1)
        self.trade(learner, do.AddProduct("eggs"))
        for name in ("", "/photo", "/name", "/made", "/price"):
            yield View(f"product-new{name}", f"/store/product/p1{name}", tablet)
        tablet, learner = self.somebody(1)
        self.selling(learner)
        for name in ("", "/products", "/orders", "/buyer", "/product/p1", "/product/p1/price"):
            yield View(f"store{name}", f"/store{name}", tablet)
        yield View("order-accept", "/store/order/o1", tablet)
        for step in ("collect", "check", "stamp", "pack", "label", "ship", "wait", None):
            tablet, learner = self.somebody(1)
            self.selling(learner)
            order = self.order_at(learner, step)
            yield View(f"order-{step or 'paid'}", f"/store/order/{order}", tablet)
        yield View("money", "/store/money", tablet)
        yield View("messages", "/store/messages", tablet)
        tablet, learner = self.somebody(1)
        self.selling(learner)
        self.trade(learner, do.DeclineOrder("o1"))
        yield View("order-declined", "/store/order/o1", tablet)


def right_answer(step: Choose | Order | Money) -> tuple[str, ...]:
    """The answer that is right."""
    match step:
        case Choose():
            return tuple(option.id for option in step.options if option.right)
        case Order():
            return tuple(item.id for item in step.items)
        case Money():
            return (str(step.amount_fen),)


async def show(tablet: FletSession, view: View) -> None:
    """Brings a started session to a view."""
    for identifier in view.taps:
        if identifier.startswith("@"):
            await tablet.goto(identifier[1:])
            continue
        await tablet.tap(identifier)
        if identifier == f"trainer.pin:{PIN[-1]}":
            await tablet.until(lambda: not tablet.has("trainer.pin:0"))


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
