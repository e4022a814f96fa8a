"""What buyers say after the parcel came: stars, and a voice."""

import flet as ft

from demo_store.store import Order
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.paging import use_pages
from kiosk.screens.store.coaching import body_height, store_frame, use_trading
from kiosk.visit import Visit
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from kiosk.widgets.speaking import fitting, hear
from kiosk.wording import number, words
from lessons.phrase import Phrase


@screen
def MessagesScreen(visit: Visit) -> ft.Control:
    """The newest first."""
    trading = use_trading(visit)
    layout = visit.layout
    told = [order for order in reversed(trading.store.orders) if order.stars is not None]
    height = 128.0
    high = body_height(trading)
    down = max(1, int((high + theme.GAP) // (height + theme.GAP)))
    if len(told) > down:
        down = max(1, int((high - theme.TAP) // (height + theme.GAP)))
    shown, ways = use_pages(visit, told, down, "messages")
    blocks: list[ft.Control] = [
        _review(visit, order, layout.inner_width, height) for order in shown
    ]
    if ways:
        blocks.append(ways)
    if not told:
        blocks = [ft.Container(picture("heart", min(220, high * 0.5)), opacity=0.35)]
    say = words("messages.say", count=number(len(told))) if told else words("messages.none")
    body = stacked(
        blocks, theme.GAP, ft.MainAxisAlignment.START if told else ft.MainAxisAlignment.CENTER
    )
    return store_frame(trading, body, say, place="messages")


def review_words(order: Order) -> Phrase:
    """What the buyer says: the first thing that was wrong, or that all was well."""
    reason = order.review_reasons[0] if order.review_reasons else "delicious"
    return words(f"review.{reason}")


def _review(visit: Visit, order: Order, width: float, height: float) -> ft.Control:
    customer = visit.kiosk.classroom.catalogue.customer(order.customer)
    phrase = review_words(order)
    said = visit.text(phrase)
    size = 56 if visit.layout.phone else theme.TAP
    room = width - theme.TAP - size - 60
    stars = side_by_side(
        [
            ft.Container(
                picture("star", 24 if visit.layout.phone else 34),
                opacity=1 if n < (order.stars or 0) else 0.22,
            )
            for n in range(5)
        ],
        2,
    )
    label = theme.text(
        said, visit.language, fitting(said, visit.language, room, 2, 28), max_lines=2
    )
    label.width = room
    return card(
        side_by_side(
            [
                face(customer.picture, size, theme.AIR),
                stacked([stars, label], 4),
                hear(visit, f"message.hear:{order.id}", phrase),
            ],
            12,
        ),
        width=width,
        height=height,
        padding=8,
    )
