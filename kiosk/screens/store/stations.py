"""The four things to do with one of her goods: name it, say how many, price it (photo: own file).

Each opens from the product's screen and has one green thing of the same identifier, which does it
and leads back.
"""

import flet as ft

from demo_store.catalogue import ProductKind
from demo_store.commands import MakeStock, SayName, SetPrice
from demo_store.money import notes_for, rounded_down
from demo_store.store import Product
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on, round_sign
from kiosk.widgets.latest import use_latest
from kiosk.widgets.money_tray import MoneyTray
from kiosk.widgets.pictures import picture, scene
from kiosk.widgets.shapes import above, card, side_by_side, stacked
from kiosk.widgets.speaking import hear
from kiosk.widgets.things import counted
from kiosk.widgets.touch import value
from kiosk.wording import number, words

_MOST_MADE = 200


def product_here(trading: Trading) -> Product | None:
    """The product that the address names."""
    return trading.store.product(ft.use_route_params().get("product_id", ""))


@screen
def NameScreen(visit: Visit) -> ft.Control:
    """Hear the name as buyers will hear it, and say it."""
    trading = use_trading(visit)
    product = product_here(trading)
    if product is None:
        return NotHere(visit, key="gone")
    kind = visit.kiosk.classroom.catalogue.kind(product.kind)
    layout = visit.layout
    high = body_height(trading) - layout.action_height - layout.gap

    def say_it() -> None:
        trading.do(SayName(product.id), f"/product/{product.id}")
        if trading.moment is None:
            visit.say(kind.name)

    view = min(layout.inner_width, high * 1.5)
    body = above(
        ft.Stack(
            [
                scene("scene-say-name", view, high),
                ft.Container(
                    card(
                        side_by_side(
                            [
                                picture(product.photo or kind.picture, 76),
                                theme.text(visit.text(kind.name), visit.language, 34),
                                hear(visit, "product.hear-name", kind.name),
                            ],
                            14,
                        ),
                        padding=10,
                    ),
                    bottom=12,
                    left=0,
                    right=0,
                    alignment=ft.Alignment.CENTER,
                ),
            ],
            width=view,
            height=high,
        ),
        go_on(
            visit,
            "product.say-name",
            words("product.i-said-it"),
            say_it,
            width=min(460, layout.inner_width),
            icon=ft.Icons.RECORD_VOICE_OVER_ROUNDED,
            hand=trading.wants("NameSaid"),
        ),
        layout.gap,
    )
    return store_frame(
        trading,
        body,
        words("product.say-name-now", product=kind.name),
        place=f"name/{product.id}",
        back=f"/product/{product.id}",
    )


@screen
def MadeScreen(visit: Visit) -> ft.Control:
    """Makers do not buy stock: "I made this many"."""
    trading = use_trading(visit)
    product = product_here(trading)
    usual = 0
    if product is not None:
        kind = visit.kiosk.classroom.catalogue.kind(product.kind)
        usual = kind.order_units.high
    made, put = use_latest(max(1, usual))
    count = made()
    if product is None:
        return NotHere(visit, key="gone")
    layout = visit.layout
    step = 1 if usual <= 10 else 10

    def change(by: int) -> None:
        before = made()
        # From one the next is a whole step: 1, 10, 20, not 11, 21.
        changed = step if before == 1 < step and by > 0 else before + by
        changed = min(_MOST_MADE, max(1, changed))
        put(changed)
        visit.say(number(changed))

    high = body_height(trading) - layout.action_height - layout.gap
    room = layout.inner_width - (0 if layout.tall else 2 * (theme.TAP + 40))
    less = round_sign(
        visit,
        "product.fewer",
        words("product.fewer"),
        ft.Icons.REMOVE_ROUNDED,
        (lambda: change(-step)) if count > 1 else None,
        colour=theme.TEAL,
        repeatable=True,
    )
    plus = round_sign(
        visit,
        "product.more",
        words("product.more"),
        ft.Icons.ADD_ROUNDED,
        (lambda: change(step)) if count < _MOST_MADE else None,
        colour=theme.TEAL,
        repeatable=True,
    )
    number_high = 110 if layout.tall else 96
    things = counted(
        kind.picture,
        count,
        room - 40,
        high - number_high - (theme.TAP + layout.gap if layout.tall else 0) - 30,
    )
    amount = value("product.count", str(count), theme.digits(str(count), 76, theme.CLAY))
    shown = card(
        stacked([things, amount], 4),
        width=room,
        height=high - (theme.TAP + layout.gap if layout.tall else 0),
    )
    field = (
        stacked([shown, side_by_side([less, plus], 60)], layout.gap)
        if layout.tall
        else side_by_side([less, shown, plus], 24)
    )
    body = above(
        field,
        go_on(
            visit,
            "product.made",
            words("product.i-made"),
            lambda: trading.do(MakeStock(product.id, made()), f"/product/{product.id}"),
            width=min(460, layout.inner_width),
            icon=ft.Icons.CHECK_ROUNDED,
            hand=trading.wants("StockMade"),
        ),
        layout.gap,
    )
    return store_frame(
        trading,
        body,
        words("product.how-many", product=kind.name),
        place=f"made/{product.id}",
        back=f"/product/{product.id}",
    )


@screen
def PriceScreen(visit: Visit) -> ft.Control:
    """The price of one, laid in notes and coins."""
    trading = use_trading(visit)
    product = product_here(trading)
    if product is None:
        return NotHere(visit, key="gone")
    kind = visit.kiosk.classroom.catalogue.kind(product.kind)
    layout = visit.layout
    high = body_height(trading)
    view = 0.0 if layout.tall or layout.low else 200.0
    tray = MoneyTray(
        visit,
        layout.inner_width - (view + theme.GAP if view else 0),
        high,
        notes_for(product.price_fen or 0),
        on_done=lambda fen: _set(trading, product, fen),
        done_identifier="product.price",
        done_phrase=words("lesson.this-much"),
        wanted_fen=_usual_fen(kind) if trading.wants("PriceSet") else None,
        hand_on_done=trading.wants("PriceSet"),
        key="tray",
    )
    body = tray
    if view:
        body = side_by_side(
            [card(picture(product.photo or kind.picture, view - 40), width=view, height=high), tray]
        )
    return store_frame(
        trading,
        ft.Container(body),
        words("product.say-price", product=kind.name),
        place=f"price/{product.id}",
        back=f"/product/{product.id}",
    )


def _usual_fen(kind: ProductKind) -> int:
    """The middle of what is usually asked, in countable coins."""
    return rounded_down(kind.price_fen.middle)


def _set(trading: Trading, product: Product, fen: int) -> None:
    trading.do(SetPrice(product.id, fen), f"/product/{product.id}")
