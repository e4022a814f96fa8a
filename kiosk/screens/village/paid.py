"""Where the money of an order went: what others took, what the centre keeps, what families get."""

from collections.abc import Mapping, Sequence

import flet as ft

from demo_store.finance.accounts import order_accounts
from demo_store.store import Order
from demo_store.village.settlement import parts_of
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.book_screen import SIGNS
from kiosk.screens.store.coaching import body_height, store_frame, title_excess
from kiosk.screens.store.heap_cards import HeapCard, use_heap_cards
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
    events = visit.kiosk.classroom.records.village_events(working.learner)
    kept, parts = parts_of(events, order.id if order else "")
    if order is None or order.paid_day is None:
        return NotHere(visit, key="gone")
    cards = heaps_of_order(order, kept, parts)
    say = words("village.buyer-paid", money=money(order.total_fen))
    free = body_height(working) - title_excess(working, say) - foot_height(working)
    shown = Heaps(visit, cards, max(free, 3 * theme.TAP), key="heaps")
    voices = [each.voice for each in cards]
    return store_frame(
        working,
        over_foot(working, shown, _foot(working, order, bool(parts))),
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


def heaps_of_order(order: Order, kept_fen: int, parts: Mapping[str, int]) -> list[HeapCard]:
    """The three together are what the buyer paid, to the fen; packing is paid by the centre."""
    gone = order_accounts(order)
    fees = {"fee": gone.fees_fen, "freight": gone.freight_fen, "refund": gone.refunds_fen}
    others, families = sum(fees.values()), sum(parts.values())
    heap = words("money.heap-others", money=money(others))
    keeps = _or_short(kept_fen, "keeps", "centre")
    get = _or_short(families, "get", "families")
    packing = {"packaging": order.packaging_fen}
    return [
        _card("others", "truck", others, theme.AIR, heap, fees),
        _card("centre", "village", kept_fen, theme.WARM, keeps, packing),
        _card("families", "family", families, theme.DONE, get, {}),
    ]


def _or_short(fen: int, key: str, who: str) -> Phrase:
    """What comes to them, or what they lack where way and refund took more than was paid."""
    if fen >= 0:
        return words(f"village.{key}", money=money(fen))
    return words("village.short", name=words(f"village.name-{who}"), money=money(-fen))


def _card(
    name: str, sign: str, fen: int, ground: str, say: Phrase, inside: Mapping[str, int]
) -> HeapCard:
    """``inside`` is what of it went where, by kind of line in the book; what is 0 is left out."""
    label = words("money.name-others" if name == "others" else f"village.name-{name}")
    parts = tuple((what, SIGNS[what], part) for what, part in inside.items() if part)
    also = [words(f"village.of-{what}", money=money(part)) for what, _, part in parts]
    return HeapCard("paid", name, sign, fen, ground, label, joined([say, *also]), parts)


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
