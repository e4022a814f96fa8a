"""The money of an order, shared out: each family's coins at its house, to the last one."""

import flet as ft

from demo_store.village.settlement import making_parts, parts_of
from demo_store.village.state import Family
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.book_screen import SIGNS
from kiosk.screens.store.coaching import body_height, store_frame, title_excess
from kiosk.screens.village.families import named
from kiosk.screens.village.foot import act, foot_height, over_foot
from kiosk.screens.village.houses import Beside, houses, identifier_of
from kiosk.screens.village.working import HOME, Working, use_working
from kiosk.visit import Visit
from kiosk.widgets.money import heap_of
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from kiosk.widgets.touch import saying, value
from kiosk.wording import left_to_right, money, words, yuan
from lessons.phrase import Phrase, joined

_COINS_SHARE = 0.68
_COST = 24.0
"""The height of what was spent, below the coins."""


@screen
def SettledScreen(visit: Visit) -> ft.Control:
    """Every family's part beside its house, the centre's in the middle; what came stands below."""
    working = use_working(visit)
    order_id = ft.use_route_params().get("order_id", "")
    events = visit.kiosk.classroom.records.village_events(working.learner)
    kept, parts = parts_of(events, order_id)
    order = working.order_here(order_id)
    if not parts or order is None:
        return NotHere(visit, key="gone")
    made = making_parts(order.making_fen, working.village.shared.get(order.id, ()))

    def beside(family: Family) -> Beside:
        fen = parts.get(family.id, 0)
        if not fen:
            return Beside(words("village.nothing", name=named(working, family)))
        return _with_cost(_got(working, family, fen), fen, "making", made.get(family.id, 0))

    came = kept + sum(parts.values())
    say = words("village.settled", money=money(came))
    keeps = words("village.keeps", money=money(kept))
    stays = _with_cost(keeps, kept, "packaging", order.packaging_fen)
    free = body_height(working) - title_excess(working, say) - foot_height(working)
    body = over_foot(working, houses(working, beside, stays, free), _foot(working, came))
    told = [
        Part(_got(working, family, parts[family.id]), identifier_of(family))
        for family in working.village.families
        if family.id in parts
    ]
    told.append(Part(keeps, "village.centre"))
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


def _got(working: Working, family: Family, fen: int) -> Phrase:
    return words("village.got", name=named(working, family), money=money(fen))


def _with_cost(got: Phrase, fen: int, what: str, cost_fen: int) -> Beside:
    """What came there, and what had been spent on it; ``what`` is a kind of line in the book."""
    said = joined([got, words(f"book.{what}", money=money(cost_fen))]) if cost_fen else got

    def drawn(width: float, height: float) -> ft.Control:
        below = _COST if cost_fen else 0.0
        note = max(48.0, min(110.0, width * 0.4))
        shown = [heap_of(fen, width, height - below, note)]
        if cost_fen:
            digits = theme.digits(left_to_right(f"–{yuan(cost_fen)}"), _COST - 5, theme.SOFT_INK)
            shown.append(side_by_side([picture(SIGNS[what], _COST - 2), digits], 4, tight=True))
        return stacked(shown, 0)

    return Beside(said, drawn, _COINS_SHARE)


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
