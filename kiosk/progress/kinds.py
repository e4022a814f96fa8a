"""Events as plain data and back, by class name."""

from typing import Any, Final, cast, get_args

import msgspec

from demo_store.events import StoreEvent
from kiosk.progress.events import KioskEvent
from lessons.events import LessonEvent

Event = LessonEvent | StoreEvent | KioskEvent

KINDS: Final[dict[str, type[Event]]] = {kind.__name__: kind for kind in get_args(Event)}


def encoded(event: Event) -> tuple[str, dict[str, Any]]:
    """The kind and the fields of an event, fit for JSON; raises KeyError for other classes."""
    name = type(event).__name__
    if KINDS.get(name) is not type(event):
        raise KeyError(name)
    return name, cast(dict[str, Any], msgspec.to_builtins(event))


def decoded(kind: str, data: dict[str, Any]) -> Event | None:
    """The event, or None for a kind or a shape that this version does not know.

    Fields that this version does not know are passed over.
    """
    known = KINDS.get(kind)
    if known is None:
        return None
    try:
        return msgspec.convert(data, known)
    except msgspec.ValidationError:
        return None
