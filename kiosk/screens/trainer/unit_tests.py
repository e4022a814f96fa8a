"""What the units have taught: of each two bars, how many tasks were right before it and after it.

Drawn with our own widgets, as attendance is: what is in a library's chart has no identifier and no
spoken label.
"""

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Final

import flet as ft

from kiosk import theme
from kiosk.naming import name_of_group
from kiosk.people_filter import Filter
from kiosk.progress.records import Learner
from kiosk.progress.unit_results import Share, UnitResult, by_unit
from kiosk.screens.trainer.act import act
from kiosk.screens.trainer.desk import SKILLS, desk, desk_room
from kiosk.screens.trainer.filters import group_of
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.screens.trainer.her import her_screen
from kiosk.visit import Visit
from kiosk.widgets.actions import more
from kiosk.widgets.component import component
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.touch import saying, tap, value
from kiosk.wording import left_to_right, number, words
from lessons.course import Unit
from lessons.phrase import Phrase, joined

_GAP: Final = 8.0
_UNIT: Final = {"phone": 74.0, "tablet": 96.0}
_TALLEST: Final = 340.0
_WORDS: Final = 50.0
_EDGE: Final = 16.0
"""Of a column the height of the figures, and what stands around the bars."""
_COLOURS: Final = (theme.CLAY, theme.LEAF)
"""Before and after; also told apart by their places and by the signs under them."""


@trainer_screen
def UnitTestsScreen(visit: Visit) -> ft.Control:
    """Of everybody or of a group; the picture beside the chart turns to the next group."""
    groups = ("", *(each.id for each in visit.kiosk.classroom.records.groups))
    group, set_group = ft.use_state(visit.shown_people.group)
    group = group if group in groups else ""
    found = _of_group(visit, group)
    known = group_of(visit, group)
    name = name_of_group(known) if known else words("people.everybody")

    def turn() -> None:
        following = groups[(groups.index(group) + 1) % len(groups)]
        set_group(lambda _: following)

    who = tap(
        visit,
        "trainer.tests-group",
        visit.text(name),
        picture(known.picture if known else "village", theme.TAP - 28),
        turn if len(groups) > 1 else None,
        width=theme.TAP,
        height=theme.TAP,
        **card_style(theme.HONEY if group else theme.PAPER, padding=6),
    )
    return desk(
        visit,
        Chart(visit, found, desk_room(visit), who, key="chart"),
        joined([same_line(name), told(found)]),
        here=SKILLS,
        place=f"trainer/skills/tests/{group}",
        help_phrase=words("people.tests-help"),
        back="/trainer/skills",
    )


@her_screen
def LearnerTestsScreen(visit: Visit, learner: Learner) -> ft.Control:
    """Of one learner."""
    found = by_unit(visit.kiosk.classroom.records.summary(learner.id).tests)
    return act(
        visit,
        learner,
        "tests",
        Chart(visit, found, desk_room(visit), None, key="chart"),
        joined([same_line(visit.names.of(learner)), told(found)]),
        help_phrase=words("people.tests-help"),
    )


def told(found: Mapping[str, UnitResult]) -> Phrase:
    """All units together with their figures; only what can be compared, where anything can."""
    before, after = reduce(UnitResult.plus, found.values(), UnitResult()).shown
    if not before.of and not after.of:
        return words("people.no-tests")
    return joined([_side("before", before), *([_side("after", after)] if after.of else [])])


def same_line(name: Phrase) -> Phrase:
    """A name as a sentence of its own, before what is told of it."""
    return words("people.told-of", name=name)


