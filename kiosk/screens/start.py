"""The first screen: three languages, the pictures of the learners, a way in for anyone."""

import flet as ft

from kiosk import theme
from kiosk.progress.records import Learner
from kiosk.screens.boundary import screen
from kiosk.screens.paging import fit, grid, use_pages
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.frame import frame, help_sign
from kiosk.widgets.labels import one_size
from kiosk.widgets.languages import languages
from kiosk.widgets.pictures import face, picture, scene
from kiosk.widgets.shapes import card_style, frieze, pill_style, side_by_side, stacked
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.phrase import Language, Phrase, joined, same_in_all

_PERSON, _PERSON_HIGH = 196.0, 232.0
_PERSON_LOW = 150.0
_PHONE_PERSON_HIGH = 190.0
_LOWEST = 128.0


@screen
def StartScreen(visit: Visit) -> ft.Control:
    """Tap your picture, become a learner, or just try."""
    layout = visit.layout
    foot = theme.TAP if layout.phone or layout.low else 104
    people_height = layout.inner_height - theme.TAP - foot - 2 * layout.gap
    if layout.tall:
        people_height -= theme.TAP + layout.gap
    if not layout.phone:
        people_height -= 14 + layout.gap + (theme.TAP + layout.gap if layout.tall else 0)
    if visit.trouble is not None:
        people_height -= 80 + layout.gap
    banner = _banner(visit, people_height)
    people_height -= banner + layout.gap if banner else 0
    body = ft.Column(
        [
            *([_languages(visit)] if layout.tall and not layout.phone else []),
            *([] if layout.phone else [frieze(layout.inner_width)]),
            *(
                [scene("scene-welcome", min(layout.inner_width, banner * 2.1), banner)]
                if banner
                else []
            ),
            ft.Container(
                People(visit, layout.inner_width, people_height, key="people"),
                expand=True,
                alignment=ft.Alignment.CENTER,
            ),
            _foot(visit, foot),
        ],
        spacing=layout.gap,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return frame(
        visit,
        body,
        _welcome(visit),
        place="start",
        help_phrase=words("start.help"),
        home=False,
        bar=_languages(visit) if layout.phone else None,
        end=ft.Container() if layout.tall else _languages(visit),
        end_width=0 if layout.tall else 3 * 124 + 2 * theme.GAP,
    )


def _learners(visit: Visit) -> list[Learner]:
    """Who has a picture here."""
    return [each for each in visit.kiosk.classroom.records.learners if not each.guest]


def _welcome(visit: Visit) -> Phrase:
    """What there is to touch: nobody is told to touch a picture that is not there.

    It begins with the name of the place, where it has one.
    """
    welcome = words("start.welcome" if _learners(visit) else "start.welcome-first")
    place = visit.settings.place
    return joined([same_in_all(f"{place}."), welcome]) if place else welcome


def _banner(visit: Visit, free: float) -> float:
    """The height of the welcoming scene: what is free while few people are here, or 0."""
    layout = visit.layout
    people = len(_learners(visit)) + 1
    if layout.phone:
        return free - _PHONE_PERSON_HIGH - layout.gap if people <= 2 else 0
    in_a_row = fit(layout.inner_width, free, _PERSON, _PERSON_HIGH)[0]
    if layout.low or people > in_a_row * (2 if layout.tall else 1):
        return 0
    rows = -(-people // in_a_row)
    return max(0, free - rows * (_PERSON_HIGH + theme.GAP) - 2 * layout.gap)


@component
def People(visit: Visit, width: float, height: float) -> ft.Control:
    """The learners of this tablet, over pages, and the place for a new one."""
    learners = _learners(visit)
    cell, cell_height = _cell(visit, width, height, len(learners) + 1)
    across, down = fit(width, height, cell, cell_height)
    if len(learners) + 1 > across * down:
        paged = height - theme.TAP - theme.GAP
        # Two rows that are a little lower are half as many pages.
        two_rows = (paged - theme.GAP) / 2
        cell_height = two_rows if _LOWEST <= two_rows < cell_height else cell_height
        across, down = fit(width, paged, cell, cell_height)
    shown, ways = use_pages(visit, learners, max(1, across * down - 1), "home.learners")
    cells = [_person(visit, learner, cell, cell_height) for learner in shown]
    cells.append(_new_learner(visit, cell, cell_height))
    blocks = [grid(cells, across)]
    if ways is not None:
        blocks.append(ways)
    return stacked(blocks, theme.GAP)


def _cell(visit: Visit, width: float, height: float, people: int) -> tuple[float, float]:
    """The room of each person; on a phone four are large, more stand closer."""
    if visit.layout.low:
        return _PERSON_LOW, 140.0
    if not visit.layout.phone:
        return _PERSON, _PERSON_HIGH
    rows = -(-people // 2)
    if rows > 2:
        return (width - 2 * theme.GAP) / 3, 140.0
    return (width - theme.GAP) / 2, min(_PHONE_PERSON_HIGH, (height - theme.GAP) / rows)


def _languages(visit: Visit) -> ft.Control:
    def choose(language: Language) -> None:
        if language == visit.language:
            visit.say(_welcome(visit))
            return
        visit.kiosk.classroom.choose_language(visit.tablet, language)
        visit.language = language
        visit.changed()

    return languages(visit, "home", choose)


def _person(visit: Visit, learner: Learner, width: float, height: float) -> ft.Control:
    ground = theme.FACE_GROUNDS[sum(learner.id.encode()) % len(theme.FACE_GROUNDS)]
    name = learner.name
    size = min(width - 40, height - (64 if name else 32))
    shown: list[ft.Control] = [face(learner.picture, size, ground)]
    if name:
        fitted = fitting(name, visit.language, width - 20, 1, 26)
        shown.append(theme.text(name, visit.language, fitted, max_lines=1))

    def sign_in() -> None:
        if learner.has_secret:
            visit.go(f"/secret/{learner.id}")
            return
        welcome_back(visit, learner)

    return tap(
        visit,
        f"home.learner:{learner.id}",
        name or visit.text(words("start.learner")),
        stacked(shown, 4),
        sign_in,
        width=width,
        height=height,
        **card_style(padding=8),
    )


def welcome_back(visit: Visit, learner: Learner) -> None:
    """Signs her in and shows her home, in her language."""
    visit.kiosk.classroom.sign_in(visit.tablet, learner.id)
    visit.language = learner.language
    visit.go("/home")


def _new_learner(visit: Visit, width: float, height: float) -> ft.Control:
    size = min(width - 60, height - 76, 130)
    said = visit.text(words("start.new-learner"))
    plus = ft.Container(
        ft.Icon(ft.Icons.ADD_ROUNDED, size=size * 0.7, color=theme.ON_DEEP),
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=theme.LEAF,
        alignment=ft.Alignment.CENTER,
    )
    label = theme.text(said, visit.language, fitting(said, visit.language, width - 24, 1, 24))
    return tap(
        visit,
        "home.new-learner",
        said,
        stacked([plus, label], 6),
        lambda: visit.go("/enrol"),
        width=width,
        height=height,
        **card_style(ring=theme.LEAF, padding=8),
    )


def _foot(visit: Visit, height: float) -> ft.Control:
    layout = visit.layout
    guest = visit.text(words("start.guest"))
    trainer = visit.text(words("start.trainer"))

    def try_it() -> None:
        visit.kiosk.classroom.welcome_guest(visit.tablet, visit.language)
        visit.go("/home")

    phone = layout.phone
    small = layout.inner_width - 2 * (theme.TAP + theme.GAP)
    wide = small if phone else min(420, layout.inner_width * 0.5)
    hand = picture("hand-point", height * (0.5 if phone else 0.62))
    letters = one_size([guest], visit.language, wide - 28, 20) if phone else 28
    word = theme.text(guest, visit.language, letters, max_lines=1)
    try_thing = tap(
        visit,
        "home.guest",
        guest,
        stacked([hand, word], 0) if phone else side_by_side([hand, word]),
        try_it,
        **{**pill_style(theme.HONEY, height, wide), **({"padding": 4} if phone else {})},
    )
    trainer_thing = tap(
        visit,
        "home.trainer",
        trainer,
        picture("key", height * 0.46)
        if phone
        else side_by_side(
            [picture("key", height * 0.46), theme.text(trainer, visit.language, 24)], 10
        ),
        lambda: visit.go("/trainer"),
        **{
            **pill_style(theme.PAPER, height, height if phone else 260),
            "border": ft.Border.all(2, theme.EDGE),
            **({"padding": 0} if phone else {}),
        },
    )
    helping = [help_sign(visit, lambda: visit.tell(words("start.help")))] if phone else []
    return ft.Row(
        [try_thing, trainer_thing, *helping],
        width=layout.inner_width,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )
