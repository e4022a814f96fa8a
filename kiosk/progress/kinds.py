"""Events as plain data and back, by class name.

An event that holds another one, as ``VillageHappened`` does, has its kind and its fields inside.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, cast, get_args

import msgspec

from demo_store.events import StoreEvent
from demo_store.village.events import OutletEvent, VillageEvent
from kiosk.progress.events import KioskEvent
from kiosk.progress.lending import LendingEnded, TabletLent
from kiosk.progress.settings import SettingsChosen
from kiosk.progress.village import VillageHappened
from lessons.events import LessonEvent, TestEvent

Event = (
    LessonEvent
    | TestEvent
    | StoreEvent
    | KioskEvent
    | SettingsChosen
    | TabletLent
    | LendingEnded
    | VillageHappened
)

KINDS: Final[dict[str, type[Event]]] = {kind.__name__: kind for kind in get_args(Event)}

_INSIDE: Final[Mapping[type, Mapping[str, type]]] = MappingProxyType(
    {
        VillageHappened: {kind.__name__: kind for kind in get_args(VillageEvent)},
        OutletEvent: {kind.__name__: kind for kind in get_args(StoreEvent)},
    }
)
"""Events that hold another one as their ``event``, and the kinds that it may be of."""


def encoded(event: Event) -> tuple[str, dict[str, Any]]:
    """The kind and the fields of an event, fit for JSON; raises KeyError for other classes."""
    return _encoded(event, KINDS)


def decoded(kind: str, data: dict[str, Any]) -> Event | None:
    """The event, or None for a kind or a shape that this version does not know.

    Fields that this version does not know are passed over.
    """
    try:
        return cast(Event, _decoded(kind, data, KINDS))
    except (KeyError, TypeError, msgspec.ValidationError):
        return None


def _encoded(event: object, kinds: Mapping[str, type]) -> tuple[str, dict[str, Any]]:
    kind = type(event)
    if kinds.get(kind.__name__) is not kind:
        raise KeyError(kind.__name__)
    fields = cast(dict[str, Any], msgspec.to_builtins(event))
    if kind in _INSIDE:
        inner, data = _encoded(cast(VillageHappened, event).event, _INSIDE[kind])
        fields["event"] = {"kind": inner, "data": data}
    return kind.__name__, fields


def _decoded(kind: str, data: dict[str, Any], kinds: Mapping[str, type]) -> object:
    known = kinds[kind]
    if known not in _INSIDE:
        return msgspec.convert(data, known)
    inside = data["event"]
    inner = _decoded(inside["kind"], inside["data"], _INSIDE[known])
    if known is OutletEvent:
        return OutletEvent(msgspec.convert(data["family"], str), cast(StoreEvent, inner))
    return VillageHappened(cast(VillageEvent, inner))
