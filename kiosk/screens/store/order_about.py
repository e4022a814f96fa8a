"""What an order's screen is about: the buyer, the city, the time, and the goods as they lie."""

from collections.abc import Callable

import flet as ft

from demo_store.store import Order, OrderState
from kiosk import theme
from kiosk.screens.store.coaching import Trading
from kiosk.screens.store.order_goods import goods
from kiosk.screens.store.parcel_news import days_left, is_held_up, passed, told_of, travelling
from kiosk.visit import Visit
from kiosk.widgets.parcel_map import parcel_map
from kiosk.widgets.parcel_ways import SHAPE
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card, round_style, side_by_side, stacked
from kiosk.widgets.touch import Handler, saying, tap, value
from kiosk.wording import money, number, words
from lessons.phrase import Phrase, joined

Lying = Callable[[float, float], ft.Control]
"""Draws goods into a width and a height."""

_LOUD = 36.0
"""The loudspeaker's size: a sign on what is touched, not a thing to touch."""
_LEAST_MAP = 130.0
"""Below this height a map says nothing: what is beside it has to give room."""


def whereabouts(trading: Trading, order: Order) -> Phrase:
    catalogue, day = trading.visit.kiosk.classroom.catalogue, trading.store.day
    return joined([passed(catalogue, order, day), *told_of(catalogue, order, day)])


def _map(trading: Trading, order: Order, width: float, height: float) -> ft.Control:
    """The parcel on its way; touched it says where it is."""
    visit = trading.visit
    catalogue, said = visit.kiosk.classroom.catalogue, whereabouts(trading, order)
    across = max(float(theme.TAP), min(width, height * SHAPE))
    shown = parcel_map([travelling(catalogue, order, trading.store.day)], across)
    return tap(visit, "order.map", visit.text(said), shown, lambda: visit.say(said))


def about(
    trading: Trading,
    order: Order,
    height: float,
    lying: Lying | None = None,
    *,
    touched: bool = False,
    alone: bool = False,
) -> ft.Control:
    """Who ordered, from where, until when; and the goods as they lie now.

    ``lying`` draws them otherwise than the order's state does; ``touched`` says that they can be,
    ``alone`` leaves them all the room.
    """
    layout = trading.visit.layout
    largest = 96.0 if layout.low else 120.0  # beside a larger face three lines have no room
    size = 64.0 if layout.phone or height < 230 else min(largest, height * 0.42)
    across = layout.inner_width - 40 if layout.tall else (layout.inner_width - 60) * 0.6
    who = _who(trading, order, size)
    if order.state is OrderState.SHIPPED:
        return _under_way(trading, order, who, across, height)
    high = height - 30
    if layout.tall and not alone:
        high -= _who_height(trading, order, size) + 12
    shown = lying(across, high) if lying else goods(trading, order, across, high)
    # what can be touched has to be found in it; all else says the order
    lies = ft.Container(shown, width=across)
    says = None if touched else _hearing(trading, order)
    state = value("order.state", order.state, lies, hides=not touched, says=says)
    if alone:
        inner: ft.Control = state
    elif layout.tall:
        inner = stacked(
            [
                _heard(
                    trading, order, who, layout.inner_width - 40, _who_height(trading, order, size)
                ),
                state,
            ],
            8,
        )
    else:
        beside = (layout.inner_width - 60) * 0.38
        inner = side_by_side([_heard(trading, order, who, beside, height - 30), state], 8)
    return card(inner, width=layout.inner_width, height=height, padding=10)


def _said(trading: Trading, order: Order) -> list[Phrase]:
    """Who wants what, and how it stands with the time."""
    catalogue = trading.visit.kiosk.classroom.catalogue
    product = trading.store.product(order.product)
    assert product is not None
    name, city = catalogue.kind(product.kind).name, catalogue.city(order.city).name
    key = "order.say-accept" if order.state is OrderState.PLACED else "order.said"
    when = _when(trading, order)
    told = words(key, city=city, product=name, count=number(order.quantity))
    return [told, *([when[1]] if when is not None else [])]


def _heard(
    trading: Trading, order: Order, who: ft.Control, width: float, height: float
) -> ft.Control:
    """The buyer's side of the card: touched it says the order."""
    visit, said = trading.visit, _said(trading, order)
    return tap(
        visit,
        "order.hear",
        visit.text(joined(said)),
        who,
        lambda: visit.say(*said),
        repeatable=True,
        width=width,
        height=max(float(theme.TAP), height),
    )


def _hearing(trading: Trading, order: Order) -> Handler:
    """What lies on the card says the order as well."""
    return saying(trading.visit, "order.goods", *_said(trading, order))


