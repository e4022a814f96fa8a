"""Carrying a thing with the finger to where it belongs: always a second way beside a touch."""

from collections.abc import Callable

import flet as ft

from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.movement import moving

_GROWS_MS = 120


def draggable(
    visit: Visit, content: ft.Control, shape: Callable[[], ft.Control], group: str, load: int
) -> ft.Control:
    """``content`` can be carried to a `DropPlace` of the same ``group``, which gets ``load``.

    ``shape`` draws it once more: at the finger, and pale where it lay.
    """
    # what hangs at the finger hangs outside of the screen's direction of writing
    lifted = ft.Container(shape(), opacity=0.9, rtl=visit.language == "ug")
    return ft.Draggable(
        content=content,
        group=group,
        content_feedback=lifted,
        content_when_dragging=ft.Container(shape(), opacity=0.25),
        max_simultaneous_drags=1,
        data=load,
    )


@component
def DropPlace(
    visit: Visit,
    name: str,
    content: ft.Control,
    group: str,
    on_drop: Callable[[int], object],
    *,
    grows: bool = True,
) -> ft.Control:
    """``content`` takes what is carried to it, and grows while that is above it.

    ``name`` is for the guard. Of places inside each other the innermost takes.
    """
    above, set_above = ft.use_state(False)

    async def take(event: ft.DragTargetEvent) -> None:
        set_above(False)
        load = _load_of(event)
        if load is not None:
            await visit.guarded(f"drop:{name}", lambda: on_drop(load), repeatable=True)(event)

    return ft.DragTarget(
        content=ft.Container(
            content,
            scale=1.06 if above and grows else 1.0,
            animate_scale=moving(_GROWS_MS, ft.AnimationCurve.EASE_OUT),
        ),
        group=group,
        on_will_accept=lambda event: set_above(bool(event.accept)),
        on_leave=lambda _: set_above(False),
        on_accept=take,
    )


def _load_of(event: ft.DragTargetEvent) -> int | None:
    """What the thing carries; a client may name any control as the thing."""
    carried = getattr(event, "src", None)
    return carried.data if isinstance(carried, ft.Draggable) else None
