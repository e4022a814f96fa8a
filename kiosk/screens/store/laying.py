"""Laying an amount of her own money: onto the table, out of the card, into the jar and back."""

from collections.abc import Callable

import flet as ft

from demo_store.finance.money import notes_for, rounded_down
from kiosk import theme
from kiosk.screens.store.coaching import Trading, body_height, store_frame, title_excess
from kiosk.widgets.money_tray import MoneyTray
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from lessons.phrase import Phrase


def laying(
    trading: Trading,
    identifier: str,
    phrase: Phrase,
    say: Phrase,
    on_done: Callable[[int], object],
    *,
    there_fen: int,
    sign: str,
    hand: bool,
    back: str,
) -> ft.Control:
    """The frame with the money tray; ``there_fen`` is the most that can be laid.

    ``hand`` shows a first note and then the way on.
    """
    visit = trading.visit
    layout = visit.layout
    if trading.moment is not None and trading.moment.state.completed_step:
        # nothing invites to more: the coach leads on
        done = ft.Container(picture(sign, min(200.0, body_height(trading) * 0.6)))
        return store_frame(trading, stacked([done]), say, place=identifier, back=back)
    high = body_height(trading) - title_excess(trading, say)
    view = 0.0 if layout.tall or layout.low else 200.0
    notes = notes_for(max(0, rounded_down(there_fen)))
    tray = MoneyTray(
        visit,
        layout.inner_width - (view + theme.GAP if view else 0),
        high,
        (),
        on_done=on_done,
        done_identifier=identifier,
        done_phrase=phrase,
        wanted_fen=notes[0] if hand and notes else None,
        hand_on_done=hand,
        key="tray",
    )
    body: ft.Control = tray
    if view:
        body = side_by_side([card(picture(sign, view - 40), width=view, height=high), tray])
    return store_frame(trading, ft.Container(body), say, place=identifier, back=back)
