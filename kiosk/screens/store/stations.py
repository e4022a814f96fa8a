"""Two of the things to do with one of her goods: name it and price it."""

from functools import partial

import flet as ft

from demo_store.commands import SayName, SetPrice
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
from kiosk.visit import Visit
from kiosk.widgets.money_tray import MoneyTray
from kiosk.widgets.pictures import SCENE_SHAPE, picture, scene
from kiosk.widgets.shapes import above, card, side_by_side
from kiosk.widgets.speaking import fitting, hear
from kiosk.wording import money, number, words, yuan
from lessons.phrase import Phrase

_STAND_X, _STAND_Y, _STAND_SIZE = 0.704, 0.55, 0.36
"""Where a thing on the stand of the scene is, in shares of its width and height; its size in
shares of the height."""


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
    seen = ft.Stack(
        [
            scene("scene-say-own-name", width, height),
            _on_the_stand(trading, product, width, height),
            plate,
        ],
        width=width,
        height=height,
    )
    return ft.Container(seen, width=visit.layout.inner_width, alignment=ft.Alignment.CENTER)


def _on_the_stand(trading: Trading, product: Product, width: float, height: float) -> ft.Control:
    """What she sells, where the drawn stand is; a narrow frame cuts the scene at both sides."""
    size = _STAND_SIZE * height
    middle = width / 2 + (_STAND_X - 0.5) * SCENE_SHAPE * height
    return ft.Container(
        picture(product.photo or kind_of(trading, product).picture, size),
        left=min(middle - size / 2, width - size - 12),
        top=_STAND_Y * height - size / 2,
    )


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
    """Any price is hers to set; of an unusual one she hears a word before she goes on."""
    trading.visit.say_first(*_about_price(kind, fen))
    trading.do(SetPrice(product.id, fen), f"/product/{product.id}")


def _about_price(kind: ProductKind, fen: int) -> list[Phrase]:
    low, high = kind.price_fen.low, kind.price_fen.high
    said = []
    if fen < kind.unit_cost_fen:
        said.append(words("product.below-cost", money=money(kind.unit_cost_fen)))
    if not low <= fen <= high:
        said.append(words("product.usual", count=number(yuan(low)), money=money(high)))
    if fen > high:
        said.append(words("product.few-buy"))
    return said


def _usual_fen(kind: ProductKind) -> int:
    """The middle of what is usually asked, in countable coins."""
    return rounded_down(kind.price_fen.middle)
