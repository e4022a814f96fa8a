"""One order from the first call to the money: who, where, how many, and what to do next."""

from dataclasses import dataclass

import flet as ft

from demo_store.selling.next_step import next_step
from demo_store.store import Order, OrderState
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.screens.store.order_acts import LIFE, acts
from kiosk.screens.store.order_choices import choices, said_of
from kiosk.screens.store.order_goods import goods
from kiosk.screens.store.packing import Table, use_table
from kiosk.screens.store.parcel_news import days_left, is_held_up, passed, told_of, travelling
from kiosk.screens.store.telling import joined
from kiosk.theme import Layout
from kiosk.visit import Visit
from kiosk.widgets.parcel_map import parcel_map
from kiosk.widgets.parcel_ways import SHAPE
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from kiosk.widgets.speaking import height_of
from kiosk.widgets.touch import tap, value
from kiosk.wording import money, number, words
from lessons.phrase import Phrase

REST = "rest"
"""What comes next where a lesson's step is done: on the screen nothing but the coach's way on."""
_STATES = tuple(OrderState)
_LEAST_MAP = 130.0
"""Below this height a map says nothing: what is beside it has to give room."""


@screen
def OrderScreen(visit: Visit) -> ft.Control:
    """The order she is at."""
    trading = use_trading(visit)
    order = trading.store.order(ft.use_route_params().get("order_id", ""))
    step = next_step(trading.store, order) if order else None
    done = trading.moment is not None and trading.moment.state.completed_step
    act = REST if done else step
    offered = choices(trading, order, act) if order else []
    table = use_table(trading, order, offered, act)
    if order is None or table is None or trading.store.product(order.product) is None:
        return NotHere(visit, key="gone")
    say = _say(trading, order, step)
    prices = said_of(offered)
    shown = store_frame(
        trading,
        _body(trading, order, act, say, table),
        say,
        place=f"order/{order.id}/{order.state}",
        back="/orders",
        also=[*_also(trading, order), *prices],
        also_coached=prices,
    )
    return table.around(shown)


def _body(
    trading: Trading, order: Order, step: str | None, say: Phrase, table: Table
) -> ft.Control:
    """Who and what, the stations of its life, and what to do now."""
    layout = trading.visit.layout
    act_high = _act_height(layout, step)
    life_high = 0 if layout.low else 44 if layout.phone else 108
    top = body_height(trading) - _title_excess(trading, say)
    top -= act_high + layout.gap if act_high else 0
    blocks: list[ft.Control] = []
    if life_high:
        top -= life_high + layout.gap
        blocks.append(_life(trading.visit, order, life_high))
    about = _about(trading, order, top, table)
    if act_high:
        blocks.append(acts(trading, order, step, act_high, table.offered, table.place))
    return stacked([about, *blocks], layout.gap, ft.MainAxisAlignment.SPACE_BETWEEN)


def _title_excess(trading: Trading, say: Phrase) -> float:
    """How much higher than a thing to tap the sentence stands, where it has two lines."""
    if trading.moment is not None:
        return 0.0  # the coach's sentence has a row of fixed height
    visit, layout = trading.visit, trading.visit.layout
    beside = theme.TAP + 2 * theme.GAP
    if not layout.tall:
        beside += 4 * (theme.TAP + theme.GAP)  # back, home, help and her face
    said = visit.text(visit.aside or say)
    high = height_of(said, visit.language, layout.inner_width - beside, 2, layout.title_size)
    return max(0.0, high - theme.TAP)


def _act_height(layout: Layout, step: str | None) -> float:
    if step == REST:
        return 0.0
    if step == "pack" and layout.tall:
        return 2 * (theme.TAP + 20) + theme.GAP  # two rows, with three lines of words
    if step == "ship" and layout.phone:
        return theme.TAP + 24  # the name above the picture, the price and the days
    if step in ("pack", "ship"):
        return max(theme.TAP + 8, layout.action_height)
    return layout.action_height


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


def _also(trading: Trading, order: Order) -> list[Part]:
    """Where the parcel is and how long it still takes; what went back to the buyer."""
    if order.state is OrderState.SHIPPED:
        return [Part(_whereabouts(trading, order))]
    if order.state in (OrderState.LOST, OrderState.RETURNED):
        return [Part(words("order.money-back"))]
    if order.state is OrderState.LAPSED:
        return [Part(words("order.why-lapsed"))]
    if order.state is OrderState.PAID and order.refund_fen:
        return [Part(words("order.refunded", money=money(order.refund_fen)))]
    return []


