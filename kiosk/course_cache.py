"""The loaded course as one file, so that a start need not read all lessons again.

What is kept says of what it was made: a sum over every file of the course, the code that reads
them and the names that lessons may use. Anything else, and any damage, and the course is read as if
there were no file. It is JSON and holds nothing that could run; each value is checked against its
type.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import msgspec

import lessons
from lessons.errors import ContentError
from lessons.loader import LoadedCourse

NAME: Final = "course.json"
_CODE: Final = Path(lessons.__file__).parent


class CourseCache:
    """A file in a folder that may be lost at any time."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / NAME

    def course(self, of: str, load: Callable[[], LoadedCourse]) -> LoadedCourse:
        """What was kept for ``of`` (see `fingerprint`), else what ``load`` gives, kept from now."""
        kept = self._read(of)
        if kept is None:
            kept = load()
            self._write(of, kept)
        return kept

    def _read(self, of: str) -> LoadedCourse | None:
        try:
            head, _, body = self._file.read_bytes().partition(b"\n")
            if head.decode() != _head(of, body):
                return None
            course: LoadedCourse = _decoded(msgspec.json.decode(body), LoadedCourse)
        except (OSError, ValueError, LookupError, TypeError, AttributeError, msgspec.MsgspecError):
            return None
        return course

    def _write(self, of: str, loaded: LoadedCourse) -> None:
        """A cache that cannot be written is none: nothing is lost by it."""
        new = self._file.with_suffix(f".{os.getpid()}.new")
        try:
            body = msgspec.json.encode(_encoded(loaded, LoadedCourse))
            new.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(f"{_head(of, body)}\n".encode() + body)
            new.replace(self._file)
        except OSError:
            with suppress(OSError):
                new.unlink()


def fingerprint(folder: Path, known: str) -> str:
    """What tells whether a course would be loaded as before.

    ``known`` stands for what lessons may name. Every file is read, as its time may lie.
    """
    found = hashlib.blake2b(known.encode(), digest_size=16)
    for place, pattern in ((folder, "*"), (_CODE, "*.py")):
        for path in sorted(place.rglob(pattern)):
            found.update(f"\n{path.relative_to(place).as_posix()}\n".encode())
            if path.suffix in (".yaml", ".py"):
                found.update(_content(path))
    return found.hexdigest()


def _content(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        content = repr(error).encode()
    return hashlib.blake2b(content, digest_size=16).digest()


def _head(of: str, body: bytes) -> str:
    return f"{of} {hashlib.blake2b(body, digest_size=16).hexdigest()}"


# -- dataclasses as JSON: a value that may be of several classes stands with the name of its class


def _encoded(value: Any, hint: Any) -> Any:
    if _is_plain(hint):
        return msgspec.to_builtins(value)
    if choices := _choices(hint):
        if value is None:
            return None
        name = type(value).__name__
        return [name, _encoded(value, choices[name])]
    if get_origin(hint) is tuple:
        return [_encoded(each, get_args(hint)[0]) for each in value]
    return {name: _encoded(getattr(value, name), each) for name, each in _fields(hint)}


def _decoded(value: Any, hint: Any) -> Any:
    if _is_plain(hint):
        return msgspec.convert(value, hint)
    if choices := _choices(hint):
        if value is None:
            return None
        name, data = value
        return _decoded(data, choices[name])
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return tuple(_decoded(each, item) for each in value)
    return hint(**{name: _decoded(value[name], each) for name, each in _fields(hint)})


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind))


@cache
def _choices(hint: Any) -> dict[str, Any]:
    """The classes of which a value may be, by name; none where it is not several."""
    if get_origin(hint) not in (Union, UnionType):
        return {}
    return {each.__name__: each for each in get_args(hint) if each is not NoneType}


@cache
def _is_plain(hint: Any) -> bool:
    """Whether the type alone tells what a value is, all the way down."""
    return all(_is_told(each) for each in _within(hint, set()))


def _is_told(hint: Any) -> bool:
    if hint is ContentError:  # an exception: the library knows no such thing
        return False
    return sum(is_dataclass(each) for each in _choices(hint).values()) < 2


def _within(hint: Any, seen: set[Any]) -> Iterator[Any]:
    """A type and all types that it is made of."""
    if hint in seen:
        return
    seen.add(hint)
    yield hint
    inner = [each for _, each in _fields(hint)] if _is_class(hint) else list(get_args(hint))
    for each in inner:
        yield from _within(each, seen)


def _is_class(hint: Any) -> bool:
    return isinstance(hint, type) and is_dataclass(hint)
