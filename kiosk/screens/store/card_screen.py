"""Her bank card: what is on it, what is in her hand, and taking notes off it."""

from functools import partial

import flet as ft

from demo_store.commands import WithdrawMoney
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.store.book_screen import book_sign
from kiosk.screens.store.coaching import (
    Trading,
    body_height,
    store_frame,
    title_excess,
    use_trading,
)
from kiosk.screens.store.heap_cards import HeapCard, use_heap_cards
from kiosk.screens.store.laying import laying
from kiosk.screens.store.money_screen import WITHDRAWING
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.shapes import above, side_by_side
from kiosk.wording import money, words

_PLACE = "/money/card"


@screen
def CardScreen(visit: Visit) -> ft.Control:
    """Two heaps: on the card, and in her hand or laid out by the house. The way to take some."""
    trading = use_trading(visit)
    layout = visit.layout
    cards = [_on_card(trading), _in_hand(trading)]
    say = cards[0].say
    high = body_height(trading) - title_excess(trading, say)
    done = trading.moment is not None and trading.moment.state.completed_step
    free = high if done else high - layout.action_height - layout.gap
    body = use_heap_cards(visit, cards, layout.inner_width, free)
    if not done:
        body = above(body, _foot(trading), layout.gap)
    also = [cards[1].voice] if trading.store.hand_fen else []
    return store_frame(trading, body, say, place="money/card", back="/money", also=also)


@screen
def WithdrawScreen(visit: Visit) -> ft.Control:
    """How much she takes, laid in notes and coins."""
    trading = use_trading(visit)
    card_fen = trading.store.purse.card_fen
    return laying(
        trading,
        "money.withdraw",
        words("purse.withdraw"),
        words("purse.say-withdraw", money=money(card_fen)),
        lambda fen: trading.do(WithdrawMoney(fen), _PLACE),
        there_fen=card_fen,
        sign="bank-card",
        hand=trading.wants(*WITHDRAWING),
        back=_PLACE,
    )


def _on_card(trading: Trading) -> HeapCard:
    fen = trading.store.purse.card_fen
    say = words("purse.on-card", money=money(fen)) if fen else words("purse.card-empty")
    label = words("purse.name-card")
    return HeapCard("money", "on-card", "bank-card", fen, theme.AIR, label, say)


def _in_hand(trading: Trading) -> HeapCard:
    """Notes in her hand, or what the house laid out for her."""
    fen = trading.store.hand_fen
    heap = partial(HeapCard, "money")
    if fen < 0:
        say, label = words("purse.laid-out", money=money(-fen)), words("purse.name-house")
        return heap("laid-out", "house", -fen, theme.WARM, label, say)
    say, label = words("purse.in-hand", money=money(fen)), words("purse.name-hand")
    return heap("in-hand", "hands", fen, theme.PAPER, label, say)


def _foot(trading: Trading) -> ft.Control:
    """Taking notes, and the book beside it; in a lesson only what is practised."""
    room = trading.visit.layout.inner_width
    if trading.moment is not None:
        return _take(trading, room)
    return side_by_side([book_sign(trading), _take(trading, room - theme.TAP - theme.GAP)])


def _take(trading: Trading, room: float) -> ft.Control:
    has_some = trading.store.purse.card_fen > 0
    return go_on(
        trading.visit,
        "money.withdraw",
        words("purse.withdraw"),
        (lambda: trading.go(f"{_PLACE}/withdraw")) if has_some else None,
        width=min(460, room),
        sign="note",
        hand=trading.wants(*WITHDRAWING),
    )
