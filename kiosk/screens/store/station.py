"""What the four things to do with one of her goods share (photo, name, how many, price).

Each opens from the product's screen and has one green thing of the same identifier, which does it
and leads back.
"""

import flet as ft

from demo_store.store import Product
from demo_store.world.catalogue import ProductKind
from kiosk.screens.store.coaching import Trading, body_height, store_frame
from kiosk.visit import Action
from kiosk.widgets.actions import go_on
from lessons.phrase import Phrase


def product_here(trading: Trading) -> Product | None:
    """The product that the address names."""
    return trading.store.product(ft.use_route_params().get("product_id", ""))


def kind_of(trading: Trading, product: Product) -> ProductKind:
    """What the catalogue knows of a product."""
    return trading.visit.kiosk.classroom.catalogue.kind(product.kind)


def field_height(trading: Trading) -> float:
    """What is free above the green thing."""
    layout = trading.visit.layout
    return body_height(trading) - layout.action_height - layout.gap


def station_green(
    trading: Trading,
    identifier: str,
    phrase: Phrase,
    action: Action | None,
    *,
    event: str,
    icon: ft.IconData = ft.Icons.CHECK_ROUNDED,
    taken: float = 0,
) -> ft.Control:
    """The green thing; ``event`` is what it brings about, ``taken`` the width of what is beside."""
    return go_on(
        trading.visit,
        identifier,
        phrase,
        action,
        width=min(460, trading.visit.layout.inner_width - taken),
        icon=icon,
        hand=trading.wants(event),
    )


def station(
    trading: Trading, product: Product, name: str, body: ft.Control, say: Phrase
) -> ft.Control:
    """The frame of the station ``name``: it leads back to the product."""
    home = f"/product/{product.id}"
    return store_frame(trading, body, say, place=f"{name}/{product.id}", back=home)
