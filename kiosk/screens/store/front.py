"""The store's front: goods, orders, messages, money, the buyer's eyes, and the next day."""

from typing import Any

import flet as ft

from demo_store.commands import CountMoney, EndDay, ViewAsBuyer
from demo_store.events import DayEnded, OrderDelivered, OrderPaidOut, OrderPlaced, ReviewWritten
from demo_store.store import OrderState, Store
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.visit import Action, Visit
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap, value
from kiosk.wording import money, number, words
from lessons.phrase import Phrase

_WAITING = (
    OrderState.PLACED,
    OrderState.ACCEPTED,
    OrderState.COLLECTED,
    OrderState.CHECKED,
    OrderState.STAMPED,
    OrderState.PACKED,
    OrderState.LABELLED,
)


@screen
def StoreScreen(visit: Visit) -> ft.Control:
    """Her store on one day."""
    trading = use_trading(visit)
    store = trading.store
    layout = visit.layout
    high = body_height(trading)
    waiting = sum(order.state in _WAITING for order in store.orders)
    say = _say(store, waiting)
    across = 2 if layout.tall else 3
    rows = 3 if layout.tall else 2
    width = (layout.inner_width - (across - 1) * theme.GAP) / across
    cell = (high - (rows - 1) * theme.GAP) / rows

    def door(identifier: str, name: str, key: str, action: Action, **more: Any) -> ft.Control:
        return _door(trading, identifier, name, words(key), action, width, cell, **more)

    doors = [
        door(
            "store.products",
            "basket",
            "store.products",
            lambda: trading.go("/products"),
            hand=trading.wants("ProductAdded", "ProductOpened"),
            ring=not store.products,
        ),
        door(
            "store.orders",
            "letter",
            "store.orders",
            lambda: trading.go("/orders"),
            badge=waiting,
            hand=trading.wants("OrderAccepted"),
            ring=bool(waiting),
        ),
        door("store.messages", "heart", "store.messages", lambda: trading.go("/messages")),
        door(
            "store.money",
            "purse",
            "store.money",
            lambda: trading.do(CountMoney(), "/money"),
            hand=trading.wants("MoneyCounted"),
        ),
        door(
            "store.as-buyer",
            "phone",
            "store.as-buyer",
            lambda: trading.do(ViewAsBuyer(), "/buyer"),
            hand=trading.wants("StoreViewedAsBuyer"),
        ),
        door(
            "store.next-day",
            "sun",
            "store.next-day",
            lambda: end_day(trading),
            hand=trading.wants("OrderPaidOut", "DayEnded", "OrderDelivered"),
            day=store.day,
        ),
    ]
    body = stacked(
        [side_by_side(doors[begin : begin + across]) for begin in range(0, 6, across)], theme.GAP
    )
    return store_frame(trading, body, say, place="store")


def _say(store: Store, waiting: int) -> Phrase:
    if not store.products:
        return words("store.say-first")
    if waiting:
        return words("store.say-orders", count=number(waiting))
    if not any(product.published for product in store.products):
        return words("store.say-unpublished")
    return words("store.say")


def end_day(trading: Trading) -> None:
    """The night passes; the morning says what it brought."""
    events = trading.do(EndDay())
    said = [words("store.new-day", count=number(e.day)) for e in events if isinstance(e, DayEnded)]
    arrived = sum(isinstance(e, OrderDelivered) for e in events)
    ordered = sum(isinstance(e, OrderPlaced) for e in events)
    if arrived:
        said.append(words("store.parcel-arrived", count=number(arrived)))
    for event in events:
        if isinstance(event, ReviewWritten):
            said.append(words("store.review-came", stars=number(event.stars)))
        elif isinstance(event, OrderPaidOut):
            said.append(words("store.money-came", money=money(event.payout_fen)))
    if ordered:
        said.append(words("store.order-came", count=number(ordered)))
    if not _is_step_done(trading):
        trading.visit.tell_all(said)


def _is_step_done(trading: Trading) -> bool:
    """Whether the night brought what she practises: then the coach has the word."""
    if trading.lesson is None:
        return False
    classroom = trading.visit.kiosk.classroom
    state = classroom.lesson_state(trading.learner, trading.lesson.id)
    return state is not None and state.completed_step


def _door(
    trading: Trading,
    identifier: str,
    name: str,
    phrase: Phrase,
    action: Action,
    width: float,
    height: float,
    *,
    badge: int = 0,
    hand: bool = False,
    ring: bool = False,
    day: int = 0,
) -> ft.Control:
    visit = trading.visit
    said = visit.text(phrase)
    size = fitting(said, visit.language, width - 24, 1, 30)
    image = picture(name, max(44, min(height - size * 1.6 - 30, width * 0.6, 170)))
    layers: list[ft.Control] = [image]
    if badge:
        layers.append(_corner(_number(str(badge), theme.POMEGRANATE)))
    thing = tap(
        visit,
        identifier,
        said,
        stacked(
            [
                ft.Stack(layers, clip_behavior=ft.ClipBehavior.NONE),
                theme.text(said, visit.language, size, max_lines=1),
            ],
            4,
        ),
        action,
        width=width,
        height=height,
        **card_style(_GROUND[identifier], theme.LEAF if ring else None, padding=6),
    )
    if not day:
        return pointed_at(thing, hand)
    # Beside the thing, not in it: what can be tapped hides the values inside from who asks.
    today = ft.Container(
        value("store.day", str(day), _number(str(day), theme.CLAY)),
        right=10,
        top=8,
        ignore_interactions=True,
    )
    return ft.Stack([pointed_at(thing, hand), today], clip_behavior=ft.ClipBehavior.NONE)


def _number(shown: str, colour: str) -> ft.Control:
    return ft.Container(
        theme.digits(shown, 26, theme.WHITE),
        width=48,
        height=48,
        border_radius=24,
        bgcolor=colour,
        alignment=ft.Alignment.CENTER,
    )


def _corner(sign: ft.Control) -> ft.Control:
    return ft.Container(sign, right=-12, top=-6)


_GROUND = {
    "store.products": theme.WARM,
    "store.orders": "#F7D9C9",
    "store.messages": theme.ROSE,
    "store.money": theme.DONE,
    "store.as-buyer": theme.AIR,
    "store.next-day": "#FBE7B0",
}
