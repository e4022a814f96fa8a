"""What one of her goods is like: pictures of qualities that are tapped on and off."""

from collections.abc import Callable

import flet as ft

from demo_store.buyers import claims
from demo_store.commands import Describe
from demo_store.store import Product
from demo_store.world.catalogue import Quality
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.paging import fit, grid, use_pages
from kiosk.screens.store.coaching import Trading, use_trading
from kiosk.screens.store.station import (
    field_height,
    kind_of,
    product_here,
    station,
    station_green,
)
from kiosk.visit import Visit
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.latest import use_latest
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import above, card_style, stacked
from kiosk.widgets.speaking import filling
from kiosk.widgets.touch import tap
from kiosk.wording import words


@screen
def DescribeScreen(visit: Visit) -> ft.Control:
    """Each says itself; what she chose is green."""
    trading = use_trading(visit)
    product = product_here(trading)
    nothing: tuple[str, ...] = ()
    chosen, put = use_latest(product.qualities if product else nothing)
    if product is None:
        return NotHere(visit, key="gone")
    kind = kind_of(trading, product)
    offered = claims.offered(visit.kiosk.classroom.catalogue, kind.id)

    def turn(quality: Quality) -> None:
        taken = quality.id in chosen()
        kept = tuple(each for each in chosen() if each != quality.id)
        put(kept if taken else (*kept, quality.id))
        visit.say(words("describe.without", name=quality.name) if taken else quality.name)

    green = station_green(
        trading,
        "product.describe",
        words("describe.done"),
        lambda: trading.do(
            Describe(product.id, chosen(), product.words_clip), f"/product/{product.id}"
        ),
        event="Described" if chosen() else "",
    )
    hand_on = ""
    if trading.wants("Described") and not chosen():
        hand_on = _first_true(trading, product, offered)
    field = _field(visit, offered, chosen(), turn, field_height(trading), hand_on)
    say = words("describe.say", product=kind.name)
    return station(trading, product, "describe", above(field, green, visit.layout.gap), say)


def _first_true(trading: Trading, product: Product, offered: tuple[Quality, ...]) -> str:
    """What the hand points at must be true of what lies in the store today."""
    catalogue, day = trading.visit.kiosk.classroom.catalogue, trading.store.day
    true = (each.id for each in offered if claims.is_true_now(catalogue, product, each.id, day))
    return next(true, "")


def _field(
    visit: Visit,
    offered: tuple[Quality, ...],
    chosen: tuple[str, ...],
    turn: Callable[[Quality], None],
    height: float,
    hand_on: str,
) -> ft.Control:
    layout = visit.layout
    width = (layout.inner_width - 2 * theme.GAP) / 3 if layout.phone else 220.0
    high = 116.0 if layout.phone or layout.low else 200.0
    across, down = fit(layout.inner_width, height, width, high)
    if len(offered) > across * down:
        across, down = fit(layout.inner_width, height - theme.TAP - theme.GAP, width, high)
    shown, ways = use_pages(
        visit, offered, across * down, "product.qualities", lambda each: Part(each.name)
    )
    cells = [
        pointed_at(_quality(visit, each, each.id in chosen, turn, width, high), each.id == hand_on)
        for each in shown
    ]
    return stacked([grid(cells, across), *([ways] if ways else [])], theme.GAP)


def _quality(
    visit: Visit,
    quality: Quality,
    on: bool,
    turn: Callable[[Quality], None],
    width: float,
    height: float,
) -> ft.Control:
    said = visit.text(quality.name)
    image = height * 0.48
    size = filling(said, visit.language, width - 16, height - image - 24, 26)
    label = theme.text(said, visit.language, size)
    label.width = width - 16
    shown: list[ft.Control] = [picture(quality.picture, image)]
    if on:
        shown.append(ft.Container(picture("check", 40), right=-30, top=-4))
    return tap(
        visit,
        f"product.quality:{quality.id}",
        said,
        stacked([ft.Stack(shown, clip_behavior=ft.ClipBehavior.NONE), label], 2),
        lambda: turn(quality),
        width=width,
        height=height,
        repeatable=True,
        **card_style(theme.DONE if on else theme.PAPER, theme.LEAF if on else None, padding=4),
    )
