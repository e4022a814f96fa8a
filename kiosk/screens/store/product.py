"""One of her goods: photo, name, how many, price, and then buyers may see it."""

from functools import partial

import flet as ft

from demo_store.commands import Publish
from demo_store.next_step import setup_step
from demo_store.store import Product
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.visit import Action, Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.money import heap_of
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import above, card, card_style, side_by_side, stacked
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap
from kiosk.wording import words

_EVENT = {"photo": "PhotoChosen", "name": "NameSaid", "made": "StockMade", "price": "PriceSet"}
_IDENTIFIER = {
    "photo": "product.photo",
    "name": "product.say-name",
    "made": "product.made",
    "price": "product.price",
}


@screen
def ProductScreen(visit: Visit) -> ft.Control:
    """What is done is green, what comes next is ringed, and at the end it goes to the buyers."""
    trading = use_trading(visit)
    product = trading.store.product(ft.use_route_params().get("product_id", ""))
    if product is None:
        return NotHere(visit, key="gone")
    kind = visit.kiosk.classroom.catalogue.kind(product.kind)
    layout = visit.layout
    high = body_height(trading)
    step = setup_step(product)
    publish_wanted = trading.wants("ListingPublished")
    publish = go_on(
        visit,
        "product.publish",
        words("product.publish" if not product.published else "product.publish-again"),
        lambda: trading.do(Publish(product.id)),
        width=min(480, layout.inner_width),
        icon=ft.Icons.STOREFRONT_ROUNDED,
        hand=publish_wanted,
        colour=theme.LEAF if step in (None, "publish") else theme.TEAL,
    )
    field_high = high - layout.action_height - layout.gap
    body = above(_stations(trading, product, step, field_high), publish, layout.gap)
    say = (
        words("product.say-on-sale", product=kind.name)
        if step is None
        else words(f"product.say-{step}", product=kind.name)
    )
    return store_frame(trading, body, say, place=f"product/{product.id}", back="/products")


def _stations(trading: Trading, product: Product, step: str | None, height: float) -> ft.Control:
    visit = trading.visit
    layout = visit.layout
    kind = visit.kiosk.classroom.catalogue.kind(product.kind)
    across = 2 if layout.tall else 4
    rows = 4 // across
    own = min(180.0, height * 0.34) if not layout.phone and not layout.low else 0.0
    free = height - (own + layout.gap if own else 0)
    width = (layout.inner_width - (across - 1) * theme.GAP) / across
    cell = min(260.0, (free - (rows - 1) * theme.GAP) / rows)
    done = {
        "photo": bool(product.photo),
        "name": product.name_said,
        "made": product.stock > 0,
        "price": product.price_fen is not None,
    }
    image = max(48.0, min(cell - 86, width - 40))
    shown: dict[str, ft.Control] = {
        "photo": picture(product.photo or "camera", image),
        "name": picture("speaker", image),
        "made": _amount(product, kind.picture, image),
        "price": heap_of(product.price_fen, width - 24, image, 92)
        if product.price_fen
        else picture("note", image),
    }
    stations = [
        _station(
            trading,
            name,
            shown[name],
            width,
            cell,
            done=done[name],
            ahead=step == name,
            on_tap=partial(trading.go, f"/product/{product.id}/{name}"),
        )
        for name in ("photo", "name", "made", "price")
    ]
    grid = stacked(
        [side_by_side(stations[begin : begin + across]) for begin in range(0, 4, across)],
        theme.GAP,
    )
    if not own:
        return grid
    mine = card(
        side_by_side(
            [
                picture(product.photo or kind.picture, own - 24),
                theme.text(visit.text(kind.name), visit.language, layout.title_size),
            ],
            24,
        ),
        height=own,
        width=min(560, layout.inner_width),
        padding=8,
    )
    return stacked([mine, grid], layout.gap)


def _amount(product: Product, name: str, size: float) -> ft.Control:
    if product.stock < 1:
        return picture(name, size)
    return side_by_side(
        [picture(name, size * 0.7), theme.digits(str(product.stock), size * 0.4)], 6
    )


def _station(
    trading: Trading,
    name: str,
    shown: ft.Control,
    width: float,
    height: float,
    *,
    done: bool,
    ahead: bool,
    on_tap: Action,
) -> ft.Control:
    visit = trading.visit
    said = visit.text(words(f"product.{name}"))
    size = fitting(said, visit.language, width - 60, 1, 26)
    mark = [picture("check", 32)] if done else []
    thing = tap(
        visit,
        _IDENTIFIER[name],
        said,
        stacked(
            [
                ft.Container(shown, height=height - 74, alignment=ft.Alignment.CENTER),
                side_by_side([*mark, theme.text(said, visit.language, size, max_lines=1)], 6),
            ],
            2,
        ),
        on_tap,
        width=width,
        height=height,
        **card_style(
            theme.DONE if done else theme.PAPER, theme.APRICOT if ahead else None, padding=6
        ),
    )
    return pointed_at(thing, trading.wants(_EVENT[name]))
