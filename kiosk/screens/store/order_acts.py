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
    StampOrder,
    StoreCommand,
)
from demo_store.store import Order, OrderState
from kiosk import theme
from kiosk.screens.learner.goal_pages import NIGHT_PAGES
from kiosk.screens.learner.lesson_place import place_of
from kiosk.screens.store.checked import tell_checked
from kiosk.screens.store.coaching import Trading
from kiosk.screens.store.front import end_day
from kiosk.screens.store.order_choices import Choice, Choices, Place
from kiosk.widgets.actions import go_on
from kiosk.wording import words

LIFE = (
    ("accept", OrderState.ACCEPTED, "check"),
    ("collect", OrderState.COLLECTED, "basket"),
    ("check", OrderState.CHECKED, "magnifier"),
    ("stamp", OrderState.STAMPED, "stamp"),
    ("pack", OrderState.PACKED, "closed-box"),
    ("label", OrderState.LABELLED, "label"),
    ("ship", OrderState.SHIPPED, "truck"),
)
EVENT_OF = {
    "accept": "OrderAccepted",
    "collect": "OrderCollected",
    "check": "OrderChecked",
    "stamp": "OrderStamped",
    "pack": "OrderPacked",
    "label": "OrderLabelled",
    "ship": "OrderShipped",
}
"""What each step of an order brings about."""


def acts(
    trading: Trading,
    order: Order,
    step: str | None,
    height: float,
    offered: list[Choice],
    place: Place | None = None,
) -> ft.Control:
    """The foot of an order's screen for the ``step`` that comes next (``next_step``).

    ``place`` puts something around each of the ``offered`` choices.
    """
    match step:
        case "accept":
            return _accept_or_not(trading, order, height)
        case "make":
            return _make_more(trading, order, height)
        case "pack" | "ship":
            return _choices(trading, offered, step, height, place)
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
        hand=trading.wants(*NIGHT_PAGES),
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
        lambda: tell_checked(trading.visit, trading.do(commands[step])),
        width=_wide(trading),
        sign=next(sign for name, _, sign in LIFE if name == step),
        height=height,
        hand=trading.wants(EVENT_OF[step]),
    )


def _decline(trading: Trading, order: Order) -> None:
    """Says no; in practice another order waits, and she is shown it."""
    trading.do(DeclineOrder(order.id))
    orders = trading.visit.kiosk.classroom.store(trading.learner).orders
    if trading.lesson is not None and len(orders) > len(trading.store.orders):
        trading.visit.say_first(words("order.say-declined"), words("order.another-came"))
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
                hand=trading.wants("OrderDeclined") and not trading.practises("OrderAccepted"),
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


def _choices(
    trading: Trading, offered: list[Choice], step: str, height: float, place: Place | None
) -> ft.Control:
    """What to choose between: beside each other, on a tall window two by two."""
    across = 2 if trading.visit.layout.tall else len(offered)
    rows = -(-len(offered) // across)
    each = (height - (rows - 1) * theme.GAP) / rows
    return Choices(trading, offered, across, each, place, key=step)
