"""The money tray: lay notes and coins, see and hear how much lies there."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import flet as ft

from demo_store.finance.money import DENOMINATIONS_FEN, notes_for
from kiosk import theme
from kiosk.theme import Layout
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on, round_sign
from kiosk.widgets.component import component
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.latest import use_latest
from kiosk.widgets.money import heap, piece
from kiosk.widgets.shapes import card, card_style, side_by_side, stacked
from kiosk.widgets.speaking import hear
from kiosk.widgets.touch import saying, tap, value
from kiosk.wording import money, words, yuan
from lessons.phrase import Phrase

_MOST_PIECES = 60
_APART = 8
_SMALLEST_NOTE = 44
_LARGEST_COIN_NOTE = 140
"""The largest note's width beside which the largest coin is as high as a thing to tap."""
_TWO_ABOVE = 150
"""The height of a table where the amount has room above the sign to take back."""

Pointed = tuple[str, int] | None
"""What the hand shows: ``("add", fen)``, ``("remove", fen)`` or nothing."""


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
    ``hint`` stands at the foot; a small window has none, it shows hints in its bar.
    """
    lying, put = use_latest(tuple(laid_at_first))
    laying = _Laying(visit, lying, put)
    total = laying.total
    # Where any amount will do, the hand shows a first piece and then the way on.
    pointed = None if hand_on_done and total else _next_piece(lying(), wanted_fen)
    room = _Room.within(visit.layout, width, height, laying=on_done is not None)
    if on_done is None:
        return ft.Container(_table(laying, shown, room, None, locked=True), width=width)
    green = partial(
        go_on,
        visit,
        done_identifier,
        done_phrase,
        (lambda: on_done(sum(lying()))) if total else None,
        icon=ft.Icons.CHECK_ROUNDED,
        missing=words("money.nothing"),
        hand=(wanted_fen is not None and total == wanted_fen) or (hand_on_done and total > 0),
    )
    table = _table(laying, shown, room, pointed, locked=False)
    if visit.layout.phone:
        blocks = [table, _tray(laying, room, pointed, last=[green(width=room.cell)])]
    else:
        start = [*([hint] if hint is not None else []), _take_back(laying)]
        blocks = [table, _tray(laying, room, pointed), _foot(start, green, width)]
    return ft.Container(stacked(blocks, visit.layout.gap), width=width)


@dataclass(frozen=True, slots=True)
class _Laying:
    """The heap as it lies now; whatever changes it is answered with the new amount."""

    visit: Visit
    lying: Callable[[], tuple[int, ...]]
    put: Callable[[tuple[int, ...]], None]

    @property
    def total(self) -> int:
        """In fen."""
        return sum(self.lying())

    def lay(self, fen: int) -> None:
        """One more; a full table takes none."""
        if len(self.lying()) < _MOST_PIECES:
            self.put((*self.lying(), fen))
        self._say()

    def take(self, fen: int) -> None:
        """One of these away."""
        self.put(_without(self.lying(), fen))
        self._say()

    def take_back(self) -> None:
        """The last one away."""
        self.put(self.lying()[:-1])
        self._say()

    def _say(self) -> None:
        self.visit.say(money(self.total) if self.lying() else words("money.nothing"))


@dataclass(frozen=True, slots=True)
class _Room:
    """How the tray is laid out: ``across`` cells in a row, the table ``top`` high."""

    width: float
    across: int
    cell: float
    top: float
    note: float

    @classmethod
    def within(cls, layout: Layout, width: float, height: float, *, laying: bool) -> "_Room":
        """The layout of a tray of ``width`` x ``height``; without ``laying`` all is table."""
        phone = layout.phone
        across = 3 if phone else 4 if width < 8 * (theme.TAP + theme.GAP) + 60 else 8
        rows = -(-len(DENOMINATIONS_FEN) // across)
        cell = (width - (across - 1) * theme.GAP - (0 if phone else 40)) / across
        tray = rows * theme.TAP + (rows - 1) * theme.GAP + (0 if phone else 32)
        foot = 0 if phone else layout.action_height + layout.gap
        top = height - tray - foot - layout.gap if laying else height
        top = max(90.0, min(top, 320.0))
        return cls(width, across, cell, top, 84 if phone else 110 if top < 200 else 130)


def _without(laid: tuple[int, ...], fen: int) -> tuple[int, ...]:
    index = len(laid) - 1 - laid[::-1].index(fen) if fen in laid else -1
    return laid if index < 0 else laid[:index] + laid[index + 1 :]


def _next_piece(laid: Sequence[int], wanted_fen: int | None) -> Pointed:
    """What brings the heap nearer to the amount."""
    if wanted_fen is None or sum(laid) == wanted_fen:
        return None
    if sum(laid) > wanted_fen:
        return "remove", max(laid)
    missing = notes_for(wanted_fen - sum(laid))
    return "add", missing[0]


def _table(
    laying: _Laying, shown: Sequence[int], room: _Room, pointed: Pointed, *, locked: bool
) -> ft.Control:
    """What lies there, each pile to be taken from, and how much it is."""
    visit = laying.visit
    phone = visit.layout.phone
    number = 96.0 if phone else 190.0
    # On a small window the loudspeaker gives way: every tap says the amount anyway.
    loud = [] if phone else [hear(visit, "money.hear", money(laying.total))]
    free = room.width - number - len(loud) * theme.TAP - (36 if phone else 70)
    laid = laying.lying()
    lying: ft.Control
    if locked:
        lying = heap(laid, free, room.top - 30, room.note)
    elif shown and not laid:
        lying = ft.Container(heap(shown, free, room.top - 30, room.note), opacity=0.55)
    else:
        lying = _piles(laying, room, free, pointed)
    beside = [_amount(laying, room)]
    if phone and not locked and room.top >= _TWO_ABOVE:
        beside.append(_take_back(laying, theme.SAND))
    return card(
        side_by_side([lying, ft.Container(stacked(beside, 0), width=number), *loud], 8),
        ring=theme.AMBER,
        width=room.width,
        height=room.top,
        padding=8,
    )


def _piles(laying: _Laying, room: _Room, width: float, pointed: Pointed) -> ft.Control:
    """Like upon like; a tap takes one away."""
    visit = laying.visit
    counted = Counter(laying.lying())
    note, wide, high = _pile_size(len(counted), width, room.top - 26, room.note)
    piles: list[ft.Control] = [
        pointed_at(
            tap(
                visit,
                f"money.remove:{fen}",
                visit.text(words("money.take-away", money=money(fen))),
                heap([fen] * counted[fen], wide, high, note),
                partial(laying.take, fen),
                repeatable=True,
            ),
            pointed == ("remove", fen),
        )
        for fen in sorted(counted, reverse=True)
    ]
    return ft.Container(
        ft.Row(
            piles, wrap=True, spacing=_APART, run_spacing=4, alignment=ft.MainAxisAlignment.CENTER
        ),
        width=width,
        alignment=ft.Alignment.CENTER,
        clip_behavior=ft.ClipBehavior.HARD_EDGE,
    )


def _pile_size(kinds: int, width: float, height: float, note: float) -> tuple[float, float, float]:
    """The size of a note, and of a pile, at which piles of so many kinds are all in sight."""
    while True:
        wide, high = note * 1.6, note
        if note >= theme.TAP:
            wide, high = max(theme.TAP, note + 40), max(theme.TAP, note * 0.9)
        across = max(1, int((width + _APART) // (wide + _APART)))
        if note <= _SMALLEST_NOTE or -(-kinds // across) * (high + 4) <= height:
            return note, wide, high
        note -= 4


def _amount(laying: _Laying, room: _Room) -> ft.Control:
    """How much lies there, in digits; a small window leaves out the word for yuan."""
    visit, total = laying.visit, laying.total
    phone = visit.layout.phone
    size = 36 if phone else 72 if room.top >= _TWO_ABOVE else 48
    says = saying(visit, "money.total", money(total))
    amount = value("money.total", str(total), theme.digits(yuan(total), size), says=says)
    if phone:
        return amount
    return stacked([amount, theme.text(visit.text(words("money.yuan")), visit.language, 24)], 0)


def _take_back(laying: _Laying, colour: str = theme.PAPER) -> ft.Control:
    return round_sign(
        laying.visit,
        "money.clear",
        words("money.clear"),
        ft.Icons.UNDO_ROUNDED,
        laying.take_back if laying.total else None,
        colour=colour,
        repeatable=True,
        missing=words("money.nothing"),
    )


def _tray(
    laying: _Laying, room: _Room, pointed: Pointed, last: Sequence[ft.Control] = ()
) -> ft.Control:
    """All notes and coins, small ones first; ``last`` stands where one more would."""
    visit, across = laying.visit, room.across
    cells: list[ft.Control] = [
        pointed_at(
            tap(
                visit,
                f"money.add:{fen}",
                visit.text(money(fen)),
                piece(fen, min(room.cell, _LARGEST_COIN_NOTE)),
                partial(laying.lay, fen),
                repeatable=True,
                width=room.cell,
                height=theme.TAP,
                alignment=ft.Alignment.CENTER,
            ),
            pointed == ("add", fen),
            "below",
        )
        for fen in reversed(DENOMINATIONS_FEN)
    ]
    cells += last
    rows = [side_by_side(cells[begin : begin + across]) for begin in range(0, len(cells), across)]
    tray = stacked(list[ft.Control](rows), theme.GAP)
    return tray if visit.layout.phone else ft.Container(tray, **card_style(theme.SHADE, padding=14))


def _foot(start: list[ft.Control], green: Callable[..., ft.Control], width: float) -> ft.Control:
    """Help and taking back at the start, the way on at the end."""
    room = width - len(start) * (theme.TAP + theme.GAP)
    return ft.Row(
        [side_by_side(start), green(width=min(380, room))],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        width=width,
    )
