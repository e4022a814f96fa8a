"""One of her goods: photo, name, how many, price, what it is like, and then buyers may see it."""

from functools import partial

import flet as ft

from demo_store.commands import Publish, ViewAsBuyer
from demo_store.selling.next_step import setup_step
from demo_store.store import Product
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.screens.store.station import kind_of, product_here
from kiosk.visit import Action, Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.money import heap_of
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import above, card, card_style, side_by_side, stacked
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.phrase import Phrase

_EVENT = {
    "photo": "PhotoChosen",
    "name": "NameSaid",
    "made": "StockMade",
    "price": "PriceSet",
    "describe": "Described",
}
_IDENTIFIER = {
    "photo": "product.photo",
    "name": "product.say-name",
    "made": "product.made",
    "price": "product.price",
    "describe": "product.describe",
}
_DIGIT = 0.66
"""How wide a digit is, in sizes."""
_LEAST_ROW = 96.0
"""Below this height of a row more stations stand beside each other."""


@screen
def ProductScreen(visit: Visit) -> ft.Control:
    """What is done is green, what comes next is ringed, and at the end it goes to the buyers."""
    trading = use_trading(visit)
    product = product_here(trading)
    if product is None:
        return NotHere(visit, key="gone")
    layout = visit.layout
    high = body_height(trading)
    step = setup_step(product)
    if trading.moment is not None and trading.moment.state.completed_step:
        # Nothing invites to more: the coach's green thing leads on.
        body = _stations(trading, product, None, high)
    else:
        field = _stations(trading, product, step, high - layout.action_height - layout.gap)
        body = above(field, _publish(trading, product, step), layout.gap)
    return store_frame(
        trading, body, _say(trading, product, step), place=f"product/{product.id}", back="/products"
    )


def _publish(trading: Trading, product: Product, step: str | None) -> ft.Control:
    """To the buyers; where they see it already, to see it as they do."""
    visit = trading.visit
    if product.published and trading.moment is None:
        return go_on(
            visit,
            "product.as-buyer",
            words("store.as-buyer"),
            lambda: trading.do(ViewAsBuyer(), "/buyer"),
            width=min(480, visit.layout.inner_width),
            sign="phone",
            colour=theme.TEAL,
        )
    return go_on(
        visit,
        "product.publish",
        words("product.publish" if not product.published else "product.publish-again"),
        lambda: trading.do(Publish(product.id)),
        width=min(480, visit.layout.inner_width),
        icon=ft.Icons.STOREFRONT_ROUNDED,
        hand=trading.wants("ListingPublished"),
        colour=theme.LEAF if step in (None, "publish") else theme.TEAL,
    )


def _say(trading: Trading, product: Product, step: str | None) -> Phrase:
    name = kind_of(trading, product).name
    return words("product.say-on-sale" if step is None else f"product.say-{step}", product=name)


def _stations(trading: Trading, product: Product, step: str | None, height: float) -> ft.Control:
    """Photo, name, number, price and words; above them the product where there is room."""
    layout = trading.visit.layout
    own = min(180.0, height * 0.34) if not layout.phone and not layout.low else 0.0
    free = height - (own + layout.gap if own else 0)
    across, rows = (2, 3) if layout.tall else (5, 1)
    if layout.tall and free < rows * _LEAST_ROW + (rows - 1) * theme.GAP:
        across, rows = 3, 2
    width = (layout.inner_width - (across - 1) * theme.GAP) / across
    high = min(260.0, (free - (rows - 1) * theme.GAP) / rows)
    cells = [
        _station(
            trading,
            name,
            shown,
            width,
            high,
            done=done,
            ahead=step == name,
            on_tap=partial(trading.go, f"/product/{product.id}/{name}"),
        )
        for name, shown, done in _done_so_far(trading, product, width, high)
    ]
    lines = [side_by_side(cells[at : at + across]) for at in range(0, len(cells), across)]
    grid = stacked(list[ft.Control](lines), theme.GAP)
    return stacked([_mine(trading, product, own), grid], layout.gap) if own else grid


def _done_so_far(
    trading: Trading, product: Product, width: float, height: float
) -> list[tuple[str, ft.Control, bool]]:
    """Each station's name, what is seen of it, and whether it is done."""
    image = max(36.0, min(height - _below(trading) - 4, width - 40))
    fen = product.price_fen
    price = heap_of(fen, width - 24, image, 92) if fen else picture("note", image)
    made = _amount(product, kind_of(trading, product).picture, width - 24, image)
    return [
        ("photo", picture(product.photo or "camera", image), bool(product.photo)),
        ("name", picture("speaker", image), product.name_said),
        ("made", made, product.stock > 0),
        ("price", price, fen is not None),
        ("describe", _words(trading, product, width, image), _is_described(product)),
    ]


def _below(trading: Trading) -> float:
    """What a station's word and edge take of its height."""
    return 56.0 if trading.visit.layout.phone else 74.0


def _is_described(product: Product) -> bool:
    return bool(product.qualities or product.words_clip)


def _words(trading: Trading, product: Product, width: float, size: float) -> ft.Control:
    """The first of what she said of it, side by side."""
    known = trading.visit.kiosk.classroom.catalogue.qualities
    shown = [known[each].picture for each in product.qualities if each in known][:2]
    if not shown:
        return picture("magnifier", size)
    each = min(size, (width - 36) / len(shown))
    return side_by_side([picture(name, each) for name in shown], 6)


def _mine(trading: Trading, product: Product, height: float) -> ft.Control:
    visit, kind = trading.visit, kind_of(trading, product)
    shown = [
        picture(product.photo or kind.picture, height - 24),
        theme.text(visit.text(kind.name), visit.language, visit.layout.title_size),
    ]
    width = min(560, visit.layout.inner_width)
    return card(side_by_side(shown, 24), height=height, width=width, padding=8)


def _amount(product: Product, name: str, width: float, size: float) -> ft.Control:
    """One thing and how many there are: as large as both are seen whole, however many."""
    if product.stock < 1:
        return picture(name, size)
    count = str(product.stock)
    image, letters = size * 0.7, size * 0.4
    smaller = min(1.0, (width - 6) / (image + letters * _DIGIT * len(count)))
    shown = [picture(name, image * smaller), theme.digits(count, letters * smaller)]
    return side_by_side(list[ft.Control](shown), 6, tight=True)


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
    said = visit.text(words("describe.station" if name == "describe" else f"product.{name}"))
    size = fitting(said, visit.language, width - 60, 1, 18 if visit.layout.phone else 26)
    mark = [picture("check", 32)] if done else []
    thing = tap(
        visit,
        _IDENTIFIER[name],
        said,
        stacked(
            [
                ft.Container(shown, height=height - _below(trading), alignment=ft.Alignment.CENTER),
                side_by_side([*mark, theme.text(said, visit.language, size, max_lines=1)], 6),
            ],
            2,
        ),
        on_tap,
        width=width,
        height=height,
        **card_style(
            theme.DONE if done else theme.PAPER, theme.AMBER if ahead else None, padding=6
        ),
    )
    return pointed_at(thing, trading.wants(_EVENT[name]))
