"""The numbers of the village in which a learner works: `content/village_scene.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from demo_store.village.centre import STATIONS, Centre, Station, load_centre, unit_of
from demo_store.world.amounts import Span, share, span, whole
from demo_store.world.catalogue import CONTENT
from lessons.content import Node, load_yaml


@dataclass(frozen=True, slots=True)
class VillageKind:
    """What families of this village make: ``home`` units of a morning, ``order`` units at first."""

    id: str
    home: Span
    order: int


@dataclass(frozen=True, slots=True)
class VillageScene:
    """The learner's village as it begins and as it lives."""

    learner: str
    role: str
    families: int
    own_outlet_after: int
    """So many orders are paid before a family leaves with its own store."""
    old_unit: float
    """The share of mornings on which an old one lies among what a family gives; until a first
    buyer has complained there surely is one."""
    kinds: Mapping[str, VillageKind]
    """The usual one first."""
    centre: Centre
    many_hands: Centre
    """The centre when all neighbours help, as for what is done before she comes."""

    def kind(self, learners: str) -> VillageKind:
        """What the village sells where the learner makes this."""
        return self.kinds.get(learners) or next(iter(self.kinds.values()))


def load_scene(folder: Path | None = None) -> VillageScene:
    """The village in ``folder``, by default the one that comes with the room.

    Raises:
        ContentError: something is missing or wrong; says file, line and field.
    """
    folder = folder or CONTENT
    large = load_centre(folder)
    node = load_yaml(folder / "village_scene.yaml", folder)
    node.only(
        "learner", "role", "families", "own_outlet_after", "old_unit", "sees_old", "kinds",
        "capacity",
    )  # fmt: skip
    return VillageScene(
        learner=node.field("learner").text(),
        role=node.field("role").text(),
        families=whole(node.field("families"), "family", minimum=2),
        own_outlet_after=whole(node.field("own_outlet_after"), "order"),
        old_unit=share(node.field("old_unit")),
        kinds=MappingProxyType({id: _kind(id, kind) for id, kind in node.field("kinds").entries()}),
        centre=_small(large, node.field("capacity"), share(node.field("sees_old"))),
        many_hands=large,
    )


def _kind(id: str, node: Node) -> VillageKind:
    node.only("home", "order")
    return VillageKind(id, span(node.field("home"), "unit"), whole(node.field("order"), "unit"))


def _small(centre: Centre, node: Node, sees_old: float) -> Centre:
    node.only(*STATIONS)

    def small(station: Station) -> Station:
        return replace(station, capacity=whole(node.field(station.id), unit_of(station.id)))

    stations = {station.id: small(station) for station in centre.stations.values()}
    return replace(centre, stations=MappingProxyType(stations), sees_old=sees_old)
