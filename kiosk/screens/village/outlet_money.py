"""The money of a family's own store as three heaps: what it cost, others took, and is theirs."""

from demo_store.finance.heaps import heaps
from demo_store.store import Store
from demo_store.village.state import Family
from kiosk import theme
from kiosk.screens.store.heap_cards import HeapCard
from kiosk.screens.village.families import named
from kiosk.screens.village.working import Working
from kiosk.wording import money, words
from lessons.phrase import Phrase


def money_of(working: Working, family: Family, own: Store) -> list[HeapCard]:
    """The heaps of all orders that were paid, theirs last."""
    three = heaps(own)
    cost = words("money.heap-cost", money=money(three.cost_fen))
    others = words("money.heap-others", money=money(three.others_fen))
    key = "heap-theirs" if three.mine_fen >= 0 else "not-back"
    left = money(abs(three.mine_fen))
    theirs = words(f"village.{key}", name=named(working, family), money=left)
    return [
        _card("cost", "flour", three.cost_fen, theme.WARM, words("money.name-cost"), cost),
        _card("others", "truck", three.others_fen, theme.AIR, words("money.name-others"), others),
        _card("theirs", "purse", three.mine_fen, theme.DONE, words("village.theirs"), theirs),
    ]


def _card(name: str, sign: str, fen: int, ground: str, label: Phrase, say: Phrase) -> HeapCard:
    return HeapCard("outlet", name, sign, fen, ground, label, say)
