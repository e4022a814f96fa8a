"""What waits for her word (trouble, buyers' questions), and what buyers say of what they got."""

from dataclasses import dataclass

import flet as ft

from demo_store.buyers import reviews
from demo_store.commands import HearReview
from demo_store.conversation import talk, troubles
from demo_store.errors import UnknownId
from demo_store.store import Message, Order, Store, Trouble
from demo_store.world.catalogue import Catalogue
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.paging import use_pages
from kiosk.screens.store.choices import tell_coached
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.screens.store.message import writer
from kiosk.visit import Action, Visit
from kiosk.widgets.component import component
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.speaking import filling, use_spoken
from kiosk.widgets.touch import tap
from kiosk.wording import number, words
from lessons.phrase import Phrase

_HEIGHT = 128.0
Row = Trouble | Message | Order


@screen
def MessagesScreen(visit: Visit) -> ft.Control:
    """Trouble first, then who waits longest, then the newest reviews."""
    trading = use_trading(visit)
    store = trading.store
    catalogue = visit.kiosk.classroom.catalogue
    waiting = waiting_for_her(catalogue, store)
    told = [order for order in reversed(store.orders) if order.stars is not None]
    rows: list[Row] = [*waiting, *told]
    high = body_height(trading)
    down = max(1, int((high + theme.GAP) // (_HEIGHT + theme.GAP)))
    if len(rows) > down:
        down = max(1, int((high - theme.TAP) // (_HEIGHT + theme.GAP)))
    shown, ways = use_pages(
        visit, rows, down, "store.messages", lambda row: Part(_words(catalogue, store, row)[0])
    )
    first = {each[0].id for each in (waiting, told) if each}
    blocks = [_row(trading, row, row.id in first) for row in shown]
    if ways:
        blocks.append(ways)
    if not rows:
        blocks = [ft.Container(picture("heart", min(220, high * 0.5)), opacity=0.35)]
    body = stacked(
        blocks, theme.GAP, ft.MainAxisAlignment.START if rows else ft.MainAxisAlignment.CENTER
    )
    return store_frame(trading, body, _say(catalogue, store, len(told)), place="messages")


def waiting_for_her(catalogue: Catalogue, store: Store) -> list[Trouble | Message]:
    """Open troubles and messages, the oldest first, as far as the content knows them."""
    return [
        *(each for each in troubles.open_troubles(store) if each.trouble in catalogue.troubles),
        *(each for each in talk.open_messages(store) if each.question in catalogue.questions),
    ]


def waiting_words(waiting: list[Trouble | Message]) -> Phrase:
    """What is said where something waits."""
    if any(isinstance(each, Trouble) for each in waiting):
        return words("messages.say-trouble")
    return words("messages.say-open", count=number(len(waiting)))


def _say(catalogue: Catalogue, store: Store, told: int) -> Phrase:
    waiting = waiting_for_her(catalogue, store)
    if waiting:
        return waiting_words(waiting)
    return words("messages.say", count=number(told)) if told else words("messages.none")


def _words(catalogue: Catalogue, store: Store, row: Row) -> tuple[Phrase, ...]:
    """What a row says."""
    match row:
        case Trouble():
            return (troubles.kind_of(catalogue, row).name,)
        case Message():
            return (talk.words(catalogue, store, row),)
    try:
        return reviews.said(catalogue, store, row)
    except UnknownId:  # what was written by another content is told in short
        return tuple(words(f"review.{reason}") for reason in row.review_reasons)


def _row(trading: Trading, row: Row, is_first: bool) -> ft.Control:
    visit, store = trading.visit, trading.store
    catalogue = visit.kiosk.classroom.catalogue
    said = _words(catalogue, store, row)
    match row:
        case Trouble():
            look = _Look(row.customer, troubles.kind_of(catalogue, row).picture, said[0])
            hand = is_first and trading.wants("TroubleEnded")
            return _opens(trading, "trouble", row.id, look, hand, theme.AMBER)
        case Message():
            look = _Look(row.customer, catalogue.questions[row.question].picture, said[0])
            hand = is_first and trading.wants("MessageAnswered")
            return _opens(trading, "message", row.id, look, hand, None)
    hand = is_first and trading.wants("ReviewHeard")
    return ReviewRow(trading, row, said, hand, key=row.id)


@dataclass(frozen=True, slots=True)
class _Look:
    """Who, about what, and in which words."""

    customer: str
    picture: str
    say: Phrase


def _opens(
    trading: Trading, area: str, id: str, look: _Look, hand: bool, ring: str | None
) -> ft.Control:
    """A row that leads to what waits; the ring says that this comes first."""
    visit = trading.visit
    small = visit.layout.phone
    size = 60.0 if small else 96.0
    shown: list[ft.Control] = [picture(look.picture, size)]
    if look.customer:
        shown.insert(0, writer(visit, look.customer, size))
    elif ring:
        shown.insert(0, face("question", size, theme.HONEY))
    room = visit.layout.inner_width - 2 * size - 80
    shown.append(_line(visit, look.say, room))
    thing = tap(
        visit,
        f"{area}:{id}",
        visit.text(look.say),
        side_by_side(shown, 14),
        _opening(trading, f"/{area}/{id}"),
        width=visit.layout.inner_width,
        height=_HEIGHT,
        **card_style(theme.WARM if ring else theme.PAPER, ring, padding=8),
    )
    return pointed_at(thing, hand)


def _opening(trading: Trading, inside: str) -> Action:
    return lambda: trading.go(inside)


@component
def ReviewRow(trading: Trading, order: Order, said: tuple[Phrase, ...], hand: bool) -> ft.Control:
    """Stars and words; a touch says them all, and the one that is said is shown."""
    visit = trading.visit

    def hear() -> None:
        if trading.practises("ReviewHeard"):
            tell_coached(trading, trading.do(HearReview(order.id)), said)
        else:
            visit.say(*said)

    spoken = use_spoken(visit)
    now = next((each for each in said if spoken and visit.text(each) == spoken.text), None)
    customer = visit.kiosk.classroom.catalogue.customer(order.customer)
    small = visit.layout.phone
    size = 60.0 if small else 88.0
    room = visit.layout.inner_width - 2 * size - 80
    stars = side_by_side(
        [
            ft.Container(
                picture("star", 24 if small else 34), opacity=1 if n < (order.stars or 0) else 0.22
            )
            for n in range(5)
        ],
        2,
    )
    loud = ft.Container(
        ft.Icon(ft.Icons.VOLUME_UP_ROUNDED, size=size * 0.55, color=theme.ON_DEEP),
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=theme.SKY,
        alignment=ft.Alignment.CENTER,
    )
    thing = tap(
        visit,
        f"review:{order.id}",
        " ".join(visit.text(each) for each in said),
        side_by_side(
            [
                face(customer.picture, size, theme.AIR),
                stacked([stars, _line(visit, now or said[0], room, 68)], 4),
                loud,
            ],
            12,
        ),
        hear,
        width=visit.layout.inner_width,
        height=_HEIGHT,
        repeatable=True,
        **card_style(ring=theme.SKY if now else None, padding=8),
    )
    return pointed_at(thing, hand)


def _line(visit: Visit, phrase: Phrase, room: float, height: float = 104) -> ft.Control:
    said = visit.text(phrase)
    size = filling(said, visit.language, room, height, 30)
    label = theme.text(said, visit.language, size)
    label.width = room
    return label
