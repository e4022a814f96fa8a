"""The gallery: a part a page and more where there are many states, turned by large buttons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import flet as ft

from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.gallery import seen, touched
from kiosk.screens.gallery.specimen import Specimen
from kiosk.screens.paging import fit, grid
from kiosk.theme import Layout
from kiosk.visit import Visit
from kiosk.widgets.actions import more, round_sign
from kiosk.widgets.frame import frame, room_below
from kiosk.widgets.latest import use_latest
from kiosk.widgets.shapes import round_style, side_by_side, stacked
from kiosk.widgets.touch import tap, value
from kiosk.wording import OWN_NAMES, words
from lessons.phrase import LANGUAGES

PARTS: Final[dict[str, Sequence[Specimen]]] = {
    "speaking-button": touched.SPEAKING_BUTTON,
    "round-sign": touched.ROUND_SIGN,
    "picture-card": touched.PICTURE_CARD,
    "green-thing": touched.GREEN_THING,
    "coach-hand": touched.COACH_HAND,
    "sentence": seen.SENTENCE,
    "step-bar": seen.STEP_BAR,
    "big-number": seen.BIG_NUMBER,
    "heap-of-notes": seen.HEAP_OF_NOTES,
    "money-tray": seen.MONEY_TRAY,
    "star-row": seen.STAR_ROW,
    "amounts": seen.AMOUNTS,
    "secret-beads": seen.SECRET_BEADS,
    "parcel": seen.PARCEL,
    "map": seen.MAP,
    "phone-frame": seen.PHONE_FRAME,
    "faces": seen.FACES,
}
_NAME: Final = 22.0
"""The height of the line below a specimen that tells its state."""


@dataclass(frozen=True, slots=True)
class Page:
    """So many states of one part as fit into a window."""

    part: str
    shown: Sequence[Specimen]


@screen
def GalleryScreen(visit: Visit) -> ft.Control:
    """One page; ``/gallery/<part>`` begins at that part."""
    layout = visit.layout
    high = room_below(visit) - theme.TAP - layout.gap
    pages = list(_pages(layout.inner_width, high))
    first = ft.use_route_params().get("part", "")
    starts = [index for index, page in enumerate(pages) if page.part == first]
    at, go_to = use_latest(starts[0] if starts else 0)
    now = min(at(), len(pages) - 1)
    page = pages[now]

    def turn(by: int) -> None:
        go_to((now + by) % len(pages))

    ways = side_by_side(
        [
            more(visit, "gallery.before", words("nav.before"), lambda: turn(-1), forward=False),
            _named(layout, page, f"{now + 1}/{len(pages)}"),
            more(visit, "gallery.more", words("nav.more"), lambda: turn(1), forward=True),
        ]
    )
    return frame(
        visit,
        stacked([_grid(visit, page, high), ways], layout.gap, ft.MainAxisAlignment.SPACE_BETWEEN),
        words("gallery.say"),
        place="gallery",
        home=False,
        end=side_by_side([_evening(visit), _language(visit)], theme.GAP),
        end_width=2 * theme.TAP + theme.GAP,
    )


def _pages(width: float, height: float) -> Iterator[Page]:
    for part, specimens in PARTS.items():
        wide = max(each.width for each in specimens)
        tall = max(each.height for each in specimens) + _NAME
        across, down = fit(width, height, wide, tall) if wide else (1, 1)
        for begin in range(0, len(specimens), across * down):
            yield Page(part, specimens[begin : begin + across * down])


def _grid(visit: Visit, page: Page, height: float) -> ft.Control:
    width = visit.layout.inner_width
    wide = max(each.width for each in page.shown) or width
    tall = max(each.height for each in page.shown) or height
    across, _ = fit(width, height, wide, tall)
    cells = [_cell(visit, each, wide, tall) for each in page.shown]
    return ft.Container(grid(cells, across), height=height, key=page.part)


def _cell(visit: Visit, specimen: Specimen, width: float, height: float) -> ft.Control:
    """One that fills the page has its name below that."""
    drawn = ft.Container(
        specimen.draw(visit, width, height),
        width=width,
        height=height,
        alignment=ft.Alignment.CENTER,
    )
    return stacked([drawn, _state(specimen)], 0, tight=True) if specimen.width else drawn


def _state(specimen: Specimen) -> ft.Control:
    return theme.text(specimen.state, "en", 14, theme.SOFT_INK, max_lines=1)


def _named(layout: Layout, page: Page, number: str) -> ft.Control:
    """For who works on the kiosk: her language is that of the code."""
    name = theme.text(page.part, "en", 16 if layout.phone else 26, theme.SOFT_INK, max_lines=1)
    lines: list[ft.Control] = [name, theme.digits(number, 20)]
    if not page.shown[0].width:
        lines.insert(1, _state(page.shown[0]))
    shown = stacked(lines, 0, tight=True)
    return value("gallery.part", page.part, ft.Container(shown, width=100 if layout.phone else 300))


def _evening(visit: Visit) -> ft.Control:
    """By day and in the evening."""
    is_on = visit.evening
    return round_sign(
        visit,
        "gallery.evening",
        words("gallery.day" if is_on else "gallery.evening"),
        ft.Icons.LIGHT_MODE_ROUNDED if is_on else ft.Icons.DARK_MODE_ROUNDED,
        lambda: visit.wear(evening=not is_on),
        colour=theme.PAPER,
    )


def _language(visit: Visit) -> ft.Control:
    """The next language, and with it the direction."""
    following = LANGUAGES[(LANGUAGES.index(visit.language) + 1) % len(LANGUAGES)]

    def choose() -> None:
        visit.language = following
        visit.changed()

    name = OWN_NAMES[following]
    shown = theme.text(name, following, 18, max_lines=1)
    return tap(
        visit, f"gallery.language:{following}", name, shown, choose, **round_style(theme.PAPER)
    )
