"""What of an event tells who a person is, and what is secret and told to nobody."""

from collections.abc import Mapping
from typing import Any, Final

from kiosk.photos import PHOTO
from kiosk.progress.kinds import Event, encoded

SECRET: Final = frozenset({"secret_hash", "hash"})
"""Fields that no export holds."""
_PERSONAL: Final = SECRET | {"name", "name_clip", "family_name", "note"}
_BY_KIND: Final[Mapping[str, frozenset[str]]] = {
    "NameSaid": frozenset({"clip"}),
    "Described": frozenset({"clip"}),
    "FamilyNamed": frozenset({"family"}),
}
"""Recordings of her voice, and names in fields that mean something else elsewhere."""


def without_secrets(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an event but for the secret ones."""
    return {name: value for name, value in data.items() if name not in SECRET}


def impersonal(event: Event | None) -> dict[str, Any]:
    """The fields of an event that tell nothing of who she is.

    Of an event that this version does not know nobody can say what tells that: it has no fields
    here, and a known one has none that this version does not know.
    """
    return _without(*encoded(event)) if event is not None else {}


def _without(kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    gone = _PERSONAL | _BY_KIND.get(kind, frozenset())
    kept = {name: value for name, value in data.items() if name not in gone}
    for name, value in kept.items():
        if isinstance(value, str) and value.startswith(PHOTO):
            kept[name] = ""
        elif isinstance(value, dict):  # an event inside, with its own kind
            kept[name] = {"kind": value["kind"], "data": _without(value["kind"], value["data"])}
    return kept
