"""Changes of tables as they stand in a line, and how they act on tables in memory."""

from collections.abc import Iterator
from typing import Any

Document = dict[str, Any]
Documents = dict[str, Document]
"""Documents by their id as text, in the sequence of their insertion."""
Tables = dict[str, Documents]
Change = list[Any]
"""``["put", table, id, document]``, ``["delete", table, id]``, ``["make", table]`` or
``["drop", table]``."""


def apply(tables: Tables, change: Change) -> None:
    """Carry out one change; raises ValueError for one that this version does not know."""
    match change:
        case ["put", str(table), str(doc_id), dict(document)]:
            tables.setdefault(table, {})[doc_id] = document
        case ["delete", str(table), str(doc_id)]:
            tables.get(table, {}).pop(doc_id, None)
        case ["make", str(table)]:
            tables.setdefault(table, {})
        case ["drop", str(table)]:
            tables.pop(table, None)
        case _:
            raise ValueError(f"unknown change {change!r}")


def difference(old: Tables, new: Tables) -> list[Change]:
    """The changes that make ``new`` out of ``old``."""
    dropped = [["drop", name] for name in old if name not in new]
    return dropped + [
        change for name, table in new.items() for change in _within(name, old.get(name), table)
    ]


def whole(tables: Tables) -> Iterator[list[Change]]:
    """All tables as changes from nothing, a list for each line."""
    for name, table in tables.items():
        yield [["make", name]]
        for doc_id, document in table.items():
            yield [["put", name, doc_id, document]]


def copied(value: Any) -> Any:
    """A copy of JSON-like data that shares nothing that can be changed."""
    if isinstance(value, dict):
        # Most of what there is cannot be changed, and a call for each would cost the most.
        return {
            key: copied(item) if isinstance(item, dict | list) else item
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [copied(item) if isinstance(item, dict | list) else item for item in value]
    return value


def same(one: Any, other: Any) -> bool:
    """Equal and of equal types: 1, 1.0 and True are different facts."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[k], other[k]) for k in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def _within(name: str, old: Documents | None, new: Documents) -> Iterator[Change]:
    if old is None:
        yield ["make", name]
    elif old and not new:
        yield ["drop", name]
        yield ["make", name]
        return
    old = old or {}
    yield from (["delete", name, doc_id] for doc_id in old if doc_id not in new)
    for doc_id, document in new.items():
        if doc_id not in old or not same(old[doc_id], document):
            yield ["put", name, doc_id, document]
