"""A learner's home: one big next thing, her lessons, her store."""

import flet as ft

from kiosk import theme
from kiosk.leaving import leave
from kiosk.player import Part
from kiosk.progress.records import Learner
from kiosk.screens.boundary import screen
from kiosk.screens.learner.lesson_place import open_lesson
from kiosk.theme import Layout
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on, round_sign
from kiosk.widgets.frame import frame, me, with_me
from kiosk.widgets.hand_over import change_learner
from kiosk.widgets.labels import one_size
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, card_style, side_by_side, stacked
from kiosk.widgets.speaking import Sentence
from kiosk.widgets.told_scene import told_scene
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.next_thing import NextThing
from lessons.phrase import Phrase, same_in_all

_DOORS = 3
_DOOR_WORDS = ("home.lessons", "home.store", "voice.open")
_INVITATION = "learner.invitation"


@screen
def HomeScreen(visit: Visit) -> ft.Control:
    """Greets her and leads her to the next thing."""
    learner = visit.learner
    assert learner is not None
    layout = visit.layout
    following = visit.kiosk.classroom.next_thing(learner.id)
    kind = visit.kiosk.classroom.catalogue.kind(visit.kiosk.classroom.product_kind(learner.id))
    invitation = _invitation(following)
    if invitation.placeholders():
        invitation = invitation.filled(product=kind.name)
    body = ft.Column([_next(visit, following, invitation), _doors(visit)], spacing=layout.gap)
    greeting = (
        words("home.greeting-name", name=learner.name) if learner.name else words("home.greeting")
    )
    corner = [*_who(visit), _leave(visit)]
    return frame(
        visit,
        body,
        greeting,
        place="home",
        also=[*_own_name(learner), Part(invitation, "next")],
        help_phrase=words("home.help"),
        home=False,
        end=side_by_side(corner),
        end_width=len(corner) * (theme.TAP + theme.GAP) - theme.GAP,
    )


def _invitation(following: NextThing) -> Phrase:
    """What comes next, or why it does."""
    match following.kind:
        case "test":
            return words("test.after")
        case "due":
            return words("home.again")
    return following.lesson.promise if following.lesson else words("home.store-awaits")


def _own_name(learner: Learner) -> list[Part]:
    """Her name in her own voice."""
    if not learner.name_clip:
        return []
    return [Part(same_in_all(learner.name), recording=learner.name_clip)]


def _who(visit: Visit) -> list[ft.Control]:
    """Whose turn it is, and the way to a neighbour's; a small window has them on one another."""
    change = change_learner(visit)
    small = visit.layout.phone or visit.layout.low
    return [with_me(visit, change)] if small else [me(visit), change]


def _leave(visit: Visit) -> ft.Control:
    return round_sign(
        visit,
        "learner.signout",
        words("home.leave"),
        ft.Icons.LOGOUT_ROUNDED,
        lambda: leave(visit),
        colour=theme.PAPER,
    )


def _next(visit: Visit, following: NextThing, invitation: Phrase) -> ft.Control:
    """The one next thing: what it is about, and the green way there."""
    layout = visit.layout
    name = following.lesson.picture if following.lesson else "scene-our-store"
    width = layout.inner_width - 2 * 28
    free = layout.inner_height - theme.TAP - _door_height(layout) - 2 * layout.gap - 2 * 20
    if visit.trouble is not None:
        free -= theme.TROUBLE + layout.gap
    inner = (
        _next_below(visit, following, invitation, name, width, free - theme.TAP - layout.gap)
        if layout.tall
        else _next_beside(visit, following, invitation, name, width, free)
    )
    return card(inner, ring=theme.LEAF, radius=36, padding=16, expand=True)


def _next_below(
    visit: Visit, following: NextThing, invitation: Phrase, name: str, width: float, height: float
) -> ft.Control:
    layout = visit.layout
    told = 3.4 * layout.sentence_size
    high = max(120, height - layout.action_height - told - 40)
    blocks = [
        told_scene(visit, "learner.picture", name, width, min(high, width * 0.8)),
        Sentence(
            visit, invitation, width, 2, layout.sentence_size, _INVITATION, highest=told, key="told"
        ),
        _begin(visit, following, min(440, width)),
    ]
    return stacked(blocks, 12, ft.MainAxisAlignment.SPACE_EVENLY)


def _next_beside(
    visit: Visit, following: NextThing, invitation: Phrase, name: str, width: float, height: float
) -> ft.Control:
    seen = min(height * 1.35, width * 0.5)
    rest = width - seen - 28
    size = visit.layout.sentence_size
    told = [
        Sentence(visit, invitation, rest, 3, size, _INVITATION, key="told"),
        _begin(visit, following, min(380, rest)),
    ]
    return side_by_side(
        [told_scene(visit, "learner.picture", name, seen, height), stacked(told, 24)], 28
    )


def _begin(visit: Visit, following: NextThing, width: float) -> ft.Control:
    """The green thing: into her lesson, or into her store when all is learned."""

    def begin() -> None:
        if following.lesson:
            open_lesson(visit, following.lesson)
        else:
            visit.go("/store")

    return go_on(
        visit,
        "learner.next",
        words("home.go-on" if following.kind == "resume" else "home.start"),
        begin,
        width=width,
        icon=ft.Icons.PLAY_ARROW_ROUNDED,
    )


def _door_height(layout: Layout) -> float:
    return 112 if layout.phone or layout.low else 150


def _doors(visit: Visit) -> ft.Control:
    """Her lessons, her store, and how she is spoken to."""
    doors = [
        _door(visit, "learner.lessons", "book", words("home.lessons"), "/lessons", theme.WARM),
        _door(visit, "learner.store", "store", words("home.store"), "/store", theme.ROSE),
        _door(visit, "learner.voice", "ear", words("voice.open"), "/voice", theme.AIR),
    ]
    return ft.Row(doors, spacing=theme.GAP)


def _door(
    visit: Visit,
    identifier: str,
    name: str,
    phrase: Phrase,
    route: str,
    colour: str,
) -> ft.Control:
    said = visit.text(phrase)
    height = _door_height(visit.layout)
    width = (visit.layout.inner_width - (_DOORS - 1) * theme.GAP) / _DOORS - 20
    tall = visit.layout.tall  # no room for words beside the picture
    image = height * (0.4 if visit.layout.phone else 0.5 if tall else 0.68)
    room, wanted = (width, 24 if visit.layout.phone else 30) if tall else (width - image - 36, 34)
    labels = [visit.text(words(key)) for key in _DOOR_WORDS]
    letters = one_size(labels, visit.language, room, wanted)
    shown: list[ft.Control] = [
        picture(name, image),
        theme.text(said, visit.language, letters, max_lines=1),
    ]
    content = stacked(shown, 2) if tall else side_by_side(shown, 20)
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
