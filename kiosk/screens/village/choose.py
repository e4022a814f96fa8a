"""What an order of the village is packed in, or who carries it: a choice with its prices."""

from collections.abc import Sequence
from dataclasses import replace

import flet as ft

from demo_store.commands import PackOrder, ShipOrder
from demo_store.store import Order
from demo_store.village.stations import best_packing, best_sending, next_station
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import body_height, store_frame, title_excess
from kiosk.screens.store.order_choices import Choice, Choices, choices, said_of
from kiosk.screens.village.givers import givers
from kiosk.screens.village.working import HOME, Working, use_working
from kiosk.theme import Layout
from kiosk.visit import Visit
from kiosk.widgets.shapes import above
from kiosk.wording import words

_STEPS = {"pack": "pack", "send": "ship"}
"""What a single store calls the step of a station."""


@screen
def ChooseScreen(visit: Visit) -> ft.Control:
    """One touch packs or sends it, says what that costs, and leads back to the order."""
    working = use_working(visit)
    order = working.order_here(ft.use_route_params().get("order_id", ""))
    # as it was when she came: what she takes changes it before the order is shown again
    begun: ft.MutableRef[str] = ft.use_ref(lambda: _station(working, order))
    station = begun.current
    if order is None or station not in _STEPS:
        return NotHere(visit, key="gone")
    offered = _offered(working, order, _STEPS[station])
    say = words("order.say-pack" if station == "pack" else "order.say-ship")
    prices = said_of(offered)
    high = body_height(working) - title_excess(working, say)
    return store_frame(
        working,
        _body(working, order, offered, high),
        say,
        place=f"village-choose/{order.id}/{station}",
        back=f"{HOME}/order/{order.id}",
        also=prices,
        also_coached=prices,
        help_phrase=words("village.help-choose"),
    )


def _station(working: Working, order: Order | None) -> str:
    """Where the order goes next; empty where it does not."""
    return (next_station(working.village, order) if order else None) or ""


def _offered(working: Working, order: Order, step: str) -> list[Choice]:
    """All there is; who is stuck is shown the one that the official at the desk would take."""
    catalogue, village = working.visit.kiosk.classroom.catalogue, working.village
    found = choices(working, order, step)
    best = best_packing if step == "pack" else best_sending
    taken = _taken(best(catalogue, village, order))
    return [replace(each, hand=working.stuck and _taken(each.command) == taken) for each in found]


def _taken(command: object) -> str:
    """The packaging or the carrier that a choice is about."""
    match command:
        case PackOrder(packaging=taken) | ShipOrder(carrier=taken):
            return taken
    raise TypeError(command)


def _body(working: Working, order: Order, offered: Sequence[Choice], high: float) -> ft.Control:
    """The goods above what she chooses between."""
    layout = working.visit.layout
    across = 2 if layout.tall else len(offered)
    rows = -(-len(offered) // across)
    each = _height(layout, high, rows)
    top = high - rows * each - (rows - 1) * theme.GAP - layout.gap
    shown = Choices(working, list(offered), across, each, key="choices")
    return above(givers(working, order, layout.inner_width, top), shown, layout.gap)


def _height(layout: Layout, high: float, rows: int) -> float:
    """As large as leaves the goods a third."""
    # on a low window a larger picture would leave too little width for the longest name
    most = 100.0 if layout.low else 130.0 if layout.phone else 180.0
    return max(float(theme.TAP) + 8, min(most, (high * 0.64 - (rows - 1) * theme.GAP) / rows))
