"""Her money book: every line of money, the newest first, as a picture and an amount."""

from collections.abc import Mapping
from typing import Final

import flet as ft

from demo_store.finance.statement import LENT, MOVES, Line, statement
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.paging import use_pages
from kiosk.screens.store.coaching import (
    Trading,
    body_height,
    store_frame,
    title_excess,
    use_trading,
)
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.money import heap_of
from kiosk.widgets.named import use_named
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, stacked
from kiosk.widgets.touch import tap
from kiosk.wording import left_to_right, money, number, words, yuan
from lessons.phrase import Phrase, joined

SIGNS: Final[Mapping[str, str]] = {
    "sale": "face-buyer",
    "fee": "phone",
    "freight": "truck",
    "refund": "sorry",
    "making": "flour",
    "packaging": "box",
    "trouble": "question",
    "interest": "bank",
    "goal": "gift",
    "payout": "bank-card",
    "withdrawal": "hands",
    "saved": "savings-jar",
    "taken-back": "savings-jar",
    "loan": "bank",
    "repayment": "bank",
}
"""A picture for every kind of line."""
_ROW = 92.0
_WIDEST = 900.0
_ROOM_FOR_NOTES = 600.0


@screen
def BookScreen(visit: Visit) -> ft.Control:
    """What came stands on green, what went on rose, what only moved on blue."""
    trading = use_trading(visit)
    lines = [*enumerate(statement(trading.store))][::-1]
    say = words("book.say") if lines else words("book.empty")
    high = body_height(trading) - title_excess(trading, say)
    down = _down(high)
    if len(lines) > down:
        down = _down(high - theme.TAP - theme.GAP)
    shown, ways = use_pages(visit, lines, down, "book.lines", lambda each: _part(*each))
    width = min(_WIDEST, visit.layout.inner_width)
    rows: list[ft.Control] = [Row(visit, at, line, width, key=f"line-{at}") for at, line in shown]
    if not rows:
        rows = [picture("empty-notebook", min(280.0, high * 0.6))]
    body = stacked([*rows, *([ways] if ways else [])], theme.GAP)
    also = [_part(*each) for each in shown]
    return store_frame(trading, body, say, place="money/book", back="/money/card", also=also)


def book_sign(trading: Trading) -> ft.Control:
    """The way to the book."""
    visit = trading.visit
    return tap(
        visit,
        "money.book",
        visit.text(words("book.door")),
        picture("book", 60),
        lambda: trading.go("/money/book"),
        width=float(theme.TAP),
        height=float(visit.layout.action_height),
        **card_style(theme.PAPER, padding=4),
    )


def told(line: Line) -> Phrase:
    """The day and what happened to how much."""
    day = words("book.day", count=number(line.day))
    return joined([day, words(f"book.{line.what}", money=money(abs(line.fen or line.moved_fen)))])


def _down(height: float) -> int:
    return max(1, int((height + theme.GAP) // (_ROW + theme.GAP)))


def _part(at: int, line: Line) -> Part:
    return Part(told(line), _identifier(at))


def _identifier(at: int) -> str:
    return f"book.line:{at + 1}"


@component
def Row(visit: Visit, at: int, line: Line, width: float) -> ft.Control:
    """One line; it lights up while the voice speaks of it, and says it again when touched."""
    speaking = use_named(visit, _identifier(at))
    fen = line.fen or line.moved_fen
    moved = line.what in MOVES | LENT
    ground = theme.AIR if moved else theme.DONE if fen > 0 else theme.ROSE
    sign = "" if moved else "+" if fen > 0 else "–"
    day = ft.Row(
        [picture("sun", 36), theme.digits(str(line.day), 26, theme.SOFT_INK)], spacing=4, tight=True
    )
    amount = theme.digits(left_to_right(f"{sign}{yuan(abs(fen))}"), 36)
    notes = [heap_of(abs(fen), width * 0.36, _ROW - 28, 84)] if width > _ROOM_FOR_NOTES else []
    inside = ft.Row(
        [picture(SIGNS[line.what], 64), day, *notes, amount],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return tap(
        visit,
        _identifier(at),
        visit.text(told(line)),
        inside,
        lambda: visit.say(told(line)),
        repeatable=True,
        width=width,
        height=_ROW,
        **card_style(ground, theme.SKY if speaking else None, padding=10),
    )
