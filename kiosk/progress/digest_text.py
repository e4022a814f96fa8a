"""A digest as text and back, whatever fields it and its summary have.

JSON has no objects with keys of two parts, such as a lesson and a step: those fields are lists of
pairs in the text.
"""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, get_args, get_origin, get_type_hints

import msgspec

from kiosk.progress.digest import Digest
from kiosk.progress.summary import LearnerSummary

_MADE_BY: Final = (
    "attempts.py",
    "cards.py",
    "digest.py",
    "digest_text.py",
    "events.py",
    "kinds.py",
    "lending.py",
    "migrations.py",
    "practised.py",
    "step_help.py",
    "summary.py",
)
"""What decides about the content of a digest."""


def text_of(digest: Digest) -> str:
    """As text."""
    plain = _plain(digest, Digest)
    plain["summary"] = _plain(digest.summary, LearnerSummary)
    return msgspec.json.encode(plain).decode()


def digest_of(text: str) -> Digest | None:
    """The digest of a text; None for one that is none."""
    try:
        wire = msgspec.json.decode(text, type=_wire(Digest))
    except (msgspec.MsgspecError, ValueError):
        return None
    plain = _fields(wire, Digest)
    plain["summary"] = LearnerSummary(**_fields(plain["summary"], LearnerSummary))
    return Digest(**plain)


def _fields(wire: Any, kind: type) -> dict[str, Any]:
    pairs = _pairs(kind)
    values = {field.name: getattr(wire, field.name) for field in fields(kind)}
    return {name: dict(value) if name in pairs else value for name, value in values.items()}


@cache
def code_print() -> str:
    """Another one where another version of the kiosk would fold otherwise."""
    sources = [(Path(__file__).parent / name).read_bytes() for name in _MADE_BY]
    return sha256(b"\0".join(sources)).hexdigest()[:16]


def _plain(value: object, kind: type) -> dict[str, Any]:
    pairs = _pairs(kind)
    values = {field.name: getattr(value, field.name) for field in fields(kind)}
    return {name: list(each.items()) if name in pairs else each for name, each in values.items()}


@cache
def _pairs(kind: type) -> frozenset[str]:
    """The fields that are mappings: lists of pairs in the text."""
    hints = get_type_hints(kind)
    return frozenset(name for name, hint in hints.items() if get_origin(hint) is Mapping)


@cache
def _wire(kind: type) -> type[Any]:
    """How the text of a digest or a summary is built."""
    types = get_type_hints(kind)
    hints: dict[str, Any] = {field.name: types[field.name] for field in fields(kind)}
    for name in _pairs(kind):
        key, value = get_args(hints[name])
        hints[name] = list[tuple[key, value]]  # type: ignore[valid-type]
    if kind is Digest:
        hints["summary"] = _wire(LearnerSummary)
    return msgspec.defstruct(f"{kind.__name__}Text", list(hints.items()))
