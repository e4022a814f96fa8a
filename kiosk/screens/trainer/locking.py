"""Who goes away from the trainer's screens closes them: after minutes without a touch."""

import asyncio
from time import monotonic
from typing import Final

from kiosk.hardening import last_input
from kiosk.screens.trainer.desk import sign_out
from kiosk.visit import Visit
from kiosk.wording import words

LOCK_AFTER_S: Final = 300.0


def open_desk(visit: Visit, trainer: str) -> None:
    """The right PIN was given: what is behind the door is open until it is left or forgotten.

    ``trainer`` is the id of whose it is.
    """
    visit.trainer_id = trainer
    visit.page.run_task(_lock_when_forgotten, visit)
    visit.go("/trainer/today")


async def _lock_when_forgotten(visit: Visit) -> None:
    while visit.trainer:
        try:
            rest = last_input(visit.page) + LOCK_AFTER_S - monotonic()
        except RuntimeError:  # the tablet's session has ended, and the PIN counted for it alone
            return
        if rest <= 0:
            visit.say_first(words("people.locked"))
            sign_out(visit)
            return
        await asyncio.sleep(rest)
