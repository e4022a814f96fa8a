"""Without a camera a photo is chosen: one is good, one is dark, one is too far away."""

from functools import partial

import flet as ft

from demo_store.commands import ChoosePhoto
from demo_store.store import Product
from kiosk import theme
from kiosk.screens.store.coaching import Trading
from kiosk.screens.store.station import kind_of
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, side_by_side
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.shuffle import mixed

_HIGHEST = 1.5
"""In widths of a photo."""
_DARK, _FAR = 0.3, 0.25
"""How much is seen of a thing in the dark; how large one is that is far away."""


def photo_choice(trading: Trading, product: Product, height: float) -> ft.Control:
    """Three photos of her product side by side; only the good one is taken."""
    width = min(360.0, (trading.visit.layout.inner_width - 2 * theme.GAP) / 3)
    high = min(height, width * _HIGHEST)
    looks = mixed(("good", "dark", "far"), f"{trading.learner}/{product.id}")
    return side_by_side([_photo(trading, product, look, width, high) for look in looks])


def _photo(
    trading: Trading, product: Product, look: str, width: float, height: float
) -> ft.Control:
    visit, name = trading.visit, kind_of(trading, product).picture
    size = min(width, height) - 24
    seen: ft.Control = picture(name, size * (_FAR if look == "far" else 0.9))
    if look == "dark":
        seen = ft.Container(seen, opacity=_DARK)
    said = visit.text(words(f"product.photo-{look}"))
    good = look == "good"
    touched = (
        partial(trading.do, ChoosePhoto(product.id, name), f"/product/{product.id}")
        if good
        else partial(visit.tell, words(f"product.photo-{look}"))
    )
    thing = tap(
        visit,
        "product.photo" if good else f"product.photo-{look}",
        said,
        seen,
        touched,
        width=width,
        height=height,
        **card_style(theme.NIGHT if look == "dark" else theme.AIR, padding=8),
    )
    return pointed_at(thing, good and trading.wants("PhotoChosen"))
