"""Her goods, and adding one: pictures of what people make here."""

import flet as ft

from demo_store.commands import AddProduct, OpenProduct
from demo_store.events import ProductAdded, ProductOpened
from demo_store.store import Product
from demo_store.world.catalogue import ProductKind
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.kinds import use_kinds
from kiosk.screens.learner.goal_pages import PRODUCT_PAGES
from kiosk.screens.paging import fit, grid, use_pages
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.visit import Visit
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.money import heap_of
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, stacked
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap
from kiosk.wording import words


@screen
def ProductsScreen(visit: Visit) -> ft.Control:
    """What she sells."""
    trading = use_trading(visit)
    layout = visit.layout
    width = (layout.inner_width - theme.GAP) / 2 if layout.phone else 230.0
    height = 210.0 if layout.phone or layout.low else 290.0
    high = body_height(trading)
    across, down = fit(layout.inner_width, high, width, height)
    if len(trading.store.products) + 1 > across * down:
        across, down = fit(layout.inner_width, high - theme.TAP - theme.GAP, width, height)
    shown, ways = use_pages(
        visit, trading.store.products, max(1, across * down - 1), "store.products"
    )
    cells = [_product(trading, product, width, height) for product in shown]
    cells.append(_add(trading, width, height))
    body = stacked([grid(cells, across), *([ways] if ways else [])], theme.GAP)
    say = words("products.say" if trading.store.products else "products.say-first")
    return store_frame(trading, body, say, place="products")


def _product(trading: Trading, product: Product, width: float, height: float) -> ft.Control:
    visit = trading.visit
    kind = visit.kiosk.classroom.catalogue.kind(product.kind)
    said = visit.text(kind.name)
    shown: list[ft.Control] = [
        picture(product.photo or kind.picture, min(width - 40, height - 132)),
        theme.text(said, visit.language, fitting(said, visit.language, width - 24, 1, 28)),
    ]
    if product.price_fen:
        note = 60 if visit.layout.phone else 84
        shown.append(heap_of(product.price_fen, width - 24, 52, note))
    thing = tap(
        visit,
        f"product:{product.id}",
        said,
        stacked(shown, 4),
        lambda: trading.do(OpenProduct(product.id), f"/product/{product.id}"),
        width=width,
        height=height,
        **card_style(ring=trading.edge if product.published else None, padding=8),
    )
    own = product.kind == visit.kiosk.classroom.product_kind(trading.learner)
    return pointed_at(thing, trading.wants(*PRODUCT_PAGES) and own)


def _add(trading: Trading, width: float, height: float) -> ft.Control:
    visit = trading.visit
    said = visit.text(words("products.add"))
    size = min(110.0, height - 90)
    plus = ft.Container(
        ft.Icon(ft.Icons.ADD_ROUNDED, size=size * 0.7, color=theme.ON_DEEP),
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=theme.LEAF,
        alignment=ft.Alignment.CENTER,
    )
    thing = tap(
        visit,
        "product.add",
        said,
        stacked(
            [
                plus,
                theme.text(said, visit.language, fitting(said, visit.language, width - 20, 1, 26)),
            ],
            8,
        ),
        lambda: trading.go("/add"),
        width=width,
        height=height,
        **card_style(ring=trading.edge, padding=8),
    )
    own = visit.kiosk.classroom.product_kind(trading.learner)
    has_own = any(product.kind == own for product in trading.store.products)
    return pointed_at(thing, trading.wants("ProductAdded") and not has_own)


@screen
def AddProductScreen(visit: Visit) -> ft.Control:
    """Which of the things that people make here she wants to sell."""
    trading = use_trading(visit)
    learner = visit.learner
    # Of a guest it is not known what she makes; the hand leads her to something all the same.
    own = learner.product_kind if learner else ""
    hand_on = ""
    if trading.wants("ProductAdded"):
        hand_on = visit.kiosk.classroom.product_kind(trading.learner)

    def add(kind: ProductKind) -> None:
        # The id is the store's to give: the event says which product it became.
        events = trading.do(AddProduct(kind.id))
        for event in events:
            if isinstance(event, ProductAdded | ProductOpened):
                trading.go(f"/product/{event.product}")

    names, body = use_kinds(visit, body_height(trading), "product.kind", add, own, hand_on)
    done = trading.moment is not None and trading.moment.state.completed_step
    return store_frame(
        trading,
        body,
        words("products.which"),
        place="add",
        back="/products",
        also=names,
        also_coached=() if done else names,
    )
