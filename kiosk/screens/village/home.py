"""The village: every family's house with what it has at home, and what there is to do today."""

from dataclasses import dataclass

import flet as ft

from demo_store.store import Order, OrderState
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.store.coaching import body_height, store_frame, title_excess
from kiosk.screens.village.at_home import at_home, in_centre
from kiosk.screens.village.complaints import complained, complaint
from kiosk.screens.village.foot import (
    act,
    beside_sun,
    day,
    foot_height,
    next_day,
    over_foot,
)
from kiosk.screens.village.houses import houses
from kiosk.screens.village.morning import end_day
from kiosk.screens.village.path import go_to
from kiosk.screens.village.working import Working, at_work, use_working
from kiosk.visit import Action, Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.pictures import scene
from kiosk.widgets.shapes import above
from kiosk.wording import number, words
from lessons.phrase import Phrase


@dataclass(frozen=True, slots=True)
class _Next:
    """What there is to do now: the one green thing of the screen and what is said of it."""

    name: str
    label: Phrase
    sign: str
    say: Phrase
    action: Action


@screen
def VillageScreen(visit: Visit) -> ft.Control:
    """Her village today; before she first comes, a way in."""
    working = use_working(visit)
    if not working.village.families:
        return _before(working)
    following = _next(working)
    free = body_height(working) - title_excess(working, following.say) - foot_height(working)
    around = houses(working, lambda family: at_home(working, family), in_centre(working), free)
    body = over_foot(working, around, _foot(working, following))
    return store_frame(
        working,
        body,
        following.say,
        place=f"village/{following.name}/{working.store.day}",
        back="",
        help_phrase=words("village.help"),
    )


def open_village(working: Working) -> None:
    """The first time that she comes: it begins with what the families have and an order."""
    working.visit.kiosk.classroom.open_village(working.learner)
    working.visit.changed()


def _before(working: Working) -> ft.Control:
    layout = working.visit.layout
    high = body_height(working) - layout.action_height - 2 * layout.gap
    wide = min(layout.inner_width, high * 4 / 3)
    body = above(
        scene("scene-service-centre", wide, min(high, wide * 3 / 4)),
        go_on(
            working.visit,
            "village.enter",
            words("village.enter"),
            lambda: open_village(working),
            width=min(460.0, layout.inner_width),
            sign="village",
        ),
        layout.gap,
    )
    return store_frame(working, body, words("village.say-enter"), place="village/before")


def _next(working: Working) -> _Next:
    """A complaint comes first, then the oldest order that is not sent, then the next day.

    Where a lesson asks for something else than whose the unit is, the complaint waits.
    """
    order = complained(working.village)
    if order is not None and (working.moment is None or working.practises("StampTraced")):
        said = complaint(working, order)
        return _Next(
            "complaint",
            words("village.complaint"),
            "egg-stamped",
            said,
            lambda: working.go_home(f"/parcel/{order.id}"),
        )
    waiting = at_work(working.village)
    if waiting is None:
        return _Next(
            "next-day",
            words("store.next-day"),
            "sun",
            words("village.say-quiet"),
            lambda: end_day(working),
        )
    return _work(working, waiting)


def _work(working: Working, order: Order) -> _Next:
    city = working.visit.kiosk.classroom.catalogue.city(order.city).name
    count = number(order.quantity)
    if order.state is OrderState.ACCEPTED:
        said = words("village.say-round", product=working.kind.name, count=count)
        return _Next(
            "round",
            words("village.round"),
            "basket",
            said,
            lambda: go_to(working, order, "collect"),
        )
    said = words("village.say-centre", city=city)
    if order.state is OrderState.PLACED:
        said = words("order.say-accept", city=city, product=working.kind.name, count=count)
    return _Next(
        "order",
        words("village.order"),
        "letter" if order.state is OrderState.PLACED else "box",
        said,
        lambda: working.go_home(f"/order/{order.id}"),
    )


def _foot(working: Working, following: _Next) -> ft.Control:
    """What to do now; beside it the next day, unless that is it."""
    taken = float(theme.TAP + theme.GAP)
    if following.name == "next-day":
        return ft.Stack([next_day(working), day(working)], clip_behavior=ft.ClipBehavior.NONE)
    green = act(working, following.name, following.label, following.sign, following.action, taken)
    return beside_sun(working, green)
