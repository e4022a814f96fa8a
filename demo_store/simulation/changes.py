"""Changed values in content, by paths such as ``product.nang.making.flour``.

The first word names a file (``product``, ``city``, ``carrier``, ``packaging``, ``customer``, or a
file by its own name, ``market``, ``village``, ``days`` ...), or it is ``seller``: a seller of the
scenario. The others lead down the fields. A number in content stands with its unit and reason; the
path may stop before its ``value``. One number for a range is both its ends, one for a list of
months is all of them. Only ``product.KIND.price`` is another thing: what the sellers ask, as the
usual range (``product.KIND.price.low`` and ``.high``) is the buyers' and not theirs.

The changed content is read like any other, so that a wrong value is named with file and line.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from demo_store.simulation.errors import WrongSetting
from lessons.content import Node, load_yaml

Read = Callable[[Path, Path], Node]
"""Reads a content file, as ``lessons.content.load_yaml`` does."""

SCENARIO_ROOT: Final = "seller"

_FILES: Final[Mapping[str, str]] = {
    "product": "products",
    "city": "cities",
    "carrier": "carriers",
    "customer": "customers",
    "incident": "incidents",
    "quality": "qualities",
}
_ASKED: Final = 3
"""Words in ``product.KIND.price``."""


@dataclass(frozen=True, slots=True)
class Change:
    """One changed value: the words of its path, and what stands there now."""

    path: tuple[str, ...]
    value: str

    def __str__(self) -> str:
        return ".".join(self.path)

    @property
    def asked_kind(self) -> str | None:
        """The kind whose asked price this is."""
        asked = len(self.path) == _ASKED and self.path[0] == "product" and self.path[2] == "price"
        return self.path[1] if asked else None


def parsed(text: str) -> Change:
    """The change in ``PATH=VALUE``.

    Raises:
        WrongSetting: it is not of that form.
    """
    path, equals, value = text.partition("=")
    words = tuple(word.strip() for word in path.split("."))
    if not equals or not value.strip() or not all(words) or len(words) < 2:
        raise WrongSetting(text, "is not of the form PATH=VALUE, such as product.nang.price=400")
    return Change(words, value.strip())


def reader(changes: Iterable[Change], folder: Path) -> Read:
    """A reader of the content in ``folder`` that sees the changes in it.

    Raises:
        WrongSetting: a path begins with no file's name.
    """
    by_file: dict[str, list[Change]] = {}
    for change in changes:
        if change.path[0] == SCENARIO_ROOT or change.asked_kind:
            continue
        by_file.setdefault(_file(change, folder), []).append(change)

    def read(path: Path, base: Path) -> Node:
        node = load_yaml(path, base)
        for change in by_file.get(path.stem, ()) if path.parent == folder else ():
            node = changed(node, change, change.path[1:])
        return node

    return read


def changed(node: Node, change: Change, words: tuple[str, ...]) -> Node:
    """The node with the change at the end of the words.

    Raises:
        WrongSetting: there is no such place in it.
    """
    if not words:
        return _with_value(node, change)
    fields = _fields(node)
    if words[0] not in fields:
        known = ", ".join(fields) or "nothing below it"
        raise WrongSetting(str(change), f"there is no {words[0]!r} here, there is {known}")
    inner = changed(fields[words[0]], change, words[1:])
    if isinstance(node.value, tuple):
        place = int(words[0]) - 1
        return replace(node, value=(*node.value[:place], inner, *node.value[place + 1 :]))
    return replace(node, value={**fields, words[0]: inner})


def _file(change: Change, folder: Path) -> str:
    word = change.path[0]
    stem = _FILES.get(word, word)
    known = sorted(path.stem for path in folder.glob("*.yaml"))
    if stem not in known:
        names = {file: word for word, file in _FILES.items()}
        roots = ", ".join(names.get(file, file) for file in known)
        raise WrongSetting(str(change), f"there is no {word!r}, there is {roots}, {SCENARIO_ROOT}")
    return stem


def _fields(node: Node) -> dict[str, Node]:
    if isinstance(node.value, tuple):
        return {str(number): item for number, item in enumerate(node.value, start=1)}
    return node.value if isinstance(node.value, dict) else {}


def _with_value(node: Node, change: Change) -> Node:
    if isinstance(node.value, str):
        return replace(node, value=change.value, quoted=False)
    fields = _fields(node)
    ends = [name for name in ("value", "low", "high", "months") if name in fields]
    if isinstance(node.value, tuple) or not ends:
        raise WrongSetting(
            str(change), f"is no single value, there is {', '.join(fields)} below it"
        )
    return replace(
        node, value={**fields, **{name: _all(fields[name], change.value) for name in ends}}
    )


def _all(node: Node, value: str) -> Node:
    if isinstance(node.value, tuple):
        return replace(node, value=tuple(_all(item, value) for item in node.value))
    return replace(node, value=value, quoted=False)
