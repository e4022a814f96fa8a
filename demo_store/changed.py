"""A frozen thing with some fields changed, as `dataclasses.replace` gives it, in half the time.

Years of whole villages are folded from millions of events, and each changes an order of thirty
fields. `replace` goes through ``__init__``; this copies the slots as they are. It is meant for
slotted dataclasses without ``__post_init__``.
"""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


def changed(thing: T, **values: Any) -> T:
    """A copy with these fields changed.

    Raises:
        AttributeError: there is no such field.
    """
    kind: Any = type(thing)
    read, writers = _slots(kind)
    copy: T = object.__new__(kind)
    for write, value in zip(writers, read(thing), strict=True):
        write(copy, value)
    for name, value in values.items():
        object.__setattr__(copy, name, value)
    return copy


@cache
def _slots(kind: Any) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[Callable[..., None], ...]]:
    names = [field.name for field in fields(kind)]
    return attrgetter(*names), tuple(getattr(kind, name).__set__ for name in names)
