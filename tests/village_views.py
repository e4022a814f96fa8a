"""Every screen of the village, each in its states."""

from collections.abc import Iterator

from demo_store.commands import AcceptOrder, DeclineOrder, EndDay
from demo_store.events import DayEnded
from demo_store.village.commands import AtStore, OpenOutlet, TraceUnit, WorkAt
from kiosk.progress.village import VillageHappened
from lessons.course import Lesson, Practice
from lessons.engine import AskHint
from tests.stage import Stage
from tests.view import View
from tests.village_acts import bring, large_order, own_store, sold, work

VILLAGE = "/store/village"


def views_of_the_village(stage: Stage) -> Iterator[View]:
    """From the first look at the houses to the family that leaves."""
    tablet, _ = stage.somebody(1)
    yield View("village-before", VILLAGE, tablet)
    yield from _of_an_order(stage)
    yield from _of_stamps_and_money(stage)
    yield from _of_mornings(stage)
    lesson, step = stage.first_step(Practice)
    for name, done in (("new", False), ("hand", False), ("done", True)):
        tablet, learner = stage.somebody(1)
        stage.at_step(learner, lesson, step.id, done=done)
        for _ in range(2 if name == "hand" else 0):
            stage.room.learn(learner, lesson, AskHint())
        bring(stage, learner, "village-delivered")
        bring(stage, learner, "village-collected")
        inside = f"/lesson/{lesson.id}/store/village"
        for place in ("", "/order/o2", "/given/o2", "/parcel/o1"):
            named = f"lesson-village{place.rpartition('/')[0]}-{name}"
            yield View(named, f"{inside}{place}", tablet, variant=name != "hand")
        yield from _in_a_lesson(stage, lesson, step.id, name)


def _in_a_lesson(stage: Stage, lesson: Lesson, step: str, name: str) -> Iterator[View]:
    """The round, the choices and a family's own store, coached: the sentence takes room."""
    for place, situation in (
        ("order", "village-order"),
        ("round", "village-accepted"),
        ("choose", "village-stamped"),
        ("outlet", "village-order"),
    ):
        tablet, learner = stage.somebody(1)
        stage.at_step(learner, lesson, step, done=name == "done")
        for _ in range(2 if name == "hand" else 0):
            stage.room.learn(learner, lesson, AskHint())
        bring(stage, learner, situation)
        if place == "choose":
            work(stage, learner, WorkAt("o1", "store"), WorkAt("o1", "process"))
        elif place == "outlet":
            own_store(stage, learner, "f3")
        route = f"/lesson/{lesson.id}/store/village/{place}/{'f3' if place == 'outlet' else 'o1'}"
        yield View(f"lesson-village-{place}-{name}", route, tablet, variant=name == "new")


def _of_an_order(stage: Stage) -> Iterator[View]:
    o1 = f"{VILLAGE}/order/o1"
    for name, situation, places in (
        ("placed", "village-order", ("", "/order/o1")),
        ("accepted", "village-accepted", ("", "/order/o1")),
        ("collected", "village-collected", ("", "/given/o1", "/order/o1")),
        ("stamped", "village-stamped", ("/order/o1",)),
        ("packed", "village-packed", ("/order/o1",)),
        ("sent", "village-sent", ("", "/order/o1")),
    ):
        tablet, learner = stage.somebody(1)
        bring(stage, learner, situation)
        for place in places:
            screen = place.split("/")[1] if place else "home"
            yield View(f"village-{screen}-{name}", f"{VILLAGE}{place}", tablet)
    yield View("village-order-gone", f"{VILLAGE}/order/o9", tablet)
    yield from _of_a_round(stage)
    yield from _of_choices(stage)
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    work(stage, learner, AtStore(DeclineOrder("o1")))
    yield View("village-order-declined", o1, tablet)
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-collected")
    work(stage, learner, WorkAt("o1", "check"), WorkAt("o1", "stamp"))
    bring(stage, learner, "village-order")
    work(stage, learner, AtStore(AcceptOrder("o2")), WorkAt("o2", "collect"))
    work(stage, learner, WorkAt("o2", "check"))
    full = ("village.station:stamp",)
    yield View("village-station-full", f"{VILLAGE}/order/o2", tablet, full)
    refused = ("village.station:send",)
    yield View("village-station-refused", o1, tablet, refused, variant=True)
    for number in (0, 2):  # nang, honey
        tablet, learner = stage.somebody(number)
        bring(stage, learner, "village-stamped")
        kind = stage.room.product_kind(learner)
        yield View(f"village-home-{kind}", VILLAGE, tablet, variant=True)
        yield View(f"village-order-{kind}", o1, tablet, variant=True)


