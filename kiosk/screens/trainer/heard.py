"""What a learner listened to lately, the newest first: a touch plays it, a line tells how far."""

from functools import partial
from typing import Final

import flet as ft

from audio.sayable import Sayable
from kiosk import theme
from kiosk.player import Part
from kiosk.progress.events import ClipHeard, Depth
from kiosk.progress.records import Learner
from kiosk.screens.paging import fit, grid, use_pages
from kiosk.screens.trainer.act import act
from kiosk.screens.trainer.desk import desk_room
from kiosk.screens.trainer.her import her_screen
from kiosk.visit import Visit
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.share_line import HIGH, share_line
from kiosk.widgets.speaking import bounded
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.phrase import same_in_all

_SHARES: Final[dict[Depth, float]] = {
    "started": 0.08,
    "ten-seconds": 0.2,
    "quarter": 0.25,
    "half": 0.5,
    "three-quarters": 0.75,
    "complete": 1.0,
}
"""How much of the line is green; ten seconds are told only where they are less than a quarter."""
_HIGH: Final = 122.0
_LOW: Final = 104.0
"""Of a row, in a window that is low."""
_NARROWEST: Final = 480.0
"""Of a row, where two stand beside each other."""

Heard = tuple[Sayable, ClipHeard]
"""The words of a sentence, and how far it was listened to."""


@her_screen
def HeardScreen(visit: Visit, learner: Learner) -> ft.Control:
    """Sentences that are not said any more are left out."""
    # Once: what the trainer listens to here is not what she heard.
    held: ft.MutableRef[list[Heard]] = ft.use_ref(lambda: _heard(visit, learner))
    found, high, width = held.current or [], desk_room(visit), visit.layout.inner_width
    wide = (width - theme.GAP) / 2 if width >= 2 * _NARROWEST + theme.GAP else width
    row = _LOW if visit.layout.low and not visit.layout.phone else _HIGH
    across, down = fit(width, high, wide, row)
    if len(found) > across * down:
        across, down = fit(width, high - theme.TAP - theme.GAP, wide, row)
    shown, ways = use_pages(visit, found, across * down, "trainer.heard-pages")
    cells = [_row(visit, place, each, wide, row) for place, each in enumerate(shown)]
    body = stacked(
        [grid(cells, across), *([ways] if ways else [])], theme.GAP, ft.MainAxisAlignment.START
    )
    name = visit.names.of(learner)
    say = words("people.heard-told", name=name) if found else words("people.heard-nothing")
    return act(visit, learner, "heard", body, say, help_phrase=words("people.heard-help"))


def _heard(visit: Visit, learner: Learner) -> list[Heard]:
    lately = visit.kiosk.classroom.heard_lately(learner.id)
    said = ((visit.kiosk.voices.phrase(each.clip, each.language), each) for each in lately)
    return [(phrase, each) for phrase, each in said if phrase]


def _row(visit: Visit, place: int, heard: Heard, width: float, height: float) -> ft.Control:
    phrase, event = heard
    side = 56.0
    room = width - side - 48
    letters = bounded(phrase.text, phrase.language, room, 2, 22, height - HIGH - 34)
    shown = ft.Column(
        [
            theme.text(
                phrase.text, phrase.language, letters, max_lines=2, align=ft.TextAlign.START
            ),
            share_line(visit, _SHARES[event.depth], room),
        ],
        spacing=6,
        expand=True,
        alignment=ft.MainAxisAlignment.CENTER,
    )
    drawn = picture(visit.kiosk.voices.picture(phrase) or "speaker", side)
    said = Part(same_in_all(phrase.text), language=phrase.language)
    label = f"{phrase.text}\n{visit.text(words(f'people.depth-{event.depth}'))}"
    return tap(
        visit,
        f"trainer.heard:{place}",
        label,
        side_by_side([drawn, shown], 12),
        partial(visit.say, said),
        repeatable=True,
        width=width,
        height=height,
        **card_style(padding=8),
    )