@component
def Chart(
    visit: Visit, found: Mapping[str, UnitResult], height: float, who: ft.Control | None
) -> ft.Control:
    """Every unit that has a test, in the sequence of the course; as many as fit, over pages."""
    units = [each for each in visit.kiosk.classroom.course.units if each.test]
    wide = _UNIT["phone" if visit.layout.phone else "tablet"]
    room = visit.layout.inner_width - (theme.TAP + _GAP if who else 0)
    across = max(1, int((room + _GAP) // (wide + _GAP)))
    if len(units) > across and who is None:
        across = max(1, int((room - theme.TAP) // (wide + _GAP)))
    shown, further = _use_units(visit, units, across)
    high = min(_TALLEST, height - wide - theme.TAP / 2)
    beside = [each for each in (who, further) if each]
    columns = [_column(visit, each, found.get(each.id, UnitResult()), wide, high) for each in shown]
    chart = side_by_side(columns, _GAP, tight=True)
    signs = stacked(list(beside), _GAP, tight=True)
    return side_by_side([*([signs] if beside else []), chart], _GAP)


def _use_units(
    visit: Visit, units: Sequence[Unit], across: int
) -> tuple[Sequence[Unit], ft.Control | None]:
    """As many as fit, and the way to the next ones; after the last come the first."""
    page, set_page = ft.use_state(0)
    pages = max(1, -(-len(units) // across))
    now = page % pages
    shown = units[now * across : (now + 1) * across]
    if pages == 1:
        return shown, None

    def turn() -> None:
        visit.say(words("nav.more"))
        set_page(lambda before: before + 1)

    return shown, more(visit, "trainer.tests-more", words("nav.more"), turn, forward=True)


def _column(visit: Visit, unit: Unit, one: UnitResult, width: float, height: float) -> ft.Control:
    """Two bars, each as high as the share of right tasks, over the unit's picture."""
    identifier = f"trainer.tests:{unit.id}"
    shares = one.shown
    bar = (width - 3 * _GAP) / 2
    bars = [
        _bar(share, colour, bar, height - _WORDS - _EDGE)
        for share, colour in zip(shares, _COLOURS, strict=True)
    ]
    shown = stacked(
        [
            ft.Container(
                ft.Row(
                    bars,
                    spacing=_GAP,
                    alignment=ft.MainAxisAlignment.CENTER,
                    vertical_alignment=ft.CrossAxisAlignment.END,
                ),
                width=width,
                height=height,
                bgcolor=theme.PAPER,
                border_radius=12,
                padding=_EDGE / 2,
                alignment=ft.Alignment.BOTTOM_CENTER,
            ),
            picture(unit.picture, width - _EDGE),
        ],
        4,
        tight=True,
    )
    figures = " → ".join(f"{share.right}/{share.of}" for share in shares)
    says = saying(visit, identifier, _told_of(unit, one))
    return value(identifier, figures, shown, says=says)


def _bar(share: Share, colour: str, width: float, height: float) -> ft.Control:
    """Its frame is all tasks, what is filled the right ones; without tasks there is nothing."""
    if not share.of:
        return ft.Container(width=width, height=height + _WORDS)
    filled = ft.Container(
        width=width - 4, height=max((height - 4) * share.part, 4.0), border_radius=6, bgcolor=colour
    )
    frame = ft.Container(
        filled,
        width=width,
        height=height,
        border_radius=8,
        border=ft.Border.all(2, theme.EDGE),
        alignment=ft.Alignment.BOTTOM_CENTER,
    )
    right, of = f"{share.right}", left_to_right(f"/{share.of}")
    figures = [
        theme.digits(right, min(24.0, 1.6 * width / len(right)), colour),
        theme.digits(of, min(15.0, 1.6 * width / (len(of) - 2)), theme.SOFT_INK),
    ]
    return stacked([*figures, frame], 0, tight=True)


def _told_of(unit: Unit, one: UnitResult) -> Phrase:
    before, after = one.shown
    said = [words("people.told-of", name=unit.title)]
    said += [_side(name, each) for name, each in (("before", before), ("after", after)) if each.of]
    if one.waiting and before.of:
        said.append(words("people.tests-waiting", count=number(one.waiting)))
    return joined(said if before.of or after.of else [*said, words("people.no-tests")])


def _side(name: str, share: Share) -> Phrase:
    return words(f"people.tests-{name}", count=number(share.right), of=number(share.of))


def _of_group(visit: Visit, group: str) -> Mapping[str, UnitResult]:
    room = visit.kiosk.classroom
    people = Filter(group=group).of(room.records.learners)
    return room.tests.of({each.id: room.records.summary(each.id) for each in people})