def _of_a_round(stage: Stage) -> Iterator[View]:
    """On the way from house to house; where the families have too few; nothing to collect."""
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    yield View("village-round-gone", f"{VILLAGE}/round/o1", tablet, variant=True)
    bring(stage, learner, "village-accepted")
    yield View("village-round", f"{VILLAGE}/round/o1", tablet)
    visited = tuple(f"village.family:f{number}" for number in (1, 2, 3))
    yield View("village-round-half", f"{VILLAGE}/round/o1", tablet, visited)
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    large_order(stage, learner, "o2")
    yield View("village-round-too-few", f"{VILLAGE}/round/o2", tablet)


def _of_choices(stage: Stage) -> Iterator[View]:
    """What it is packed in and who carries it, with prices."""
    for number in (0, 1):
        tablet, learner = stage.somebody(number)
        kind = stage.room.product_kind(learner)
        bring(stage, learner, "village-stamped")
        choose = f"{VILLAGE}/choose/o1"
        yield View(f"village-choose-gone-{kind}", choose, tablet, variant=True)
        work(stage, learner, WorkAt("o1", "store"), WorkAt("o1", "process"))
        yield View(f"village-choose-packing-{kind}", choose, tablet)
        tablet, learner = stage.somebody(number)
        bring(stage, learner, "village-packed")
        yield View(f"village-choose-carrier-{kind}", choose, tablet)


def _paid_and_complained(stage: Stage) -> tuple[str, str, int]:
    """Somebody's tablet, her id, and the unit of her first order that was not good."""
    for _ in range(50):
        tablet, learner = stage.somebody(1)
        bring(stage, learner, "village-paid")
        complaints = stage.room.village(learner).complaints
        if "o1" in complaints:
            return tablet, learner, complaints["o1"]
    raise AssertionError("no buyer of a paid order complained")


def _of_stamps_and_money(stage: Stage) -> Iterator[View]:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-delivered")
    for screen in ("", "/order/o1", "/parcel/o1"):
        name = screen.split("/")[1] if screen else "home"
        yield View(f"village-{name}-complained", f"{VILLAGE}{screen}", tablet)
    tablet, learner, unit = _paid_and_complained(stage)
    yield View("village-order-complained-paid", f"{VILLAGE}/order/o1", tablet, variant=True)
    work(stage, learner, TraceUnit("o1", unit))
    yield View("village-parcel-traced", f"{VILLAGE}/parcel/o1", tablet)
    yield View("village-order-paid", f"{VILLAGE}/order/o1", tablet)
    yield View("village-paid", f"{VILLAGE}/paid/o1", tablet)
    yield View("village-settled", f"{VILLAGE}/settled/o1", tablet)
    work(stage, learner, OpenOutlet("f3"))
    yield View("village-home-outlet", VILLAGE, tablet)
    yield from _of_outlets(stage)


def _of_outlets(stage: Stage) -> Iterator[View]:
    """The store of a family that left: as it begins, after it has sold, and without a thing."""
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    yield View("village-outlet-none", f"{VILLAGE}/outlet/f3", tablet, variant=True)
    own_store(stage, learner, "f3")
    yield View("village-outlet-new", f"{VILLAGE}/outlet/f3", tablet)
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    own_store(stage, learner, "f3")
    sold(stage, learner, "f3")
    yield View("village-outlet", f"{VILLAGE}/outlet/f3", tablet)


def _of_mornings(stage: Stage) -> Iterator[View]:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    yield View("village-morning-none", f"{VILLAGE}/morning", tablet)
    bring(stage, learner, "village-delivered")
    work(stage, learner, AtStore(EndDay()))
    events = [VillageHappened(DayEnded(stage.room.village(learner).store.day + 1))]
    yield View("village-morning", f"{VILLAGE}/morning", tablet)
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    stage.room._write(learner, events)
    work(stage, learner, OpenOutlet("f3"))
    yield View("village-morning-outlet", f"{VILLAGE}/morning", tablet)
