"""A learner's home: one big next thing, her lessons, her store."""

import flet as ft

from kiosk import theme
from kiosk.player import Part
from kiosk.progress.records import Learner
from kiosk.screens.boundary import screen
from kiosk.screens.learner.lesson_place import open_lesson
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on, round_sign
from kiosk.widgets.frame import frame, me
from kiosk.widgets.pictures import picture, scene
from kiosk.widgets.shapes import card, card_style, side_by_side, stacked
from kiosk.widgets.speaking import Sentence, fitting
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.next_thing import NextThing
from lessons.phrase import Phrase, same_in_all


@screen
def HomeScreen(visit: Visit) -> ft.Control:
    """Greets her and leads her to the next thing."""
    learner = visit.learner
    assert learner is not None
    layout = visit.layout
    following = visit.kiosk.classroom.next_thing(learner.id)
    kind = visit.kiosk.classroom.catalogue.kind(visit.kiosk.classroom.product_kind(learner.id))
    invitation = following.lesson.promise if following.lesson else words("home.store-awaits")
    if invitation.placeholders():
        invitation = invitation.filled(product=kind.name)
    small_height = 112 if layout.phone or layout.low else 150
    body = ft.Column(
        [
            _next(visit, following, invitation),
            ft.Row(
                [
                    _door(
                        visit,
                        "learner.lessons",
                        "book",
                        words("home.lessons"),
                        "/lessons",
                        theme.WARM,
                        small_height,
                    ),
                    _door(
                        visit,
                        "learner.store",
                        "store",
                        words("home.store"),
                        "/store",
                        theme.ROSE,
                        small_height,
                    ),
                ],
                spacing=theme.GAP,
            ),
        ],
        spacing=layout.gap,
    )
    greeting = (
        words("home.greeting-name", name=learner.name) if learner.name else words("home.greeting")
    )
    return frame(
        visit,
        body,
        greeting,
        place="home",
        also=[*_own_name(learner), Part(invitation, "next")],
        help_phrase=words("home.help"),
        home=False,
        end=side_by_side([me(visit), _leave(visit)]),
        end_width=2 * theme.TAP + theme.GAP,
    )


def _own_name(learner: Learner) -> list[Part]:
    """Her name in her own voice."""
    if not learner.name_clip:
        return []
    return [Part(same_in_all(learner.name), recording=learner.name_clip)]


def leave(visit: Visit) -> None:
    """Signs her out; all is saved, so it asks nothing. The tablet is free for the next person."""
    visit.kiosk.classroom.sign_out(visit.tablet)
    visit.player.stop()
    visit.language = visit.kiosk.classroom.language_of(visit.tablet)
    visit.go("/")


def _leave(visit: Visit) -> ft.Control:
    return round_sign(
        visit,
        "learner.signout",
        words("home.leave"),
        ft.Icons.LOGOUT_ROUNDED,
        lambda: leave(visit),
        colour=theme.PAPER,
        ink=theme.INK,
    )


def _next(visit: Visit, following: NextThing, invitation: Phrase) -> ft.Control:
    layout = visit.layout

    def begin() -> None:
        if following.lesson:
            open_lesson(visit, following.lesson)
        else:
            visit.go("/store")

    name = following.lesson.picture if following.lesson else "scene-our-store"
    label = words("home.go-on" if following.kind == "resume" else "home.start")
    inside = layout.inner_width - 2 * 28
    small = 112 if layout.phone or layout.low else 150
    free = layout.inner_height - theme.TAP - small - 2 * layout.gap - 2 * 20
    if layout.tall:
        free -= theme.TAP + layout.gap
        width = inside
        high = max(120, free - layout.action_height - 3.4 * layout.sentence_size - 40)
        blocks: list[ft.Control] = [
            scene(name, width, min(high, width * 0.8)),
            Sentence(visit, invitation, width, 2, layout.sentence_size, key="invitation"),
            go_on(
                visit,
                "learner.next",
                label,
                begin,
                width=min(440, width),
                icon=ft.Icons.PLAY_ARROW_ROUNDED,
            ),
        ]
        inner: ft.Control = stacked(blocks, 12, ft.MainAxisAlignment.SPACE_EVENLY)
    else:
        high = free
        width = min(high * 1.35, inside * 0.5)
        rest = inside - width - 28
        inner = side_by_side(
            [
                scene(name, width, high),
                stacked(
                    [
                        Sentence(
                            visit, invitation, rest, 3, layout.sentence_size, key="invitation"
                        ),
                        go_on(
                            visit,
                            "learner.next",
                            label,
                            begin,
                            width=min(380, rest),
                            icon=ft.Icons.PLAY_ARROW_ROUNDED,
                        ),
                    ],
                    24,
                ),
            ],
            28,
        )
    return card(inner, ring=theme.LEAF, radius=36, padding=16, expand=True)


def _door(
    visit: Visit,
    identifier: str,
    name: str,
    phrase: Phrase,
    route: str,
    colour: str,
    height: float,
) -> ft.Control:
    said = visit.text(phrase)
    width = (visit.layout.inner_width - theme.GAP) / 2 - 30
    phone = visit.layout.phone
    room, wanted = (width, 24) if phone else (width - height, 34)
    shown: list[ft.Control] = [
        picture(name, height * (0.4 if phone else 0.68)),
        theme.text(said, visit.language, fitting(said, visit.language, room, 1, wanted)),
    ]
    content = stacked(shown, 2) if phone else side_by_side(shown, 20)
    return tap(
        visit,
        identifier,
        said,
        content,
        lambda: visit.go(route),
        expand=True,
        height=height,
        **card_style(colour, radius=32, padding=8),
    )
