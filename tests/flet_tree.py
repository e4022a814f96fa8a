"""What a Flet client would show: a tree of plain dicts, patched like the real client patches it."""

from collections.abc import Iterator
from typing import Any

SET, INSERT, REMOVE, MOVE = range(4)
PAGE_ID = 1


class Node(dict[str, Any]):
    """One control as the client knows it: its properties, ``_c`` its type, ``_i`` its id."""

    __hash__ = object.__hash__

    @property
    def id(self) -> int:
        return int(self["_i"])

    @property
    def type(self) -> str:
        return str(self["_c"])


class Tree:
    """All controls of one page."""

    def __init__(self) -> None:
        self.page = Node(_c="Page", _i=PAGE_ID)
        self._index: dict[int, Node] = {PAGE_ID: self.page}

    def register(self, page: dict[str, Any]) -> None:
        """Take the first full page."""
        self.page.update({name: self._adopt(value) for name, value in page.items()})

    def patch(self, control_id: int, patch: list[Any]) -> None:
        """Apply one of Flet's patches: ``[tree of indexes, operation, ...]``."""
        root = self._index.get(control_id)
        if root is None:
            return
        paths: dict[int, list[Any]] = {}
        _collect_paths(patch[0], [], paths)
        for operation in patch[1:]:
            self._apply(root, paths, operation)

    def known(self) -> list[Node]:
        """Every control that the client was ever told of, hidden or gone ones as well."""
        return list(self._index.values())

    def path_to(self, wanted: Node) -> list[Node]:
        """The controls from the page down to ``wanted``, both ends in."""
        return next(path for path in self._paths(self.page, []) if path[-1] is wanted)

    def paths_below(self, start: Node) -> Iterator[list[Node]]:
        """The controls from ``start`` down to each one inside it, both ends in."""
        return self._paths(start, [])

    def visible(self, start: Any = None) -> Iterator[Node]:
        """Every control that a person could see, in reading order (only the topmost view)."""
        for path in self._paths(self.page if start is None else start, []):
            yield path[-1]

    def _paths(self, value: Any, above: list[Node]) -> Iterator[list[Node]]:
        if isinstance(value, Node):
            if value.get("visible") is False:
                return
            above = [*above, value]
            yield above
        for child in _children(value):
            yield from self._paths(child, above)

    def _adopt(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._adopt(item) for item in value]
        if not isinstance(value, dict):
            return value
        adopted = {name: self._adopt(item) for name, item in value.items()}
        if "_c" not in value:
            return adopted
        node = Node(adopted)
        self._index[node.id] = node
        return node

    def _apply(self, root: Node, paths: dict[int, list[Any]], operation: list[Any]) -> None:
        def target(index: int) -> Any:
            found: Any = root
            for step in paths[index]:
                found = found[step]
            return found

        kind, where, name, *rest = operation
        if kind == SET:
            target(where)[name] = self._adopt(rest[0])
        elif kind == INSERT:
            _insert(target(where), name, self._adopt(rest[0]))
        elif kind == REMOVE:
            _remove(target(where), name)
        elif kind == MOVE:
            source, destination = target(where), target(rest[0])
            destination.insert(rest[1], source.pop(name))


def _collect_paths(branch: list[Any], path: list[Any], paths: dict[int, list[Any]]) -> None:
    paths[branch[0]] = path
    for name, child in (branch[1] if len(branch) > 1 else {}).items():
        _collect_paths(child, [*path, name], paths)


def _insert(holder: Any, name: Any, value: Any) -> None:
    if isinstance(holder, list):
        holder.insert(name, value)
    else:
        holder[name] = value


def _remove(holder: Any, name: Any) -> None:
    if isinstance(holder, list):
        holder.pop(name)
    else:
        holder.pop(name, None)


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [item for item in value.values() if isinstance(item, dict | list)]
    if not isinstance(value, list):
        return []
    views = [item for item in value if _is_view(item)]
    # a view below another one is kept mounted by the client, but nobody sees or touches it
    return views[-1:] if views and len(views) == len(value) else value


def _is_view(value: Any) -> bool:
    if not isinstance(value, Node):
        return False
    return value.type == "View" or (value.type == "C" and _is_view(value.get("_b")))
