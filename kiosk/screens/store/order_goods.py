"""The goods of an order as they lie now: loose, in the basket, stamped, in the box, on the road."""

import flet as ft

from demo_store.store import Order, OrderState
from kiosk import theme
from kiosk.screens.store.coaching import Trading
from kiosk.widgets.money import heap_of
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import side_by_side, stacked
from kiosk.widgets.things import counted

_LOOSE = (OrderState.PLACED, OrderState.ACCEPTED)
_OPEN = (OrderState.COLLECTED, OrderState.CHECKED, OrderState.STAMPED)
_CLOSED = (OrderState.PACKED, OrderState.LABELLED)


def goods(trading: Trading, order: Order, width: float, height: float) -> ft.Control:
    """A picture of the order's state: so many things, where they are."""
    catalogue = trading.visit.kiosk.classroom.catalogue
    product = trading.store.product(order.product)
    kind = catalogue.kind(product.kind) if product else None
    name = kind.picture if kind else "gift"
    stamped = order.state in (OrderState.STAMPED, *_CLOSED)
    if name == "egg" and stamped:
        name = "egg-stamped"
    number = theme.digits(str(order.quantity), min(84, max(40, height * 0.45)), theme.CLAY)
    if order.state in _LOOSE or order.state in _OPEN:
        signs = _signs(order)
        if width < 400:
            things = counted(name, order.quantity, width - 16, height - 84)
            return stacked([things, side_by_side([number, *signs], 24)], 4)
        room = width - 130 - (110 if signs else 0)
        things = counted(name, order.quantity, room, height)
        return side_by_side([things, number, *signs], 14)
    big = max(48.0, min(height - 16, width * 0.34, 220))
    if order.state in _CLOSED:
        # What is packed is closed: only a bag still looks like a bag.
        shown = [picture("bag" if order.packaging == "bag" else "box", big)]
        if order.state is OrderState.LABELLED:
            shown.append(picture("label", big * 0.7))
        return side_by_side([*shown, picture(name, big * 0.6), number], 18)
    if order.state in (OrderState.SHIPPED, OrderState.DELIVERED):
        return _road(trading, order, width, height)
    if order.state is OrderState.PAID:
        if width < 400:
            heap = heap_of(order.payout_fen, width - 16, height - 50, 90)
            return stacked([_stars(order.stars or 0), heap], 4)
        heap = heap_of(order.payout_fen, width * 0.6, height - 10, 100)
        return side_by_side([_stars(order.stars or 0), heap], 18)
    return ft.Container(picture("stone", big), opacity=0.5)


def _signs(order: Order) -> list[ft.Control]:
    sign = {
        OrderState.COLLECTED: "basket",
        OrderState.CHECKED: "magnifier",
        OrderState.STAMPED: "stamp",
    }.get(order.state)
    return [picture(sign, 72)] if sign else []


def _road(trading: Trading, order: Order, width: float, height: float) -> ft.Control:
    """From the village to the city: a bead for every day, the parcel where it is today."""
    catalogue = trading.visit.kiosk.classroom.catalogue
    carrier = catalogue.carrier(order.carrier)
    begun, ends = order.shipped_day or 0, order.arrives_day or 0
    days = max(1, ends - begun)
    gone = min(days, max(0, trading.store.day - begun))
    end = min(90.0, height - 20)
    bead = min(26.0, (width - 2 * end - 80) / (days + 2))
    beads: list[ft.Control] = []
    for day in range(days + 1):
        if day == gone:
            beads.append(picture(carrier.picture, min(80.0, end)))
        else:
            beads.append(
                ft.Container(
                    width=bead,
                    height=bead,
                    border_radius=bead / 2,
                    bgcolor=theme.LEAF if day < gone else theme.LINE,
                )
            )
    return side_by_side(
        [picture("village", end), *beads, picture(catalogue.city(order.city).picture, end)], 6
    )


def _stars(count: int) -> ft.Control:
    return stacked(
        [
            side_by_side(
                [
                    ft.Container(picture("star", 36), opacity=1 if n < count else 0.22)
                    for n in range(5)
                ],
                2,
            )
        ]
    )
