"""Reads YAML content; every problem is a ``ContentError`` with its file and line.

A strict part of YAML: maps, lists and plain values. Aliases, tags, tabs and repeated keys are
errors, because people who are no programmers write the content and a guess would hide a mistake.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

from lessons.errors import ContentError
from lessons.node import Node, below

__all__ = ["Node", "load_yaml", "parse_yaml", "yaml_events"]

# libyaml is ten times as fast, which a tablet feels at every start; not every build has it.
_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_MOST_BYTES: Final = 1_000_000
_DEEPEST: Final = 20
_UNPRINTABLE: Final = re.compile(
    "[^\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


def load_yaml(path: Path, base: Path) -> Node:
    """The content of a YAML file; ``base`` is the folder that errors name the file from.

    Raises:
        ContentError: the file cannot be read or is not the YAML that is meant here.
    """
    file = path.relative_to(base).as_posix() if path.is_relative_to(base) else path.name
    return parse_yaml(_text(path, file), file)


def yaml_events(text: str) -> Iterator[Any]:
    """The events of a YAML text, with the places where each begins and ends."""
    events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
    return events


def parse_yaml(text: str, file: str) -> Node:
    """The content of a YAML text; errors name it ``file``.

    Raises:
        ContentError: it is not the YAML that is meant here.
    """
    try:
        return _Tree(file, yaml_events(text)).whole()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        # libyaml counts the end of a cut file as a line of its own
        line = min(mark.line + 1, len(text.splitlines())) if mark else 1
        raise ContentError(file, line, "", f"is not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise ContentError(file, 1, "", f"is not YAML: {error}") from error


def _text(path: Path, file: str) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ContentError(file, 1, "", f"cannot be read: {error.strerror}") from error
    if len(content) > _MOST_BYTES:
        raise ContentError(file, 1, "", f"is larger than {_MOST_BYTES} bytes")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ContentError(file, line, "", "is not UTF-8 text") from error
    if bad := _UNPRINTABLE.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        problem = "has a tab; use spaces" if bad[0] == "\t" else "has a sign that cannot be shown"
        raise ContentError(file, line, "", problem)
    return text


class _Tree:
    """Builds nodes from the parser's events."""

    def __init__(self, file: str, events: Iterator[Any]) -> None:
        self._file = file
        self._events = events

    def whole(self) -> Node:
        """The one document of the file."""
        for event in self._events:
            if isinstance(event, yaml.StreamEndEvent):
                break
            if isinstance(event, yaml.DocumentStartEvent):
                node = self._node(next(self._events), "", 0)
                self._finish()
                if node.value:
                    return node
        raise ContentError(self._file, 1, "", "is empty")

    def _finish(self) -> None:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise self._error(event, "", "begins a second document; one file holds one")

    def _node(self, event: Any, path: str, depth: int, key: Any = None) -> Node:
        if isinstance(event, yaml.AliasEvent):
            raise self._error(event, path, "is an alias; write it out")
        if event.tag is not None:
            raise self._error(event, path, f"has the tag {event.tag}; tags are not used here")
        if depth > _DEEPEST:
            raise self._error(event, path, "is nested too deep")
        if isinstance(event, yaml.ScalarEvent):
            if _UNPRINTABLE.search(event.value):
                raise self._error(event, path, "has a sign that cannot be shown")
            return Node(self._file, _line(event), path, event.value, bool(event.style))
        line = _line(key or event)  # a map below its key is best shown at the key
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self._file, line, path, tuple(self._items(path, depth)))
        return Node(self._file, line, path, self._fields(path, depth))

    def _items(self, path: str, depth: int) -> Iterator[Node]:
        for number, event in enumerate(self._events, start=1):
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._node(event, below(path, str(number)), depth + 1)

    def _fields(self, path: str, depth: int) -> dict[str, Node]:
        fields: dict[str, Node] = {}
        for key in self._events:
            if isinstance(key, yaml.MappingEndEvent):
                break
            name = self._node(key, path, depth + 1).value
            if not isinstance(name, str) or not name:
                raise self._error(key, path, "has a field without a plain name")
            if name in fields:
                raise self._error(key, below(path, name), "is written twice")
            fields[name] = self._node(next(self._events), below(path, name), depth + 1, key)
        return fields

    def _error(self, event: Any, path: str, problem: str) -> ContentError:
        return ContentError(self._file, _line(event), path, problem)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
