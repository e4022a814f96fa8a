"""Everything that can be tapped, and every value a screen shows, goes through here.

So each has a stable identifier, a spoken label, and a handler that neither crashes nor fires twice.
"""

from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft

from kiosk.visit import Action, Visit
from kiosk.widgets.hand import pointed_at
from kiosk.wording import words
from lessons.phrase import Phrase, same_in_all


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
    missing: Phrase | None = None,
    **box: Any,
) -> ft.Control:
    """A thing to tap: ``content`` in a container styled by ``box``.

    ``on_tap`` None shows it as not possible now: a touch says its name and what is ``missing``.
    ``repeatable`` lets quick taps all count (laying notes); else a double tap acts once. The label
    is spoken where ``on_tap`` says nothing, and always after a long press, which does nothing
    else; what is ``secret`` ticks instead, unless it says what is ``missing``. Where something
    sounds that is listened to, a ``quiet`` thing is never named.
    """
    if on_tap is None:
        why = missing or words("nav.not-now")
        silent = (secret or quiet) and missing is None
        return _greyed(visit, identifier, label, content, None if silent else why, box)
    said = "" if quiet else label
    handler = visit.guarded(identifier, on_tap, repeatable=repeatable, label=said)
    expand = box.pop("expand", None)
    thing = ft.Semantics(
        identifier=identifier,
        label=label,
        button=True,
        container=True,
        exclude_semantics=True,
        on_tap=handler,
        expand=expand,
        content=ft.Container(
            content=content,
            on_click=handler,
            on_long_press=None if quiet else _naming(visit, label, secret),
            **box,
        ),
    )
    return pointed_at(thing, here=True) if visit.points_at(identifier) else thing


def _greyed(
    visit: Visit,
    identifier: str,
    label: str,
    content: ft.Control,
    why: Phrase | None,
    box: dict[str, Any],
) -> ft.GestureDetector:
    """A thing that cannot be done now; without ``why`` it ticks.

    What is disabled hears no touch, nor does anything in it; so what answers stands around it.
    """

    def answer() -> None:
        if why is None:
            visit.tick()
        else:
            visit.say(same_in_all(label), why)

    handler = visit.guarded(identifier, answer)
    return ft.GestureDetector(
        on_tap=handler,
        on_long_press=handler,
        exclude_from_semantics=True,
        expand=box.pop("expand", None),
        content=ft.Semantics(
            identifier=identifier,
            label=label,
            button=True,
            container=True,
            exclude_semantics=True,
            disabled=True,
            content=ft.Container(content=content, **box | {"opacity": 0.45}),
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


Handler = Callable[..., Awaitable[None]]


def saying(visit: Visit, identifier: str, *said: Phrase) -> Handler:
    """What a touch of something that is only shown does."""
    return visit.guarded(identifier, lambda: visit.say(*said), repeatable=True)


def value(
    identifier: str,
    shown: str,
    content: ft.Control,
    *,
    hides: bool = True,
    says: Handler | None = None,
    **box: Any,
) -> ft.Semantics:
    """A value that the screen exists to show; the label holds it.

    It ``hides`` from who listens what is inside; not where something inside can be tapped.
    ``says`` answers a touch, short or long; not where a touch is meant for what stands around.
    """
    if says is not None:
        content = ft.Container(content, on_click=says, on_long_press=says)
    return ft.Semantics(
        identifier=identifier,
        label=shown,
        container=True,
        exclude_semantics=hides,
        content=content,
        **box,
    )
