"""The goods of an order as they lie now: loose, in the basket, stamped, in the box, on the road."""

import flet as ft

from demo_store.store import Order, OrderState
from kiosk import theme
from kiosk.screens.store.coaching import Trading
from kiosk.widgets.money import heap_of
from kiosk.widgets.packing import TEN, GoingIn, heap
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import bead, side_by_side, stacked
from kiosk.widgets.stars import star_row
from kiosk.widgets.things import counted, fits

_LOOSE = (OrderState.PLACED, OrderState.ACCEPTED)
_OPEN = (OrderState.COLLECTED, OrderState.CHECKED, OrderState.STAMPED)
_CLOSED = (OrderState.PACKED, OrderState.LABELLED)

IN_A_BOX = ("egg-tray",)
"""Packagings that, once full, are put into a box."""
_MONEY_WENT_BACK = {
    OrderState.LOST: "question",
    OrderState.RETURNED: "basket",
    OrderState.LAPSED: "hourglass",
}
"""Each with its sign."""
_SIGN = 72.0
_BETWEEN = 24.0
_PARCEL = 0.85
"""How large the parcel on the road is, in sizes of the places at its ends."""


def goods(
    trading: Trading, order: Order, width: float, height: float, *, just_packed: bool = False
) -> ft.Control:
    """A picture of the order's state: so many things, where they are.

    What was ``just_packed`` is seen to go into its packaging.
    """
    if just_packed and order.state is OrderState.PACKED:
        return _going_in(trading, order, width, height)
    if order.state in (*_LOOSE, *_OPEN):
        return _loose(trading, order, width, height)
    if order.state in _CLOSED:
        return _packed(trading, order, width, height)
    if order.state is OrderState.DELIVERED:
        return _road(trading, order, width, height)
    if order.state is OrderState.PAID:
        return _paid(order, width, height)
    if order.state in _MONEY_WENT_BACK:
        return _not_sold(trading, order, width, height)
    size = max(48.0, min(height - 16, 180, (width - 40) / 2.4))
    return side_by_side([picture("letter", size), picture("sorry", size * 0.8)], 14)


def _loose(trading: Trading, order: Order, width: float, height: float) -> ft.Control:
    """So many of them, and what was done with them last."""
    name, signs = picture_of(trading, order), _signs(order)
    if width < 400:
        # More than can be shown whole are one picture beside their number.
        if not fits(order.quantity, width - 16, height - 84):
            number = _number(order, height)
            digits = len(str(order.quantity)) * (number.size or 0) * 0.62
            free = width - digits - len(signs) * (_SIGN + _BETWEEN) - _BETWEEN
            one = picture(name, max(48.0, min(height - 24, 110, free)))
            return side_by_side([one, number, *signs], _BETWEEN)
        things = counted(name, order.quantity, width - 16, height - 84)
        return stacked([things, side_by_side([_number(order, height), *signs], 24)], 4)
    room = width - 130 - (110 if signs else 0)
    things = counted(name, order.quantity, room, height)
    return side_by_side([things, _number(order, height), *signs], 14)


def _packed(trading: Trading, order: Order, width: float, height: float) -> ft.Control:
    """What is packed is closed: only a bag still looks like a bag."""
    number = _number(order, height if width >= 400 else 110)
    in_a_box = "box" if order.state is OrderState.LABELLED else "closed-box"
    signs = [("bag" if order.packaging == "bag" else in_a_box, 1.0)]
    if order.state is OrderState.LABELLED:
        signs.append(("label", 0.7))
    signs.append((picture_of(trading, order), 0.6))
    free = width - len(str(order.quantity)) * (number.size or 0) * 0.6 - len(signs) * 18
    big = max(48.0, min(height - 16, 220, free / sum(part for _, part in signs)))
    return side_by_side([*(picture(name, big * part) for name, part in signs), number], 18)


def _going_in(trading: Trading, order: Order, width: float, height: float) -> ft.Control:
    """What stands in a tray goes into the box with it."""
    packaging = trading.visit.kiosk.classroom.catalogue.packaging(order.packaging)
    name, in_tray = picture_of(trading, order), packaging.id in IN_A_BOX

    def things(size: float) -> ft.Control:
        if in_tray:
            return picture(packaging.picture, size)
        return heap(name, min(order.quantity, TEN), size, size)

    going = GoingIn(
        "closed-box" if in_tray else packaging.picture,
        things,
        max(96.0, min(height * 0.7, 220.0, width * 0.4)),
        _packed(trading, order, width, height),
        rtl=trading.visit.language == "ug",
        key=f"packed/{order.id}",
    )
    return ft.Container(going, width=width, height=height, alignment=ft.Alignment(0, 0.8))


def _paid(order: Order, width: float, height: float) -> ft.Control:
    """What the buyer gave: stars and money."""
    stars = star_row(order.stars or 0, gap=2)
    if width < 400:
        return stacked([stars, heap_of(order.payout_fen, width - 16, height - 50, 90)], 4)
    return side_by_side([stars, heap_of(order.payout_fen, width * 0.6, height - 10, 100)], 18)


def _not_sold(trading: Trading, order: Order, width: float, height: float) -> ft.Control:
    """A lost parcel is a question, a returned one lies in the basket, who waited too long has gone
    and the goods are still there; the money went back."""
    sign = _MONEY_WENT_BACK[order.state]
    size = max(48.0, min(height - 16, 180, (width - 40) / 2.4))
    what = "box" if order.state is OrderState.LOST else picture_of(trading, order)
    signs = [picture(what, size), picture(sign, size * 0.8)]
    money = heap_of(order.total_fen, width * 0.4, height - 10, 90)
    return side_by_side(signs if width < 400 else [*signs, money], 14)


def picture_of(trading: Trading, order: Order) -> str:
    """One of the order's things as it looks now."""
    product = trading.store.product(order.product)
    if product is None:
        return "gift"
    name = trading.visit.kiosk.classroom.catalogue.kind(product.kind).picture
    stamped = order.state in (OrderState.STAMPED, *_CLOSED)
    return "egg-stamped" if name == "egg" and stamped else name


def _number(order: Order, height: float) -> ft.Text:
    return theme.digits(str(order.quantity), min(84, max(40, height * 0.45)), theme.CLAY)


def _signs(order: Order) -> list[ft.Control]:
    sign = {
        OrderState.COLLECTED: "basket",
        OrderState.CHECKED: "magnifier",
        OrderState.STAMPED: "stamp",
    }.get(order.state)
    return [picture(sign, _SIGN)] if sign else []


def _road(trading: Trading, order: Order, width: float, height: float) -> ft.Control:
    """From the village to the city: a bead for every day, the parcel where it is today."""
    catalogue = trading.visit.kiosk.classroom.catalogue
    begun, ends = order.shipped_day or 0, order.arrives_day or 0
    days = max(1, ends - begun)
    gone = min(days, max(0, trading.store.day - begun))
    end = min(130.0, height - 20, width * 0.22)
    between = 6 if width < 400 else 16
    free = width - end * (2 + _PARCEL) - (days + 2) * between
    bead = max(4.0, min(26.0, free / days))
    parcel = picture(catalogue.carrier(order.carrier).picture, end * _PARCEL)
    beads = [parcel if day == gone else _bead(bead, day < gone) for day in range(days + 1)]
    city = picture(catalogue.city(order.city).picture, end)
    return side_by_side([picture("village", end), *beads, city], between)


def _bead(size: float, gone: bool) -> ft.Control:
    return bead(size, size, theme.LEAF if gone else None)
