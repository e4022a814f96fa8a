"""The villages that learners work in: folds over what happened there, as the journal has it."""

import random
from collections.abc import Iterable, Sequence

from demo_store.commands import EndDay
from demo_store.practice import village_scene
from demo_store.village import engine
from demo_store.village.commands import AtStore, VillageCommand
from demo_store.village.events import VillageEvent
from demo_store.village.scene_content import VillageScene
from demo_store.village.state import Village
from demo_store.world.catalogue import Catalogue
from kiosk.progress.records import Records


class Villages:
    """Decides and folds; the classroom writes to the journal in between."""

    def __init__(self, catalogue: Catalogue, scene: VillageScene, records: Records) -> None:
        self.scene = scene
        self._catalogue = catalogue
        self._records = records
        self._villages: dict[str, Village] = {}

    def of(self, learner: str) -> Village:
        """Her village as it is now; without families before she first came."""
        if learner not in self._villages:
            self.take_in(learner, self._records.village_events(learner), Village())
        return self._villages[learner]

    def take_in(
        self, learner: str, events: Iterable[VillageEvent], before: Village | None = None
    ) -> None:
        """These events are in the journal now."""
        village = engine.fold(self._catalogue, before or self.of(learner), events)
        self._villages[learner] = village

    def let_go(self, learner: str) -> None:
        """Has her village folded anew when it is asked for."""
        self._villages.pop(learner, None)

    def handled(self, learner: str, command: VillageCommand) -> tuple[VillageEvent, ...]:
        """What her act brings about; a night is that of the whole village."""
        village, chance = self.of(learner), self._chance(learner)
        if command == AtStore(EndDay()):
            return village_scene.night(self._catalogue, self.scene, village, chance)
        return engine.handle(self._catalogue, self.scene.centre, village, command, chance)

    def prepared(self, learner: str, situation: str, kind: str) -> tuple[VillageEvent, ...]:
        """What it needs for the situation; an empty name asks only that it is there."""
        village, chance = self.of(learner), self._chance(learner)
        return village_scene.prepared(self._catalogue, self.scene, village, situation, kind, chance)

    def instead(
        self, learner: str, situation: str, kind: str, happened: Sequence[VillageEvent]
    ) -> tuple[VillageEvent, ...]:
        """Another order where ``happened``, which is not in the journal yet, took away hers."""
        if not village_scene.is_taken_away(situation, happened):
            return ()
        village = engine.fold(self._catalogue, self.of(learner), happened)
        if village_scene.gone_beyond(village, situation):
            return ()
        chance = self._chance(learner, len(happened))
        return village_scene.prepared(self._catalogue, self.scene, village, situation, kind, chance)

    def _chance(self, learner: str, more: int = 0) -> random.Random:
        count = len(self._records.village_events(learner)) + more
        return random.Random(f"{learner}/village/{count}")
