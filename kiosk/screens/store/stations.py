"""Three of the four things to do with one of her goods: name it, say how many, price it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from demo_store.commands import MakeStock, SayName, SetPrice
from demo_store.finance.money import notes_for, rounded_down
from demo_store.store import Product
from demo_store.world.catalogue import ProductKind
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import Trading, body_height, use_trading
from kiosk.screens.store.station import (
    field_height,
    kind_of,
    product_here,
    station,
    station_green,
)
from kiosk.visit import Action, Visit
from kiosk.widgets.actions import round_sign
from kiosk.widgets.latest import use_latest
from kiosk.widgets.money_tray import MoneyTray
from kiosk.widgets.pictures import picture, scene
from kiosk.widgets.shapes import above, card, side_by_side, stacked
from kiosk.widgets.speaking import fitting, hear
from kiosk.widgets.things import counted
from kiosk.widgets.touch import value
from kiosk.wording import money, number, words, yuan
from lessons.phrase import Phrase

_MOST_MADE = 200


@screen
def NameScreen(visit: Visit) -> ft.Control:
    """Hear the name as buyers will hear it, and say it."""
    trading = use_trading(visit)
    product = product_here(trading)
    if product is None:
        return NotHere(visit, key="gone")
    name = kind_of(trading, product).name

    def say_it() -> None:
        trading.do(SayName(product.id), f"/product/{product.id}")
        if trading.moment is None:
            visit.say(name)

    green = station_green(
        trading,
        "product.say-name",
        words("product.i-said-it"),
        say_it,
        icon=ft.Icons.RECORD_VOICE_OVER_ROUNDED,
        event="NameSaid",
    )
    field = _name_scene(trading, product, field_height(trading))
    say = words("product.say-name-now", product=name)
    return station(trading, product, "name", above(field, green, visit.layout.gap), say)


def _name_scene(trading: Trading, product: Product, height: float) -> ft.Control:
    """Somebody says a name; in front of her the product, its name, and how it sounds."""
    visit, kind = trading.visit, kind_of(trading, product)
    width = min(visit.layout.inner_width, height * 1.5)
    room = width - 76 - theme.TAP - 2 * 14 - 40
    said = visit.text(kind.name)
    named: list[ft.Control] = [
        picture(product.photo or kind.picture, 76),
        theme.text(said, visit.language, fitting(said, visit.language, room, 1, 34)),
        hear(visit, "product.hear-name", kind.name),
    ]
    plate = ft.Container(
        card(side_by_side(named, 14, tight=True), padding=10),
        bottom=12,
        left=0,
        right=0,
        alignment=ft.Alignment.CENTER,
    )
    return ft.Stack(
        [scene("scene-say-name", width, height), plate],
        width=width,
        height=height,
    )


@screen
def MadeScreen(visit: Visit) -> ft.Control:
    """Makers do not buy stock: "I made this many"."""
    trading = use_trading(visit)
    product = product_here(trading)
    usual = kind_of(trading, product).order_units.high if product else 0
    made, put = use_latest(max(1, usual))
    if product is None:
        return NotHere(visit, key="gone")
    count = _Count(visit, made, put, 1 if usual <= 10 else 10)
    green = station_green(
        trading,
        "product.made",
        words("product.i-made"),
        lambda: trading.do(MakeStock(product.id, made()), f"/product/{product.id}"),
        event="StockMade",
    )
    kind = kind_of(trading, product)
    field = _counting(count, kind.picture, field_height(trading))
    say = words("product.how-many", product=kind.name)
    return station(trading, product, "made", above(field, green, visit.layout.gap), say)


@dataclass(frozen=True, slots=True)
class _Count:
    """How many she says are ready: ``now`` reads it, ``put`` sets it, ``step`` is one tap."""

    visit: Visit
    now: Callable[[], int]
    put: Callable[[int], None]
    step: int

    def change(self, by: int) -> None:
        """More or fewer, and the number is said."""
        before = self.now()
        # From one the next is a whole step: 1, 10, 20, not 11, 21.
        changed = self.step if before == 1 < self.step and by > 0 else before + by
        self.put(min(_MOST_MADE, max(1, changed)))
        self.visit.say(number(self.now()))

    def fewer(self) -> ft.Control:
        """The sign that takes away; nobody makes less than one."""
        less = partial(self.change, -self.step) if self.now() > 1 else None
        return self._sign("fewer", ft.Icons.REMOVE_ROUNDED, less)

    def more(self) -> ft.Control:
        """The sign that adds."""
        add = partial(self.change, self.step) if self.now() < _MOST_MADE else None
        return self._sign("more", ft.Icons.ADD_ROUNDED, add)

    def _sign(self, name: str, icon: ft.IconData, action: Action | None) -> ft.Control:
        return round_sign(
            self.visit,
            f"product.{name}",
            words(f"product.{name}"),
            icon,
            action,
            colour=theme.TEAL,
            repeatable=True,
        )


def _counting(count: _Count, name: str, height: float) -> ft.Control:
    """So many things and their number, between fewer and more; below it on a tall window."""
    layout = count.visit.layout
    tall, made = layout.tall, count.now()
    width = layout.inner_width - (0 if tall else 2 * (theme.TAP + 40))
    height -= theme.TAP + layout.gap if tall else 0
    things = counted(name, made, width - 40, height - (140 if tall else 126))
    amount = value("product.count", str(made), theme.digits(str(made), 76, theme.CLAY))
    shown = card(stacked([things, amount], 4), width=width, height=height)
    if tall:
        return stacked([shown, side_by_side([count.fewer(), count.more()], 60)], layout.gap)
    return side_by_side([count.fewer(), shown, count.more()], 24)


@screen
def PriceScreen(visit: Visit) -> ft.Control:
    """The price of one, laid in notes and coins."""
    trading = use_trading(visit)
    product = product_here(trading)
    if product is None:
        return NotHere(visit, key="gone")
    kind = kind_of(trading, product)
    layout = visit.layout
    high = body_height(trading)
    view = 0.0 if layout.tall or layout.low else 200.0
    wanted = trading.wants("PriceSet")
    tray = MoneyTray(
        visit,
        layout.inner_width - (view + theme.GAP if view else 0),
        high,
        notes_for(product.price_fen or 0),
        on_done=partial(_set_price, trading, product, kind),
        done_identifier="product.price",
        done_phrase=words("lesson.this-much"),
        wanted_fen=_usual_fen(kind) if wanted else None,
        hand_on_done=wanted,
        key="tray",
    )
    body = tray
    if view:
        seen = card(picture(product.photo or kind.picture, view - 40), width=view, height=high)
        body = side_by_side([seen, tray])
    say = words("product.say-price", product=kind.name)
    return station(trading, product, "price", ft.Container(body), say)


def _set_price(trading: Trading, product: Product, kind: ProductKind, fen: int) -> None:
    """Any price is hers to set; of one that is too low she hears a word before she goes on."""
    trading.visit.say_first(*_too_low(kind, fen))
    trading.do(SetPrice(product.id, fen), f"/product/{product.id}")


def _too_low(kind: ProductKind, fen: int) -> list[Phrase]:
    said = []
    if fen < kind.unit_cost_fen:
        said.append(words("product.below-cost", money=money(kind.unit_cost_fen)))
    if fen < kind.price_fen.low:
        low, high = kind.price_fen.low, kind.price_fen.high
        said.append(words("product.below-usual", count=number(yuan(low)), money=money(high)))
    return said


def _usual_fen(kind: ProductKind) -> int:
    """The middle of what is usually asked, in countable coins."""
    return rounded_down(kind.price_fen.middle)
