"""Everything of a learner is deleted for good: asked twice, by voice."""

from functools import partial

import flet as ft

from kiosk.progress.records import Learner
from kiosk.screens.trainer.act import act, done
from kiosk.screens.trainer.asking import asked
from kiosk.screens.trainer.desk import desk_room
from kiosk.screens.trainer.her import her_screen
from kiosk.visit import Visit
from kiosk.wording import words


@her_screen
def ForgetScreen(visit: Visit, learner: Learner) -> ft.Control:
    """The second yes does not come under the finger that gave the first one."""
    once, set_once = ft.use_state(False)

    def keep() -> None:
        done(visit, learner, words("people.kept"))

    body = asked(
        visit,
        learner.picture,
        desk_room(visit),
        area="forget",
        yes=partial(_forget, visit, learner) if once else lambda: set_once(lambda _: True),
        no=keep,
        danger=True,
        turned=once,
    )
    sure = words("people.forget-sure", name=visit.names.of(learner))
    say = words("people.forget-really") if once else sure
    return act(visit, learner, "forget", body, say, turn=str(once))


def _forget(visit: Visit, learner: Learner) -> None:
    visit.people.forget(learner.id)
    visit.say_first(words("people.forgotten"))
    visit.go("/trainer/learners")
