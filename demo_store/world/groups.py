"""Groups of products that customers ask the same things about, from ``content/groups.yaml``."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from lessons.content import Node, load_yaml

Groups = Mapping[str, frozenset[str]]
"""The ids of the kinds in each group."""

NAMES: Final = ("food", "perishable", "ready", "raw", "cloth")


def load_groups(folder: Path, fragile: Mapping[str, bool]) -> Groups:
    """The groups of ``folder`` with ``all`` and ``fragile``; ``fragile`` says it of every kind.

    Raises:
        ContentError: something is missing or wrong; says file, line and field.
    """
    root = load_yaml(folder / "groups.yaml", folder)
    root.only(*NAMES)
    groups = {name: frozenset(_kinds(root.field(name), fragile)) for name in NAMES}
    groups["all"] = frozenset(fragile)
    groups["fragile"] = frozenset(kind for kind, breaks in fragile.items() if breaks)
    return groups


def group(node: Node, groups: Groups) -> frozenset[str]:
    """The kinds of the group that is named here."""
    name = node.text()
    if name not in groups:
        raise node.error(f"is not a group here; there are {', '.join(sorted(groups))}")
    return groups[name]


def _kinds(node: Node, kinds: Mapping[str, bool]) -> list[str]:
    for item in node.items():
        if item.text() not in kinds:
            raise item.error(f"is not a product here; there are {', '.join(sorted(kinds))}")
    return [item.text() for item in node.items()]
