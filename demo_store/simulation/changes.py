"""Changed values in content, by paths such as ``product.nang.making.flour``.

The first word names a file (``product``, ``city``, ``carrier``, ``customer``, ``incident``,
``quality``, ``question``, ``trouble``, or a file by its own name: ``market``, ``packaging``,
``village``, ``days`` ...), or it is ``seller``: a seller of the scenario. The others lead down the
fields. A number in content stands with its unit and reason; the path may stop before its ``value``.
One number for a range is both its ends, one for a list of months is all of them.

Only ``product.KIND.price`` is another thing: what the sellers ask. The usual range
(``product.KIND.price.low`` and ``.high``) is the buyers' and not theirs.

The changed text is read like any content, so that a wrong value is named with file, line and field.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import yaml

from demo_store.simulation.errors import WrongSetting

SELLER: Final = "seller"
_PLURALS: Final[Mapping[str, str]] = {
    "product": "products",
    "city": "cities",
    "carrier": "carriers",
    "customer": "customers",
    "incident": "incidents",
    "quality": "qualities",
    "question": "questions",
    "trouble": "troubles",
}
_FORM: Final = re.compile(r"\s*([\w-]+(?:\.[\w-]+)+)\s*=\s*([\w.-]+)\s*")
_ENDS: Final = ("value", "low", "high", "months")


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
        match self.path:
            case ("product", kind, "price"):
                return kind
        return None


def parsed(text: str) -> Change:
    """The change in ``PATH=VALUE``.

    Raises:
        WrongSetting: it is not of that form.
    """
    found = _FORM.fullmatch(text)
    if not found:
        raise WrongSetting(text, "is not PATH=VALUE, such as product.nang.price=400")
    return Change(tuple(found[1].split(".")), found[2])


def leads_to(change: Change, field: str) -> bool:
    """Whether the dotted path of a field in the content is where this change stands."""
    if change.asked_kind is not None:
        return f".{change.asked_kind}.price" in field
    words = field.split(".")
    path = list(change.path[1:])
    begins = len(words) - len(path)
    return any(words[at : at + len(path)] == path for at in range(begins + 1))


def edited(files: Mapping[str, str], scenario: str, changes: Iterable[Change]) -> dict[str, str]:
    """The texts of the content files with the changes in them, by their names without ending.

    Raises:
        WrongSetting: a path leads nowhere.
    """
    texts = dict(files)
    for change in changes:
        for file, path in _places(texts, scenario, change):
            texts[file] = _replaced(texts[file], change, path)
    return texts


def _places(
    texts: Mapping[str, str], scenario: str, change: Change
) -> Iterable[tuple[str, tuple[str, ...]]]:
    """The file and the way in it; several ones where several sellers ask a price."""
    first, *words = change.path
    if change.asked_kind is not None:
        return [(scenario, path) for path in _asking(texts, scenario, change, change.asked_kind)]
    if first == SELLER:
        return [(scenario, ("sellers", *words))]
    file = _PLURALS.get(first, first)
    known = sorted(name for name in texts if "/" not in name)
    if file not in known:
        singular = {plural: word for word, plural in _PLURALS.items()}
        roots = ", ".join(singular.get(name, name) for name in known)
        raise WrongSetting(str(change), f"there is no {first!r}, there is {roots}, {SELLER}")
    return [(file, tuple(words))]


def _asking(
    texts: Mapping[str, str], scenario: str, change: Change, kind: str
) -> list[tuple[str, ...]]:
    _found(_tree(texts["products"]), change, (kind,))
    sellers = _fields(_fields(_tree(texts[scenario]))["sellers"])
    asking: list[tuple[str, ...]] = [
        ("sellers", name, "sells", kind, "price")
        for name, seller in sellers.items()
        if kind in _fields(_fields(seller).get("sells"))
    ]
    if not asking:
        raise WrongSetting(str(change), f"nobody sells {kind} in this scenario")
    return asking


def _replaced(text: str, change: Change, path: tuple[str, ...]) -> str:
    scalars = _scalars(_found(_tree(text), change, path), change)
    for node in sorted(scalars, key=lambda node: -node.start_mark.index):
        text = text[: node.start_mark.index] + change.value + text[node.end_mark.index :]
    return text


def _tree(text: str) -> yaml.Node | None:
    # the Python loader: its marks count characters whatever the letters are
    return yaml.compose(text, Loader=yaml.SafeLoader)


def _found(node: yaml.Node | None, change: Change, path: tuple[str, ...]) -> yaml.Node | None:
    for word in path:
        fields = _fields(node)
        if word not in fields:
            known = ", ".join(fields) or "nothing below it"
            raise WrongSetting(str(change), f"there is no {word!r} here, there is {known}")
        node = fields[word]
    return node


def _fields(node: yaml.Node | None) -> dict[str, yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return {key.value: value for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return {str(number): item for number, item in enumerate(node.value, start=1)}
    return {}


def _scalars(node: yaml.Node | None, change: Change) -> list[yaml.Node]:
    """The plain values that one number stands for."""
    if isinstance(node, yaml.ScalarNode):
        return [node]
    fields = _fields(node)
    if isinstance(node, yaml.SequenceNode):
        return [scalar for item in fields.values() for scalar in _scalars(item, change)]
    ends = [fields[name] for name in _ENDS if name in fields]
    if not ends:
        known = ", ".join(fields)
        raise WrongSetting(str(change), f"is no single value, there is {known} below it")
    return [scalar for end in ends for scalar in _scalars(end, change)]
