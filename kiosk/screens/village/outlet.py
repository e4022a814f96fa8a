"""A family's own store, once it has left: what stands on its shelf, who ordered, its money."""

import flet as ft

from demo_store.store import Store
from demo_store.village.state import Family
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import body_height, store_frame, title_excess
from kiosk.screens.store.heap_cards import HeapCard, use_heap_cards
from kiosk.screens.village.families import named
from kiosk.screens.village.foot import act, foot_height
from kiosk.screens.village.outlet_goods import goods_of, use_goods
from kiosk.screens.village.outlet_money import money_of
from kiosk.screens.village.working import HOME, Working, use_working
from kiosk.theme import Layout
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.shapes import above, stacked
from kiosk.wording import words

_LEAST_HEAP = 112.0


@screen
def OutletScreen(visit: Visit) -> ft.Control:
    """Of a family that has a store of its own."""
    working = use_working(visit)
    family_id = ft.use_route_params().get("family_id", "")
    own = working.village.outlets.get(family_id)
    if own is None:
        return NotHere(visit, key="gone")
    return Outlet(visit, working, working.village.family(family_id), own, key=family_id)


@component
def Outlet(visit: Visit, working: Working, family: Family, own: Store) -> ft.Control:
    """Nothing is done here: it is looked at, and everything says itself when it is touched."""
    layout, say = visit.layout, words("village.own-store", name=named(working, family))
    goods, heaps = goods_of(working, family, own), _heaps(working, family, own)
    high = body_height(working) - title_excess(working, say) - _foot_height(working)
    row_high = _row_height(layout, high, len(heaps))
    below = high - row_high - theme.GAP
    blocks = [
        use_goods(working, goods, row_high),
        use_heap_cards(visit, heaps, layout.inner_width, below),
    ]
    body = stacked(blocks, theme.GAP)
    return store_frame(
        working,
        above(body, _way_back(working), layout.gap) if _foot_height(working) else body,
        say,
        place=f"village-outlet/{family.id}",
        back=HOME,
        also=[*(each.voice for each in goods[1:]), *(each.voice for each in heaps)],
        help_phrase=words("village.help-outlet"),
    )


def _heaps(working: Working, family: Family, own: Store) -> list[HeapCard]:
    """All three; in a lesson on a small window there is room for what the family has earned."""
    cards = money_of(working, family, own)
    small = working.moment is not None and working.visit.layout.phone
    return cards[-1:] if small else cards


def _foot_height(working: Working) -> float:
    """In a practice step the way back is shown: here nothing of it can be done."""
    return foot_height(working) if working.moment is not None else 0.0


def _way_back(working: Working) -> ft.Control:
    return act(working, "home", words("village.to-village"), "village", working.go_home)


def _row_height(layout: Layout, high: float, heaps: int) -> float:
    """What the goods take above the heaps of money, which need some room for their notes."""
    down = heaps if layout.tall else 1
    left = high - down * (_LEAST_HEAP + theme.GAP)
    return max(float(theme.TAP), min(high * 0.4, left))
