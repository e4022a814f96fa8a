"""One order from the first call to the money: who, where, how many, and what to do next."""

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
from demo_store.next_step import next_step
from demo_store.store import Order, OrderState
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.not_here import NotHere
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.screens.store.front import end_day
from kiosk.screens.store.order_goods import goods
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card, card_style, side_by_side, stacked
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap, value
from kiosk.wording import number, words
from lessons.phrase import Phrase

_LIFE = (
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
_STATES = tuple(OrderState)


@screen
def OrderScreen(visit: Visit) -> ft.Control:
    """The order she is at."""
    trading = use_trading(visit)
    order = trading.store.order(ft.use_route_params().get("order_id", ""))
    product = trading.store.product(order.product) if order else None
    if order is None or product is None:
        return NotHere(visit, key="gone")
    layout = visit.layout
    high = body_height(trading)
    step = next_step(trading.store, order)
    choices = step in ("pack", "ship")
    act_high = layout.action_height
    if choices:
        act_high = (
            2 * theme.TAP + theme.GAP
            if layout.phone and step == "pack"
            else max(theme.TAP + 8, layout.action_height)
        )
    life_high = 0 if layout.low else 44 if layout.phone else 108
    top = high - act_high - (life_high + layout.gap if life_high else 0) - layout.gap
    blocks: list[ft.Control] = [_about(trading, order, top)]
    if life_high:
        blocks.append(_life(visit, order, life_high))
    blocks.append(_acts(trading, order, step, act_high))
    body = stacked(blocks, layout.gap, ft.MainAxisAlignment.SPACE_BETWEEN)
    return store_frame(
        trading,
        body,
        _say(trading, order, step),
        place=f"order/{order.id}/{order.state}",
        back="/orders",
    )


def _say(trading: Trading, order: Order, step: str | None) -> Phrase:
    catalogue = trading.visit.kiosk.classroom.catalogue
    product = trading.store.product(order.product)
    assert product is not None
    name, city = catalogue.kind(product.kind).name, catalogue.city(order.city).name
    values: dict[str, Phrase] = {"product": name, "city": city, "count": number(order.quantity)}
    if step is None:
        return words(f"order.say-{order.state}", **values)
    key = order.state if step == "wait" else step
    return words(f"order.say-{key}", **values)


def _about(trading: Trading, order: Order, height: float) -> ft.Control:
    """Who ordered, from where, until when; and the goods as they lie now."""
    visit = trading.visit
    layout = visit.layout
    catalogue = visit.kiosk.classroom.catalogue
    city, customer = catalogue.city(order.city), catalogue.customer(order.customer)
    left = max(0, order.due_day - trading.store.day)
    said = visit.text(city.name)
    small = layout.phone or height < 230
    size = 64.0 if small else min(120.0, height * 0.42)
    where = stacked(
        [
            side_by_side(
                [
                    picture(city.picture, size * 0.6),
                    theme.text(said, visit.language, 26, max_lines=1),
                ],
                8,
            ),
            side_by_side(
                [
                    picture("calendar", size * 0.55),
                    theme.text(
                        visit.text(words("order.days-left", count=number(left))),
                        visit.language,
                        22,
                        max_lines=1,
                    ),
                ],
                8,
            ),
        ],
        4,
    )
    who = [face(customer.picture, size, theme.AIR), where]
    state = value(
        "order.state",
        order.state,
        ft.Container(picture("sun", 1), width=1, height=1, opacity=0),
    )
    if layout.tall:
        row = side_by_side([*who, state], 12)
        inner: ft.Control = stacked(
            [row, goods(trading, order, layout.inner_width - 40, height - size - 60)], 8
        )
    else:
        across = layout.inner_width - 60
        inner = side_by_side(
            [
                ft.Container(side_by_side(who, 12), width=across * 0.38),
                goods(trading, order, across * 0.6, height - 30),
                state,
            ],
            8,
        )
    return card(inner, width=layout.inner_width, height=height, padding=10)


def _life(visit: Visit, order: Order, height: float) -> ft.Control:
    """The seven stations of an order: done ones green, the one to come ringed."""
    small = visit.layout.phone
    size = 36.0 if small else 68.0
    reached = _STATES.index(order.state) if order.state is not OrderState.DECLINED else -1
    cells: list[ft.Control] = []
    following = next((name for name, state, _ in _LIFE if _STATES.index(state) > reached), "")
    for name, state, sign in _LIFE:
        done = _STATES.index(state) <= reached
        here = name == following
        ground = theme.DONE if done else theme.HONEY if here else "#EFE3CF"
        dot = ft.Container(
            picture(sign, size * 0.62),
            width=size,
            height=size,
            border_radius=size / 2,
            bgcolor=ground,
            border=ft.Border.all(
                3 if small else 5, theme.LEAF if done else theme.CLAY if here else theme.LINE
            ),
            alignment=ft.Alignment.CENTER,
            opacity=1 if done or here else 0.6,
        )
        said = visit.text(words(f"order.{name}"))
        label = theme.text(
            said, visit.language, 22, theme.INK if done or here else theme.SOFT_INK, max_lines=1
        )
        cells.append(dot if small else stacked([dot, label], 2))
    return ft.Row(
        cells,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        width=visit.layout.inner_width,
        height=height,
    )


def _acts(trading: Trading, order: Order, step: str | None, height: float) -> ft.Control:
    visit = trading.visit
    layout = visit.layout
    wide = min(460.0, layout.inner_width)
    match step:
        case "accept":
            return _accept_or_not(trading, order, height)
        case "make":
            return go_on(
                visit,
                "product.made",
                words("order.make"),
                lambda: trading.go(f"/product/{order.product}/made"),
                width=wide,
                sign="oven",
                height=height,
            )
        case "pack":
            return _packagings(trading, order, height)
        case "ship":
            return _carriers(trading, order, height)
        case "wait":
            return go_on(
                visit,
                "store.next-day",
                words("store.next-day"),
                lambda: end_day(trading),
                width=wide,
                sign="sun",
                height=height,
                hand=trading.wants("OrderPaidOut", "OrderDelivered", "DayEnded"),
            )
        case None:
            return go_on(
                visit,
                "order.back",
                words("order.see-others"),
                lambda: trading.go("/orders"),
                width=wide,
                icon=ft.Icons.CHECK_ROUNDED,
                height=height,
                colour=theme.TEAL,
            )
    commands: dict[str, StoreCommand] = {
        "collect": CollectOrder(order.id),
        "check": CheckOrder(order.id),
        "stamp": StampOrder(order.id),
        "label": LabelOrder(order.id),
    }
    sign = next(sign for name, _, sign in _LIFE if name == step)
    return go_on(
        visit,
        f"order.{step}",
        words(f"order.{step}"),
        lambda: trading.do(commands[step]),
        width=wide,
        sign=sign,
        height=height,
        hand=trading.wants(_EVENT[step]),
    )


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
                lambda: trading.do(DeclineOrder(order.id)),
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