def _under_way(
    trading: Trading, order: Order, who: ft.Control, across: float, height: float
) -> ft.Control:
    """The buyer beside or above the map."""
    layout = trading.visit.layout
    state = value("order.state", order.state, who, says=_hearing(trading, order))
    if layout.tall:
        lines = 3 + is_held_up(order)
        high = height - lines * (44 if layout.phone else 72) - 28
        if high < _LEAST_MAP:  # a lesson on a small window
            state, high = value("order.state", order.state, _in_short(trading, order)), height - 76
        inner: ft.Control = stacked([state, _map(trading, order, across, high)], 8)
    else:
        beside = ft.Container(state, width=(layout.inner_width - 60) * 0.38)
        inner = side_by_side([beside, _map(trading, order, across, height - 24)], 8)
    return card(inner, width=layout.inner_width, height=height, padding=10)


def _in_short(trading: Trading, order: Order) -> ft.Control:
    """The city and the days that are left, in one row."""
    city = trading.visit.kiosk.classroom.catalogue.city(order.city)
    days = theme.digits(str(days_left(order, trading.store.day)), 32, theme.CLAY)
    line = _line(trading.visit, city.picture, city.name, 44, 22)
    return side_by_side([line, picture("calendar", 40), days], 12)


def _who(trading: Trading, order: Order, size: float) -> ft.Control:
    """The buyer's face and, beside it, the city and how it stands with the time."""
    catalogue = trading.visit.kiosk.classroom.catalogue
    city, customer = catalogue.city(order.city), catalogue.customer(order.customer)
    lines = [_line(trading.visit, city.picture, city.name, size * 0.6, 26)]
    when = _when(trading, order)
    if when is not None:
        lines.append(_line(trading.visit, *when, size * 0.55, 22))
    small = 18.0 if trading.visit.layout.phone else 22.0
    lines += [_line(trading.visit, *each, size * 0.5, small) for each in _way(trading, order)]
    return side_by_side([_speaking_face(customer.picture, size), stacked(lines, 4)], 12)


def _speaking_face(name: str, size: float) -> ft.Control:
    """The buyer; a small loudspeaker shows that the order can be heard."""
    sign = ft.Container(
        ft.Icon(ft.Icons.VOLUME_UP_ROUNDED, size=_LOUD * 0.6, color=theme.ON_DEEP),
        right=-4,
        bottom=-4,
        **round_style(theme.SKY, _LOUD),
    )
    return ft.Stack([face(name, size, theme.AIR), sign], clip_behavior=ft.ClipBehavior.NONE)


def _who_height(trading: Trading, order: Order, size: float) -> float:
    """What `_who` takes at most, and never less than a thing to tap."""
    when = _when(trading, order) is not None
    ways = len(_way(trading, order))
    lines = [max(size * 0.6, 42.0), *[max(size * 0.55, 36.0)] * when, *[size * 0.5 + 8] * ways]
    return max(float(theme.TAP), size, sum(lines) + 4 * (len(lines) - 1))


def _when(trading: Trading, order: Order) -> tuple[str, Phrase] | None:
    """How long there is to send it; later there is no hurry, only where it is. Picture, words."""
    match order.state:
        case OrderState.SHIPPED:
            carrier = trading.visit.kiosk.classroom.catalogue.carrier(order.carrier)
            return carrier.picture, words("order.on-its-way")
        case OrderState.DELIVERED:
            return "house", words("order.arrived")
        case OrderState.PAID:
            return "coin", words("order.paid")
        case OrderState.LOST:
            return "question", words("order.lost")
        case OrderState.RETURNED:
            return "basket", words("order.returned")
        case OrderState.LAPSED:
            return "calendar", words("order.lapsed")
        case OrderState.DECLINED:
            return None
    left = order.due_day - trading.store.day
    if left < 0:
        return "hourglass", words("order.late", count=number(-left))
    if not left:
        return "calendar", words("order.send-today")
    return "calendar", words("order.days-left", count=number(left))


def _way(trading: Trading, order: Order) -> list[tuple[str, Phrase]]:
    """The days that a parcel still takes, and what holds it up; what the buyer got back."""
    catalogue = trading.visit.kiosk.classroom.catalogue
    if order.state is OrderState.PAID and order.refund_fen:
        return [("coin", words("order.went-back", money=money(order.refund_fen)))]
    if order.state is not OrderState.SHIPPED:
        return []
    left = days_left(order, trading.store.day)
    way = [("calendar", words("order.arrives", count=number(left)))]
    if is_held_up(order):
        mishap = catalogue.mishap(order.delayed_by)
        way.append((mishap.picture, mishap.name))
    return way


def _line(visit: Visit, name: str, phrase: Phrase, size: float, letters: float) -> ft.Control:
    said = theme.text(visit.text(phrase), visit.language, letters, max_lines=1)
    return side_by_side([picture(name, size), said], 8)
