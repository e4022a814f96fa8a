"""Three secret pictures in place of a password."""

import asyncio
from collections.abc import Callable
from functools import partial

import flet as ft

from kiosk import theme
from kiosk.progress.records import Learner
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.paging import grid
from kiosk.screens.start import welcome_back
from kiosk.visit import Visit
from kiosk.widgets.beads import secret_beads
from kiosk.widgets.component import component
from kiosk.widgets.frame import frame, room_below
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card_style, stacked
from kiosk.widgets.touch import tap
from kiosk.wording import number, words

SECRETS = ("sun", "moon", "star", "apple", "fish", "cat", "flower", "key", "umbrella")
SECRET_LENGTH = 3


@component
def SecretPictures(
    visit: Visit,
    height: float,
    chosen: tuple[str, ...],
    on_change: Callable[[tuple[str, ...]], object],
) -> ft.Control:
    """Nine pictures; beads show how many were tapped, never which, and a tick tells it."""
    layout = visit.layout
    wide = not layout.tall and layout.height < 700
    across = 5 if wide else 3
    rows = -(-len(SECRETS) // across)
    size = min(
        150.0,
        (layout.inner_width - (across - 1) * theme.GAP) / across,
        (height - theme.TAP - (rows + 1) * theme.GAP) / rows,
    )

    latest: ft.MutableRef[tuple[str, ...]] = ft.use_ref()
    latest.current = chosen

    def choose(name: str) -> None:
        visit.tick()
        before = latest.current or ()
        if len(before) < SECRET_LENGTH:
            latest.current = (*before, name)
            on_change(latest.current)

    cells: list[ft.Control] = [
        tap(
            visit,
            f"secret.picture:{name}",
            visit.text(words(f"secret.{name}")),
            picture(f"secret-{name}", size - 28),
            partial(choose, name),
            repeatable=True,
            secret=True,
            width=size,
            height=size,
            **card_style(padding=6),
        )
        for name in SECRETS
    ]

    def start_over() -> None:
        visit.tick()
        on_change(())

    beads = secret_beads(visit, len(chosen), SECRET_LENGTH, "secret.clear", start_over)
    return stacked([beads, grid(cells, across)], theme.GAP)


@component
def SecretTwice(
    visit: Visit,
    height: float,
    again: bool,
    on_turn: Callable[[bool], object],
    on_chosen: Callable[[tuple[str, ...]], object],
) -> ft.Control:
    """New secret pictures, chosen twice, as nobody can read them back.

    ``on_turn`` is told whether they are asked for ``again``; where they were not the same it
    begins anew, which is told.
    """
    chosen, set_chosen = ft.use_state(())
    once, set_once = ft.use_state(())

    def change(now: tuple[str, ...]) -> None:
        if len(now) < SECRET_LENGTH:
            set_chosen(lambda _: now)
            return
        set_chosen(lambda _: ())
        if not again:
            set_once(lambda _: now)
            on_turn(True)
        elif now == once:
            on_chosen(now)
        else:
            on_turn(False)
            visit.tell(words("enrol.secrets-differ"))

    return SecretPictures(visit, height, chosen, change, key=f"secret-{again}")


@screen
def SecretScreen(visit: Visit) -> ft.Control:
    """Her secret pictures open her card."""
    learner = visit.kiosk.classroom.records.learner(ft.use_route_params().get("learner_id", ""))
    if learner is None or not learner.has_secret:
        return NotHere(visit, key="gone")
    return Secret(visit, learner, "/", lambda: welcome_back(visit, learner), key=learner.id)


@component
def Secret(visit: Visit, learner: Learner, back: str, on_open: Callable[[], object]) -> ft.Control:
    """Opens to her secret pictures; wrong ones make wait, longer each time."""
    chosen, set_chosen = ft.use_state(())
    layout, high = visit.layout, room_below(visit)

    async def change(now: tuple[str, ...]) -> None:
        if len(now) < SECRET_LENGTH:
            set_chosen(lambda _: now)
            return
        set_chosen(lambda _: ())
        await _try(visit, learner, now, on_open)

    def on_change(now: tuple[str, ...]) -> None:
        visit.page.run_task(visit.guarded("secret.try", lambda: change(now), repeatable=True))

    size = 96.0 if layout.tall and not layout.phone else 0.0
    blocks: list[ft.Control] = [face(learner.picture, size)] if size else []
    blocks.append(
        SecretPictures(
            visit, high - (size + theme.GAP if size else 0), chosen, on_change, key="pictures"
        )
    )
    return frame(
        visit,
        stacked(blocks, theme.GAP),
        words("secret.say"),
        place="secret",
        help_phrase=words("secret.help"),
        back=back,
        home=visit.learner is not None,
        # A neighbour shows hers while somebody else still has the tablet: then it is told whose.
        end=None if visit.learner else face(learner.picture, theme.TAP),
    )


async def _try(
    visit: Visit, learner: Learner, pictures: tuple[str, ...], on_open: Callable[[], object]
) -> None:
    knock = await asyncio.to_thread(visit.kiosk.classroom.try_secret, learner, pictures)
    if knock.result == "open":
        on_open()
    elif knock.result == "wait":
        visit.tell_for(knock.wait_s, words("secret.wait", count=number(knock.wait_s)))
    else:
        visit.tell(words("secret.wrong"))
