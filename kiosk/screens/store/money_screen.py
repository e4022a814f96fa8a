"""Her money: what is hers in notes, and the three heaps of every sale."""

import flet as ft

from demo_store.finance.heaps import Heaps, heaps
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.store.coaching import body_height, store_frame, use_trading
from kiosk.screens.store.telling import joined
from kiosk.visit import Visit
from kiosk.widgets.money import heap_of
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from kiosk.widgets.speaking import fitting, hear, use_spoken
from kiosk.widgets.touch import value
from kiosk.wording import money, words, yuan
from lessons.phrase import Phrase

_AROUND = 40.0
"""Padding and edge of a heap's card, and what is free above and below the purse."""
_LEAST_PURSE = 32.0
"""A smaller one says nothing: the one at the head of the card is enough."""


@screen
def MoneyScreen(visit: Visit) -> ft.Control:
    """Three heaps: what it cost, what others took, what is mine. Each has a voice."""
    trading = use_trading(visit)
    three = heaps(trading.store)
    layout = visit.layout
    high = body_height(trading)
    amounts = (
        ("cost", "flour", three.cost_fen, theme.WARM),
        ("others", "truck", three.others_fen, theme.AIR),
        ("mine", "purse", three.mine_fen, theme.DONE),
    )
    spoken = use_spoken(visit)
    across = 1 if layout.tall else 3
    width = (layout.inner_width - (across - 1) * theme.GAP) / across
    cell = high if not layout.tall else (high - 2 * theme.GAP) / 3
    cells = [
        _heap(
            visit,
            name,
            sign,
            fen,
            ground,
            width,
            cell,
            spoken is not None and spoken.about == name,
            _parts_of(three, name),
        )
        for name, sign, fen, ground in amounts
    ]
    body = stacked(cells, theme.GAP) if layout.tall else side_by_side(cells)
    voices = [Part(_said(name, fen, _parts_of(three, name)), name) for name, _, fen, _ in amounts]
    say = words("money.mine", money=money(max(0, three.mine_fen)))
    if three.mine_fen < 0:
        say = words("money.not-yet", money=money(-three.mine_fen))
    return store_frame(trading, body, say, place="money", also=voices[:2])


_Parts = tuple[tuple[str, str, int], ...]
"""Name, picture and amount of what lies in a heap for a sad reason."""


def _parts_of(three: Heaps, name: str) -> _Parts:
    found: dict[str, _Parts] = {
        "cost": (("wasted", "stone", three.wasted_fen),),
        "others": (
            ("refunds", "face-buyer", three.refunds_fen),
            ("taken", "question", three.taken_fen),
        ),
    }
    return tuple(part for part in found.get(name, ()) if part[2])


def _said(name: str, fen: int, parts: _Parts = ()) -> Phrase:
    if name == "mine" and fen < 0:
        return words("money.not-yet", money=money(-fen))
    also = [words(f"money.of-{part}", money=money(of)) for part, _, of in parts]
    return joined([words(f"money.heap-{name}", money=money(fen)), *also])


def _heap(
    visit: Visit,
    name: str,
    sign: str,
    fen: int,
    ground: str,
    width: float,
    height: float,
    speaking: bool,
    parts: _Parts,
) -> ft.Control:
    phrase = words(f"money.name-{name}")
    said = visit.text(phrase)
    row = visit.layout.tall
    short = height < 330
    size = fitting(said, visit.language, width * 0.5 if row else width - 40, 1, 28)
    label = theme.text(said, visit.language, size, max_lines=1)
    amount = value(f"money.{name}", str(fen), theme.digits(yuan(fen), 40 if short else 52))
    loud = hear(visit, f"money.hear-{name}", _said(name, fen, parts))
    picture_size = 64 if short or width < 360 else 96
    head = side_by_side([picture(sign, picture_size), stacked([label, amount], 0), loud], 12)
    large = not short and width > 300
    beside = (150.0 if large else 100.0) if parts else 0.0
    pile = heap_of(
        max(0, fen), width - 40 - beside, max(40.0, height - 150), 70 if height < 250 else 104
    )
    if parts:
        pile = side_by_side([pile, stacked([_part(*part, large) for part in parts], 4)], 8)
    blocks: list[ft.Control] = [head, pile]
    if fen < 0:
        purse = min(72.0, height - theme.TAP - _AROUND)
        pale = ft.Container(picture("purse", purse), opacity=0.4)
        blocks = [head, pale] if purse >= _LEAST_PURSE else [head]
    return card(
        stacked(blocks, 4),
        ground,
        ring=theme.SKY if speaking else None,
        width=width,
        height=height,
        padding=8,
    )


def _part(name: str, sign: str, fen: int, large: bool) -> ft.Control:
    """A small sign and its amount."""
    shown = side_by_side(
        [picture(sign, 52 if large else 28), theme.digits(yuan(fen), 32 if large else 20)],
        6,
        tight=True,
    )
    return value(f"money.{name}", str(fen), shown)
