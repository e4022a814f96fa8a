"""Whoever goes away from a tablet is asked for, and then signed out with everything saved.

So nobody learns on under another one's picture. The trainer's place closes by itself in another
way (``screens.trainer.locking``) and is left alone here.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from kiosk.hardening import last_input
from kiosk.leaving import leave
from kiosk.quiet import Quiet
from kiosk.wording import words

if TYPE_CHECKING:
    from kiosk.visit import Visit

log = logging.getLogger(__name__)

EVERY_S: Final = 1.0
EVERY_S_ASKED: Final = 0.2
"""How often it is looked; while a countdown runs, so that no second is left out."""

Watcher = Callable[[int | None], None]


class Idling:
    """Looks after one open page; `watch` tells what to show."""

    def __init__(self, visit: "Visit") -> None:
        self.is_on = True
        """Not where a page is only looked at, as in the preview of a lesson."""
        self._visit = visit
        self._quiet = Quiet(self._now)
        self._input = last_input(visit.page)
        self._shown: int | None = None
        self._watcher: Watcher = lambda _: None

    def watch(self, watcher: Watcher) -> None:
        """Calls ``watcher`` with the seconds that are left whenever they change; None: no more."""
        self._watcher = watcher

    async def run(self) -> None:
        """Looks again and again, as long as the session lasts."""
        while not self._visit.player.is_gone:
            try:
                self.look()
            except Exception:
                log.exception("could not look whether somebody is there")
            await asyncio.sleep(EVERY_S if self._shown is None else EVERY_S_ASKED)

    def look(self) -> None:
        """Asks, counts and lets go, as the time has come."""
        if self._visit.player.is_gone:
            return
        now, was_asked = self._now, self._quiet.asked is not None
        self._quiet = self._quiet.at(
            now,
            self._visit.settings.idle_s,
            touched=self._touched(now),
            held=self._is_held(),
            sounding=self._visit.player.is_sounding,
        )
        left = self._quiet.left_s(now)
        self._show(left)
        if left == 0:
            self._quiet = Quiet(now)
            self._show(None)
            self._visit.page.run_task(self._visit.guarded("idle.leave", self._let_go))
        elif left is not None and not was_asked:
            self._visit.say(words("idle.still-here"))

    def still_here(self) -> None:
        """Somebody touched the question: on where she was, which is said again."""
        self._quiet = Quiet(self._now)
        self._show(None)
        self._visit.repeat()

    @property
    def _now(self) -> float:
        return self._visit.kiosk.clock()

    def _touched(self, now: float) -> float:
        """When somebody touched this tablet, in whichever of its pages."""
        touches, tablet = self._visit.kiosk.touches, self._visit.tablet
        if (seen := last_input(self._visit.page)) != self._input:
            self._input, touches[tablet] = seen, now
        return touches.get(tablet, 0.0)

    def _is_held(self) -> bool:
        visit = self._visit
        nobody = visit.learner is None and visit.page.route == "/"
        is_away = visit.page.session.connection is None  # it could neither be heard nor answered
        return not self.is_on or visit.trainer or nobody or is_away or visit.microphone.is_listening

    def _let_go(self) -> None:
        self._visit.say_first(words("idle.saved"))
        leave(self._visit, "silence")

    def _show(self, left: int | None) -> None:
        if left != self._shown:
            self._shown = left
            self._watcher(left)
