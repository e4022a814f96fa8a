"""What the trainer takes away: certificates, cards, lists, stamps, addresses, and a backup."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Final

import flet as ft

from kiosk.papers.kinds import PAPERS
from kiosk.screens.trainer.choosing import Card, Cards
from kiosk.screens.trainer.desk import PAPERS_PLACE, desk, desk_room, take_away
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.visit import Visit
from kiosk.wording import number, words

_SIGNS: Final = {
    "certificate": "star",
    "cards": "learner-01",
    "workshop": "calendar",
    "stamps": "egg-stamped",
    "labels": "label",
}


@trainer_screen
def PapersScreen(visit: Visit) -> ft.Control:
    """A card for each; of the people that her other screens tell of now."""
    cards = [
        Card(f"trainer.paper:{kind}", visit.text(words(f"papers.{kind}")), _SIGNS[kind])
        for kind in PAPERS
    ]
    cards.append(Card("trainer.backup", visit.text(words("papers.backup")), "savings-jar"))
    cards.append(Card("trainer.bring", visit.text(words("bring.open")), "open-box"))
    cards.append(Card("trainer.tablets", visit.text(words("tablets.open")), "computer"))

    async def take(what: str) -> None:
        if what in ("bring", "tablets"):
            visit.go(f"/trainer/{what}")
            return
        takeaway = visit.takeaway
        if what == "backup":
            await given(visit, takeaway.backup)
            return
        records = visit.kiosk.classroom.records
        chosen = visit.shown_people
        learners = chosen.of(records.learners)
        if not learners:
            visit.tell(words("trainer.nobody"))
            return
        names = {each.id: each.name for each in records.groups}
        group, language = names.get(chosen.group, ""), visit.language
        await given(visit, lambda: takeaway.paper(what, learners, language, group))

    return desk(
        visit,
        Cards(visit, cards, desk_room(visit), take, "trainer.papers-pages", True, key="papers"),
        words("papers.say"),
        here=PAPERS_PLACE,
        place="trainer/papers",
        help_phrase=words("papers.help"),
    )


async def given(visit: Visit, make: Callable[[], Path | None], none: str = "") -> None:
    """Made beside everything else that goes on; said before and after.

    ``none`` is the key of what is told where there is nothing to make it of.
    """
    visit.say(words("papers.making"))
    path = await asyncio.to_thread(make)
    if path is None:
        visit.tell(words(none))
        return
    take_away(visit, path)
    visit.tell(words("papers.ready", name=number(path.name)))
