"""Her store as a buyer in Beijing sees it: on a telephone."""

from math import ceil
from typing import Final

import flet as ft

from demo_store.buyers.demand import offer, promised_days
from demo_store.selling.shelf import available
from demo_store.store import Product, Store
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.paging import use_pages
from kiosk.screens.store.coaching import body_height, store_frame, title_excess, use_trading
from kiosk.visit import Visit
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.labels import one_size
from kiosk.widgets.money import heap_of
from kiosk.widgets.phone import inside_phone, phone_frame
from kiosk.widgets.pictures import picture, scene
from kiosk.widgets.shapes import side_by_side, stacked
from kiosk.widgets.speaking import filling, hear
from kiosk.widgets.stars import star_row
from kiosk.widgets.touch import saying, tap, value
from kiosk.wording import money, number, words, yuan
from lessons.phrase import Phrase, joined

_HERE: Final = "beijing"

_LEAST_FOR_WORDS, _LEAST_FOR_BUYING = 330.0, 260.0
"""Of the telephone: below it all else would be cut."""
_LEAST_WIDTH = 280.0
_LEAST_PHOTO, _MOST_PHOTO = 110.0, 300.0
_FOR_A_COLUMN = 156.0
"""So high name, loudspeaker and stars are below each other."""
_PRICE, _STARS, _BETWEEN = 66.0, 30.0, 4
_RIM = 16
"""Free at both ends of a button."""


@screen
def BuyerScreen(visit: Visit) -> ft.Control:
    """One of her goods on the buyer's telephone."""
    trading = use_trading(visit)
    store = trading.store
    layout = visit.layout
    on_sale = [product for product in store.products if product.published]
    shown, ways = use_pages(visit, on_sale, 1, "buyer")
    say = _say(visit, shown[0]) if shown else words("buyer.sees-nothing")
    high = body_height(trading) - title_excess(trading, say)
    high -= theme.TAP + theme.GAP if ways else 0
    width = min(max(_LEAST_WIDTH, high * 0.62), layout.inner_width)
    inside = _listing(visit, store, shown[0], width, high) if shown else _nothing(visit, width)
    phone = phone_frame(inside, width, high)
    beside = layout.inner_width - width - 40
    row: list[ft.Control] = [phone]
    if beside > 300 and not layout.tall:
        row.append(scene("scene-city-buyer", min(beside, high * 1.4), high))
    body = stacked([side_by_side(row, 32), *([ways] if ways else [])], theme.GAP)
    also = [Part(_said_too(visit, store, shown[0]))] if shown else []
    return store_frame(trading, body, say, place="buyer", also=also)


def _say(visit: Visit, product: Product) -> Phrase:
    name = visit.kiosk.classroom.catalogue.kind(product.kind).name
    return words("buyer.sees", product=name, money=money(product.price_fen or 0))


def _said_too(visit: Visit, store: Store, product: Product) -> Phrase:
    """What else buyers decide by: whether there is any, and how long it takes."""
    if not available(store, product):
        return words("buyer.sold-out-said")
    return words("buyer.days-said", count=number(_days(visit, store, product)))


def _days(visit: Visit, store: Store, product: Product) -> int:
    """In how many days it is said to be in Beijing, where this buyer lives."""
    catalogue = visit.kiosk.classroom.catalogue
    home = next(each for each in catalogue.homes if each.city == _HERE)
    return ceil(promised_days(offer(catalogue, store, product), home))


def _listing(
    visit: Visit, store: Store, product: Product, width: float, height: float
) -> ft.Control:
    """All that buyers decide by, whatever the window: the photo gives way first.

    Only a coach with a long sentence on a low window leaves no room for days and words.
    """
    price = _price(visit, product.price_fen or 0, width)
    ways = [_told(visit, store, product, width)] if height > _LEAST_FOR_WORDS else []
    if height > _LEAST_FOR_BUYING:
        buys = available(store, product)
        ways.append(_buy(visit, width) if buys else _sold_out(visit, width))
    wide, high = inside_phone(width, height)
    left = high - _PRICE - len(ways) * theme.TAP - (len(ways) + 1) * _BETWEEN
    head = _head(visit, store, product, wide, left)
    return stacked([*head, price, *ways], _BETWEEN, ft.MainAxisAlignment.SPACE_EVENLY)


