"""The store's front: goods, orders, messages, money, the buyer's eyes, and the next day."""

from dataclasses import dataclass, replace

import flet as ft

from demo_store.commands import CountMoney, EndDay, ViewAsBuyer
from demo_store.days.sky import today
from demo_store.events import (
    DayEnded,
    IncidentHappened,
    LoanPartMissed,
    LoanRepaid,
    MessageCame,
    OrderDelivered,
    OrderLapsed,
    OrderLost,
    OrderPaidOut,
    OrderPlaced,
    ReviewWritten,
    TroubleCame,
)
from demo_store.selling.next_step import waiting_orders
from kiosk import theme
from kiosk.classroom import IN_VILLAGE
from kiosk.screens.boundary import screen
from kiosk.screens.learner.goal_pages import (
    NIGHT_PAGES,
    ORDER_PAGES,
    PRODUCT_PAGES,
    TALK_PAGES,
)
from kiosk.screens.learner.lesson_place import is_stuck
from kiosk.screens.store import news
from kiosk.screens.store.coaching import Trading, body_height, store_frame, use_trading
from kiosk.screens.store.messages import waiting_for_her, waiting_words
from kiosk.screens.store.money_screen import LENDING, SAVING, WITHDRAWING
from kiosk.screens.store.story import cards_of_last_night
from kiosk.screens.store.telling import paid_words, review_words
from kiosk.visit import Action, Visit
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.labels import one_size
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.touch import tap, value
from kiosk.wording import number, words
from lessons.course import Practice
from lessons.phrase import Phrase

_VILLAGES_SHARE = 0.24
"""Of the window's width, for the picture of the village beside her own doors."""
_ONLY_TOLD = (
    IncidentHappened,
    LoanPartMissed,
    LoanRepaid,
    MessageCame,
    OrderLapsed,
    OrderLost,
    TroubleCame,
)
"""What the morning's sentence does not say, only the told story."""


@dataclass(frozen=True, slots=True)
class _Door:
    """A way on from the front; ``name`` is that of its identifier and of its words."""

    name: str
    sign: str
    ground: str
    action: Action
    hand: bool = False
    ring: bool = False
    badge: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class _Cell:
    """The room of each door, and the one size of letters in which every label fits."""

    width: float
    height: float
    letters: float


@screen
def StoreScreen(visit: Visit) -> ft.Control:
    """Her store on one day."""
    trading = use_trading(visit)
    waiting = len(waiting_orders(trading.store))
    doors = _doors(trading, waiting)
    across = 2 if visit.layout.tall else 3
    above = news.news(trading)
    free = body_height(trading)
    taken = news.HEIGHT + theme.GAP if above else 0
    crowded = (free - taken - 3 * theme.GAP) / 4 < theme.TAP and visit.layout.tall
    if crowded and trading.moment is None:
        above, taken = None, 0  # the night can still be told; what she works with comes first
    body = _all_doors(trading, doors, across, free - taken)
    if above:
        body = stacked([above, body], theme.GAP)
    return store_frame(trading, body, _say(trading, waiting), place="store")


