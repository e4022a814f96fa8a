"""All orders as pictures: the buyer, the city, how many, how far it is."""

from typing import Any

import flet as ft

from demo_store.commands import HearOrder, ViewParcels
from demo_store.selling.next_step import days_late, next_step, waiting_orders
from demo_store.store import OVER, Order, OrderState, Store
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.paging import use_pages
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.screens.store.order_acts import EVENT_OF
from kiosk.screens.store.parcel_news import parcels
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.labels import one_size
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap
from kiosk.wording import number, words
from lessons.phrase import Phrase, joined

PICTURE_OF_STATE = {
    OrderState.PLACED: "letter",
    OrderState.ACCEPTED: "check",
    OrderState.COLLECTED: "basket",
    OrderState.CHECKED: "magnifier",
    OrderState.STAMPED: "stamp",
    OrderState.PACKED: "closed-box",
    OrderState.LABELLED: "label",
    OrderState.SHIPPED: "truck",
    OrderState.DELIVERED: "house",
    OrderState.PAID: "coin",
    OrderState.DECLINED: "sorry",
    OrderState.LOST: "question",
    OrderState.RETURNED: "basket",
    OrderState.LAPSED: "hourglass",
}

_LATE = 32.0
"""The height of the line that says how late an order is."""


@screen
def OrdersScreen(visit: Visit) -> ft.Control:
    """What waits for her stands first."""
    trading = use_trading(visit)
    layout = visit.layout
    orders = sorted(trading.store.orders, key=lambda order: order.state in OVER)
    height = 120.0 if layout.phone or layout.low else 140.0
    across = 1 if layout.tall else 2
    width = (layout.inner_width - (across - 1) * theme.GAP) / across
    high = body_height(trading)
    way = _parcels(trading)
    high -= theme.TAP + theme.GAP if way else 0
    down = int((high + theme.GAP) // (height + theme.GAP))
    if len(orders) > across * down:
        down = max(1, int((high - theme.TAP) // (height + theme.GAP)))
    shown, ways = use_pages(visit, orders, across * down, "store.orders")
    cells = [_order(trading, order, width, height) for order in shown]
    rows = [side_by_side(cells[at : at + across]) for at in range(0, len(cells), across)]
    blocks: list[ft.Control] = [*([way] if way else []), *rows, *([ways] if ways else [])]
    if not orders:
        blocks = [ft.Container(picture("letter", min(220, high * 0.5)), opacity=0.35)]
    say = _say(trading.store)
    body = stacked(
        blocks, theme.GAP, ft.MainAxisAlignment.START if orders else ft.MainAxisAlignment.CENTER
    )
    return store_frame(trading, body, say, place="orders")


def _say(store: Store) -> Phrase:
    """How many wait for her, as the store's front counts them; else whether parcels are away."""
    if waiting := waiting_orders(store):
        return words("orders.say", count=number(len(waiting)))
    away = any(order.state not in OVER for order in store.open_orders)
    return words("orders.on-the-way" if away else "orders.none")


def _parcels(trading: Trading) -> ft.Control | None:
    """To the map, where parcels are on their way; most practice steps lead elsewhere."""
    if trading.moment is not None and not trading.practises("ParcelsViewed"):
        return None
    if not parcels(trading.store):
        return None
    return go_on(
        trading.visit,
        "store.parcels",
        words("parcels.open"),
        lambda: trading.do(ViewParcels(), "/parcels"),
        width=min(460.0, trading.visit.layout.inner_width),
        hand=trading.wants("ParcelsViewed"),
        sign="truck",
        height=theme.TAP,
        colour=theme.TEAL,
    )


def open_order(trading: Trading, order: Order) -> None:
    """Shows an order; the first time it is heard."""
    if order.heard or order.state is not OrderState.PLACED:
        trading.go(f"/order/{order.id}")
    else:
        trading.do(HearOrder(order.id), f"/order/{order.id}")


def _order(trading: Trading, order: Order, width: float, height: float) -> ft.Control:
    visit = trading.visit
    catalogue = visit.kiosk.classroom.catalogue
    city, customer = catalogue.city(order.city), catalogue.customer(order.customer)
    product = trading.store.product(order.product)
    kind = catalogue.kind(product.kind) if product else None
    said = visit.text(city.name)
    phone = visit.layout.phone
    late = days_late(trading.store, order)
    size = 56.0 if phone else height - 40 - (_LATE if late else 0)
    shown: list[ft.Control] = [
        face(customer.picture, size, theme.AIR),
        theme.text(
            said,
            visit.language,
            fitting(said, visit.language, 90 if phone else 120, 1, 28),
            max_lines=1,
        ),
        side_by_side(
            [
                picture(kind.picture if kind else "gift", size * 0.7),
                theme.digits(str(order.quantity), 36, theme.CLAY),
            ],
            6,
            tight=True,
        ),
        picture(PICTURE_OF_STATE[order.state], size * 0.75),
    ]
    row: ft.Control = ft.Row(
        shown,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    if late:
        row = stacked([row, _late(visit, late, width - 80)], 2)
    thing = tap(
        visit,
        f"order:{order.id}",
        visit.text(_named(order, city.name, late)),
        row,
        lambda: open_order(trading, order),
        width=width,
        height=height,
        **_look(trading, order, late),
    )
    return pointed_at(thing, _is_pointed_at(trading, order))


def _look(trading: Trading, order: Order, late: int) -> dict[str, Any]:
    if late:
        return card_style(theme.ROSE, theme.POMEGRANATE, padding=8)
    over = order.state in OVER
    return card_style(
        theme.SHADE if over else theme.PAPER, None if over else trading.edge, padding=12
    )


def _late(visit: Visit, days: int, width: float) -> ft.Control:
    """An hourglass that has run out, and for how many days."""
    said = visit.text(words("order.late", count=number(days)))
    letters = one_size([said], visit.language, width, 22)
    return side_by_side(
        [picture("hourglass", _LATE), theme.text(said, visit.language, letters, max_lines=1)], 8
    )


def _is_pointed_at(trading: Trading, order: Order) -> bool:
    """Whether the next step of this order is practised, or that it is heard or declined."""
    step = next_step(trading.store, order) or ""
    asked = ("OrderHeard", "OrderDeclined") if order.state is OrderState.PLACED else ()
    return trading.wants(EVENT_OF.get(step, ""), *asked)


def _named(order: Order, city: Phrase, late: int) -> Phrase:
    """What the card is called; what did not go well is said with it."""
    if order.state in (OrderState.LOST, OrderState.RETURNED, OrderState.LAPSED):
        return joined([city, words(f"order.{order.state}")])
    return joined([city, words("order.late", count=number(late))]) if late else city
