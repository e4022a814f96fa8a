"""Events: a failing handler leaves the screen alone (B), and only what can be touched is heard."""

from typing import Any

from flet.messaging.session import Session

from kiosk.hardening.report import note_input, report

BY_THEMSELVES = frozenset(
    {
        "app_lifecycle_state_change", "brightness_change", "close", "connect", "disconnect",
        "duration_change", "error", "loaded", "locale_change", "media_change",
        "platform_brightness_change", "position_change", "resize", "route_change",
        "seek_complete", "size_change", "state_change", "stream", "animation_end",
    }
)  # fmt: skip
"""Events that happen without a person."""

BY_TOUCH = frozenset({"click", "tap", "change", "submit", "long_press", "select", "accept"})
"""Events that only an enabled, visible control may have."""


def install() -> None:
    replacements: dict[str, Any] = {"error": _error, "dispatch_event": _dispatch_event}
    for name, replacement in replacements.items():
        setattr(Session, name, replacement)


def _error(self: Any, message: str) -> None:
    """B: stock Flet covers the screen with "Error running app", which nobody here can read."""
    report(self.page, message)


_stock_dispatch_event = Session.dispatch_event


async def _dispatch_event(self: Any, control_id: int, event_name: str, event_data: Any) -> None:
    if event_name not in BY_THEMSELVES:
        note_input(self)
    # A late tap, or a client that is not ours: stock Flet runs the handler of a disabled button.
    if event_name in BY_TOUCH and not _touchable(self.index.get(control_id)):
        return
    await _stock_dispatch_event(self, control_id, event_name, event_data)


def _touchable(control: Any) -> bool:
    while control is not None:
        if getattr(control, "disabled", False) or getattr(control, "visible", True) is False:
            return False
        control = control.parent
    return True
