"""How many of one of her goods are ready: any number, by single things and by heaps of ten."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from demo_store.commands import MakeStock
from demo_store.world.catalogue import ProductKind
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import use_trading
from kiosk.screens.store.station import (
    field_height,
    kind_of,
    product_here,
    station,
    station_green,
)
from kiosk.visit import Visit
from kiosk.widgets.latest import use_latest
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import above, card, card_style, side_by_side, stacked
from kiosk.widgets.things import counted, ten_of
from kiosk.widgets.touch import saying, tap, value
from kiosk.wording import number, words

MOST = 200
_TEN = 10
_SIGN = {
    1: ("product.more", "product.one-more"),
    -1: ("product.fewer", "product.one-fewer"),
    _TEN: ("product.more:10", "product.ten-more"),
    -_TEN: ("product.fewer:10", "product.ten-fewer"),
}
"""The identifier and the name of what changes the number by so many."""
_SIGN_WIDTH, _HIGHEST_SIGN = 150.0, 190.0


@screen
def MadeScreen(visit: Visit) -> ft.Control:
    """Makers do not buy stock: "I made this many"."""
    trading = use_trading(visit)
    product = product_here(trading)
    made, put = use_latest(kind_of(trading, product).order_units.high if product else 0)
    if product is None:
        return NotHere(visit, key="gone")
    kind = kind_of(trading, product)
    green = station_green(
        trading,
        "product.made",
        words("product.i-made"),
        (lambda: trading.do(MakeStock(product.id, made()), f"/product/{product.id}"))
        if made()
        else None,
        event="StockMade",
    )
    count = _Count(visit, made, put, kind.picture, (1, _TEN) if _by_tens(kind) else (1,))
    field = _counting(count, field_height(trading))
    say = words("product.how-many", product=kind.name)
    return station(trading, product, "made", above(field, green, visit.layout.gap), say)


def _by_tens(kind: ProductKind) -> bool:
    """Whether ten are a usual number of it: a quilt is counted singly."""
    return max(kind.order_units.high, kind.capacity_units) >= _TEN


@dataclass(frozen=True, slots=True)
class _Count:
    """How many she says are ready: ``now`` reads it, ``put`` sets it."""

    visit: Visit
    now: Callable[[], int]
    put: Callable[[int], None]
    picture: str
    heaps: tuple[int, ...]
    """So many one tap may add or take away."""

    def change(self, by: int) -> None:
        """More or fewer, and the number is said."""
        if self._can(by):
            self.put(self.now() + by)
        self.visit.say(number(self.now()))

    def _can(self, by: int) -> bool:
        return 0 <= self.now() + by <= MOST

    def sign(self, by: int, width: float, height: float) -> ft.Control:
        """A plus or a minus beside one thing or a heap of ten."""
        identifier, name = _SIGN[by]
        wide = width > 1.4 * height
        room = (width - 82, height - 16) if wide else (width - 20, height - 76)
        one = abs(by) == 1
        things = picture(self.picture, min(72.0, *room)) if one else ten_of(self.picture, *room)
        parts = [_plus_or_minus(by), things]
        return tap(
            self.visit,
            identifier,
            self.visit.text(words(name)),
            side_by_side(parts, 6) if wide else stacked(parts, 6),
            partial(self.change, by) if self._can(by) else None,
            repeatable=True,
            width=width,
            height=height,
            **card_style(padding=4),
        )


def _plus_or_minus(by: int) -> ft.Control:
    icon = ft.Icons.ADD_ROUNDED if by > 0 else ft.Icons.REMOVE_ROUNDED
    return ft.Container(
        ft.Icon(icon, size=42, color=theme.ON_DEEP),
        width=52,
        height=52,
        border_radius=26,
        bgcolor=theme.TEAL,
        alignment=ft.Alignment.CENTER,
    )


def _counting(count: _Count, height: float) -> ft.Control:
    """So many things and their number, between fewer and more; above them on a tall window."""
    layout, rows = count.visit.layout, len(count.heaps)
    if layout.tall:
        wide, high = (layout.inner_width - theme.GAP) / 2, float(theme.TAP)
        lines = [
            side_by_side([count.sign(-heap, wide, high), count.sign(heap, wide, high)])
            for heap in count.heaps
        ]
        shown = _shown(count, layout.inner_width, height - rows * (high + theme.GAP))
        return stacked([shown, *lines], theme.GAP)
    high = min(_HIGHEST_SIGN, (height - (rows - 1) * theme.GAP) / rows)
    fewer, more = (
        stacked([count.sign(way * heap, _SIGN_WIDTH, high) for heap in count.heaps], theme.GAP)
        for way in (-1, 1)
    )
    shown = _shown(count, layout.inner_width - 2 * (_SIGN_WIDTH + 24), height)
    return side_by_side([fewer, shown, more], 24)


def _shown(count: _Count, width: float, height: float) -> ft.Control:
    made, figure = count.now(), 44 if count.visit.layout.phone else 76
    things = counted(count.picture, made, width - 40, height - 36 - figure * 1.2)
    amount = value(
        "product.count",
        str(made),
        theme.digits(str(made), figure, theme.CLAY),
        says=saying(count.visit, "product.count", number(made)),
    )
    return card(stacked([things, amount], 4), width=width, height=height)
