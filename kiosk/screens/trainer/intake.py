"""A file that the trainer brings in: chosen, looked at, asked about once, and taken in."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Final

import flet as ft

from audio.errors import FileRefused
from kiosk.intake import ENDINGS, MOST_BYTES, Brought, NotTaken
from kiosk.screens.trainer.asking import asked
from kiosk.screens.trainer.desk import PAPERS_PLACE, desk, desk_room
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import stacked
from kiosk.wording import number, words
from lessons.phrase import Phrase

_BACK: Final = "/trainer/papers"


@trainer_screen
def IntakeScreen(visit: Visit) -> ft.Control:
    """Nothing comes in before the question was answered."""
    nothing: Brought | None = None
    brought, set_brought = ft.use_state(nothing)

    def look() -> None:
        """In the background, as somebody may look for a file for long."""
        visit.say(words("bring.say"))
        work = partial(_look, visit, lambda found: set_brought(lambda _: found))
        visit.page.run_task(visit.guarded("trainer.looking", work))

    say = _question(brought) if brought else words("bring.say")
    return desk(
        visit,
        _asked(visit, brought) if brought else _choose(visit, look),
        say,
        here=PAPERS_PLACE,
        place=f"trainer/bring/{brought.name if brought else ''}",
        help_phrase=say if brought else words("bring.help"),
        back=_BACK,
    )


def _choose(visit: Visit, look: Callable[[], None]) -> ft.Control:
    width = min(520.0, visit.layout.inner_width)
    green = go_on(visit, "trainer.bring-file", words("bring.choose"), look, width=width)
    side = min(220.0, desk_room(visit) - visit.layout.action_height - 2 * visit.layout.gap)
    return stacked([picture("open-box", side), green], 2 * visit.layout.gap)


def _asked(visit: Visit, brought: Brought) -> ft.Control:
    def leave() -> None:
        visit.say_first(words("bring.nothing"))
        visit.go(_BACK)

    return asked(
        visit,
        "savings-jar" if brought.is_backup else "receipt",
        desk_room(visit),
        area="bring",
        yes=partial(_take, visit, brought),
        no=leave,
    )


def _question(brought: Brought) -> Phrase:
    if brought.is_backup:
        return words("bring.sure-backup", count=number(brought.learners))
    new, changed = number(brought.learners), number(brought.changed)
    return words("bring.sure-table", count=new, of=changed)


async def _look(visit: Visit, found: Callable[[Brought], None]) -> None:
    for file in (await visit.files.pick(list(ENDINGS), several=False))[:1]:
        visit.say(words("bring.looking"))
        try:
            content = await visit.files.content(file, MOST_BYTES)
            found(await asyncio.to_thread(visit.intake.looked_at, file.name, content))
        except FileRefused:
            visit.tell(words("bring.refused-large", name=file.name))
        except NotTaken as problem:
            visit.tell(_refusal(problem))


async def _take(visit: Visit, brought: Brought) -> None:
    visit.say(words("bring.working"))
    try:
        new = await asyncio.to_thread(visit.intake.take, brought)
    except NotTaken as problem:
        visit.tell(_refusal(problem))
        return
    visit.say_first(words("bring.done", count=number(new)))
    visit.go(_BACK)


def _refusal(problem: NotTaken) -> Phrase:
    """Why nothing came in, in one line."""
    count = {"count": number(problem.count)} if problem.kind == "table" else {}
    return words(f"bring.refused-{problem.kind}", name=problem.name, **count)