def _head(
    visit: Visit, store: Store, product: Product, width: float, height: float
) -> list[ft.Control]:
    """Photo, name and stars: below each other, or beside each other where that is too high."""
    kind = visit.kiosk.classroom.catalogue.kind(product.kind)
    seen, loud = product.photo or kind.picture, hear(visit, "buyer.hear", kind.name)
    image = min(width, height - theme.TAP - _STARS - 2 * _BETWEEN, _MOST_PHOTO)
    if image >= _LEAST_PHOTO:
        row = [_name(visit, kind.name, width - theme.TAP - 10), loud]
        return [picture(seen, image), side_by_side(row, 10), _stars(store, _STARS)]
    if height >= _FOR_A_COLUMN:
        room = width - theme.TAP * 1.5 - 8
        column = [_name(visit, kind.name, room, 24), loud, _stars(store, min(22.0, room / 5 - 4))]
        side = min(height, width - room - 8)
        return [side_by_side([picture(seen, side), stacked(column, 2, tight=True)], 8)]
    side = max(48.0, min(float(theme.TAP), height))
    voice = [loud] if side >= theme.TAP else []
    room = width - side - 8 - len(voice) * (theme.TAP + 8)
    stars = _stars(store, min(_STARS, room / 5 - 4))
    column = [_name(visit, kind.name, room), *([stars] if voice else [])]
    return [side_by_side([picture(seen, side), stacked(column, 0, tight=True), *voice], 8)]


def _name(visit: Visit, name: Phrase, width: float, size: float = 30) -> ft.Control:
    said = visit.text(name)
    letters = one_size([said], visit.language, width, size)
    return theme.text(said, visit.language, letters, max_lines=1)


def _told(visit: Visit, store: Store, product: Product, width: float) -> ft.Control:
    """How long it takes, and what she says of it; touched, it is heard."""
    catalogue = visit.kiosk.classroom.catalogue
    days = number(_days(visit, store, product))
    said = words("buyer.days-said", count=days)
    blocks: list[ft.Control] = [
        tap(
            visit,
            "buyer.days",
            visit.text(said),
            side_by_side(
                [picture("truck", 36), picture("calendar", 32), theme.digits(visit.text(days), 28)],
                4,
            ),
            lambda: visit.say(said),
            repeatable=True,
            height=theme.TAP,
            width=theme.TAP + 24,
            alignment=ft.Alignment.CENTER,
        )
    ]
    qualities = [catalogue.quality(each) for each in product.qualities]
    if qualities:
        names = joined([each.name for each in qualities])
        room = width - 2 * 24 - (theme.TAP + 24)
        side = min(48.0, room / len(qualities) - 4)
        blocks.append(
            tap(
                visit,
                "buyer.words",
                visit.text(names),
                side_by_side([picture(each.picture, side) for each in qualities], 4),
                lambda: visit.say(names),
                repeatable=True,
                height=theme.TAP,
                width=room,
                alignment=ft.Alignment.CENTER,
            )
        )
    return side_by_side(blocks, 4)


def _sold_out(visit: Visit, width: float) -> ft.Control:
    """Nothing is left: nobody can buy it now."""
    said = words("buyer.sold-out")
    letters = filling(visit.text(said), visit.language, width - 80, theme.TAP - 16, 26)
    return tap(
        visit,
        "buyer.sold-out",
        visit.text(said),
        theme.text(visit.text(said), visit.language, letters),
        lambda: visit.say(words("buyer.sold-out-said")),
        bgcolor=theme.LINE,
        border=ft.Border.all(2, theme.EDGE),
        border_radius=28,
        height=theme.TAP,
        width=width - 60,
        alignment=ft.Alignment.CENTER,
    )


def _price(visit: Visit, fen: int, width: float) -> ft.Control:
    small = width < 360
    notes = heap_of(fen, width * 0.52, 60, 62 if small else 84)
    shown = value(
        "buyer.price",
        str(fen),
        side_by_side([notes, theme.digits(yuan(fen), 36 if small else 40)], 4),
        says=saying(visit, "buyer.price", money(fen)),
    )
    return pointed_at(shown, visit.points_at("buyer.price"))


def _stars(store: Store, size: float) -> ft.Control:
    """What buyers gave so far."""
    stars = [order.stars for order in store.orders if order.stars is not None]
    mean = round(sum(stars) / len(stars)) if stars else 0
    return star_row(mean, size)


def _buy(visit: Visit, width: float) -> ft.Control:
    """What the buyer would touch; here it only says so."""
    label = visit.text(words("buyer.buy"))
    room = width - 60 - 36 - 10 - 2 * _RIM
    letters = one_size([label], visit.language, room, 26)
    said = theme.text(label, visit.language, letters, theme.ON_DEEP, max_lines=1)
    cart = ft.Icon(ft.Icons.SHOPPING_CART_ROUNDED, size=36, color=theme.ON_DEEP)
    return tap(
        visit,
        "buyer.buy",
        label,
        side_by_side([cart, said], 10),
        lambda: visit.say(words("buyer.here-they-buy")),
        bgcolor=theme.LEAF,
        border_radius=28,
        height=theme.TAP,
        width=width - 60,
        alignment=ft.Alignment.CENTER,
    )


def _nothing(visit: Visit, width: float) -> ft.Control:
    return stacked(
        [
            ft.Container(picture("store", width * 0.5), opacity=0.4),
            theme.text(visit.text(words("buyer.empty")), visit.language, 26),
        ],
        16,
    )
