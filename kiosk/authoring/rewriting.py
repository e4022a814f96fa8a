"""Puts other words into YAML files where they stand: comments, order and layout stay."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

from lessons.content import parse_yaml, yaml_events
from lessons.errors import ContentError
from lessons.node import Node, below

_BYTE_ORDER_MARK: Final = "\ufeff"
_NOT_PLAIN: Final = re.compile(
    r"^[\s\-?:,\[\]{}#&*!|>'\"%@`=~]|:(\s|$)|\s#|[\[\]{}]|\s$|^(true|false|null|yes|no|[\d.+-]+)$"
)
"""What would be read as something else without quotes."""


@dataclass(frozen=True, slots=True)
class _Scalar:
    """Where a value stands in a text: from ``start`` to before ``end``, in characters."""

    start: int
    end: int
    style: str | None
    in_flow: bool


def rewritten(text: str, changes: Mapping[str, str], file: str) -> str:
    """The text with other values at these paths (``steps.2.say.ug``), all else as it is.

    Raises:
        ContentError: there is no value at a path, or the change would change more than itself.
    """
    head = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    body = text[len(head) :]
    places = dict(_scalars(yaml_events(body)))
    for path in sorted(changes, key=lambda path: _start(places, path, file), reverse=True):
        place = places[path]
        written = _written(changes[path], place, body[place.start : place.end])
        body = body[: place.start] + written + body[place.end :]
    _require(parse_yaml(text[len(head) :], file), parse_yaml(body, file), changes, file)
    return head + body


def _start(places: Mapping[str, _Scalar], path: str, file: str) -> int:
    if path not in places:
        raise ContentError(file, 1, path, "there is no such place")
    return places[path].start


def _written(value: str, place: _Scalar, before: str) -> str:
    """The value in the way in which the one before it was written, if that can be."""
    behind = before[len(before.rstrip()) :] if place.style in ("|", ">") else ""
    is_plain = not (_NOT_PLAIN.search(value) or (place.in_flow and "," in value))
    if not place.style and is_plain:  # plain has no style, or an empty one
        return value
    if place.style == "'":
        return "'" + value.replace("'", "''") + "'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"' + behind


def _require(before: Node, after: Node, changes: Mapping[str, str], file: str) -> None:
    """Every value is what it was, or what it should become."""
    wanted = dict(_values(before)) | dict(changes)
    if dict(_values(after)) != wanted:
        raise ContentError(file, 1, "", "the words cannot be written without changing more")


def _values(node: Node) -> Iterator[tuple[str, str]]:
    if isinstance(node.value, str):
        yield node.path, node.value
    else:
        nodes = node.value if isinstance(node.value, tuple) else node.value.values()
        for each in nodes:
            yield from _values(each)


def _scalars(events: Iterator[Any]) -> Iterator[tuple[str, _Scalar]]:
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            yield from _below(next(events), events, "", in_flow=False)


def _below(
    event: Any, events: Iterator[Any], path: str, *, in_flow: bool
) -> Iterator[tuple[str, _Scalar]]:
    start, end = event.start_mark, event.end_mark
    if isinstance(event, yaml.ScalarEvent):
        yield path, _Scalar(start.index, end.index, event.style, in_flow)
        return
    flow = in_flow or bool(event.flow_style)
    if isinstance(event, yaml.SequenceStartEvent):
        for number, item in enumerate(_until(events, yaml.SequenceEndEvent), start=1):
            yield from _below(item, events, below(path, str(number)), in_flow=flow)
    else:
        for key in _until(events, yaml.MappingEndEvent):
            yield from _below(next(events), events, below(path, key.value), in_flow=flow)


def _until(events: Iterator[Any], end: type[Any]) -> Iterator[Any]:
    for event in events:
        if isinstance(event, end):
            return
        yield event
