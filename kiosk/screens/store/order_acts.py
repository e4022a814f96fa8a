"""What can be done with an order now: one green thing, or a choice between pictures."""

from functools import partial

import flet as ft

from demo_store.commands import (
    AcceptOrder,
    CheckOrder,
    CollectOrder,
    DeclineOrder,
    HearOrder,
    LabelOrder,
    PackOrder,
    ShipOrder,
    StampOrder,
    StoreCommand,
)
from demo_store.store import Order, OrderState
from kiosk import theme
from kiosk.screens.learner.lesson_place import place_of
from kiosk.screens.store.coaching import Trading
from kiosk.screens.store.front import end_day
from kiosk.widgets.actions import go_on
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.phrase import Phrase

LIFE = (
    ("accept", OrderState.ACCEPTED, "check"),
    ("collect", OrderState.COLLECTED, "basket"),
    ("check", OrderState.CHECKED, "magnifier"),
    ("stamp", OrderState.STAMPED, "stamp"),
    ("pack", OrderState.PACKED, "box"),
    ("label", OrderState.LABELLED, "label"),
    ("ship", OrderState.SHIPPED, "truck"),
)
_EVENT = {
    "accept": "OrderAccepted",
    "collect": "OrderCollected",
    "check": "OrderChecked",
    "stamp": "OrderStamped",
    "pack": "OrderPacked",
    "label": "OrderLabelled",
    "ship": "OrderShipped",
}


def acts(trading: Trading, order: Order, step: str | None, height: float) -> ft.Control:
    """The foot of an order's screen for the ``step`` that comes next (``next_step``)."""
    match step:
        case "accept":
            return _accept_or_not(trading, order, height)
        case "make":
            return _make_more(trading, order, height)
        case "pack":
            return _packagings(trading, order, height)
        case "ship":
            return _carriers(trading, order, height)
        case "wait":
            return _next_day(trading, height)
        case None:
            return _see_others(trading, height)
    return _work(trading, order, step, height)


def _wide(trading: Trading) -> float:
    return min(460.0, trading.visit.layout.inner_width)


def _make_more(trading: Trading, order: Order, height: float) -> ft.Control:
    return go_on(
        trading.visit,
        "product.made",
        words("order.make"),
        lambda: trading.go(f"/product/{order.product}/made"),
        width=_wide(trading),
        sign="oven",
        height=height,
    )


def _next_day(trading: Trading, height: float) -> ft.Control:
    return go_on(
        trading.visit,
        "store.next-day",
        words("store.next-day"),
        lambda: end_day(trading),
        width=_wide(trading),
        sign="sun",
        height=height,
        hand=trading.wants("OrderPaidOut", "OrderDelivered", "DayEnded"),
    )


def _see_others(trading: Trading, height: float) -> ft.Control:
    return go_on(
        trading.visit,
        "order.back",
        words("order.see-others"),
        lambda: trading.go("/orders"),
        width=_wide(trading),
        icon=ft.Icons.CHECK_ROUNDED,
        height=height,
        colour=theme.TEAL,
    )


def _work(trading: Trading, order: Order, step: str, height: float) -> ft.Control:
    """What is done with the goods in one tap."""
    commands: dict[str, StoreCommand] = {
        "collect": CollectOrder(order.id),
        "check": CheckOrder(order.id),
        "stamp": StampOrder(order.id),
        "label": LabelOrder(order.id),
    }
    return go_on(
        trading.visit,
        f"order.{step}",
        words(f"order.{step}"),
        lambda: trading.do(commands[step]),
        width=_wide(trading),
        sign=next(sign for name, _, sign in LIFE if name == step),
        height=height,
        hand=trading.wants(_EVENT[step]),
    )


def _decline(trading: Trading, order: Order) -> None:
    """Says no; in practice another order waits, and she is shown it."""
    trading.do(DeclineOrder(order.id))
    if trading.lesson is not None and trading.moment is not None:
        trading.visit.go(place_of(trading.visit, trading.lesson))


def _accept_or_not(trading: Trading, order: Order, height: float) -> ft.Control:
    visit = trading.visit
    room = visit.layout.inner_width
    no_width = min(260.0, room * 0.38)

    def accept() -> None:
        if not order.heard:
            trading.visit.kiosk.classroom.trade(
                trading.learner, HearOrder(order.id), trading.lesson
            )
        trading.do(AcceptOrder(order.id))

    return ft.Row(
        [
            go_on(
                visit,
                "order.decline",
                words("order.decline"),
                partial(_decline, trading, order),
                width=no_width,
                icon=ft.Icons.CLOSE_ROUNDED,
                height=height,
                colour=theme.PAPER,
            ),
            go_on(
                visit,
                "order.accept",
                words("order.accept"),
                accept,
                width=min(460.0, room - no_width - theme.GAP),
                icon=ft.Icons.CHECK_ROUNDED,
                height=height,
                hand=trading.wants("OrderAccepted"),
            ),
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        width=room,
    )


def _packagings(trading: Trading, order: Order, height: float) -> ft.Control:
    visit = trading.visit
    kinds = list(visit.kiosk.classroom.catalogue.packagings.values())
    across = 2 if visit.layout.phone else len(kinds)
    width = (visit.layout.inner_width - (across - 1) * theme.GAP) / across
    cell_high = theme.TAP if visit.layout.phone else height
    best = max(kinds, key=lambda packaging: packaging.protection).id
    cells = [
        _choice(
            trading,
            f"order.pack:{p.id}",
            p.picture,
            p.name,
            PackOrder(order.id, p.id),
            width,
            cell_high,
            hand=trading.wants("OrderPacked") and p.id == best,
        )
        for p in kinds
    ]
    rows = [side_by_side(cells[at : at + across]) for at in range(0, len(cells), across)]
    return stacked(list[ft.Control](rows), theme.GAP)


def _carriers(trading: Trading, order: Order, height: float) -> ft.Control:
    visit = trading.visit
    carriers = list(visit.kiosk.classroom.catalogue.carriers.values())
    width = (visit.layout.inner_width - (len(carriers) - 1) * theme.GAP) / len(carriers)
    return side_by_side(
        [
            _choice(
                trading,
                f"order.ship:{c.id}",
                c.picture,
                c.name,
                ShipOrder(order.id, c.id),
                min(width, 460),
                height,
                hand=trading.wants("OrderShipped") and index == 0,
            )
            for index, c in enumerate(carriers)
        ]
    )


def _choice(
    trading: Trading,
    identifier: str,
    name: str,
    phrase: Phrase,
    command: StoreCommand,
    width: float,
    height: float,
    *,
    hand: bool,
) -> ft.Control:
    visit = trading.visit
    said = visit.text(phrase)
    room = width - height - 16
    label = theme.text(
        said, visit.language, fitting(said, visit.language, room, 2, 28), max_lines=2
    )
    label.width = max(60.0, room)
    thing = tap(
        visit,
        identifier,
        said,
        side_by_side([picture(name, height - 24), label], 8),
        lambda: trading.do(command),
        width=width,
        height=height,
        **card_style(theme.DONE, theme.LEAF, padding=4),
    )
    return pointed_at(thing, hand)
