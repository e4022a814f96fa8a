"""The packing table: things are carried into what they are packed in, or go there by one touch.

What already lies in a packaging is only seen here: until all is in, nothing is packed, and after a
power cut everything lies on the table again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from demo_store.selling.packing import unsuited
from demo_store.store import Order
from demo_store.world.things import Packaging
from kiosk import theme
from kiosk.screens.store.coaching import Trading
from kiosk.screens.store.just_packed import use_just_packed
from kiosk.screens.store.order_choices import Choice, choose
from kiosk.screens.store.order_goods import IN_A_BOX, picture_of
from kiosk.widgets.dragging import DropPlace, draggable
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.latest import use_latest
from kiosk.widgets.packing import TEN, heap, heap_size, heaps, opened, tray
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.touch import tap, value
from kiosk.wording import number, words

_GOODS, _TRAY = "goods", "tray"
"""What is carried, and so where it may be put down."""
_WIDEST, _HIGHEST, _PADDING, _EDGE = 340.0, 220.0, 12.0, 2.0


@dataclass(frozen=True, slots=True)
class Laid:
    """How many of an order's things already lie in one packaging."""

    order: str = ""
    packaging: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Where ``order`` is packed: ``laid`` reads what lies where, ``lay`` sets it."""

    trading: Trading
    order: Order
    offered: list[Choice]
    is_used: bool
    """Whether this is what she does now."""
    just_packed: bool
    """Whether she saw this order not packed before."""
    laid: Callable[[], Laid]
    lay: Callable[[Laid], None]

    # -- doing

    def put_in(self, packaging: str, count: int) -> None:
        """So many more go into this packaging; what lies in another one goes there as well.

        What would not be packed well so is refused with the first thing.
        """
        if self._is_refused(packaging):
            self.pack(packaging)
            return
        visit, before = self.trading.visit, self.inside
        now = min(self.order.quantity, before + count)
        name = self._packaging(packaging).name
        if now == self.order.quantity and packaging not in IN_A_BOX:
            self.pack(packaging)
            return
        self.lay(Laid(self.order.id, packaging, now))
        if now < self.order.quantity:
            visit.say(words("order.so-many", name=name, count=number(now)))
        else:
            visit.tell(words("order.tray-full", name=name))

    def pack(self, packaging: str) -> None:
        """All of it, in this packaging."""
        wanted = f"order.pack:{packaging}"
        choose(self.trading, next(each for each in self.offered if each.identifier == wanted))

    def _is_refused(self, packaging: str) -> bool:
        if not self.trading.practises("OrderPacked"):
            return False
        product = self.trading.store.product(self.order.product)
        assert product is not None
        catalogue = self.trading.visit.kiosk.classroom.catalogue
        return bool(unsuited(catalogue, catalogue.kind(product.kind), self._packaging(packaging)))

    def _touch_goods(self, count: int) -> None:
        """Into the packaging that was begun; before that she hears what to do."""
        if packaging := self.chosen:
            self.put_in(packaging, count)
        else:
            self._say_how()

    def _say_how(self) -> None:
        self.trading.visit.say(words("order.carry"))

    # -- what lies where

    @property
    def inside(self) -> int:
        """How many lie in the packaging."""
        laid = self.laid()
        return laid.count if laid.order == self.order.id else 0

    @property
    def chosen(self) -> str:
        """The packaging that was begun; empty for none."""
        return self.laid().packaging if self.inside else ""

    @property
    def tray_is_full(self) -> bool:
        """All stands in the tray, and that has to go into its box."""
        return bool(self.inside) and self.inside == self.order.quantity

    def _packaging(self, packaging: str) -> Packaging:
        return self.trading.visit.kiosk.classroom.catalogue.packaging(packaging)

    # -- drawing

    def around(self, screen: ft.Control) -> ft.Control:
        """The whole screen: what is put down beside everything is met with a word."""
        visit, group = self.trading.visit, _TRAY if self.tray_is_full else _GOODS
        beside = DropPlace(
            visit, "beside", screen, group, lambda _: self._say_how(), grows=False, key="beside"
        )
        return ft.Container(beside, expand=True)

    def place(self, choice: Choice, card: ft.Control) -> ft.Control:
        """The card of a packaging: things can be carried to it."""
        if not self.is_used:
            return card
        packaging = choice.identifier.partition(":")[2]
        to_box = self.tray_is_full and packaging == self.chosen

        def drop(count: int) -> None:
            if to_box:
                self.pack(packaging)
            else:
                self.put_in(packaging, count)

        group = _TRAY if to_box else _GOODS
        return DropPlace(self.trading.visit, packaging, card, group, drop, key=packaging)

    def shown(self, width: float, height: float) -> ft.Control:
        """What lies on the table: loose things, and beside them the packaging that was begun."""
        if not self.inside:
            return self._loose(width, height)
        end = max(theme.TAP, min(height * 1.3, width * 0.45))
        start = width - end - theme.GAP
        if self.tray_is_full:
            return side_by_side([self._full_tray(start, height), self._box(end, height)])
        return side_by_side([self._loose(start, height), self._begun(end, height)])

    def _loose(self, width: float, height: float) -> ft.Control:
        """Heaps as large as fit."""
        left, few = self.order.quantity - self.inside, self.order.quantity <= TEN
        lying = heaps(left, _room(width) * _room(height), singly=few)
        least = -(-len(lying) // _room(height))
        across = max(
            range(least, _room(width) + 1),
            key=lambda each: heap_size(max(lying), *_cell(len(lying), each, width, height)),
        )
        wide, high = _cell(len(lying), across, width, height)
        size = heap_size(max(lying), wide - _PADDING, high - _PADDING)  # one egg is no larger
        cells = [self._heap(at, count, wide, high, size) for at, count in enumerate(lying, 1)]
        rows = [side_by_side(cells[at : at + across]) for at in range(0, len(cells), across)]
        box = stacked(list[ft.Control](rows), theme.GAP)
        return ft.Container(box, width=width, height=height, alignment=ft.Alignment.CENTER)

    def _heap(self, at: int, count: int, width: float, height: float, size: float) -> ft.Control:
        visit, name = self.trading.visit, picture_of(self.trading, self.order)

        def shape(edges: float = 0) -> ft.Control:
            return ft.Container(
                heap(name, count, width - _PADDING, height - _PADDING, size),
                width=width - edges,
                height=height - edges,
                alignment=ft.Alignment.CENTER,
            )

        product = self.trading.store.product(self.order.product)
        assert product is not None
        kind = visit.kiosk.classroom.catalogue.kind(product.kind).name
        said = words("order.so-many", name=kind, count=number(count))
        thing = tap(
            visit,
            f"order.heap:{at}",
            visit.text(said),
            shape(2 * _EDGE),
            partial(self._touch_goods, count),
            repeatable=True,
            width=width,
            height=height,
            border_radius=20,
            bgcolor=theme.SAND,
            border=ft.Border.all(_EDGE, theme.EDGE),
        )
        return draggable(visit, thing, shape, _GOODS, count)

    def _begun(self, width: float, height: float) -> ft.Control:
        """The packaging with what is in it already."""
        packaging = self._packaging(self.chosen)
        inside = value(
            "order.inside",
            str(self.inside),
            self._filled(packaging.picture, width, height),
        )
        drop = partial(self.put_in, packaging.id)
        return DropPlace(self.trading.visit, "begun", inside, _GOODS, drop, key="begun")

    def _filled(self, sign: str, width: float, height: float) -> ft.Control:
        name = picture_of(self.trading, self.order)
        if self.chosen in IN_A_BOX:
            return tray(name, self.inside, self.order.quantity, width, height)
        figure = 32.0
        size = min(width, height - figure * 1.2)
        box = opened(sign, picture(name, size * 0.5), size)
        return stacked([box, theme.digits(str(self.inside), figure, theme.CLAY)], 0, tight=True)

    def _full_tray(self, width: float, height: float) -> ft.Control:
        """It is carried like a single thing."""
        visit, name = self.trading.visit, picture_of(self.trading, self.order)
        packaging = self._packaging(self.chosen)

        def shape() -> ft.Control:
            full = tray(name, self.inside, self.order.quantity, width, height)
            return ft.Container(full, width=width, height=height, alignment=ft.Alignment.CENTER)

        thing = tap(
            visit,
            "order.tray",
            visit.text(packaging.name),
            shape(),
            partial(self.pack, packaging.id),
            width=width,
            height=height,
        )
        return draggable(visit, thing, shape, _TRAY, self.inside)

    def _box(self, width: float, height: float) -> ft.Control:
        """Where the tray goes."""
        visit, size = self.trading.visit, min(width, height) - 16
        pack = partial(self.pack, self.chosen)
        thing = tap(
            visit,
            "order.box",
            visit.text(words("order.into-the-box")),
            picture("open-box", size),
            pack,
            width=width,
            height=height,
            **card_style(theme.DONE, theme.LEAF, padding=4),
        )
        shown = pointed_at(thing, self.trading.wants("OrderPacked"))
        return DropPlace(visit, "box", shown, _TRAY, lambda _: pack(), key="box")


def _cell(count: int, across: int, width: float, height: float) -> tuple[float, float]:
    """Width and height of each of ``count`` things, ``across`` of them beside each other."""
    down = -(-count // across)
    wide = (width - (across - 1) * theme.GAP) / across
    return min(_WIDEST, wide), min(_HIGHEST, (height - (down - 1) * theme.GAP) / down)


def _room(length: float) -> int:
    """How many things to touch have room in a row or column."""
    return max(1, int((length + theme.GAP) // (theme.TAP + theme.GAP)))


def use_table(
    trading: Trading, order: Order | None, offered: list[Choice], step: str | None
) -> Table | None:
    """The table of the calling screen: what lies on it stays while the screen does."""
    laid, lay = use_latest(Laid())
    just_packed = use_just_packed(order)
    if order is None:
        return None
    return Table(trading, order, offered, step == "pack", just_packed, laid, lay)
