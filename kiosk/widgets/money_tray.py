"""The money tray: lay notes and coins, see and hear how much lies there."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from demo_store.money import DENOMINATIONS_FEN, notes_for
from kiosk import theme
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on, round_sign
from kiosk.widgets.component import component
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.latest import use_latest
from kiosk.widgets.money import heap, piece
from kiosk.widgets.shapes import card, card_style, side_by_side, stacked
from kiosk.widgets.speaking import hear
from kiosk.widgets.touch import tap, value
from kiosk.wording import money, words, yuan
from lessons.phrase import Phrase

_MOST_PIECES = 60


@component
def MoneyTray(
    visit: Visit,
    width: float,
    height: float,
    laid_at_first: Sequence[int],
    *,
    shown: Sequence[int] = (),
    wanted_fen: int | None = None,
    on_done: Callable[[int], None] | None,
    done_identifier: str,
    done_phrase: Phrase,
    hint: ft.Control | None = None,
    hand_on_done: bool = False,
) -> ft.Control:
    """Notes and coins to lay.

    ``shown`` lies above as an example to repeat. With ``wanted_fen`` the hand points to the next
    piece to lay or to take away. ``on_done`` gets the total in fen; None is only for looking.
    """
    lying, put = use_latest(tuple(laid_at_first))
    laid = lying()
    total = sum(laid)
    layout = visit.layout

    def lay(fen: int) -> None:
        if len(lying()) < _MOST_PIECES:
            put((*lying(), fen))
            visit.say(money(sum(lying())))

    def take(fen: int) -> None:
        if fen in lying():
            put(_without(lying(), fen))
            visit.say(money(sum(lying())) if lying() else words("money.nothing"))

    # Where any amount will do, the hand shows a first piece and then the way on.
    pointed = None if hand_on_done and total else _next_piece(laid, wanted_fen)
    phone = layout.phone
    across = 3 if phone else 4 if width < 8 * (theme.TAP + theme.GAP) + 60 else 8
    rows = -(-len(DENOMINATIONS_FEN) // across)
    cell = (width - (across - 1) * theme.GAP - (0 if phone else 40)) / across
    tray_high = rows * theme.TAP + (rows - 1) * theme.GAP + (0 if phone else 28)
    foot = layout.action_height
    top = height if on_done is None else height - tray_high - foot - 2 * layout.gap
    top = max(90.0, min(top, 320.0))
    blocks: list[ft.Control] = [
        _table(visit, laid, shown, width, top, take, pointed, locked=on_done is None)
    ]
    if on_done is not None:
        blocks.append(_tray(visit, cell, across, lay, pointed, plain=phone))
        clear = round_sign(
            visit,
            "money.clear",
            words("money.clear"),
            ft.Icons.UNDO_ROUNDED,
            (lambda: put(lying()[:-1])) if laid else None,
            colour=theme.PAPER,
            ink=theme.INK,
            repeatable=True,
        )
        start: list[ft.Control] = [*([hint] if hint is not None else []), clear]
        room = width - len(start) * (theme.TAP + theme.GAP)
        ready = wanted_fen is not None and total == wanted_fen
        blocks.append(
            ft.Row(
                [
                    side_by_side(start),
                    go_on(
                        visit,
                        done_identifier,
                        done_phrase,
                        (lambda: on_done(sum(lying()))) if total else None,
                        width=min(380, room),
                        icon=ft.Icons.CHECK_ROUNDED,
                        hand=ready or (hand_on_done and total > 0),
                    ),
                ],
                alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
                width=width,
            )
        )
    return ft.Container(stacked(blocks, layout.gap), width=width)


def _without(laid: tuple[int, ...], fen: int) -> tuple[int, ...]:
    index = len(laid) - 1 - laid[::-1].index(fen) if fen in laid else -1
    return laid if index < 0 else laid[:index] + laid[index + 1 :]


def _next_piece(laid: Sequence[int], wanted_fen: int | None) -> tuple[str, int] | None:
    """What brings the heap nearer to the amount: ``("add", fen)`` or ``("remove", fen)``."""
    if wanted_fen is None or sum(laid) == wanted_fen:
        return None
    if sum(laid) > wanted_fen:
        return "remove", max(laid)
    missing = notes_for(wanted_fen - sum(laid))
    return "add", missing[0]


def _table(
    visit: Visit,
    laid: tuple[int, ...],
    shown: Sequence[int],
    width: float,
    height: float,
    take: Callable[[int], None],
    pointed: tuple[str, int] | None,
    *,
    locked: bool,
) -> ft.Control:
    """What lies there, each pile to be taken from, and how much it is."""
    total = sum(laid)
    phone = visit.layout.phone
    number = 110.0 if phone else 190.0
    # On a small window the loudspeaker gives way: every tap says the amount anyway.
    loud = [] if phone else [hear(visit, "money.hear", money(total))]
    room = width - number - len(loud) * theme.TAP - (40 if phone else 70)
    counted = Counter(laid)
    note = 84 if phone else 110 if height < 200 else 130
    piles: list[ft.Control] = [
        pointed_at(
            tap(
                visit,
                f"money.remove:{fen}",
                visit.text(words("money.take-away", money=money(fen))),
                heap(
                    [fen] * counted[fen],
                    max(theme.TAP, note + 40),
                    max(theme.TAP, note * 0.9),
                    note,
                ),
                None if locked else (partial(take, fen)),
                repeatable=True,
            ),
            pointed == ("remove", fen),
        )
        for fen in sorted(counted, reverse=True)
    ]
    lying: ft.Control = ft.Container(
        ft.Row(piles, wrap=True, spacing=8, run_spacing=4, alignment=ft.MainAxisAlignment.CENTER),
        width=room,
        alignment=ft.Alignment.CENTER,
        clip_behavior=ft.ClipBehavior.HARD_EDGE,
    )
    if locked:
        lying = heap(laid, room, height - 30, note)
    elif shown and not laid:
        lying = ft.Container(heap(shown, room, height - 30, note), opacity=0.55)
    amount = stacked(
        [
            value(
                "money.total",
                str(total),
                theme.digits(yuan(total), 44 if phone else 72),
            ),
            theme.text(visit.text(words("money.yuan")), visit.language, 24),
        ],
        0,
    )
    return card(
        side_by_side([lying, ft.Container(amount, width=number), *loud], 8),
        ring=theme.APRICOT,
        width=width,
        height=height,
        padding=8,
    )


def _tray(
    visit: Visit,
    cell: float,
    across: int,
    lay: Callable[[int], None],
    pointed: tuple[str, int] | None,
    *,
    plain: bool,
) -> ft.Control:
    """All notes and coins, small ones first."""
    pieces = [
        pointed_at(
            tap(
                visit,
                f"money.add:{fen}",
                visit.text(money(fen)),
                piece(fen, min(cell, 158)),
                partial(lay, fen),
                repeatable=True,
                width=cell,
                height=theme.TAP,
                alignment=ft.Alignment.CENTER,
            ),
            pointed == ("add", fen),
        )
        for fen in reversed(DENOMINATIONS_FEN)
    ]
    rows = [
        side_by_side(list[ft.Control](pieces[begin : begin + across]))
        for begin in range(0, len(pieces), across)
    ]
    tray = stacked(list[ft.Control](rows), theme.GAP)
    if plain:
        return tray
    return ft.Container(tray, **card_style("#EFDFC4", padding=14))
