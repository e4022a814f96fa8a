"""The round: each house is touched in turn and gives what it has for the order."""

from dataclasses import replace

import flet as ft

from demo_store.store import Order, OrderState
from demo_store.village.state import Family
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import body_height, store_frame, title_excess
from kiosk.screens.village.at_home import at_home, in_centre
from kiosk.screens.village.basket import BasketCard
from kiosk.screens.village.families import named
from kiosk.screens.village.foot import foot_height, next_day, over_foot
from kiosk.screens.village.given import GivenScreen
from kiosk.screens.village.houses import Beside, houses, so_many
from kiosk.screens.village.walk import Walk, knock, said_at, walk_for
from kiosk.screens.village.working import HOME, Working, use_working
from kiosk.visit import Action, Visit
from kiosk.wording import number, words


@screen
def RoundScreen(visit: Visit) -> ft.Control:
    """Who has nothing for it need not be visited; with the last that gives the round is made.

    Until then nothing is written: who comes back begins anew.
    """
    working = use_working(visit)
    order = working.order_here(ft.use_route_params().get("order_id", ""))
    _, redraw = ft.use_state(0)
    visited: ft.MutableRef[list[str]] = ft.use_ref(list)
    # of a round that was made before she came it is seen who gave what
    was_made: ft.MutableRef[bool] = ft.use_ref(lambda: _is_made(working, order))
    if order is not None and was_made.current:
        return GivenScreen(visit, key="given")
    if order is None or not (order.state is OrderState.ACCEPTED or _is_made(working, order)):
        return NotHere(visit, key="gone")
    assert visited.current is not None
    walk = walk_for(working, order, visited.current)

    def beside(family: Family) -> Beside:
        def touched() -> None:
            knock(working, walk, family)
            redraw(lambda turn: turn + 1)

        return _beside(working, walk, family, touched)

    wanted = words("village.say-round", product=working.kind.name, count=number(order.quantity))
    say = walk.hindrance or wanted
    free = body_height(working) - title_excess(working, say) - foot_height(working)
    shown = houses(working, beside, in_centre(working), free)
    also = [] if walk.hindrance else [Part(words("village.touch-houses"))]
    return store_frame(
        working,
        over_foot(working, shown, _foot(working, walk)),
        say,
        place=f"village-round/{order.id}",
        back=HOME,
        also=also,
        also_coached=also,
        help_phrase=words("village.help-round"),
    )


def _is_made(working: Working, order: Order | None) -> bool:
    return order is not None and order.id in working.village.shared


def _beside(working: Working, walk: Walk, family: Family, touched: Action) -> Beside:
    """A house: closed until it is touched, then with what it gave; where no round is, as ever."""
    if walk.hindrance is not None:
        return replace(at_home(working, family), action=touched)
    hand = working.stuck and family.id == walk.following
    if family.id not in walk.visited:
        asked = words("village.ask", name=named(working, family))
        return Beside(asked, action=touched, hand=hand)
    count = walk.gives.get(family.id, 0)
    things = so_many(working.kind.picture, count) if count else None
    return Beside(said_at(working, walk, family), things, action=touched, seen=True)


def _foot(working: Working, walk: Walk) -> ft.Control:
    """The basket; where there is no round today, the next day."""
    layout = working.visit.layout
    if walk.hindrance is not None:
        return next_day(working)
    return BasketCard(working, walk.basket, layout.inner_width, float(layout.action_height))
