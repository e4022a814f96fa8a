"""What is brought about in a learner's village, so that a screen or a test can begin there."""

import random
from dataclasses import replace

from demo_store import commands as do
from demo_store.buyers import market
from demo_store.commands import StoreCommand
from demo_store.days import night
from demo_store.events import OrderPlaced, StoreEvent
from demo_store.village.commands import AtOutlet, AtStore, BringStock, OpenOutlet, VillageCommand
from demo_store.village.events import OutletEvent
from kiosk.progress.village import VillageHappened
from tests.flet_session import FletSession
from tests.stage import Stage


def bring(stage: Stage, learner: str, situation: str) -> None:
    """Her village is in this situation."""
    room = stage.room
    events = room.villages.prepared(learner, situation, room.product_kind(learner))
    room._write(learner, [VillageHappened(event) for event in events])


def work(stage: Stage, learner: str, *commands: VillageCommand) -> None:
    for command in commands:
        stage.room.work_in_village(learner, command)


def large_order(stage: Stage, learner: str, order: str, quantity: int = 500) -> None:
    """One more order as the last one is there, of so many, and it is accepted."""
    events = stage.room.records.village_events(learner)
    placed = next(event for event in reversed(events) if isinstance(event, OrderPlaced))
    one_more = replace(placed, order=order, quantity=quantity)
    stage.room._write(learner, [VillageHappened(one_more)])
    work(stage, learner, AtStore(do.AcceptOrder(order)))


def own_store(stage: Stage, learner: str, family: str) -> None:
    """The family has more than the village's order needs, and leaves with that."""
    work(stage, learner, BringStock(family, "p1", 60), OpenOutlet(family))


def sold(stage: Stage, learner: str, family: str) -> None:
    """Its own store has been paid for one order, and has sent another one."""
    for number in (1, 2):
        order = f"o{number}"
        _ordered(stage, learner, family, order)
        ways: tuple[StoreCommand, ...] = (
            do.AcceptOrder(order),
            do.CollectOrder(order),
            do.CheckOrder(order),
            do.StampOrder(order),
            do.PackOrder(order, "egg-tray"),
            do.LabelOrder(order),
            do.ShipOrder(order, "road"),
        )
        work(stage, learner, *(AtOutlet(family, command) for command in ways))
        if number == 1:
            _paid(stage, learner, family, order)


def _ordered(stage: Stage, learner: str, family: str, order: str) -> None:
    catalogue, own = stage.room.catalogue, stage.room.village(learner).outlets[family]
    if not own.products[0].published:
        work(stage, learner, AtOutlet(family, do.Publish("p1")))
        own = stage.room.village(learner).outlets[family]
    chance = random.Random(order)
    _happened(stage, learner, family, market.placed(catalogue, own, order, own.products[0], chance))


def _paid(stage: Stage, learner: str, family: str, order_id: str) -> None:
    catalogue, own = stage.room.catalogue, stage.room.village(learner).outlets[family]
    order = own.order(order_id)
    assert order is not None
    _happened(stage, learner, family, *night.delivered(catalogue, own, order))
    order = stage.room.village(learner).outlets[family].order(order_id)
    assert order is not None
    _happened(stage, learner, family, night.paid_out(catalogue, order, own.day))


def _happened(stage: Stage, learner: str, family: str, *events: StoreEvent) -> None:
    stage.room._write(learner, [VillageHappened(OutletEvent(family, each)) for each in events])


def hands(tablet: FletSession) -> list[str]:
    """The identifiers of what the pulsing hand points at."""
    pointed = []
    for stack in tablet.controls("Stack"):
        thing, *above = stack.get("controls") or [{}]
        images = [node for node in tablet.tree.visible(above) if node.type == "Image"]
        if any(image["src"] == "/pictures/hand-point.svg" for image in images):
            pointed.append(str(thing["identifier"]))
    return pointed
