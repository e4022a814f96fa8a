"""Everything that can be tapped, and every value a screen shows, goes through here.

So each has a stable identifier, a spoken label, and a handler that neither crashes nor fires twice.
"""

from collections.abc import Callable
from typing import Any

import flet as ft

from kiosk.visit import Action, Visit
from lessons.phrase import same_in_all


def tap(
    visit: Visit,
    identifier: str,
    label: str,
    content: ft.Control,
    on_tap: Action | None,
    *,
    repeatable: bool = False,
    secret: bool = False,
    quiet: bool = False,
    **box: Any,
) -> ft.Semantics:
    """A thing to tap: ``content`` in a container styled by ``box``.

    ``on_tap`` None shows it as not possible now. ``repeatable`` lets quick taps all count (laying
    notes); else a double tap acts once. The label is spoken where ``on_tap`` says nothing, and
    always after a long press, which does nothing else; what is ``secret`` ticks instead. Where
    something sounds that is listened to, a ``quiet`` thing is never named.
    """
    handler = (
        visit.guarded(identifier, on_tap, repeatable=repeatable, label="" if quiet else label)
        if on_tap
        else None
    )
    expand = box.pop("expand", None)
    if on_tap is None:
        box["opacity"] = 0.45
    return ft.Semantics(
        identifier=identifier,
        label=label,
        button=True,
        container=True,
        exclude_semantics=True,
        disabled=on_tap is None,
        on_tap=handler,
        expand=expand,
        content=ft.Container(
            content=content,
            on_click=handler,
            on_long_press=None if quiet else _naming(visit, label, secret),
            **box,
        ),
    )


def _naming(visit: Visit, label: str, secret: bool) -> Callable[[Any], None]:
    """What a long press does: it says what the thing is."""

    def name(_event: Any) -> None:
        if secret:
            visit.tick()
        else:
            visit.say(same_in_all(label))

    return name


def value(
    identifier: str, shown: str, content: ft.Control, *, hides: bool = True, **box: Any
) -> ft.Semantics:
    """A value that the screen exists to show; the label holds it.

    It ``hides`` from who listens what is inside; not where something inside can be tapped.
    """
    return ft.Semantics(
        identifier=identifier,
        label=shown,
        container=True,
        exclude_semantics=hides,
        content=content,
        **box,
    )
