"""All parcels on one map, and beside it how many days each still takes."""

import flet as ft

from demo_store.store import Order, OrderState
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.paging import use_pages
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.screens.store.parcel_news import days_left, is_held_up, parcels, told_of, travelling
from kiosk.visit import Visit
from kiosk.widgets.parcel_map import parcel_map
from kiosk.widgets.parcel_ways import SHAPE
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.speaking import fitting, use_spoken
from kiosk.widgets.touch import tap
from kiosk.wording import number, words
from lessons.phrase import Phrase, joined

_CARD = 104.0
_LEAST_LIST = 250.0


@screen
def ParcelsScreen(visit: Visit) -> ft.Control:
    """The map beside its parcels; on a tall window above them."""
    trading = use_trading(visit)
    catalogue, store = visit.kiosk.classroom.catalogue, trading.store
    spoken = use_spoken(visit)
    found = parcels(store)
    away = [order for order in found if order.state is OrderState.SHIPPED]
    high, room = body_height(trading), visit.layout.inner_width
    across = _map_width(visit, high, room, len(found))
    listed = room if visit.layout.tall else room - across - theme.GAP
    list_high = high - (across / SHAPE + theme.GAP if visit.layout.tall else 0)
    down = max(1, int((list_high + theme.GAP) // (_CARD + theme.GAP)))
    if len(found) > down:
        down = max(1, int((list_high - theme.TAP) // (_CARD + theme.GAP)))
    shown, ways = use_pages(
        visit, found, down, "store.parcels", lambda order: _part(trading, order)
    )
    cells = [
        _parcel(trading, order, listed, spoken is not None and spoken.about == order.id)
        for order in shown
    ]
    ground = parcel_map([travelling(catalogue, order, store.day) for order in away], across)
    beside = stacked([*cells, *([ways] if ways else [])], theme.GAP, ft.MainAxisAlignment.START)
    body: ft.Control = ground
    if found:
        body = stacked([ground, beside], theme.GAP) if visit.layout.tall else _row(ground, beside)
    say = words("parcels.say", count=number(len(away))) if away else words("parcels.none")
    return store_frame(
        trading,
        ft.Container(body, alignment=ft.Alignment.CENTER),
        say,
        place="parcels",
        back="/orders",
        also=[_part(trading, order) for order in shown],
        help_phrase=words("parcels.help"),
    )


def _map_width(visit: Visit, high: float, room: float, parcels: int) -> float:
    """So large that two parcels, and the way to more of them, are seen with it."""
    if visit.layout.tall:
        listed = min(parcels, 2) * (_CARD + theme.GAP)
        listed += theme.TAP + theme.GAP if parcels > 2 else 0
        return max(150.0, min(room, (high - listed) * SHAPE))
    return min(high * SHAPE, room - _LEAST_LIST - theme.GAP)


def _row(ground: ft.Control, beside: ft.Control) -> ft.Control:
    return ft.Row(
        [ground, beside],
        spacing=theme.GAP,
        alignment=ft.MainAxisAlignment.CENTER,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _told(trading: Trading, order: Order) -> Phrase:
    catalogue = trading.visit.kiosk.classroom.catalogue
    return joined(told_of(catalogue, order, trading.store.day))


def _part(trading: Trading, order: Order) -> Part:
    return Part(_told(trading, order), order.id)


def _parcel(trading: Trading, order: Order, width: float, speaking: bool) -> ft.Control:
    """The city, what carries it, and the days that are left; it leads to the order."""
    visit = trading.visit
    catalogue = visit.kiosk.classroom.catalogue
    city = catalogue.city(order.city)
    name = visit.text(city.name)
    signs: list[ft.Control] = [picture(catalogue.carrier(order.carrier).picture, 48)]
    ground = theme.PAPER
    if order.state is OrderState.LOST:
        signs, ground = [picture("question", 48), picture("coin", 40)], theme.ROSE
    elif order.state is OrderState.DELIVERED:
        signs, ground = [picture("house", 48), picture("check", 40)], theme.DONE
    else:
        days = theme.digits(str(days_left(order, trading.store.day)), 36, theme.CLAY)
        signs += [picture("calendar", 40), days]
        if is_held_up(order):
            signs.append(picture(catalogue.mishap(order.delayed_by).picture, 40))
    label = theme.text(name, visit.language, fitting(name, visit.language, 110, 1, 26), max_lines=1)
    who = stacked([picture(city.picture, 42), label], 0, tight=True)
    return tap(
        visit,
        f"parcel.see:{order.id}",
        visit.text(_told(trading, order)),
        ft.Row(
            [who, side_by_side(signs, 8, tight=True)],
            alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        lambda: trading.go(f"/order/{order.id}"),
        width=width,
        height=_CARD,
        **card_style(ground, theme.SKY if speaking else None, padding=8),
    )
