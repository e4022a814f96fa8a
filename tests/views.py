"""Every screen there is, each in its states, with people placed so that it shows."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from demo_store import commands as do
from kiosk.screens.learner.lesson_place import inside_store
from lessons.course import Choose, Lesson, Money, Order, Practice, Tell
from lessons.engine import AskHint
from tests.flet_session import FletSession
from tests.stage import PIN, SECRET, Stage


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


def every_view(stage: Stage) -> list[View]:
    """Every screen there is, each in its states; people are made for it."""
    return [*_for_all(stage), *_of_lessons(stage), *_of_the_store(stage), *_of_talk(stage)]


def _for_all(stage: Stage) -> Iterator[View]:
    tablet, _ = stage.somebody(0)
    yield View("home", "/home", tablet)
    yield View("lessons", "/lessons", tablet)
    yield View("not-here", "/nothing/here", tablet)
    yield View("lesson-gone", "/lesson/no-such-lesson", tablet)
    yield View("lesson-cover", "/lesson/a-fair-price", tablet)
    guest = str(uuid.uuid4())
    stage.room.welcome_guest(guest, stage.language)
    yield View("home-guest", "/home", guest)
    for number in range(1, 20):  # more than one page of people
        stage.somebody(number)
    _, secret = stage.somebody(2, SECRET)
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


def _of_lessons(stage: Stage) -> Iterator[View]:
    for kind in (Tell, Choose, Order, Money):
        lesson, step = stage.first_step(kind)
        for hints, name in enumerate(("new", "hint", "hand", "shown", "done")):
            if kind is Tell and name != "new":
                continue
            tablet, learner = stage.somebody(0)
            stage.at_step(learner, lesson, step.id, done=name == "done")
            for _ in range(hints if name != "done" else 0):
                stage.room.learn(learner, lesson, AskHint())
            named = f"{kind.__name__.lower()}-{name}"
            small = name in ("hint", "shown")
            yield View(named, f"/lesson/{lesson.id}", tablet, variant=small)
    lesson, _ = stage.first_step(Tell)
    tablet, learner = stage.somebody(0)
    stage.finish(learner, lesson)
    yield View("lesson-finished", f"/lesson/{lesson.id}", tablet)
    yield from _of_practice(stage)


def _of_practice(stage: Stage) -> Iterator[View]:
    seen = set()
    for lesson in stage.room.course.lessons():
        for step in lesson.steps:
            if isinstance(step, Practice) and step.screen not in seen:
                seen.add(step.screen)
                yield from _of_practice_step(stage, lesson, step)


def _of_practice_step(stage: Stage, lesson: Lesson, step: Practice) -> Iterator[View]:
    named, own = f"practice-{step.screen}", f"/lesson/{lesson.id}"
    for name in ("new", "hand", "done"):
        tablet, learner = stage.somebody(1)
        stage.at_step(learner, lesson, step.id)
        kind = stage.room.product_kind(learner)
        inside = inside_store(stage.room.store(learner), step, kind)
        if name == "hand":
            stage.room.learn(learner, lesson, AskHint())
            stage.room.learn(learner, lesson, AskHint())
        elif name == "done":
            stage.at_step(learner, lesson, step.id, done=True)
        route = f"{own}/store{inside}"
        yield View(f"{named}-{name}", route, tablet, variant=name == "done")
    yield View(f"{named}-door", own, tablet, variant=step.screen != "start")


def _of_the_store(stage: Stage) -> Iterator[View]:
    tablet, _ = stage.somebody(1)
    for name in ("", "products", "add", "orders", "buyer", "money", "messages"):
        yield View(f"store-empty-{name}", f"/store/{name}".rstrip("/"), tablet)
    yield View("product-gone", "/store/product/p9", tablet)
    yield View("order-gone", "/store/order/o9", tablet)
    tablet, learner = stage.somebody(1)
    stage.trade(learner, do.AddProduct("eggs"))
    for name in ("", "/photo", "/name", "/made", "/price"):
        yield View(f"product-new{name}", f"/store/product/p1{name}", tablet)
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    for name in ("", "/products", "/orders", "/buyer", "/product/p1", "/product/p1/price"):
        yield View(f"store{name}", f"/store{name}", tablet)
    yield View("order-accept", "/store/order/o1", tablet)
    for step in ("collect", "check", "stamp", "pack", "label", "ship", "wait", None):
        tablet, learner = stage.somebody(1)
        stage.selling(learner)
        order = stage.order_at(learner, step)
        yield View(f"order-{step or 'paid'}", f"/store/order/{order}", tablet)
    yield View("money", "/store/money", tablet)
    yield View("messages", "/store/messages", tablet)
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    stage.trade(learner, do.DeclineOrder("o1"))
    yield View("order-declined", "/store/order/o1", tablet)


def _of_talk(stage: Stage) -> Iterator[View]:
    """Messages and troubles of every kind, before and after her word; and what a thing is like."""
    yield from _of_messages(stage)
    yield from _of_troubles(stage)
    tablet, learner = stage.somebody(4)
    stage.selling(learner)
    yield View("product-describe", "/store/product/p1/describe", tablet)
    taken = ("product.quality:sweet",)
    yield View("product-describe-on", "/store/product/p1/describe", tablet, taken, variant=True)
    lesson, step = stage.first_step(Practice)
    for name, done in (("talk", False), ("talk-done", True)):
        tablet, learner = stage.somebody(1)
        stage.at_step(learner, lesson, step.id, done=done)
        message = stage.asked(learner, "some-broke")
        trouble = stage.troubled(learner, "all-broke")
        inside = f"/lesson/{lesson.id}/store"
        yield View(f"lesson-{name}-list", f"{inside}/messages", tablet, variant=True)
        yield View(f"lesson-{name}-message", f"{inside}/message/{message}", tablet)
        yield View(f"lesson-{name}-trouble", f"{inside}/trouble/{trouble}", tablet)
        yield View(f"lesson-{name}-product", f"{inside}/product/p1", tablet)
        yield View(f"lesson-{name}-describe", f"{inside}/product/p1/describe", tablet)


def _of_messages(stage: Stage) -> Iterator[View]:
    tablet, _ = stage.somebody(1)
    yield View("message-gone", "/store/message/m9", tablet)
    yield View("trouble-gone", "/store/trouble/t9", tablet)
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    stage.order_at(learner, None)
    for question in ("is-it-fresh", "send-many", "will-it-break"):
        stage.asked(learner, question)
    stage.troubled(learner, "code-call")
    yield View("store-with-messages", "/store", tablet, variant=True)
    yield View("messages-open", "/store/messages", tablet)
    yield View("messages-more", "/store/messages", tablet, ("store.messages-more",), variant=True)
    for question in ("some-broke", "send-many", "when-sent"):
        tablet, learner = stage.somebody(1)
        message = stage.asked(learner, question)
        route = f"/store/message/{message}"
        yield View(f"message-{question}", route, tablet)
    tablet, learner = stage.somebody(1)
    message = stage.asked(learner, "how-long")
    stage.trade(learner, do.AnswerMessage(message, "days"))
    yield View("message-over", f"/store/message/{message}", tablet)
    lapsed = stage.asked(learner, "is-it-fresh")
    stage.trade(learner, *[do.EndDay()] * 3)
    yield View("message-lapsed", f"/store/message/{lapsed}", tablet)


def _of_troubles(stage: Stage) -> Iterator[View]:
    for trouble, way in (
        ("false-payment", "send-now"),
        ("all-broke", "pay-nothing"),
        ("big-order", "say-no"),
        ("below-cost", "new-price"),
        ("wrong-box", "send-it"),
    ):
        tablet, learner = stage.somebody(1)
        came = stage.troubled(learner, trouble)
        yield View(f"trouble-{trouble}", f"/store/trouble/{came}", tablet)
        tablet, learner = stage.somebody(1)
        came = stage.troubled(learner, trouble)
        stage.trade(learner, do.EndTrouble(came, way))
        yield View(f"trouble-{trouble}-over", f"/store/trouble/{came}", tablet)


async def show(tablet: FletSession, view: View) -> None:
    """Brings a started session to a view."""
    for identifier in view.taps:
        if identifier.startswith("@"):
            await tablet.goto(identifier[1:])
            continue
        await tablet.tap(identifier)
        if identifier == f"trainer.pin:{PIN[-1]}":
            await tablet.until(lambda: not tablet.has("trainer.pin:0"))
