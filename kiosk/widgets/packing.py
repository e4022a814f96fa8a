"""Things on the way into their packaging: heaps to carry, a tray with hollows, an open box."""

import asyncio
import contextlib
from collections.abc import Callable

import flet as ft

from kiosk import theme
from kiosk.widgets.component import component
from kiosk.widgets.movement import is_still
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import side_by_side, stacked

TEN = 10
"""So many things, and fewer, may be carried singly."""
_GAP, _SMALLEST = 2, 14
_OPEN = {
    "closed-box": ("open-box", "open-box-front"),
    "padded-box": ("open-padded-box", "open-box-front"),
    "bag": ("", "bag"),
}
"""What stands behind and before the things in it, by the picture of the packaging."""
_MOST_HOLLOWS, _ACROSS = 60, (2, 3, 5, 6, 8, 10, 12)
_TRAY, _HOLLOW = "#A9A49C", "#8E8A84"
_SEEN_S, _IN_MS, _SHUT_S = 0.04, 240, 0.1
"""Until it moves, while it moves, until it is shut: together less than 400 ms."""


def heaps(count: int, most: int, *, singly: bool) -> tuple[int, ...]:
    """How ``count`` things lie to be carried, in at most ``most`` heaps: ``singly`` or in tens.

    In several tens a heap, where there would be too many.
    """
    if singly and count <= most:
        return (1,) * count
    size = TEN * max(1, -(-count // (TEN * most)))
    rest = count % size
    return (*(size,) * (count // size), *((rest,) if rest else ()))


def heap(name: str, count: int, width: float, height: float, largest: float = 400) -> ft.Control:
    """``count`` pictures in rows and the number; only ten where more have no room."""
    if count == 1:
        return picture(name, min(width, height, largest))
    size, shown, across = _pile(count, width, height)
    size = min(size, largest)
    rows: list[ft.Control] = [
        side_by_side(
            [picture(name, size) for _ in range(min(across, shown - at))], _GAP, tight=True
        )
        for at in range(0, shown, across)
    ]
    figure = theme.digits(str(count), _figure(height), theme.CLAY)
    return stacked([*rows, figure], _GAP, tight=True)


def heap_size(count: int, width: float, height: float) -> float:
    """The size of each picture of such a heap; below zero where there is no room."""
    return min(width, height) if count == 1 else _pile(count, width, height)[0]


def _pile(count: int, width: float, height: float) -> tuple[float, int, int]:
    """How large the pictures of a heap are, how many are shown, and how many side by side."""
    size, across = _in_rows(count, width, height)
    if size >= _SMALLEST or count <= TEN:
        return size, count, across
    size, across = _in_rows(TEN, width, height)
    return size, TEN, across


def _in_rows(shown: int, width: float, height: float) -> tuple[float, int]:
    """The largest size, in rows of five or of two: so ten are seen as ten."""
    room = height - _figure(height) * 1.2
    return max(
        (min(width / min(each, shown), room / -(-shown // each)) - _GAP, each) for each in (2, 5)
    )


def _figure(height: float) -> float:
    return min(32.0, height * 0.28)


def tray(name: str, filled: int, hollows: int, width: float, height: float) -> ft.Control:
    """A tray with a hollow for each thing, ``filled`` of them taken; sixty at most."""
    shown = min(hollows, _MOST_HOLLOWS)
    taken = -(-filled * shown // hollows)
    across, size = max(
        ((each, _hollow_size(shown, each, width - 16, height - 16)) for each in _ACROSS),
        key=lambda found: found[1],
    )
    places = -(-shown // across) * across
    cells = [_hollow(name if at < taken else "", size) for at in range(places)]
    rows: list[ft.Control] = [
        ft.Row(list[ft.Control](cells[at : at + across]), spacing=_GAP, tight=True)
        for at in range(0, places, across)
    ]
    return ft.Container(
        ft.Column(rows, spacing=_GAP, tight=True), bgcolor=_TRAY, border_radius=14, padding=6
    )


def _hollow_size(count: int, across: int, width: float, height: float) -> float:
    rows = -(-count // across)
    return max(8.0, min(64.0, width / across - _GAP, height / rows - _GAP))


def _hollow(name: str, size: float) -> ft.Container:
    return ft.Container(
        picture(name, size * 0.94) if name else None,
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=_HOLLOW,
        alignment=ft.Alignment.CENTER,
    )


def opened(packaging: str, inside: ft.Control, size: float) -> ft.Control:
    """An open packaging, by its picture, with something looking out of it."""
    back, front = _OPEN.get(packaging, _OPEN["closed-box"])
    return ft.Stack(
        [
            *([picture(back, size)] if back else []),
            ft.Container(inside, width=size, height=size, alignment=ft.Alignment(0, -0.4)),
            picture(front, size),
        ],
        width=size,
        height=size,
    )


@component
def GoingIn(
    packaging: str,
    things: Callable[[float], ft.Control],
    size: float,
    shut: ft.Control,
    *,
    rtl: bool,
) -> ft.Control:
    """From above the things go into the open packaging; then ``shut`` is in its place.

    ``things`` draws them in a square of this size. They begin a third of ``size`` above the box,
    at the side where they lay.
    """
    phase, set_phase = ft.use_state(0)
    going: ft.MutableRef[asyncio.Task[None]] = ft.use_ref()

    async def go() -> None:
        with contextlib.suppress(RuntimeError):  # the session is over
            await asyncio.sleep(_SEEN_S)
            set_phase(1)
            await asyncio.sleep(_IN_MS / 1000 + _SHUT_S)
            set_phase(2)

    def begin() -> None:
        going.current = asyncio.create_task(go())

    def end() -> None:
        if going.current is not None:
            going.current.cancel()

    ft.use_effect(begin, [], cleanup=end)
    if phase == 2 or is_still():
        return shut
    turn = ft.Animation(_IN_MS, ft.AnimationCurve.EASE_IN)
    carried = size * 0.6
    moving = ft.Container(
        things(carried),
        width=carried,
        height=carried,
        alignment=ft.Alignment.CENTER,
        offset=ft.Offset(0, 0.35) if phase else ft.Offset(0.6 if rtl else -0.6, -0.75),
        scale=0.7 if phase else 1.0,
        animate_offset=turn,
        animate_scale=turn,
    )
    return opened(packaging, moving, size)
