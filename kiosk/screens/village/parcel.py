"""What lies in a parcel, unit by unit: a touch on a stamp says whose it is and of which day."""

import flet as ft

from demo_store.store import Order
from demo_store.village.ages import is_too_old
from demo_store.village.commands import TraceUnit
from demo_store.village.engine import trace
from demo_store.village.state import Stamp
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.paging import fit, grid, use_pages
from kiosk.screens.store.coaching import body_height, store_frame, title_excess
from kiosk.screens.village.complaints import bad_picture, complaint
from kiosk.screens.village.families import faces, named
from kiosk.screens.village.givers import marked, stamped_picture
from kiosk.screens.village.working import HOME, Working, use_working
from kiosk.visit import Visit
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card, card_style, side_by_side, stacked
from kiosk.widgets.touch import saying, tap, value
from kiosk.wording import number, words
from lessons.phrase import Phrase

_STAMP_HIGH = 132.0
"""The least height of what the stamp says, but in small windows."""


@screen
def ParcelScreen(visit: Visit) -> ft.Control:
    """The unit that the buyer was not glad of stands first."""
    working = use_working(visit)
    order = working.order_here(ft.use_route_params().get("order_id", ""))
    count = sum(run.count for run in working.village.shared.get(order.id, ())) if order else 0
    bad = working.village.complaints.get(order.id, 0) if order else 0
    traced = working.village.traced.get(order.id) if order else None
    say = _say(working, order, bad, traced)
    high = body_height(working) - title_excess(working, say)
    all_units = [*([bad] if bad else []), *(n for n in range(1, count + 1) if n != bad)]
    across, down = _room(working, high, count)
    shown, ways = use_pages(visit, all_units, across * down, "village.units")
    if order is None or not count:
        return NotHere(visit, key="gone")
    cells = [_unit(working, order, unit, unit == bad, unit == traced) for unit in shown]
    left = high - -(-len(all_units[: across * down]) // across) * (theme.TAP + theme.GAP)
    blocks: list[ft.Control] = [
        _stamp(working, order, traced, left - (theme.TAP + theme.GAP if ways else 0)),
        grid(cells, across),
        *([ways] if ways else []),
    ]
    return store_frame(
        working,
        stacked(blocks, theme.GAP, ft.MainAxisAlignment.SPACE_BETWEEN),
        say,
        place=f"village-parcel/{order.id}/{traced}",
        back=HOME,
        also=[] if traced or not bad else [Part(words("village.say-parcel"))],
        also_coached=[Part(say)] if traced else [],
        help_phrase=words("village.say-parcel"),
        leads_back=working.stuck and not working.practises("StampTraced"),
    )


def _room(working: Working, high: float, count: int) -> tuple[int, int]:
    """How many units fit across and down below the stamp; over pages one row gives its place."""
    layout = working.visit.layout
    least = 84.0 if layout.low or layout.phone else _STAMP_HIGH
    free = high - least - theme.GAP
    across, down = fit(layout.inner_width, free, theme.TAP, theme.TAP)
    if across * down >= count:
        return across, down
    return fit(layout.inner_width, free - theme.TAP - theme.GAP, theme.TAP, theme.TAP)


def _say(working: Working, order: Order | None, bad: int, traced: int | None) -> Phrase:
    """What the stamp says that was looked at; before that, what the buyer says."""
    if order is not None and traced:
        return stamp_words(working, order, trace(working.village, order.id, traced))
    if order is not None and bad:
        return complaint(working, order)
    return words("village.say-parcel")


def stamp_words(working: Working, order: Order, stamp: Stamp) -> Phrase:
    """Whose it is and of which day, to be said; of one that came too old how old it was."""
    name = named(working, working.village.family(stamp.family))
    old = _too_old_days(working, order, stamp)
    if old:
        return words("village.stamp-old", name=name, count=number(old))
    return words("village.stamp", name=name, count=number(stamp.day))


def _too_old_days(working: Working, order: Order, stamp: Stamp) -> int:
    """How many days old the unit was as it came, if it was past its time, else 0."""
    today = working.store.day
    came = min(today, order.arrives_day or today)
    catalogue = working.visit.kiosk.classroom.catalogue
    is_old = is_too_old(catalogue, working.kind.id, stamp.day, came)
    return came - stamp.day if is_old else 0


def _stamp(working: Working, order: Order, traced: int | None, high: float) -> ft.Control:
    """The stamp that was looked at: the thing, whose it is, and the day."""
    width = working.visit.layout.inner_width
    if not traced:
        shown: ft.Control = picture("magnifier", min(180.0, high - 30))
        return card(ft.Container(shown, opacity=0.5), width=width, height=high, padding=8)
    stamp = trace(working.village, order.id, traced)
    size = min(200.0, high - 30, (width - 90) / 3.8)
    mark = faces(working)[stamp.family]
    old = _too_old_days(working, order, stamp)
    sign, days = ("hourglass", old) if old else ("sun", stamp.day)
    day = side_by_side(
        [picture(sign, size * 0.6), theme.digits(str(days), max(30.0, size * 0.4))], 6
    )
    signs = [
        picture(stamped_picture(working.kind.picture), size),
        face(mark, size),
        picture("house", size * 0.8),
        day,
    ]
    told = value(
        "village.stamp",
        f"{stamp.family}/{stamp.day}/{stamp.serial}",
        side_by_side(list[ft.Control](signs), 14),
        says=saying(working.visit, "village.stamp", stamp_words(working, order, stamp)),
    )
    return card(told, theme.DONE, width=width, height=high, padding=8)


def _unit(working: Working, order: Order, unit: int, is_bad: bool, is_traced: bool) -> ft.Control:
    """One of the parcel; a touch looks at its stamp."""
    stamp = trace(working.village, order.id, unit)
    mark = faces(working)[stamp.family]
    size = theme.TAP - 18.0
    whole = stamped_picture(working.kind.picture)
    inside = marked(mark, bad_picture(working, order) if is_bad else whole, size)
    ring = theme.SKY if is_traced else theme.POMEGRANATE if is_bad else None
    thing = tap(
        working.visit,
        f"village.unit:{unit}",
        working.visit.text(stamp_words(working, order, stamp)),
        inside,
        lambda: working.work(TraceUnit(order.id, unit)),
        repeatable=True,
        width=theme.TAP,
        height=theme.TAP,
        **card_style(theme.ROSE if is_bad else theme.PAPER, ring, radius=20, padding=2),
    )
    return pointed_at(thing, is_bad and working.wants("StampTraced"))
