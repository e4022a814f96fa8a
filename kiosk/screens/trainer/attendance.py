"""Who came: a face is touched and marked, touched again and taken back. Guests do not count."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

import flet as ft

from kiosk import theme
from kiosk.progress.attendance import counted
from kiosk.progress.records import Learner
from kiosk.screens.paging import fit, grid, use_pages
from kiosk.screens.trainer.choosing import Cards
from kiosk.screens.trainer.desk import ATTENDANCE, desk, desk_room
from kiosk.screens.trainer.filters import cards_of, choose, filter_thing
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.visit import Visit
from kiosk.widgets.actions import more, round_sign
from kiosk.widgets.component import component
from kiosk.widgets.labels import one_size
from kiosk.widgets.pictures import face
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.touch import tap, value
from kiosk.wording import number, words
from lessons.phrase import Phrase

_COUNT_WIDE = 130.0
_FURTHEST = 60
"""So many days back can be marked."""


@trainer_screen
def AttendanceScreen(visit: Visit) -> ft.Control:
    """Of the group that is chosen, or of everybody; the first enrolled first, so nobody moves."""
    back, set_back = ft.use_state(0)
    opened, set_opened = ft.use_state(False)
    layout = visit.layout
    day = datetime.now().astimezone().date() - timedelta(days=back)
    learners = visit.shown_people.of(counted(visit.kiosk.classroom.records))
    came = frozenset(each.id for each in learners if _came(visit, each, day))
    high = desk_room(visit) - theme.TAP - layout.gap

    def turn(by: int) -> None:
        set_back(lambda now: min(_FURTHEST, max(0, now + by)))

    def chosen(what: str) -> None:
        set_opened(lambda _: False)
        choose(visit, "group", what)

    if opened:
        cards = cards_of(visit, "group")
        body = Cards(visit, cards, high, chosen, "trainer.groups", key="groups")
    else:
        body = Faces(visit, learners, came, day, high, key=str(visit.shown_people))

    def open_it() -> None:
        set_opened(lambda now: not now)

    count = _count(f"{len(came)}/{len(learners)}", day)
    if layout.phone:  # the day itself opens the groups: there is no room for a thing of its own
        row = _days(visit, _group_under(visit, count, open_it, opened), turn)
    else:
        wide = _group_wide(visit)
        row = [
            filter_thing(visit, "group", wide, open_it, opened=opened),
            *_days(visit, count, turn),
        ]
    return desk(
        visit,
        stacked([side_by_side(row, theme.GAP), body], layout.gap, ft.MainAxisAlignment.START),
        words("people.which-group") if opened else _say(day, back),
        here=ATTENDANCE,
        place=f"trainer/attendance/{day}",
        help_phrase=words("people.attendance-help"),
        end=_to_days(visit),
    )


def _to_days(visit: Visit) -> ft.Control:
    """The way to how many came on which day."""
    return round_sign(
        visit,
        "trainer.attendance-days",
        words("people.days"),
        ft.Icons.BAR_CHART_ROUNDED,
        lambda: visit.go("/trainer/attendance/days"),
        colour=theme.TEAL,
    )


def _group_under(
    visit: Visit, count: ft.Control, open_it: Callable[[], object], opened: bool
) -> ft.Control:
    """The day and how many came, as a thing that opens the groups."""
    width = visit.layout.inner_width - 2 * (theme.TAP + theme.GAP)
    ground = theme.HONEY if opened or visit.shown_people.group else theme.PAPER
    opens = visit.text(words("people.groups"))
    style = card_style(ground, padding=2)
    return tap(
        visit, "trainer.groups", opens, count, open_it, width=width, height=theme.TAP, **style
    )


def _group_wide(visit: Visit) -> float:
    return min(360.0, visit.layout.inner_width - _COUNT_WIDE - theme.GAP)


def _came(visit: Visit, learner: Learner, day: date) -> bool:
    return day.isoformat() in visit.kiosk.classroom.records.attended(learner.id)


def _say(day: date, back: int) -> Phrase:
    if not back:
        return words("people.who-came")
    return words("people.came-on", name=number(day.isoformat()))


def _count(told: str, day: date) -> ft.Control:
    """How many of how many, and the day."""
    shown = [theme.digits(told, 32), theme.digits(day.isoformat(), 18, theme.SOFT_INK)]
    return value("trainer.came", told, ft.Container(stacked([*shown], 2), width=_COUNT_WIDE))


def _days(visit: Visit, day: ft.Control, turn: Callable[[int], object]) -> list[ft.Control]:
    """The day between the ways to other days, as far as today."""
    before, after = words("people.day-before"), words("people.day-after")
    return [
        more(visit, "trainer.day-before", before, partial(turn, 1), forward=False),
        day,
        more(visit, "trainer.day-after", after, partial(turn, -1), forward=True),
    ]


@component
def Faces(
    visit: Visit, learners: tuple[Learner, ...], came: frozenset[str], day: date, height: float
) -> ft.Control:
    """As many as fit, over pages."""
    layout = visit.layout
    wide = 101.0 if layout.phone else 120.0
    high = 98.0 if layout.phone else 112.0 if layout.low else 122.0
    across, down = fit(layout.inner_width, height, wide, high)
    if len(learners) > across * down:
        across, down = fit(layout.inner_width, height - theme.TAP - theme.GAP, wide, high)
    shown, ways = use_pages(visit, learners, across * down, "trainer.faces")
    names = visit.names
    cells = [_face(visit, each, names.of(each), each.id in came, day, wide, high) for each in shown]
    return stacked(
        [grid(cells, across), *([ways] if ways else [])], theme.GAP, ft.MainAxisAlignment.START
    )


def _face(
    visit: Visit, learner: Learner, name: Phrase, came: bool, day: date, width: float, height: float
) -> ft.Control:
    said = visit.text(name)
    size = one_size([said], visit.language, width - 14, 20)
    named: list[ft.Control] = []
    if learner.name:
        named.append(theme.text(said, visit.language, size, max_lines=1))
    side = min(width, height - (size * 1.6 if named else 0)) - 22
    ground = theme.PAPER if came else theme.WARM
    shown: list[ft.Control] = [stacked([face(learner.picture, side, ground), *named], 2)]
    if came:
        large = 26 if visit.layout.phone else 34
        mark = ft.Icon(ft.Icons.CHECK_CIRCLE_ROUNDED, size=large, color=theme.LEAF)
        shown.append(ft.Container(mark, top=0, right=0))

    def touch() -> None:
        visit.people.mark(learner.id, day.isoformat(), not came)
        visit.say(words("people.absent" if came else "people.present", name=name))
        visit.changed()

    return tap(
        visit,
        f"trainer.mark:{learner.id}",
        said,
        ft.Stack(shown, alignment=ft.Alignment.CENTER),
        touch,
        width=width,
        height=height,
        **card_style(
            theme.DONE if came else theme.PAPER, padding=2, ring=theme.LEAF if came else None
        ),
    )
