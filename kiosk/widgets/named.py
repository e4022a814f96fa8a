"""A thing that shows that it is being named: it lights up while the voice says what it is."""

from collections.abc import Callable

import flet as ft

from kiosk.player import Spoken
from kiosk.visit import Visit


def use_named(visit: Visit, about: str) -> bool:
    """Whether what is said now is about this thing; draws the component anew when that changes."""
    named, set_named = ft.use_state(False)
    ending: ft.MutableRef[Callable[[], None]] = ft.use_ref()

    def look(spoken: Spoken | None) -> None:
        set_named(lambda _: spoken is not None and spoken.about == about)

    def end() -> None:
        if ending.current is not None:
            ending.current()

    ft.use_effect(
        lambda: setattr(ending, "current", visit.player.watch(look)), [about], cleanup=end
    )
    return named
