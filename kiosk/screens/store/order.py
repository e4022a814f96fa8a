"""One order from the first call to the money: who, where, how many, and what to do next."""

import flet as ft

from demo_store.next_step import next_step
from demo_store.store import Order, OrderState
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.screens.store.order_acts import LIFE, acts
from kiosk.screens.store.order_goods import goods
from kiosk.visit import Visit
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from kiosk.widgets.touch import value
from kiosk.wording import number, words
from lessons.phrase import Phrase

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
    blocks.append(acts(trading, order, step, act_high))
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
    across = layout.inner_width - 40 if layout.tall else (layout.inner_width - 60) * 0.6
    lying = goods(trading, order, across, height - size - 60 if layout.tall else height - 30)
    state = value("order.state", order.state, ft.Container(lying, width=across))
    if layout.tall:
        inner: ft.Control = stacked([side_by_side(who, 12), state], 8)
    else:
        beside = (layout.inner_width - 60) * 0.38
        inner = side_by_side([ft.Container(side_by_side(who, 12), width=beside), state], 8)
    return card(inner, width=layout.inner_width, height=height, padding=10)


def _life(visit: Visit, order: Order, height: float) -> ft.Control:
    """The seven stations of an order: done ones green, the one to come ringed."""
    small = visit.layout.phone
    size = 36.0 if small else 68.0
    reached = _STATES.index(order.state) if order.state is not OrderState.DECLINED else -1
    cells: list[ft.Control] = []
    following = next((name for name, state, _ in LIFE if _STATES.index(state) > reached), "")
    for name, state, sign in LIFE:
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
