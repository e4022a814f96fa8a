"""One order from the first call to the money: who, where, how many, and what to do next."""

from dataclasses import dataclass
from functools import partial

import flet as ft

from demo_store.selling.next_step import next_step
from demo_store.store import Order, OrderState
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import (
    Trading,
    body_height,
    store_frame,
    title_excess,
    use_trading,
)
from kiosk.screens.store.order_about import about, whereabouts
from kiosk.screens.store.order_acts import LIFE, acts
from kiosk.screens.store.order_choices import choices, said_of
from kiosk.screens.store.order_goods import goods
from kiosk.screens.store.packing import Table, use_table
from kiosk.theme import Layout
from kiosk.visit import Visit
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import stacked
from kiosk.wording import money, number, words
from lessons.phrase import Phrase

REST = "rest"
"""What comes next where a lesson's step is done: on the screen nothing but the coach's way on."""
_STATES = tuple(OrderState)


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
    top = body_height(trading) - title_excess(trading, say)
    top -= act_high + layout.gap if act_high else 0
    blocks: list[ft.Control] = []
    if life_high:
        top -= life_high + layout.gap
        blocks.append(_life(trading.visit, order, life_high))
    shown = _about(trading, order, top, table)
    if act_high:
        blocks.append(acts(trading, order, step, act_high, table.offered, table.place))
    return stacked([shown, *blocks], layout.gap, ft.MainAxisAlignment.SPACE_BETWEEN)


def _about(trading: Trading, order: Order, height: float, table: Table) -> ft.Control:
    """What it is about; while it is packed the goods lie on the table."""
    lying = partial(goods, trading, order, just_packed=table.just_packed)
    return about(
        trading,
        order,
        height,
        table.shown if table.is_used else lying,
        touched=table.is_used,
        # packing needs the room that the buyer would have
        alone=table.is_used and trading.visit.layout.phone,
    )


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
        return [Part(whereabouts(trading, order))]
    if order.state in (OrderState.LOST, OrderState.RETURNED):
        return [Part(words("order.money-back"))]
    if order.state is OrderState.LAPSED:
        return [Part(words("order.why-lapsed"))]
    if order.state is OrderState.PAID and order.refund_fen:
        return [Part(words("order.refunded", money=money(order.refund_fen)))]
    return []


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
    edge = theme.LEAF if done else theme.CLAY if here else theme.EDGE
    dot = ft.Container(
        picture(station.sign, size * 0.62),
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=theme.DONE if done else theme.HONEY if here else theme.SHADE,
        border=ft.Border.all(3 if small else 5, edge),
        alignment=ft.Alignment.CENTER,
        opacity=1 if done or here else 0.6,
    )
    if small:
        return dot
    said = visit.text(words(f"order.{station.name}"))
    ink = theme.INK if done or here else theme.SOFT_INK
    return stacked([dot, theme.text(said, visit.language, 22, ink, max_lines=1)], 2)
