"""What can be done with an order now: one green thing, or a choice between pictures."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Choice:
    """One of the things that she chooses between."""

    identifier: str
    sign: str
    name: Phrase
    command: StoreCommand
    hand: bool


def _packagings(trading: Trading, order: Order, height: float) -> ft.Control:
    kinds = list(trading.visit.kiosk.classroom.catalogue.packagings.values())
    wanted = trading.wants("OrderPacked")
    best = max(kinds, key=lambda packaging: packaging.protection)
    choices = [
        _Choice(
            f"order.pack:{kind.id}",
            kind.picture,
            kind.name,
            PackOrder(order.id, kind.id),
            wanted and kind is best,
        )
        for kind in kinds
    ]
    if trading.visit.layout.tall:
        return _choices(trading, choices, 2, (height - theme.GAP) / 2)
    return _choices(trading, choices, len(choices), height)


def _carriers(trading: Trading, order: Order, height: float) -> ft.Control:
    carriers = list(trading.visit.kiosk.classroom.catalogue.carriers.values())
    wanted = trading.wants("OrderShipped")
    choices = [
        _Choice(
            f"order.ship:{carrier.id}",
            carrier.picture,
            carrier.name,
            ShipOrder(order.id, carrier.id),
            wanted and index == 0,
        )
        for index, carrier in enumerate(carriers)
    ]
    return _choices(trading, choices, len(choices), height)


def _choices(trading: Trading, choices: list[_Choice], across: int, height: float) -> ft.Control:
    """All of one size, with letters of one size: the longest word decides."""
    visit = trading.visit
    width = min(460.0, (visit.layout.inner_width - (across - 1) * theme.GAP) / across)
    phone = visit.layout.phone
    lines = 3 if phone else 2
    image = 48.0 if phone else height - 24
    room = width - image - 8 - 2 * 9  # the gap between, padding and edge on both sides
    most = min(28.0, (height - 18) / (lines * 1.55))
    # A tenth is left over: some words are wider than their number of letters says.
    names = [visit.text(choice.name) for choice in choices]
    fitted = [fitting(name, visit.language, room * 0.9, lines, 28) for name in names]
    letters = min(most, *fitted)
    cells: list[ft.Control] = []
    for choice in choices:
        said = visit.text(choice.name)
        label = theme.text(said, visit.language, letters, max_lines=lines)
        label.width = room
        thing = tap(
            visit,
            choice.identifier,
            said,
            side_by_side([picture(choice.sign, image), label], 8),
            partial(trading.do, choice.command),
            width=width,
            height=height,
            **card_style(theme.DONE, theme.LEAF, padding=4),
        )
        cells.append(pointed_at(thing, choice.hand))
    rows = [side_by_side(cells[at : at + across]) for at in range(0, len(cells), across)]
    return stacked(list[ft.Control](rows), theme.GAP)