def _whereabouts(trading: Trading, order: Order) -> Phrase:
    catalogue, day = trading.visit.kiosk.classroom.catalogue, trading.store.day
    return joined([passed(catalogue, order, day), *told_of(catalogue, order, day)])


def _map(trading: Trading, order: Order, width: float, height: float) -> ft.Control:
    """The parcel on its way; touched it says where it is."""
    visit = trading.visit
    catalogue, said = visit.kiosk.classroom.catalogue, _whereabouts(trading, order)
    across = max(float(theme.TAP), min(width, height * SHAPE))
    shown = parcel_map([travelling(catalogue, order, trading.store.day)], across)
    return tap(visit, "order.map", visit.text(said), shown, lambda: visit.say(said))


def _about(trading: Trading, order: Order, height: float, table: Table) -> ft.Control:
    """Who ordered, from where, until when; and the goods as they lie now."""
    layout = trading.visit.layout
    largest = 96.0 if layout.low else 120.0  # beside a larger face three lines have no room
    size = 64.0 if layout.phone or height < 230 else min(largest, height * 0.42)
    across = layout.inner_width - 40 if layout.tall else (layout.inner_width - 60) * 0.6
    who = _who(trading, order, size)
    if order.state is OrderState.SHIPPED:
        return _under_way(trading, order, who, across, height)
    alone = table.is_used and layout.phone  # packing needs the room that she would have
    high = height - size - 60 if layout.tall and not alone else height - 30
    if table.is_used:
        lying = table.shown(across, high)
    else:
        lying = goods(trading, order, across, high, just_packed=table.just_packed)
    # what can be touched on the table has to be found in it
    state = value(
        "order.state",
        order.state,
        ft.Container(lying, width=across),
        hides=not table.is_used,
    )
    if alone:
        inner: ft.Control = state
    elif layout.tall:
        inner = stacked([who, state], 8)
    else:
        beside = (layout.inner_width - 60) * 0.38
        inner = side_by_side([ft.Container(who, width=beside), state], 8)
    return card(inner, width=layout.inner_width, height=height, padding=10)


def _under_way(
    trading: Trading, order: Order, who: ft.Control, across: float, height: float
) -> ft.Control:
    """The buyer beside or above the map."""
    layout = trading.visit.layout
    state = value("order.state", order.state, who)
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
    return side_by_side([face(customer.picture, size, theme.AIR), stacked(lines, 4)], 12)


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
    if left < 1:
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


@dataclass(frozen=True, slots=True)
class _Station:
    """A station of an order's life: passed, the next one, or still far."""

    name: str
    sign: str
    done: bool
    here: bool


def _life(visit: Visit, order: Order, height: float) -> ft.Control:
    """The seven stations of an order: done ones green, the one to come ringed."""
    cells = [_station(visit, station) for station in _stations(order)]
    return ft.Row(
        list[ft.Control](cells),
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        width=visit.layout.inner_width,
        height=height,
    )


def _stations(order: Order) -> list[_Station]:
    nothing_came = order.state in (OrderState.DECLINED, OrderState.LAPSED)
    reached = -1 if nothing_came else _STATES.index(order.state)
    ahead = (name for name, state, _ in LIFE if _STATES.index(state) > reached)
    following = "" if nothing_came else next(ahead, "")
    return [
        _Station(name, sign, _STATES.index(state) <= reached, name == following)
        for name, state, sign in LIFE
    ]


def _station(visit: Visit, station: _Station) -> ft.Control:
    """Its sign on a round ground; a small window has no room for its name."""
    small, done, here = visit.layout.phone, station.done, station.here
    size = 36.0 if small else 68.0
    edge = theme.LEAF if done else theme.CLAY if here else theme.LINE
    dot = ft.Container(
        picture(station.sign, size * 0.62),
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=theme.DONE if done else theme.HONEY if here else "#EFE3CF",
        border=ft.Border.all(3 if small else 5, edge),
        alignment=ft.Alignment.CENTER,
        opacity=1 if done or here else 0.6,
    )
    if small:
        return dot
    said = visit.text(words(f"order.{station.name}"))
    ink = theme.INK if done or here else theme.SOFT_INK
    return stacked([dot, theme.text(said, visit.language, 22, ink, max_lines=1)], 2)
