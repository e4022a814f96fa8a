"""An order of the village: can all families together fill it, and where it is on its way."""

from functools import partial

import flet as ft

from demo_store.store import OVER, Order, OrderState
from demo_store.village.stations import next_station
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import body_height, store_frame, title_excess
from kiosk.screens.store.order_about import about, whereabouts
from kiosk.screens.village.accepting import accept_or_not
from kiosk.screens.village.complaints import bad_picture, complained, complaint
from kiosk.screens.village.foot import act, foot_height, next_day, over_foot, small_sun
from kiosk.screens.village.givers import givers
from kiosk.screens.village.path import path, path_height
from kiosk.screens.village.working import HOME, Working, use_working
from kiosk.visit import Visit
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from kiosk.widgets.touch import saying, value
from kiosk.wording import number, words
from lessons.phrase import Phrase

_HAVE_HIGH = 96.0
_LEAST_WHOSE = 84.0


@screen
def VillageOrderScreen(visit: Visit) -> ft.Control:
    """Accepted here, worked on station by station, followed until it is paid."""
    working = use_working(visit)
    order = working.order_here(ft.use_route_params().get("order_id", ""))
    if order is None:
        return NotHere(visit, key="gone")
    say = _say(working, order)
    station = next_station(working.village, order)
    high = body_height(working) - title_excess(working, say)
    return store_frame(
        working,
        _body(working, order, station, high),
        say,
        place=f"village-order/{order.id}/{order.state}/{station}",
        back=HOME,
        also=_also(working, order),
        also_coached=_also(working, order),
        help_phrase=words("village.help-stations" if station else "village.help"),
    )


def _body(working: Working, order: Order, station: str | None, high: float) -> ft.Control:
    if station:
        return _at_stations(working, order, station, high)
    free = high - foot_height(working)
    if order.state is OrderState.PLACED:
        free -= _HAVE_HIGH + working.visit.layout.gap
        gap = working.visit.layout.gap
        field = stacked([about(working, order, free), _have(working, order)], gap)
        return over_foot(working, field, _foot(working, order))
    bad = complained(working.village) is order
    lying = partial(_bad_unit, working, order) if bad else None
    return over_foot(working, about(working, order, free, lying), _foot(working, order))


def _at_stations(working: Working, order: Order, station: str, high: float) -> ft.Control:
    """Whose things these are above the stations; without one of them where there is no room."""
    layout = working.visit.layout
    top = high - path_height(layout) - layout.gap
    if top < _LEAST_WHOSE and working.done:
        return givers(working, order, layout.inner_width, high)
    shown = path(working, order, station)
    if top < _LEAST_WHOSE:
        return shown
    whose = _whose(working, order, station, top)
    return stacked([whose, shown], layout.gap, ft.MainAxisAlignment.SPACE_BETWEEN)


def _whose(working: Working, order: Order, station: str, height: float) -> ft.Control:
    """Whose things these are; where they have to wait for tomorrow, beside the sun."""
    width = working.visit.layout.inner_width
    if not working.is_full(order, station):
        return givers(working, order, width, height)
    wide = width - theme.TAP - theme.GAP
    return side_by_side([givers(working, order, wide, height), small_sun(working)])


def _bad_unit(working: Working, order: Order, width: float, height: float) -> ft.Control:
    """The one that was not good, before anybody knows whose it is."""
    size = max(48.0, min(height - 16, 220.0, width / 2.6))
    shown = picture(bad_picture(working, order), size)
    return side_by_side([shown, picture("question", size * 0.7)], 18)


def _say(working: Working, order: Order) -> Phrase:
    catalogue = working.visit.kiosk.classroom.catalogue
    values = {
        "product": working.kind.name,
        "city": catalogue.city(order.city).name,
        "count": number(order.quantity),
    }
    station = next_station(working.village, order)
    if station:
        return words(f"village.at-{station}")
    if complained(working.village) is order:
        return complaint(working, order)
    if order.state is OrderState.PLACED:
        return words("order.say-accept", **values)
    if order.state is OrderState.PAID:
        return words("village.paid")
    return words(f"order.say-{order.state}", **values)


def _also(working: Working, order: Order) -> list[Part]:
    """Whether all families together have as many; where a parcel is."""
    if order.state is OrderState.PLACED:
        count = _stock(working)
        enough = "village.enough" if count >= order.quantity else "village.too-few"
        return [
            Part(words("village.together", count=number(count))),
            Part(words(enough)),
        ]
    if order.state is OrderState.SHIPPED:
        return [Part(whereabouts(working, order))]
    if order.state is OrderState.DECLINED:
        return [Part(words("village.declined"))]
    return []


def _stock(working: Working) -> int:
    """What all families have, less what was promised to other orders."""
    return sum(run.count for family in working.village.families for run in family.stock) - sum(
        order.quantity for order in working.store.open_orders if order.state is OrderState.ACCEPTED
    )


def _have(working: Working, order: Order) -> ft.Control:
    """What all families together have, and whether that is enough."""
    count = _stock(working)
    shown = [
        picture("village", 68),
        picture(working.kind.picture, 56),
        theme.digits(str(count), 48, theme.CLAY),
        picture("check" if count >= order.quantity else "stone", 56),
    ]
    together = value(
        "village.together",
        str(count),
        side_by_side(shown, 18, height=_HAVE_HIGH - 26),
        says=saying(
            working.visit, "village.together", words("village.together", count=number(count))
        ),
    )
    width = working.visit.layout.inner_width
    ground = theme.DONE if count >= order.quantity else theme.ROSE
    return card(together, ground, width=width, height=_HAVE_HIGH, padding=8)


def _foot(working: Working, order: Order) -> ft.Control:
    """What can be done with an order that is at no station."""
    if order.state is OrderState.PLACED:
        return accept_or_not(working, order)
    if complained(working.village) is order:
        label, there = words("village.complaint"), f"/parcel/{order.id}"
        return act(working, "complaint", label, "magnifier", lambda: working.go_home(there))
    if order.state is OrderState.PAID:
        label, there = words("village.coins"), f"/paid/{order.id}"
        return act(working, "coins", label, "coin", lambda: working.go_home(there))
    if order.state in OVER:
        return act(working, "home", words("village.to-village"), "village", working.go_home)
    return next_day(working)