def _all_doors(trading: Trading, doors: list[_Door], across: int, high: float) -> ft.Control:
    """The doors of her store in rows, and the village's, which is larger, below or beside them."""
    layout = trading.visit.layout
    village = _to_village(trading)
    wide, rows = layout.inner_width, -(-len(doors) // across)
    if village and layout.tall:
        rows += 1
    elif village:
        wide -= _VILLAGES_SHARE * layout.inner_width + theme.GAP
    cell = _cell(trading, doors, across, rows, wide, high)
    shown = [_shown(trading, door, cell) for door in doors]
    lines = [side_by_side(shown[at : at + across]) for at in range(0, len(shown), across)]
    grid = stacked(list[ft.Control](lines), theme.GAP)
    if village is None:
        return grid
    if layout.tall:
        below = _shown(trading, village, _Cell(wide, cell.height, cell.letters))
        return stacked([grid, below], theme.GAP)
    beside = _Cell(_VILLAGES_SHARE * layout.inner_width, high, cell.letters)
    return side_by_side([grid, _shown(trading, village, beside)])


def _to_village(trading: Trading) -> _Door | None:
    """A practice step that is done in her own store leads nowhere else."""
    moment = trading.moment
    if moment is None:
        return _Door("village", "village", theme.AIR, lambda: _open_village(trading))
    if not isinstance(moment.step, Practice) or moment.step.screen != IN_VILLAGE:
        return None
    stuck = is_stuck(moment.state)
    return _Door("village", "village", theme.AIR, lambda: _open_village(trading), hand=stuck)


def _open_village(trading: Trading) -> None:
    """Leads there; the first time it begins."""
    trading.visit.kiosk.classroom.open_village(trading.learner)
    trading.go("/village")


def _doors(trading: Trading, waiting: int) -> list[_Door]:
    wants, store = trading.wants, trading.store
    messages = waiting_for_her(trading.visit.kiosk.classroom.catalogue, store)
    doors = [
        _Door(
            "products",
            "basket",
            theme.WARM,
            lambda: trading.go("/products"),
            hand=wants(*PRODUCT_PAGES),
            ring=not store.products,
        ),
        _Door(
            "orders",
            "letter",
            theme.BLUSH,
            lambda: trading.go("/orders"),
            hand=wants(*ORDER_PAGES),
            ring=bool(waiting),
            badge=waiting,
        ),
        _Door(
            "messages",
            "heart",
            theme.ROSE,
            lambda: trading.go("/messages"),
            hand=wants(*TALK_PAGES),
            ring=bool(messages),
            badge=len(messages),
        ),
        _Door(
            "money",
            "purse",
            theme.DONE,
            lambda: trading.do(CountMoney(), "/money"),
            hand=wants("MoneyCounted", *WITHDRAWING, *SAVING, *LENDING),
        ),
        _Door(
            "as-buyer",
            "phone",
            theme.AIR,
            lambda: trading.do(ViewAsBuyer(), "/buyer"),
            hand=wants("StoreViewedAsBuyer"),
        ),
        _Door(
            "next-day",
            "sun",
            theme.CREAM,
            lambda: end_day(trading),
            hand=wants(*NIGHT_PAGES) or (wants("StoryHeard") and not cards_of_last_night(trading)),
            day=store.day,
        ),
    ]
    return _one_hand(doors, news.is_pointed_at(trading))


def _one_hand(doors: list[_Door], elsewhere: bool) -> list[_Door]:
    """A hand on the first of those that lead on: two hands would be none."""
    first = next((door.name for door in doors if door.hand and not elsewhere), "")
    return [replace(door, hand=door.name == first) for door in doors]


def _cell(
    trading: Trading, doors: list[_Door], across: int, rows: int, wide: float, high: float
) -> _Cell:
    visit = trading.visit
    width = (wide - (across - 1) * theme.GAP) / across
    height = (high - (rows - 1) * theme.GAP) / rows
    labels = [visit.text(words(f"store.{door.name}")) for door in doors]
    return _Cell(width, height, one_size(labels, visit.language, width - 24, min(30, height * 0.2)))


def _say(trading: Trading, waiting: int) -> Phrase:
    store = trading.store
    if not store.products:
        return words("store.say-first")
    if waiting:
        return words("store.say-orders", count=number(waiting))
    messages = waiting_for_her(trading.visit.kiosk.classroom.catalogue, store)
    if messages:
        return waiting_words(messages)
    if not any(product.published for product in store.products):
        return words("store.say-unpublished")
    return words("store.say")


def end_day(trading: Trading) -> None:
    """The night passes; the morning says what it brought."""
    was_done = trading.moment is not None and trading.moment.state.completed_step
    events = trading.do(EndDay())
    classroom = trading.visit.kiosk.classroom
    said = [words("store.new-day", count=number(e.day)) for e in events if isinstance(e, DayEnded)]
    if said:
        said.append(today(classroom.catalogue, classroom.store(trading.learner)).told)
    new = {event.order for event in events if isinstance(event, OrderDelivered)}
    arrived = len(new)
    ordered = sum(isinstance(e, OrderPlaced) for e in events)
    if arrived:
        said.append(words("store.parcel-arrived", count=number(arrived)))
    for event in events:
        if isinstance(event, ReviewWritten):
            came = "store.review-came" if event.order in new else "messages.stars-down"
            said += review_words(event, came=came)
        elif isinstance(event, OrderPaidOut):
            said.append(paid_words(event.payout_fen))
    if ordered:
        said.append(words("store.order-came", count=number(ordered)))
    if trading.moment is None and any(isinstance(e, _ONLY_TOLD) for e in events):
        said.append(words("story.listen"))
    if was_done or not _is_step_done(trading):
        trading.told(said)


def _is_step_done(trading: Trading) -> bool:
    """Whether the night brought what she practises: then the coach has the word."""
    if trading.lesson is None:
        return False
    classroom = trading.visit.kiosk.classroom
    state = classroom.lesson_state(trading.learner, trading.lesson.id)
    return state is not None and state.completed_step


def _shown(trading: Trading, door: _Door, cell: _Cell) -> ft.Control:
    visit = trading.visit
    said = visit.text(words(f"store.{door.name}"))
    beside = cell.width > 3 * cell.height
    room = cell.height - 26 if beside else cell.height - cell.letters * 1.6 - 30
    share, largest = (0.86, 300) if door.name == "village" else (0.6, 170)
    image = picture(door.sign, max(32, min(room, cell.width * share, largest)))
    layers: list[ft.Control] = [image]
    if door.badge:
        badge = _number(str(door.badge), theme.POMEGRANATE)
        layers.append(ft.Container(badge, right=-12, top=-6))
    content: list[ft.Control] = [
        ft.Stack(layers, clip_behavior=ft.ClipBehavior.NONE),
        theme.text(said, visit.language, cell.letters, max_lines=1),
    ]
    thing = tap(
        visit,
        f"store.{door.name}",
        said,
        side_by_side(content, 18) if beside else stacked(content, 4),
        door.action,
        width=cell.width,
        height=cell.height,
        **card_style(door.ground, trading.edge if door.ring else None, padding=6),
    )
    shown = pointed_at(thing, door.hand)
    return _with_day(trading, shown, door.day) if door.day else shown


def _with_day(trading: Trading, thing: ft.Control, day: int) -> ft.Control:
    """The day's number and weather, beside the thing and not in it.

    What can be tapped hides the values inside from who asks.
    """
    visit = trading.visit
    weather = today(visit.kiosk.classroom.catalogue, trading.store)
    size = 38.0 if visit.layout.phone else 60.0
    sky = value("store.weather", visit.text(weather.name), face(weather.picture, size, theme.PAPER))
    number_shown = value("store.day", str(day), _number(str(day), theme.CLAY))
    return ft.Stack(
        [
            thing,
            ft.Container(number_shown, right=10, top=8, ignore_interactions=True),
            ft.Container(sky, left=8, top=6, ignore_interactions=True),
        ],
        clip_behavior=ft.ClipBehavior.NONE,
    )


def _number(shown: str, colour: str) -> ft.Control:
    return ft.Container(
        theme.digits(shown, 26, theme.ON_DEEP),
        width=48,
        height=48,
        border_radius=24,
        bgcolor=colour,
        alignment=ft.Alignment.CENTER,
    )
