"""Whose store it is, what stands on its shelf, and who ordered: three cards that say themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import flet as ft

from demo_store.selling.shelf import is_shown
from demo_store.store import Order, Product, Store
from demo_store.village.state import Family
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.store.orders import PICTURE_OF_STATE
from kiosk.screens.village.families import faces, named
from kiosk.screens.village.houses import dwelling
from kiosk.screens.village.working import Working
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.speaking import use_spoken
from kiosk.widgets.touch import tap
from kiosk.wording import money, number, words, yuan
from lessons.phrase import Phrase, joined

_MOST = 3
"""So many orders are said and shown, the newest."""
_SHARES = (0.3, 0.35, 0.35)
"""Of the width, for each card."""


@dataclass(frozen=True, slots=True)
class Goods:
    """One card: what it is called, what is said of it, and a line of pictures and numbers each."""

    name: str
    said: Phrase
    lines: tuple[tuple[tuple[str, str], ...], ...] = ()
    """Pairs of a picture and the number beside it, which may be empty."""
    who: str = ""
    """The face of whose store it is."""
    pale: bool = False

    @property
    def voice(self) -> Part:
        """What is said of it, ringed while it is said."""
        return Part(self.said, self.name)


def goods_of(working: Working, family: Family, own: Store) -> list[Goods]:
    """Whose it is, its shelf, its orders."""
    whose = words("village.own-store", name=named(working, family))
    return [
        Goods("outlet.owner", whose, who=faces(working)[family.id]),
        _shelf(working, own),
        _orders(working, own),
    ]


def _shelf(working: Working, own: Store) -> Goods:
    catalogue = working.visit.kiosk.classroom.catalogue
    if not own.products:
        return Goods("outlet.shelf", words("village.shelf-empty"), ((("shelf", ""),),), pale=True)
    said = [phrase for each in own.products for phrase in _of_shelf(working, each)]
    lines: list[tuple[tuple[str, str], ...]] = []
    for product in own.products[:2]:
        lines.append(((catalogue.kind(product.kind).picture, str(product.stock)),))
        lines.append((("coin", yuan(product.price_fen or 0)),))
    shown = any(is_shown(product) for product in own.products)
    return Goods("outlet.shelf", joined(said), tuple(lines), pale=not shown)


def _of_shelf(working: Working, product: Product) -> list[Phrase]:
    """How many there are, what one costs, and whether buyers see them yet."""
    kind = working.visit.kiosk.classroom.catalogue.kind(product.kind)
    said = [words("village.shelf", product=kind.name, count=number(product.stock))]
    if product.price_fen:
        said.append(words("village.shelf-price", money=money(product.price_fen)))
    return said if is_shown(product) else [*said, words("village.shelf-hidden")]


def _orders(working: Working, own: Store) -> Goods:
    if not own.orders:
        said = words("village.orders-none")
        return Goods("outlet.orders", said, ((("letter", "0"),),), pale=True)
    newest = own.orders[: -_MOST - 1 : -1]
    said = joined(
        [
            words("village.orders", count=number(len(own.orders))),
            *(_of_order(working, own, order) for order in newest),
        ]
    )
    lines = [(("letter", str(len(own.orders))),), *(_line(working, each) for each in newest)]
    return Goods("outlet.orders", said, tuple(lines))


def _of_order(working: Working, own: Store, order: Order) -> Phrase:
    catalogue = working.visit.kiosk.classroom.catalogue
    product = own.product(order.product)
    assert product is not None, "an order is of a product of its store"
    name, city = catalogue.kind(product.kind).name, catalogue.city(order.city).name
    return words("order.said", city=city, product=name, count=number(order.quantity))


def _line(working: Working, order: Order) -> tuple[tuple[str, str], ...]:
    """Where it goes, how many, and how far it is."""
    city = working.visit.kiosk.classroom.catalogue.city(order.city)
    return ((city.picture, str(order.quantity)), (PICTURE_OF_STATE[order.state], ""))


def use_goods(working: Working, goods: Sequence[Goods], height: float) -> ft.Control:
    """The cards beside each other; the one that is spoken of is ringed."""
    visit = working.visit
    spoken = use_spoken(visit)
    about = spoken.about if spoken is not None else ""
    room = visit.layout.inner_width - (len(goods) - 1) * theme.GAP
    cells: list[ft.Control] = []
    for each, share in zip(goods, _SHARES, strict=True):
        width = room * share
        inside = _inside(each, width - 24, height - 20)
        ring = theme.SKY if about == each.name else None
        ground = theme.WARM if each.who else theme.PAPER
        cells.append(
            tap(
                visit,
                each.name,
                visit.text(each.said),
                inside,
                partial(visit.say, each.voice),
                repeatable=True,
                width=width,
                height=height,
                **card_style(ground, ring, padding=4),
            )
        )
    return side_by_side(cells)


def _inside(goods: Goods, width: float, height: float) -> ft.Control:
    """As many of its lines as there is room for."""
    if goods.who:
        return dwelling("store", goods.who, min(width, height))
    across = 2 if width > 2.2 * height and len(goods.lines) > 1 else 1
    down = max(1, min(-(-len(goods.lines) // across), int(height // 34)))
    size = min(84.0, (height - (down - 1) * 4) / down, width / across / 2.6)
    lines = [_row(line, size) for line in goods.lines[: across * down]]
    rows = [side_by_side(lines[at : at + across], 20) for at in range(0, len(lines), across)]
    shown = stacked(list[ft.Control](rows), 4)
    shown.opacity = 0.6 if goods.pale else 1
    return shown


def _row(line: tuple[tuple[str, str], ...], size: float) -> ft.Control:
    shown: list[ft.Control] = []
    for sign, figure in line:
        shown.append(picture(sign, size))
        if figure:
            shown.append(theme.digits(figure, size * 0.62, theme.CLAY))
    return side_by_side(shown, 6, tight=True)
