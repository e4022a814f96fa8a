"""Where the money of an order went: what it cost, what others took, what the families have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import flet as ft

from demo_store.finance.accounts import order_accounts
from demo_store.store import Order
from demo_store.village.settlement import making_parts, parts_of
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.book_screen import SIGNS
from kiosk.screens.store.coaching import body_height, store_frame, title_excess
from kiosk.screens.store.heap_cards import HeapCard, use_heap_cards
from kiosk.screens.village.families import faces, is_hers
from kiosk.screens.village.foot import act, foot_height, over_foot
from kiosk.screens.village.working import HOME, Working, use_working
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.wording import money, words
from lessons.phrase import Phrase, joined


@screen
def PaidScreen(visit: Visit) -> ft.Control:
    """What the buyer paid, as three heaps; the green thing leads to every family's coins."""
    working = use_working(visit)
    order = working.order_here(ft.use_route_params().get("order_id", ""))
    if order is None or order.paid_day is None:
        return NotHere(visit, key="gone")
    shared = _shared(working, order)
    cards = heaps_of_order(order, shared)
    say = words("village.buyer-paid", money=money(order.total_fen))
    free = body_height(working) - title_excess(working, say) - foot_height(working)
    shown = Heaps(visit, cards, max(free, 3 * theme.TAP), key="heaps")
    voices = [each.voice for each in cards]
    return store_frame(
        working,
        over_foot(working, shown, _foot(working, order, bool(shared.parts))),
        say,
        place=f"village-paid/{order.id}",
        back=HOME,
        also=voices,
        also_coached=voices,
        help_phrase=words("village.help"),
    )


@component
def Heaps(visit: Visit, cards: Sequence[HeapCard], high: float) -> ft.Control:
    """The cards over the whole width; each lights up while it is said."""
    return use_heap_cards(visit, cards, visit.layout.inner_width, high)


@dataclass(frozen=True, slots=True)
class Shared:
    """How an order was shared out: what the centre kept, what came to the families, in fen.

    ``making`` is what making its units cost each of them; ``mine`` is the learner's own family and
    ``face`` its picture.
    """

    kept_fen: int
    parts: Mapping[str, int]
    making: Mapping[str, int]
    mine: str = ""
    face: str = "family"


def heaps_of_order(order: Order, shared: Shared) -> list[HeapCard]:
    """What it cost, what others took, what is left: together what the buyer paid, to the fen.

    Packing is paid by the centre out of what it keeps.
    """
    gone, own = order_accounts(order), shared.making.get(shared.mine, 0)
    cost = {"making": order.making_fen, "packaging": order.packaging_fen}
    others = {
        "fee": gone.fees_fen,
        "freight": gone.freight_fen,
        "refund": gone.refunds_fen,
        "centre": shared.kept_fen - order.packaging_fen,
    }
    left = sum(shared.parts.values()) - order.making_fen
    mine = shared.parts.get(shared.mine, 0) - own
    return [
        _card("cost", "flour", sum(cost.values()), theme.WARM, cost | {"spent": own}, shared.face),
        _card("others", "truck", sum(others.values()), theme.AIR, others, shared.face),
        _card("families", "family", left, theme.DONE, {"mine": mine}, shared.face),
    ]


def _shared(working: Working, order: Order) -> Shared:
    events = working.visit.kiosk.classroom.records.village_events(working.learner)
    kept, parts = parts_of(events, order.id)
    making = making_parts(order.making_fen, working.village.shared.get(order.id, ()))
    hers = [family.id for family in working.village.families if is_hers(working, family)]
    face = faces(working)[hers[0]] if hers else "family"
    return Shared(kept, parts, making, hers[0] if hers else "", face)


def _card(
    name: str, sign: str, fen: int, ground: str, inside: Mapping[str, int], face: str
) -> HeapCard:
    """``inside`` is what of it went where, by kind of line in the book; what is 0 is left out."""
    signs = {**SIGNS, "centre": "village", "spent": face, "mine": face}
    key = f"village.name-{name}" if name == "families" else f"money.name-{name}"
    parts = tuple((what, signs[what], part) for what, part in inside.items() if part)
    also = [_said_of(what, part) for what, _, part in parts]
    return HeapCard(
        "paid", name, sign, fen, ground, words(key), joined([_say(name, fen), *also]), parts
    )


def _say(name: str, fen: int) -> Phrase:
    if fen < 0:
        return _short(name, fen)
    return words(
        "money.heap-others" if name == "others" else f"village.all-{name}", money=money(fen)
    )


def _said_of(what: str, fen: int) -> Phrase:
    return words(f"village.of-{what}", money=money(fen)) if fen > 0 else _short(what, fen)


def _short(who: str, fen: int) -> Phrase:
    """What they lack where way and refund took more than was paid."""
    name = words("village.mine" if who == "mine" else f"village.name-{who}")
    return words("village.short", name=name, money=money(-fen))


def _foot(working: Working, order: Order, shared: bool) -> ft.Control:
    """To every family's coins; where nothing was left to be shared out, back to the houses."""
    if not shared:
        return act(working, "home", words("village.to-village"), "village", working.go_home)
    return act(
        working,
        "coins",
        words("village.coins"),
        "coin",
        lambda: working.go_home(f"/settled/{order.id}"),
    )
