"""The money of an order, shared out: each family's coins at its house, to the last one."""

import flet as ft

from demo_store.village.settlement import parts_of
from demo_store.village.state import Family
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import body_height, store_frame, title_excess
from kiosk.screens.village.families import named
from kiosk.screens.village.foot import act, foot_height, over_foot
from kiosk.screens.village.houses import Beside, Things, houses, identifier_of
from kiosk.screens.village.working import HOME, Working, use_working
from kiosk.visit import Visit
from kiosk.widgets.money import heap_of
from kiosk.widgets.shapes import card, side_by_side
from kiosk.widgets.touch import saying, value
from kiosk.wording import money, words

_COINS_SHARE = 0.56


@screen
def SettledScreen(visit: Visit) -> ft.Control:
    """Every family's part beside its house, the centre's in the middle; what came stands below."""
    working = use_working(visit)
    order_id = ft.use_route_params().get("order_id", "")
    events = visit.kiosk.classroom.records.village_events(working.learner)
    kept, parts = parts_of(events, order_id)
    if not parts:
        return NotHere(visit, key="gone")

    def beside(family: Family) -> Beside:
        name, fen = named(working, family), parts.get(family.id, 0)
        if not fen:
            return Beside(words("village.nothing", name=name))
        return Beside(words("village.got", name=name, money=money(fen)), _coins(fen), _COINS_SHARE)

    came = kept + sum(parts.values())
    say = words("village.settled", money=money(came))
    stays = Beside(words("village.keeps", money=money(kept)), _coins(kept), _COINS_SHARE)
    free = body_height(working) - title_excess(working, say) - foot_height(working)
    body = over_foot(working, houses(working, beside, stays, free), _foot(working, came))
    told = [
        Part(beside(family).said, identifier_of(family))
        for family in working.village.families
        if family.id in parts
    ]
    told.append(Part(stays.said, "village.centre"))
    return store_frame(
        working,
        body,
        say,
        place=f"village-settled/{order_id}",
        back=HOME,
        also=told,
        also_coached=told,
        help_phrase=words("village.help"),
    )


def _coins(fen: int) -> Things:
    return lambda width, height: heap_of(fen, width, height, max(48.0, min(110.0, width * 0.4)))


def _foot(working: Working, came: int) -> ft.Control:
    """All the money that came, and the way back."""
    layout = working.visit.layout
    wide, high = min(420.0, layout.inner_width * 0.5), float(layout.action_height)
    heap = card(heap_of(came, wide - 24, high - 16, 90), width=wide, height=high, padding=4)
    says = saying(working.visit, "village.settled", money(came))
    back = act(
        working,
        "home",
        words("village.to-village"),
        "village",
        working.go_home,
        wide + theme.GAP,
    )
    return side_by_side([value("village.settled", str(came), heap, says=says), back])
